/** The balances that the postings add up to, and their comparison with those that the book keeps. */
import type { Row } from '../../db/schema.ts'
import { postingsPerMark } from '../ledger/post.ts'
import { build, each, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Collector, counts } from './report.ts'

type Posting = Row<'posting'>

interface Day {
  movedMinor: number
  lastPosting: number
}

interface Bucket {
  readonly accountId: number
  readonly fundId: number
  balanceMinor: number
  readonly days: Map<string, Day>
}

/** A posting's place in one account: the row before it in the same day, and the day's sum so far. */
export interface Side {
  readonly previousId: number | null
  readonly runningMinor: number
}

export interface BalanceState {
  readonly reader: Reader
  readonly check: Collector
  /** By account, once it is known. */
  readonly floors: Map<number, number>
  readonly buckets: Map<string, Bucket>
  /** Marks compared so far. */
  marked: number
}

const marksAt = prepare((p: { id: Posting['id'] }) =>
  build.selectFrom('balance_mark').selectAll().where('posting_id', '=', p.id),
)
const marks = prepare(() =>
  build.selectFrom('balance_mark').select((e) => e.fn.countAll<number>().as('count')),
)
const balances = prepare(() => build.selectFrom('balance').selectAll())
const days = prepare(() =>
  build
    .selectFrom('balance_day')
    .selectAll()
    .orderBy('account_id')
    .orderBy('fund_id')
    .orderBy('day'),
)

export function balanceState(reader: Reader, check: Collector): BalanceState {
  return { reader, check, floors: new Map(), buckets: new Map(), marked: 0 }
}

/** Takes an account into account from the event on that added it. */
export function knowAccount(state: BalanceState, { id, floor }: Row<'account'>): void {
  state.floors.set(id, floor)
}

/** Moves the debit (1) or the credit (-1) account of a posting. */
export function movePosting(state: BalanceState, posting: Posting, sign: 1 | -1): Side {
  const accountId = sign === 1 ? posting.debit_account_id : posting.credit_account_id
  const bucket = bucketOf(state, accountId, posting.fund_id)
  const amount = sign * posting.amount_minor
  bucket.balanceMinor += amount
  if ((state.floors.get(accountId) ?? 0) * bucket.balanceMinor < 0) {
    state.check.found(
      'balance.below_floor',
      `it took account ${accountId} of fund ${posting.fund_id} to ${bucket.balanceMinor}, past its floor of zero.`,
      { table: 'posting', row: String(posting.id), event: posting.event_seq },
    )
  }
  const day = bucket.days.get(posting.effective_on)
  if (day === undefined) {
    bucket.days.set(posting.effective_on, { movedMinor: amount, lastPosting: posting.id })
    return { previousId: null, runningMinor: amount }
  }
  const previousId = day.lastPosting
  day.movedMinor += amount
  day.lastPosting = posting.id
  return { previousId, runningMinor: day.movedMinor }
}

function bucketOf({ buckets }: BalanceState, accountId: number, fundId: number): Bucket {
  const key = `${fundId}/${accountId}`
  let bucket = buckets.get(key)
  if (!bucket) {
    bucket = { accountId, fundId, balanceMinor: 0, days: new Map() }
    buckets.set(key, bucket)
  }
  return bucket
}

/** Compares the marks that were made after a posting, if any are due. */
export function compareMark(state: BalanceState, postingId: Posting['id']): void {
  if (postingId % postingsPerMark !== 0) return
  const left = new Map(state.buckets)
  for (const row of rows(state.reader, marksAt, { id: postingId })) {
    state.marked += 1
    const key = `${row.fund_id}/${row.account_id}`
    const expected = left.get(key)?.balanceMinor
    left.delete(key)
    if (expected === row.balance_minor) continue
    state.check.found(
      'balance_mark.balance_minor',
      `balance_minor is ${row.balance_minor}; the postings add up to ${expected ?? 'nothing'}.`,
      { table: 'balance_mark', row: `${postingId}/${key}` },
    )
  }
  for (const key of left.keys()) {
    const where = { table: 'balance_mark', row: `${postingId}/${key}` }
    state.check.found('balance_mark.missing', 'it is missing.', where)
  }
}

/** Compares all kept balances with what was added up, and answers what was counted. */
export function compareKept(state: BalanceState): string {
  const { check, reader, buckets, marked } = state
  check.attempt(() => compareBalances(state))
  check.attempt(() => compareDays(state))
  check.attempt(() => {
    const kept = Number(rows(reader, marks, {})[0]?.count)
    if (kept === marked) return
    const sentence = `${kept} marks are kept; ${marked} are due.`
    check.found('balance_mark.unfounded', sentence, { table: 'balance_mark' })
  })
  const dayCount = [...buckets.values()].reduce((sum, bucket) => sum + bucket.days.size, 0)
  return `${counts(buckets.size, 'balance')}, ${counts(dayCount, 'day')} and ${counts(marked, 'mark')}: what the postings add up to; each fund sums to zero`
}

function compareBalances({ reader, check, buckets, floors }: BalanceState): void {
  const left = new Map(buckets)
  const sums = new Map<number, number>()
  for (const row of each(reader, balances, {})) {
    const key = `${row.fund_id}/${row.account_id}`
    const where = { table: 'balance', row: key }
    const bucket = left.get(key)
    left.delete(key)
    sums.set(row.fund_id, (sums.get(row.fund_id) ?? 0) + row.balance_minor)
    if (bucket?.balanceMinor !== row.balance_minor) {
      check.found(
        'balance.balance_minor',
        `balance_minor is ${row.balance_minor}; the postings add up to ${bucket?.balanceMinor ?? 'nothing'}.`,
        where,
      )
    }
    requireFloor(check, row, floors.get(row.account_id), where)
  }
  for (const row of left.keys()) {
    check.found('balance.missing', 'it is missing.', { table: 'balance', row })
  }
  for (const [fund, sum] of sums) {
    if (sum === 0) continue
    check.found('balance.fund_sum', `the balances of fund ${fund} sum to ${sum}, not to zero.`, {
      table: 'balance',
      row: String(fund),
    })
  }
}

function requireFloor(
  check: Collector,
  row: { readonly floor: number },
  expected: number | undefined,
  where: { table: string; row: string },
): void {
  if (row.floor === expected) return
  check.found(`${where.table}.floor`, `floor is ${row.floor}; its account's is ${expected}.`, where)
}

/** The days of one account in one fund as the postings make them, while the kept ones go by. */
interface Expected {
  readonly accountId: number
  readonly fundId: number
  readonly days: Map<string, Day>
  closing: number
}

function compareDays(state: BalanceState): void {
  const left = new Map(state.buckets)
  let expected: Expected | undefined
  for (const row of each(state.reader, days, {})) {
    if (row.account_id !== expected?.accountId || row.fund_id !== expected.fundId) {
      if (expected) reportMissing(state.check, expected)
      const key = `${row.fund_id}/${row.account_id}`
      const found = new Map(left.get(key)?.days)
      left.delete(key)
      expected = { accountId: row.account_id, fundId: row.fund_id, days: found, closing: 0 }
    }
    compareDay(state, expected, row)
  }
  if (expected) reportMissing(state.check, expected)
  for (const bucket of left.values()) reportMissing(state.check, bucket)
}

function compareDay(
  { check, floors }: BalanceState,
  expected: Expected,
  row: Row<'balance_day'>,
): void {
  const where = { table: 'balance_day', row: `${row.account_id}/${row.fund_id}/${row.day}` }
  const day = expected.days.get(row.day)
  if (day === undefined) {
    check.found('balance_day.unfounded', 'no posting moved it on that day.', where)
    return
  }
  expected.days.delete(row.day)
  expected.closing += day.movedMinor
  const differs = (column: string, found: number, due: number) => {
    if (found === due) return
    const sentence = `${column} is ${found}; the postings give ${due}.`
    check.found(`balance_day.${column}`, sentence, where)
  }
  differs('balance_minor', row.balance_minor, expected.closing)
  differs('moved_minor', row.moved_minor, day.movedMinor)
  differs('last_posting_id', row.last_posting_id, day.lastPosting)
  requireFloor(check, row, floors.get(row.account_id), where)
  if ((floors.get(row.account_id) ?? 0) * expected.closing < 0) {
    check.found('balance_day.below_floor', `its close is ${expected.closing}, past zero.`, where)
  }
}

function reportMissing(
  check: Collector,
  of: { readonly accountId: number; readonly fundId: number; readonly days: Map<string, Day> },
): void {
  for (const day of of.days.keys()) {
    const row = `${of.accountId}/${of.fundId}/${day}`
    check.found('balance_day.missing', 'it is missing.', { table: 'balance_day', row })
  }
}
