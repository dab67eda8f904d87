/** Working days: tables of make-up days, edges of the calendar, and the two ways of counting against each other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../src/kit/day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  mostWorkingDays,
  type WorkingCalendar,
  weekdayOf,
  workingDaysBetween,
  workingDaysCount,
} from '../../src/kit/working-days.ts'

const days = (...texts: string[]) => new Set(texts.map(day))

const plain: WorkingCalendar = {
  weekend: new Set([6, 7]),
  holidays: new Set(),
  makeUpDays: new Set(),
}

/** Spring Festival and National Day of 2025, New Year and Spring Festival of 2026, as the State Council gave them. */
const china: WorkingCalendar = {
  weekend: new Set([6, 7]),
  holidays: days(
    ...['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
    ...['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'],
    ...['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04'],
    ...['2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08'],
    ...['2026-01-01', '2026-01-02', '2026-01-03'],
    ...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
    ...['2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'],
  ),
  makeUpDays: days(
    ...['2025-01-26', '2025-02-08', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28'],
  ),
}

describe('a working day', () => {
  it.each([
    ['2025-01-25', false, 'a Saturday'],
    ['2025-01-26', true, 'a Sunday that is worked'],
    ['2025-01-27', true, 'a Monday'],
    ['2025-01-28', false, 'the eve of the Spring Festival'],
    ['2025-02-04', false, 'its last day'],
    ['2025-02-08', true, 'a Saturday that is worked'],
    ['2025-10-08', false, 'a Wednesday without work'],
    ['2025-10-11', true, 'a Saturday that is worked'],
    ['2026-01-04', true, 'a Sunday that is worked'],
    ['2026-02-14', true, 'a Saturday that is worked'],
    ['2026-02-28', true, 'a Saturday that is worked'],
  ])('%s: %s, %s', (text, works) => {
    expect(isWorkingDay(china, day(text))).toBe(works)
  })

  it('weekdays are those of ISO 8601', () => {
    const week = ['2026-03-02', '2026-03-07', '2026-03-08'].map((text) => weekdayOf(day(text)))
    expect(week).toEqual([1, 6, 7])
  })
})

describe('adding working days leaves out the first day', () => {
  it.each<[WorkingCalendar, string, number, string, string]>([
    [china, '2025-01-24', 0, '2025-01-24', 'none'],
    [china, '2025-01-24', 1, '2025-01-26', 'on to a make-up Sunday'],
    [china, '2025-01-24', 3, '2025-02-05', 'over the Spring Festival'],
    [china, '2025-01-27', 4, '2025-02-08', 'the last a make-up Saturday'],
    [china, '2025-01-27', 5, '2025-02-10', 'five of notice over the Spring Festival'],
    [china, '2025-09-26', 4, '2025-10-09', 'over National Day'],
    [china, '2025-12-30', 3, '2026-01-05', 'over the turn of the year'],
    [china, '2026-02-13', 5, '2026-02-27', 'over the Spring Festival of 2026'],
    [china, '2026-01-03', 0, '2026-01-03', 'a holiday stays one'],
    [plain, '2024-02-28', 1, '2024-02-29', 'on to the leap day'],
    [plain, '2024-02-29', 1, '2024-03-01', 'from the leap day'],
    [plain, '2025-02-28', 1, '2025-03-03', 'no leap day, and a weekend'],
    [plain, '2025-12-31', 1, '2026-01-01', 'the turn of the year without holidays'],
    [plain, '2026-03-06', 5, '2026-03-13', 'a week'],
  ])('%#: %s and %i: %s', (calendar, from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(to)
    expect(workingDaysBetween(calendar, day(from), day(to))).toBe(count)
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, mostWorkingDays + 1, 1e15])(
    'working_days.count: %s is refused',
    (count) => {
      const asked = () => addWorkingDays(plain, day('2026-03-02'), count)
      expect(asked).toThrow(workingDaysCount({ given: count, most: mostWorkingDays }).message)
    },
  )

  it('day.invalid: a period does not end after the calendar', () => {
    expect(() => addWorkingDays(plain, day('2199-12-30'), 5)).toThrow(/not a day of the calendar/)
  })

  it('a span that ends before it begins is a mistake of the program', () => {
    const asked = () => workingDaysBetween(plain, day('2026-03-02'), day('2026-03-01'))
    expect(asked).toThrow(RangeError)
  })
})

const someDay = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays(day('2023-01-01'), n))
const someCalendar = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }).map((w) => new Set(w)),
  holidays: fc.array(someDay, { maxLength: 60 }).map((d) => new Set(d)),
  makeUpDays: fc.array(someDay, { maxLength: 30 }).map((d) => new Set(d)),
})

describe('the laws of counting', () => {
  it('a span is the sum of its parts, and is counted as a list of days would be', () => {
    fc.assert(
      fc.property(someCalendar, fc.tuple(someDay, someDay, someDay), (calendar, three) => {
        const [from, middle, to] = [...three].sort() as [Day, Day, Day]
        const counted = workingDaysBetween(calendar, from, to)
        const listed = Array.from({ length: daysBetween(from, to) }, (_, n) => addDays(from, n + 1))
        expect(counted).toBe(listed.filter((one) => isWorkingDay(calendar, one)).length)
        const parts = [
          workingDaysBetween(calendar, from, middle),
          workingDaysBetween(calendar, middle, to),
        ]
        expect(parts[0]! + parts[1]!).toBe(counted)
      }),
      { numRuns: 60 },
    )
  })

  it('what is added is what lies between, and the day it ends on is worked', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 90 }), (calendar, from, n) => {
        const to = addWorkingDays(calendar, from, n)
        expect(workingDaysBetween(calendar, from, to)).toBe(n)
        expect(isWorkingDay(calendar, to)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
