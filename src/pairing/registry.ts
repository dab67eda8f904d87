/** The commands and queries of pairing, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'

export const pairingCommands: readonly AnyCommand[] = []

/** Commands that pages alone offer. */
export const pairingPageCommands: readonly AnyPageCommand[] = []

export const pairingQueries: readonly AnyQuery[] = []
