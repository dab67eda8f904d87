/** Queries before a pair begins: who would fit a need best now, and the sheet that is put to a side. */
import { z } from 'zod'
import { erased } from '../../book/details.ts'
import { dayOut, idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { personOut, personShown, unitOut } from '../../hardship/cases/shown.ts'
import type { PartyId } from '../../kit/ids.ts'
import { partyById, partyName, partyRef } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { unitById } from '../../people/units.ts'
import { whyNobody } from '../matching/explaining.ts'
import { placeById } from '../registers/places.ts'
import { pairingKeepers } from '../registers/roles.ts'
import {
  helperById,
  helperRef,
  needById,
  needRef,
  needWithId,
  versionOfHelper,
  versionOfNeed,
} from '../registers/rows.ts'
import { helperSorts } from '../registers/traits.ts'
import { pairSides, pairStates } from './moves.ts'
import { pairRef, pairWithId, standingOfPair } from './rows.ts'
import { kindShown, pairOut } from './shown.ts'

export const candidates = query({
  name: 'pairs.candidates',
  summary: 'The helpers who would fit a need best now, best first, whom nothing keeps from it',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'GET', path: '/needs/{need}/candidates' },
  input: z.strictObject({ need: idField }),
  output: z.object({
    need: z.number(),
    reference: z.string(),
    kind: pairOut.shape.kind,
    helped: personOut,
    candidates: z.array(
      z.object({
        helper: z.number(),
        reference: z.string(),
        helping: personOut,
        /** In tenths of a point, of how many. */
        points: z.number(),
        most: z.number(),
      }),
    ),
  }),
  run: (view, input) => {
    const need = needWithId(view, input.need)
    return {
      need: need.id,
      reference: needRef(need.id),
      kind: kindShown(view, need.unit_id, need.kind),
      helped: personShown(view, need.party_id),
      candidates: whyNobody(view, need.id).fit.map(({ helper, score }) => ({
        helper,
        reference: helperRef(helper),
        helping: personShown(view, helperById(view, helper).party_id),
        points: score.points,
        most: score.most,
      })),
    }
  },
})

export const sheet = query({
  name: 'pairs.sheet',
  summary:
    'What is put to a side on paper: of the other a masked name, and nothing to reach them by',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'GET', path: '/pairs/{pair}/sheets/{side}' },
  input: z.strictObject({ pair: idField, side: z.enum(pairSides) }),
  output: z.object({
    pair: z.number(),
    reference: z.string(),
    state: z.enum(pairStates),
    /** To whom it is put. */
    to: personOut,
    /** Who is on the other side: of a person the masked name, whoever reads. */
    other: z.string(),
    sort: z.enum(helperSorts),
    kind: pairOut.shape.kind,
    /** From 1, which can wait, to 3. */
    urgency: z.number(),
    /** The other’s unit and place: a village, never a home. */
    unit: unitOut.nullable(),
    place: z.string().nullable(),
    until_on: dayOut.nullable(),
  }),
  run: (view, input) => {
    const pair = pairWithId(view, input.pair)
    const [need, helper] = [needById(view, pair.need_id), helperById(view, pair.helper_id)]
    const toHelper = input.side === 'helper'
    const [to, other] = toHelper ? [helper, need] : [need, helper]
    const version = toHelper ? versionOfNeed(view, need.id) : versionOfHelper(view, helper.id)
    const unit = other.unit_id === null ? null : unitById(view, other.unit_id)
    return {
      pair: pair.id,
      reference: pairRef(pair.id),
      state: standingOfPair(view, pair.id).state,
      to: { party: partyRef(to.party_id), name: nameFor(view, view.caller, to.party_id) },
      other: maskedName(view, other.party_id),
      sort: helper.sort,
      kind: kindShown(view, need.unit_id, need.kind),
      urgency: versionOfNeed(view, need.id).urgency,
      unit: unit && { unit: unit.code, name: unit.name },
      place: version.place_id === null ? null : placeById(view, version.place_id).name,
      until_on: pair.until_on,
    }
  },
})

/** A name as the other side is told it before both have agreed; bodies are named in full. */
function maskedName(view: View, id: PartyId): string {
  const party = partyById(view, id)
  const { full, masked } = partyName(view, party)
  if (!full) return erased
  return party.kind === 'person' ? masked : full.name
}
