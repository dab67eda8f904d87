/** The clocks of cases in the book: by the calendar of their unit and the limit of their workflow. */
import type { Day } from '../../kit/day.ts'
import type { UnitId } from '../../kit/ids.ts'
import type { WorkingCalendar } from '../../kit/working-days.ts'
import { workingCalendarOf } from '../../policies/calendar.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Reader } from '../../store/store.ts'
import { type Clock, clockOf } from './clock.ts'
import { actsOfCase, type HardshipCase, workflowOf } from './rows.ts'

/** How a case stands in time on a day. */
export function clockOfCase(reader: Reader, theCase: HardshipCase, today: Day): Clock {
  return clocksOn(reader, today)(theCase)
}

/** The same for many cases: the calendar of a unit is looked up once. */
export function clocksOn(reader: Reader, today: Day): (theCase: HardshipCase) => Clock {
  const calendars = new Map<UnitId | null, WorkingCalendar>()
  const calendarOf = (unit: UnitId | null) => {
    const known = calendars.get(unit)
    if (known) return known
    const found = workingCalendarOf(policyInForce(reader, 'calendar', { unit, on: today }).body)
    calendars.set(unit, found)
    return found
  }
  return (theCase) =>
    clockOf({
      applied_on: theCase.applied_on,
      acts: actsOfCase(reader, theCase.id),
      calendar: calendarOf(theCase.unit_id),
      within: workflowOf(reader, theCase).decide_within_days,
      today,
    })
}
