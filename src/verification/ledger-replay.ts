/**
 * Replays every entry and posting in the order recorded: serials, legs, the links and running totals of
 * each account's day, and reversals. What it adds up is then compared with the kept balances.
 */
import type { Row } from '../../db/schema.ts'
import type { Reader } from '../store/store.ts'
import {
  type BalanceState,
  balanceState,
  compareMark,
  knowAccount,
  movePosting,
  type Side,
} from './balance-state.ts'
import type { Listener } from './chain.ts'
import { type Collector, counts, type Where } from './report.ts'
import { checkReversal, type Reversals, reversals } from './reversals.ts'

type Entry = Row<'entry'>
type Posting = Row<'posting'>

export interface LedgerReplay extends Listener {
  readonly balances: BalanceState
  counted(): string
}

interface Replay {
  readonly check: Collector
  readonly balances: BalanceState
  readonly reversals: Reversals
  readonly funds: Set<number>
  readonly serials: Map<number, { readonly serial: number; readonly entry: number }>
  entries: number
  postings: number
  highOn: string
  /** The entries of the event in hand, the place of the one whose legs come now, and legs to come. */
  pending: Entry[]
  current: number
  leg: number
  awaited: number
}

/** Makes the listener. Findings of entries and postings go to `check`, of balances to `balances`. */
export function ledgerReplay(reader: Reader, check: Collector, balances: Collector): LedgerReplay {
  const replay: Replay = {
    check,
    balances: balanceState(reader, balances),
    reversals: reversals(reader, check),
    funds: new Set(),
    serials: new Map(),
    entries: 0,
    postings: 0,
    highOn: '',
    pending: [],
    current: 0,
    leg: 0,
    awaited: 0,
  }
  return {
    balances: replay.balances,
    row: (table, row, event) => {
      if (table === 'posting') takePosting(replay, row as unknown as Posting)
      else if (table === 'entry') takeEntry(replay, row as unknown as Entry, event.at)
      else if (table === 'account') knowAccount(replay.balances, row as unknown as Row<'account'>)
      else if (table === 'fund') replay.funds.add(Number(row.id))
    },
    event: ({ seq }) => endEvent(replay, seq),
    counted: () => {
      const { entries, postings, serials } = replay
      const reversed = counts(replay.reversals.by.size, 'reversal')
      return `${counts(entries, 'entry', 'entries')} with ${counts(postings, 'posting')} in ${counts(serials.size, 'fund')}: serials without a gap, running totals, ${reversed}`
    },
  }
}

function takeEntry(replay: Replay, entry: Entry, at: number): void {
  const where = { table: 'entry', row: String(entry.id), event: entry.event_seq }
  const first = replay.postings + replay.awaited + 1
  if (entry.first_posting_id !== first) {
    const sentence = `first_posting_id is ${entry.first_posting_id}; the legs before it end at ${first - 1}.`
    replay.check.found('entry.first_posting_id', sentence, where)
  }
  if (entry.recorded_at !== at) {
    const sentence = `recorded_at is ${entry.recorded_at}; its event happened at ${at}.`
    replay.check.found('entry.recorded_at', sentence, where)
  }
  replay.entries += 1
  replay.awaited += entry.legs
  replay.pending.push(entry)
  if (entry.reverses !== null) checkReversal(replay.reversals, entry, entry.reverses)
}

function endEvent(replay: Replay, seq: number): void {
  for (const entry of replay.pending.slice(replay.current)) {
    const sentence = `its event ends before all of its ${counts(entry.legs, 'leg')} are there.`
    const where = { table: 'entry', row: String(entry.id), event: seq }
    replay.check.found('entry.legs', sentence, where)
  }
  replay.pending = []
  replay.current = 0
  replay.leg = 0
  replay.awaited = 0
}

function placeOf(posting: Posting): Where {
  return { table: 'posting', row: String(posting.id), event: posting.event_seq }
}

function takePosting(replay: Replay, posting: Posting): void {
  replay.postings += 1
  takeLeg(replay, posting)
  if (posting.effective_on > replay.highOn) replay.highOn = posting.effective_on
  differs(replay, posting, 'high_on', replay.highOn)
  checkSerial(replay, posting)
  checkMove(replay, posting)
  compareSide(replay, posting, 'debit', movePosting(replay.balances, posting, 1))
  compareSide(replay, posting, 'credit', movePosting(replay.balances, posting, -1))
  compareMark(replay.balances, posting.id)
}

/** A posting is the next leg of the entry in hand. */
function takeLeg(replay: Replay, posting: Posting): void {
  const entry = replay.pending[replay.current]
  if (entry === undefined) {
    const sentence = 'no entry of its event has a leg for it.'
    replay.check.found('posting.without_entry', sentence, placeOf(posting))
    return
  }
  replay.leg += 1
  replay.awaited -= 1
  differs(replay, posting, 'entry_id', entry.id)
  differs(replay, posting, 'leg', replay.leg)
  differs(replay, posting, 'effective_on', entry.effective_on)
  if (replay.leg !== entry.legs) return
  replay.current += 1
  replay.leg = 0
}

function differs(
  { check }: Replay,
  posting: Posting,
  column: keyof Posting,
  expected: number | string | null,
): void {
  if (posting[column] === expected) return
  const sentence = `${column} is ${posting[column]}; it should be ${expected}.`
  check.found(`posting.${column}`, sentence, placeOf(posting))
}

function compareSide(
  replay: Replay,
  posting: Posting,
  side: 'debit' | 'credit',
  expected: Side,
): void {
  differs(replay, posting, `${side}_previous_id`, expected.previousId)
  differs(replay, posting, `${side}_running_minor`, expected.runningMinor)
}

/** Said here too, because SQLite's own checks leave CHECKs out on a connection that only reads. */
function checkMove({ check, funds, balances }: Replay, posting: Posting): void {
  const { fund_id, debit_account_id, credit_account_id, amount_minor } = posting
  const wrong = (column: string, sentence: string) =>
    check.found(`posting.${column}`, sentence, placeOf(posting))
  if (!Number.isSafeInteger(amount_minor) || amount_minor < 1) {
    wrong('amount_minor', `amount_minor is ${amount_minor}, which is no positive whole number.`)
  }
  if (debit_account_id === credit_account_id) {
    wrong('credit_account_id', `it moves from account ${credit_account_id} to the same.`)
  }
  if (!funds.has(fund_id)) wrong('fund_id', `fund_id is ${fund_id}, which was not there yet.`)
  for (const account of [debit_account_id, credit_account_id]) {
    if (!balances.floors.has(account)) wrong('account', `account ${account} was not there yet.`)
  }
}

/** One serial for each entry of a fund, without a gap: an omitted payment shows (design section 7). */
function checkSerial(replay: Replay, posting: Posting): void {
  const last = replay.serials.get(posting.fund_id) ?? { serial: 0, entry: 0 }
  const expected = last.entry === posting.entry_id ? last.serial : last.serial + 1
  differs(replay, posting, 'fund_serial', expected)
  replay.serials.set(posting.fund_id, { serial: posting.fund_serial, entry: posting.entry_id })
}
