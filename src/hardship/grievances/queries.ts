/** Queries of grievances and appeals. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { GrievanceId, UnitId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { stepKinds } from '../../policies/workflows.ts'
import { caseById, caseRef, caseWithId } from '../cases/rows.ts'
import { mayThere } from '../notices/queries.ts'
import { decide, requireNoPart, stepsToReopenAt } from './commands.ts'
import { endOfGrievance, findGrievance, type Grievance, grievanceWithId } from './rows.ts'

const grievanceOut = z.object({
  grievance: z.number(),
  case: z.number(),
  reference: z.string(),
  kind: z.enum(['grievance', 'appeal']),
  received_on: dayOut,
  outcome: z.enum(['upheld', 'dismissed', 'withdrawn']).nullable(),
  sequence: z.number(),
})

function shown(view: View, grievance: Grievance): z.output<typeof grievanceOut> {
  return {
    grievance: grievance.id,
    case: grievance.case_id,
    reference: caseRef(grievance.case_id),
    kind: grievance.kind,
    received_on: grievance.received_on,
    outcome: endOfGrievance(view, grievance.id)?.outcome ?? null,
    sequence: grievance.event_seq,
  }
}

const endedSql = 'exists (select 1 from grievance_end as e where e.grievance_id = t.id)'

function within(view: View): Condition | null {
  if (view.scope === 'all') return null
  return {
    sql: `(select c.unit_id from hardship_case as c where c.id = t.case_id)
      in (select value from json_each(+?))`,
    values: [scopeList(view.scope as ReadonlySet<UnitId>)],
  }
}

export const list = query({
  name: 'grievances.list',
  summary: 'Grievances about cases and appeals against refusals, newest first',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/grievances' },
  input: z.strictObject({
    kind: z.enum(['grievance', 'appeal']).optional(),
    state: z.enum(['open', 'decided']).optional(),
    case: idField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ grievances: z.array(grievanceOut), ...pageOut }),
  run: (view, input) => {
    const { kind, state } = input
    const about = input.case === undefined ? null : caseWithId(view, input.case).id
    const seek = about === null ? [] : [{ sql: 't.case_id = +?', values: [about] }]
    const ended = state === 'open' ? `not ${endedSql}` : endedSql
    const also = [
      ...(kind === undefined ? [] : [{ sql: 't.kind = +?', values: [kind] }]),
      ...(state === undefined ? [] : [{ sql: ended, values: [] }]),
    ]
    const { ids, next, previous } = pageOf(
      view,
      { table: 'grievance', key: null, descending: true, seek, also, within: within(view) },
      input,
    )
    return { grievances: ids.map((id) => shown(view, findGrievance(view, id)!)), next, previous }
  },
})

export const show = query({
  name: 'grievances.show',
  summary: 'One grievance or appeal, with its decision, and why this reader may not decide it',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/grievances/{grievance}' },
  input: z.strictObject({ grievance: idField }),
  output: grievanceOut.extend({
    text: z.string().nullable(),
    from: z.string().nullable(),
    reason: z.string().nullable(),
    decided_at_sequence: z.number().nullable(),
    /** To which steps the case may go back, by their numbers from 0. */
    steps: z.array(z.enum(stepKinds)),
    may_decide: z.boolean(),
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
    const grievance = grievanceWithId(view, input.grievance)
    const theCase = caseById(view, grievance.case_id)
    const end = endOfGrievance(view, grievance.id)
    const role = !end && mayThere(view, decide, theCase.unit_id)
    const barred = role ? barredFrom(view, grievance) : null
    return {
      ...shown(view, grievance),
      text: textFor(view, grievance.text_detail_id),
      from: textFor(view, grievance.from_detail_id),
      reason: textFor(view, end?.reason_detail_id ?? null),
      decided_at_sequence: end?.event_seq ?? null,
      steps: stepsToReopenAt(view, theCase).map(({ kind }) => kind),
      may_decide: role && barred === null,
      barred,
    }
  },
})

function barredFrom(view: View, { case_id }: Grievance) {
  try {
    requireNoPart(view, caseById(view, case_id))
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}

/** Grievances that this caller may decide now, oldest first; for what waits. */
export function toDecide(view: View): Grievance[] {
  const reached = within(view)
  return view
    .all(
      `select t.id as "id" from grievance as t
       where not ${endedSql}${reached ? ` and ${reached.sql}` : ''} order by t.id limit 200`,
      reached?.values ?? [],
    )
    .map(({ id }) => findGrievance(view, id as GrievanceId)!)
    .filter((one) => barredFrom(view, one) === null)
}
