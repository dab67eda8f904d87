/** The laws of what the book answers: random questions, each compared with the postings re-added. */
import type { Book } from '../../../src/book/book.ts'
import { ask } from '../../../src/book/book.ts'
import { type Caller, throughout } from '../../../src/book/registry.ts'
import { show } from '../../../src/funds/funds.ts'
import type { Day } from '../../../src/kit/day.ts'
import type { AccountId, EventSeq, FundId } from '../../../src/kit/ids.ts'
import { balances } from '../../../src/ledger/balances.ts'
import { fundById } from '../../../src/ledger/funds.ts'
import { registerPage } from '../../../src/ledger/register.ts'
import { buildStatement } from '../../../src/statements/build.ts'
import type { Statement } from '../../../src/statements/statement.ts'
import type { Reader } from '../../../src/store/store.ts'
import { holds, sameAmounts } from './checks.ts'
import {
  naiveBalances,
  naiveHeld,
  naiveText,
  place,
  type Raw,
  type RawFund,
  type RawPosting,
} from './naive.ts'

/** Numbers for random questions, drawn from a stream of their own. */
export type Draw = (below: number) => number

/** A small multiplicative generator (Lehmer, modulus 2^31 − 1): the same seed asks the same questions. */
export function drawFrom(seed: number): Draw {
  let state = (Math.abs(seed) % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function someDay(postings: readonly RawPosting[], draw: Draw): string {
  const around = postings[draw(postings.length)]!.effective_on
  return plusDays(around, draw(3) - 1)
}

function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

/** [L11] Balances as of a day, as known at a sequence, and both at once. */
export function probeBalances(
  reader: Reader,
  of: { readonly postings: readonly RawPosting[]; readonly lastSeq: number },
  draw: Draw,
): void {
  const { postings, lastSeq } = of
  const day = postings.length === 0 || draw(4) === 0 ? null : someDay(postings, draw)
  const seq = draw(4) === 0 ? null : draw(lastSeq) + 1
  const found = new Map<string, number>()
  for (const row of balances(reader, {
    asOf: day as Day | null,
    knownAt: seq as EventSeq | null,
  })) {
    const key = place(row.fundId, row.accountId)
    holds('L11', !found.has(key), () => `${key} stands twice`)
    found.set(key, row.balanceMinor)
  }
  sameAmounts('L11', found, naiveBalances(postings, { day, seq }), `as of ${day} known at ${seq}`)
}

/** [L12] A register, page by page, against a fold of the postings. */
export function probeRegister(
  reader: Reader,
  of: { readonly postings: readonly RawPosting[] },
  draw: Draw,
  limit = draw(9) + 1,
): void {
  if (of.postings.length === 0) return
  const sample = of.postings[draw(of.postings.length)]!
  const fundId = sample.fund_id
  const accountId = draw(2) === 0 ? sample.debit_account_id : sample.credit_account_id
  let balance = 0
  const expected = of.postings
    .filter(
      (posting) =>
        posting.fund_id === fundId &&
        [posting.debit_account_id, posting.credit_account_id].includes(accountId),
    )
    .sort((a, b) =>
      a.effective_on === b.effective_on ? a.id - b.id : a.effective_on < b.effective_on ? -1 : 1,
    )
    .map((posting) => {
      const amount = posting.amount_minor * (posting.debit_account_id === accountId ? 1 : -1)
      balance += amount
      return `${posting.id} ${posting.effective_on} ${amount} ${balance}`
    })
    .reverse()
  const found: string[] = []
  let cursor: string | null = null
  do {
    const key = { accountId: accountId as AccountId, fundId: fundId as FundId }
    const page = registerPage(reader, key, { limit, cursor })
    for (const { posting, amountMinor, balanceMinor } of page.rows) {
      found.push(`${posting.id} ${posting.effective_on} ${amountMinor} ${balanceMinor}`)
    }
    holds('L12', page.cursor === null || page.rows.length === limit, () => 'a page fell short')
    cursor = page.cursor
  } while (cursor !== null && found.length <= expected.length)
  const where = `register of ${place(fundId, accountId)} by ${limit}`
  holds('L12', String(found) === String(expected), () => `${where}: ${found} not ${expected}`)
}

interface Range {
  readonly from: string
  readonly to: string
  readonly seq: number
}

/** [L13] A statement of any range, known at any event, and the one of the days after it. */
export function probeStatement(reader: Reader, raw: Raw, draw: Draw): void {
  if (raw.postings.length === 0) return
  const sample = raw.postings[draw(raw.postings.length)]!
  const fund = raw.funds.find(({ id }) => id === sample.fund_id)!
  const from = plusDays(sample.effective_on, -draw(20))
  const to = plusDays(from, draw(40))
  const opened = raw.entries[0]!.event_seq
  const seq = draw(3) === 0 ? opened + draw(raw.lastSeq - opened + 1) : raw.lastSeq
  const first = checkedStatement(reader, raw, fund, { from, to, seq })
  const next = plusDays(to, 1)
  const second = checkedStatement(reader, raw, fund, {
    from: next,
    to: plusDays(next, draw(40)),
    seq,
  })
  const chained = first.closing_minor === second.opening_minor
  holds(
    'L13',
    chained,
    () => `${fund.code} closes ${to} at ${first.closing_minor}, then opens otherwise`,
  )
}

function checkedStatement(reader: Reader, raw: Raw, of: RawFund, range: Range): Statement {
  const { from, to, seq } = range
  const where = `${of.code} from ${from} to ${to} at ${seq}`
  const statement = buildStatement(reader, {
    fund: fundById(reader, of.id as FundId),
    from: from as Day,
    to: to as Day,
    known: seq as EventSeq,
    issue: null,
    changes: () => null,
  })
  const before = naiveHeld(raw, of, { day: plusDays(from, -1), seq })
  const after = naiveHeld(raw, of, { day: to, seq })
  const { opening_minor, receipts_minor, payments_minor, closing_minor } = statement
  const sums = opening_minor + receipts_minor - payments_minor === closing_minor
  holds('L13', sums, () => `${where} does not add up`)
  holds('L13', opening_minor === before.money, () => `${where} opens at ${opening_minor}`)
  holds('L13', closing_minor === after.money, () => `${where} closes at ${closing_minor}`)
  holds('L13', statement.payables_minor === after.payables, () => `${where}: payables`)
  holds('L13', statement.commitments_minor === after.commitments, () => `${where}: commitments`)
  const sumOf = (section: string) =>
    statement.lines
      .filter((line) => line.section === section)
      .reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  holds('L13', sumOf('receipt') === receipts_minor, () => `${where}: receipt lines`)
  holds('L13', sumOf('payment') === payments_minor, () => `${where}: payment lines`)
  const within = (posting: RawPosting) =>
    posting.fund_id === of.id &&
    posting.event_seq <= seq &&
    posting.effective_on >= from &&
    posting.effective_on <= to
  const expected = new Set(raw.postings.filter(within).map(({ fund_serial }) => fund_serial))
  const found = new Set(statement.lines.map(({ serial }) => serial))
  const same = [...expected].every((serial) => found.has(serial)) && found.size === expected.size
  holds('L13', same, () => `${where} has the serials ${[...found]}, not ${[...expected]}`)
  return statement
}

const reader: Caller = { actor: 'test:reader', grants: throughout('auditor'), readsNames: false }

/** [L8] What the book says of a fund's money is what the postings say. */
export function probeAvailable(book: Book, raw: Raw): void {
  for (const fund of raw.funds) {
    const shown = ask(book, show, { fund: fund.code }, reader)
    const held = naiveHeld(raw, fund)
    for (const part of ['money', 'payables', 'commitments', 'preserved', 'available'] as const) {
      const expected = naiveText(held[part], fund.currency)
      holds('L8', shown[part] === expected, () => `${fund.code} shows ${part} ${shown[part]}`)
    }
  }
}
