import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { interests } from '../interests.ts'
import { matching } from '../matching.ts'
import { pairs } from '../pairs.ts'
import { peopleWords } from '../people-words.ts'
import { together } from '../together.ts'

const { day } = tellingIn('en')

const ties = { ...peopleWords.tie_role, oneself: 'yourself', household: 'the same household' }

/** Refusals of pairs that hold days or codes. */
export const pairRefusals = {
  'pair.agreed_already': (v) => ({
    sentence: `For pair ${v.pair} this stands recorded already: ${wordFor(pairs.sides, v.side)} agrees.`,
    remedy: 'Nothing more is to be done for this side.',
  }),
  'pair.barred': (v) => ({
    sentence: `Helper ${v.helper} and need ${v.need} cannot be a pair: ${v.bars.map((bar) => wordFor(matching.bars, bar)).join(', ')}.`,
    remedy:
      'Choose another helper; or have what bars them corrected first, if it is recorded wrongly.',
  }),
  'pair.closing_first': (v) => ({
    sentence: `That pair ${v.pair} ends is not proposed for this reason: ${wordFor(pairs.reasons, v.reason)}.`,
    remedy: 'Propose its end with what was found; another person then approves it.',
  }),
  'pair.day_past': (v) => ({
    sentence: `A pair cannot be looked at next on ${day(v.day)}; today is ${day(v.today)}.`,
    remedy: 'Give a day from tomorrow on, or none.',
  }),
  'pair.ends_before': (v) => ({
    sentence: `A pair until ${day(v.until)} would be over before it begins; today is ${day(v.today)}.`,
    remedy: 'Give a later day, or none.',
  }),
  'pair.interest': (v) => ({
    sentence: `You have an interest in this pair (${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('; ')}), and so take no part in it.`,
    remedy:
      'Somebody without an interest does this. If a tie is recorded wrongly, have it corrected first.',
  }),
  'pair.not_agreed': (v) => ({
    sentence: `For pair ${v.pair} a consent is missing, or was taken back: ${wordFor(pairs.sides, v.side)}.`,
    remedy: 'Ask them, and record that they agree; or hand the pair over, or end it.',
  }),
  'pair.not_expired': (v) => ({
    sentence:
      v.until === null
        ? `Pair ${v.pair} was agreed for no set time, and so its time is not over.`
        : `Pair ${v.pair} was agreed until ${day(v.until)}, and so its time is not over.`,
    remedy: 'Give another reason, or wait for the day.',
  }),
  'pair.not_in_state': (v) => ({
    sentence: `Pair ${v.pair} stands at “${wordFor(together.state, v.state)}”, on which this does not follow: ${wordFor(pairs.acts, v.act)}.`,
    remedy: 'Look at what was done with it; somebody else may have been quicker.',
  }),
  'pair.still_observed': (v) => ({
    sentence: `Pair ${v.pair} is watched until ${day(v.until)}; whether it lasts is not known before.`,
    remedy: 'Wait for the day; or say that they died, moved away or do not wish it any more.',
  }),
} satisfies SomeRefusalWords
