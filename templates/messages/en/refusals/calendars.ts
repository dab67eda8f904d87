import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('en')

/** Refusals of calendars that hold days. */
export const calendarRefusals = {
  'calendar.past': (v) => ({
    sentence: `A calendar is read from ${day(v.today)} on for at most ${count(v.most_days)} days, and so not until ${day(v.until)}.`,
    remedy: 'Give an earlier day that is not over; a new calendar can be made when this one ends.',
  }),
} satisfies SomeRefusalWords
