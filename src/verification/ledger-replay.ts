/**
 * Replays every entry and posting in the order recorded: serials, legs, the links and running totals of
 * each account's day, and reversals. What it adds up is then compared with the kept balances.
 */
import type { Row, Witnessed } from '../../db/schema.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader, SqlRow } from '../store/store.ts'
import { type BalanceState, balanceState, type Side } from './balance-state.ts'
import type { Listener } from './chain.ts'
import { type Collector, counts } from './report.ts'

type Entry = Row<'entry'>
type Posting = Row<'posting'>

const legsFrom = prepare((p: { first: Posting['id']; legs: number }) =>
  build.selectFrom('posting').selectAll().where('id', '>=', p.first).orderBy('id').limit(p.legs),
)
const entryAt = prepare((p: { id: Entry['id'] }) =>
  build.selectFrom('entry').selectAll().where('id', '=', p.id),
)

export interface LedgerReplay extends Listener {
  readonly state: BalanceState
  counted(): string
}

/** Makes the listener. Findings of entries and postings go to `check`, of marks to `balances`. */
export function ledgerReplay(reader: Reader, check: Collector, balances: Collector): LedgerReplay {
  const state = balanceState(reader, balances)
  const funds = new Set<number>()
  const serials = new Map<number, { serial: number; entry: number }>()
  const reversed = new Map<number, number>()
  // The entries of the event in hand, the place of the one whose legs come now, and legs to come.
  let pending: Entry[] = []
  let current = 0
  let awaited = 0
  let entries = 0
  let postings = 0
  let leg = 0
  let highOn = ''

  function differs(
    posting: Posting,
    column: keyof Posting,
    expected: number | string | null,
  ): void {
    if (posting[column] === expected) return
    check.found(`posting.${column}`, `${column} is ${posting[column]}; it should be ${expected}.`, {
      table: 'posting',
      row: String(posting.id),
      event: posting.event_seq,
    })
  }

  function takeEntry(entry: Entry, at: number): void {
    const where = { table: 'entry', row: String(entry.id), event: entry.event_seq }
    const first = postings + awaited + 1
    if (entry.first_posting_id !== first) {
      const sentence = `first_posting_id is ${entry.first_posting_id}; the legs before it end at ${first - 1}.`
      check.found('entry.first_posting_id', sentence, where)
    }
    if (entry.recorded_at !== at) {
      const sentence = `recorded_at is ${entry.recorded_at}; its event happened at ${at}.`
      check.found('entry.recorded_at', sentence, where)
    }
    entries += 1
    awaited += entry.legs
    pending.push(entry)
    if (entry.reverses !== null) checkReversal(entry, entry.reverses)
  }

  function checkReversal(entry: Entry, reverses: Entry['id']): void {
    const where = { table: 'entry', row: String(entry.id), event: entry.event_seq }
    const found = (code: string, sentence: string) => check.found(`entry.${code}`, sentence, where)
    const earlier = reversed.get(reverses)
    if (earlier !== undefined) {
      found('reversed_twice', `it reverses entry ${reverses}, which entry ${earlier} reversed.`)
    }
    reversed.set(reverses, entry.id)
    const [original] = rows(reader, entryAt, { id: reverses })
    if (original === undefined || original.id >= entry.id) {
      found('reverses', `it reverses entry ${reverses}, which does not stand before it.`)
      return
    }
    if (original.reverses !== null) {
      found('reverses_reversal', `it reverses entry ${reverses}, which is a reversal itself.`)
    }
    if (entry.effective_on < original.effective_on) {
      found('effective_on', `it takes effect on ${entry.effective_on}, before what it reverses.`)
    }
    if (!isMirror(legsOf(original), legsOf(entry))) {
      found('not_mirrored', `its legs are not those of entry ${reverses} turned round.`)
    }
  }

  function legsOf(entry: Entry): Posting[] {
    return rows(reader, legsFrom, { first: entry.first_posting_id, legs: entry.legs })
  }

  function takePosting(posting: Posting): void {
    postings += 1
    const entry = pending[current]
    if (entry === undefined) {
      check.found('posting.without_entry', 'no entry of its event has a leg for it.', {
        table: 'posting',
        row: String(posting.id),
        event: posting.event_seq,
      })
    } else {
      leg += 1
      awaited -= 1
      differs(posting, 'entry_id', entry.id)
      differs(posting, 'leg', leg)
      differs(posting, 'effective_on', entry.effective_on)
      if (leg === entry.legs) {
        current += 1
        leg = 0
      }
    }
    if (posting.effective_on > highOn) highOn = posting.effective_on
    differs(posting, 'high_on', highOn)
    checkSerial(posting)
    checkMove(posting)
    const debit = state.move(posting, 1)
    const credit = state.move(posting, -1)
    compareSide(posting, 'debit', debit)
    compareSide(posting, 'credit', credit)
    state.mark(posting.id)
  }

  function compareSide(posting: Posting, side: 'debit' | 'credit', expected: Side): void {
    differs(posting, `${side}_previous_id`, expected.previousId)
    differs(posting, `${side}_running_minor`, expected.runningMinor)
  }

  /** Said here too, because SQLite's own checks leave CHECKs out on a connection that only reads. */
  function checkMove(posting: Posting): void {
    const { fund_id, debit_account_id, credit_account_id, amount_minor } = posting
    const wrong = (column: string, sentence: string) =>
      check.found(`posting.${column}`, sentence, {
        table: 'posting',
        row: String(posting.id),
        event: posting.event_seq,
      })
    if (!Number.isSafeInteger(amount_minor) || amount_minor < 1) {
      wrong('amount_minor', `amount_minor is ${amount_minor}, which is no positive whole number.`)
    }
    if (debit_account_id === credit_account_id) {
      wrong('credit_account_id', `it moves from account ${credit_account_id} to the same.`)
    }
    if (!funds.has(fund_id)) wrong('fund_id', `fund_id is ${fund_id}, which was not there yet.`)
    for (const account of [debit_account_id, credit_account_id]) {
      if (!state.knows(account)) wrong('account', `account ${account} was not there yet.`)
    }
  }

  /** One serial for each entry of a fund, without a gap: an omitted payment shows (design section 7). */
  function checkSerial(posting: Posting): void {
    const last = serials.get(posting.fund_id) ?? { serial: 0, entry: 0 }
    const expected = last.entry === posting.entry_id ? last.serial : last.serial + 1
    differs(posting, 'fund_serial', expected)
    serials.set(posting.fund_id, { serial: posting.fund_serial, entry: posting.entry_id })
  }

  return {
    state,
    row: (table: Witnessed, row: SqlRow, event) => {
      if (table === 'posting') takePosting(row as unknown as Posting)
      else if (table === 'entry') takeEntry(row as unknown as Entry, event.at)
      else if (table === 'account') state.account(row as unknown as Row<'account'>)
      else if (table === 'fund') funds.add(Number(row.id))
    },
    event: ({ seq }) => {
      for (const entry of pending.slice(current)) {
        const sentence = `its event ends before all of its ${counts(entry.legs, 'leg')} are there.`
        check.found('entry.legs', sentence, { table: 'entry', row: String(entry.id), event: seq })
      }
      pending = []
      current = 0
      awaited = 0
      leg = 0
    },
    counted: () =>
      `${counts(entries, 'entry', 'entries')} with ${counts(postings, 'posting')} in ${counts(serials.size, 'fund')}: serials without a gap, running totals, ${counts(reversed.size, 'reversal')}`,
  }
}

function isMirror(original: readonly Posting[], reversal: readonly Posting[]): boolean {
  return (
    original.length === reversal.length &&
    original.every((leg, place) => {
      const turned = reversal[place]!
      return (
        leg.fund_id === turned.fund_id &&
        leg.debit_account_id === turned.credit_account_id &&
        leg.credit_account_id === turned.debit_account_id &&
        leg.amount_minor === turned.amount_minor &&
        leg.party_id === turned.party_id
      )
    })
  )
}
