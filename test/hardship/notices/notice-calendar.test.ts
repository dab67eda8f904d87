/** Until when notices are up, around the holidays of mainland China as the shipped calendar has them: a golden table. */
import { expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { type NoticeLevel, spanOf } from '../../../src/hardship/notices/stages.ts'
import { addDays, type Day, day } from '../../../src/kit/day.ts'
import { isWorkingDay, workingDaysBetween } from '../../../src/kit/working-days.ts'
import { workingCalendarOf } from '../../../src/policies/calendar.ts'
import type { Notice } from '../../../src/policies/deciding.ts'
import { chinaCalendar } from '../../../src/policies/presets/china-days.ts'
import { bookForTests } from '../../journeys/book-for-tests.ts'

type Stage = Notice['stages'][number]

/** As published measures have it (handbook A6): 3 days, 5 working days, 5, 7 and 7 working days, two levels. */
const measures: Readonly<Record<string, readonly Stage[]>> = {
  '3 days': [{ level: 'unit', days: 3, counted_in: 'calendar_days' }],
  '5 days': [{ level: 'unit', days: 5, counted_in: 'calendar_days' }],
  '5 working days': [{ level: 'unit', days: 5, counted_in: 'working_days' }],
  '7 days': [{ level: 'unit', days: 7, counted_in: 'calendar_days' }],
  '7 working days': [{ level: 'unit', days: 7, counted_in: 'working_days' }],
  'two levels': [
    { level: 'unit', days: 3, counted_in: 'working_days' },
    { level: 'upper', days: 5, counted_in: 'working_days' },
  ],
}

/** Before, in and after Spring Festival and National Day, and in an ordinary week. */
const putUpOn = [
  ...['2025-01-20', '2025-01-24', '2025-01-26', '2025-01-28', '2025-02-07'],
  ...['2025-09-26', '2025-09-30', '2025-10-05', '2025-10-10'],
  ...['2026-02-10', '2026-02-13', '2026-02-20', '2026-02-27'],
  '2026-03-16',
].map(day)

const calendar = workingCalendarOf(chinaCalendar())

/** The days after the first, up to the last, that are worked or free though the week says otherwise. */
function unusual(from: Day, to: Day): string {
  const found: string[] = []
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    if (calendar.makeUpDays.has(at)) found.push(`${at.slice(5)} worked`)
    else if (calendar.holidays.has(at)) found.push(`${at.slice(5)} free`)
  }
  return found.length === 0 ? '' : ` (${found.join(', ')})`
}

function linesOf([name, stages]: readonly [string, readonly Stage[]]): string[] {
  const t = bookForTests({ inMemory: true, at: '2025-01-02T02:00:00Z' })
  t.does(put, { kind: 'notice', body: { stages: [...stages] } })
  t.does(put, { kind: 'calendar', body: chinaCalendar() })
  const lines = putUpOn.map((first) => {
    let on = first
    const parts = stages.map(({ level, days, counted_in }) => {
      const last = lastDay(t, level, on)
      expect(
        counted_in === 'calendar_days' || workingDaysBetween(calendar, on, last) === days,
      ).toBe(true)
      expect(counted_in === 'calendar_days' || isWorkingDay(calendar, last)).toBe(true)
      const part = `${on} to ${last}${unusual(on, last)}`
      // The next one is put up when this one is taken down, on the day after its last.
      on = addDays(last, 1)
      return part
    })
    return `  ${parts.join('; then ')}`
  })
  t.close()
  return [name, ...lines]
}

function lastDay(t: ReturnType<typeof bookForTests>, level: NoticeLevel, on: Day): Day {
  return spanOf(t.book.store, { unit: null, level, on })!.last_on
}

test('[A6] notices before, in and after Spring Festival and National Day end on these days', async () => {
  const lines = Object.entries(measures).flatMap(linesOf)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../golden/notice-days.txt')
})

test('a unit of its own rule keeps it, and of several the one that ends last holds', () => {
  const t = bookForTests({ inMemory: true })
  t.does(put, { kind: 'notice', body: { stages: [...measures['3 days']!] } })
  const at = (level: NoticeLevel) =>
    spanOf(t.book.store, { unit: null, level, on: day('2026-04-01') })
  expect(at('unit')?.last_on).toBe('2026-04-04')
  expect(at('upper')).toBe(undefined)
  t.close()
})
