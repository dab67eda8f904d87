/** What of the book’s money could be handed over at a visit, and which payouts could be asked about. */
import { z } from 'zod'
import { amountOut, dayOut, idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { hadAHand, paidWhere, standsSql } from '../../hardship/after/paid.ts'
import { batchById } from '../../hardship/batches/rows.ts'
import { caseRef } from '../../hardship/cases/rows.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import type { BatchId, CaseId, FundId, PartyId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { fundById, reachesFund } from '../../ledger/funds.ts'
import { helpedTogether } from '../../people/households.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { visitOfPayout } from './helping.ts'
import { namedOut } from './shown.ts'
import { visitMeant } from './who-went.ts'

/** A household has a handful at a time. */
const mostShown = 20

const slipsSql = `select l.batch_id as "batch", l.position as "line", i.fund_id as "fund",
    i.beneficiary_id as "beneficiary", i.amount_minor as "amount_minor", a.case_id as "case_id"
  from batch_line as l
  join batch as b on b.id = l.batch_id and b.form <> 'bank'
  join batch_release as e on e.batch_id = l.batch_id
  join instalment as i on i.id = l.instalment_id
  join award as a on a.id = i.award_id
  where i.beneficiary_id in (select value from json_each(+?))
    and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)
    and not exists (select 1 from batch_line_result as r where r.line_id = l.id)
  order by l.id limit ${mostShown}`

interface SlipRow {
  readonly batch: BatchId
  readonly line: number
  readonly fund: FundId
  readonly beneficiary: PartyId
  readonly amount_minor: Minor
  readonly case_id: CaseId
}

const slipOut = z.object({
  batch: z.string(),
  line: z.number(),
  case: z.string(),
  beneficiary: personOut,
  currency: z.string(),
  amount: amountOut,
})

const payoutOut = z.object({
  payout: z.number(),
  case: z.string(),
  beneficiary: personOut,
  currency: z.string(),
  amount: amountOut,
  paid_on: dayOut,
  /** This reader may say at the visit whether it arrived: nobody has, and they had no hand in it. */
  may_ask: z.boolean(),
})

function slipsFor(view: View, household: string): z.output<typeof slipOut>[] {
  const found = view.all(slipsSql, [household]) as unknown as SlipRow[]
  return found
    .filter(({ fund }) => reachesFund(view, fund))
    .map((row) => {
      const { currency } = fundById(view, row.fund)
      return {
        batch: batchById(view, row.batch).number,
        line: row.line,
        case: caseRef(row.case_id),
        beneficiary: personShown(view, row.beneficiary),
        currency,
        amount: amountText(row.amount_minor, currency),
      }
    })
}

const askedSql = 'select 1 as "found" from delivery_confirmation as d where d.payout_id = +?'

function payoutsFor(view: View, household: string): z.output<typeof payoutOut>[] {
  const among = `p.beneficiary_id in (select value from json_each(+?)) and ${standsSql}`
  return paidWhere(view, among, [household])
    .filter(({ payout, fund_id }) => {
      return reachesFund(view, fund_id) && visitOfPayout(view, payout) === null
    })
    .slice(-mostShown)
    .toReversed()
    .map((paid) => {
      const { currency } = fundById(view, paid.fund_id)
      return {
        payout: paid.payout,
        case: caseRef(paid.case_id),
        beneficiary: personShown(view, paid.beneficiary_id),
        currency,
        amount: amountText(paid.amount_minor, currency),
        paid_on: paid.paid_on,
        may_ask: view.first(askedSql, [paid.payout]) === undefined && !hadAHand(view, paid),
      }
    })
}

export const toHandOver = query({
  name: 'visits.to_hand_over',
  summary:
    'Lists what a visit to somebody may tell of: kinds of need, payments to hand over or ask about',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'GET', path: '/visits/to-hand-over' },
  input: z.strictObject({
    /** Whose visit it is; or else the person or body that it is to. */
    pair: idField.optional(),
    party: z.string().max(40).optional(),
  }),
  output: z.object({
    /** Kinds of need by the policy where the visit belongs. */
    kinds: z.array(z.object({ code: z.string(), name: namedOut })),
    /** Cash and goods that are released and not signed for. */
    slips: z.array(slipOut),
    /** Payouts of cases that no visit has handed over, newest first. */
    payouts: z.array(payoutOut),
  }),
  run: (view, asked) => {
    const { party, unit } = visitMeant(view, asked)
    const household = JSON.stringify(helpedTogether(view, party, view.today))
    const { kinds } = policyInForce(view, 'pairing', { unit, on: view.today }).body
    return {
      kinds: kinds.map(({ code, name }) => ({ code, name })),
      slips: slipsFor(view, household),
      payouts: payoutsFor(view, household),
    }
  },
})
