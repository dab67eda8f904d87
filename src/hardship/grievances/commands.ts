/** Grievances about cases and appeals against refusals (handbook A9, F3), decided by who had no part in the case. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { GrievanceId } from '../../kit/ids.ts'
import { dayInFuture } from '../../ledger/refusals.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { advance } from '../cases/advance.ts'
import { proposeAgain } from '../cases/again.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import {
  caseById,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  workflowOf,
} from '../cases/rows.ts'
import {
  grievanceDecided,
  grievanceNothingToAppeal,
  grievanceOpen,
  grievanceOwnPart,
  grievanceStep,
} from './refusals.ts'
import { endOfGrievance, grievancesOf, grievanceWithId, hadPart } from './rows.ts'

export const file = command({
  name: 'grievances.file',
  summary: 'Records a grievance about a case, or an appeal against its refusal',
  may: ['owner', 'fund_administrator', 'approver', 'committee_member', 'pairing_coordinator'],
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/grievances' },
  // Who complains is seldom one of many: a plain digest of it could be found by trying names.
  seals: true,
  input: z.strictObject({
    case: idField,
    kind: z.enum(['grievance', 'appeal']),
    from: nameField.optional(),
    text: reasonField,
    received_on: dayField.optional(),
  }),
  output: z.object({ grievance: z.number(), case: z.number() }),
  subject: ({ grievance }) => `grievance/${grievance}`,
  run: (act, input) => {
    const theCase = caseWithId(act, input.case)
    const on = input.received_on ?? act.today
    if (on > act.today) throw dayInFuture({ day: on, today: act.today })
    requireMayBeFiled(act, theCase, input.kind)
    return { grievance: writeGrievance(act, theCase, input, on), case: theCase.id }
  },
})

/** Refuses `grievance.nothing_to_appeal` and, for a second appeal before the first is decided, `grievance.open`. */
export function requireMayBeFiled(
  act: Act,
  theCase: HardshipCase,
  kind: 'grievance' | 'appeal',
): void {
  if (kind === 'grievance') return
  const { state } = standingOf(act, theCase.id)
  const ref = caseRef(theCase.id)
  if (state !== 'refused') throw grievanceNothingToAppeal({ case: ref, state })
  const open = grievancesOf(act, theCase.id).find(
    (one) => one.kind === 'appeal' && one.outcome === null,
  )
  if (open) throw grievanceOpen({ case: ref, grievance: open.id })
}

/** What somebody says against a case. */
export interface Complaint {
  readonly kind: 'grievance' | 'appeal'
  readonly from?: string | undefined
  readonly text: string
}

/** Writes a grievance that may be filed. */
export function writeGrievance(
  act: Act,
  theCase: HardshipCase,
  { kind, from, text }: Complaint,
  on: Day,
): GrievanceId {
  const id = nextId(act, 'grievance')
  insert(act, 'grievance', {
    id,
    case_id: theCase.id,
    kind,
    from_detail_id: from === undefined ? null : keepDetail(act, 'grievance_from', from),
    text_detail_id: keepDetail(act, 'grievance', text),
    received_on: on,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}

/** Refuses `grievance.own_part` and `case.interest`. */
export function requireNoPart(asker: View | Act, theCase: HardshipCase): void {
  if (hadPart(asker, theCase)) throw grievanceOwnPart({ case: caseRef(theCase.id) })
  requireNoInterestInCases(asker, [theCase])
}

/** The steps of a case to which it may go back: those before the award. */
export function stepsToReopenAt(asker: View | Act, theCase: HardshipCase) {
  const { steps } = workflowOf(asker, theCase)
  return steps.slice(0, steps.findIndex(({ kind }) => kind === 'approve') + 1)
}

const outcomes = ['upheld', 'dismissed', 'withdrawn'] as const

export const decide = command({
  name: 'grievances.decide',
  summary: 'Decides a grievance or an appeal; an appeal upheld has the case looked at again',
  may: ['owner', 'fund_administrator', 'approver', 'committee_member'],
  reach: 'units',
  route: { method: 'POST', path: '/grievances/{grievance}/decision' },
  input: z.strictObject({
    grievance: idField,
    outcome: z.enum(outcomes),
    reason: reasonField,
    /** The step from which the case is looked at again, counted from 0; the first one unless said. */
    step: z.coerce.number().int().min(0).max(20).default(0),
  }),
  output: z.object({
    grievance: z.number(),
    case: z.number(),
    outcome: z.enum(outcomes),
    /** Whether the case is open again. */
    reopened: z.boolean(),
  }),
  subject: ({ grievance }) => `grievance/${grievance}`,
  run: (act, input) => {
    const grievance = grievanceWithId(act, input.grievance)
    const theCase = caseById(act, grievance.case_id)
    const end = endOfGrievance(act, grievance.id)
    if (end) throw grievanceDecided({ grievance: grievance.id, outcome: end.outcome })
    requireNoPart(act, theCase)
    const most = stepsToReopenAt(act, theCase).length - 1
    if (input.step > most) throw grievanceStep({ step: input.step, most })
    const reason = keepDetail(act, 'grievance_reason', input.reason)
    insert(act, 'grievance_end', {
      id: nextId(act, 'grievance_end'),
      grievance_id: grievance.id,
      outcome: input.outcome,
      reason_detail_id: reason,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const refused = standingOf(act, theCase.id).state === 'refused'
    const reopened = grievance.kind === 'appeal' && input.outcome === 'upheld' && refused
    if (reopened) {
      advance(act, theCase, { act: 'reopened', step: input.step, reason })
      proposeAgain(act, theCase)
    }
    return { grievance: grievance.id, case: theCase.id, outcome: input.outcome, reopened }
  },
})
