/** Claiming back what should not have been paid on a case (journal map G9), and what comes in on it. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { amountField, amountOut, dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Scoped } from '../../book/scope.ts'
import { type Payout, payoutWithId } from '../../funds/payouts.ts'
import { beforeOrigin } from '../../funds/refusals.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId, ClawbackId, InstalmentId, PayoutId } from '../../kit/ids.ts'
import { amountText, type Minor, minor, parseAmount, subtractMinor } from '../../kit/money.ts'
import { entryById } from '../../ledger/entries.ts'
import { fundById } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { requireOpenDay } from '../../ledger/periods.ts'
import { post } from '../../ledger/post.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseById, caseWithId, type HardshipCase } from '../cases/rows.ts'
import { caseSubject } from './awarding.ts'
import { isOfEarlierYear, undoneIn } from './ending.ts'
import { instalmentById } from './instalments.ts'
import {
  clawbackBarInPast,
  clawbackBounced,
  clawbackNotOfCase,
  clawbackReceivedTooMuch,
  clawbackTooLarge,
  clawbackUnknown,
} from './refusals.ts'

export type Clawback = Row<'clawback'>

/** Why it is claimed; that an emergency was not ratified is said by ratifying. */
export const clawbackCauses = [
  'false_declaration',
  'mistake',
  'not_used_for_purpose',
  'died_before',
] as const
export type ClawbackCause = Clawback['cause']

const byId = prepare((p: { id: ClawbackId }) =>
  build.selectFrom('clawback').selectAll().where('id', '=', p.id),
)
const lineOf = prepare((p: { payout: PayoutId }) =>
  build
    .selectFrom('batch_line_result as r')
    .innerJoin('batch_line as l', 'l.id', 'r.line_id')
    .innerJoin('instalment as i', 'i.id', 'l.instalment_id')
    .innerJoin('award as a', 'a.id', 'i.award_id')
    .leftJoin('batch_line_bounce as b', 'b.line_id', 'l.id')
    .select(['l.instalment_id', 'a.case_id', 'b.id as bounced'])
    .where('r.payout_id', '=', p.payout),
)
const claimedOn = prepare((p: { payout: PayoutId }) =>
  build
    .selectFrom('clawback')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('amount_minor'), e.lit(0)).as('total'))
    .where('payout_id', '=', p.payout),
)
const receivedOn = prepare((p: { id: ClawbackId }) =>
  build
    .selectFrom('clawback_receipt')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('amount_minor'), e.lit(0)).as('total'))
    .where('clawback_id', '=', p.id),
)

/** The case and the instalment that a payout paid; undefined for one that was paid without a case. */
export function paidBy(
  reader: Reader,
  payout: PayoutId,
):
  | { readonly caseId: CaseId; readonly instalment: InstalmentId; readonly bounced: boolean }
  | undefined {
  const line = first(reader, lineOf, { payout })
  return (
    line && {
      caseId: line.case_id,
      instalment: line.instalment_id,
      bounced: line.bounced !== null,
    }
  )
}

/** What of a payout is claimed back already. */
export function claimedOf(reader: Reader, payout: PayoutId): Minor {
  return minor(first(reader, claimedOn, { payout })!.total)
}

/** What came in on a claim. */
export function receivedOf(reader: Reader, id: ClawbackId): Minor {
  return minor(first(reader, receivedOn, { id })!.total)
}

/** The claim with a number, as far as the asker reaches its case. Refuses `clawback.unknown`. */
export function clawbackWithId(asker: Scoped, id: number): Clawback {
  const found = first(asker, byId, { id: id as ClawbackId })
  if (!found) throw clawbackUnknown({ clawback: id })
  try {
    caseWithId(asker, found.case_id)
    return found
  } catch {
    throw clawbackUnknown({ clawback: id })
  }
}

/** A claim to be made. */
export interface Claim {
  readonly amountMinor: Minor
  readonly cause: ClawbackCause
  readonly reason: string
  /** Until which day the household gets no help; null for no bar. */
  readonly until: Day | null
}

/** Claims back what a payout of a case paid, today. */
export function claimPayout(
  act: Act,
  { payout, instalment, theCase }: PaidOnCase,
  claim: Claim,
): ClawbackId {
  const paid = instalmentById(act, instalment)
  const earlier = isOfEarlierYear(act, paid, act.today)
  const kind = earlier ? 'clawback.claimed_prior_year' : 'clawback.claimed'
  const id = nextId(act, 'clawback')
  const { id: entry } = post(act, {
    kind,
    effectiveOn: act.today,
    subject: caseSubject(theCase),
    legs: legsOf(act, kind, {
      fund: fundById(act, payout.fund_id),
      amountMinor: claim.amountMinor,
      partyId: payout.payee_id,
      slots: undoneIn(act, paid, act.today),
    }),
    reverses: null,
    noteDetailId: null,
  })
  insert(act, 'clawback', {
    id,
    payout_id: payout.id,
    case_id: theCase.id,
    amount_minor: claim.amountMinor,
    cause: claim.cause,
    reason_detail_id: keepDetail(act, 'clawback_reason', claim.reason),
    barred_until_on: claim.until,
    entry_id: entry,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}

/** A payout that stands, with what it paid. */
export interface PaidOnCase {
  readonly payout: Payout
  readonly instalment: InstalmentId
  readonly theCase: HardshipCase
}

/** Refuses `clawback.not_of_case` and `clawback.bounced`. */
function requirePaid(act: Act, payout: Payout): PaidOnCase {
  const paid = paidBy(act, payout.id)
  if (!paid) throw clawbackNotOfCase({ payout: payout.id })
  if (paid.bounced) throw clawbackBounced({ payout: payout.id })
  return { payout, instalment: paid.instalment, theCase: caseById(act, paid.caseId) }
}

export const claim = command({
  name: 'clawbacks.claim',
  summary: 'Claims back what should not have been paid on a case, and may bar its household',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/payouts/{payout}/clawbacks' },
  input: z.strictObject({
    payout: idField,
    /** All that is not claimed yet, unless said. */
    amount: amountField.optional(),
    cause: z.enum(clawbackCauses),
    reason: reasonField,
    /** Until then the household gets no help. */
    barred_until: dayField.optional(),
  }),
  output: z.object({
    clawback: z.number(),
    case: z.number(),
    amount: amountOut,
    entry: z.number(),
  }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const paid = requirePaid(act, payoutWithId(act, input.payout))
    const { payout, theCase } = paid
    requireNoInterestInCases(act, [theCase])
    const { currency } = fundById(act, payout.fund_id)
    const left = subtractMinor(payout.amount_minor, claimedOf(act, payout.id))
    const amountMinor = input.amount === undefined ? left : parseAmount(input.amount, currency)
    if (amountMinor > left || left === 0) {
      const [amount, rest] = [amountText(amountMinor, currency), amountText(left, currency)]
      throw clawbackTooLarge({ payout: payout.id, amount, left: rest, currency })
    }
    const until = input.barred_until ?? null
    if (until !== null && until < act.today) throw clawbackBarInPast({ until, today: act.today })
    const { cause, reason } = input
    const clawback = claimPayout(act, paid, { amountMinor, cause, reason, until })
    const { entry_id: entry } = clawbackWithId(act, clawback)
    return { clawback, case: theCase.id, amount: amountText(amountMinor, currency), entry }
  },
})

export const receive = command({
  name: 'clawbacks.receive',
  summary: 'Records money that came back on a claim',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/clawbacks/{clawback}/receipts' },
  input: z.strictObject({
    clawback: idField,
    /** All that is open, unless said. */
    amount: amountField.optional(),
    form: z.enum(['bank', 'cash']).default('bank'),
    received_on: dayField.optional(),
  }),
  output: z.object({
    clawback: z.number(),
    case: z.number(),
    amount: amountOut,
    /** What is still open on the claim. */
    open: amountOut,
    entry: z.number(),
  }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const found = clawbackWithId(act, input.clawback)
    const payout = payoutWithId(act, found.payout_id)
    const fund = fundById(act, payout.fund_id)
    const { currency } = fund
    const open = subtractMinor(found.amount_minor, receivedOf(act, found.id))
    const amountMinor = input.amount === undefined ? open : parseAmount(input.amount, currency)
    if (amountMinor > open || open === 0) {
      const [amount, left] = [amountText(amountMinor, currency), amountText(open, currency)]
      throw clawbackReceivedTooMuch({ clawback: found.id, amount, left, currency })
    }
    const on = input.received_on ?? act.today
    const origin = entryById(act, found.entry_id).effective_on
    if (on < origin) throw beforeOrigin({ day: on, origin })
    requireOpenDay(act, on)
    const { id: entry } = post(act, {
      kind: 'clawback.received',
      effectiveOn: on,
      subject: `case/${found.case_id}`,
      legs: legsOf(act, 'clawback.received', {
        fund,
        amountMinor,
        partyId: payout.payee_id,
        slots: { $money: input.form },
      }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'clawback_receipt', {
      id: nextId(act, 'clawback_receipt'),
      clawback_id: found.id,
      amount_minor: amountMinor,
      form: input.form,
      received_on: on,
      entry_id: entry,
      event_seq: act.seq,
    })
    const text = (amount: Minor) => amountText(amount, currency)
    const left = subtractMinor(open, amountMinor)
    const told = { amount: text(amountMinor), open: text(left), entry }
    return { clawback: found.id, case: found.case_id, ...told }
  },
})
