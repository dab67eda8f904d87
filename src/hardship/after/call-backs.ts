/** Call-backs (handbook A9): a sample of payouts drawn by a published seed, and what those who got them say. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { keepDetail, readDetail } from '../../book/details.ts'
import { codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import { inScope, type Scoped, scopeList, unitsBelow } from '../../book/scope.ts'
import { hex } from '../../kit/digest.ts'
import type { CallBackDrawId, PayoutId } from '../../kit/ids.ts'
import { unitMeant } from '../../people/units.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseById } from '../cases/rows.ts'
import { followers } from './confirming.ts'
import { drawn, seedBytes, seedHash } from './drawing.ts'
import { type PaidCase, paidWhere, paidWithId, requireIndependent, standsSql } from './paid.ts'
import {
  callBackUnknown,
  deliveryDay,
  drawDone,
  drawNobody,
  drawNotOver,
  drawRange,
  drawUnknown,
} from './refusals.ts'

export type Draw = Row<'call_back_draw'>
export type DrawSeed = Row<'call_back_seed'>
export type CallBack = Row<'call_back'>

export const callBackOutcomes = [
  'received',
  'not_received',
  'less',
  'asked_back',
  'not_reached',
] as const

/** Who supervises payments draws; who asks may be others too. */
const drawers: readonly Role[] = ['owner', 'fund_administrator', 'auditor']

const drawBy = prepare((p: { id: CallBackDrawId }) =>
  build.selectFrom('call_back_draw').selectAll().where('id', '=', p.id),
)
const seedBy = prepare((p: { id: CallBackDrawId }) =>
  build.selectFrom('call_back_seed').selectAll().where('draw_id', '=', p.id),
)
const callBackBy = prepare((p: { id: number }) =>
  build.selectFrom('call_back').selectAll().where('id', '=', p.id),
)

/** The drawing with a number, as far as the caller reaches. Refuses `call_back_draw.unknown`. */
export function drawWithId(asker: Scoped, id: number): Draw {
  const found = first(asker, drawBy, { id: id as CallBackDrawId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw drawUnknown({ draw: id })
  return found
}

/** The seed of a drawing with what it was drawn from; undefined before it is public. */
export function seedOf(reader: Reader, id: CallBackDrawId): DrawSeed | undefined {
  return first(reader, seedBy, { id })
}

/** More is not called in one go. */
const mostDrawn = 5_000

export const announce = command({
  name: 'call_backs.announce',
  summary: 'Announces a drawing of payouts to call back, and publishes the hash of its seed first',
  may: drawers,
  reach: 'units',
  route: { method: 'POST', path: '/call-back-draws' },
  input: z.strictObject({
    /** Of which days payouts are drawn. */
    from: dayField,
    to: dayField,
    /** Of which unit and below it; of all unless said, as far as the caller reaches. */
    unit: codeField.optional(),
    /** How many are drawn. */
    size: z.number().int().min(1).max(mostDrawn),
  }),
  output: z.object({ draw: z.number(), seed_hash: z.string() }),
  subject: ({ draw }) => `call_back_draw/${draw}`,
  run: (act, { from, to, unit, size }) => {
    if (from > to) throw drawRange({ from, to })
    const kept = unitMeant(act, unit)?.id ?? null
    const seed = hex(act.random(seedBytes))
    const id = nextId(act, 'call_back_draw')
    const seed_hash = seedHash(seed)
    insert(act, 'call_back_draw', {
      id,
      seed_hash,
      from_on: from,
      to_on: to,
      size,
      unit_id: kept,
      seed_detail_id: keepDetail(act, 'call_back_seed', seed),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { draw: id as number, seed_hash }
  },
})

/** What of a period was paid on cases of a unit and below, and did not come back. */
export function populationOf(reader: Reader, draw: Draw): PaidCase[] {
  const within = draw.unit_id === null ? '' : ' and c.unit_id in (select value from json_each(+?))'
  const units = draw.unit_id === null ? [] : [scopeList(unitsBelow(reader, [draw.unit_id]))]
  const where = `p.paid_on between +? and +? and ${standsSql}${within}`
  return paidWhere(reader, where, [draw.from_on, draw.to_on, ...units])
}

export const draw = command({
  name: 'call_backs.draw',
  summary: 'Publishes the seed of a drawing and draws whom to call back',
  may: drawers,
  reach: 'units',
  route: { method: 'POST', path: '/call-back-draws/{draw}/drawing' },
  input: z.strictObject({ draw: idField }),
  output: z.object({
    draw: z.number(),
    seed: z.string(),
    population: z.number(),
    drawn: z.number(),
  }),
  subject: (output) => `call_back_draw/${output.draw}`,
  run: (act, input) => {
    const found = drawWithId(act, input.draw)
    const { id, size, from_on: from, to_on: to } = found
    if (seedOf(act, id)) throw drawDone({ draw: id })
    if (to >= act.today) throw drawNotOver({ to, today: act.today })
    const population = populationOf(act, found).map(({ payout }) => payout as number)
    if (population.length === 0) throw drawNobody({ from, to })
    const seed = readDetail(act, found.seed_detail_id)!.body
    insert(act, 'call_back_seed', {
      id: nextId(act, 'call_back_seed'),
      draw_id: id,
      seed,
      population: population.length,
      payouts: JSON.stringify(population),
      event_seq: act.seq,
    })
    const called = drawn(seed, population, size)
    const row = nextId(act, 'call_back')
    for (const [at, payout] of called.entries()) {
      insert(act, 'call_back', {
        id: row + at,
        draw_id: id,
        position: at + 1,
        payout_id: payout as PayoutId,
        event_seq: act.seq,
      })
    }
    return { draw: id as number, seed, population: population.length, drawn: called.length }
  },
})

/** The call-back with a number and its payout, as far as the caller reaches the case. Refuses `call_back.unknown`. */
export function callBackWithId(act: Act, id: number): { callBack: CallBack; paid: PaidCase } {
  const found = first(act, callBackBy, { id })
  if (!found) throw callBackUnknown({ call_back: id })
  const [paid] = paidWhere(act, 'p.id = +?', [found.payout_id])
  if (!paid || !inScope(act.scope, paid.unit_id)) throw callBackUnknown({ call_back: id })
  return { callBack: found, paid: paidWithId(act, found.payout_id) }
}

export const answer = command({
  name: 'call_backs.answer',
  summary:
    'Records what somebody said who was called back; of a call-back the newest answer counts',
  may: followers,
  reach: 'units',
  route: { method: 'POST', path: '/call-backs/{call_back}/answers' },
  input: z.strictObject({
    call_back: idField,
    outcome: z.enum(callBackOutcomes),
    /** Today unless said. */
    on: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({
    call_back: z.number(),
    draw: z.number(),
    payout: z.number(),
    red: z.boolean(),
  }),
  subject: ({ payout }) => `payout/${payout}`,
  run: (act, { call_back, outcome, note, ...given }) => {
    const { callBack, paid } = callBackWithId(act, call_back)
    const on = given.on ?? act.today
    const { paid_on } = paid
    if (on < paid_on || on > act.today) throw deliveryDay({ day: on, paid_on, today: act.today })
    requireNoInterestInCases(act, [caseById(act, paid.case_id)])
    requireIndependent(act, paid)
    insert(act, 'call_back_answer', {
      id: nextId(act, 'call_back_answer'),
      call_back_id: callBack.id,
      outcome,
      on_day: on,
      note_detail_id: note === undefined ? null : keepDetail(act, 'call_back_note', note),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const red = outcome !== 'received' && outcome !== 'not_reached'
    const told = { call_back: callBack.id, draw: callBack.draw_id as number }
    return { ...told, payout: paid.payout as number, red }
  },
})
