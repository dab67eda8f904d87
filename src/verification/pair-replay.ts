/**
 * Replays what was done with every pair: each act follows from the one before by the table of moves, none begins without
 * both consents, where a pair stands is what its acts come to. Who was handed over has a successor who had begun, and
 * nobody approved an end that they proposed.
 */

import type { Row } from '../../db/schema.ts'
import type { PairId } from '../kit/ids.ts'
import { afterPairAct } from '../pairing/pairs/advance.ts'
import { inUse } from '../pairing/pairs/counted.ts'
import {
  type EndReason,
  evaluatedEnds,
  pairMoves,
  type ReviewReason,
} from '../pairing/pairs/moves.ts'
import { type Pair, type PairStanding, pairRef } from '../pairing/pairs/rows.ts'
import { isSamePerson } from '../people/interests.ts'
import { build, each, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

type PairAct = Row<'pair_act'>
type Where = Parameters<typeof afterPairAct>[0]

const allPairs = prepare(() => build.selectFrom('pair').selectAll().orderBy('id'))
const actsBy = prepare((p: { id: PairId }) =>
  build.selectFrom('pair_act').selectAll().where('pair_id', '=', p.id).orderBy('id'),
)
const standingBy = prepare((p: { id: PairId }) =>
  build.selectFrom('pair_state').selectAll().where('pair_id', '=', p.id),
)

/** Checks the way of every pair, where it stands, and that nobody was left without a helper by a handing over. */
export function checkPairs(reader: Reader): Check {
  const check = collector('pairs')
  let count = 0
  check.attempt(() => {
    for (const pair of each(reader, allPairs, {})) {
      count += 1
      check.attempt(() => checkPair(reader, check, pair))
    }
  })
  check.attempt(() => checkStrays(reader, check))
  check.attempt(() => checkTogether(reader, check))
  check.attempt(() => checkSuccessors(reader, check))
  return check.done(
    `${counts(count, 'pair')}: each act follows from the one before, both sides agreed, ends were approved by another`,
  )
}

function checkPair(reader: Reader, check: Collector, pair: Pair): void {
  const acts = rows(reader, actsBy, { id: pair.id })
  const [kept] = rows(reader, standingBy, { id: pair.id })
  const [first] = acts
  if (!first || !kept) {
    const sentence = `pair ${pairRef(pair.id)} has ${first ? 'no state' : 'no act'}.`
    check.found('pair_state.missing', sentence, { table: 'pair_state', row: String(pair.id) })
    return
  }
  const due = wayOf({ reader, check, pair }, acts)
  for (const [column, value] of Object.entries(due)) {
    const found = kept[column as keyof PairStanding]
    if (found === value) continue
    const sentence = `${column} is ${found}; by its acts it is ${value}.`
    check.found(`pair_state.${column}`, sentence, { table: 'pair_state', row: String(pair.id) })
  }
}

interface Replay {
  readonly reader: Reader
  readonly check: Collector
  readonly pair: Pair
}

/** Where the acts of a pair lead; what does not follow is found on the way. */
function wayOf(replay: Replay, acts: readonly PairAct[]): Omit<PairStanding, 'pair_id'> {
  const { pair } = replay
  let at: Where = {
    state: 'proposed',
    since_on: acts[0]!.on_day,
    review_on: null,
    helper_agreed: 0,
    helped_agreed: 0,
  }
  for (const [place, act] of acts.entries()) {
    if (place === 0 ? act.act !== 'proposed' : !pairMoves[act.act].from.includes(at.state)) {
      const from = place === 0 ? 'nothing' : at.state
      found(replay, act, 'act', `${act.act} does not follow on ${from}.`)
    }
    if (act.act === 'began' && at.helper_agreed + at.helped_agreed < 2) {
      found(replay, act, 'consent', 'it began before both sides had agreed.')
    }
    if (act.act === 'closed') checkHands(replay, act, acts[place - 1]!)
    if (place > 0) at = afterPairAct(at, givenBy(act))
  }
  const { need_id, helper_id, unit_id } = pair
  return { ...at, need_id, helper_id, unit_id }
}

/** An act as it was given. */
function givenBy({
  act,
  side,
  how,
  reason,
  next_on,
  on_day,
}: PairAct): Parameters<typeof afterPairAct>[1] {
  return {
    act,
    ...(side === null ? {} : { side }),
    ...(how === null ? {} : { how }),
    reason: reason as EndReason | ReviewReason | null,
    next: next_on,
    on: on_day,
  }
}

/** That things improved, or the time was over, another approved than whoever proposed it. */
function checkHands(replay: Replay, act: PairAct, before: PairAct): void {
  if (!evaluatedEnds.includes(act.reason as EndReason)) return
  if (before.act !== 'closing_proposed' || before.reason !== act.reason) {
    found(replay, act, 'reason', `that it ends because of ${act.reason} was not proposed.`)
    return
  }
  const { reader, pair } = replay
  if (isSamePerson(reader, before.actor, act.actor, pair.event_seq)) {
    found(replay, act, 'own_hand', `${act.actor} approved the end that they had proposed.`)
  }
}

function found({ check, pair }: Replay, act: PairAct, column: string, sentence: string): void {
  const where = { table: 'pair_act', row: String(act.id), event: act.event_seq }
  check.found(`pair_act.${column}`, `pair ${pairRef(pair.id)}: ${sentence}`, where)
}

/** States of pairs that are not there. */
function checkStrays(reader: Reader, check: Collector): void {
  const sql = `select pair_id as "id" from pair_state where pair_id not in (select id from pair)`
  for (const { id } of reader.each(sql, [])) {
    const where = { table: 'pair_state', row: String(id) }
    check.found('pair_state.without_pair', `there is no pair ${id}.`, where)
  }
}

/** A helper has a need once at a time. */
function checkTogether(reader: Reader, check: Collector): void {
  const sql = `select need_id as "need", helper_id as "helper", max(pair_id) as "pair" from pair_state
    where state in ${inUse} group by need_id, helper_id having count(*) > 1`
  for (const { need, helper, pair } of reader.each(sql, [])) {
    const sentence = `helper ${helper} has need ${need} more than once at a time.`
    check.found('pair.twice', sentence, { table: 'pair', row: String(pair) })
  }
}

/** Nobody is left without a helper: in the event that hands a pair over, its successor begins. */
function checkSuccessors(reader: Reader, check: Collector): void {
  const sql = `select a.id as "id", a.pair_id as "pair", a.event_seq as "event" from pair_act as a
    where a.act = 'handed_over' and not exists (select 1 from pair as p
      join pair_act as b on b.pair_id = p.id and b.act = 'began'
      where p.succeeds_id = a.pair_id and b.event_seq = a.event_seq)`
  for (const { id, pair, event } of reader.each(sql, [])) {
    const sentence = `pair ${pairRef(pair as PairId)} was handed over to nobody.`
    const where = { table: 'pair_act', row: String(id), event: Number(event) }
    check.found('pair_act.successor', sentence, where)
  }
}
