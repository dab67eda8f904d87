/** Reading how the two sides of a pair reach each other, in the office: somebody says why, and reads it for some minutes. */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { command, query, type Role } from '../../book/registry.ts'
import { partyRef } from '../../people/parties.ts'
import { unsealingNamesNeeded } from '../../people/unsealings.ts'
import { contactsOf, contactsOpenUntil, recordContactReading } from './contacts.ts'
import { pairSides } from './moves.ts'
import { contactsClosed, contactsNotShared } from './refusals.ts'
import { pairRef, pairWithId, sharesContacts, standingOfPair } from './rows.ts'

/** Who hands contact cards over. An auditor reads who read them, and not what stands on them. */
export const contactReaders: readonly Role[] = ['owner', 'pairing_coordinator']

const asked = {
  pair: idField,
  /** For whom: how to reach the other side is what this side may know. */
  side: z.enum(pairSides),
}

export const openContacts = command({
  name: 'pairs.open_contacts',
  summary: 'Opens how to reach the other side of a pair for ten minutes, as for a card; on record',
  may: contactReaders,
  reach: 'units',
  route: { method: 'POST', path: '/pairs/{pair}/contact-readings' },
  input: z.strictObject({ ...asked, reason: reasonField }),
  output: z.object({
    pair: z.number(),
    reference: z.string(),
    side: z.enum(pairSides),
    /** Until when it can be read, in milliseconds since the epoch, UTC. */
    until: z.number(),
  }),
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, { side, reason, ...given }) => {
    const pair = pairWithId(act, given.pair)
    if (!act.caller.readsNames) throw unsealingNamesNeeded({})
    const until = recordContactReading(act, pair, { reader: side, reason })
    return { pair: pair.id, reference: pairRef(pair.id), side, until }
  },
})

export const contacts = query({
  name: 'pairs.contacts',
  summary: 'How to reach the other side of a pair, while both agree and one’s reading is on record',
  may: contactReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairs/{pair}/contacts' },
  input: z.strictObject(asked),
  output: z.object({
    pair: z.number(),
    reference: z.string(),
    side: z.enum(pairSides),
    party: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    until: z.number(),
  }),
  run: (view, { side, ...given }) => {
    const pair = pairWithId(view, given.pair)
    const reference = pairRef(pair.id)
    if (!sharesContacts(standingOfPair(view, pair.id))) throw contactsNotShared({ pair: reference })
    const found = view.caller.readsNames ? contactsOf(view, pair, side) : null
    if (!found) throw contactsClosed({ pair: reference })
    const { party, name, phone, address } = found
    const until = contactsOpenUntil(view, pair, side)!
    return { pair: pair.id, reference, side, party: partyRef(party), name, phone, address, until }
  },
})
