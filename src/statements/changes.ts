/** What changed since the last issue of a statement for the same fund and period. */
import type { EventSeq, FundId, PostingId } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Statement, StatementChanges } from './statement.ts'

/** Entries that were reversed by an event after `since` and up to `known`. */
const reversedBetween = prepare((p: { since: EventSeq; known: EventSeq }) =>
  build
    .selectFrom('entry as r')
    .innerJoin('entry as o', 'o.id', 'r.reverses')
    .select(['o.first_posting_id', 'o.legs'])
    .where('r.reverses', 'is not', null)
    .where('r.event_seq', '>', p.since)
    .where('r.event_seq', '<=', p.known)
    .orderBy('o.id'),
)
const serialsOf = prepare((p: { first: PostingId; legs: number }) =>
  build
    .selectFrom('posting')
    .select(['fund_id', 'fund_serial'])
    .where('id', '>=', p.first)
    .orderBy('id')
    .limit(p.legs),
)

/** Compares a statement with its earlier issue. */
export function changesSince(
  reader: Reader,
  fundId: FundId,
  earlier: Statement,
  now: Statement,
): StatementChanges {
  const before = new Set(earlier.lines.map(({ serial }) => serial))
  const added = [...new Set(now.lines.map(({ serial }) => serial))].filter(
    (serial) => !before.has(serial),
  )
  const since = earlier.known.sequence as EventSeq
  const reversed = new Set<number>()
  const found = rows(reader, reversedBetween, { since, known: now.known.sequence as EventSeq })
  for (const { first_posting_id, legs } of found) {
    for (const posting of rows(reader, serialsOf, { first: first_posting_id, legs })) {
      if (posting.fund_id === fundId && before.has(posting.fund_serial))
        reversed.add(posting.fund_serial)
    }
  }
  return {
    since: earlier.issue!.number,
    since_sequence: since,
    added: added.sort((a, b) => a - b),
    reversed: [...reversed].sort((a, b) => a - b),
    receipts_delta_minor: now.receipts_minor - earlier.receipts_minor,
    payments_delta_minor: now.payments_minor - earlier.payments_minor,
  }
}
