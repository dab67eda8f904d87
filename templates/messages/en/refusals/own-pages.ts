import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('en')

/** Refusals of own pages that hold days. */
export const ownPageRefusals = {
  'pairing_code.until': (v) => ({
    sentence: `A code lasts from today, ${day(v.today)}, for at most ${count(v.most_days)} days, and not until ${day(v.until)}.`,
    remedy: 'Choose a day in that time; a new code costs nothing.',
  }),
} satisfies SomeRefusalWords
