/** One item of what waits: how many, since when, and the first few of them. */
import { z } from 'zod'
import { dayOut } from '../book/fields.ts'
import type { Guarded, View } from '../book/registry.ts'

export const waitingOut = z.object({
  count: z.number(),
  /** True when there are more than were counted. */
  more: z.boolean(),
  /** The day of the oldest; null where it has none, or none was found at once. */
  oldest_on: dayOut.nullable(),
  /** The month meant, where it is one. */
  month: z.string().nullable(),
  /** The first few, oldest first, such as `contribution/5`. */
  subjects: z.array(z.string()),
})
export type Waiting = z.output<typeof waitingOut>

/** Subjects named of each item. */
export const fewSubjects = 5

export interface Kind {
  /** Who is told, of what: whoever may do something about it, as far as they reach with that. */
  readonly by: Guarded
  find(view: View): Waiting | null
}

/** What waits, from its subjects; null where nothing does. */
export function item(subjects: readonly string[], more: Partial<Waiting> = {}): Waiting | null {
  if (subjects.length === 0) return null
  const few = subjects.slice(0, fewSubjects)
  return {
    count: subjects.length,
    more: false,
    oldest_on: null,
    month: null,
    ...more,
    subjects: few,
  }
}
