/** Queries of ties: what others are to a party, and who is kin to them through whom. */
import { z } from 'zod'
import { dayField, dayOut } from '../book/fields.ts'
import { officers, query, type View } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { kinRoles } from './kinship.ts'
import { togetherWith } from './merges.ts'
import { partyById, partyRef, partyWithRef } from './parties.ts'
import { partyInScope } from './party-scope.ts'
import { nameFor } from './shown.ts'
import { kinWithin, otherSide, tieRoles, tiesOf } from './ties.ts'

const otherOut = z.object({ party: z.string(), name: z.string() })

function other(view: View, id: PartyId): z.output<typeof otherOut> {
  return { party: partyRef(id), name: nameFor(view, view.caller, id) }
}

function reaches(view: View, id: PartyId): boolean {
  return view.scope === 'all' || partyInScope(view, partyById(view, id))
}

export const list = query({
  name: 'ties.list',
  summary: 'What others are to a party, ended ties too',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/ties' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({
    ties: z.array(
      z.object({
        tie: z.number(),
        /** What the other is to the party. */
        role: z.enum(tieRoles),
        other: otherOut,
        /** Null since ever. */
        from_on: dayOut.nullable(),
        /** Null while it holds, and of a mistake. */
        to_on: dayOut.nullable(),
        ended: z.boolean(),
        sequence: z.number(),
      }),
    ),
  }),
  run: (view, input) => {
    // Of somebody who stands in the book twice and was merged, those of both.
    const parties = togetherWith(view, partyWithRef(view, input.party).id)
    const found = parties.flatMap((id) => tiesOf(view, id).map((tie) => ({ id, tie })))
    const ties = found.flatMap(({ id, tie }) => {
      const side = otherSide(tie, id)
      if (!reaches(view, side.party)) return []
      const { id: number, from_on, to_on, ended, event_seq } = tie
      const shown = { role: side.role, other: other(view, side.party) }
      return [{ tie: number, ...shown, from_on, to_on, ended, sequence: event_seq }]
    })
    return { ties }
  },
})

/** Further apart nobody is asked to stand aside. */
const mostDegrees = 6

export const kin = query({
  name: 'parties.kin',
  summary: 'Who is kin to a party by ties and households, nearest first, with the way to each',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/kin' },
  input: z.strictObject({
    party: z.string().max(40),
    degrees: z.coerce.number().int().min(1).max(mostDegrees).default(2),
    /** As it is on this day; today unless said. */
    on: dayField.optional(),
  }),
  output: z.object({
    kin: z.array(
      otherOut.extend({
        degrees: z.number(),
        /** Spouse, parents of both, siblings, children and their spouses, grandparents, grandchildren. */
        near: z.boolean(),
        /** “The spouse of the sibling” is `sibling`, then `spouse`. */
        path: z.array(otherOut.extend({ role: z.enum(kinRoles) })),
      }),
    ),
  }),
  run: (view, { party, degrees, on = view.today }) => {
    const found = kinWithin(view, partyWithRef(view, party).id, degrees, on)
    const kin = found
      .filter(({ path }) => path.every((step) => reaches(view, step.party)))
      .map(({ party: id, path, ...rest }) => ({
        ...other(view, id),
        ...rest,
        path: path.map((step) => ({ ...other(view, step.party), role: step.role })),
      }))
    return { kin }
  },
})
