/** The one place where a pair moves: it writes the act and where the pair stands then. */
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { PairId } from '../../kit/ids.ts'
import { build, insert, nextId, prepare, write } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import {
  actsThatSetNext,
  type ConsentWay,
  type EndReason,
  evaluatedEnds,
  type PairActKind,
  type PairSide,
  type PairState,
  pairMoves,
  type ReviewReason,
} from './moves.ts'
import { pairNotInState } from './refusals.ts'
import { type Pair, type PairStanding, pairRef, standingOfPair } from './rows.ts'

const setStanding = prepare(
  (p: {
    id: PairId
    state: PairState
    since: Day
    review: Day | null
    helper: 0 | 1
    helped: 0 | 1
  }) =>
    build
      .updateTable('pair_state')
      .set({
        state: p.state,
        since_on: p.since,
        review_on: p.review,
        helper_agreed: p.helper,
        helped_agreed: p.helped,
      })
      .where('pair_id', '=', p.id),
)

/** A move to be made. */
export interface PairAdvance {
  readonly act: PairActKind
  readonly side?: PairSide
  readonly how?: ConsentWay
  readonly reason?: EndReason | ReviewReason | null | undefined
  /** When it is to be looked at next, or the last day it is watched, of acts that say so; none unless said. */
  readonly next?: Day | null
  /** The id of a text kept apart. */
  readonly note?: number | null
  /** Today unless said. */
  readonly on?: Day
}

/** Where a pair stands after an act, by the table of moves alone; verification replays acts with it. */
export function afterPairAct(
  before: Pick<
    PairStanding,
    'state' | 'since_on' | 'review_on' | 'helper_agreed' | 'helped_agreed'
  >,
  given: PairAdvance & { readonly on: Day },
): typeof before {
  const move = pairMoves[given.act]
  const watched = given.next !== undefined && given.next !== null
  const isWatched = evaluatedEnds.includes(given.reason as EndReason) && watched
  const state =
    move.to === 'evaluated'
      ? isWatched
        ? 'observed'
        : 'ended'
      : move.to === 'stays'
        ? before.state
        : move.to
  const agreed = given.act === 'agreed' ? 1 : given.act === 'consent_withdrawn' ? 0 : undefined
  return {
    state,
    since_on: state === before.state ? before.since_on : given.on,
    review_on: actsThatSetNext.includes(given.act) ? (given.next ?? null) : before.review_on,
    helper_agreed: given.side === 'helper' && agreed !== undefined ? agreed : before.helper_agreed,
    helped_agreed: given.side === 'helped' && agreed !== undefined ? agreed : before.helped_agreed,
  }
}

/** Where a pair stands, from where an act may follow. Refuses `pair.not_in_state` by the table of moves. */
export function requireMayMove(reader: Reader, pair: Pair, wanted: PairActKind): PairStanding {
  const standing = standingOfPair(reader, pair.id)
  if (!pairMoves[wanted].from.includes(standing.state)) {
    throw pairNotInState({ pair: pairRef(pair.id), state: standing.state, act: wanted })
  }
  return standing
}

/** Makes a move and answers where the pair stands then. Refuses `pair.not_in_state` by the table of moves. */
export function advancePair(act: Act, pair: Pair, given: PairAdvance): PairStanding {
  const before = requireMayMove(act, pair, given.act)
  const on = given.on ?? act.today
  const after = afterPairAct(before, { ...given, on })
  writeAct(act, pair.id, { ...given, on })
  write(act, setStanding, {
    id: pair.id,
    state: after.state,
    since: after.since_on,
    review: after.review_on,
    helper: after.helper_agreed,
    helped: after.helped_agreed,
  })
  return { ...before, ...after }
}

/** Begins the acts of a new pair: it is proposed, and nobody has agreed. */
export function beginPair(act: Act, pair: Pair, note: number | null): void {
  writeAct(act, pair.id, { act: 'proposed', note, on: act.today })
  insert(act, 'pair_state', {
    pair_id: pair.id,
    state: 'proposed',
    since_on: act.today,
    review_on: null,
    helper_agreed: 0,
    helped_agreed: 0,
    need_id: pair.need_id,
    helper_id: pair.helper_id,
    unit_id: pair.unit_id,
  })
}

function writeAct(act: Act, pair: PairId, given: PairAdvance & { readonly on: Day }): void {
  insert(act, 'pair_act', {
    id: nextId(act, 'pair_act'),
    pair_id: pair,
    act: given.act,
    side: given.side ?? null,
    how: given.how ?? null,
    reason: given.reason ?? null,
    on_day: given.on,
    next_on: given.next ?? null,
    note_detail_id: given.note ?? null,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
