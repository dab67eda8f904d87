/** A month of the working calendar, as its page shows it. */

import { formatMonth, formatWeekday } from '../../../templates/parts/format.ts'
import type { MonthGridView } from '../../../templates/parts/month-grid.tsx'
import { put } from '../../access/policies.ts'
import { addDays, type Day, firstOfMonth, isDay, lastOfMonth } from '../../kit/day.ts'
import { weekdayOf } from '../../kit/working-days.ts'
import type { PolicyBodies } from '../../policies/kinds.ts'
import { newPath } from './policy-forms.ts'
import type { Visit } from './visit.ts'

type Calendar = PolicyBodies['calendar']

/** The month that the address names, or that of today, with the ways to the months beside it. */
export function monthView(visit: Visit, calendar: Calendar, unit: string | null): MonthGridView {
  const { t, language, today, href } = visit
  const asked = `${visit.param('month')}-01`
  const first = firstOfMonth(isDay(asked) ? asked : today)
  const year = first.slice(0, 4)
  const path = (month: string) => {
    const search = new URLSearchParams({ month: month.slice(0, 7), ...(unit ? { unit } : {}) })
    return href(`/settings/policies/calendar?${search}`)
  }
  const known = calendar.holidays.some(({ day }) => day.startsWith(year))
  const neighbour = (day: string) => (isDay(day) ? path(day) : undefined)
  return {
    caption: formatMonth(language, first.slice(0, 7)),
    note: known ? undefined : t.policies.month_unknown({ year }),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      short: formatWeekday(language, weekday, 'short'),
      long: formatWeekday(language, weekday),
    })),
    weeks: weeksOf(visit, calendar, first),
    before: neighbour(monthBeside(first, -1)),
    after: neighbour(monthBeside(first, 1)),
    change: visit.may(put)
      ? {
          href: href(
            `${newPath('calendar', first)}${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`,
          ),
          label: t.policies.month_change({ year }),
        }
      : undefined,
    words: {
      before: t.policies.month_before,
      after: t.policies.month_after,
      free: t.policies.free,
      worked: t.policies.worked,
    },
  }
}

/** The first of the month before or after; no day beyond the ends of the calendar. */
function monthBeside(first: Day, by: 1 | -1): string {
  const [year, month] = first.split('-').map(Number)
  const at = year! * 12 + month! - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

function weeksOf(visit: Visit, calendar: Calendar, first: Day): MonthGridView['weeks'] {
  const holidays = new Map(calendar.holidays.map(({ day, name }) => [day, name]))
  const worked = new Map(calendar.make_up_days.map(({ day, name }) => [day, name]))
  const last = lastOfMonth(first)
  const cells: (MonthGridView['weeks'][number][number] | null)[] = Array.from(
    { length: weekdayOf(first) - 1 },
    () => null,
  )
  for (let day = first; ; day = addDays(day, 1)) {
    const name = worked.get(day) ?? holidays.get(day)
    cells.push({
      day,
      number: Number(day.slice(8)),
      kind: kindOf(day),
      name: name === undefined ? undefined : holidayName(visit, name),
      today: day === visit.today,
    })
    if (day === last) break
  }
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7))

  function kindOf(day: Day) {
    if (worked.has(day)) return 'worked'
    if (holidays.has(day)) return 'holiday'
    return calendar.weekend.includes(weekdayOf(day)) ? 'free' : 'usual'
  }
}

/** The names of the holidays of presets in the reader's language; any other as it was written. */
function holidayName({ t }: Visit, name: string): string {
  const known = Object.hasOwn(t.policies.holiday_name, name)
  return known ? t.policies.holiday_name[name as keyof typeof t.policies.holiday_name] : name
}
