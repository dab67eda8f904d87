/** Questions that only some readers of a page may ask. */
import type { z } from 'zod'
import type { Query } from '../../book/registry.ts'
import type { Visit } from './visit.ts'

/** The answer for a reader who may ask; undefined for one who may not, whose page then leaves it out. */
export function askIfMay<I extends z.ZodType, O extends z.ZodType>(
  visit: Visit,
  query: Query<I, O>,
  input: z.input<I>,
): z.output<O> | undefined {
  return visit.may(query) ? visit.ask(query, input) : undefined
}
