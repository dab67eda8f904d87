/** Commands and fields of parties. */
import { z } from 'zod'
import { nameField } from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { type Party, partyKinds, partyRef, partyWithRef, registerParty } from './parties.ts'

const newParty = z.strictObject({ kind: z.enum(partyKinds), name: nameField })

/** A party: the reference of one in the book, or kind and name of a new one. */
export const partyField = z
  .union([z.string().max(40), newParty], {
    error: 'give a reference such as "P-000001", or kind and name',
  })
  .meta({ examples: ['P-000001'] })

export type PartyGiven = z.output<typeof partyField>

/** The party meant; a new one is registered in the same act. Refuses `party.unknown`. */
export function partyMeant(act: Act, given: PartyGiven): Party {
  return typeof given === 'string' ? partyWithRef(act, given) : registerParty(act, given)
}

export const register = command({
  name: 'parties.register',
  summary: 'Registers a person or body that gives, receives, or is paid on another’s behalf',
  may: ['owner', 'fund_administrator', 'pairing_coordinator'],
  reach: 'units',
  route: { method: 'POST', path: '/parties' },
  input: newParty,
  output: z.object({ party: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => ({ party: partyRef(registerParty(act, input).id) }),
})
