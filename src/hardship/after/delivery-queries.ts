/** Which payouts of cases arrived, which nobody has asked about, and where somebody asked to have them back. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { CaseId, PayoutId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { interestsInCases } from '../cases/duties.ts'
import { caseById, caseRef, caseWithId } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import { fileStanding } from '../files/files.ts'
import { callBackOutcomes } from './call-backs.ts'
import { confirmationOf, confirmedBy } from './confirming.ts'
import { hadAHand, type PaidCase, paidOfCase, paidWithId } from './paid.ts'
import { revisitOutcomes, revisitsOf, visitDueOn } from './revisiting.ts'

export const deliveryStates = ['to_confirm', 'confirmed', 'red'] as const

export const deliveryOut = z.object({
  payout: z.number(),
  case: z.number(),
  reference: z.string(),
  beneficiary: personOut,
  payee: personOut,
  currency: z.string(),
  amount: amountOut,
  form: z.enum(['bank', 'cash', 'goods']),
  paid_on: dayOut,
  /** It bounced or was undone. */
  back: z.boolean(),
  confirmed: z
    .object({
      how: z.enum(confirmedBy),
      on: dayOut,
      received: z.boolean(),
      asked_back: z.boolean(),
      note: z.string().nullable(),
      sequence: z.number(),
    })
    .nullable(),
  /** This reader had a hand in it, or an interest, and so does not ask. */
  own: z.boolean(),
})

/** A payout of a case with what is known of its arrival. */
export function deliveryShown(view: View, paid: PaidCase): z.output<typeof deliveryOut> {
  const { currency } = fundById(view, paid.fund_id)
  const known = confirmationOf(view, paid.payout)
  const theCase = caseById(view, paid.case_id)
  return {
    payout: paid.payout,
    case: paid.case_id,
    reference: caseRef(paid.case_id),
    beneficiary: personShown(view, paid.beneficiary_id),
    payee: personShown(view, paid.payee_id),
    currency,
    amount: amountText(paid.amount_minor, currency),
    form: paid.form,
    paid_on: paid.paid_on,
    back: paid.back === 1,
    confirmed: known
      ? {
          how: known.how,
          on: known.on_day,
          received: known.received === 1,
          asked_back: known.asked_back === 1,
          note: textFor(view, known.note_detail_id),
          sequence: known.event_seq,
        }
      : null,
    own: hadAHand(view, paid) || interestsInCases(view, view.caller.actor, [theCase]).size > 0,
  }
}

/** The case of the payout `t`. */
const caseSql = `(select a.case_id from batch_line_result as r join batch_line as l on l.id = r.line_id
  join instalment as i on i.id = l.instalment_id join award as a on a.id = i.award_id
  where r.payout_id = t.id)`
const boughtBackSql = `(exists (select 1 from batch_line_result as r
    join batch_line_bounce as b on b.line_id = r.line_id where r.payout_id = t.id)
  or exists (select 1 from entry as e where e.reverses = t.entry_id))`
const knownSql = 'exists (select 1 from delivery_confirmation as d where d.payout_id = t.id)'

/** What of a payout is red: it did not arrive, or somebody asked for it, and no grievance was taken up about it since. */
const redSql = `exists (select 1 from delivery_confirmation as d where d.payout_id = t.id
    and (d.received = 0 or d.asked_back = 1)
    and not exists (select 1 from grievance as g where g.case_id = ${caseSql} and g.event_seq > d.event_seq))
  or exists (select 1 from call_back as c join call_back_answer as w
      on w.id = (select max(y.id) from call_back_answer as y where y.call_back_id = c.id)
    where c.payout_id = t.id and w.outcome in ('not_received', 'less', 'asked_back')
    and not exists (select 1 from grievance as g where g.case_id = ${caseSql} and g.event_seq > w.event_seq))`

const sqlOf: Readonly<Record<(typeof deliveryStates)[number], string>> = {
  to_confirm: `not ${knownSql} and not ${boughtBackSql}`,
  confirmed: knownSql,
  red: `(${redSql})`,
}

/** Conditions on payouts `t` that are of cases within the caller's reach. */
function ofCases({ scope }: View): Condition[] {
  if (scope === 'all') return [{ sql: `${caseSql} is not null`, values: [] }]
  const within = `(select c.unit_id from hardship_case as c where c.id = ${caseSql})`
  return [{ sql: `${within} in (select value from json_each(+?))`, values: [scopeList(scope)] }]
}

export const list = query({
  name: 'deliveries.list',
  summary: 'Lists payouts of cases: not asked about yet, confirmed, or to be looked into',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/deliveries' },
  input: z.strictObject({
    state: z.enum(deliveryStates).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ deliveries: z.array(deliveryOut), ...pageOut }),
  run: (view, input) => {
    const { state } = input
    const also = [
      ...ofCases(view),
      ...(state === undefined ? [] : [{ sql: sqlOf[state], values: [] }]),
    ]
    const listing = { table: 'payout', key: 'paid_on', descending: true, seek: [], also } as const
    const { ids, next, previous } = pageOf(view, listing, input)
    const deliveries = ids.map((id) => deliveryShown(view, paidWithId(view, id)))
    return { deliveries, next, previous }
  },
})

/** Payouts in a state, oldest first; for what waits. */
export function deliveriesIn(view: View, state: 'to_confirm' | 'red', most: number): PayoutId[] {
  const also = [...ofCases(view), { sql: sqlOf[state], values: [] }]
  return view
    .all(
      `select t.id as "id" from payout as t where ${also.map(({ sql }) => `(${sql})`).join(' and ')}
       order by t.id limit ${most}`,
      also.flatMap(({ values }) => values),
    )
    .map(({ id }) => id as PayoutId)
}

const calledSql = `select c.id as "call_back", c.draw_id as "draw", w.outcome as "outcome",
    w.on_day as "on" from call_back as c
  left join call_back_answer as w
    on w.id = (select max(y.id) from call_back_answer as y where y.call_back_id = c.id)
  where c.payout_id = +? order by c.id`

export const ofCase = query({
  name: 'follow_ups.of_case',
  summary: 'Shows what came after the payment of a case: whether it arrived, call-backs, visits',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/follow-up' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    deliveries: z.array(
      deliveryOut.extend({
        called: z.array(
          z.object({
            call_back: z.number(),
            draw: z.number(),
            outcome: z.enum(callBackOutcomes).nullable(),
            on: dayOut.nullable(),
          }),
        ),
      }),
    ),
    revisits: z.array(
      z.object({
        visited_on: dayOut,
        outcome: z.enum(revisitOutcomes),
        findings: z.string().nullable(),
        next_on: dayOut.nullable(),
        sequence: z.number(),
      }),
    ),
    /** When the household is to be visited; null for not at all. */
    due_on: dayOut.nullable(),
    /** Its file, where the newest visit found it so much better that it may leave the list. */
    delist: z.number().nullable(),
  }),
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    const revisits = revisitsOf(view, theCase.id)
    const listed = fileStanding(view, theCase.file_id).in_hardship === 1
    const improved = revisits.at(-1)?.outcome === 'improved'
    return {
      deliveries: paidOfCase(view, theCase.id as CaseId).map((paid) => ({
        ...deliveryShown(view, paid),
        called: view.all(calledSql, [paid.payout]) as never,
      })),
      revisits: revisits.map((one) => ({
        visited_on: one.visited_on,
        outcome: one.outcome,
        findings: textFor(view, one.findings_detail_id),
        next_on: one.next_on,
        sequence: one.event_seq,
      })),
      due_on: visitDueOn(view, theCase),
      delist: improved && listed ? (theCase.file_id as number) : null,
    }
  },
})
