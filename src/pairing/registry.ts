/** The commands and queries of pairing, by room; `src/registry.ts` takes them up. */
import type { AnyCommand, AnyPageCommand, AnyQuery } from '../book/registry.ts'
import * as pairingCodes from './own/code-commands.ts'
import * as ownPairs from './own/pair-acts.ts'
import * as contactCommands from './pairs/contact-commands.ts'

export const pairingCommands: readonly AnyCommand[] = [
  pairingCodes.make,
  pairingCodes.end,
  contactCommands.openContacts,
]

/** Commands that pages alone offer. */
export const pairingPageCommands: readonly AnyPageCommand[] = [
  ownPairs.agree,
  ownPairs.decline,
  ownPairs.withdraw,
  ownPairs.openContacts,
  ownPairs.askReview,
]

export const pairingQueries: readonly AnyQuery[] = [pairingCodes.list, contactCommands.contacts]
