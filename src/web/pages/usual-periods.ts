/** The periods that statements are usually issued for: those that ended last, and the month that runs. */
import { addDays, type Day, day } from '../../kit/day.ts'

export interface UsualPeriod {
  readonly name: 'this_month' | 'last_month' | 'last_quarter' | 'last_half' | 'last_year'
  readonly from: Day
  readonly to: Day
}

const lengths = [
  ['last_month', 1],
  ['last_quarter', 3],
  ['last_half', 6],
  ['last_year', 12],
] as const

/**
 * The last month, quarter, half-year and calendar year that were over before a day, the shortest first; at the
 * end what has passed of the month.
 */
export function usualPeriods(today: Day): UsualPeriod[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const over = lengths.map(([name, months]) => {
    // Months since year 0, down to the start of the period that holds today.
    const start = Math.floor((year * 12 + month - 1) / months) * months
    const from = monthStart(start - months)
    return { name, from, to: addDays(monthStart(start), -1) }
  })
  return [...over, { name: 'this_month', from: monthStart(year * 12 + month - 1), to: today }]
}

function monthStart(months: number): Day {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
}
