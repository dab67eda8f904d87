import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { helpers } from '../helpers.ts'
import { register_lists } from '../register-lists.ts'

const { day } = tellingIn('en')

/** Refusals of the registers of pairing that hold days or words of the book. */
export const registerRefusals = {
  'helper.leaves_on_needed': (v) => ({
    sentence: `Helper ${v.helper} is to leave, and no day from today, ${day(v.today)}, on is given for it.`,
    remedy: 'Give the day; until then their pairs are handed over.',
  }),
  'helper.sort_other': (v) => ({
    sentence: `${v.party} does not help as “${wordFor(helpers.sort, v.sort)}”.`,
    remedy:
      'A person helps as a person; a body as an enterprise, a village, a department or an association.',
  }),
  'pairing.not_a_number': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}: “${v.text}” is no whole number.`,
    remedy: 'Write digits alone.',
  }),
  'pairing.word_unknown': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}: “${v.text}” is not known.`,
    remedy: 'Write one of the words that the form of this register offers.',
  }),
} satisfies SomeRefusalWords
