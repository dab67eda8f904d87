/** The states of pairs as questions in SQL count them, from the one table of moves. */
import { liveStates, loadStates, type PairState } from './moves.ts'

const listed = (states: readonly PairState[]) => `(${states.map((one) => `'${one}'`).join(', ')})`

/** In which a helper has a place in use. */
export const inUse = listed(loadStates)

/** In which somebody has a helper. */
export const helping = listed(liveStates)

/** In which a pair is not over: those, and the time after for which it is watched. */
export const notOver = listed([...loadStates, 'observed'])

/**
 * How many helpers a need has or is offered, where `need` holds its number. A successor who was asked takes the place of
 * a helper who is still there, and counts once with them. `helpersOf` counts one need in the same way.
 */
export function takenOf(need: string): string {
  return `(select count(*) from pair_state as k where k.need_id = ${need} and k.state in ${inUse}
    and not (k.state = 'proposed' and exists (
      select 1 from pair as p join pair_state as o on o.pair_id = p.succeeds_id
      where p.id = k.pair_id and o.state in ${helping})))`
}

/** How many of these are helpers who leave, and whom nobody was asked to follow: their places are to be filled. */
export function leavingOf(need: string): string {
  return `(select count(*) from pair_state as k where k.need_id = ${need} and k.state in ${helping}
    and (select v.standing from helper_version as v where v.helper_id = k.helper_id
      order by v.id desc limit 1) = 'leaving'
    and not exists (select 1 from pair as p join pair_state as o on o.pair_id = p.id
      where p.succeeds_id = k.pair_id and o.state in ${inUse}))`
}
