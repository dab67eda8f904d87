/** What ends with a pair: the tie of its sides, the need when it was the last to answer it, and what was still proposed. */
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { NeedId } from '../../kit/ids.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type NeedVersion, versionOfNeed } from '../registers/rows.ts'
import { advancePair, type PairAdvance } from './advance.ts'
import { type EndReason, liveStates } from './moves.ts'
import { type Pair, type PairStanding, pairById, pairsOfNeed } from './rows.ts'
import { untieSides } from './ties.ts'

/** How a need stands once its last pair ended; a time that is over leaves it open. */
const needAfter: Readonly<Record<EndReason, NeedVersion['standing'] | null>> = {
  improved: 'met',
  moved: 'withdrawn',
  died: 'withdrawn',
  declined: 'withdrawn',
  expired: null,
}

/**
 * Ends a pair for a reason. With the last pair of a need the need is over too, unless only the time was over, and what was
 * still proposed for it is withdrawn: nobody is asked to help where no help is needed.
 */
export function endPair(
  act: Act,
  pair: Pair,
  given: PairAdvance & { readonly reason: EndReason },
): PairStanding {
  const after = advancePair(act, pair, given)
  untieSides(act, pair)
  const standing = needAfter[given.reason]
  const others = pairsOfNeed(act, pair.need_id)
  if (standing === null || others.some(({ state }) => liveStates.includes(state))) return after
  standNeed(act, pair.need_id, standing)
  for (const { pair_id, state } of others) {
    if (state === 'proposed') advancePair(act, pairById(act, pair_id), { act: 'withdrawn' })
  }
  return after
}

/** Has a need stand otherwise, with all else that was said of it; one that stands so already is left alone. */
export function standNeed(act: Act, need: NeedId, standing: NeedVersion['standing']): void {
  const version = versionOfNeed(act, need)
  if (version.standing === standing) return
  insert(act, 'need_version', {
    ...version,
    id: nextId(act, 'need_version'),
    standing,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
