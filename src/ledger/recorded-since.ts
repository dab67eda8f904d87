/**
 * Entries of a fund that were recorded after an event and lie in a period: whether what was said of the
 * period then would be said now. Postings rise with their events and with the latest day known, so what is
 * asked for is found by halving; only what was backdated later is looked for by its own index.
 */
import type { Day } from '../kit/day.ts'
import type { EventSeq, FundId, PostingId } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

const newestSerial = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.max('fund_serial').as('serial'))
    .where('fund_id', '=', p.fundId),
)
const atSerial = prepare((p: { fundId: FundId; serial: number }) =>
  build
    .selectFrom('posting')
    .select(['id', 'event_seq', 'high_on'])
    .where('fund_id', '=', p.fundId)
    .where('fund_serial', '=', p.serial)
    .orderBy('leg')
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

/** How many entries of a fund with a day in the range were recorded after event `known`. */
export function recordedSince(reader: Reader, fundId: FundId, { from, to, known }: Since): number {
  const newest = first(reader, newestSerial, { fundId })?.serial ?? 0
  const at = (serial: number) => first(reader, atSerial, { fundId, serial })!
  const firstFrom = (low: number, holds: (row: ReturnType<typeof at>) => boolean) => {
    let [least, most] = [low, newest + 1]
    while (least < most) {
      const middle = Math.floor((least + most) / 2)
      if (holds(at(middle))) most = middle
      else least = middle + 1
    }
    return least
  }
  const later = firstFrom(1, ({ event_seq }) => event_seq > known)
  if (later > newest) return 0
  const reached = firstFrom(later, ({ high_on }) => high_on >= from)
  const passed = firstFrom(reached, ({ high_on }) => high_on > to)
  const within = first(reader, between, { fundId, first: reached, before: passed, from, to })!
  if (passed > newest) return within.entries
  const since = first(reader, backdated, { fundId, least: at(passed).id, from, to })!
  return within.entries + since.entries
}
