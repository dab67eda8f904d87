/** Beginning, transferring and ending memberships: in order, and never two of a sort on one day. */
import { keepDetail, masked } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import { inScope } from '../book/scope.ts'
import { addDays, type Day, lastDay } from '../kit/day.ts'
import type { MembershipId, PartyId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import {
  type Membership,
  type MembershipCause,
  type MembershipSort,
  membershipsOf,
} from './memberships.ts'
import { type Party, partyRef } from './parties.ts'
import { requireLiving } from './persons.ts'
import {
  membershipEnded,
  membershipEndsLater,
  membershipEndsTooSoon,
  membershipNoneToTransfer,
  membershipOverlaps,
  membershipReasonNeeded,
  membershipSameUnit,
  unitClosed,
} from './refusals.ts'
import { type Unit, unitById } from './units.ts'

export interface NewMembership {
  readonly sort: MembershipSort
  readonly from_on: Day
  /** The last day, where it is for a time only. */
  readonly until_on?: Day | undefined
  readonly reason?: string | undefined
}

/** What is recorded late says why. Refuses `membership.reason_needed`. */
export function requireReason({ today }: Act, day: Day, reason: string | undefined): void {
  if (day < today && reason === undefined) throw membershipReasonNeeded({ day, today })
}

/**
 * Begins a membership of a person in a unit. Refuses `unit.closed`, `party.not_a_person`, `party.has_died`,
 * `membership.ends_too_soon`, `membership.overlaps`.
 */
export function beginMembership(
  act: Act,
  party: Party,
  unit: Unit,
  given: NewMembership,
): MembershipId {
  requireRoom(act, party, unit, given, null)
  return insertMembership(act, party, unit, given)
}

/** `after`: the membership that ends right before. */
function requireRoom(
  act: Act,
  party: Party,
  unit: Unit,
  { sort, from_on, until_on }: NewMembership,
  after: Membership | null,
): void {
  if (unit.closed) throw unitClosed({ unit: unit.code })
  requireLiving(act, party, from_on)
  if (until_on !== undefined && until_on < from_on) {
    throw membershipEndsTooSoon({ from: from_on, to: until_on })
  }
  if (sort === 'honorary') return
  const other = membershipsOf(act, party.id).find(
    (one) =>
      one.sort === sort &&
      one.id !== after?.id &&
      one.from_on <= (until_on ?? lastDay) &&
      from_on <= (one.to_on ?? lastDay) &&
      // One that was a mistake holds on no day.
      (one.to_on === null || one.to_on >= one.from_on),
  )
  if (!other) return
  const known = inScope(act.scope, other.unit_id)
  throw membershipOverlaps({
    sort,
    unit: known ? unitById(act, other.unit_id).code : masked,
    from: other.from_on,
    to: other.to_on,
  })
}

function insertMembership(
  act: Act,
  party: Party,
  unit: Unit,
  { sort, from_on, until_on, reason }: NewMembership,
): MembershipId {
  const id = nextId(act, 'membership')
  insert(act, 'membership', {
    id,
    party_id: party.id,
    unit_id: unit.id,
    sort,
    from_on,
    until_on: until_on ?? null,
    reason_detail_id: reasonKept(act, reason),
    event_seq: act.seq,
  })
  return id
}

function reasonKept(act: Act, reason: string | undefined): number | null {
  return reason === undefined ? null : keepDetail(act, 'membership_reason', reason)
}

/** How a membership ends. */
export interface MembershipEnding {
  readonly to_on: Day
  readonly cause: MembershipCause
  readonly reason?: string | undefined
}

/**
 * Ends a membership with its last day; a mistake ends before its first. Refuses `membership.ended`,
 * `membership.ends_too_soon`, `membership.ends_later`.
 */
export function endMembership(act: Act, membership: Membership, ending: MembershipEnding): void {
  const { id, from_on, to_on: until, cause: before } = membership
  if (before !== null) throw membershipEnded({ membership: id, on: until! })
  const { cause, reason } = ending
  const to_on = cause === 'mistake' ? addDays(from_on, -1) : ending.to_on
  if (cause !== 'mistake' && to_on < from_on) {
    throw membershipEndsTooSoon({ from: from_on, to: to_on })
  }
  if (until !== null && to_on > until) throw membershipEndsLater({ to: to_on, until })
  insert(act, 'membership_end', {
    id: nextId(act, 'membership_end'),
    membership_id: id,
    to_on,
    cause,
    reason_detail_id: reasonKept(act, reason),
    event_seq: act.seq,
  })
}

/**
 * Takes a person from one unit to another: the membership of the sort ends the day before, the new one
 * begins. Refuses what the two refuse, `membership.none_to_transfer`, `membership.same_unit`.
 */
export function transferMembership(
  act: Act,
  party: Party,
  unit: Unit,
  given: NewMembership,
): MembershipId {
  const { sort, from_on, reason } = given
  const dayBefore = addDays(from_on, -1)
  const before = membershipsOf(act, party.id).find(
    (one) =>
      one.sort === sort &&
      one.from_on <= dayBefore &&
      (one.to_on ?? lastDay) >= dayBefore &&
      inScope(act.scope, one.unit_id),
  )
  if (!before) {
    throw membershipNoneToTransfer({ party: partyRef(party.id), sort, day: from_on })
  }
  if (before.unit_id === unit.id) {
    throw membershipSameUnit({ party: partyRef(party.id), unit: unit.code })
  }
  const endsAnyway = before.to_on === dayBefore
  if (before.cause !== null && !endsAnyway) {
    throw membershipEnded({ membership: before.id, on: before.to_on! })
  }
  requireRoom(act, party, unit, given, before)
  if (!endsAnyway) endMembership(act, before, { to_on: dayBefore, cause: 'transferred', reason })
  return insertMembership(act, party, unit, given)
}

/** Ends what holds after a death; what was to begin only later was a mistake. */
export function endMembershipsOnDeath(act: Act, party: PartyId, on: Day): void {
  for (const membership of membershipsOf(act, party)) {
    const { cause, from_on, to_on } = membership
    if (cause !== null || (to_on !== null && to_on <= on)) continue
    endMembership(act, membership, { to_on: on, cause: from_on > on ? 'mistake' : 'died' })
  }
}
