/** How long a notice is up: the policy on notice, counted by the calendar of the unit (handbook A6). */
import type { View } from '../../book/registry.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { PolicyVersionId, UnitId } from '../../kit/ids.ts'
import { addWorkingDays } from '../../kit/working-days.ts'
import { workingCalendarOf } from '../../policies/calendar.ts'
import type { Notice } from '../../policies/deciding.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Reader } from '../../store/store.ts'

type Stage = Notice['stages'][number]
export type NoticeLevel = Stage['level']

/** From when to when a notice is up, and by which policies. */
export interface Span {
  readonly days: number
  readonly counted_in: Stage['counted_in']
  readonly put_up_on: Day
  /** The last day on which it is up, whole. */
  readonly last_on: Day
  readonly policy: PolicyVersionId | null
  readonly calendar: PolicyVersionId | null
}

/**
 * The span of a notice at a level that is put up on a day in a unit; undefined when the policy there knows none. The
 * day on which it is put up does not count (Civil Code of China, article 201).
 */
export function spanOf(
  reader: Reader,
  {
    unit,
    level,
    on,
  }: { readonly unit: UnitId | null; readonly level: NoticeLevel; readonly on: Day },
): Span | undefined {
  const policy = policyInForce(reader, 'notice', { unit, on })
  const stage = policy.body.stages.find((one) => one.level === level)
  if (!stage) return undefined
  const calendar = policyInForce(reader, 'calendar', { unit, on })
  const working = stage.counted_in === 'working_days'
  return {
    ...{ days: stage.days, counted_in: stage.counted_in, put_up_on: on },
    last_on: working
      ? addWorkingDays(workingCalendarOf(calendar.body), on, stage.days)
      : addDays(on, stage.days),
    policy: policy.version,
    calendar: working ? calendar.version : null,
  }
}

/**
 * Of the spans in several units the one that ends last, so that no unit's own rule is cut short; or the unit whose policy
 * knows none.
 */
export function longestSpan(
  asker: Reader & Pick<View, 'today'>,
  units: readonly (UnitId | null)[],
  level: NoticeLevel,
): Span | { readonly without: UnitId | null } {
  const spans: Span[] = []
  for (const unit of new Set(units)) {
    const span = spanOf(asker, { unit, level, on: asker.today })
    if (!span) return { without: unit }
    spans.push(span)
  }
  return spans.toSorted((a, b) => (a.last_on < b.last_on ? 1 : -1))[0]!
}
