/**
 * Commands by which pairs end (handbook B: 脱困, 死亡, 迁出, 对象放弃, 期满; a helper who leaves is handed over instead). That
 * things improved, or that the time is over, one proposes and another approves, and is watched for a while.
 */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import { addMonths, type Day } from '../../kit/day.ts'
import { isSamePerson } from '../../people/interests.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { RuleCode } from '../matching/terms.ts'
import { isGone } from '../registers/gone.ts'
import { pairingKeepers } from '../registers/roles.ts'
import {
  helperById,
  helperRef,
  needById,
  needRef,
  versionOfHelper,
  versionOfNeed,
} from '../registers/rows.ts'
import { advancePair, requireMayMove } from './advance.ts'
import { keptNote, nextReview } from './agreeing.ts'
import { moved, pairMovedOut } from './commands.ts'
import { closers, requireNoInterestIn } from './duties.ts'
import { endPair, standNeed } from './ending.ts'
import { barsBetween, lastingBars } from './fitting.ts'
import { helpersOf } from './helpers-of-need.ts'
import { type EndReason, endReasons, evaluatedEnds } from './moves.ts'
import {
  pairBarred,
  pairClosingFirst,
  pairNeedServed,
  pairNotExpired,
  pairOwnClosing,
  pairReasonMissing,
  pairStillObserved,
} from './refusals.ts'
import { actsOfPair, type Pair, type PairActRow, pairRef, pairWithId } from './rows.ts'
import { tieSides, untieSides } from './ties.ts'

const shared = {
  reach: 'units',
  output: pairMovedOut,
  subject: ({ pair }: { readonly pair: number }) => `pair/${pair}`,
} as const

export const proposeClosing = command({
  ...shared,
  name: 'pairs.propose_closing',
  summary:
    'Proposes that a pair end because things improved or its time is over, with what was found',
  may: pairingKeepers,
  route: { method: 'POST', path: '/pairs/{pair}/closings' },
  input: z.strictObject({
    pair: idField,
    reason: z.enum(['improved', 'expired']),
    /** The evaluation. */
    note: reasonField,
  }),
  run: (act, { reason, note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    requireMayMove(act, pair, 'closing_proposed')
    const { until_on: until } = pair
    if (reason === 'expired' && (until === null || until > act.today)) {
      throw pairNotExpired({ pair: pairRef(pair.id), until })
    }
    const kept = keptNote(act, note)
    return moved(pair, advancePair(act, pair, { act: 'closing_proposed', reason, note: kept }))
  },
})

export const returnClosing = command({
  ...shared,
  name: 'pairs.return_closing',
  summary: 'Does not approve that a pair ends, or takes the proposal back: the pair goes on',
  may: closers,
  route: { method: 'POST', path: '/pairs/{pair}/closings/return' },
  input: z.strictObject({ pair: idField, note: reasonField }),
  run: (act, { note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    const kept = keptNote(act, note)
    return moved(pair, advancePair(act, pair, { act: 'closing_returned', note: kept }))
  },
})

export const close = command({
  ...shared,
  name: 'pairs.close',
  summary:
    'Ends a pair: approves what somebody else proposed, or because they died, moved or declined',
  may: closers,
  route: { method: 'POST', path: '/pairs/{pair}/end' },
  input: z.strictObject({
    pair: idField,
    /** The one that was proposed unless said. */
    reason: z.enum(endReasons).optional(),
    note: reasonField,
  }),
  run: (act, { note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    requireMayMove(act, pair, 'closed')
    const proposed = closingProposed(act, pair)
    const reason = input.reason ?? (proposed?.reason as EndReason | undefined)
    if (reason === undefined) throw pairReasonMissing({ pair: pairRef(pair.id) })
    const evaluated = evaluatedEnds.includes(reason)
    if (evaluated) requireProposedByAnother(act, pair, proposed, reason)
    const next = evaluated ? watchedUntil(act, pair) : null
    return moved(
      pair,
      endPair(act, pair, { act: 'closed', reason, next, note: keptNote(act, note) }),
    )
  },
})

/** The proposal that waits for another hand; undefined for none. */
export function closingProposed(act: Parameters<typeof actsOfPair>[0], pair: Pair) {
  const last = actsOfPair(act, pair.id).at(-1)
  return last?.act === 'closing_proposed' ? last : undefined
}

/** Refuses `pair.closing_first` for a reason that nobody proposed, `pair.own_closing` for who proposed it. */
function requireProposedByAnother(
  act: Act,
  pair: Pair,
  proposed: PairActRow | undefined,
  reason: EndReason,
): void {
  if (proposed?.reason !== reason) throw pairClosingFirst({ pair: pairRef(pair.id), reason })
  if (isSamePerson(act, proposed.actor, act.caller.actor, pair.event_seq)) {
    throw pairOwnClosing({ pair: pairRef(pair.id) })
  }
}

/** The last day on which a pair that ended is watched; null where the policy has none. */
function watchedUntil(act: Act, { unit_id }: Pair): Day | null {
  const { observe_months } = policyInForce(act, 'pairing', { unit: unit_id, on: act.today }).body
  return observe_months === null ? null : addMonths(act.today, observe_months)
}

export const endObservation = command({
  ...shared,
  name: 'pairs.end_observation',
  summary: 'Ends the watch over a pair: what had improved has lasted, or there is nobody to watch',
  may: pairingKeepers,
  route: { method: 'POST', path: '/pairs/{pair}/observation-end' },
  input: z.strictObject({
    pair: idField,
    outcome: z.enum(['lasted', 'moved', 'died', 'declined']).default('lasted'),
    note: reasonField,
  }),
  run: (act, { outcome, note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    const { review_on: until } = requireMayMove(act, pair, 'observation_ended')
    const lasted = outcome === 'lasted'
    if (lasted && until !== null && until > act.today) {
      throw pairStillObserved({ pair: pairRef(pair.id), until })
    }
    const after = advancePair(act, pair, {
      act: 'observation_ended',
      reason: lasted ? null : outcome,
      note: keptNote(act, note),
    })
    untieSides(act, pair)
    return moved(pair, after)
  },
})

export const resume = command({
  ...shared,
  name: 'pairs.resume',
  summary: 'Has a pair that was watched go on: what had improved did not last',
  may: pairingKeepers,
  route: { method: 'POST', path: '/pairs/{pair}/resumption' },
  input: z.strictObject({ pair: idField, note: reasonField }),
  run: (act, { note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    requireMayMove(act, pair, 'resumed')
    requireRoomFor(act, pair)
    standNeed(act, pair.need_id, 'open')
    const next = nextReview(act, pair)
    const after = advancePair(act, pair, { act: 'resumed', next, note: keptNote(act, note) })
    tieSides(act, pair)
    return moved(pair, after)
  },
})

/** Refuses `pair.barred` and `pair.need_served`: the helper has to have room again, and the need for them. */
function requireRoomFor(act: Act, { need_id, helper_id }: Pair): void {
  const [need, helper] = [needById(act, need_id), helperById(act, helper_id)]
  const again: readonly RuleCode[] = [...lastingBars, 'paired', 'full']
  const bars = barsBetween(act, need, helper).filter((bar) => again.includes(bar))
  const { standing } = versionOfHelper(act, helper_id)
  const leaves = standing === 'ended' || standing === 'leaving'
  const gone = leaves || isGone(act, helper.party_id) || isGone(act, need.party_id)
  const all = gone ? ['not_open', ...bars] : bars
  if (all.length > 0) {
    throw pairBarred({ need: needRef(need_id), helper: helperRef(helper_id), bars: all })
  }
  const { wanted } = versionOfNeed(act, need_id)
  if (helpersOf(act, need_id) >= wanted) throw pairNeedServed({ need: needRef(need_id), wanted })
}
