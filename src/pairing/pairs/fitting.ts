/** What bars a helper and a need from being a pair, looked at again whenever somebody puts them together. */
import type { Act, View } from '../../book/registry.ts'
import type { HelperId, NeedId, PartyId, PlaceId, UnitId } from '../../kit/ids.ts'
import { sameHelp } from '../../people/households.ts'
import { keptInPlaceOf, togetherWith } from '../../people/merges.ts'
import { partyById } from '../../people/parties.ts'
import { kinWithin } from '../../people/ties.ts'
import { listUnits } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { rulesBetween } from '../matching/scoring.ts'
import { type MatchingInput, type RuleCode, ruleCodes, type Spot } from '../matching/terms.ts'
import { capacityOf, loadOf } from '../registers/capacity.ts'
import { isGone } from '../registers/gone.ts'
import { degrees, placeById } from '../registers/places.ts'
import { type Helper, type Need, versionOfHelper, versionOfNeed } from '../registers/rows.ts'
import { helperTraitsOf, needTraitsOf } from '../registers/traits.ts'
import { loadStates } from './moves.ts'
import { pairsOfNeed } from './rows.ts'

/** Near relatives are within two degrees. */
const degreesApart = 2

/** What bars two even after they were put together: they may have become kin, or somebody may have said no since. */
export const lastingBars: readonly RuleCode[] = [
  'same_party',
  'same_household',
  'kin',
  'interest',
  'rejected',
]

const rejectionOf = prepare((p: { need: NeedId; helper: HelperId }) =>
  build
    .selectFrom('match_rejection as r')
    .leftJoin('match_rejection_end as e', 'e.rejection_id', 'r.id')
    .select('r.id')
    .where('r.need_id', '=', p.need)
    .where('r.helper_id', '=', p.helper)
    .where('e.id', 'is', null)
    .limit(1),
)
/** What was declared by the users who are one of some persons now, and stands. */
const declaredBy = `select i.party_id as "concerned" from interest as i
  join user_person as p on p.id = (select max(q.id) from user_person as q where q.user_id = i.user_id)
  where p.party_id in (select value from json_each(+?))
    and not exists (select 1 from interest_end as e where e.interest_id = i.id)`

/**
 * What bars these two from being a pair now, by the same rules as the matching and in their order; empty when nothing
 * does. The matching reads thousands at once; here two are looked up, as somebody puts them together.
 */
export function barsBetween(asker: Act | View, need: Need, helper: Helper): RuleCode[] {
  const found = new Set<RuleCode>(relationsBetween(asker, need, helper))
  if (first(asker, rejectionOf, { need: need.id, helper: helper.id })) found.add('rejected')
  const together = pairsOfNeed(asker, need.id).some(
    ({ helper_id, state }) => helper_id === helper.id && loadStates.includes(state),
  )
  if (together) found.add('paired')
  for (const rule of rulesBetween(matchOfTwo(asker, need, helper), 0, 0)) found.add(rule)
  return ruleCodes.filter((code) => found.has(code))
}

/** Nobody helps themselves, their household, their near kin or somebody in whom they declared an interest. */
function relationsBetween(asker: Act | View, need: Need, helper: Helper): RuleCode[] {
  const [own, theirs] = [helper.party_id, need.party_id]
  const same = sameHelp(asker, own, theirs, asker.today)
  if (same === 'same_person') return ['same_party']
  const found: RuleCode[] = same === 'same_household' ? ['same_household'] : []
  const [helping, helped] = [keptInPlaceOf(asker, own), keptInPlaceOf(asker, theirs)]
  const kin = kinWithin(asker, theirs, degreesApart, asker.today)
  if (kin.some(({ near, party }) => near && party === helping)) found.push('kin')
  const declared = asker.all(declaredBy, [JSON.stringify(togetherWith(asker, own))])
  const isDeclared = declared.some(
    ({ concerned }) => keptInPlaceOf(asker, concerned as PartyId) === helped,
  )
  return isDeclared ? [...found, 'interest'] : found
}

/** The two as the matching sees them, without what lies between them. */
function matchOfTwo(asker: Act | View, need: Need, helper: Helper): MatchingInput {
  const wanted = versionOfNeed(asker, need.id)
  const offered = versionOfHelper(asker, helper.id)
  const policy = policyInForce(asker, 'pairing', { unit: need.unit_id, on: asker.today }).body
  return {
    today: asker.today,
    known: need.event_seq,
    policy,
    helpers: [
      {
        id: helper.id,
        party: helper.party_id,
        sort: helper.sort,
        unit: helper.unit_id,
        open: offered.standing === 'open' && !isGone(asker, helper.party_id),
        capacity: capacityOf(asker, helper, offered, asker.today),
        load: loadOf(asker, helper),
        spot: spotOf(asker, offered.place_id),
        traits: helperTraitsOf(asker, offered.traits_detail_id),
      },
    ],
    needs: [
      {
        id: need.id,
        party: need.party_id,
        person: partyById(asker, need.party_id).kind === 'person',
        kind: need.kind,
        unit: need.unit_id,
        open: wanted.standing === 'open' && !isGone(asker, need.party_id),
        urgency: wanted.urgency,
        places: wanted.wanted,
        spot: spotOf(asker, wanted.place_id),
        traits: needTraitsOf(asker, wanted.traits_detail_id),
      },
    ],
    ...treeOf(asker),
    apart: new Map(),
    before: new Map(),
  }
}

function spotOf(reader: Reader, place: PlaceId | null): Spot | null {
  if (place === null) return null
  const { latitude_e4, longitude_e4 } = placeById(reader, place)
  const [latitude, longitude] = [degrees(latitude_e4), degrees(longitude_e4)]
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** The tree of units as it was read, for as long as one question or act lasts. */
const trees = new WeakMap<object, Pick<MatchingInput, 'above' | 'unitCodes'>>()

function treeOf(asker: Act | View): Pick<MatchingInput, 'above' | 'unitCodes'> {
  const known = trees.get(asker)
  if (known) return known
  const units = listUnits(asker, 'all')
  const parents = new Map(units.map(({ id, parent_id }) => [id, parent_id]))
  const lineOf = (unit: UnitId | null): UnitId[] =>
    unit === null ? [] : [unit, ...lineOf(parents.get(unit) ?? null)]
  const tree = {
    above: new Map(units.map(({ id }) => [id, lineOf(id)])),
    unitCodes: new Map(units.map(({ code, id }) => [code, id])),
  }
  trees.set(asker, tree)
  return tree
}
