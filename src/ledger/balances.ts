/**
 * Balances on both time axes (design section 6): what was true on day D, and what the book knew at
 * sequence S. All are debit-positive minor units.
 */
import type { Day } from '../kit/day.ts'
import type { AccountId, EventSeq, FundId, PostingId } from '../kit/ids.ts'
import { addMinor, type Minor, minor, negateMinor, zeroMinor } from '../kit/money.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

export interface Balance {
  readonly fundId: FundId
  readonly accountId: AccountId
  readonly balanceMinor: Minor
}

/** Which balances: null means now, and all that is known. */
export interface Axes {
  readonly asOf: Day | null
  readonly knownAt: EventSeq | null
}

function nowOf() {
  return build
    .selectFrom('balance as b')
    .select(['b.fund_id as fundId', 'b.account_id as accountId', 'b.balance_minor as balanceMinor'])
}

function onDayOf(p: { day: Day }) {
  return build
    .selectFrom('balance as b')
    .select((e) => [
      'b.fund_id as fundId',
      'b.account_id as accountId',
      e
        .selectFrom('balance_day as d')
        .select('d.balance_minor')
        .whereRef('d.account_id', '=', 'b.account_id')
        .whereRef('d.fund_id', '=', 'b.fund_id')
        .where('d.day', '<=', p.day)
        .orderBy('d.day', 'desc')
        .limit(1)
        .as('balanceMinor'),
    ])
}

const now = prepare<Record<never, never>, Balance>(nowOf)
const nowInFund = prepare((p: { fundId: FundId }) => nowOf().where('b.fund_id', '=', p.fundId))
const asOfDay = prepare(onDayOf)
const asOfDayInFund = prepare((p: { day: Day; fundId: FundId }) =>
  onDayOf(p).where('b.fund_id', '=', p.fundId),
)

const newestPosting = prepare<Record<never, never>, { id: PostingId }>(() =>
  build.selectFrom('posting').select('id').orderBy('id', 'desc').limit(1),
)
const postingAt = prepare((p: { id: PostingId }) =>
  build.selectFrom('posting').select(['id', 'event_seq', 'high_on']).where('id', '=', p.id),
)
const markBefore = prepare((p: { id: PostingId }) =>
  build
    .selectFrom('balance_mark')
    .select('posting_id')
    .where('posting_id', '<=', p.id)
    .orderBy('posting_id', 'desc')
    .limit(1),
)
const marked = prepare((p: { id: PostingId }) =>
  build
    .selectFrom('balance_mark')
    .select(['fund_id as fundId', 'account_id as accountId', 'balance_minor as balanceMinor'])
    .where('posting_id', '=', p.id),
)

interface Sums {
  readonly fund_id: FundId
  readonly debit_account_id: AccountId
  readonly credit_account_id: AccountId
  readonly total: number
}

/** What postings moved, by fund and pair of accounts. */
const sums = () =>
  build
    .selectFrom('posting')
    .select((e) => [
      'fund_id',
      'debit_account_id',
      'credit_account_id',
      e.fn.sum<number>('amount_minor').as('total'),
    ])
    .groupBy(['fund_id', 'debit_account_id', 'credit_account_id'])
const between = prepare((p: { after: PostingId; to: PostingId }) =>
  sums().where('id', '>', p.after).where('id', '<=', p.to),
)
const backdatedAfter = prepare((p: { after: PostingId; day: Day }) =>
  sums()
    .where('id', '>', p.after)
    .whereRef('effective_on', '<', 'high_on')
    .where('effective_on', '<=', p.day),
)

/** The balance of every account in every fund that it ever moved in. */
export function balances(reader: Reader, axes: Axes): Balance[] {
  return balancesIn(reader, axes, null)
}

/** At least those of the fund, if one is given. */
function balancesIn(reader: Reader, axes: Axes, fundId: FundId | null): Balance[] {
  if (axes.knownAt === null) {
    if (axes.asOf !== null) return onDay(reader, axes.asOf, fundId)
    return fundId === null ? rows(reader, now, {}) : rows(reader, nowInFund, { fundId })
  }
  const last = lastPostingKnown(reader, axes.knownAt)
  if (last === undefined) return []
  const { asOf } = axes
  // What was dated after the newest day then known cannot have been known; so D cuts nothing off.
  if (asOf === null || asOf >= last.high_on) return known(reader, last.id)
  // Whatever is dated up to D and was recorded later than S was backdated when it came.
  const sums = rows(reader, backdatedAfter, { after: last.id, day: asOf })
  return added(onDay(reader, asOf, fundId), sums, -1)
}

/** Balances of one fund by account; accounts that never moved in it are absent. */
export function balancesOfFund(reader: Reader, fundId: FundId, axes: Axes): Map<AccountId, Minor> {
  const found = new Map<AccountId, Minor>()
  for (const row of balancesIn(reader, axes, fundId)) {
    if (row.fundId === fundId) found.set(row.accountId, row.balanceMinor)
  }
  return found
}

function onDay(reader: Reader, day: Day, fundId: FundId | null): Balance[] {
  const found =
    fundId === null ? rows(reader, asOfDay, { day }) : rows(reader, asOfDayInFund, { day, fundId })
  return found.map((row) => ({ ...row, balanceMinor: row.balanceMinor ?? zeroMinor }))
}

function known(reader: Reader, last: PostingId): Balance[] {
  const mark = first(reader, markBefore, { id: last })?.posting_id ?? (0 as PostingId)
  const start = mark === 0 ? [] : rows(reader, marked, { id: mark })
  return added(start, rows(reader, between, { after: mark, to: last }), 1)
}

function added(start: readonly Balance[], sums: readonly Sums[], sign: 1 | -1): Balance[] {
  const kept = new Map<string, Balance>()
  for (const row of start) kept.set(`${row.fundId}/${row.accountId}`, row)
  const add = (fundId: FundId, accountId: AccountId, amount: Minor) => {
    const key = `${fundId}/${accountId}`
    const balanceMinor = addMinor(kept.get(key)?.balanceMinor ?? zeroMinor, amount)
    kept.set(key, { fundId, accountId, balanceMinor })
  }
  for (const { fund_id, debit_account_id, credit_account_id, total } of sums) {
    const amount = minor(total * sign)
    add(fund_id, debit_account_id, amount)
    add(fund_id, credit_account_id, negateMinor(amount))
  }
  return [...kept.values()]
}

/**
 * The last posting that event `seq` or an earlier one wrote. Posting ids rise with their events, so it
 * is found by halving.
 */
export function lastPostingKnown(
  reader: Reader,
  seq: EventSeq,
): { id: PostingId; high_on: Day } | undefined {
  let low = 0
  let high = first(reader, newestPosting, {})?.id ?? 0
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const row = first(reader, postingAt, { id: middle as PostingId })!
    if (row.event_seq <= seq) low = middle
    else high = middle - 1
  }
  return low === 0 ? undefined : first(reader, postingAt, { id: low as PostingId })
}
