/** Households: who lives together on which day, and what each is to the head. */
import type { Row } from '../../db/schema.ts'
import { inScope } from '../book/scope.ts'
import type { Day } from '../kit/day.ts'
import type { HouseholdId, HouseholdMemberId, PartyId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { keptInPlaceOf, togetherWith } from './merges.ts'
import { type Asker, partiesInScope } from './party-scope.ts'
import { householdUnknown } from './refusals.ts'

/** What somebody is to the head of the household, as its registers say it. */
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'other_kin',
  'not_related',
] as const
export type Relation = (typeof relations)[number]

/** Somebody's time in a household, as it is known now. */
export interface HouseholdMember {
  readonly id: HouseholdMemberId
  readonly household_id: HouseholdId
  readonly party_id: PartyId
  readonly relation: Relation
  readonly from_on: Day
  /** The last day; null while none is known. */
  readonly to_on: Day | null
  readonly cause: 'left' | 'moved' | 'new_head' | 'died' | 'mistake' | null
  readonly event_seq: number
}

const known = `select m.id as "id", m.household_id as "household_id", m.party_id as "party_id",
    m.relation as "relation", m.from_on as "from_on", e.to_on as "to_on", e.cause as "cause",
    m.event_seq as "event_seq"
  from household_member as m left join household_member_end as e on e.member_id = m.id`

/** True of one that holds on a day, which is given twice. */
const holds = `m.from_on <= +? and coalesce(e.to_on, '9999-12-31') >= +?`

function read(reader: Reader, condition: string, values: readonly (number | string)[]) {
  return reader.all(`${known} where ${condition}`, values) as unknown as HouseholdMember[]
}

/** A household's reference: `H-` and at least six digits. */
export function householdRef(id: HouseholdId): string {
  return `H-${String(id).padStart(6, '0')}`
}

/**
 * The household in which a party lives on a day, with their place in it; undefined for none. Whoever stands
 * merged with the party is the same person.
 */
export function householdOf(reader: Reader, party: PartyId, day: Day): HouseholdMember | undefined {
  const among = 'm.party_id in (select value from json_each(+?))'
  const all = JSON.stringify(togetherWith(reader, party))
  return read(reader, `${among} and ${holds} order by m.party_id = +? desc, m.id`, [
    all,
    day,
    day,
    party,
  ])[0]
}

/** Who lives in a household on a day, the head first. */
export function livingIn(reader: Reader, household: HouseholdId, day: Day): HouseholdMember[] {
  return read(
    reader,
    `m.household_id = +? and ${holds} order by m.relation <> 'head', m.from_on, m.id`,
    [household, day, day],
  )
}

/** Everybody who ever lived in a household, in the order of their first days. */
export function everIn(reader: Reader, household: HouseholdId): HouseholdMember[] {
  return read(reader, 'm.household_id = +? order by m.from_on, m.id', [household])
}

/** The households in which a party ever lived, in the order of their first days. */
export function householdsOf(reader: Reader, party: PartyId): HouseholdMember[] {
  return read(reader, 'm.party_id = +? order by m.from_on, m.id', [party])
}

/**
 * The household with a reference: of a unit within the caller's scope, or of somebody who is. Refuses
 * `household.unknown`.
 */
export function householdWithRef(asker: Asker, ref: string): Row<'household'> {
  const digits = /^H-(\d{6}|[1-9]\d{6,14})$/.exec(ref)?.[1]
  const found =
    digits === undefined
      ? undefined
      : (asker.first('select id, unit_id, event_seq from household where id = +?', [
          Number(digits),
        ]) as Row<'household'> | undefined)
  if (!found || !householdInScope(asker, found)) throw householdUnknown({ household: ref })
  return found
}

function householdInScope(asker: Asker, { id, unit_id }: Row<'household'>): boolean {
  if (inScope(asker.scope, unit_id)) return true
  const parties = partiesInScope(asker, 'm.party_id')!
  const lives = `select 1 as "found"
    from household_member as m left join household_member_end as e on e.member_id = m.id
    where m.household_id = +? and ${holds} and ${parties.sql} limit 1`
  return asker.first(lives, [id, asker.today, asker.today, ...parties.values]) !== undefined
}

/**
 * Whether help to one counts as help to the other: the same party, found from whichever unit and under
 * whichever of the references that were merged, or two who live in one household on the day. Rules against
 * helping twice ask this, never for a membership.
 */
export function sameHelp(
  reader: Reader,
  a: PartyId,
  b: PartyId,
  day: Day,
): 'same_person' | 'same_household' | null {
  if (keptInPlaceOf(reader, a) === keptInPlaceOf(reader, b)) return 'same_person'
  const household = householdOf(reader, a, day)?.household_id
  if (household === undefined) return null
  return householdOf(reader, b, day)?.household_id === household ? 'same_household' : null
}

/** Every reference by which help counts as help to this party on a day, their own first. */
export function helpedTogether(reader: Reader, party: PartyId, day: Day): PartyId[] {
  const household = householdOf(reader, party, day)
  const living = household ? livingIn(reader, household.household_id, day) : []
  const all = [party, ...living.map(({ party_id }) => party_id)]
  return [...new Set([party, ...all.flatMap((one) => togetherWith(reader, one))])]
}
