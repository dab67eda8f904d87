/**
 * The working calendar of mainland China by the yearly notices of the State Council's General Office, as the
 * `chinese-days` package keeps them (2004 on). Of days after the last year that it knows only the weekends hold.
 */
import chineseDays from 'chinese-days'
import { addDays, type Day, day } from '../../kit/day.ts'
import { weekdayOf } from '../../kit/working-days.ts'
import type { Calendar } from '../calendar.ts'

const weekend = [6, 7]
const firstYear = 2004

/**
 * What the package says of a day. It reads a text in the host's own zone, which moves the day; the noon of a
 * day by the host's own clock is that day everywhere.
 */
function detailOf(on: Day): { readonly work: boolean; readonly name: string } {
  const [year, month, date] = on.split('-').map(Number)
  return chineseDays.getDayDetail(new Date(year!, month! - 1, date, 12))
}

let made: Calendar | undefined

/** The calendar, made once: holidays with their names, and the weekend days that are worked in their place. */
export function chinaCalendar(): Calendar {
  made ??= readCalendar()
  return made
}

function readCalendar(): Calendar {
  const known: Calendar = { weekend, holidays: [], make_up_days: [] }
  for (let year = firstYear; ; year += 1) {
    const { holidays, make_up_days } = yearOf(year)
    if (holidays.length === 0) return known
    known.holidays.push(...holidays)
    known.make_up_days.push(...make_up_days)
  }
}

/** A year; a year that no notice is known of has no holidays. */
function yearOf(year: number): Calendar {
  const holidays: Calendar['holidays'] = []
  const make_up_days: Calendar['make_up_days'] = []
  const end = day(`${year}-12-31`)
  for (let on = day(`${year}-01-01`); on <= end; on = addDays(on, 1)) {
    const { work, name: given } = detailOf(on)
    // A named day is written “Spring Festival,春节,4”; any other bears the name of its day of the week.
    const [name, chinese] = given.split(',')
    if (chinese === undefined) continue
    if (!work) holidays.push({ day: on, name: name! })
    else if (weekend.includes(weekdayOf(on))) make_up_days.push({ day: on, name: name! })
  }
  return { weekend, holidays, make_up_days }
}
