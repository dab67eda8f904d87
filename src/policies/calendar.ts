/** The working calendar: days of rest, holidays, and days that are worked in their place (handbook A6). */
import { z } from 'zod'
import { dayField, nameField } from '../book/fields.ts'
import type { WorkingCalendar } from '../kit/working-days.ts'

/** A hundred years of holidays. */
const mostDays = 4_000

const namedDay = z.strictObject({ day: dayField, name: nameField })

const namedDays = z
  .array(namedDay)
  .max(mostDays)
  .refine(
    (days) => new Set(days.map(({ day }) => day)).size === days.length,
    'a day is named twice',
  )
  .transform((days) => [...days].sort((a, b) => (a.day < b.day ? -1 : 1)))

export const calendarBody = z
  .strictObject({
    /** Days of the week without work by ISO 8601: 1 is Monday, 7 is Sunday. */
    weekend: z
      .array(z.number().int().min(1).max(7))
      .max(6, 'leave at least one day of the week for work')
      .transform((days) => [...new Set(days)].sort()),
    holidays: namedDays,
    make_up_days: namedDays,
  })
  .refine(
    ({ holidays, make_up_days }) => {
      const free = new Set(holidays.map(({ day }) => day))
      return !make_up_days.some(({ day }) => free.has(day))
    },
    { path: ['make_up_days'], message: 'a day is both a holiday and a make-up day' },
  )
export type Calendar = z.output<typeof calendarBody>

const made = new WeakMap<Calendar, WorkingCalendar>()

/** The calendar as days are counted by it. */
export function workingCalendarOf(calendar: Calendar): WorkingCalendar {
  const known = made.get(calendar)
  if (known) return known
  const working: WorkingCalendar = {
    weekend: new Set(calendar.weekend),
    holidays: new Set(calendar.holidays.map(({ day }) => day)),
    makeUpDays: new Set(calendar.make_up_days.map(({ day }) => day)),
  }
  made.set(calendar, working)
  return working
}
