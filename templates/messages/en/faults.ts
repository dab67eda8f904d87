import type { Phrases } from '../phrases.ts'
import { problems } from './problems.ts'

/** What is wrong in a file: its readers say so in English themselves, other than for single fields. */
export const faults: Phrases = problems
