/**
 * The time within which a case is decided, counted in working days. It stands still while the applicant was asked for
 * something; it begins on the day after the application (Civil Code of China, article 201).
 */
import type { Day } from '../../kit/day.ts'
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../../kit/working-days.ts'
import type { CaseAct } from './moves.ts'

/** What the clock looks at of an act. */
export interface TimedAct {
  readonly act: CaseAct
  readonly on_day: Day
}

export interface ClockGiven {
  readonly applied_on: Day
  /** In their order. */
  readonly acts: readonly TimedAct[]
  readonly calendar: WorkingCalendar
  /** Working days within which it is decided; null: no limit. */
  readonly within: number | null
  readonly today: Day
}

export interface Clock {
  /** `running`; `paused` while the applicant is waited for; `ended` once it is decided, or was withdrawn. */
  readonly state: 'running' | 'paused' | 'ended'
  /** Working days used so far, or until it ended; those that stood still are not among them. */
  readonly used: number
  /** Working days that stood still. */
  readonly paused: number
  readonly within: number | null
  /** The last day on which it is in time; null without a limit, and where that stands still or does not matter any more. */
  readonly due_on: Day | null
  /** More was used than it may take. */
  readonly overdue: boolean
}

/** After these acts nothing waits to be decided. */
const endings: ReadonlySet<CaseAct> = new Set(['approved', 'refused', 'withdrawn', 'cancelled'])

interface Counting {
  readonly calendar: WorkingCalendar
  readonly within: number | null
  since: Day
  used: number
  paused: number
  state: Clock['state']
  /** The last day in time, once it has gone by. */
  passed: Day | null
}

/**
 * How a case stands in time. A case that is looked at again after an appeal has its whole time anew from that day. Days of
 * acts that lie before those of earlier ones count for nothing.
 */
export function clockOf({ applied_on, acts, calendar, within, today }: ClockGiven): Clock {
  const begun = { used: 0, paused: 0, state: 'running', passed: null } as const
  let counting: Counting = { calendar, within, since: applied_on, ...begun }
  for (const { act, on_day } of acts) {
    if (act === 'asked') goOn(counting, on_day, 'paused')
    else if (act === 'answered') goOn(counting, on_day, 'running')
    else if (endings.has(act)) goOn(counting, on_day, 'ended')
    else if (act === 'reopened') counting = { calendar, within, since: on_day, ...begun }
  }
  goOn(counting, today, counting.state)
  const { state, used, paused, passed, since } = counting
  const running = state === 'running' && within !== null && used <= within
  return {
    state,
    used,
    paused,
    within,
    due_on: passed ?? (running ? addWorkingDays(calendar, since, within - used) : null),
    overdue: within !== null && used > within,
  }
}

/** Counts what went by until a day in the state that it was in, and goes on in another. */
function goOn(counting: Counting, on: Day, state: Clock['state']): void {
  const { calendar, within, since, used } = counting
  const days = on > since ? workingDaysBetween(calendar, since, on) : 0
  if (counting.state === 'running') {
    if (within !== null && counting.passed === null && used + days >= within) {
      counting.passed = addWorkingDays(calendar, since, within - used)
    }
    counting.used += days
  }
  if (counting.state === 'paused') counting.paused += days
  counting.state = state
  if (on > since) counting.since = on
}
