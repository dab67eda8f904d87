/** Turning a case back or away: returned to an earlier step, refused by a rule, withdrawn. */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import type { CaseId } from '../../kit/ids.ts'
import { registrars } from '../../people/commands.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { freeReservation } from '../awards/reserving.ts'
import { advance } from '../cases/advance.ts'
import { proposeAgain } from '../cases/again.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { moves } from '../cases/moves.ts'
import { caseNotInState, casesNone } from '../cases/refusals.ts'
import { caseRef, caseWithId, type HardshipCase, standingOf, workflowOf } from '../cases/rows.ts'
import { caseNoticeOpen } from '../notices/refusals.ts'
import { noticesOfCase } from '../notices/rows.ts'
import { actedOn, actedOut, keptFor } from './acting.ts'
import { caseStepNotEarlier } from './refusals.ts'

/** By which rule a case is refused (handbook A3, A4, A9). There is none for everything else (F3). */
export const refusalRules = [
  /** It is not of the classes that the programme helps, or not of this organisation. */
  'not_eligible',
  /** A standing check failed. */
  'check_failed',
  /** The household is not in hardship. */
  'not_in_need',
  'documents_missing',
  /** It was asked after the time in which one may ask. */
  'too_late',
  /** A cap of amount, or of how often. */
  'cap_reached',
  /** Helped elsewhere for the same. */
  'helped_elsewhere',
  'false_declaration',
  /** The committee voted against it. */
  'voted_down',
  /** An objection to it was upheld. */
  'objection_upheld',
  /** The fund has no money for it. */
  'no_money',
] as const
export type RefusalRule = (typeof refusalRules)[number]

const refusers: readonly Role[] = ['owner', 'fund_administrator', 'approver']

const newestRefused = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('case_act as a')
    .leftJoin('case_refusal as r', 'r.act_id', 'a.id')
    .select(['a.id', 'a.reason_detail_id', 'r.rule'])
    .where('a.case_id', '=', p.id)
    .where('a.act', '=', 'refused')
    .orderBy('a.id', 'desc')
    .limit(1),
)

/** By which rule a case was refused last, and the text kept of it; undefined for one that never was. */
export function refusalOf(reader: Reader, id: CaseId) {
  return first(reader, newestRefused, { id })
}

/**
 * Refuses a case by a rule, and sets free what was set aside for it. `text` is the id of a text kept apart. Refuses
 * `case.not_in_state`.
 */
export function refuseCase(
  act: Act,
  theCase: HardshipCase,
  { rule, text }: { readonly rule: RefusalRule; readonly text: number | null },
): void {
  advance(act, theCase, { act: 'refused', reason: text })
  const { id: act_id } = refusalOf(act, theCase.id)!
  const id = nextId(act, 'case_refusal')
  insert(act, 'case_refusal', { id, act_id, rule, event_seq: act.seq })
  freeReservation(act, theCase)
}

/** These acts name cases: whoever turns a list away means each of it. */
const mostCases = 5_000
const namedCases = z.array(idField).min(1).max(mostCases)

function namedOnce(act: Act, cases: readonly number[]): HardshipCase[] {
  const found = [...new Set(cases)].map((id) => caseWithId(act, id))
  if (found.length === 0) throw casesNone({})
  return found
}

/** Refuses `case.not_in_state` by the table of moves. */
function requireMove(
  act: Act,
  { id }: HardshipCase,
  move: 'returned' | 'refused' | 'withdrawn',
): void {
  const { state } = standingOf(act, id)
  if (!moves[move].from.includes(state))
    throw caseNotInState({ case: caseRef(id), state, act: move })
}

export const returnToStep = command({
  name: 'cases.return_to_step',
  summary: 'Returns cases to an earlier step of their workflow, for a reason',
  may: refusers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/returns' },
  input: z.strictObject({
    cases: namedCases,
    /** The number of the step, from 1. */
    to_step: z.number().int().min(1).max(100),
    reason: reasonField,
  }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { cases: ids, to_step: step, reason }) => {
    const cases = namedOnce(act, ids)
    for (const one of cases) requireReturnable(act, one, step)
    requireNoInterestInCases(act, cases)
    requireAnotherHand(act, cases)
    for (const one of cases) {
      advance(act, one, {
        act: 'returned',
        step: step - 1,
        reason: keptFor(act, 'case_reason', reason),
      })
      proposeAgain(act, one)
      // Where its notice will run again, what was set aside by the one before is free until then.
      const { steps } = workflowOf(act, one)
      if (!steps.slice(0, step - 1).some(({ kind }) => kind === 'notice')) freeReservation(act, one)
    }
    return actedOn(cases)
  },
})

/** Refuses `case.not_in_state`, `case.step_not_earlier`, and `case.notice_open` while a notice is up. */
function requireReturnable(act: Act, theCase: HardshipCase, step: number): void {
  requireMove(act, theCase, 'returned')
  const ref = caseRef(theCase.id)
  const at = standingOf(act, theCase.id).step + 1
  if (step >= at) throw caseStepNotEarlier({ case: ref, step, at })
  const up = noticesOfCase(act, theCase.id).find(({ outcome }) => outcome === null)
  if (up) throw caseNoticeOpen({ case: ref, notice: up.id })
}

export const refuse = command({
  name: 'cases.refuse',
  summary: 'Refuses cases by a rule that is stated; what was set aside for them is free again',
  may: refusers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/refusals' },
  input: z.strictObject({
    cases: namedCases,
    rule: z.enum(refusalRules),
    /** As the applicant is told it. */
    text: reasonField,
  }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { cases: ids, rule, text }) => {
    const cases = namedOnce(act, ids)
    for (const one of cases) requireMove(act, one, 'refused')
    requireNoInterestInCases(act, cases)
    requireAnotherHand(act, cases)
    for (const one of cases) refuseCase(act, one, { rule, text: keptFor(act, 'case_reason', text) })
    return actedOn(cases)
  },
})

export const withdraw = command({
  name: 'cases.withdraw',
  summary: 'Withdraws cases as the applicant wishes; what was set aside for them is free again',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases/withdrawals' },
  input: z.strictObject({ cases: namedCases, reason: reasonField }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { cases: ids, reason }) => {
    const cases = namedOnce(act, ids)
    for (const one of cases) requireMove(act, one, 'withdrawn')
    requireNoInterestInCases(act, cases)
    for (const one of cases) {
      advance(act, one, { act: 'withdrawn', reason: keptFor(act, 'case_reason', reason) })
      freeReservation(act, one)
    }
    return actedOn(cases)
  },
})
