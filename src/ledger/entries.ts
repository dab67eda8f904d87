/** Entries as they stand in the book, and their reversal. */
import type { Row } from '../../db/schema.ts'
import { keepDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import type { Day } from '../kit/day.ts'
import type { EntryId, PostingId } from '../kit/ids.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { accountById } from './accounts.ts'
import { fundById, reachesFund } from './funds.ts'
import type { Leg } from './legs.ts'
import { firstOpenDay } from './periods.ts'
import { type PostedEntry, post } from './post.ts'
import { alreadyReversed, entryBeyondScope, entryUnknown, isReversal } from './refusals.ts'

export type Entry = Row<'entry'>
export type Posting = Row<'posting'>

const byId = prepare((p: { id: EntryId }) =>
  build.selectFrom('entry').selectAll().where('id', '=', p.id),
)
const reversalOf = prepare((p: { id: EntryId }) =>
  build.selectFrom('entry').selectAll().where('reverses', '=', p.id),
)
const postingsFrom = prepare((p: { first: PostingId; legs: number }) =>
  build.selectFrom('posting').selectAll().where('id', '>=', p.first).orderBy('id').limit(p.legs),
)

/** The entry with an id, of which this caller reaches a fund. Refuses `entry.unknown`. */
export function entryWithId(asker: Scoped, entryId: EntryId): Entry {
  const found = entryById(asker, entryId)
  if (!reachesEntry(asker, found)) throw entryUnknown({ entry: entryId })
  return found
}

/** Whether a posting of an entry lies in a fund that exists for this caller. */
export function reachesEntry(asker: Scoped, entry: Entry): boolean {
  if (asker.scope === 'all') return true
  return postingsOf(asker, entry).some(({ fund_id }) => reachesFund(asker, fund_id))
}

/** Refuses `entry.beyond_scope` for an entry that also touches a fund which this caller does not reach. */
export function requireAllReached(asker: Scoped, entry: Entry): void {
  const all = postingsOf(asker, entry).every(({ fund_id }) => reachesFund(asker, fund_id))
  if (!all) throw entryBeyondScope({ entry: entry.id })
}

/** The entry with an id that stands in the book. */
export function entryById(reader: Reader, entryId: EntryId): Entry {
  const found = first(reader, byId, { id: entryId })
  if (!found) throw entryUnknown({ entry: entryId })
  return found
}

/** The entry that reverses this one, or undefined. */
export function findReversal(reader: Reader, entryId: EntryId): Entry | undefined {
  return first(reader, reversalOf, { id: entryId })
}

/** The postings of an entry, in their order. */
export function postingsOf(reader: Reader, entry: Entry): Posting[] {
  return rows(reader, postingsFrom, { first: entry.first_posting_id, legs: entry.legs })
}

/** The legs of an entry that stands in the book, as they could be posted again. */
export function legsOfEntry(reader: Reader, entry: Entry): Leg[] {
  return postingsOf(reader, entry).map((posting) => ({
    fund: fundById(reader, posting.fund_id),
    debit: accountById(reader, posting.debit_account_id),
    credit: accountById(reader, posting.credit_account_id),
    amountMinor: posting.amount_minor,
    partyId: posting.party_id,
  }))
}

/** The same leg the other way round. */
export function turned(leg: Leg): Leg {
  return { ...leg, debit: leg.credit, credit: leg.debit }
}

export interface Reversal extends PostedEntry {
  readonly effectiveOn: Day
  readonly originalOn: Day
}

/**
 * Reverses an entry, once, with its stored legs turned round: on the same day if its period is open,
 * else on the first open day after it. Refuses `entry.unknown`, `entry.is_reversal`,
 * `entry.already_reversed`, `period.closed`, `account.below_floor`.
 */
export function reverseEntry(act: Act, entryId: EntryId, reason: string): Reversal {
  const entry = entryById(act, entryId)
  if (entry.reverses !== null) throw isReversal({ entry: entryId, reverses: entry.reverses })
  const earlier = findReversal(act, entryId)
  if (earlier) {
    throw alreadyReversed({ entry: entryId, by: earlier.id, on: earlier.effective_on })
  }
  const effectiveOn = firstOpenDay(act, entry.effective_on)
  const posted = post(act, {
    kind: 'entry.reversed',
    effectiveOn,
    subject: entry.subject,
    legs: legsOfEntry(act, entry).map(turned),
    reverses: entryId,
    noteDetailId: keepDetail(act, 'reversal_reason', reason),
  })
  return { ...posted, effectiveOn, originalOn: entry.effective_on }
}
