/** Ratifying what was awarded in an emergency, or declining to: then what was paid is claimed back. */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { InstalmentId } from '../../kit/ids.ts'
import { subtractMinor } from '../../kit/money.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { deciderRoles } from '../caps/above.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { casesMeant } from '../cases/given.ts'
import { caseRef, type HardshipCase, versionOfCase, workflowOf } from '../cases/rows.ts'
import { actedOn, actedOut, keptFor } from '../flow/acting.ts'
import { ratifiedSince } from '../sittings/decisions.ts'
import { type Award, awardOf, endOfAward, ratificationOf } from './awards.ts'
import { claimedOf, claimPayout } from './clawbacks.ts'
import { decidingOn, requireNotYet } from './deciding.ts'
import { endAward, partsOf } from './ending.ts'
import { instalmentsOf } from './instalments.ts'
import {
  awardNoEmergency,
  awardNone,
  awardNotAsDecided,
  awardRatified,
  awardReasonNeeded,
  caseNoDecision,
} from './refusals.ts'

/** The last day on which an emergency is ratified in time, by the workflow under which the case was entered. */
export function ratifyBy(reader: Reader, theCase: HardshipCase, { approved_on }: Award): Day {
  return addDays(approved_on, workflowOf(reader, theCase).ratify_within_days ?? 0)
}

/** What the committee said of it since it was awarded; undefined where it has not. */
type Said = ReturnType<typeof ratifiedSince>

/**
 * What has to be there before an emergency is ratified or not. Refuses `award.none`, `award.no_emergency`,
 * `award.ratified`, `case.approved_already` for whoever agreed to it; `case.no_decision` where the committee decides on
 * such an amount and has not, `award.not_as_decided` where it decided otherwise.
 */
function requireRatifiable(
  act: Act,
  theCase: HardshipCase,
  ratified: boolean,
): { readonly award: Award; readonly said: Said } {
  const ref = caseRef(theCase.id)
  const award = awardOf(act, theCase.id)
  if (!award) throw awardNone({ case: ref })
  if (award.emergency === 0) throw awardNoEmergency({ case: ref })
  if (ratificationOf(act, award.id)) throw awardRatified({ case: ref })
  const version = versionOfCase(act, theCase.id)
  requireNotYet(act, theCase, version)
  const said = ratifiedSince(act, theCase.id, award.event_seq)
  const { decidedBy } = decidingOn(act, theCase, version)
  if (decidedBy === 'committee' && !said) throw caseNoDecision({ case: ref })
  if (said && said.ratified !== ratified) {
    const decided = said.ratified ? 'ratified' : 'not_ratified'
    throw awardNotAsDecided({ case: ref, decided, on: said.on })
  }
  return { award, said }
}

const payoutOf = prepare((p: { instalment: InstalmentId }) =>
  build
    .selectFrom('batch_line as l')
    .innerJoin('batch_line_result as r', 'r.line_id', 'l.id')
    .innerJoin('payout as o', 'o.id', 'r.payout_id')
    .leftJoin('batch_line_bounce as b', 'b.line_id', 'l.id')
    .selectAll('o')
    .where('l.instalment_id', '=', p.instalment)
    .where('b.id', 'is', null),
)

/** What was paid of an award is claimed back, what is owed is undone. Answers how many claims were made. */
function undo(act: Act, theCase: HardshipCase, award: Award, reason: string): number {
  const { paid, owed } = partsOf(act, theCase, award)
  const allMade = instalmentsOf(act, award.id).length === award.instalments
  if (!endOfAward(act, award.id) && (owed.length > 0 || !allMade)) {
    endAward(act, theCase, { cause: 'not_ratified', on: act.today, reason })
  }
  let claims = 0
  for (const instalment of paid) {
    const payout = first(act, payoutOf, { instalment: instalment.id })!
    const amountMinor = subtractMinor(payout.amount_minor, claimedOf(act, payout.id))
    if (amountMinor === 0) continue
    const paidOnCase = { payout, instalment: instalment.id, theCase }
    claimPayout(act, paidOnCase, { amountMinor, cause: 'not_ratified', reason, until: null })
    claims += 1
  }
  return claims
}

/** A quarter's emergencies are ratified at one sitting. */
const mostCases = 1_000

export const ratify = command({
  name: 'awards.ratify',
  summary:
    'Ratifies what was awarded in an emergency, or declines to; then it is undone and claimed back',
  may: deciderRoles,
  reach: 'units',
  route: { method: 'POST', path: '/awards/ratifications' },
  input: z.strictObject({
    cases: z.array(idField).min(1).max(mostCases),
    ratified: z.boolean(),
    /** Needed where it is not ratified. */
    reason: reasonField.optional(),
  }),
  output: actedOut.extend({
    /** How many were ratified, or not, after their time. */
    late: z.number(),
    /** Payouts that are claimed back by this. */
    claims: z.number(),
  }),
  subject: (output) => `case/${output.first}`,
  run: (act, input) => {
    const cases = casesMeant(act, { cases: input.cases }, 'pay')
    requireNoInterestInCases(act, cases)
    requireAnotherHand(act, cases)
    let [late, claims] = [0, 0]
    for (const one of cases) {
      const { award, said } = requireRatifiable(act, one, input.ratified)
      const { reason } = input
      if (!input.ratified && reason === undefined)
        throw awardReasonNeeded({ case: caseRef(one.id) })
      const isLate = act.today > ratifyBy(act, one, award)
      insert(act, 'award_ratification', {
        id: nextId(act, 'award_ratification'),
        award_id: award.id,
        ratified: input.ratified ? 1 : 0,
        late: isLate ? 1 : 0,
        ballot_id: said?.ballot ?? null,
        reason_detail_id: keptFor(act, 'ratification_reason', reason),
        actor: principalOf(act, act.caller.actor),
        event_seq: act.seq,
      })
      if (isLate) late += 1
      if (!input.ratified) claims += undo(act, one, award, reason!)
    }
    return { ...actedOn(cases), late, claims }
  },
})
