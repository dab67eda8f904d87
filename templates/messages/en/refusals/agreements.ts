import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { agreements } from '../agreements.ts'
import { interests } from '../interests.ts'
import { peopleWords } from '../people-words.ts'

const { day } = tellingIn('en')

const ties = { ...peopleWords.tie_role, oneself: 'oneself', household: 'the same household' }

/** Refusals of agreements that hold days or codes. */
export const agreementRefusals = {
  'agreement.days': (v) => ({
    sentence: `The agreement would end on ${day(v.until)}, before it begins on ${day(v.from)}.`,
    remedy: 'Let it end on the day on which it begins or later.',
  }),
  'agreement.due': (v) => ({
    sentence: `A commitment is due on ${day(v.due)}, before the agreement begins on ${day(v.from)}.`,
    remedy: 'Give a day from the beginning of the agreement on.',
  }),
  'agreement.ended': (v) => ({
    sentence: `Agreement ${v.agreement} ended on ${day(v.on)}.`,
    remedy: 'What goes on between the two is a new agreement.',
  }),
  'agreement.evidence_day': (v) => ({
    sentence: `The agreement began on ${day(v.from)} and today is ${day(v.today)}; ${day(v.day)} lies outside.`,
    remedy: 'Give the day on which it was done.',
  }),
  'agreement.interest': (v) => ({
    sentence: `You have an interest in agreement ${v.agreement}: ${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('; ')}.`,
    remedy: 'Somebody without an interest in either side does this. No role is above this rule.',
  }),
  'agreement.measure': (v) => ({
    sentence:
      v.wanted === 'amount'
        ? `“${wordFor(agreements.promise_kinds, v.kind)}” is told by an amount of money, and by nothing else.`
        : `“${wordFor(agreements.promise_kinds, v.kind)}” is told by a number, and by nothing else.`,
    remedy: v.wanted === 'amount' ? 'Give an amount alone.' : 'Give a whole number alone.',
  }),
  'agreement.signed_already': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)} has signed this version of agreement ${v.agreement} already.`,
    remedy: 'Look at its page; nothing more is to do for this side.',
  }),
  'variance.answered': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)} has answered ${v.statement} already.`,
    remedy: 'An answer stands. What has changed since is told by a new statement.',
  }),
  'variance.day': (v) => ({
    sentence: `The agreement began on ${day(v.from)} and today is ${day(v.today)}; ${day(v.day)} lies outside.`,
    remedy: 'Give a day from the beginning of the agreement up to today.',
  }),
  'variance.signed_before': (v) => ({
    sentence: `The statement tells what was done up to ${day(v.to)}; it was not signed on ${day(v.day)}.`,
    remedy: 'Give the day on which the side answered.',
  }),
} satisfies SomeRefusalWords
