/**
 * Accounting dates: plain calendar days in the organisation's time zone (design invariant 10).
 * All arithmetic is on the proleptic Gregorian calendar in UTC; the host's own zone is never read.
 */

import type { Brand } from './ids.ts'
import { refusal } from './refusal.ts'

/** A calendar day 'YYYY-MM-DD' between 1900 and 2199. Days sort as text. */
export type Day = Brand<string, 'Day'>

/** Later than every day. */
export const lastDay = '9999-12-31' as Day

/** A calendar month 'YYYY-MM' between 1900 and 2199. */
export type Month = Brand<string, 'Month'>

const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const DAY_MS = 86_400_000

export const dayInvalid = refusal(
  'day.invalid',
  422,
  (v: { given: string }) =>
    `“${v.given}” is not a day of the calendar between ${FIRST_YEAR} and ${LAST_YEAR}.`,
  'Write the day as YYYY-MM-DD, such as 2025-02-28.',
)

export const monthInvalid = refusal(
  'month.invalid',
  422,
  (v: { given: string }) => `“${v.given}” is not a month between ${FIRST_YEAR} and ${LAST_YEAR}.`,
  'Write the month as YYYY-MM, such as 2025-02.',
)

export const timeZoneUnknown = refusal(
  'time_zone.unknown',
  422,
  (v: { given: string }) => `“${v.given}” is not the name of a time zone.`,
  'Give a name from the IANA list, such as Asia/Shanghai or Europe/Berlin.',
)

/** Whether a text is a day of the calendar in the form YYYY-MM-DD. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const monthNumber = Number(text.slice(5, 7))
  const date = Number(text.slice(8, 10))
  if (year < FIRST_YEAR || year > LAST_YEAR || monthNumber < 1 || monthNumber > 12) return false
  return date >= 1 && date <= daysIn(year, monthNumber)
}

/** Reads a day. Refuses `day.invalid`. */
export function day(text: string): Day {
  if (!isDay(text)) throw dayInvalid({ given: shortened(text) })
  return text
}

/**
 * The day `count` days later (earlier when negative). Refuses `day.invalid` outside 1900 to 2199.
 */
export function addDays(from: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  const at = Date.UTC(yearOf(from), monthNumberOf(from) - 1, Number(from.slice(8))) + count * DAY_MS
  const moved = new Date(at)
  if (Number.isNaN(moved.getTime())) throw dayInvalid({ given: `${from} and ${count} days` })
  return day(moved.toISOString().slice(0, -14))
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Below zero when a is earlier, zero when equal, above zero when later: for sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The first day of the month a day lies in. */
export function firstOfMonth(of: Day): Day {
  return `${of.slice(0, 7)}-01` as Day
}

/** The last day of the month a day lies in. */
export function lastOfMonth(of: Day): Day {
  return `${of.slice(0, 7)}-${daysIn(yearOf(of), monthNumberOf(of))}` as Day
}

/** Reads a month. Refuses `month.invalid`. */
export function month(text: string): Month {
  if (typeof text !== 'string' || !isDay(`${text}-01`)) {
    throw monthInvalid({ given: shortened(text) })
  }
  return text as string as Month
}

/** The month a day lies in. */
export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month
}

/** The first and last day of a month. */
export function monthRange(of: Month): { from: Day; to: Day } {
  const from = `${of}-01` as Day
  return { from, to: lastOfMonth(from) }
}

/**
 * The same day of the month `count` months later (earlier when negative), or the last day of that month where it is
 * shorter. Refuses `day.invalid` outside 1900 to 2199.
 */
export function addMonths(from: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of months: ${count}`)
  const months = yearOf(from) * 12 + monthNumberOf(from) - 1 + count
  const [year, monthNumber] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  const first = day(`${String(year).padStart(4, '0')}-${String(monthNumber).padStart(2, '0')}-01`)
  return addDays(first, Math.min(Number(from.slice(8)), daysIn(year, monthNumber)) - 1)
}

/** How many months one month is after another; below zero when it is before. */
export function monthsBetween(from: Month, to: Month): number {
  const at = (of: Month) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5))
  return at(to) - at(from)
}

/**
 * The calendar day that an instant falls on in a time zone. The instant is milliseconds since 1970
 * UTC; refuses `time_zone.unknown`, and `day.invalid` outside 1900 to 2199.
 */
export function dayAt(instantMs: number, timeZone: string): Day {
  if (!Number.isSafeInteger(instantMs)) throw new RangeError(`not an instant: ${instantMs}`)
  const quarter = Math.floor(instantMs / QUARTER_HOUR_MS)
  const recent = recentDays.get(timeZone)
  if (recent?.quarter === quarter) return recent.day
  const found = dayWritten(instantMs, timeZone)
  if (instantMs >= WHOLE_QUARTERS_FROM_MS) {
    if (recentDays.size >= FORMATTER_LIMIT) recentDays.clear()
    recentDays.set(timeZone, { quarter, day: found })
  }
  return found
}

// Since Liberia gave up its 44 and a half minutes in 1972, every zone is whole quarters of an hour
// from UTC, so the day is the same throughout one: 0.1 µs in place of 4 for a server's clock.
const QUARTER_HOUR_MS = 900_000
const WHOLE_QUARTERS_FROM_MS = Date.UTC(1973, 0, 1)
const recentDays = new Map<string, { readonly quarter: number; readonly day: Day }>()

function dayWritten(instantMs: number, timeZone: string): Day {
  const parts = formatterFor(timeZone).formatToParts(instantMs)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return day(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`)
}

/** Checks the name of a time zone and returns it. Refuses `time_zone.unknown`. */
export function requireTimeZone(name: string): string {
  formatterFor(name)
  return name
}

// A formatter costs some 100 µs to build and a day from it 1.6, so it is kept. Zone names are taken in
// any case, so the number of spellings has no bound of its own and needs this one.
const FORMATTER_LIMIT = 512
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone)
  if (kept !== undefined) return kept
  // Offsets such as +08:00 are refused although Intl takes them: they do not know summer time.
  if (typeof timeZone !== 'string' || !/^[A-Za-z]/.test(timeZone)) {
    throw timeZoneUnknown({ given: shortened(timeZone) })
  }
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  } catch {
    throw timeZoneUnknown({ given: shortened(timeZone) })
  }
  if (formatters.size >= FORMATTER_LIMIT) formatters.clear()
  formatters.set(timeZone, made)
  return made
}

function daysIn(year: number, monthNumber: number): number {
  if (monthNumber === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  }
  return monthNumber === 4 || monthNumber === 6 || monthNumber === 9 || monthNumber === 11 ? 30 : 31
}

function yearOf(of: Day): number {
  return Number(of.slice(0, 4))
}

function monthNumberOf(of: Day): number {
  return Number(of.slice(5, 7))
}

function shortened(given: unknown): string {
  const text = String(given)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
