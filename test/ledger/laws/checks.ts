/** The laws that the rows themselves must keep, each re-added from the postings. */
import type { Reader } from '../../../src/store/store.ts'
import {
  type FactTable,
  faultOfChain,
  naiveBalances,
  place,
  type Raw,
  type RawFact,
  type RawFund,
  stands,
} from './naive.ts'

export class LawBroken extends Error {
  readonly law: string
  constructor(law: string, what: string) {
    super(`[${law}] ${what}`)
    this.law = law
  }
}

/** Asserts under a law's id. */
export function holds(law: string, condition: boolean, what: () => string): void {
  if (!condition) throw new LawBroken(law, what())
}

/** Asserts that two maps of amounts say the same; what is absent counts as nothing. */
export function sameAmounts(
  law: string,
  found: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
  where = '',
): void {
  for (const key of new Set([...found.keys(), ...expected.keys()])) {
    const [one, other] = [found.get(key) ?? 0, expected.get(key) ?? 0]
    holds(law, one === other, () => `${where} ${key}: ${one}, re-added ${other}`)
  }
}

function total(facts: readonly RawFact[]): number {
  return facts.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

function everyEntryBalances(raw: Raw): void {
  const memorandum = new Set(
    raw.accounts.filter((account) => account.class === 'memorandum').map(({ id }) => id),
  )
  let next = 1
  for (const entry of raw.entries) {
    const legs = raw.postings.filter(({ entry_id }) => entry_id === entry.id)
    const ids = legs.map(({ id }) => id)
    const expected = Array.from({ length: entry.legs }, (_, position) => next + position)
    holds('L1', entry.first_posting_id === next, () => `entry ${entry.id} starts elsewhere`)
    holds('L1', String(ids) === String(expected), () => `entry ${entry.id} has legs ${ids}`)
    next += entry.legs
    legs.forEach((leg, position) => {
      const sound =
        leg.leg === position + 1 &&
        leg.amount_minor > 0 &&
        leg.debit_account_id !== leg.credit_account_id &&
        leg.effective_on === entry.effective_on &&
        leg.event_seq === entry.event_seq &&
        // What is memorandum stays outside the balance sheet.
        memorandum.has(leg.debit_account_id) === memorandum.has(leg.credit_account_id)
      holds('L1', sound, () => `leg ${leg.id} of entry ${entry.id} is not sound`)
    })
    for (const fundId of new Set(legs.map(({ fund_id }) => fund_id))) {
      const own = legs.filter(({ fund_id }) => fund_id === fundId)
      const sum = [...naiveBalances(own, { day: null, seq: null }).values()].reduce(
        (a, b) => a + b,
        0,
      )
      holds('L1', sum === 0, () => `entry ${entry.id} leaves ${sum} in fund ${fundId}`)
    }
  }
  holds('L1', next === raw.postings.length + 1, () => 'there are postings without an entry')
}

function keptBalancesTie(raw: Raw, reader: Reader): void {
  const kept = new Map<string, number>()
  for (const row of reader.all('select * from balance', [])) {
    kept.set(place(Number(row.fund_id), Number(row.account_id)), Number(row.balance_minor))
  }
  const added = naiveBalances(raw.postings, { day: null, seq: null })
  holds('L2', kept.size === added.size, () => `${kept.size} kept, ${added.size} moved`)
  sameAmounts('L2', kept, added)
}

interface DayFold {
  balance: number
  moved: number
  last: number
}

/** Day balances by place and day, folded from the postings. */
export function naiveDays(raw: Pick<Raw, 'postings'>): Map<string, DayFold> {
  const days = new Map<string, DayFold>()
  const byPlace = new Map<string, { day: string; id: number; amount: number }[]>()
  for (const posting of raw.postings) {
    const { fund_id, effective_on: day, id } = posting
    for (const [account, amount] of [
      [posting.debit_account_id, posting.amount_minor],
      [posting.credit_account_id, -posting.amount_minor],
    ] as const) {
      const key = place(fund_id, account)
      const moves = byPlace.get(key) ?? []
      moves.push({ day, id, amount })
      byPlace.set(key, moves)
    }
  }
  for (const [key, moves] of byPlace) {
    moves.sort((a, b) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1))
    let balance = 0
    for (const { day, id, amount } of moves) {
      balance += amount
      const fold = days.get(`${key} ${day}`) ?? { balance: 0, moved: 0, last: 0 }
      days.set(`${key} ${day}`, { balance, moved: fold.moved + amount, last: id })
    }
  }
  return days
}

/** [L3] and [L7] over the kept day balances. */
export function dayBalancesTie(raw: Pick<Raw, 'postings' | 'accounts'>, reader: Reader): void {
  const expected = naiveDays(raw)
  const floors = new Map(raw.accounts.map(({ id, floor }) => [id, floor]))
  const rows = reader.all('select * from balance_day', [])
  holds('L3', rows.length === expected.size, () => `${rows.length} days, not ${expected.size}`)
  for (const row of rows) {
    const key = `${place(Number(row.fund_id), Number(row.account_id))} ${row.day}`
    const fold = expected.get(key)
    const same =
      fold?.balance === row.balance_minor &&
      fold?.moved === row.moved_minor &&
      fold?.last === row.last_posting_id
    holds('L3', same, () => `${key}: ${JSON.stringify(row)}, re-added ${JSON.stringify(fold)}`)
    const floored = floors.get(Number(row.account_id))! * Number(row.balance_minor)
    holds('L7', floored >= 0, () => `${key} is below its floor: ${row.balance_minor}`)
  }
}

function closedPeriodsStayShut(raw: Raw): void {
  for (const { id, effective_on, event_seq } of raw.entries) {
    const month = effective_on.slice(0, 7)
    const last = raw.periodActs.filter((act) => act.month === month && act.event_seq < event_seq)
    const open = last.length === 0 || last.at(-1)!.act === 'reopened'
    holds('L4', open, () => `entry ${id} went into ${month}, which was ${last.at(-1)?.act}`)
  }
}

function serialsAreGapFree(raw: Raw): void {
  for (const fund of raw.funds) {
    const serials = new Map<number, number>()
    for (const { fund_id, entry_id, fund_serial } of raw.postings) {
      if (fund_id !== fund.id) continue
      const earlier = serials.get(entry_id)
      holds(
        'L5',
        (earlier ?? fund_serial) === fund_serial,
        () => `entry ${entry_id} has two serials`,
      )
      serials.set(entry_id, fund_serial)
    }
    const found = [...serials.values()]
    const expected = found.map((_, position) => position + 1)
    holds('L5', String(found) === String(expected), () => `fund ${fund.code}: ${found}`)
  }
}

function childrenWithin(raw: Raw, child: FactTable, parent: FactTable, link: string): void {
  for (const row of raw.facts[parent]) {
    const own = raw.facts[child].filter((fact) => fact[link] === row.id && stands(raw, fact))
    const sum = total(own)
    const name = `${parent} ${row.id}`
    holds('L9', sum <= row.amount_minor, () => `${child} of ${name}: ${sum}`)
    holds('L9', stands(raw, row) || sum === 0, () => `${name} was reversed under ${child}`)
  }
}

function refundOf(raw: Raw, contribution: RawFact): number {
  return total(
    raw.facts.contribution_refund.filter(
      (refund) => refund.contribution_id === contribution.id && stands(raw, refund),
    ),
  )
}

/** What standing contributions keep of a pledge: a refunded part is open again. */
function openOf(raw: Raw, pledge: RawFact): number {
  const kept = raw.facts.contribution
    .filter((given) => given.pledge_id === pledge.id && stands(raw, given))
    .reduce((sum, given) => sum + given.amount_minor - refundOf(raw, given), 0)
  return pledge.amount_minor - kept
}

function debts(raw: Raw, debtor: RawFund, creditor: RawFund): Map<string, number> {
  const days = new Map(raw.entries.map(({ id, effective_on }) => [id, effective_on]))
  const found = new Map<string, number>()
  for (const transfer of raw.facts.transfer.filter((fact) => stands(raw, fact))) {
    const lent = transfer.from_fund_id === creditor.id && transfer.to_fund_id === debtor.id
    const repaid = transfer.from_fund_id === debtor.id && transfer.to_fund_id === creditor.id
    const sign =
      lent && transfer.terms === 'advance' ? 1 : repaid && transfer.terms === 'repayment' ? -1 : 0
    const day = days.get(transfer.entry_id)!
    found.set(day, (found.get(day) ?? 0) + sign * transfer.amount_minor)
  }
  return found
}

/** What each fund owes the others, by fund; and that no repayment ever passed what was owed. */
function owedByFund(raw: Raw): Map<number, number> {
  const owed = new Map<number, number>()
  for (const debtor of raw.funds) {
    for (const creditor of raw.funds) {
      let debt = 0
      for (const [day, change] of [...debts(raw, debtor, creditor)].sort()) {
        debt += change
        const left = debt
        holds('L9', left >= 0, () => `${debtor.code} owes ${creditor.code} ${left} on ${day}`)
      }
      owed.set(debtor.id, (owed.get(debtor.id) ?? 0) + debt)
    }
  }
  return owed
}

function factsTieToAccounts(raw: Raw): void {
  childrenWithin(raw, 'contribution_refund', 'contribution', 'contribution_id')
  childrenWithin(raw, 'payout_return', 'payout', 'payout_id')
  childrenWithin(raw, 'commitment_release', 'commitment', 'commitment_id')
  const owed = owedByFund(raw)
  const balances = naiveBalances(raw.postings, { day: null, seq: null })
  const ids = new Map(raw.accounts.map(({ id, role }) => [role, id]))
  for (const fund of raw.funds) {
    const balance = (role: string) => balances.get(place(fund.id, ids.get(role)!)) ?? 0
    const tie = (role: string, expected: number) =>
      holds('L9', balance(role) === expected, () => {
        return `${role} of ${fund.code} is ${balance(role)}; what stands on it adds up to ${expected}`
      })
    const own = (table: FactTable) =>
      raw.facts[table].filter((fact) => fact.fund_id === fund.id && stands(raw, fact))
    tie('due_to_funds', 0 - owed.get(fund.id)!)
    const open = own('pledge').map((pledge) => openOf(raw, pledge))
    holds('L9', Math.min(0, ...open) === 0, () => `more than promised was kept in ${fund.code}`)
    const promised = open.reduce((sum, left) => sum + left, 0)
    // A chart keeps promises either as a memorandum or as a receivable.
    const kept = balance('pledges_received') + balance('pledges_receivable')
    holds('L9', kept === promised, () => `pledges of ${fund.code}: ${kept}, open ${promised}`)
    for (const role of ['vouchers_outstanding', 'awards_on_notice', 'loans_approved']) {
      const made = own('commitment').filter((fact) => fact.role === role)
      const freed = raw.facts.commitment_release.filter(
        (fact) => stands(raw, fact) && made.some(({ id }) => id === fact.commitment_id),
      )
      tie(role, total(made) - total(freed))
    }
  }
}

function reversedAtMostOnce(raw: Raw): void {
  const seen = new Set<number>()
  for (const { id, reverses, effective_on, kind } of raw.entries) {
    holds(
      'L10',
      (kind === 'entry.reversed') === (reverses !== null),
      () => `entry ${id} is ${kind}`,
    )
    if (reverses === null) continue
    const original = raw.entries.find((entry) => entry.id === reverses)!
    holds('L10', !seen.has(reverses), () => `entry ${reverses} was reversed twice`)
    holds('L10', original.reverses === null, () => `entry ${id} reverses a reversal`)
    holds('L10', effective_on >= original.effective_on, () => `entry ${id} is before ${reverses}`)
    seen.add(reverses)
    const both = raw.postings.filter(({ entry_id }) => entry_id === id || entry_id === reverses)
    const left = [...naiveBalances(both, { day: null, seq: null }).values()]
    holds(
      'L10',
      left.every((amount) => amount === 0),
      () => `entry ${id} does not undo ${reverses}`,
    )
  }
}

/** Checks every law that a book's rows alone can break. */
export function checkRows(raw: Raw, reader: Reader): void {
  everyEntryBalances(raw)
  keptBalancesTie(raw, reader)
  dayBalancesTie(raw, reader)
  closedPeriodsStayShut(raw)
  serialsAreGapFree(raw)
  const fault = faultOfChain(reader)
  holds('L6', fault === undefined, () => `the chain breaks at ${fault}`)
  factsTieToAccounts(raw)
  reversedAtMostOnce(raw)
}
