/**
 * Registers: the postings of an account in a fund by day, newest first, with the running balance. The
 * day's balance row names its newest posting and each posting names the one before it, so that a page
 * costs its own rows and nothing else.
 */
import { type Day, lastDay } from '../kit/day.ts'
import type { AccountId, FundId, PostingId } from '../kit/ids.ts'
import { addMinor, type Minor, negateMinor, subtractMinor } from '../kit/money.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Posting } from './entries.ts'
import { cursorInvalid } from './refusals.ts'

export interface RegisterRow {
  readonly posting: Posting
  /** Debit-positive effect on the account. */
  readonly amountMinor: Minor
  /** The account's balance in the fund after this row, in the order of days. */
  readonly balanceMinor: Minor
}

export interface RegisterPage {
  readonly rows: readonly RegisterRow[]
  /** Gives the next, older page; null on the last one. */
  readonly cursor: string | null
}

interface DayRow {
  readonly day: Day
  readonly balance_minor: Minor
  readonly moved_minor: Minor
  readonly last_posting_id: PostingId
}

const postingById = prepare((p: { id: PostingId }) =>
  build.selectFrom('posting').selectAll().where('id', '=', p.id),
)
const daysUpTo = prepare((p: { accountId: AccountId; fundId: FundId; day: Day; limit: number }) =>
  build
    .selectFrom('balance_day')
    .select(['day', 'balance_minor', 'moved_minor', 'last_posting_id'])
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '<=', p.day)
    .orderBy('day', 'desc')
    .limit(p.limit),
)
const daysWithin = prepare((p: { accountId: AccountId; fundId: FundId; from: Day; to: Day }) =>
  build
    .selectFrom('balance_day')
    .select(['day', 'balance_minor', 'moved_minor', 'last_posting_id'])
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '>=', p.from)
    .where('day', '<=', p.to)
    .orderBy('day'),
)
const daysFrom = prepare((p: { accountId: AccountId; fundId: FundId; day: Day; limit: number }) =>
  build
    .selectFrom('balance_day')
    .select(['day', 'balance_minor', 'moved_minor', 'last_posting_id'])
    .where('account_id', '=', p.accountId)
    .where('fund_id', '=', p.fundId)
    .where('day', '>=', p.day)
    .orderBy('day')
    .limit(p.limit),
)
const accountsMoved = prepare((p: { fundId: FundId }) =>
  build.selectFrom('balance').select('account_id').where('fund_id', '=', p.fundId),
)

/** One page of a register, newest first. Refuses `register.cursor`. */
export function registerPage(
  reader: Reader,
  of: { readonly accountId: AccountId; readonly fundId: FundId },
  page: { readonly limit: number; readonly cursor: string | null },
): RegisterPage {
  const start = page.cursor === null ? undefined : postingAtCursor(reader, of, page.cursor)
  const from = start?.effective_on ?? lastDay
  const found: RegisterRow[] = []
  for (const day of rows(reader, daysUpTo, { ...of, day: from, limit: page.limit + 1 })) {
    const newest = start && day.day === start.effective_on ? start.id : day.last_posting_id
    for (const row of ofDay(reader, of.accountId, day, newest)) {
      if (found.length === page.limit) return { rows: found, cursor: String(row.posting.id) }
      found.push(row)
    }
  }
  return { rows: found, cursor: null }
}

/** A day's rows from `newest` back to the day's first. */
function* ofDay(
  reader: Reader,
  accountId: AccountId,
  day: DayRow,
  newest: PostingId,
): Generator<RegisterRow> {
  const opening = subtractMinor(day.balance_minor, day.moved_minor)
  let next: PostingId | null = newest
  while (next !== null) {
    const posting: Posting = first(reader, postingById, { id: next })!
    const debit = posting.debit_account_id === accountId
    const running = debit ? posting.debit_running_minor : posting.credit_running_minor
    yield {
      posting,
      amountMinor: debit ? posting.amount_minor : negateMinor(posting.amount_minor),
      balanceMinor: addMinor(opening, running),
    }
    next = debit ? posting.debit_previous_id : posting.credit_previous_id
  }
}

function postingAtCursor(
  reader: Reader,
  of: { readonly accountId: AccountId; readonly fundId: FundId },
  cursor: string,
): Posting {
  const id = /^[1-9][0-9]{0,15}$/.test(cursor) ? Number(cursor) : 0
  const found = first(reader, postingById, { id: id as PostingId })
  const sides = [found?.debit_account_id, found?.credit_account_id]
  if (!found || found.fund_id !== of.fundId || !sides.includes(of.accountId)) {
    throw cursorInvalid({ cursor: cursor.slice(0, 40) })
  }
  return found
}

/** A page of a register with the ways on and back. */
export interface RegisterView {
  readonly rows: readonly RegisterRow[]
  readonly next: string | null
  readonly previous: string | null
}

interface Register {
  readonly accountId: AccountId
  readonly fundId: FundId
}

/**
 * One page of a register, newest first, from the cursor on: `n` and the page's first posting, or `p` and
 * the one that follows the page. Without a cursor it begins on a day or with the newest row. Refuses
 * `register.cursor`.
 */
export function registerView(
  reader: Reader,
  of: Register,
  page: { readonly limit: number; readonly cursor: string | null; readonly fromDay: Day | null },
): RegisterView {
  const { limit, cursor, fromDay } = page
  if (cursor?.startsWith('p')) return newerPage(reader, of, limit, cursor)
  const wrong = cursor !== null && !cursor.startsWith('n')
  if (wrong) throw cursorInvalid({ cursor: cursor.slice(0, 40) })
  const [onDay] =
    cursor === null && fromDay !== null
      ? rows(reader, daysUpTo, { ...of, day: fromDay, limit: 1 })
      : []
  if (cursor === null && fromDay !== null && !onDay) return { rows: [], next: null, previous: null }
  const begin = cursor?.slice(1) ?? (onDay ? String(onDay.last_posting_id) : null)
  const found = registerPage(reader, of, { limit, cursor: begin })
  return {
    rows: found.rows,
    next: found.cursor === null ? null : `n${found.cursor}`,
    previous: cursorBack(reader, of, found.rows[0]),
  }
}

/** The way to what is newer than a row, or null when it is the newest. */
function cursorBack(reader: Reader, of: Register, row: RegisterRow | undefined): string | null {
  const [newest] = rows(reader, daysUpTo, { ...of, day: lastDay, limit: 1 })
  if (!row || newest?.last_posting_id === row.posting.id) return null
  return `p${row.posting.id}`
}

/** The rows right before a posting. A day is walked from its newest row, since rows name those before them. */
function newerPage(reader: Reader, of: Register, limit: number, cursor: string): RegisterView {
  const after = postingAtCursor(reader, of, cursor.slice(1))
  const found: RegisterRow[] = []
  for (const day of rows(reader, daysFrom, { ...of, day: after.effective_on, limit: limit + 1 })) {
    const ofThisDay: RegisterRow[] = []
    for (const row of ofDay(reader, of.accountId, day, day.last_posting_id)) {
      if (row.posting.id === after.id) break
      ofThisDay.push(row)
    }
    found.unshift(...ofThisDay.slice(-limit))
    if (found.length >= limit) break
  }
  const shown = found.slice(-limit)
  return {
    rows: shown,
    next: `n${after.id}`,
    previous: cursorBack(reader, of, shown[0]),
  }
}

/**
 * Every posting of a fund with an effective day in the range and an id up to `last`, by day and then in
 * the order recorded.
 */
export function postingsOfFund(
  reader: Reader,
  fundId: FundId,
  range: { readonly from: Day; readonly to: Day; readonly last: PostingId },
): Posting[] {
  // Each posting lies in the chains of both its accounts; it is read in the first that comes.
  const read = new Map<PostingId, Posting>()
  const { from, to } = range
  for (const { account_id: accountId } of rows(reader, accountsMoved, { fundId })) {
    for (const day of rows(reader, daysWithin, { accountId, fundId, from, to })) {
      let next: PostingId | null = day.last_posting_id
      while (next !== null) {
        const posting: Posting = read.get(next) ?? first(reader, postingById, { id: next })!
        read.set(next, posting)
        const debit = posting.debit_account_id === accountId
        next = debit ? posting.debit_previous_id : posting.credit_previous_id
      }
    }
  }
  return [...read.values()]
    .filter(({ id }) => id <= range.last)
    .sort((a, b) =>
      a.effective_on < b.effective_on ? -1 : a.effective_on > b.effective_on ? 1 : a.id - b.id,
    )
}
