/** Standing checks of cases (handbook A3): each passes, fails, or is waived by an approver with a reason. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { codeField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, holdsAny, type Role } from '../../book/registry.ts'
import type { CaseId } from '../../kit/ids.ts'
import { build, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { casesGiven } from '../cases/given.ts'
import { casesNone } from '../cases/refusals.ts'
import { caseRef, type HardshipCase, workflowOf } from '../cases/rows.ts'
import { actedOn, actedOut, keptFor, meantAt, passAll } from './acting.ts'
import {
  caseCheckFailed,
  caseChecksOpen,
  caseCheckUnknown,
  caseWaiverNeedsApprover,
  caseWaiverNeedsReason,
} from './refusals.ts'
import { requireVisited } from './visits.ts'

export const checkOutcomes = ['pass', 'fail', 'waived'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

const checkers: readonly Role[] = ['owner', 'fund_administrator', 'approver']
const waivers: readonly Role[] = ['owner', 'approver']

/** The exclusions of a measure are a handful; a hundred is more than anybody looks at. */
const mostOutcomes = 100

const checksBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_check').selectAll().where('case_id', '=', p.id).orderBy('id'),
)

/** What was recorded of each check of a case last, by its code. */
export function outcomesOf(reader: Reader, id: CaseId): ReadonlyMap<string, Row<'case_check'>> {
  return new Map(rows(reader, checksBy, { id }).map((row) => [row.code, row]))
}

/** The standing checks that the workflow of a case has; none where it has no such step. */
export function checksOf(reader: Reader, theCase: HardshipCase): { code: string; name: string }[] {
  return workflowOf(reader, theCase).steps.flatMap((step) =>
    step.kind === 'checks' ? step.checks : [],
  )
}

function checksStanding(reader: Reader, theCase: HardshipCase) {
  const outcomes = outcomesOf(reader, theCase.id)
  const checks = checksOf(reader, theCase)
  const named = (outcome: CheckOutcome | undefined) =>
    checks.filter(({ code }) => outcomes.get(code)?.outcome === outcome).map(({ name }) => name)
  return { open: named(undefined), failed: named('fail') }
}

/** Refuses `case.check_failed` and `case.checks_open`: each check of its workflow has passed or was waived. */
export function requireChecksClear(act: Act, theCase: HardshipCase): void {
  const { open, failed } = checksStanding(act, theCase)
  if (failed.length > 0) throw caseCheckFailed({ case: caseRef(theCase.id), checks: failed })
  if (open.length > 0) throw caseChecksOpen({ case: caseRef(theCase.id), checks: open })
}

const outcomeField = z.strictObject({
  check: codeField,
  outcome: z.enum(checkOutcomes),
  reason: reasonField.optional(),
})

export const recordChecks = command({
  name: 'cases.record_checks',
  summary:
    'Records the outcome of standing checks on cases; a check is waived by an approver with a reason',
  may: checkers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/checks' },
  input: z.strictObject({
    ...casesGiven,
    outcomes: z
      .array(outcomeField)
      .min(1)
      .max(mostOutcomes)
      .refine(
        (outcomes) => new Set(outcomes.map(({ check }) => check)).size === outcomes.length,
        'a check is named twice',
      ),
  }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, { outcomes, ...input }) => {
    const { cases, left_out } = meantAt(act, input, 'checks')
    for (const one of cases) requireKnown(act, one, outcomes)
    for (const one of outcomes) requireMayWaive(act, one)
    const actor = principalOf(act, act.caller.actor)
    for (const { id: case_id } of cases) {
      for (const { check: code, outcome, reason } of outcomes) {
        const reason_detail_id = keptFor(act, 'case_check', reason)
        const id = nextId(act, 'case_check')
        const row = { id, case_id, code, outcome, reason_detail_id, actor, event_seq: act.seq }
        insert(act, 'case_check', row)
      }
    }
    return actedOn(cases, left_out)
  },
})

type Outcome = z.output<typeof outcomeField>

function requireKnown(act: Act, theCase: HardshipCase, outcomes: readonly Outcome[]): void {
  const checks = checksOf(act, theCase).map(({ code }) => code)
  const unknown = outcomes.find(({ check }) => !checks.includes(check))
  if (unknown) throw caseCheckUnknown({ case: caseRef(theCase.id), check: unknown.check, checks })
}

function requireMayWaive(act: Act, { check, outcome, reason }: Outcome): void {
  if (outcome !== 'waived') return
  if (!holdsAny(act.caller, waivers)) throw caseWaiverNeedsApprover({ check })
  if (reason === undefined) throw caseWaiverNeedsReason({ check })
}

export const passChecks = command({
  name: 'cases.pass_checks',
  summary:
    'Lets cases go on of which every standing check has passed or was waived; of a list those alone',
  may: checkers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/clearances' },
  input: z.strictObject({ ...casesGiven }),
  output: actedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, input) => {
    const meant = meantAt(act, input, 'checks')
    const clear = meant.cases.filter((one) => isMeantOrClear(act, one, input.cases ?? []))
    if (clear.length === 0) throw casesNone({})
    for (const one of clear) requireChecksClear(act, one)
    requireVisited(act, clear)
    passAll(act, clear)
    return actedOn(clear, meant.left_out)
  },
})

/** Of a list those that are clear; whoever names a case is told what is missing. */
function isMeantOrClear(act: Act, theCase: HardshipCase, named: readonly number[]): boolean {
  if (named.includes(theCase.id)) return true
  const { open, failed } = checksStanding(act, theCase)
  return open.length + failed.length === 0
}
