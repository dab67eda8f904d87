/** What an event is on, and who is shown it. */
import type { Guarded, View } from '../book/registry.ts'

export interface Noun {
  /** The query that shows it. */
  readonly by: Guarded
  /** Looks it up as far as the view reaches; refuses with 404 where it does not exist. */
  find(view: View, of: string): unknown
}

/** The number in `C-000012`, or the number itself. */
export function numberIn(of: string): number {
  return Number(of.replace(/^(?:AG|HE|ND|PA|C|F)-/, ''))
}
