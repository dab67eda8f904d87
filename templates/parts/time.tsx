/** Days, months and instants in the text of a page: in the reader's form, ISO to machines and on hover. */
import { type DayForm, formatDay, formatInstant, formatMonth, type PageLanguage } from './format.ts'

interface DayProps {
  readonly language: PageLanguage
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly form?: DayForm | undefined
}

/** A day of the calendar. */
export function Day({ language, day, form }: DayProps) {
  return (
    <time datetime={day} title={day}>
      {formatDay(language, day, form)}
    </time>
  )
}

/** A month, `YYYY-MM`. */
export function Month({ language, month }: { language: PageLanguage; month: string }) {
  return (
    <time datetime={month} title={month}>
      {formatMonth(language, month)}
    </time>
  )
}

interface InstantProps {
  readonly language: PageLanguage
  /** ISO 8601 in UTC. */
  readonly instant: string
  /** The organisation's, an IANA name. */
  readonly timeZone: string
}

/** A moment, in the organisation's time zone. */
export function Instant({ language, instant, timeZone }: InstantProps) {
  return (
    <time datetime={instant} title={instant}>
      {formatInstant(language, instant, timeZone)}
    </time>
  )
}
