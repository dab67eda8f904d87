/** Drawings of call-backs: what was drawn from what, by which seed, and what people said. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayOut, idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { inScope, scopeList } from '../../book/scope.ts'
import type { CallBackDrawId } from '../../kit/ids.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import { unitOut, unitShown } from '../cases/shown.ts'
import { callBackOutcomes, type Draw, drawWithId, seedOf } from './call-backs.ts'
import { deliveryOut, deliveryShown } from './delivery-queries.ts'
import { paidWhere } from './paid.ts'

const calledBy = prepare((p: { draw: CallBackDrawId }) =>
  build.selectFrom('call_back').selectAll().where('draw_id', '=', p.draw).orderBy('position'),
)
const answersBy = prepare((p: { draw: CallBackDrawId }) =>
  build
    .selectFrom('call_back_answer as a')
    .innerJoin('call_back as c', 'c.id', 'a.call_back_id')
    .selectAll('a')
    .where('c.draw_id', '=', p.draw)
    .orderBy('a.id'),
)

const drawOut = z.object({
  draw: z.number(),
  from: dayOut,
  to: dayOut,
  /** How many were to be drawn. */
  size: z.number(),
  unit: unitOut.nullable(),
  /** SHA-256 (hex) of the seed, published when it was announced. */
  seed_hash: z.string(),
  /** The seed, once it was drawn; null before. */
  seed: z.string().nullable(),
  /** How many payouts it was drawn from; null before. */
  population: z.number().nullable(),
  drawn: z.number(),
  /** How many of those said what; the newest answer of each counts. */
  outcomes: z.array(z.object({ outcome: z.enum(callBackOutcomes), count: z.number() })),
  unanswered: z.number(),
  sequence: z.number(),
})

function newestAnswers(view: View, id: CallBackDrawId) {
  return new Map(rows(view, answersBy, { draw: id }).map((one) => [one.call_back_id, one]))
}

function drawShown(view: View, draw: Draw): z.output<typeof drawOut> {
  const seed = seedOf(view, draw.id)
  const called = rows(view, calledBy, { draw: draw.id }).length
  const answers = [...newestAnswers(view, draw.id).values()]
  return {
    draw: draw.id,
    from: draw.from_on,
    to: draw.to_on,
    size: draw.size,
    unit: unitShown(view, draw.unit_id),
    seed_hash: draw.seed_hash,
    seed: seed?.seed ?? null,
    population: seed?.population ?? null,
    drawn: called,
    outcomes: callBackOutcomes.flatMap((outcome) => {
      const count = answers.filter((one) => one.outcome === outcome).length
      return count === 0 ? [] : [{ outcome, count }]
    }),
    unanswered: called - answers.length,
    sequence: draw.event_seq,
  }
}

export const list = query({
  name: 'call_backs.list',
  summary: 'Lists drawings of call-backs, newest first, with what people said',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/call-back-draws' },
  input: z.strictObject({ cursor: pageCursorField, limit: limitField }),
  output: z.object({ draws: z.array(drawOut), ...pageOut }),
  run: (view, input) => {
    const within =
      view.scope === 'all'
        ? null
        : {
            sql: 't.unit_id in (select value from json_each(+?))',
            values: [scopeList(view.scope)],
          }
    const listing = {
      table: 'call_back_draw',
      key: null,
      descending: true,
      seek: [],
      also: [],
      within,
    } as const
    const { ids, next, previous } = pageOf(view, listing, input)
    return { draws: ids.map((id) => drawShown(view, drawWithId(view, id))), next, previous }
  },
})

export const show = query({
  name: 'call_backs.show',
  summary: 'Shows a drawing: its seed, what it was drawn from, who was drawn, what they said',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/call-back-draws/{draw}' },
  input: z.strictObject({ draw: idField }),
  output: drawOut.extend({
    /** The numbers of the payouts it was drawn from, rising; null before. */
    payouts: z.array(z.number()).nullable(),
    called: z.array(
      z.object({
        call_back: z.number(),
        position: z.number(),
        delivery: deliveryOut,
        outcome: z.enum(callBackOutcomes).nullable(),
        on: dayOut.nullable(),
        note: z.string().nullable(),
      }),
    ),
    /** The drawing may be made: the period is over. */
    over: z.boolean(),
  }),
  run: (view, input) => {
    const draw = drawWithId(view, input.draw)
    const seed = seedOf(view, draw.id)
    const answers = newestAnswers(view, draw.id)
    const called = rows(view, calledBy, { draw: draw.id }).flatMap((one) => {
      const [paid] = paidWhere(view, 'p.id = +?', [one.payout_id])
      if (!paid || !inScope(view.scope, paid.unit_id)) return []
      const said = answers.get(one.id)
      return [
        {
          call_back: one.id,
          position: one.position,
          delivery: deliveryShown(view, paid),
          outcome: said?.outcome ?? null,
          on: said?.on_day ?? null,
          note: textFor(view, said?.note_detail_id ?? null),
        },
      ]
    })
    const payouts = seed ? (JSON.parse(seed.payouts) as number[]) : null
    return { ...drawShown(view, draw), payouts, called, over: draw.to_on < view.today }
  },
})

/** Call-backs that nobody has answered for, or where nobody was reached, oldest first; for what waits. */
export function unanswered(view: View, most: number): number[] {
  const within = view.scope === 'all' ? '' : ' and h.unit_id in (select value from json_each(+?))'
  return view
    .all(
      `select distinct c.draw_id as "draw", c.id as "id" from call_back as c
       join batch_line_result as r on r.payout_id = c.payout_id
       join batch_line as l on l.id = r.line_id
       join instalment as i on i.id = l.instalment_id
       join award as a on a.id = i.award_id
       join hardship_case as h on h.id = a.case_id
       left join call_back_answer as w
         on w.id = (select max(y.id) from call_back_answer as y where y.call_back_id = c.id)
       where (w.id is null or w.outcome = 'not_reached')${within}
       order by c.id limit ${most}`,
      view.scope === 'all' ? [] : [scopeList(view.scope)],
    )
    .map(({ draw }) => draw as number)
}
