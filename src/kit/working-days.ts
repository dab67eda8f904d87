/**
 * Counting in working days. A period in days leaves out the day on which it begins and counts on from the
 * next (Civil Code of China, article 201; Regulation (EEC) 1182/71, article 3): so a span is always taken as
 * open at its first day and closed at its last, `(from, to]`.
 */
import { addDays, type Day, isDay } from './day.ts'
import { refusal } from './refusal.ts'

/** Which days are worked: the weekly days of rest, and the days on which that is otherwise. */
export interface WorkingCalendar {
  /** Days of the week without work by ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekend: ReadonlySet<number>
  /** Days without work, whatever day of the week they are. */
  readonly holidays: ReadonlySet<Day>
  /** Days that are worked although the week or a holiday says otherwise (调休). */
  readonly makeUpDays: ReadonlySet<Day>
}

/** Ten years of working days: no notice and no term that is counted in them lasts so long. */
export const mostWorkingDays = 2_600

export const workingDaysCount = refusal<{ given: number; most: number }>(
  'working_days.count',
  422,
  ({ given, most }) => `${given} is not a number of working days from 0 to ${most}.`,
  'Give a whole number within these bounds.',
)

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whether a day is worked: a make-up day always, else when it is neither a holiday nor of the weekend. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.makeUpDays.has(day)) return true
  return !calendar.holidays.has(day) && !calendar.weekend.has(weekdayOf(day))
}

/**
 * The last day of a period of `count` working days that begins on `from`: the first day on which
 * `workingDaysBetween(from, day)` is `count`. With 0 it is `from` itself, worked or not. Refuses
 * `working_days.count`, and `day.invalid` when the period would end after 2199.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  if (!Number.isSafeInteger(count) || count < 0 || count > mostWorkingDays) {
    throw workingDaysCount({ given: count, most: mostWorkingDays })
  }
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/**
 * How many working days lie in `(from, to]`: after `from`, up to and with `to`. 0 when both are the same
 * day. That `to` is not before `from` is the caller's to see to, and is asserted.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (!isDay(from) || !isDay(to) || to < from) throw new RangeError(`not a span: ${from} to ${to}`)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}
