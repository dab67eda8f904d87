/** Queries of parties: names as the caller may read them. */
import { z } from 'zod'
import { limitField } from '../book/fields.ts'
import { anyRole, query } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { listParties, nameFor, partyKinds, partyRef, partyWithRef } from './parties.ts'

const partyOut = z.object({ party: z.string(), kind: z.enum(partyKinds), name: z.string() })

export const list = query({
  name: 'parties.list',
  summary: 'Lists the parties; names as the caller may read them',
  may: anyRole,
  route: { method: 'GET', path: '/parties' },
  input: z.strictObject({ after: z.string().max(40).optional(), limit: limitField }),
  output: z.object({ parties: z.array(partyOut), after: z.string().nullable() }),
  run: (view, { after, limit }) => {
    const from = after === undefined ? (0 as PartyId) : partyWithRef(view, after).id
    const found = listParties(view, from, limit)
    const parties = found.map(({ id, kind }) => ({
      party: partyRef(id),
      kind,
      name: nameFor(view, view.caller, id),
    }))
    return { parties, after: found.length === limit ? parties.at(-1)!.party : null }
  },
})

export const show = query({
  name: 'parties.show',
  summary: 'Shows a party',
  may: anyRole,
  route: { method: 'GET', path: '/parties/{party}' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: partyOut,
  run: (view, input) => {
    const { id, kind } = partyWithRef(view, input.party)
    return { party: partyRef(id), kind, name: nameFor(view, view.caller, id) }
  },
})
