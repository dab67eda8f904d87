/** Forming, joining, splitting and rearranging households: everybody lives in one on a day. */
import type { Act } from '../book/registry.ts'
import { addDays, type Day, lastDay } from '../kit/day.ts'
import type { HouseholdId, PartyId, UnitId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import {
  type HouseholdMember,
  householdRef,
  householdsOf,
  livingIn,
  type Relation,
} from './households.ts'
import { type Party, partyRef } from './parties.ts'
import { requireLiving } from './persons.ts'
import {
  householdEverybody,
  householdHeadStays,
  householdLivesThere,
  householdNotInOrder,
  householdNotLivingThere,
  householdOneHead,
} from './refusals.ts'

/** Somebody with what they are to the head. */
export interface Placing {
  readonly party: Party
  readonly relation: Relation
}

/** Forms a household of some people, who leave those in which they lived. Refuses what `moveInto` refuses. */
export function formHousehold(
  act: Act,
  unit: UnitId | null,
  placings: readonly Placing[],
  from_on: Day,
): HouseholdId {
  requireOneHead(placings)
  const leaving = requireRoom(act, placings, from_on)
  const id = nextId(act, 'household')
  insert(act, 'household', { id, unit_id: unit, event_seq: act.seq })
  moveIn(act, id, placings, leaving, from_on)
  return id
}

/**
 * Takes somebody into a household, out of the one in which they lived. Refuses `party.not_a_person`,
 * `party.has_died`, `household.lives_there`, `household.not_in_order`, `household.head_stays`,
 * `household.one_head`.
 */
export function joinHousehold(
  act: Act,
  household: HouseholdId,
  placing: Placing,
  from_on: Day,
): void {
  const living = livingIn(act, household, from_on)
  if (living.some(({ party_id }) => party_id === placing.party.id)) {
    const party = partyRef(placing.party.id)
    throw householdLivesThere({ party, household: householdRef(household) })
  }
  const heads = [...living, placing].filter(({ relation }) => relation === 'head').length
  if (heads > 1) throw householdOneHead({ heads })
  const leaving = requireRoom(act, [placing], from_on)
  moveIn(act, household, [placing], leaving, from_on)
}

/** Some of a household form one of their own. Refuses `household.not_living_there` and what forming refuses. */
export function splitHousehold(
  act: Act,
  from: { readonly id: HouseholdId; readonly unit_id: UnitId | null },
  placings: readonly Placing[],
  from_on: Day,
): HouseholdId {
  requireLivingThere(act, from.id, placings, from_on)
  return formHousehold(act, from.unit_id, placings, from_on)
}

/**
 * Says anew what everybody of a household is to its head, such as after the head died. Refuses
 * `household.one_head`, `household.not_living_there`, `household.everybody`, `household.not_in_order`.
 */
export function rearrangeHousehold(
  act: Act,
  household: HouseholdId,
  placings: readonly Placing[],
  from_on: Day,
): void {
  requireOneHead(placings)
  requireLivingThere(act, household, placings, from_on)
  const living = livingIn(act, household, from_on)
  const named = new Set(placings.map(({ party }) => party.id))
  const missing = living.filter(({ party_id }) => !named.has(party_id))
  if (missing.length > 0) {
    throw householdEverybody({
      household: householdRef(household),
      missing: missing.map(({ party_id }) => partyRef(party_id)),
    })
  }
  for (const { party } of placings) requireInOrder(act, party.id, from_on)
  for (const member of living) endTime(act, member, addDays(from_on, -1), 'new_head')
  for (const placing of placings) insertMember(act, household, placing, from_on)
}

/**
 * Somebody leaves a household, or was put into it by mistake. Refuses `household.not_living_there`,
 * `household.head_stays`.
 */
export function leaveHousehold(
  act: Act,
  household: HouseholdId,
  party: PartyId,
  { to_on, cause }: { readonly to_on: Day; readonly cause: 'left' | 'mistake' },
): void {
  const living = livingIn(act, household, to_on)
  const member = living.find(({ party_id, cause: ended }) => party_id === party && ended === null)
  if (!member) {
    const ref = { party: partyRef(party), household: householdRef(household) }
    throw householdNotLivingThere({ ...ref, day: to_on })
  }
  requireNotLastHead(act, member, new Set([party]), addDays(to_on, 1))
  const last = cause === 'mistake' ? addDays(member.from_on, -1) : to_on
  endTime(act, member, last, cause)
}

/** The place in the household ends with the death of somebody; a head is followed by whoever is named next. */
export function leaveOnDeath(act: Act, party: PartyId, on: Day): void {
  for (const member of householdsOf(act, party)) {
    if (member.to_on === null) endTime(act, member, on, 'died')
  }
}

function requireOneHead(placings: readonly Placing[]): void {
  const heads = placings.filter(({ relation }) => relation === 'head').length
  if (heads !== 1) throw householdOneHead({ heads })
}

function requireLivingThere(
  act: Act,
  household: HouseholdId,
  placings: readonly Placing[],
  day: Day,
): void {
  const living = new Set(livingIn(act, household, day).map(({ party_id }) => party_id))
  const stranger = placings.find(({ party }) => !living.has(party.id))
  if (!stranger) return
  const ref = { party: partyRef(stranger.party.id), household: householdRef(household) }
  throw householdNotLivingThere({ ...ref, day })
}

/** Refuses `household.not_in_order` when something of that day or later is recorded of somebody. */
function requireInOrder(act: Act, party: PartyId, from_on: Day): HouseholdMember | undefined {
  const times = householdsOf(act, party).filter(
    ({ from_on: first, to_on }) => to_on === null || to_on >= first,
  )
  const open = times.find(({ to_on }) => (to_on ?? lastDay) >= from_on)
  if (open && (open.to_on !== null || open.from_on > from_on)) {
    throw householdNotInOrder({ party: partyRef(party), from: from_on })
  }
  return open
}

/** The times in other households that end when people move; a head goes only when nobody is left behind. */
function requireRoom(act: Act, placings: readonly Placing[], from_on: Day): HouseholdMember[] {
  const going = new Set(placings.map(({ party }) => party.id))
  const leaving = placings.flatMap(({ party }) => {
    requireLiving(act, party, from_on)
    return requireInOrder(act, party.id, from_on) ?? []
  })
  for (const member of leaving) requireNotLastHead(act, member, going, from_on)
  return leaving
}

function requireNotLastHead(
  act: Act,
  member: HouseholdMember,
  going: ReadonlySet<PartyId>,
  day: Day,
): void {
  if (member.relation !== 'head') return
  const others = livingIn(act, member.household_id, day).filter(
    ({ party_id }) => !going.has(party_id),
  )
  if (others.length === 0) return
  const household = householdRef(member.household_id)
  throw householdHeadStays({ party: partyRef(member.party_id), household })
}

function moveIn(
  act: Act,
  household: HouseholdId,
  placings: readonly Placing[],
  leaving: readonly HouseholdMember[],
  from_on: Day,
): void {
  for (const member of leaving) endTime(act, member, addDays(from_on, -1), 'moved')
  for (const placing of placings) insertMember(act, household, placing, from_on)
}

function insertMember(
  act: Act,
  household: HouseholdId,
  { party, relation }: Placing,
  from_on: Day,
) {
  insert(act, 'household_member', {
    id: nextId(act, 'household_member'),
    household_id: household,
    party_id: party.id,
    relation,
    from_on,
    event_seq: act.seq,
  })
}

/** A time that would end before it began holds on no day, as a mistake does. */
function endTime(
  act: Act,
  { id, from_on }: HouseholdMember,
  last: Day,
  cause: 'left' | 'moved' | 'new_head' | 'died' | 'mistake',
): void {
  const never = last < from_on
  insert(act, 'household_member_end', {
    id: nextId(act, 'household_member_end'),
    member_id: id,
    to_on: never ? addDays(from_on, -1) : last,
    cause: never ? 'mistake' : cause,
    event_seq: act.seq,
  })
}
