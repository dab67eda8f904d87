/** Recording visits for the office, and taking back what was recorded by mistake. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { requireAskable, writeArrival } from '../../hardship/after/confirming.ts'
import { paidWithId } from '../../hardship/after/paid.ts'
import type { Day } from '../../kit/day.ts'
import { helpedTogether } from '../../people/households.ts'
import { partyRef } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { officeFields } from './fields.ts'
import { recordVisit, type VisitOf } from './recording.ts'
import {
  visitCarriedSlip,
  visitConfirmed,
  visitPayoutOfAnother,
  visitTakenBack,
} from './refusals.ts'
import { confirmationOfVisit, endOfVisit, type Visit, visitRef, visitWithId } from './rows.ts'
import { visitMeant } from './who-went.ts'

/** More payouts than this are not asked about at one visit. */
const mostArrivals = 20

const arrivalField = z.strictObject({
  payout: idField,
  received: z.boolean(),
  /** The answer to: did anyone ask you to return it? */
  asked_back: z.boolean().default(false),
})
type ArrivalTold = z.output<typeof arrivalField>

export const record = command({
  name: 'visits.record',
  summary: 'Records a visit or a call: who was met, what was wanted and given, what is to be done',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/visits' },
  input: z.strictObject({
    /** Whose visit it was; or else the person or body that it was to. */
    pair: idField.optional(),
    party: z.string().max(40).optional(),
    /** Without a pair: which helper went; nobody’s but the office’s unless said. */
    helper: idField.optional(),
    /** Of a pair: somebody of the office went, and not its helper. */
    by_office: z.boolean().default(false),
    ...officeFields,
    /** Whether money of the book arrived, by what was said at the visit. */
    arrivals: z
      .array(arrivalField)
      .max(mostArrivals)
      .refine(
        (all) => new Set(all.map(({ payout }) => payout)).size === all.length,
        'a payout is named twice',
      )
      .default([]),
  }),
  output: z.object({
    visit: z.number(),
    reference: z.string(),
    /** The payout that its slip closed, or null. */
    payout: z.number().nullable(),
    follow_ups: z.array(z.number()),
  }),
  subject: ({ visit }) => `visit/${visit}`,
  run: (act, { pair, party, helper, by_office, arrivals, ...given }) => {
    const of = visitMeant(act, { pair, party, helper, by_office })
    const asked = askedOf(act, of, arrivals, given.visited_on ?? act.today)
    const { visit, payout, follow_ups } = recordVisit(act, of, given)
    for (const one of asked) writeArrival(act, one.paid, one.arrival)
    return {
      visit: visit as number,
      reference: visitRef(visit),
      payout,
      follow_ups: [...follow_ups],
    }
  },
})

/** The payouts of which it was said whether they arrived. Refuses `visit.payout_of_another` and what asking refuses. */
function askedOf(act: Act, { party }: VisitOf, arrivals: readonly ArrivalTold[], on: Day) {
  const household = arrivals.length > 0 ? helpedTogether(act, party, act.today) : []
  return arrivals.map(({ payout, ...told }) => {
    const paid = paidWithId(act, payout)
    if (!household.includes(paid.beneficiary_id)) {
      throw visitPayoutOfAnother({ payout, party: partyRef(party) })
    }
    requireAskable(act, [paid], on)
    return { paid, arrival: { how: 'visit', on, ...told } as const }
  })
}

const slipSql = `select 1 as "found" from visit_help as h
  join batch_line_result as r on r.payout_id = h.payout_id
  join batch_line_slip as s on s.line_id = r.line_id
  where h.visit_id = +? and s.event_seq = +? limit 1`

/** Refuses `visit.taken_back`, `visit.confirmed` where the household said it was so, `visit.carried_slip`. */
function requireTakeable(act: Act, { id, event_seq }: Visit): void {
  const visit = visitRef(id)
  if (endOfVisit(act, id)) throw visitTakenBack({ visit })
  if (confirmationOfVisit(act, id)?.agreed === 1) throw visitConfirmed({ visit })
  if (act.first(slipSql, [id, event_seq])) throw visitCarriedSlip({ visit })
}

export const withdraw = command({
  name: 'visits.withdraw',
  summary: 'Takes back a visit that was recorded by mistake; it stays in the book as such',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/visits/{visit}/withdrawal' },
  input: z.strictObject({ visit: idField, reason: reasonField }),
  output: z.object({ visit: z.number() }),
  subject: ({ visit }) => `visit/${visit}`,
  run: (act, input) => {
    const visit = visitWithId(act, input.visit)
    requireTakeable(act, visit)
    insert(act, 'visit_end', {
      id: nextId(act, 'visit_end'),
      visit_id: visit.id,
      reason_detail_id: keepDetail(act, 'visit_reason', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { visit: visit.id as number }
  },
})
