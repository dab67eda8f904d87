/** Queries of payment requests: what waits for whom, who decided, and why this reader may not. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { amountOut, idField } from '../book/fields.ts'
import { type Condition, pageOf, pageOut } from '../book/paging.ts'
import { principalOf } from '../book/principals.ts'
import { deciders, type Guarded, query, type View } from '../book/registry.ts'
import { inScope, viewAs } from '../book/scope.ts'
import { amountText } from '../kit/money.ts'
import { Refusal } from '../kit/refusal.ts'
import { fundById } from '../ledger/funds.ts'
import { type PayoutCategory, payoutCategories } from '../ledger/roles.ts'
import { build, first, prepare } from '../store/prepare.ts'
import { agree, approve, decline, requireMayDecide, withdraw } from './deciding-requests.ts'
import { actsOf, listFields, partyOut, partyShown, where } from './listing.ts'
import { payRequest, requireMayPay } from './paying-requests.ts'
import {
  request as enter,
  isOwnHand,
  type PaymentRequest,
  paymentRequestWithId,
  stateOfRequest,
} from './payment-requests.ts'

export const requestStates = [
  'to_approve',
  'to_pay',
  'paid',
  'declined',
  'withdrawn',
  'cancelled',
] as const

const requestOut = z.object({
  request: z.number(),
  fund: z.string(),
  payee: partyOut,
  beneficiary: partyOut,
  category: z.enum(payoutCategories),
  form: z.enum(['bank', 'cash']),
  currency: z.string(),
  amount: amountOut,
  /** Marked for ever: it was agreed to by others because it could not wait. */
  emergency: z.boolean(),
  state: z.enum(requestStates),
  approvals: z.number(),
  needed: z.number(),
  /** The event that entered it. */
  sequence: z.number(),
  payout: z.number().nullable(),
})

function shown(view: View, request: PaymentRequest): z.output<typeof requestOut> {
  const { code, currency } = fundById(view, request.fund_id)
  const { approvals, payment, state } = stateOfRequest(view, request)
  return {
    request: request.id,
    fund: code,
    payee: partyShown(view, request.payee_id),
    beneficiary: partyShown(view, request.beneficiary_id),
    category: request.category as PayoutCategory,
    form: request.form,
    currency,
    amount: amountText(request.amount_minor, currency),
    emergency: request.emergency === 1,
    state,
    approvals: approvals.length,
    needed: request.approvals_needed,
    sequence: request.event_seq,
    payout: payment?.payout_id ?? null,
  }
}

const approvalsSql =
  '(select count(*) from payment_approval as a where a.request_id = t.id) >= t.approvals_needed'
const endedSql = 'exists (select 1 from payment_request_end as e where e.request_id = t.id)'
const paidSql = `exists (select 1 from request_payment as p join payout as o on o.id = p.payout_id
  where p.request_id = t.id and not exists (select 1 from entry as r where r.reverses = o.entry_id))`

/** A state as a condition on the rows of requests. */
function inState(state: (typeof requestStates)[number]): Condition {
  if (state === 'to_approve') return where(`not ${endedSql} and not (${approvalsSql})`)
  if (state === 'to_pay') return where(`not ${endedSql} and ${approvalsSql} and not ${paidSql}`)
  if (state === 'paid') return where(paidSql)
  const ended =
    'exists (select 1 from payment_request_end as e where e.request_id = t.id and e.act = +?)'
  return where(ended, state)
}

export const list = query({
  name: 'payment_requests.list',
  summary:
    'Lists payment requests, newest first: what is to be approved, to be paid, was paid or ended',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/payment-requests' },
  input: z.strictObject({
    fund: listFields.fund,
    cursor: listFields.cursor,
    limit: listFields.limit,
    state: z.enum(requestStates).optional(),
    emergency: z.literal('true').optional(),
  }),
  output: z.object({ requests: z.array(requestOut), ...pageOut }),
  run: (view, asked) => {
    const also: Condition[] = []
    if (asked.state !== undefined) also.push(inState(asked.state))
    if (asked.emergency !== undefined) also.push(where('t.emergency = 1'))
    const table = { table: 'payment_request', day: 'id' } as const
    const order = { fund: asked.fund, sort: 'newest', order: 'descending' } as const
    const listing = actsOf(view, table, order, { narrow: [], also })
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      requests: ids.map((id) => shown(view, paymentRequestWithId(view, id))),
      next,
      previous,
    }
  },
})

const eventAt = prepare((p: { seq: number }) =>
  build
    .selectFrom('event')
    .select('at')
    .where('seq', '=', p.seq as never),
)

const actOut = z.object({ actor: z.string(), at: z.number(), sequence: z.number() })

function actShown(view: View, { actor, event_seq }: { actor: string; event_seq: number }) {
  return { actor, at: first(view, eventAt, { seq: event_seq })!.at, sequence: event_seq }
}

export const show = query({
  name: 'payment_requests.show',
  summary:
    'Shows a payment request: who entered, approved and paid it, and what this reader may do',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/payment-requests/{request}' },
  input: z.strictObject({ request: idField }),
  output: requestOut.extend({
    note: z.string().nullable(),
    emergency_reason: z.string().nullable(),
    /** The version of the policy on duties that it was entered under; null for the house’s own. */
    policy: z.number().nullable(),
    entered: actOut,
    approved: z.array(actOut),
    ended: actOut.extend({ reason: z.string().nullable() }).nullable(),
    paid: actOut.nullable(),
    /** The entry that made it payable. */
    entry: z.number().nullable(),
    may: z.object({
      approve: z.boolean(),
      decline: z.boolean(),
      pay: z.boolean(),
      withdraw: z.boolean(),
    }),
    /** Why this reader may neither approve nor pay it now, where a duty kept apart is the reason. */
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
    const request = paymentRequestWithId(view, input.request)
    const { approvals, end, payment } = stateOfRequest(view, request)
    return {
      ...shown(view, request),
      note: textFor(view, request.note_detail_id),
      emergency_reason: textFor(view, request.reason_detail_id),
      policy: request.policy_version_id,
      entered: actShown(view, request),
      approved: approvals.map((one) => actShown(view, one)),
      ended: end ? { ...actShown(view, end), reason: textFor(view, end.reason_detail_id) } : null,
      paid: payment ? actShown(view, payment) : null,
      entry: approvals.find(({ entry_id }) => entry_id !== null)?.entry_id ?? null,
      ...mayOn(view, request),
    }
  },
})

/** What this reader may do with a request now, and what bars them from what their role would let them do. */
function mayOn(view: View, request: PaymentRequest) {
  const { state } = stateOfRequest(view, request)
  const { caller } = view
  const own = isOwnHand(view, request, request.actor)
  const entered = request.actor === principalOf(view, caller.actor)
  const fund = fundById(view, request.fund_id)
  const has = (asked: Guarded) => {
    const reached = viewAs(view, asked)
    return reached !== undefined && inScope(reached.scope, fund.unit_id)
  }
  const approving = request.emergency === 1 ? agree : approve
  const decides = state === 'to_approve' && has(approving)
  const pays = state === 'to_pay' && has(payRequest)
  const barredFrom = (asked: boolean, require: () => void) => (asked ? refusedBy(require) : null)
  const noDecision = barredFrom(decides, () => requireMayDecide(view, request))
  const noPayment = barredFrom(pays, () => requireMayPay(view, request))
  const open = state === 'to_approve' || state === 'to_pay'
  return {
    may: {
      approve: decides && noDecision === null,
      decline: open && !own && has(decline),
      pay: pays && noPayment === null,
      withdraw: open && entered && has(withdraw) && has(enter),
    },
    barred: noDecision ?? noPayment,
  }
}

function refusedBy(require: () => void) {
  try {
    require()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}
