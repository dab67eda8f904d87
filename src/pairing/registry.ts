/** The commands and queries of pairing, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as helpers from './registers/helper-commands.ts'
import * as needs from './registers/need-commands.ts'
import * as places from './registers/place-commands.ts'

export const pairingCommands: readonly AnyCommand[] = [
  places.add,
  places.update,
  helpers.enroll,
  helpers.update,
  needs.open,
  needs.update,
]

/** Commands that pages alone offer. */
export const pairingPageCommands: readonly AnyPageCommand[] = []

export const pairingQueries: readonly AnyQuery[] = []
