/** How many helpers a need has. */
import type { NeedId, PairId } from '../../kit/ids.ts'
import type { Reader } from '../../store/store.ts'
import { liveStates, loadStates } from './moves.ts'
import { pairById, pairsOfNeed } from './rows.ts'

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
