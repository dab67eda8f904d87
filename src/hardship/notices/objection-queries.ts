/** Queries of objections; who objected in confidence is told to whoever decides it, once they have asked to read it. */
import { z } from 'zod'
import { masked, textFor } from '../../book/details.ts'
import { dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import type { ObjectionId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { caseRef } from '../cases/rows.ts'
import { decide, hasReadSender, readSender, requireMayDecide } from './deciding.ts'
import { mayThere } from './queries.ts'
import {
  casesOnNotice,
  endOfObjection,
  findNotice,
  type Objection,
  objectionWithId,
} from './rows.ts'

const objectionOut = z.object({
  objection: z.number(),
  notice: z.number(),
  /** The number on the notice; null for an objection to the whole list. */
  serial: z.number().nullable(),
  case: z.number().nullable(),
  reference: z.string().nullable(),
  form: z.enum(['named', 'confidential']),
  /** Whether it came by the public page. */
  by_page: z.boolean(),
  received_on: dayOut,
  outcome: z.enum(['upheld', 'dismissed', 'withdrawn']).nullable(),
  sequence: z.number(),
})

function shown(view: View, objection: Objection): z.output<typeof objectionOut> {
  const { id, case_id, notice_id } = objection
  const line = casesOnNotice(view, notice_id).find((one) => one.case_id === case_id)
  return {
    objection: id,
    notice: notice_id,
    serial: line?.serial ?? null,
    case: case_id,
    reference: case_id === null ? null : caseRef(case_id),
    form: objection.form,
    by_page: objection.actor === 'public',
    received_on: objection.received_on,
    outcome: endOfObjection(view, id)?.outcome ?? null,
    sequence: objection.event_seq,
  }
}

const byId = prepare((p: { id: ObjectionId }) =>
  build.selectFrom('objection').selectAll().where('id', '=', p.id),
)

const endedSql = 'exists (select 1 from objection_end as e where e.objection_id = t.id)'

function within(view: View): Condition | null {
  if (view.scope === 'all') return null
  return {
    sql: `(select n.unit_id from notice as n where n.id = t.notice_id)
      in (select value from json_each(+?))`,
    values: [JSON.stringify([...view.scope])],
  }
}

export const list = query({
  name: 'objections.list',
  summary: 'Objections to notices, newest first; who made them is on the page of each',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/objections' },
  input: z.strictObject({
    state: z.enum(['open', 'decided']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ objections: z.array(objectionOut), ...pageOut }),
  run: (view, input) => {
    const sql = input.state === 'open' ? `not ${endedSql}` : endedSql
    const also = input.state === undefined ? [] : [{ sql, values: [] }]
    const { ids, next, previous } = pageOf(
      view,
      { table: 'objection', key: null, descending: true, seek: [], also, within: within(view) },
      input,
    )
    const objections = ids.map((id) => shown(view, first(view, byId, { id: id as ObjectionId })!))
    return { objections, next, previous }
  },
})

export const show = query({
  name: 'objections.show',
  summary: 'One objection; of a confidential one no more than this reader needs to decide it',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/objections/{objection}' },
  input: z.strictObject({ objection: idField }),
  output: objectionOut.extend({
    text: z.string().nullable(),
    /** Who objects; null where nobody is named, or in confidence to somebody else. */
    from: z.string().nullable(),
    /** Whether somebody is named who is not shown to this reader, at least not yet. */
    from_kept: z.boolean(),
    reason: z.string().nullable(),
    decided_at_sequence: z.number().nullable(),
    may: z.object({ decide: z.boolean(), read_sender: z.boolean() }),
    /** Why this reader does not decide it, where it is not their role. */
    barred: z
      .object({
        code: z.string(),
        sentence: z.string(),
        remedy: z.string(),
        values: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  }),
  run: (view, input) => {
    const objection = objectionWithId(view, input.objection)
    const end = endOfObjection(view, objection.id)
    const unit = findNotice(view, objection.notice_id)!.unit_id
    const role = mayThere(view, decide, unit)
    const barred = role ? barredFrom(view, objection) : null
    const decides = role && barred === null
    const open = objection.form === 'named'
    const reads = open || (decides && hasReadSender(view, objection))
    const named = objection.from_detail_id !== null
    return {
      ...shown(view, objection),
      // What was written in confidence often says by itself who wrote it.
      text: open || decides ? textFor(view, objection.text_detail_id) : masked,
      from: reads ? textFor(view, objection.from_detail_id) : null,
      from_kept: named && !reads,
      reason: textFor(view, end?.reason_detail_id ?? null),
      decided_at_sequence: end?.event_seq ?? null,
      may: {
        decide: !end && decides,
        read_sender: named && !reads && decides && mayThere(view, readSender, unit),
      },
      barred: end ? null : barred,
    }
  },
})

function barredFrom(view: View, objection: Objection) {
  try {
    requireMayDecide(view, objection)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}

/** Objections on which this caller may decide now, oldest first; for what waits. */
export function toDecide(view: View): Objection[] {
  const reached = within(view)
  const found = view.all(
    `select t.id as "id" from objection as t
     where not ${endedSql}${reached ? ` and ${reached.sql}` : ''} order by t.id limit 200`,
    reached?.values ?? [],
  )
  return found
    .map(({ id }) => first(view, byId, { id: id as ObjectionId })!)
    .filter((one) => barredFrom(view, one) === null)
}
