/** Pairs as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { HelperId, NeedId, PairId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { liveStates } from './moves.ts'
import { pairUnknown } from './refusals.ts'

export type Pair = Row<'pair'>
export type PairActRow = Row<'pair_act'>
export type PairStanding = Row<'pair_state'>

const byId = prepare((p: { id: PairId }) =>
  build.selectFrom('pair').selectAll().where('id', '=', p.id),
)
// One that was declined is followed by another try.
const after = prepare((p: { id: PairId }) =>
  build
    .selectFrom('pair as p')
    .innerJoin('pair_state as s', 's.pair_id', 'p.id')
    .selectAll('p')
    .where('p.succeeds_id', '=', p.id)
    .where('s.state', '<>', 'declined'),
)
const standing = prepare((p: { id: PairId }) =>
  build.selectFrom('pair_state').selectAll().where('pair_id', '=', p.id),
)
const actsBy = prepare((p: { id: PairId }) =>
  build.selectFrom('pair_act').selectAll().where('pair_id', '=', p.id).orderBy('id'),
)
const ofNeed = prepare((p: { need: NeedId }) =>
  build.selectFrom('pair_state').selectAll().where('need_id', '=', p.need).orderBy('pair_id'),
)
const ofHelper = prepare((p: { helper: HelperId }) =>
  build.selectFrom('pair_state').selectAll().where('helper_id', '=', p.helper).orderBy('pair_id'),
)

/** A pair's reference: `PA-` and at least six digits. */
export function pairRef(id: PairId): string {
  return `PA-${String(id).padStart(6, '0')}`
}

/** The pair with a number, as far as this caller reaches. Refuses `pair.unknown`. */
export function pairWithId(asker: Scoped, id: number): Pair {
  const found = first(asker, byId, { id: id as PairId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw pairUnknown({ pair: id })
  return found
}

/** The pair with an id that stands in the book. */
export function pairById(reader: Reader, id: PairId): Pair {
  const found = first(reader, byId, { id })
  if (!found) throw pairUnknown({ pair: id })
  return found
}

/** The pair that took another over, or is proposed to; undefined for none. */
export function successorOf(reader: Reader, id: PairId): Pair | undefined {
  return first(reader, after, { id })
}

/** Where a pair stands now. */
export function standingOfPair(reader: Reader, id: PairId): PairStanding {
  return first(reader, standing, { id })!
}

/** All that was done with it, in order. */
export function actsOfPair(reader: Reader, id: PairId): PairActRow[] {
  return rows(reader, actsBy, { id })
}

/** From when to when a pair was one; until now for null. Null of one that never began. */
export function daysOfPair(
  reader: Reader,
  id: PairId,
): { readonly from: Day; readonly to: Day | null } | null {
  const began = actsOfPair(reader, id).find(({ act }) => act === 'began')
  if (!began) return null
  const { state, since_on } = standingOfPair(reader, id)
  const over = state === 'ended' || state === 'handed_over'
  return { from: began.on_day, to: over ? since_on : null }
}

/** Where the pairs of a need stand, oldest first. */
export function pairsOfNeed(reader: Reader, need: NeedId): PairStanding[] {
  return rows(reader, ofNeed, { need })
}

/** Where the pairs of a helper stand, oldest first. */
export function pairsOfHelper(reader: Reader, helper: HelperId): PairStanding[] {
  return rows(reader, ofHelper, { helper })
}

/**
 * Whether each side may see how to reach the other: somebody has a helper, both have agreed and neither took it back.
 * While a pair that ended is watched they may not, for nobody could take a consent back then. This is the only place
 * that says so (Privacy of pairs; peers 4, MA #709).
 */
export function sharesContacts({ state, helper_agreed, helped_agreed }: PairStanding): boolean {
  return helper_agreed === 1 && helped_agreed === 1 && liveStates.includes(state)
}
