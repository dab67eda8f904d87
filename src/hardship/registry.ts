/** The commands and queries of hardship, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'

export const hardshipCommands: readonly AnyCommand[] = []

/** Those that only pages give. */
export const hardshipPageCommands: readonly AnyPageCommand[] = []

export const hardshipQueries: readonly AnyQuery[] = []
