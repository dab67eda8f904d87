/** Direct payouts: to a person, or to a vendor on a person's behalf; and what comes back of them. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail } from '../book/details.ts'
import {
  amountField,
  amountOut,
  codeField,
  dayField,
  idField,
  reasonField,
} from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import { compareDays, type Day } from '../kit/day.ts'
import type { PayoutId } from '../kit/ids.ts'
import { amountText, type Minor, parseAmount, subtractMinor } from '../kit/money.ts'
import { findReversal } from '../ledger/entries.ts'
import { type Fund, fundById, fundWithCode, reachesFund } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { post } from '../ledger/post.ts'
import { type PayoutCategory, payoutCategories } from '../ledger/roles.ts'
import { type PartyGiven, partyField, partyMeant } from '../people/commands.ts'
import { partyRef } from '../people/parties.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { requireNoInterest, requireNoRequestNeeded } from './direct-duties.ts'
import { policyOf, requireAllowed, requireAvailable } from './policy.ts'
import {
  beforeOrigin,
  payoutOfBatch,
  payoutReversed,
  payoutUnknown,
  returnTooLarge,
} from './refusals.ts'
import { standingSum } from './standing.ts'

export type Payout = Row<'payout'>

const byId = prepare((p: { id: PayoutId }) =>
  build.selectFrom('payout').selectAll().where('id', '=', p.id),
)
const lineOf = prepare((p: { id: PayoutId }) =>
  build
    .selectFrom('batch_line_result as r')
    .innerJoin('batch_line as l', 'l.id', 'r.line_id')
    .innerJoin('batch as b', 'b.id', 'l.batch_id')
    .select(['b.number', 'l.position'])
    .where('r.payout_id', '=', p.id),
)

/** The line of a batch that a payout is; undefined for one that was made otherwise. */
export function batchLineOfPayout(
  reader: Reader,
  id: PayoutId,
): { readonly number: string; readonly position: number } | undefined {
  return first(reader, lineOf, { id })
}

/** What comes back of a batch is owed again, and so is told at its line. Refuses `payout.of_batch`. */
function requireNotOfBatch(reader: Reader, payout: PayoutId): void {
  const line = batchLineOfPayout(reader, payout)
  if (line) throw payoutOfBatch({ payout, batch: line.number, line: line.position })
}

/** What came back of a payout and stands. */
export function returnedOf(reader: Reader, payoutId: PayoutId): Minor {
  return standingSum(reader, 'payout_return', payoutId)
}

/** The payout with an id, as far as this caller reaches. Refuses `payout.unknown`. */
export function payoutWithId(asker: Scoped, payoutId: number): Payout {
  const found = first(asker, byId, { id: payoutId as PayoutId })
  if (!found || !reachesFund(asker, found.fund_id)) throw payoutUnknown({ payout: payoutId })
  return found
}

export const pay = command({
  name: 'payouts.pay',
  summary: 'Records a payout to a person, or to a vendor on a person’s behalf',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/payouts' },
  input: z.strictObject({
    fund: codeField,
    payee: partyField,
    /** Whom it helps, when the payee is a vendor or a relative. */
    beneficiary: partyField.optional(),
    category: z.enum(payoutCategories),
    amount: amountField,
    form: z.enum(['bank', 'cash']).default('bank'),
    paid_on: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({
    payout: z.number(),
    entry: z.number(),
    serial: z.number(),
    payee: z.string(),
    beneficiary: z.string(),
  }),
  subject: ({ payout }) => `payout/${payout}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const amountMinor = parseAmount(input.amount, fund.currency)
    return recordPayout(act, { ...input, fund, amountMinor, paidOn: input.paid_on ?? act.today })
  },
})

export interface PayoutGiven {
  readonly fund: Fund
  readonly amountMinor: Minor
  readonly paidOn: Day
  readonly payee: PartyGiven
  readonly beneficiary?: PartyGiven | undefined
  readonly category: PayoutCategory
  readonly form: 'bank' | 'cash'
  readonly note?: string | undefined
  /** Taken from records of the past, in which the policy of its own day holds alone. */
  readonly ofThePast?: boolean
}

/**
 * Records one payout. Refuses what `payouts.pay` refuses: `day.in_future`, `period.closed`,
 * `fund.category_not_allowed`, `fund.larger_than_policy`, `fund.more_than_available`, `party.unknown`,
 * `account.below_floor`, `payout.needs_request`, `payout.interest`.
 */
export function recordPayout(act: Act, given: PayoutGiven) {
  const { fund, amountMinor, paidOn, category, form } = given
  requireOpenDay(act, paidOn)
  const policy = policyOf(act, fund)
  requireAllowed(policy, fund, given)
  requireAvailable(act, fund, amountMinor, policy)
  const payee = partyMeant(act, given.payee, fund.unit_id)
  const beneficiary =
    given.beneficiary === undefined ? payee : partyMeant(act, given.beneficiary, fund.unit_id)
  requireNoInterest(act, [payee.id, beneficiary.id])
  requireNoRequestNeeded(act, fund, { ...given, payee, beneficiary: beneficiary.id })
  const payoutId = nextId(act, 'payout')
  const slots = { $expense: category, $money: form }
  const posted = post(act, {
    kind: 'payout.paid',
    effectiveOn: paidOn,
    subject: `payout/${payoutId}`,
    legs: legsOf(act, 'payout.paid', { fund, amountMinor, partyId: payee.id, slots }),
    reverses: null,
    noteDetailId: given.note === undefined ? null : keepDetail(act, 'payout_note', given.note),
  })
  insert(act, 'payout', {
    id: payoutId,
    fund_id: fund.id,
    payee_id: payee.id,
    beneficiary_id: beneficiary.id,
    category,
    form,
    amount_minor: amountMinor,
    paid_on: paidOn,
    entry_id: posted.id,
    event_seq: act.seq,
  })
  return {
    payout: payoutId,
    entry: posted.id,
    serial: posted.serials.get(fund.id)!,
    payee: partyRef(payee.id),
    beneficiary: partyRef(beneficiary.id),
  }
}

export const comeBack = command({
  name: 'payouts.return',
  summary: 'Records that a payout, or part of it, came back',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/payouts/{payout}/returns' },
  input: z.strictObject({
    payout: idField,
    /** All that is left when it is not given. */
    amount: amountField.optional(),
    returned_on: dayField.optional(),
  }),
  output: z.object({
    payout: z.number(),
    entry: z.number(),
    serial: z.number(),
    amount: amountOut,
  }),
  subject: ({ payout }) => `payout/${payout}`,
  run: (act, input) => {
    const payout = payoutWithId(act, input.payout)
    requireNotOfBatch(act, payout.id)
    if (findReversal(act, payout.entry_id)) throw payoutReversed({ payout: payout.id })
    const fund = fundById(act, payout.fund_id)
    const { currency } = fund
    const left = subtractMinor(payout.amount_minor, returnedOf(act, payout.id))
    const amountMinor = input.amount === undefined ? left : parseAmount(input.amount, currency)
    if (amountMinor > left || left === 0) {
      const [amount, rest] = [amountText(amountMinor, currency), amountText(left, currency)]
      throw returnTooLarge({ payout: payout.id, amount, left: rest, currency })
    }
    const day = input.returned_on ?? act.today
    if (compareDays(day, payout.paid_on) < 0) throw beforeOrigin({ day, origin: payout.paid_on })
    // Goods are given out in batches alone, so this one is of money.
    const $money = payout.form === 'cash' ? 'cash' : 'bank'
    const slots = { $expense: payout.category as PayoutCategory, $money } as const
    const asked = { fund, amountMinor, partyId: payout.payee_id, slots }
    const posted = post(act, {
      kind: 'payout.returned',
      effectiveOn: day,
      subject: `payout/${payout.id}`,
      legs: legsOf(act, 'payout.returned', asked),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'payout_return', {
      id: nextId(act, 'payout_return'),
      payout_id: payout.id,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    const serial = posted.serials.get(fund.id)!
    return {
      payout: payout.id,
      entry: posted.id,
      serial,
      amount: amountText(amountMinor, currency),
    }
  },
})
