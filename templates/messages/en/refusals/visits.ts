import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { visits } from '../visits.ts'

const { day } = tellingIn('en')

/** Refusals of visits that hold days or codes. */
export const visitRefusals = {
  'care_event.day': (v) => ({
    sentence: `It cannot have happened on ${day(v.day)}; today is ${day(v.today)}.`,
    remedy: 'Give the day on which it happened.',
  }),
  'follow_up.day': (v) => ({
    sentence: `A follow-up due on ${day(v.due_on)} lies before ${day(v.from)}.`,
    remedy: 'Give a day that is still to come.',
  }),
  'visit.day': (v) => ({
    sentence: `A visit on ${day(v.day)} cannot be recorded; today is ${day(v.today)}.`,
    remedy: 'Give the day on which somebody was there.',
  }),
  'visit.help_unclear': (v) => ({
    sentence: `Help (${wordFor(visits.forms, v.form)}) is told as what it was, and money as a payout of the book or as private.`,
    remedy: 'Name the payout that was handed over, or mark the money as private with its amount.',
  }),
  'visit.pair_not_then': (v) => ({
    sentence: `Pair ${v.pair} did not stand on ${day(v.day)}.`,
    remedy: 'Give a day on which the pair stood, or record the visit without the pair.',
  }),
} satisfies SomeRefusalWords
