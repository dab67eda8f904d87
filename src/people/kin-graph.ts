/**
 * Everybody’s kin at once, for whoever asks of thousands: the ties and households of a day read in one go. What is kin
 * to whom is said in `kinship.ts` and `ties.ts`; this only reads faster than asking one by one.
 */
import type { Day } from '../kit/day.ts'
import type { HouseholdId, PartyId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import type { Relation } from './households.ts'
import { type KinRole, type KinStep, kinRoles } from './kinship.ts'
import { headTo, type TieKind, type TieRole, tieKinds } from './ties.ts'

export interface KinGraph {
  /** The party that stands for this one, which is itself unless it was merged. */
  kept(party: PartyId): PartyId
  /** Who is kin by one tie or by the household, of a party that stands for itself. */
  edgesOf(party: PartyId): readonly KinStep[]
  /** Whether there are any. */
  has(party: PartyId): boolean
  /** Who lives in the household of a party, themselves too; nobody where no household is known. */
  livingWith(party: PartyId): readonly PartyId[]
}

interface Member {
  readonly party: PartyId
  readonly relation: Relation
}

const merges = `select m.merged_id as "from", m.kept_id as "to" from party_merge as m
  where not exists (select 1 from party_unmerge as u where u.merge_id = m.id)`
const living = `select m.household_id as "household", m.party_id as "party", m.relation as "relation"
  from household_member as m left join household_member_end as e on e.member_id = m.id
  where m.from_on <= +? and coalesce(e.to_on, '9999-12-31') >= +?`
const tied = `select t.a_id as "a", t.b_id as "b", t.kind as "kind"
  from tie as t left join tie_end as e on e.tie_id = t.id
  where coalesce(t.from_on, '') <= +? and (e.id is null or coalesce(e.to_on, '') >= +?)`

const isKin = (role: TieRole): role is KinRole => (kinRoles as readonly TieRole[]).includes(role)

/** Reads who is kin to whom on a day. */
export function kinGraph(reader: Reader, day: Day): KinGraph {
  const standsFor = new Map(
    reader.all(merges, []).map(({ from, to }) => [from as PartyId, to as PartyId]),
  )
  const kept = (party: PartyId) => standsFor.get(party) ?? party
  const edges = new Map<PartyId, KinStep[]>()
  const add = (from: PartyId, role: KinRole, to: PartyId) => {
    const known = edges.get(kept(from))
    if (known) known.push({ role, party: kept(to) })
    else edges.set(kept(from), [{ role, party: kept(to) }])
  }
  for (const { a, b, kind } of reader.all(tied, [day, day])) {
    const [forward, back] = [kind as TieKind, tieKinds[kind as TieKind]]
    if (isKin(forward)) add(b as PartyId, forward, a as PartyId)
    if (isKin(back)) add(a as PartyId, back, b as PartyId)
  }
  const homes = new Map<PartyId, readonly Member[]>()
  const households = new Map<HouseholdId, Member[]>()
  for (const { household, party, relation } of reader.all(living, [day, day])) {
    const those = households.get(household as HouseholdId) ?? []
    those.push({ party: kept(party as PartyId), relation: relation as Relation })
    households.set(household as HouseholdId, those)
    homes.set(kept(party as PartyId), those)
  }
  for (const members of households.values()) {
    const head = members.find(({ relation }) => relation === 'head')
    for (const { party, relation } of members) {
      const role = headTo[relation]
      if (!head || !role) continue
      add(party, role, head.party)
      add(head.party, relation as KinRole, party)
    }
  }
  return {
    kept,
    edgesOf: (party) => edges.get(party) ?? [],
    has: (party) => edges.has(party),
    livingWith: (party) => (homes.get(party) ?? []).map((one) => one.party),
  }
}
