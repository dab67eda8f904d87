/**
 * The working calendar of mainland China by the yearly notices of the State Council's General Office, as the
 * `chinese-days` package keeps them (2004 on). Of days after the last year that it knows only the weekends hold.
 * Its data are read and not its functions, which take a day for that before it west of Greenwich.
 */
import known from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Day, day } from '../../kit/day.ts'
import type { Calendar } from '../calendar.ts'

let made: Calendar | undefined

/** The calendar, made once: holidays with their names, and the weekend days that are worked in their place. */
export function chinaCalendar(): Calendar {
  made ??= {
    weekend: [6, 7],
    holidays: namedDays(known.holidays),
    make_up_days: namedDays(known.workdays),
  }
  return made
}

/** Days in their order. The package writes names as “Spring Festival,春节,4”. */
function namedDays(days: Readonly<Record<string, string>>): { day: Day; name: string }[] {
  return Object.entries(days)
    .map(([on, names]) => ({ day: day(on), name: names.split(',')[0]! }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
