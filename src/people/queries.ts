/** Queries of parties: names as the caller may read them. */
import { z } from 'zod'
import { limitField, nameField } from '../book/fields.ts'
import { type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { officers, query, type View } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { nameFor, type Party, partyById, partyKinds, partyRef, partyWithRef } from './parties.ts'
import { partiesCalled, partiesNamed } from './search.ts'

const partyOut = z.object({
  party: z.string(),
  kind: z.enum(partyKinds),
  name: z.string(),
  /** The event that registered it. */
  sequence: z.number(),
})

function shown(view: View, party: Party): z.output<typeof partyOut> {
  return {
    party: partyRef(party.id),
    kind: party.kind,
    name: nameFor(view, view.caller, party.id),
    sequence: party.event_seq,
  }
}

const listInput = z.strictObject({
  kind: z.enum(partyKinds).optional(),
  /** A reference, or a part of the name, as far as the caller may read names. */
  q: z.string().trim().min(1).max(100).optional(),
  /** The whole name, as it is written. */
  name: nameField.optional(),
  order: z.enum(['ascending', 'descending']).default('ascending'),
  cursor: pageCursorField,
  limit: limitField,
})

function found(view: View, asked: z.output<typeof listInput>): PartyId[] | null {
  const { q, name, kind } = asked
  if (name !== undefined) return partiesCalled(view, view.caller, name)
  if (q === undefined) return null
  if (/^P-\d+$/i.test(q)) return [partyWithRef(view, q.toUpperCase()).id]
  return partiesNamed(view, view.caller, q, { kind })
}

export const list = query({
  name: 'parties.list',
  summary: 'Lists the parties, by kind or search; names as the caller may read them',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties' },
  input: listInput,
  output: z.object({ parties: z.array(partyOut), ...pageOut }),
  run: (view, asked) => {
    const among = found(view, asked)
    const listing: Listing = {
      table: 'party',
      key: null,
      descending: asked.order === 'descending',
      seek:
        among === null
          ? []
          : [
              {
                sql: 't.id in (select value from json_each(+?))',
                values: [JSON.stringify(among)],
              },
            ],
      also: asked.kind === undefined ? [] : [{ sql: 't.kind = +?', values: [asked.kind] }],
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const parties = ids.map((id) => shown(view, partyById(view, id as PartyId)))
    return { parties, next, previous }
  },
})

export const show = query({
  name: 'parties.show',
  summary: 'Shows a party',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: partyOut,
  run: (view, input) => shown(view, partyWithRef(view, input.party)),
})
