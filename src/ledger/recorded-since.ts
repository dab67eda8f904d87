/**
 * Entries of a fund that were recorded after an event and lie in a period: whether what was said of the
 * period then would be said now.
 */
import type { Day } from '../kit/day.ts'
import type { EventSeq, FundId, PostingId } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { postingAt, stretchOf } from './places.ts'

const newestSerial = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.max('fund_serial').as('serial'))
    .where('fund_id', '=', p.fundId),
)
const eventOf = prepare((p: { fundId: FundId; serial: number }) =>
  build
    .selectFrom('posting')
    .select('event_seq')
    .where('fund_id', '=', p.fundId)
    .where('fund_serial', '=', p.serial)
    .limit(1),
)
const between = prepare(
  (p: { fundId: FundId; first: number; before: number; from: Day; to: Day }) =>
    build
      .selectFrom('posting')
      .select((e) => e.fn.count<number>('fund_serial').distinct().as('entries'))
      .where('fund_id', '=', p.fundId)
      .where('fund_serial', '>=', p.first)
      .where('fund_serial', '<', p.before)
      .where('effective_on', '>=', p.from)
      .where('effective_on', '<=', p.to),
)
const backdated = prepare((p: { fundId: FundId; least: PostingId; from: Day; to: Day }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.count<number>('fund_serial').distinct().as('entries'))
    .where('id', '>=', p.least)
    .whereRef('effective_on', '<', 'high_on')
    .where('fund_id', '=', p.fundId)
    .where('effective_on', '>=', p.from)
    .where('effective_on', '<=', p.to),
)

interface Since {
  readonly from: Day
  readonly to: Day
  /** The last event that was known. */
  readonly known: EventSeq
}

/** The first serial of a fund that was recorded after an event; one above the newest when there is none. */
function firstAfter(reader: Reader, fundId: FundId, known: EventSeq, newest: number): number {
  let [least, most] = [1, newest + 1]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (first(reader, eventOf, { fundId, serial: middle })!.event_seq > known) most = middle
    else least = middle + 1
  }
  return least
}

/** How many entries of a fund with a day in the range were recorded after event `known`. */
export function recordedSince(reader: Reader, fundId: FundId, { from, to, known }: Since): number {
  const newest = first(reader, newestSerial, { fundId })?.serial ?? 0
  const later = firstAfter(reader, fundId, known, newest)
  if (later > newest) return 0
  const stretch = stretchOf(reader, fundId, { from, to }, later)
  const before = stretch.end!
  const within = first(reader, between, { fundId, first: stretch.first, before, from, to })!
  if (before > newest) return within.entries
  const least = postingAt(reader, fundId, before) as PostingId
  return within.entries + first(reader, backdated, { fundId, least, from, to })!.entries
}
