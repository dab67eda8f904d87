/** What each side says to a pair: they agree, they decline, they take their consent back. */
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { addMonths, type Day } from '../../kit/day.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { RuleCode } from '../matching/terms.ts'
import { isGone } from '../registers/gone.ts'
import { helperById, helperRef, needById, needRef, versionOfHelper } from '../registers/rows.ts'
import { advancePair, requireMayMove } from './advance.ts'
import { barsBetween, lastingBars } from './fitting.ts'
import { type ConsentWay, liveStates, type PairSide } from './moves.ts'
import { pairAgreedAlready, pairBarred, pairNotAgreed } from './refusals.ts'
import { type Pair, type PairStanding, pairById, pairRef, standingOfPair } from './rows.ts'
import { tieSides, untieSides } from './ties.ts'

/** Why a side says no, which the next run of the matching heeds. */
export const declineReasons = [
  'too_far',
  'unsuitable',
  'acquainted',
  'conflict',
  'no_time',
  'unwilling',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Whether a side has agreed. */
export function hasAgreed(standing: PairStanding, side: PairSide): boolean {
  return (side === 'helper' ? standing.helper_agreed : standing.helped_agreed) === 1
}

/** A text kept apart; null where there is none. */
export function keptNote(act: Act, note: string | undefined): number | null {
  return note === undefined ? null : keepDetail(act, 'pair_note', note)
}

/**
 * Records that a side agrees. When both have, the pair begins in the same act, and a pair that it takes over is handed
 * over. Refuses `pair.not_in_state`, `pair.agreed_already`, and `pair.barred` by what came between since it was proposed.
 */
export function agreePair(act: Act, pair: Pair, side: PairSide, how: ConsentWay): PairStanding {
  if (hasAgreed(requireMayMove(act, pair, 'agreed'), side)) {
    throw pairAgreedAlready({ pair: pairRef(pair.id), side })
  }
  const after = advancePair(act, pair, { act: 'agreed', side, how })
  const isAgreed = hasAgreed(after, 'helper') && hasAgreed(after, 'helped')
  return after.state === 'proposed' && isAgreed ? begin(act, pair) : after
}

function begin(act: Act, pair: Pair): PairStanding {
  requireNothingCameBetween(act, pair)
  const begun = advancePair(act, pair, { act: 'began', next: nextReview(act, pair) })
  tieSides(act, pair)
  if (pair.succeeds_id !== null) handOver(act, pairById(act, pair.succeeds_id))
  return begun
}

/** A helper who was put to somebody and pauses may still begin; not one who leaves, whoever died, nor who became kin. */
function requireNothingCameBetween(act: Act, { need_id, helper_id }: Pair): void {
  const [need, helper] = [needById(act, need_id), helperById(act, helper_id)]
  const { standing } = versionOfHelper(act, helper_id)
  const leaves = standing === 'leaving' || standing === 'ended'
  const gone = leaves || isGone(act, helper.party_id) || isGone(act, need.party_id)
  const lasting = barsBetween(act, need, helper).filter((bar) => lastingBars.includes(bar))
  const bars: RuleCode[] = gone ? ['not_open', ...lasting] : lasting
  if (bars.length > 0) {
    throw pairBarred({ need: needRef(need_id), helper: helperRef(helper_id), bars })
  }
}

/** The successor has begun, and so the pair before it is over, unless it ended on its own meanwhile. */
function handOver(act: Act, before: Pair): void {
  if (!liveStates.includes(standingOfPair(act, before.id).state)) return
  advancePair(act, before, { act: 'handed_over' })
  untieSides(act, before)
}

/** When a pair is to be looked at next: by the policy's months, or on its last day when that is sooner. */
export function nextReview(act: Act, { unit_id, until_on }: Pair): Day | null {
  const { review_months } = policyInForce(act, 'pairing', { unit: unit_id, on: act.today }).body
  const regular = review_months === null ? null : addMonths(act.today, review_months)
  if (until_on === null || until_on <= act.today) return regular
  return regular === null || until_on < regular ? until_on : regular
}

/**
 * Records that a side declines a pair that was proposed; who declined is not put to them again until that is taken back.
 * Refuses `pair.not_in_state`.
 */
export function declinePair(
  act: Act,
  pair: Pair,
  side: PairSide,
  reason: DeclineReason,
  note?: string,
): PairStanding {
  const kept = keptNote(act, note)
  const after = advancePair(act, pair, { act: 'declined', side, note: kept })
  insert(act, 'match_rejection', {
    id: nextId(act, 'match_rejection'),
    need_id: pair.need_id,
    helper_id: pair.helper_id,
    run_id: pair.run_id,
    said_by: side,
    reason,
    note_detail_id: kept,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return after
}

/**
 * Records that a side takes its consent back: contact details are hidden at once, and somebody looks at the pair. Refuses
 * `pair.not_in_state` and `pair.not_agreed`.
 */
export function withdrawConsent(
  act: Act,
  pair: Pair,
  side: PairSide,
  how: ConsentWay,
  note?: string,
): PairStanding {
  const standing = standingOfPair(act, pair.id)
  if (liveStates.includes(standing.state) && !hasAgreed(standing, side)) {
    throw pairNotAgreed({ pair: pairRef(pair.id), side })
  }
  return advancePair(act, pair, { act: 'consent_withdrawn', side, how, note: keptNote(act, note) })
}
