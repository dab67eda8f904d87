import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { cases } from '../cases.ts'

const { day } = tellingIn('en')
const state = (code: string) => (cases.states as Readonly<Record<string, string>>)[code] ?? code

/** Those of sittings and of what comes after a payment that speak in codes or bare days by themselves. */
export const sittingRefusals = {
  'ballot.conditions': () => ({
    sentence: 'Conditions belong to an approval; this proposal is another.',
    remedy: 'Leave the conditions out.',
  }),
  'ballot.rule': ({ proposal }) => ({
    sentence:
      proposal === 'refuse'
        ? 'A refusal states its rule and what the applicant is told.'
        : 'A rule belongs to a refusal; this proposal is another.',
    remedy:
      'Name the rule by which it is refused, with a text; for other proposals leave the rule out.',
  }),
  'call_back_draw.nobody': (v) => ({
    sentence: `Nothing was paid on a case from ${day(v.from)} to ${day(v.to)}, so nobody can be drawn.`,
    remedy: 'Announce a drawing for another period or another unit.',
  }),
  'call_back_draw.not_over': (v) => ({
    sentence: `The period ends on ${day(v.to)}, and today is ${day(v.today)}.`,
    remedy: 'Draw on a later day, when everything paid in the period is known.',
  }),
  'call_back_draw.range': (v) => ({
    sentence: `The period from ${day(v.from)} to ${day(v.to)} has no day.`,
    remedy: 'Give a first day that is not after the last.',
  }),
  'delivery.day': (v) => ({
    sentence: `It was paid on ${day(v.paid_on)} and today is ${day(v.today)}; ${day(v.day)} lies outside.`,
    remedy: 'Give the day on which the person was asked.',
  }),
  'revisit.day': (v) => ({
    sentence:
      v.next_on === null
        ? `The visit was on ${day(v.visited_on)}, and today is ${day(v.today)}.`
        : `The next visit is on ${day(v.next_on)}, and today is ${day(v.today)}.`,
    remedy: 'A visit lies in the past or is today, and the next one is to come.',
  }),
  'revisit.not_paid': (v) => ({
    sentence: `Case ${v.case} stands at “${state(v.state)}”; a household is visited again after it was helped.`,
    remedy: 'Before a case is decided, record a home visit.',
  }),
  'sitting.day': (v) => ({
    sentence: `The sitting is held on ${day(v.held_on)}, and today is ${day(v.today)}.`,
    remedy: 'Record who is there and what is voted on the day of the sitting or after it.',
  }),
} satisfies SomeRefusalWords
