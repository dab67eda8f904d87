/** Putting a helper and a need together: neither sees how to reach the other before both have agreed. */
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { addMonths, type Day } from '../../kit/day.ts'
import type { MatchRunId, PairId } from '../../kit/ids.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type Helper, helperRef, type Need, needRef, versionOfNeed } from '../registers/rows.ts'
import { beginPair } from './advance.ts'
import { barsBetween } from './fitting.ts'
import { helpersOf } from './helpers-of-need.ts'
import { liveStates } from './moves.ts'
import {
  pairBarred,
  pairEndsBefore,
  pairNeedServed,
  pairNotInState,
  pairSucceeded,
} from './refusals.ts'
import { type Pair, pairRef, standingOfPair, successorOf } from './rows.ts'

/** A pair to be proposed. */
export interface Proposal {
  readonly need: Need
  readonly helper: Helper
  /** The run of the matching that suggested it. */
  readonly run?: MatchRunId | null
  /** The pair that it takes over once both sides agree. */
  readonly succeeds?: Pair
  /** The last day that it is meant for; as the policy says when left out, with no end for null. */
  readonly until?: Day | null | undefined
  /** Kept apart, for whoever reads names. */
  readonly note?: string | undefined
}

/**
 * Proposes a pair and answers its number. Refuses `pair.barred` by the hard rules, `pair.need_served` when as many as are
 * wanted help or are asked, `pair.ends_before`, and for a successor `pair.not_in_state` and `pair.succeeded`.
 */
export function proposePair(act: Act, given: Proposal): PairId {
  const { need, helper, run = null, succeeds, note } = given
  if (succeeds) requireMayBeSucceeded(act, succeeds)
  const bars = barsBetween(act, need, helper)
  if (bars.length > 0) {
    throw pairBarred({ need: needRef(need.id), helper: helperRef(helper.id), bars })
  }
  const { wanted } = versionOfNeed(act, need.id)
  if (helpersOf(act, need.id, succeeds?.id) >= wanted) {
    throw pairNeedServed({ need: needRef(need.id), wanted })
  }
  const until = given.until === undefined ? termFor(act, need) : given.until
  if (until !== null && until < act.today) throw pairEndsBefore({ until, today: act.today })
  const pair: Pair = {
    id: nextId(act, 'pair'),
    need_id: need.id,
    helper_id: helper.id,
    run_id: run,
    succeeds_id: succeeds?.id ?? null,
    unit_id: need.unit_id,
    until_on: until,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  }
  insert(act, 'pair', pair)
  beginPair(act, pair, note === undefined ? null : keepDetail(act, 'pair_note', note))
  return pair.id
}

/** Refuses `pair.not_in_state` for a pair that nobody has to be succeeded in, `pair.succeeded` for one that somebody is. */
function requireMayBeSucceeded(act: Act, pair: Pair): void {
  const { state } = standingOfPair(act, pair.id)
  if (!liveStates.includes(state)) {
    throw pairNotInState({ pair: pairRef(pair.id), state, act: 'handed_over' })
  }
  const successor = successorOf(act, pair.id)
  if (successor) throw pairSucceeded({ pair: pairRef(pair.id), successor: pairRef(successor.id) })
}

/** Until when a pair is meant unless somebody says: the policy's months from today. */
function termFor(act: Act, need: Need): Day | null {
  const { term_months } = policyInForce(act, 'pairing', { unit: need.unit_id, on: act.today }).body
  return term_months === null ? null : addMonths(act.today, term_months)
}
