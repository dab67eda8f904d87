/** Commands of the steps before a decision: verification, home visit, review by the level above. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { keepDetail } from '../../book/details.ts'
import { dayField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import { inScope, unitsBelow } from '../../book/scope.ts'
import type { UnitId } from '../../kit/ids.ts'
import { unitById } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { casesGiven, casesMeant } from '../cases/given.ts'
import { caseNotInState } from '../cases/refusals.ts'
import { caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'
import { actedOn, actedOut, meantAt, passAll } from './acting.ts'
import { caseNotFromAbove, caseVisitInFuture } from './refusals.ts'
import { requireVisited } from './visits.ts'

/** Who looks at what was written: those who keep the files, and those who will decide. */
const verifiers: readonly Role[] = ['owner', 'fund_administrator', 'approver', 'committee_member']
/** Who goes to households. */
const visitors: readonly Role[] = [...verifiers, 'pairing_coordinator']

export const verify = command({
  name: 'cases.verify',
  summary:
    'Verifies cases: what was written and the documents agree; they go on to their next step',
  may: verifiers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/verifications' },
  input: z.strictObject({ ...casesGiven, note: reasonField.optional() }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { note, ...input }) => {
    const { cases, left_out } = meantAt(act, input, 'verify')
    requireVisited(act, cases)
    passAll(act, cases, note)
    return actedOn(cases, left_out)
  },
})

export const recordHomeVisit = command({
  name: 'cases.record_home_visit',
  summary:
    'Records a visit to households before their cases are decided; those that wait for it go on to their next step',
  may: visitors,
  reach: 'units',
  route: { method: 'POST', path: '/cases/home-visits' },
  input: z.strictObject({
    ...casesGiven,
    /** Today when left out. */
    visited_on: dayField.optional(),
    findings: reasonField,
  }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { visited_on = act.today, findings, ...input }) => {
    const found = casesMeant(act, input, 'home_visit')
    const waiting = found.filter((one) => isWaitingForVisit(act, one))
    requireNoInterestInCases(act, found)
    requireAnotherHand(act, found)
    if (visited_on > act.today) throw caseVisitInFuture({ day: visited_on, today: act.today })
    for (const { id } of found) {
      insert(act, 'home_visit', {
        id: nextId(act, 'home_visit'),
        case_id: id,
        visited_on,
        findings_detail_id: keepDetail(act, 'home_visit', findings),
        actor: principalOf(act, act.caller.actor),
        event_seq: act.seq,
      })
    }
    passAll(act, waiting)
    return actedOn(found)
  },
})

/** Whether a case waits for the visit; refuses `case.not_in_state` where it is not open any more. */
function isWaitingForVisit(act: Act, { id }: HardshipCase): boolean {
  const { state, step_kind } = standingOf(act, id)
  if (state !== 'open') throw caseNotInState({ case: caseRef(id), state, act: 'visited' })
  return step_kind === 'home_visit'
}

export const review = command({
  name: 'cases.review',
  summary:
    'Reviews cases from the level above, or for the whole organisation; they go on to their next step',
  may: verifiers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/reviews' },
  input: z.strictObject({ ...casesGiven, note: reasonField.optional() }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { note, ...input }) => {
    const { cases, left_out } = meantAt(act, input, 'review')
    requireFromAbove(act, cases)
    requireVisited(act, cases)
    passAll(act, cases, note)
    return actedOn(cases, left_out)
  },
})

/**
 * Refuses `case.not_from_above` for whoever has no role that reviews in a unit above that of the case, or in the whole
 * organisation: the unit that proposes does not review itself.
 */
function requireFromAbove(act: Act, cases: readonly HardshipCase[]): void {
  const grants = act.caller.grants.filter(({ role }) => verifiers.includes(role))
  if (grants.some(({ unit }) => unit === null)) return
  const above = new Map<UnitId, ReadonlySet<UnitId>>()
  for (const { unit } of grants) {
    if (unit !== null) above.set(unit, unitsBelow(act, [unit]))
  }
  for (const { id, unit_id } of cases) {
    const isBelow = [...above].some(
      ([unit, reached]) => unit !== unit_id && inScope(reached, unit_id),
    )
    if (isBelow) continue
    const unit = unit_id === null ? organisationOf(act).name : unitById(act, unit_id).name
    throw caseNotFromAbove({ case: caseRef(id), unit })
  }
}
