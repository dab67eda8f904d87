/**
 * Payment requests: one person enters a payment, another approves it, a third makes it. No role is above this
 * (design invariant 7). An approved request is owed at once (journal map G2).
 */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail } from '../book/details.ts'
import { amountField, codeField, reasonField } from '../book/fields.ts'
import { principalOf } from '../book/principals.ts'
import { type Act, command, type View } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import type { PaymentRequestId, PayoutId } from '../kit/ids.ts'
import { amountText, type Minor, parseAmount } from '../kit/money.ts'
import { type Fund, fundWithCode, reachesFund, requireOpenFund } from '../ledger/funds.ts'
import { payoutCategories } from '../ledger/roles.ts'
import { partyField, partyMeant } from '../people/commands.ts'
import { isSamePerson } from '../people/interests.ts'
import { partyRef } from '../people/parties.ts'
import { approvalsNeeded, type Duties, emergencyLimitMinor } from '../policies/deciding.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { bindingDuties } from './binding-duties.ts'
import { emergencyNotAllowed, emergencyTooLarge, paymentRequestUnknown } from './duty-refusals.ts'
import { policyOf, requireAllowed, requireAvailable } from './policy.ts'

export type PaymentRequest = Row<'payment_request'>
export type PaymentApproval = Row<'payment_approval'>
export type PaymentRequestEnd = Row<'payment_request_end'>

const byId = prepare((p: { id: PaymentRequestId }) =>
  build.selectFrom('payment_request').selectAll().where('id', '=', p.id),
)
const approvalsBy = prepare((p: { id: PaymentRequestId }) =>
  build.selectFrom('payment_approval').selectAll().where('request_id', '=', p.id).orderBy('id'),
)
const endBy = prepare((p: { id: PaymentRequestId }) =>
  build.selectFrom('payment_request_end').selectAll().where('request_id', '=', p.id),
)
const standingPayment = prepare((p: { id: PaymentRequestId }) =>
  build
    .selectFrom('request_payment as p')
    .innerJoin('payout as o', 'o.id', 'p.payout_id')
    .leftJoin('entry as r', 'r.reverses', 'o.entry_id')
    .selectAll('p')
    .where('p.request_id', '=', p.id)
    .where('r.id', 'is', null),
)

/** The request with an id, as far as this caller reaches. Refuses `payment_request.unknown`. */
export function paymentRequestWithId(asker: Scoped, id: number): PaymentRequest {
  const found = first(asker, byId, { id: id as PaymentRequestId })
  if (!found || !reachesFund(asker, found.fund_id)) throw paymentRequestUnknown({ request: id })
  return found
}

export interface RequestState {
  readonly approvals: readonly PaymentApproval[]
  readonly end: PaymentRequestEnd | undefined
  /** Its payment, unless the entry of that was reversed. */
  readonly payment: Row<'request_payment'> | undefined
  readonly state: 'to_approve' | 'to_pay' | 'paid' | 'declined' | 'withdrawn' | 'cancelled'
}

/** How far a request has come. */
export function stateOfRequest(reader: Reader, request: PaymentRequest): RequestState {
  const approvals = rows(reader, approvalsBy, { id: request.id })
  const end = first(reader, endBy, { id: request.id })
  const payment = first(reader, standingPayment, { id: request.id })
  const open = approvals.length < request.approvals_needed ? 'to_approve' : 'to_pay'
  return { approvals, end, payment, state: end?.act ?? (payment ? 'paid' : open) }
}

const requestPaidBy = prepare((p: { payout: PayoutId }) =>
  build
    .selectFrom('request_payment as p')
    .innerJoin('payment_request as r', 'r.id', 'p.request_id')
    .select(['r.id', 'r.emergency'])
    .where('p.payout_id', '=', p.payout),
)

/** The request that a payout paid, with the mark of an emergency; undefined for a direct payout. */
export function requestOfPayout(
  reader: Reader,
  payout: PayoutId,
): { readonly id: PaymentRequestId; readonly emergency: 0 | 1 } | undefined {
  return first(reader, requestPaidBy, { payout })
}

/** Whether whoever asks is the same person as somebody who acted on a request. */
export function isOwnHand(asker: View | Act, request: PaymentRequest, actor: string): boolean {
  return isSamePerson(asker, actor, asker.caller.actor, request.event_seq)
}

function approvalsFor(
  duties: Duties,
  { currency }: Fund,
  amountMinor: Minor,
  emergency: boolean,
): number {
  if (!emergency) return Math.max(1, approvalsNeeded(duties, amountMinor, currency))
  const limit = emergencyLimitMinor(duties, currency)
  if (limit === null) throw emergencyNotAllowed({})
  if (amountMinor > limit) {
    const [amount, most] = [amountText(amountMinor, currency), amountText(limit, currency)]
    throw emergencyTooLarge({ amount, limit: most, currency })
  }
  return duties.emergency_others
}

export const request = command({
  name: 'payment_requests.enter',
  summary: 'Asks for a payment, which others approve and somebody who did not approve it makes',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/payment-requests' },
  input: z.strictObject({
    fund: codeField,
    payee: partyField,
    /** Whom it helps, when the payee is a vendor or a relative. */
    beneficiary: partyField.optional(),
    category: z.enum(payoutCategories),
    amount: amountField,
    form: z.enum(['bank', 'cash']).default('bank'),
    note: reasonField.optional(),
    /** Why it cannot wait: then two others or more agree, and it is marked so for ever. */
    emergency: reasonField.optional(),
  }),
  output: z.object({ request: z.number(), payee: z.string(), beneficiary: z.string() }),
  subject: ({ request }) => `payment_request/${request}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    requireOpenFund(act, fund)
    const amountMinor = parseAmount(input.amount, fund.currency)
    const policy = policyOf(act, fund)
    requireAllowed(policy, fund, { category: input.category, amountMinor })
    const { body: duties, version } = bindingDuties(act, fund, act.today)
    const needed = approvalsFor(duties, fund, amountMinor, input.emergency !== undefined)
    requireAvailable(act, fund, amountMinor, policy)
    const payee = partyMeant(act, input.payee, fund.unit_id)
    const beneficiary =
      input.beneficiary === undefined ? payee : partyMeant(act, input.beneficiary, fund.unit_id)
    const id = nextId(act, 'payment_request')
    insert(act, 'payment_request', {
      id,
      actor: principalOf(act, act.caller.actor),
      fund_id: fund.id,
      payee_id: payee.id,
      beneficiary_id: beneficiary.id,
      category: input.category,
      form: input.form,
      amount_minor: amountMinor,
      note_detail_id: kept(act, 'payment_note', input.note),
      approvals_needed: needed,
      emergency: input.emergency === undefined ? 0 : 1,
      reason_detail_id: kept(act, 'emergency_reason', input.emergency),
      policy_version_id: version,
      event_seq: act.seq,
    })
    return { request: id, payee: partyRef(payee.id), beneficiary: partyRef(beneficiary.id) }
  },
})

function kept(act: Act, kind: string, text: string | undefined): number | null {
  return text === undefined ? null : keepDetail(act, kind, text)
}
