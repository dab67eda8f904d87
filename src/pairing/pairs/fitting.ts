/** What bars a helper and a need from being a pair, looked at again whenever somebody puts them together. */
import type { Act, View } from '../../book/registry.ts'
import type { HelperId, NeedId, PairId, UserId } from '../../kit/ids.ts'
import { sameHelp } from '../../people/households.ts'
import { declaredBy } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { kinWithin } from '../../people/ties.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { capacityOf, loadOf } from '../registers/capacity.ts'
import { type Helper, type Need, versionOfHelper, versionOfNeed } from '../registers/rows.ts'
import { helperTraitsOf } from '../registers/traits.ts'
import { liveStates, loadStates } from './moves.ts'
import { pairById, pairsOfNeed } from './rows.ts'

export const pairBars = [
  'not_open',
  'same_party',
  'same_household',
  'kin',
  'interest',
  'rejected',
  'paired',
  'refuses_kind',
  'sort',
  'too_far',
  'unit',
  'languages',
  'times',
  'gender',
  'skills',
  'full',
] as const
export type PairBar = (typeof pairBars)[number]

/** What bars two even after they were put together: they may have become kin, or somebody may have said no since. */
export const lastingBars: readonly PairBar[] = [
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
const usersWhoAre = prepare((p: { party: Helper['party_id'] }) =>
  build.selectFrom('user_person').select('user_id').distinct().where('party_id', '=', p.party),
)

/**
 * How many of the helpers that a need wants it has, or is offered. A successor takes the place of a helper who is still
 * there, and counts once with them. `without` is left out.
 */
export function helpersOf(reader: Reader, need: NeedId, without: PairId | null = null): number {
  const counted = pairsOfNeed(reader, need).filter(
    ({ pair_id, state }) => loadStates.includes(state) && pair_id !== without,
  )
  const live = new Set(
    counted.filter(({ state }) => liveStates.includes(state)).map(({ pair_id }) => pair_id),
  )
  const takesOver = (id: PairId) => {
    const { succeeds_id } = pairById(reader, id)
    return succeeds_id !== null && live.has(succeeds_id)
  }
  return counted.filter(({ pair_id, state }) => state !== 'proposed' || !takesOver(pair_id)).length
}

/** What bars these two from being a pair now; empty when nothing does. */
export function barsBetween(asker: Act | View, need: Need, helper: Helper): PairBar[] {
  const wanted = versionOfNeed(asker, need.id)
  const offered = versionOfHelper(asker, helper.id)
  const found: PairBar[] = []
  if (wanted.standing !== 'open' || offered.standing !== 'open') found.push('not_open')
  found.push(...tiesThatBar(asker, need, helper))
  if (first(asker, rejectionOf, { need: need.id, helper: helper.id })) found.push('rejected')
  const together = pairsOfNeed(asker, need.id).some(
    ({ helper_id, state }) => helper_id === helper.id && loadStates.includes(state),
  )
  if (together) found.push('paired')
  const { refuses } = helperTraitsOf(asker, offered.traits_detail_id)
  if (refuses.includes(need.kind)) found.push('refuses_kind')
  if (loadOf(asker, helper) >= capacityOf(asker, helper, offered, asker.today)) found.push('full')
  return found
}

/** Nobody helps themselves, their household, their near kin or somebody in whom they declared an interest. */
function tiesThatBar(asker: Act | View, need: Need, helper: Helper): PairBar[] {
  const [own, theirs] = [helper.party_id, need.party_id]
  const same = sameHelp(asker, own, theirs, asker.today)
  if (same === 'same_person') return ['same_party']
  const found: PairBar[] = same === 'same_household' ? ['same_household'] : []
  const helped = keptInPlaceOf(asker, theirs)
  if (kinWithin(asker, own, 2, asker.today).some(({ near, party }) => near && party === helped)) {
    found.push('kin')
  }
  const users = rows(asker, usersWhoAre, { party: own }).map(({ user_id }) => user_id as UserId)
  const isDeclared = users.some((user) =>
    declaredBy(asker, user).some(({ party_id }) => keptInPlaceOf(asker, party_id) === helped),
  )
  if (isDeclared) found.push('interest')
  return found
}
