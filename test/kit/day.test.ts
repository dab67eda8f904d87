import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  day,
  dayAt,
  daysBetween,
  firstOfMonth,
  isDay,
  lastOfMonth,
  month,
  monthOf,
  monthRange,
  monthsBetween,
  requireTimeZone,
} from '../../src/kit/day.ts'

const anyDay = fc
  .date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('days', () => {
  test.each(['2025-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2025-04-30'])(
    '%s is a day',
    (text) => {
      expect(day(text)).toBe(text)
      expect(isDay(text)).toBe(true)
    },
  )

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-2-1',
    '2025-04-31',
    '2025-00-01',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '1899-12-31',
    '2200-01-01',
    '0000-01-01',
    '２０２５-０１-０１',
    '2025/01/01',
    '20250101',
    ' 2025-01-01',
    '2025-01-01\n',
    '2025-01-01T00:00',
    '+02025-01-01',
    '',
  ])('%j is refused', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => day(text)).toThrow(
      expect.objectContaining({ code: 'day.invalid', message: expect.stringContaining(text) }),
    )
  })

  test('a refusal of a long text is short', () => {
    expect(() => day('9'.repeat(10_000))).toThrow(/^.{1,150}$/)
  })

  test.each([
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-05', 0, '2025-03-05'],
    ['2024-02-29', 365, '2025-02-28'],
    // The day on which clocks change has 23 hours in Berlin; a day is still a day.
    ['2025-03-30', 1, '2025-03-31'],
  ])('%s and %i days is %s', (from, count, expected) => {
    expect(addDays(day(from), count)).toBe(expected)
  })

  test.each([
    ['2199-12-31', 1],
    ['1900-01-01', -1],
    ['2025-01-01', Number.MAX_SAFE_INTEGER],
  ])('%s and %i days is refused', (from, count) => {
    expect(() => addDays(day(from), count)).toThrow(
      expect.objectContaining({ code: 'day.invalid' }),
    )
  })

  test('adding half a day is asserted', () => {
    expect(() => addDays(day('2025-01-01'), 0.5)).toThrow(RangeError)
  })

  test('days there and back are the same days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const count = daysBetween(a, b)
        expect(addDays(a, count)).toBe(b)
        expect(daysBetween(b, a)).toBe(0 - count)
        expect(compareDays(a, b)).toBe(0 - Math.sign(count))
      }),
    )
  })
})

describe('months', () => {
  test.each([
    ['2024-02-10', '2024-02-01', '2024-02-29'],
    ['2025-02-28', '2025-02-01', '2025-02-28'],
    ['1900-02-01', '1900-02-01', '1900-02-28'],
    ['2000-02-01', '2000-02-01', '2000-02-29'],
    ['2025-04-30', '2025-04-01', '2025-04-30'],
    ['2199-12-31', '2199-12-01', '2199-12-31'],
  ])('%s lies in the month from %s to %s', (text, from, to) => {
    expect(firstOfMonth(day(text))).toBe(from)
    expect(lastOfMonth(day(text))).toBe(to)
    expect(monthRange(monthOf(day(text)))).toEqual({ from, to })
  })

  test('a month ends the day before the next begins', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { from, to } = monthRange(monthOf(one))
        expect(from <= one && one <= to).toBe(true)
        expect(isDay(to)).toBe(true)
        if (to !== '2199-12-31') expect(addDays(to, 1).slice(8)).toBe('01')
      }),
    )
  })

  test.each([
    '2025-13',
    '2025-00',
    '2025-1',
    '2200-01',
    '1899-12',
    '2025-01-01',
    '２０２５-01',
    '',
  ])('%j is not a month', (text) => {
    expect(() => month(text)).toThrow(expect.objectContaining({ code: 'month.invalid' }))
  })

  test('a month reads as itself', () => {
    expect(month('2025-02')).toBe('2025-02')
  })
})

describe('the day of an instant', () => {
  test.each([
    ['2025-01-01T15:59:00Z', 'Asia/Shanghai', '2025-01-01', '23:59'],
    ['2025-01-01T16:01:00Z', 'Asia/Shanghai', '2025-01-02', '00:01'],
    ['2024-12-31T23:59:59.999Z', 'UTC', '2024-12-31', 'the last moment of a year'],
    ['2025-01-01T00:00:00Z', 'UTC', '2025-01-01', 'midnight'],
    ['2025-01-01T10:59:00Z', 'Pacific/Tongatapu', '2025-01-01', '23:59, UTC+13'],
    ['2025-01-01T11:01:00Z', 'Pacific/Tongatapu', '2025-01-02', '00:01, UTC+13'],
    ['2025-01-01T11:30:00Z', 'Pacific/Niue', '2025-01-01', '00:30, UTC−11'],
    ['2025-03-29T22:59:00Z', 'Europe/Berlin', '2025-03-29', '23:59 before summer time'],
    ['2025-03-30T21:59:00Z', 'Europe/Berlin', '2025-03-30', '23:59 on a day of 23 hours'],
    ['2025-03-30T22:01:00Z', 'Europe/Berlin', '2025-03-31', '00:01 after it'],
    ['2025-10-26T22:59:00Z', 'Europe/Berlin', '2025-10-26', '23:59 on a day of 25 hours'],
    ['2025-10-26T23:01:00Z', 'Europe/Berlin', '2025-10-27', '00:01 after it'],
    ['2024-02-28T16:01:00Z', 'Asia/Shanghai', '2024-02-29', '00:01 on a leap day'],
    ['2024-02-29T16:01:00Z', 'Asia/Shanghai', '2024-03-01', '00:01 after a leap day'],
    ['2011-12-30T10:01:00Z', 'Pacific/Apia', '2011-12-31', 'the day Samoa left out'],
    ['1986-06-30T15:01:00Z', 'Asia/Shanghai', '1986-07-01', 'summer time in Shanghai'],
  ])('%s in %s is %s (%s)', (instant, zone, expected) => {
    expect(dayAt(Date.parse(instant), zone)).toBe(expected)
  })

  test('in UTC it is the date of the instant', () => {
    const range = { min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) }
    fc.assert(
      fc.property(fc.integer(range), (instant) => {
        expect(dayAt(instant, 'UTC')).toBe(new Date(instant).toISOString().slice(0, 10))
      }),
    )
  })

  test.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'europe/berlin'])(
    '%s is a zone',
    (name) => {
      expect(requireTimeZone(name)).toBe(name)
    },
  )

  test.each(['Mars/Olympus', '', '+08:00', '../etc', 'Asia/Shanghai '])('%j is refused', (name) => {
    expect(() => requireTimeZone(name)).toThrow(
      expect.objectContaining({ code: 'time_zone.unknown' }),
    )
  })

  test.each([Number.NaN, 0.5, Infinity])('the instant %d is asserted', (instant) => {
    expect(() => dayAt(instant, 'UTC')).toThrow(RangeError)
  })

  test('an instant outside the years of the book is refused', () => {
    expect(() => dayAt(Date.UTC(2200, 0, 1), 'UTC')).toThrow(
      expect.objectContaining({ code: 'day.invalid' }),
    )
  })
})

describe('counting in months', () => {
  test.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-03-31', -12, '2025-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months are %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to)
  })

  test('a month is as many months after another as it says', () => {
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toBe(3)
    expect(monthsBetween(month('2026-02'), month('2025-11'))).toBe(-3)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -24, max: 24 }), (from, count) => {
        const shifted = firstOfMonth(from)
        fc.pre(shifted > '1903-01-01' && shifted < '2197-01-01')
        expect(monthsBetween(monthOf(from), monthOf(addMonths(shifted, count)))).toBe(count)
      }),
    )
  })
})
