/**
 * The only place where entries and postings are written (design rule 1).
 *
 * A posting moves a positive amount of one fund from a credit to a debit account, so an entry balances
 * per fund by construction. Balances are kept per account and fund, now and at the close of each day.
 */
import type { Act } from '../book/registry.ts'
import { compareDays, type Day } from '../kit/day.ts'
import {
  type AccountId,
  type EntryId,
  type FundId,
  id,
  type PartyId,
  type PostingId,
} from '../kit/ids.ts'
import { amountText, type Minor, minor } from '../kit/money.ts'
import { build, first, insert, prepare, write } from '../store/prepare.ts'
import type { Account } from './accounts.ts'
import type { Fund } from './funds.ts'
import { requireOpenDay } from './periods.ts'
import type { EntryKind } from './posting-rules.ts'
import { floorBroken, tooLargeTogether } from './refusals.ts'

/** Balances are marked after this many postings, so that the book as known then is a short sum away. */
export const postingsPerMark = 16_384

export interface Leg {
  readonly fund: Fund
  readonly debit: Account
  readonly credit: Account
  readonly amountMinor: Minor
  readonly partyId: PartyId | null
}

export interface NewEntry {
  readonly kind: EntryKind
  readonly effectiveOn: Day
  /** What it is about, for example `payout/12`. Never a name. */
  readonly subject: string
  readonly legs: readonly Leg[]
  readonly reverses: EntryId | null
  readonly noteDetailId: number | null
}

export interface PostedEntry {
  readonly id: EntryId
  /** The entry's serial in each fund it touches. */
  readonly serials: ReadonlyMap<FundId, number>
}

const newestPosting = prepare<Record<never, never>, { id: PostingId; high_on: Day }>(() =>
  build.selectFrom('posting').select(['id', 'high_on']).orderBy('id', 'desc').limit(1),
)
const newestEntry = prepare<Record<never, never>, { id: EntryId | null }>(() =>
  build.selectFrom('entry').select((e) => e.fn.max('id').as('id')),
)
const newestSerial = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.max('fund_serial').as('serial'))
    .where('fund_id', '=', p.fundId),
)

interface Bucket {
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
const markSql = `insert into balance_mark (posting_id, account_id, fund_id, balance_minor)
  select ?, account_id, fund_id, balance_minor from balance`

/**
 * Posts one entry. Refuses `day.in_future`, `period.closed`, `account.below_floor` and
 * `amount.total_too_large`; every leg must carry a positive amount and two accounts.
 */
export function post(act: Act, entry: NewEntry): PostedEntry {
  if (entry.legs.length === 0) throw new Error('An entry has at least one leg.')
  requireOpenDay(act, entry.effectiveOn)
  const entryId = id<EntryId>((first(act, newestEntry, {})?.id ?? 0) + 1)
  const newest = first(act, newestPosting, {})
  let lastId: number = newest?.id ?? 0
  insert(act, 'entry', {
    id: entryId,
    kind: entry.kind,
    first_posting_id: id<PostingId>(lastId + 1),
    legs: entry.legs.length,
    effective_on: entry.effectiveOn,
    recorded_at: act.at,
    subject: entry.subject,
    reverses: entry.reverses,
    note_detail_id: entry.noteDetailId,
    event_seq: act.seq,
  })
  const before = newest?.high_on ?? entry.effectiveOn
  const highOn = compareDays(before, entry.effectiveOn) > 0 ? before : entry.effectiveOn
  const serials = new Map<FundId, number>()
  entry.legs.forEach((leg, position) => {
    const fundId = leg.fund.id
    let serial = serials.get(fundId)
    if (serial === undefined) {
      serial = (first(act, newestSerial, { fundId })?.serial ?? 0) + 1
      serials.set(fundId, serial)
    }
    lastId += 1
    const postingId = id<PostingId>(lastId)
    const debit = move(act, leg, {
      account: leg.debit,
      sign: 1,
      day: entry.effectiveOn,
      highOn,
      postingId,
    })
    const credit = move(act, leg, {
      account: leg.credit,
      sign: -1,
      day: entry.effectiveOn,
      highOn,
      postingId,
    })
    insert(act, 'posting', {
      id: postingId,
      entry_id: entryId,
      fund_id: fundId,
      fund_serial: serial,
      leg: position + 1,
      debit_account_id: leg.debit.id,
      credit_account_id: leg.credit.id,
      amount_minor: leg.amountMinor,
      party_id: leg.partyId,
      effective_on: entry.effectiveOn,
      high_on: highOn,
      debit_previous_id: debit.previousId,
      credit_previous_id: credit.previousId,
      debit_running_minor: debit.runningMinor,
      credit_running_minor: credit.runningMinor,
      event_seq: act.seq,
    })
    if (postingId % postingsPerMark === 0) act.run(markSql, [postingId])
  })
  return { id: entryId, serials }
}

interface Side {
  readonly account: Account
  readonly sign: 1 | -1
  readonly day: Day
  readonly highOn: Day
  readonly postingId: PostingId
}

/** Moves one side's balances and answers its place in the chain of its account, fund and day. */
function move(
  act: Act,
  leg: Leg,
  side: Side,
): { previousId: PostingId | null; runningMinor: Minor } {
  const { account, sign, day } = side
  const bucket = { accountId: account.id, fundId: leg.fund.id, day }
  const amount = minor(sign * leg.amountMinor)
  const last = first(act, dayBefore, bucket)
  const sameDay = last?.day === day
  const sum = (last?.balance_minor ?? 0) + amount
  if (!Number.isSafeInteger(sum)) throw tooLargeTogether({ account: account.code })
  const balance = minor(sum)
  const moved = minor((sameDay ? last.moved_minor : 0) + amount)
  if (account.floor * amount < 0) requireFloor(act, leg, side, bucket)
  const backdated = day < side.highOn
  // Nothing lies after the newest day, so its close is the balance now.
  const now = backdated
    ? minor((first(act, balanceNow, bucket)?.balance_minor ?? 0) + amount)
    : balance
  write(act, setDay, { ...bucket, balance, moved, posting: side.postingId, floor: account.floor })
  if (backdated) write(act, shiftLaterDays, { ...bucket, amount })
  write(act, setBalance, { ...bucket, balance: now, floor: account.floor })
  return { previousId: sameDay ? last.last_posting_id : null, runningMinor: moved }
}

/** Refuses a move that takes a floored account below zero on its day, on a later day, or now. */
function requireFloor(act: Act, leg: Leg, side: Side, bucket: Bucket): void {
  const { account } = side
  const now = first(act, balanceNow, bucket)?.balance_minor ?? 0
  const onDay = first(act, dayBefore, bucket)?.balance_minor ?? 0
  let lowest = Math.min(account.floor * now, account.floor * onDay)
  if (side.day < side.highOn) {
    const after = first(act, lowestAfter, { ...bucket, sign: minor(account.floor) })?.lowest
    if (after !== null && after !== undefined) lowest = Math.min(lowest, Number(after))
  }
  if (lowest >= leg.amountMinor) return
  const { currency } = leg.fund
  throw floorBroken({
    account: `${account.name} (${account.code})`,
    fund: leg.fund.code,
    balance: amountText(minor(lowest), currency),
    amount: amountText(leg.amountMinor, currency),
    currency,
  })
}
