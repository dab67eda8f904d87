/** Refusals of the coverage board and of calendars. */
import { refusal } from '../../kit/refusal.ts'

export const calendarUnknown = refusal<{ calendar: number }>(
  'calendar.unknown',
  404,
  ({ calendar }) => `There is no calendar ${calendar} of yours in this book.`,
  'Look it up in the list of calendars.',
)

export const calendarEnded = refusal<{ calendar: number }>(
  'calendar.ended',
  409,
  ({ calendar }) => `Calendar ${calendar} has ended already.`,
  'Nothing is left to do; make another one if it is wanted again.',
)

export const calendarExists = refusal<Record<never, never>>(
  'calendar.exists',
  409,
  () => 'A calendar with this hash is already one of this book.',
  'Make a new secret; one that was in use is not used again, not even when it has ended.',
)

export const calendarPast = refusal<{ until: string; today: string; most_days: number }>(
  'calendar.past',
  422,
  ({ until, today, most_days }) =>
    `A calendar is read from ${today} on for at most ${most_days} days, and so not until ${until}.`,
  'Give an earlier day that is not over; a new calendar can be made when this one ends.',
)

export const calendarOfNobody = refusal<Record<never, never>>(
  'calendar.of_nobody',
  422,
  () => 'Whoever asks is no user of this book and so has no calendar of their own.',
  'Name the helper whose calendar it is, or sign in as a user.',
)

export const calendarNoHelper = refusal<{ party: string }>(
  'calendar.no_helper',
  422,
  ({ party }) => `${party} is not a helper, and so has no calendar.`,
  'Enrol them as a helper first.',
)

export const calendarTooMany = refusal<{ most: number }>(
  'calendar.too_many',
  409,
  ({ most }) => `There are ${most} calendars of this reader already.`,
  'End one that no program reads any more.',
)
