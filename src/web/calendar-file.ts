/** A calendar as programs read it (RFC 5545), from what the book reminds of. */
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventTransparency,
} from 'ical-generator'
import { type Messages, messages } from '../../templates/messages/messages.ts'
import { formatDay } from '../../templates/parts/format.ts'
import { ask, type Book } from '../book/book.ts'
import { sha256Hex } from '../kit/digest.ts'
import { calendarAt } from '../pairing/coverage/calendars.ts'
import { callerOfCalendar, readCalendar } from '../pairing/coverage/feed.ts'
import type { Reminder } from '../pairing/coverage/reminders.ts'
import type { PageLanguage } from './pages/language.ts'
import { nothingPolicy } from './secure-headers.ts'

/** How often a program should look again, in seconds: visits are due by the day. */
const everySeconds = 6 * 3_600
/** Nine in the morning of the day, in seconds. */
const morning = 9 * 3_600

/** Kept by whoever may read it, asked for again each time, found by no search engine. */
export const isAtAddress = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="pairing.ics"',
  'content-security-policy': nothingPolicy,
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex, noarchive, nosnippet',
} as const

export interface CalendarAsked {
  readonly secret: string
  readonly language: PageLanguage
  /** The address of the book, under which its pages are. */
  readonly site: string
  /** Whose book it is. */
  readonly name: string
}

/** What is read at a secret address, with its tag; undefined where nothing is, or nothing any more. */
export function calendarFile(
  book: Book,
  asked: CalendarAsked,
): { readonly text: string; readonly etag: string } | undefined {
  const calendar = calendarAt(book.store, asked.secret)
  const caller = calendar && callerOfCalendar(book.store, calendar)
  const read = caller && ask(book, readCalendar, calendar, caller)
  if (!read) return undefined
  const t = messages[asked.language]
  const file = ical({
    // The writer sets the name as it is given, and what would end the line does not belong in it.
    name: t.calendars.name({ organisation: asked.name.replace(/[\\;,\r\n]/g, ' ') }),
    prodId: { company: 'Care Ledger', product: 'Pairing', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: everySeconds,
  })
  for (const reminder of read.reminders) {
    const { uid, on, stamp_at } = reminder
    const summary = summaryOf(reminder, t, asked.language)
    const late = on < read.today
    const stamp = new Date(stamp_at)
    const event = file.createEvent({
      id: `${uid}@${read.book}.care-ledger`,
      stamp,
      lastModified: stamp,
      // What is late is to be done today.
      start: startOf(late ? read.today : on),
      allDay: true,
      timezone: 'UTC',
      summary: late ? t.calendars.late({ what: summary }) : summary,
      categories: [{ name: reminder.kind }],
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (late) event.description(t.calendars.since({ day: formatDay(asked.language, on) }))
    if (reminder.kind === 'festival') continue
    const page = reminder.pair === null ? '/pairing' : `/pairing/pairs/${reminder.pair}`
    event.url(asked.site + page)
    const alarm = { type: ICalAlarmType.display, relatesTo: ICalAlarmRelatesTo.start } as const
    event.createAlarm({ ...alarm, triggerAfter: morning, description: summary })
  }
  const text = file.toString()
  return { text: `${text}\r\n`, etag: `"${sha256Hex(text)}"` }
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function summaryOf(reminder: Reminder, t: Messages, language: PageLanguage): string {
  if (reminder.kind === 'festival') return reminder.name[language]
  return t.calendars.remind[reminder.kind]({ of: reminder.reference })
}
