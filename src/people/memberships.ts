/** Who belongs to which unit on which day: a home, a place of work elsewhere, an honorary membership. */
import { inScope } from '../book/scope.ts'
import type { Day } from '../kit/day.ts'
import type { MembershipId, PartyId, UnitId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { togetherWith } from './merges.ts'
import type { Asker } from './party-scope.ts'
import { membershipUnknown } from './refusals.ts'

export const membershipSorts = ['home', 'current', 'honorary'] as const
export type MembershipSort = (typeof membershipSorts)[number]

export const membershipCauses = ['transferred', 'left', 'died', 'mistake'] as const
export type MembershipCause = (typeof membershipCauses)[number]

/** A membership with its end, as it is known now. */
export interface Membership {
  readonly id: MembershipId
  readonly party_id: PartyId
  readonly unit_id: UnitId
  readonly sort: MembershipSort
  readonly from_on: Day
  /** The last day on which it holds; null while none is known. */
  readonly to_on: Day | null
  /** Why it ended; null for one that holds, or that ends when it was to end. */
  readonly cause: MembershipCause | null
  readonly event_seq: number
}

const known = `select m.id as "id", m.party_id as "party_id", m.unit_id as "unit_id", m.sort as "sort",
    m.from_on as "from_on", coalesce(e.to_on, m.until_on) as "to_on", e.cause as "cause",
    m.event_seq as "event_seq"
  from membership as m left join membership_end as e on e.membership_id = m.id`

/** True of one that holds on a day, which is given twice. */
const holds = `m.from_on <= +? and coalesce(e.to_on, m.until_on, '9999-12-31') >= +?`

function read(reader: Reader, condition: string, values: readonly (number | string)[]) {
  return reader.all(`${known} where ${condition}`, values) as unknown as Membership[]
}

/** All memberships of a party, ended and coming ones too, in the order of their first days. */
export function membershipsOf(reader: Reader, party: PartyId): Membership[] {
  return read(reader, 'm.party_id = +? order by m.from_on, m.id', [party])
}

/** A membership by its number, within the caller's scope. Refuses `membership.unknown`. */
export function membershipWithId(asker: Asker, id: number): Membership {
  const [found] = read(asker, 'm.id = +?', [id])
  if (!found || !inScope(asker.scope, found.unit_id)) throw membershipUnknown({ membership: id })
  return found
}

/** A member of a unit: one party, however many memberships tie it to the unit. */
export interface Member {
  readonly party: PartyId
  readonly sorts: readonly MembershipSort[]
}

/** The memberships in a unit that hold on a day, of those who stand merged as the kept ones. */
const ofKept = `select coalesce((select g.kept_id from party_merge as g where g.merged_id = m.party_id
      and not exists (select 1 from party_unmerge as u where u.merge_id = g.id)), m.party_id)
    as "party", m.sort as "sort"
  from membership as m left join membership_end as e on e.membership_id = m.id
  where m.unit_id = +? and ${holds} order by 1, m.id`

/**
 * The members of a unit on a day, whether it is their home or they work there now. Somebody who works
 * elsewhere is found from both units, and is the same party in both; parties that are merged are one.
 */
export function membersOf(reader: Reader, unit: UnitId, day: Day): Member[] {
  const members = new Map<PartyId, MembershipSort[]>()
  for (const row of reader.all(ofKept, [unit, day, day])) {
    const sorts = members.get(row.party as PartyId) ?? []
    if (!sorts.includes(row.sort as MembershipSort)) sorts.push(row.sort as MembershipSort)
    members.set(row.party as PartyId, sorts)
  }
  return [...members].map(([party, sorts]) => ({ party, sorts }))
}

/** Where a party belongs on a day. */
export interface Belonging {
  readonly home: UnitId | null
  readonly current: UnitId | null
  readonly honorary: readonly UnitId[]
}

/** The units of a party, and of those merged with it, on a day: a home and a place of work at most. */
export function unitsOf(reader: Reader, party: PartyId, day: Day): Belonging {
  const among = 'm.party_id in (select value from json_each(+?))'
  const all = JSON.stringify(togetherWith(reader, party))
  const found = read(reader, `${among} and ${holds} order by m.id`, [all, day, day])
  const unitOf = (sort: MembershipSort) => found.find((one) => one.sort === sort)?.unit_id ?? null
  const honorary = found.filter(({ sort }) => sort === 'honorary').map(({ unit_id }) => unit_id)
  return { home: unitOf('home'), current: unitOf('current'), honorary }
}

/**
 * True of memberships `m` that hold on a day, which is given three times: those that ended are gathered
 * first. For counting, where looking up the end of each of 100,000 takes twice as long.
 */
export const holdsCounted = `m.from_on <= +? and coalesce(m.until_on, '9999-12-31') >= +?
  and m.id not in (select e.membership_id from membership_end as e where e.to_on < +?)`

/** How many parties are members of each unit on a day. */
export function countMembers(reader: Reader, day: Day): ReadonlyMap<UnitId, number> {
  const counted = reader.all(
    `select unit_id as "unit", count(*) as "count"
     from (select distinct m.unit_id, m.party_id from membership as m where ${holdsCounted})
     group by unit_id`,
    [day, day, day],
  )
  return new Map(counted.map(({ unit, count }) => [unit as UnitId, count as number]))
}
