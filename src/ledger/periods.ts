/** Periods are calendar months: open, closed, or closed with a reopening asked for. */

import type { Row } from '../../db/schema.ts'
import { keepDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import { addDays, compareDays, type Day, type Month, monthOf, monthRange } from '../kit/day.ts'
import type { EventSeq } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows, steady, write } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import {
  dayInFuture,
  periodAlready,
  periodClosed,
  periodNotOver,
  reopeningOwnRequest,
} from './refusals.ts'

export type PeriodState = 'open' | 'closed' | 'reopening_requested'

const stateOf = prepare((p: { month: Month }) =>
  build.selectFrom('period').select('state').where('month', '=', p.month),
)
const states = prepare<Record<never, never>, { month: Month; state: PeriodState }>(() =>
  build.selectFrom('period').selectAll().orderBy('month', 'desc'),
)
const lastRequest = prepare((p: { month: Month }) =>
  build
    .selectFrom('period_act')
    .select(['actor'])
    .where('month', '=', p.month)
    .where('act', '=', 'reopening_requested')
    .orderBy('id', 'desc')
    .limit(1),
)
const lastActKnown = prepare((p: { month: Month; known: EventSeq }) =>
  build
    .selectFrom('period_act')
    .select('act')
    .where('month', '=', p.month)
    .where('event_seq', '<=', p.known)
    .orderBy('id', 'desc')
    .limit(1),
)
const setState = prepare((p: { month: Month; state: PeriodState }) =>
  build
    .insertInto('period')
    .values({ month: p.month, state: p.state })
    .onConflict((on) => on.column('month').doUpdateSet({ state: p.state })),
)

/** The state of a month. */
export function periodState(reader: Reader, month: Month): PeriodState {
  return steady(reader, stateOf, { month })?.state ?? 'open'
}

/** The state of a month as the book knew it after event `known`. */
export function periodStateKnown(reader: Reader, month: Month, known: EventSeq): PeriodState {
  const act = first(reader, lastActKnown, { month, known })?.act
  if (act === undefined || act === 'reopened') return 'open'
  return act === 'reopening_declined' ? 'closed' : act
}

/** All months that were ever closed, newest first. */
export function listPeriods(reader: Reader): { month: Month; state: PeriodState }[] {
  return rows(reader, states, {})
}

/** Refuses `day.in_future` and `period.closed`. */
export function requireOpenDay(act: Act, day: Day): void {
  if (compareDays(day, act.today) > 0) throw dayInFuture({ day, today: act.today })
  const month = monthOf(day)
  if (periodState(act, month) !== 'open') throw periodClosed({ day, month })
}

/**
 * The day of a correction: the same day if its period is open, else the first day after it that is open
 * and not after today. Refuses `period.closed` when there is none.
 */
export function firstOpenDay(act: Act, from: Day): Day {
  let day = from
  while (compareDays(day, act.today) <= 0) {
    if (periodState(act, monthOf(day)) === 'open') return day
    day = addDays(monthRange(monthOf(day)).to, 1)
  }
  throw periodClosed({ day: act.today, month: monthOf(act.today) })
}

/** Closes a month. Refuses `period.not_over` and `period.state`. */
export function closePeriod(act: Act, month: Month): void {
  if (compareDays(monthRange(month).to, act.today) >= 0)
    throw periodNotOver({ month, today: act.today })
  const state = periodState(act, month)
  if (state !== 'open') throw periodAlready({ month, state })
  record(act, month, 'closed', { reason: null, requestedBy: null })
  write(act, setState, { month, state: 'closed' })
}

/** Asks for a closed month to be reopened, with a reason. Refuses `period.state`. */
export function requestReopening(act: Act, month: Month, reason: string): void {
  const state = periodState(act, month)
  if (state !== 'closed') throw periodAlready({ month, state })
  record(act, month, 'reopening_requested', { reason, requestedBy: null })
  write(act, setState, { month, state: 'reopening_requested' })
}

/** A second person reopens a month. Refuses `period.state` and `period.second_person`. */
export function reopenPeriod(act: Act, month: Month): void {
  const requestedBy = requestOfAnother(act, month)
  record(act, month, 'reopened', { reason: null, requestedBy })
  write(act, setState, { month, state: 'open' })
}

/**
 * A second person declines to reopen a month, with a reason: it is closed as before, and may be asked
 * for again. Refuses `period.state` and `period.second_person`.
 */
export function declineReopening(act: Act, month: Month, reason: string): void {
  const requestedBy = requestOfAnother(act, month)
  record(act, month, 'reopening_declined', { reason, requestedBy })
  write(act, setState, { month, state: 'closed' })
}

/** Who asked for the reopening that the caller decides on: somebody else. */
function requestOfAnother(act: Act, month: Month): string {
  const state = periodState(act, month)
  if (state !== 'reopening_requested') throw periodAlready({ month, state })
  const requestedBy = first(act, lastRequest, { month })!.actor
  if (requestedBy === act.caller.actor) throw reopeningOwnRequest({ month, actor: requestedBy })
  return requestedBy
}

function record(
  act: Act,
  month: Month,
  kind: Row<'period_act'>['act'],
  why: { reason: string | null; requestedBy: string | null },
): void {
  insert(act, 'period_act', {
    id: nextId(act, 'period_act'),
    month,
    act: kind,
    actor: act.caller.actor,
    requested_by: why.requestedBy,
    reason_detail_id: why.reason === null ? null : keepDetail(act, 'period_reason', why.reason),
    event_seq: act.seq,
  })
}
