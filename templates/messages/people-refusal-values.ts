/** The values of refusals about units, memberships, households and ties, by code. */
type Nothing = Readonly<Record<never, never>>

export interface PeopleRefusalValues {
  'household.everybody': { household: string; missing: readonly string[] }
  'household.head_stays': { party: string; household: string }
  'household.lives_there': { party: string; household: string }
  'household.not_in_order': { party: string; from: string }
  'household.not_living_there': { party: string; household: string; day: string }
  'household.one_head': { heads: number }
  'household.unknown': { household: string }
  'membership.ended': { membership: number; on: string }
  'membership.ends_later': { to: string; until: string }
  'membership.ends_too_soon': { from: string; to: string }
  'membership.none_to_transfer': { party: string; sort: string; day: string }
  'membership.overlaps': { sort: string; unit: string; from: string; to: string | null }
  'membership.reason_needed': { day: string; today: string }
  'membership.same_unit': { party: string; unit: string }
  'membership.unknown': { membership: number }
  'party.has_died': { party: string; on: string }
  'party.not_a_person': { party: string }
  'party.unit_needed': Nothing
  'status.in_future': { day: string; today: string }
  'tie.contrary': { tie: number; kind: string }
  'tie.ended': { tie: number }
  'tie.ends_too_soon': { from: string; to: string }
  'tie.exists': { tie: number; kind: string }
  'tie.unknown': { tie: number }
  'tie.with_oneself': { party: string }
  'unit.closed': { unit: string }
  'unit.cycle': { unit: string; parent: string }
  'unit.exists': { unit: string }
  'unit.in_use': { unit: string; funds: number; members: number; units: number }
  'unit.nothing_revised': { unit: string }
  'unit.top_only': { unit: string }
}
