import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { service } from '../service.ts'

const { count, day } = tellingIn('en')

/** Refusals of service that hold days or codes. */
export const serviceRefusals = {
  'post_holding.days': (v) => ({
    sentence: `The post was taken from ${day(v.from)} on, and so is not given back on ${day(v.to)}.`,
    remedy: 'Give a last day that is on the first day or after it.',
  }),
  'post_holding.ended': (v) => ({
    sentence: `Holding ${v.holding} of a post ended on ${day(v.to)}.`,
    remedy: 'Take the post again from a later day on.',
  }),
  'service_pledge.days': (v) => ({
    sentence: `The pledge holds from ${day(v.from)}, and ${day(v.due)} is before that day.`,
    remedy: 'Give a day that is on the first day or after it.',
  }),
  'service_pledge.ended': (v) => ({
    sentence: `What came of pledge ${v.pledge} is written down: ${wordFor(service.outcomes, v.outcome)}.`,
    remedy: 'Record a new pledge for what is promised from now on.',
  }),
  'service_time.day_full': (v) => ({
    sentence: `${v.party} would have given ${count(v.minutes)} minutes on ${day(v.day)}; a day has 1440.`,
    remedy: 'Look at what is recorded for that day; a body records the people it sends one by one.',
  }),
  'service_time.outside': (v) => ({
    sentence: `The time was given on ${day(v.day)}, and what it is for went from ${day(v.from)} to ${v.to === null ? 'now' : day(v.to)}.`,
    remedy: 'Give a day within it, or leave out what it was for.',
  }),
} satisfies SomeRefusalWords
