/** Deciding on payment requests: by others than who entered them, and by nobody with an interest. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { keepDetail } from '../book/details.ts'
import { idField, reasonField } from '../book/fields.ts'
import { principalOf } from '../book/principals.ts'
import { type Act, command, type View } from '../book/registry.ts'
import { dayAt } from '../kit/day.ts'
import type { EntryId, EventSeq } from '../kit/ids.ts'
import { reverseEntry } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { post } from '../ledger/post.ts'
import type { PayoutCategory } from '../ledger/roles.ts'
import { type Interest, interestsOf, interestText } from '../people/interests.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import {
  decidedAlready,
  enteredByOneself,
  hasInterest,
  isAnEmergency,
  notAnEmergency,
  notWhoEntered,
  requestApproved,
  requestEnded,
  requestPaid,
} from './duty-refusals.ts'
import {
  isOwnHand,
  type PaymentRequest,
  paymentRequestWithId,
  stateOfRequest,
} from './payment-requests.ts'
import { requireAvailable } from './policy.ts'

const requestOut = z.object({
  request: z.number(),
  approvals: z.number(),
  needed: z.number(),
  /** The entry that makes it payable, with the last approval. */
  entry: z.number().nullable(),
})

const dayOfEvent = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

/**
 * What ties whoever acts to those whom a request concerns, today or when it was entered: an interest that is ended
 * while a request waits bars from that request still.
 */
export function interestsIn(view: View | Act, request: PaymentRequest): Interest[] {
  const concerned = [request.payee_id, request.beneficiary_id]
  const { at } = first(view, dayOfEvent, { seq: request.event_seq })!
  const days = [...new Set([view.today, dayAt(at, organisationOf(view).time_zone)])]
  return interestsOf(view, view.caller.actor, concerned, { days, since: request.event_seq })
}

/**
 * Refuses whoever may not decide on a request: `duties.entered_by_oneself`, `duties.decided_already`,
 * `duties.interest`.
 */
export function requireMayDecide(view: View | Act, request: PaymentRequest): void {
  if (isOwnHand(view, request, request.actor)) throw enteredByOneself({ request: request.id })
  const { approvals } = stateOfRequest(view, request)
  if (approvals.some((one) => isOwnHand(view, request, one.actor))) {
    throw decidedAlready({ request: request.id })
  }
  const interests = interestsIn(view, request)
  if (interests.length === 0) return
  throw hasInterest({ request: request.id, interests: [...new Set(interests.map(interestText))] })
}

/** Refuses what is not waiting for approval. */
function requireToApprove(act: Act, request: PaymentRequest): void {
  const { end, payment, state } = stateOfRequest(act, request)
  if (end) throw requestEnded({ request: request.id, act: end.act })
  if (payment) throw requestPaid({ request: request.id, payout: payment.payout_id })
  if (state !== 'to_approve') throw requestApproved({ request: request.id })
}

function addApproval(act: Act, request: PaymentRequest): z.output<typeof requestOut> {
  requireToApprove(act, request)
  requireMayDecide(act, request)
  const approvals = stateOfRequest(act, request).approvals.length + 1
  const needed = request.approvals_needed
  const entry = approvals === needed ? becomesPayable(act, request) : null
  insert(act, 'payment_approval', {
    id: nextId(act, 'payment_approval'),
    request_id: request.id,
    actor: principalOf(act, act.caller.actor),
    entry_id: entry,
    event_seq: act.seq,
  })
  return { request: request.id, approvals, needed, entry }
}

/** The last approval makes the amount owed, today. Refuses `fund.more_than_available`, `period.closed`. */
function becomesPayable(act: Act, request: PaymentRequest): EntryId {
  const fund = fundById(act, request.fund_id)
  requireOpenDay(act, act.today)
  requireAvailable(act, fund, request.amount_minor)
  return post(act, {
    kind: 'payment.approved',
    effectiveOn: act.today,
    subject: `payment_request/${request.id}`,
    legs: legsOf(act, 'payment.approved', {
      fund,
      amountMinor: request.amount_minor,
      partyId: request.payee_id,
      slots: { $expense: request.category as PayoutCategory },
    }),
    reverses: null,
    noteDetailId: null,
  }).id
}

export const approve = command({
  name: 'payment_requests.approve',
  summary: 'Approves a payment that somebody else entered; the last approval makes it payable',
  may: ['owner', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/payment-requests/{request}/approvals' },
  input: z.strictObject({ request: idField }),
  output: requestOut,
  subject: ({ request }) => `payment_request/${request}`,
  run: (act, input) => {
    const request = paymentRequestWithId(act, input.request)
    if (request.emergency === 1) throw isAnEmergency({ request: request.id })
    return addApproval(act, request)
  },
})

export const agree = command({
  name: 'payment_requests.agree_to_emergency',
  summary: 'Agrees to a payment that cannot wait; so many others must as the policy says',
  may: ['owner', 'approver', 'committee_member', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/payment-requests/{request}/emergency-agreements' },
  input: z.strictObject({ request: idField }),
  output: requestOut,
  subject: ({ request }) => `payment_request/${request}`,
  run: (act, input) => {
    const request = paymentRequestWithId(act, input.request)
    if (request.emergency === 0) throw notAnEmergency({ request: request.id })
    return addApproval(act, request)
  },
})

const endIn = z.strictObject({ request: idField, reason: reasonField })
const endOut = z.object({
  request: z.number(),
  /** The entry that undoes what was payable. */
  entry: z.number().nullable(),
})

function ended(
  act: Act,
  request: PaymentRequest,
  how: 'declined' | 'withdrawn' | 'cancelled',
  reason: string,
): z.output<typeof endOut> {
  const { approvals } = stateOfRequest(act, request)
  const payable = approvals.find(({ entry_id }) => entry_id !== null)?.entry_id ?? null
  const entry = payable === null ? null : reverseEntry(act, payable, reason).id
  insert(act, 'payment_request_end', {
    id: nextId(act, 'payment_request_end'),
    request_id: request.id,
    act: how,
    actor: principalOf(act, act.caller.actor),
    reason_detail_id: keepDetail(act, 'payment_end_reason', reason),
    entry_id: entry,
    event_seq: act.seq,
  })
  return { request: request.id, entry }
}

/** Refuses what has ended or is paid. */
function requireUnpaid(act: Act, request: PaymentRequest): void {
  const { end, payment } = stateOfRequest(act, request)
  if (end) throw requestEnded({ request: request.id, act: end.act })
  if (payment) throw requestPaid({ request: request.id, payout: payment.payout_id })
}

export const decline = command({
  name: 'payment_requests.decline',
  summary: 'Declines a payment that somebody else entered, or cancels one that was approved',
  may: ['owner', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/payment-requests/{request}/declination' },
  input: endIn,
  output: endOut,
  subject: ({ request }) => `payment_request/${request}`,
  run: (act, input) => {
    const request = paymentRequestWithId(act, input.request)
    requireUnpaid(act, request)
    if (isOwnHand(act, request, request.actor)) {
      throw enteredByOneself({ request: request.id })
    }
    const { state } = stateOfRequest(act, request)
    return ended(act, request, state === 'to_pay' ? 'cancelled' : 'declined', input.reason)
  },
})

export const withdraw = command({
  name: 'payment_requests.withdraw',
  summary: 'Withdraws a payment that one entered oneself and that is not paid',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/payment-requests/{request}/withdrawal' },
  input: endIn,
  output: endOut,
  subject: ({ request }) => `payment_request/${request}`,
  run: (act, input) => {
    const request = paymentRequestWithId(act, input.request)
    requireUnpaid(act, request)
    if (request.actor !== principalOf(act, act.caller.actor)) {
      throw notWhoEntered({ request: request.id })
    }
    return ended(act, request, 'withdrawn', input.reason)
  },
})
