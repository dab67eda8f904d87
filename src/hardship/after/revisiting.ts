/** Visiting households again after they were helped (handbook A5, 回访), and when that is due. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role, type View } from '../../book/registry.ts'
import { addMonths, type Day } from '../../kit/day.ts'
import type { CaseId } from '../../kit/ids.ts'
import { build, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { advance } from '../cases/advance.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import {
  actsOfCase,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  stepOf,
  workflowOf,
} from '../cases/rows.ts'
import { fileStanding } from '../files/files.ts'
import { revisitDay, revisitNotPaid } from './refusals.ts'

/** As it was, better, worse, or so much better that it needs no more help. */
export const revisitOutcomes = ['as_before', 'better', 'worse', 'improved'] as const

const visitors: readonly Role[] = [
  'owner',
  'fund_administrator',
  'approver',
  'committee_member',
  'pairing_coordinator',
]

const ofCase = prepare((p: { id: CaseId }) =>
  build.selectFrom('revisit').selectAll().where('case_id', '=', p.id).orderBy('id'),
)

/** The visits to a household after a case of it was paid, oldest first. */
export function revisitsOf(reader: Reader, id: CaseId): Row<'revisit'>[] {
  return rows(reader, ofCase, { id })
}

export const record = command({
  name: 'revisits.record',
  summary: 'Records a visit to a household after it was helped: what was found, when to come again',
  may: visitors,
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/revisits' },
  input: z.strictObject({
    case: idField,
    /** Today unless said. */
    visited_on: dayField.optional(),
    outcome: z.enum(revisitOutcomes),
    findings: reasonField.optional(),
    /** When to come again; not, unless said. */
    next_on: dayField.optional(),
  }),
  output: z.object({
    case: z.number(),
    /** The file of the household, which is proposed to be taken off the list; null where it is not. */
    delist: z.number().nullable(),
  }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const theCase = caseWithId(act, input.case)
    const visited_on = input.visited_on ?? act.today
    requireVisitable(act, theCase, { visited_on, next_on: input.next_on })
    requireNoInterestInCases(act, [theCase])
    insert(act, 'revisit', {
      id: nextId(act, 'revisit'),
      case_id: theCase.id,
      visited_on,
      outcome: input.outcome,
      findings_detail_id:
        input.findings === undefined ? null : keepDetail(act, 'revisit_findings', input.findings),
      next_on: input.next_on ?? null,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    toNextStep(act, theCase, visited_on)
    const listed = fileStanding(act, theCase.file_id).in_hardship === 1
    const delist = input.outcome === 'improved' && listed ? theCase.file_id : null
    return { case: theCase.id as number, delist: delist as number | null }
  },
})

/** Refuses `revisit.not_paid` and `revisit.day`. */
function requireVisitable(
  act: Act,
  theCase: HardshipCase,
  {
    visited_on,
    next_on = null,
  }: { readonly visited_on: Day; readonly next_on?: Day | undefined | null },
): void {
  const { state } = standingOf(act, theCase.id)
  if (state !== 'awarded' && state !== 'paid') {
    throw revisitNotPaid({ case: caseRef(theCase.id), state })
  }
  const { today } = act
  if (visited_on > today) throw revisitDay({ visited_on, next_on: null, today })
  if (next_on !== null && next_on <= today) throw revisitDay({ visited_on, next_on, today })
}

/** Another visit that the workflow asks for is waited for from now on. */
function toNextStep(act: Act, theCase: HardshipCase, on: Day): void {
  const standing = standingOf(act, theCase.id)
  const { steps } = workflowOf(act, theCase)
  if (standing.state !== 'paid' || standing.step_kind !== 'revisit') return
  if (standing.step + 1 < steps.length) advance(act, theCase, { act: 'passed', on })
}

/**
 * The day on which a case asks for a visit, or null. The newest visit says when the next one is; before any, the step of
 * the workflow counts its months from the day on which all of it was paid.
 */
export function visitDueOn(reader: Reader | View, theCase: HardshipCase): Day | null {
  const standing = standingOf(reader, theCase.id)
  if (standing.state !== 'paid' && standing.state !== 'awarded') return null
  const newest = revisitsOf(reader, theCase.id).at(-1)
  const arrived = actsOfCase(reader, theCase.id).at(-1)!.event_seq
  if (newest && (newest.event_seq > arrived || newest.next_on !== null)) return newest.next_on
  const step = stepOf(reader, theCase, standing)
  if (standing.state !== 'paid' || step.kind !== 'revisit') return newest?.next_on ?? null
  return addMonths(standing.since_on, step.after_months)
}
