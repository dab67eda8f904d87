/**
 * The balances kept beside the postings: per account and fund, now and at the close of each day. A day's
 * row also names the day's newest posting, from which the chain of a register starts.
 */
import type { Act } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { AccountId, FundId, PostingId } from '../kit/ids.ts'
import { amountText, type Minor, minor, zeroMinor } from '../kit/money.ts'
import { build, first, prepare, write } from '../store/prepare.ts'
import type { Account } from './accounts.ts'
import type { Leg } from './legs.ts'
import { floorBroken, tooLargeTogether } from './refusals.ts'

export interface Bucket {
  readonly accountId: AccountId
  readonly fundId: FundId
  readonly day: Day
}

const dayBefore = prepare((p: Bucket) =>
  build
    .selectFrom('balance_day')
    .select(['day', 'balance_minor', 'moved_minor', 'last_posting_id'])
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '<=', p.day)
    .orderBy('day', 'desc')
    .limit(1),
)
const lowestAfter = prepare((p: Bucket & { sign: Minor }) =>
  build
    .selectFrom('balance_day')
    .select((e) => e.fn.min(e('balance_minor', '*', p.sign)).as('lowest'))
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '>=', p.day),
)
const setDay = prepare(
  (p: Bucket & { balance: Minor; moved: Minor; posting: PostingId; floor: number }) =>
    build
      .insertInto('balance_day')
      .values({
        account_id: p.accountId,
        fund_id: p.fundId,
        day: p.day,
        balance_minor: p.balance,
        moved_minor: p.moved,
        last_posting_id: p.posting,
        floor: p.floor,
      })
      .onConflict((on) =>
        on.columns(['account_id', 'fund_id', 'day']).doUpdateSet((e) => ({
          balance_minor: e.ref('excluded.balance_minor'),
          moved_minor: e.ref('excluded.moved_minor'),
          last_posting_id: e.ref('excluded.last_posting_id'),
        })),
      ),
)
const shiftLaterDays = prepare((p: Bucket & { amount: Minor }) =>
  build
    .updateTable('balance_day')
    .set((e) => ({ balance_minor: e('balance_minor', '+', p.amount) }))
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '>', p.day),
)
const balanceNow = prepare((p: { accountId: AccountId; fundId: FundId }) =>
  build
    .selectFrom('balance')
    .select('balance_minor')
    .where('fund_id', '=', p.fundId)
    .where('account_id', '=', p.accountId),
)
const setBalance = prepare(
  (p: { accountId: AccountId; fundId: FundId; balance: Minor; floor: number }) =>
    build
      .insertInto('balance')
      .values({
        account_id: p.accountId,
        fund_id: p.fundId,
        balance_minor: p.balance,
        floor: p.floor,
      })
      .onConflict((on) =>
        on.columns(['fund_id', 'account_id']).doUpdateSet((e) => ({
          balance_minor: e.ref('excluded.balance_minor'),
        })),
      ),
)

/** One side of a leg: which account moves, which way, on which day. */
export interface Side {
  readonly account: Account
  readonly sign: 1 | -1
  readonly day: Day
  readonly highOn: Day
  readonly postingId: PostingId
}

/** A posting's place in the chain of its account, fund and day. */
export interface ChainPlace {
  readonly previousId: PostingId | null
  readonly runningMinor: Minor
}

/** An account's newest day in a fund; in a run it may be ahead of the database. */
export interface Newest {
  bucket: Bucket
  readonly account: Account
  balance: Minor
  moved: Minor
  /** Null until the account has moved on the day. */
  lastPostingId: PostingId | null
  /** False until it differs from what the database holds. */
  dirty: boolean
}

/** The account's newest day in the fund, as the database holds it; the asked one before its first. */
export function newestIn(act: Act, bucket: Bucket, account: Account): Newest {
  const last = first(act, dayBefore, bucket)
  return {
    bucket: last && last.day !== bucket.day ? { ...bucket, day: last.day } : bucket,
    account,
    balance: last?.balance_minor ?? zeroMinor,
    moved: last?.moved_minor ?? zeroMinor,
    lastPostingId: last?.last_posting_id ?? null,
    dirty: false,
  }
}

/** Writes a newest day: the day's row, and unless `dayOnly` the balance now, which is its close. */
export function writeNewest(act: Act, newest: Newest, dayOnly = false): void {
  const { account, balance, moved, lastPostingId } = newest
  if (!newest.dirty || lastPostingId === null) return
  const { accountId, fundId, day } = newest.bucket
  const { floor } = account
  write(act, setDay, { accountId, fundId, day, balance, moved, posting: lastPostingId, floor })
  if (!dayOnly) write(act, setBalance, { accountId, fundId, balance, floor })
}

/** A move on a day before the book's newest: every later day of the account moves with it. */
export function moveBackdated(act: Act, leg: Leg, side: Side): ChainPlace {
  const { account, day } = side
  const { floor } = account
  const bucket = { accountId: account.id, fundId: leg.fund.id, day }
  const amount = minor(side.sign * leg.amountMinor)
  const last = first(act, dayBefore, bucket)
  const before = first(act, balanceNow, bucket)?.balance_minor ?? zeroMinor
  const now = sumOf(before, amount, account)
  requireFloor(leg, side, lowestFrom(act, bucket, account, before))
  const sameDay = last?.day === day
  const balance = sumOf(last?.balance_minor ?? zeroMinor, amount, account)
  const moved = minor((sameDay ? last.moved_minor : 0) + amount)
  write(act, setDay, { ...bucket, balance, moved, posting: side.postingId, floor })
  write(act, shiftLaterDays, { ...bucket, amount })
  write(act, setBalance, { ...bucket, balance: now, floor })
  return { previousId: sameDay ? last.last_posting_id : null, runningMinor: moved }
}

/** The balance nearest to the floor, on the day, on any later one, or now. */
function lowestFrom(act: Act, bucket: Bucket, { floor }: Account, now: Minor): Minor {
  if (floor === 0) return now
  const onDay = first(act, dayBefore, bucket)?.balance_minor ?? zeroMinor
  const after = first(act, lowestAfter, { ...bucket, sign: minor(floor) })?.lowest ?? floor * now
  return minor(floor * Math.min(floor * now, floor * onDay, Number(after)))
}

/** Refuses `amount.total_too_large`. */
export function sumOf(balance: Minor, amount: Minor, account: Account): Minor {
  const sum = balance + amount
  if (!Number.isSafeInteger(sum)) throw tooLargeTogether({ account: account.code })
  return minor(sum)
}

/** Refuses a move that takes a floored account from `lowest` below zero. */
export function requireFloor(leg: Leg, { account, sign }: Side, lowest: Minor): void {
  if (account.floor * sign >= 0 || account.floor * lowest >= leg.amountMinor) return
  const { currency } = leg.fund
  throw floorBroken({
    account: `${account.name} (${account.code})`,
    fund: leg.fund.code,
    balance: amountText(minor(account.floor * lowest), currency),
    amount: amountText(leg.amountMinor, currency),
    currency,
  })
}

const markSql = `insert into balance_mark (posting_id, account_id, fund_id, balance_minor)
  select ?, account_id, fund_id, balance_minor from balance`

/** Keeps all balances as they stand right after a posting. */
export function markBalances(act: Act, postingId: PostingId): void {
  act.run(markSql, [postingId])
}
