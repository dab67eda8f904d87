/** What lies between a helper and whoever needs help: kin, a household, an interest, an earlier no, an earlier pair. */
import type { HelperId, NeedId, PartyId } from '../../kit/ids.ts'
import type { KinGraph } from '../../people/kin-graph.ts'
import { kinOf } from '../../people/kinship.ts'
import type { Reader } from '../../store/store.ts'
import { inUse } from '../pairs/counted.ts'
import type { MatchHelper, MatchingInput, MatchNeed, RelationCode } from './terms.ts'

interface Both {
  readonly helpers: readonly MatchHelper[]
  readonly needs: readonly MatchNeed[]
  readonly graph: KinGraph
}

/** Near relatives are within two degrees. */
const degreesApart = 2
/** Families looked through in one part. */
const familiesOfPart = 500

const rejections = `select r.need_id as "need", r.helper_id as "helper" from match_rejection as r
  where not exists (select 1 from match_rejection_end as e where e.rejection_id = r.id)`
const paired = `select s.need_id as "need", s.helper_id as "helper" from pair_state as s
  where s.state in ${inUse}`
const declared = `select i.party_id as "concerned", p.party_id as "person" from interest as i
  join user_person as p on p.id = (select max(q.id) from user_person as q where q.user_id = i.user_id)
  where p.party_id is not null
    and not exists (select 1 from interest_end as e where e.interest_id = i.id)`
const helpedBefore = `select s.need_id as "need", s.helper_id as "helper" from pair_state as s
  where s.state in ('observed', 'ended')`
const lastParts = `select p.body as "body" from match_part as p
  where p.run_id in (select max(r.id) from match_run as r group by r.unit_id)
    and p.body like '{"suggestions":%'`

/** What keeps needs and helpers apart, and who was together before. In parts: a part is some ten milliseconds. */
export function* apartBetween(
  reader: Reader,
  { helpers, needs, graph }: Both,
): Generator<void, Pick<MatchingInput, 'apart' | 'before'>, void> {
  const helperAt = new Map(helpers.map(({ id }, at) => [id, at]))
  const byParty = new Map(helpers.map(({ party }, at) => [graph.kept(party), at]))
  const needsOf = new Map<PartyId, NeedId[]>()
  for (const { party, id } of needs) {
    const kept = graph.kept(party)
    needsOf.set(kept, [...(needsOf.get(kept) ?? []), id])
  }
  const needIds = new Set(needs.map(({ id }) => id))
  const apart = new Map<NeedId, Map<number, RelationCode>>()
  /** The first that is said counts: relations are told before what happened. */
  const keepApart = (need: NeedId, at: number | undefined, code: RelationCode) => {
    if (at === undefined || !needIds.has(need)) return
    const those = apart.get(need) ?? new Map<number, RelationCode>()
    if (!those.has(at)) those.set(at, code)
    apart.set(need, those)
  }
  let families = 0
  for (const [party, those] of needsOf) {
    for (const { at, code } of familyOf(party, { byParty, graph })) {
      for (const need of those) keepApart(need, at, code)
    }
    families += 1
    if (families % familiesOfPart === 0) yield
  }
  for (const { concerned, person } of reader.all(declared, [])) {
    const at = byParty.get(graph.kept(person as PartyId))
    for (const need of needsOf.get(graph.kept(concerned as PartyId)) ?? []) {
      keepApart(need, at, 'interest')
    }
  }
  yield
  const told = [
    [rejections, 'rejected'],
    [paired, 'paired'],
  ] as const
  for (const [sql, code] of told) {
    for (const { need, helper } of reader.all(sql, [])) {
      keepApart(need as NeedId, helperAt.get(helper as HelperId), code)
    }
    yield
  }
  return { apart, before: togetherBefore(reader, helperAt, needIds) }
}

/** The helpers who are somebody themselves, live with them, or are near kin. */
function familyOf(
  party: PartyId,
  { byParty, graph }: { byParty: ReadonlyMap<PartyId, number> } & Pick<Both, 'graph'>,
): { at: number; code: RelationCode }[] {
  const found: { at: number; code: RelationCode }[] = []
  const self = byParty.get(party)
  if (self !== undefined) found.push({ at: self, code: 'same_party' })
  for (const other of graph.livingWith(party)) {
    const at = byParty.get(other)
    if (at !== undefined) found.push({ at, code: 'same_household' })
  }
  if (!graph.has(party)) return found
  for (const { party: other, near } of kinOf(party, graph.edgesOf, degreesApart)) {
    const at = byParty.get(other)
    if (at !== undefined && near) found.push({ at, code: 'kin' })
  }
  return found
}

/** Who was suggested by the last run, or has helped before. */
function togetherBefore(
  reader: Reader,
  helperAt: ReadonlyMap<HelperId, number>,
  needs: ReadonlySet<NeedId>,
): MatchingInput['before'] {
  const before = new Map<NeedId, Set<number>>()
  const add = (need: NeedId, helper: HelperId) => {
    const at = helperAt.get(helper)
    if (at === undefined || !needs.has(need)) return
    before.set(need, (before.get(need) ?? new Set<number>()).add(at))
  }
  for (const { need, helper } of reader.all(helpedBefore, []))
    add(need as NeedId, helper as HelperId)
  for (const { body } of reader.all(lastParts, [])) {
    for (const { need, helper } of suggestionsIn(body as string)) add(need, helper)
  }
  return before
}

/** What a part of a run suggests. */
export function suggestionsIn(
  body: string,
): { readonly need: NeedId; readonly helper: HelperId }[] {
  const { suggestions } = JSON.parse(body) as {
    suggestions?: readonly (readonly [NeedId, HelperId])[]
  }
  return (suggestions ?? []).map(([need, helper]) => ({ need, helper }))
}
