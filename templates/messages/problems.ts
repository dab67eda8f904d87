import type { Messages } from './messages.ts'
import { phraseIn } from './phrases.ts'

/**
 * What is wrong with an answer in a form, as a sentence in the reader's language. `problem` is the English text of
 * the issue; one that the catalogue has no words for is told as it stands.
 */
export function problemIn(t: Messages, problem: string): string {
  return phraseIn(t.problems, problem) ?? problem
}

/**
 * What is wrong in a file that is imported, a line of it or a key, in the reader's language: the `sentence` of a
 * problem, or the reason within one. What the catalogue has no words for is told as it stands.
 */
export function faultIn(t: Messages, fault: string): string {
  return phraseIn(t.faults, fault) ?? fault
}
