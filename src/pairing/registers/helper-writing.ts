/** Taking somebody into the register of helpers, and saying anew how they stand. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { unitNear } from '../../hardship/files/writing.ts'
import type { HelperId } from '../../kit/ids.ts'
import { partyField, partyMeant } from '../../people/commands.ts'
import { togetherWith } from '../../people/merges.ts'
import { type Party, partyRef } from '../../people/parties.ts'
import { requireLiving } from '../../people/persons.ts'
import { openUnitWithCode } from '../../people/units.ts'
import { wholeField } from '../../policies/fields.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireHelperCodes } from './known-codes.ts'
import { openPlaceWithCode } from './places.ts'
import { helperExists, helperSortOther } from './refusals.ts'
import { type Helper, type HelperVersion, helperOfParty, helperRef } from './rows.ts'
import { type HelperTraits, helperSorts, helperTraits, keepTraits } from './traits.ts'

/** How many needs a helper takes on at once. */
export const capacityField = wholeField(0, 1_000)

/** What is said of a helper when they are taken in. */
export const newHelperField = z.strictObject({
  party: partyField,
  /** What kind of helper it is; `person` unless said. */
  sort: z.enum(helperSorts).default('person'),
  /** Where they are kept; where they belong unless said. */
  unit: codeField.optional(),
  /** A rank of the policy on pairing, which says how many they take on. */
  rank: codeField.nullable().default(null),
  /** How many they take on at once, whatever their rank; null: as the policy says. */
  capacity: capacityField.nullable().default(null),
  /** The code of the place in which they live or work. */
  place: codeField.nullable().default(null),
  ...helperTraits.shape,
  note: reasonField.optional(),
})
export type NewHelper = z.output<typeof newHelperField>

/** How a helper stands, before it has a number. */
export type HelperSaid = Omit<HelperVersion, 'id' | 'helper_id' | 'actor' | 'event_seq'>

/**
 * Takes a helper in. Refuses what the party, the unit and the place refuse, `helper.sort_other`, `helper.exists`,
 * `party.has_died`, `pairing.code_unknown`.
 */
export function enrollHelper(act: Act, given: NewHelper): Helper {
  const named = given.unit === undefined ? undefined : openUnitWithCode(act, given.unit).id
  const party = partyMeant(act, given.party, named ?? null)
  requireFit(act, party, given.sort)
  const unit = named ?? unitNear(act, party)
  requireHelperCodes(act, unit, given)
  const place = given.place === null ? null : openPlaceWithCode(act, given.place).id
  const id = nextId(act, 'helper')
  const helper: Helper = {
    id,
    party_id: party.id,
    sort: given.sort,
    unit_id: unit,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  }
  insert(act, 'helper', helper)
  writeHelperVersion(act, id, {
    standing: 'open',
    leaves_on: null,
    rank: given.rank,
    capacity: given.capacity,
    place_id: place,
    traits_detail_id: keepTraits(act, traitsIn(given)),
    note_detail_id: given.note === undefined ? null : keepDetail(act, 'pairing_note', given.note),
  })
  return helper
}

function requireFit(act: Act, party: Party, sort: NewHelper['sort']): void {
  if ((party.kind === 'person') !== (sort === 'person')) {
    throw helperSortOther({ party: partyRef(party.id), sort })
  }
  if (party.kind === 'person') requireLiving(act, party, act.today)
  for (const one of togetherWith(act, party.id)) {
    const there = helperOfParty(act, one)
    if (!there) continue
    throw helperExists({ party: partyRef(party.id), helper: helperRef(there.id) })
  }
}

/** What of an answer are traits. */
export function traitsIn(given: HelperTraits): HelperTraits {
  const { skills, languages, times, gender, serves, most_km, refuses } = given
  return { skills, languages, times, gender, serves, most_km, refuses }
}

/** Writes how a helper stands from now on. */
export function writeHelperVersion(act: Act, helper: HelperId, said: HelperSaid): void {
  insert(act, 'helper_version', {
    id: nextId(act, 'helper_version'),
    helper_id: helper,
    ...said,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
