import type { SomeRefusalWords } from '../../refusal-words.ts'
import { wordFor } from '../../telling.ts'
import { matching } from '../matching.ts'

/** Refusals of the matching that hold codes. */
export const matchRefusals = {
  'match.suggestion_stale': (v) => ({
    sentence: `Helper ${v.helper} no longer fits need ${v.need}: ${v.rules.map((rule) => wordFor(matching.bars, rule)).join(', ')}.`,
    remedy: 'Choose another candidate, or match again.',
  }),
} satisfies SomeRefusalWords
