/** Confirming that help arrived (handbook A9; peers 4.9): by somebody who neither proposed, approved nor released it. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { PayoutId } from '../../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseById } from '../cases/rows.ts'
import { type PaidCase, paidWithId, requireIndependent } from './paid.ts'
import { deliveryCameBack, deliveryConfirmed, deliveryDay } from './refusals.ts'

/** Who asks people afterwards. */
export const followers: readonly Role[] = [
  'owner',
  'fund_administrator',
  'approver',
  'committee_member',
  'pairing_coordinator',
  'auditor',
]

/** How somebody came to know: a signed slip, a visit, a call, a code that the person was given. */
export const confirmedBy = ['slip', 'visit', 'call', 'code'] as const

const byPayout = prepare((p: { payout: PayoutId }) =>
  build.selectFrom('delivery_confirmation').selectAll().where('payout_id', '=', p.payout),
)

/** How a payout was confirmed, or undefined. */
export function confirmationOf(reader: Reader, payout: PayoutId) {
  return first(reader, byPayout, { payout })
}

/** Somebody asks a hundred people in a week. */
const mostPayouts = 500

export const confirm = command({
  name: 'deliveries.confirm',
  summary: 'Confirms whether payouts arrived, and whether anybody asked to have them back',
  may: followers,
  reach: 'units',
  route: { method: 'POST', path: '/delivery-confirmations' },
  input: z.strictObject({
    payouts: z.array(idField).min(1).max(mostPayouts),
    how: z.enum(confirmedBy),
    /** Today unless said. */
    on: dayField.optional(),
    received: z.boolean(),
    /** The answer to: did anyone ask you to return it? */
    asked_back: z.boolean(),
    note: reasonField.optional(),
  }),
  output: z.object({
    confirmed: z.number(),
    first: z.number(),
    /** It did not arrive, or somebody asked for it: this waits to be looked into. */
    red: z.boolean(),
  }),
  subject: (output) => `payout/${output.first}`,
  run: (act, { payouts, on = act.today, ...input }) => {
    const paid = [...new Set(payouts)].map((payout) => paidWithId(act, payout))
    requireAskable(act, paid, on)
    for (const one of paid) writeArrival(act, one, { ...input, on })
    const red = !input.received || input.asked_back
    return { confirmed: paid.length, first: paid[0]!.payout as number, red }
  },
})

/**
 * Refuses what keeps somebody from asking whether payouts arrived: `delivery.confirmed`, `delivery.came_back`,
 * `delivery.day`, an interest in their cases, `delivery.own_hand`.
 */
export function requireAskable(act: Act, paid: readonly PaidCase[], on: Day): void {
  for (const one of paid) requireConfirmable(act, one, on)
  requireNoInterestInCases(
    act,
    paid.map(({ case_id }) => caseById(act, case_id)),
  )
  for (const one of paid) requireIndependent(act, one)
}

/** What somebody said who was asked whether a payout arrived. */
export interface Arrival {
  readonly how: (typeof confirmedBy)[number]
  readonly on: Day
  readonly received: boolean
  readonly asked_back: boolean
  readonly note?: string | undefined
}

/** Writes whether a payout arrived. Asserts what `requireAskable` refuses. */
export function writeArrival(act: Act, { payout }: PaidCase, given: Arrival): void {
  const { note } = given
  insert(act, 'delivery_confirmation', {
    id: nextId(act, 'delivery_confirmation'),
    payout_id: payout,
    how: given.how,
    on_day: given.on,
    received: given.received ? 1 : 0,
    asked_back: given.asked_back ? 1 : 0,
    note_detail_id: note === undefined ? null : keepDetail(act, 'delivery_note', note),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}

/** Refuses `delivery.confirmed`, `delivery.came_back` and `delivery.day`. */
function requireConfirmable(act: Act, { payout, back, paid_on }: PaidCase, on: Day): void {
  if (confirmationOf(act, payout)) throw deliveryConfirmed({ payout })
  if (back) throw deliveryCameBack({ payout })
  if (on < paid_on || on > act.today) throw deliveryDay({ day: on, paid_on, today: act.today })
}
