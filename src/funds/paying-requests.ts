/** Paying what was approved: by somebody who did not approve it, once. */
import { z } from 'zod'
import { dayField, idField } from '../book/fields.ts'
import { principalOf } from '../book/principals.ts'
import { type Act, command, type View } from '../book/registry.ts'
import { compareDays, type Day } from '../kit/day.ts'
import { entryWithId } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { post } from '../ledger/post.ts'
import { insert, nextId } from '../store/prepare.ts'
import { bindingDuties } from './binding-duties.ts'
import {
  approvedByOneself,
  payerEntered,
  requestEnded,
  requestNotApproved,
  requestPaid,
} from './duty-refusals.ts'
import {
  isOwnHand,
  type PaymentRequest,
  paymentRequestWithId,
  type RequestState,
  stateOfRequest,
} from './payment-requests.ts'
import { beforeOrigin } from './refusals.ts'

/**
 * Refuses whoever may not make a payment: `duties.approved_by_oneself`, and `duties.payer_entered` where the
 * policy keeps those apart too. In an emergency whoever entered it may pay what the others agreed to.
 */
export function requireMayPay(view: View | Act, request: PaymentRequest): void {
  const { approvals } = stateOfRequest(view, request)
  if (approvals.some((one) => isOwnHand(view, request, one.actor))) {
    throw approvedByOneself({ request: request.id })
  }
  if (request.emergency === 1 || !isOwnHand(view, request, request.actor)) return
  const { body } = bindingDuties(view, fundById(view, request.fund_id), view.today)
  if (body.not_the_same.includes('entered_paid')) throw payerEntered({ request: request.id })
}

export const payRequest = command({
  name: 'payment_requests.pay',
  summary: 'Records that an approved payment was made, by somebody who did not approve it',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/payment-requests/{request}/payment' },
  input: z.strictObject({ request: idField, paid_on: dayField.optional() }),
  output: z.object({
    request: z.number(),
    payout: z.number(),
    entry: z.number(),
    serial: z.number(),
  }),
  subject: ({ payout }) => `payout/${payout}`,
  run: (act, input) => {
    const request = paymentRequestWithId(act, input.request)
    const { end, payment, approvals } = stateOfRequest(act, request)
    if (end) throw requestEnded({ request: request.id, act: end.act })
    if (payment) throw requestPaid({ request: request.id, payout: payment.payout_id })
    const needed = request.approvals_needed
    if (approvals.length < needed) {
      throw requestNotApproved({ request: request.id, approvals: approvals.length, needed })
    }
    requireMayPay(act, request)
    const paidOn = input.paid_on ?? act.today
    requireOpenDay(act, paidOn)
    requireAfterApproval(act, approvals, paidOn)
    return paid(act, request, paidOn)
  },
})

/** Refuses `day.before_origin` for a payment that would have been made before it was approved. */
function requireAfterApproval(act: Act, approvals: RequestState['approvals'], paidOn: Day): void {
  const payable = approvals.find(({ entry_id }) => entry_id !== null)!.entry_id!
  const { effective_on: origin } = entryWithId(act, payable)
  if (compareDays(paidOn, origin) < 0) throw beforeOrigin({ day: paidOn, origin })
}

function paid(act: Act, request: PaymentRequest, paidOn: Act['today']) {
  const fund = fundById(act, request.fund_id)
  const payout = nextId(act, 'payout')
  const posted = post(act, {
    kind: 'payout.of_request',
    effectiveOn: paidOn,
    subject: `payout/${payout}`,
    legs: legsOf(act, 'payout.of_request', {
      fund,
      amountMinor: request.amount_minor,
      partyId: request.payee_id,
      slots: { $money: request.form },
    }),
    reverses: null,
    noteDetailId: null,
  })
  insert(act, 'payout', {
    id: payout,
    fund_id: fund.id,
    payee_id: request.payee_id,
    beneficiary_id: request.beneficiary_id,
    category: request.category,
    form: request.form,
    amount_minor: request.amount_minor,
    paid_on: paidOn,
    entry_id: posted.id,
    event_seq: act.seq,
  })
  insert(act, 'request_payment', {
    id: nextId(act, 'request_payment'),
    request_id: request.id,
    payout_id: payout,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  const serial = posted.serials.get(fund.id)!
  return { request: request.id, payout, entry: posted.id, serial }
}
