/**
 * Workflows (handbook A5): the ordered steps that a case goes through from application to award and after. The order,
 * and which steps there are, differ from place to place, so they are data.
 */
import { z } from 'zod'
import { codeField, nameField } from '../book/fields.ts'
import { mostRows, wholeField } from './fields.ts'

export const stepKinds = [
  'verify',
  'home_visit',
  'deliberate',
  'review',
  'checks',
  'notice',
  'approve',
  'pay',
  'revisit',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Steps that come before the award, and those that come after it. */
const afterAward: readonly StepKind[] = ['pay', 'revisit']

const stepField = z.discriminatedUnion('kind', [
  /** The branch looks at what was written and at the documents. */
  z.strictObject({ kind: z.literal('verify') }),
  z.strictObject({ kind: z.literal('home_visit') }),
  /** The committee votes on it at a sitting. */
  z.strictObject({ kind: z.literal('deliberate') }),
  /** The level above looks it through. */
  z.strictObject({ kind: z.literal('review') }),
  /** Standing checks (A3): each passes, fails, or is waived with a reason. */
  z.strictObject({
    kind: z.literal('checks'),
    checks: z
      .array(z.strictObject({ code: codeField, name: nameField }))
      .min(1)
      .max(mostRows)
      .refine(
        (checks) => new Set(checks.map(({ code }) => code)).size === checks.length,
        'a check is named twice',
      ),
  }),
  /** The stage of the policy on notice that runs here; its length and days are said there. */
  z.strictObject({ kind: z.literal('notice'), level: z.enum(['unit', 'upper']) }),
  z.strictObject({ kind: z.literal('approve') }),
  z.strictObject({ kind: z.literal('pay') }),
  /** So many months after the payment the household is visited again. */
  z.strictObject({ kind: z.literal('revisit'), after_months: wholeField(1, 120) }),
])
export type WorkflowStep = z.output<typeof stepField>

const mostSteps = 20

const workflowField = z
  .strictObject({
    code: codeField,
    name: nameField,
    steps: z.array(stepField).min(2).max(mostSteps),
    /** Within so many working days it is decided; waiting for the applicant does not count. Null: no limit. */
    decide_within_days: wholeField(1, 366).nullable(),
    /** Small help may be paid first and be ratified within so many days after; null: never. */
    ratify_within_days: wholeField(1, 366).nullable(),
  })
  .superRefine(({ steps }, context) => {
    for (const problem of problemsOf(steps)) {
      context.addIssue({ code: 'custom', path: ['steps'], message: problem })
    }
  })
export type Workflow = z.output<typeof workflowField>

/** What keeps an order of steps from being a workflow. */
function problemsOf(steps: readonly WorkflowStep[]): string[] {
  const kinds = steps.map(({ kind }) => kind)
  const approve = kinds.indexOf('approve')
  const count = (kind: StepKind) => kinds.filter((one) => one === kind).length
  const problems: string[] = []
  if (count('approve') !== 1) problems.push('approve once')
  if (count('pay') !== 1) problems.push('pay once')
  if (count('deliberate') > 1) problems.push('deliberate once at most')
  // All that is checked stands in one place: a case has one outcome of each check.
  if (count('checks') > 1) problems.push('checks once at most')
  if (kinds.some((kind, at) => afterAward.includes(kind) && at < approve)) {
    problems.push('pay and revisit after the approval')
  }
  if (kinds.some((kind, at) => !afterAward.includes(kind) && at > approve)) {
    problems.push('nothing but pay and revisit comes after the approval')
  }
  if (count('revisit') > 0 && kinds.indexOf('revisit') < kinds.indexOf('pay')) {
    problems.push('revisit after the payment')
  }
  const levels = steps.flatMap((step) => (step.kind === 'notice' ? [step.level] : []))
  if (new Set(levels).size !== levels.length) problems.push('one notice at each level')
  return problems
}

export const workflowsBody = z.strictObject({
  workflows: z
    .array(workflowField)
    .min(1)
    .max(mostRows)
    .refine(
      (workflows) => new Set(workflows.map(({ code }) => code)).size === workflows.length,
      'a workflow is named twice',
    ),
})
export type Workflows = z.output<typeof workflowsBody>

/** The short form that holds everywhere: apply, verify, approve, pay. */
export const neutralWorkflows: Workflows = {
  workflows: [
    {
      code: 'standard',
      name: 'Standard',
      steps: [{ kind: 'verify' }, { kind: 'approve' }, { kind: 'pay' }],
      decide_within_days: null,
      ratify_within_days: 30,
    },
  ],
}

/** The workflow with a code, or undefined. */
export function workflowWithCode({ workflows }: Workflows, code: string): Workflow | undefined {
  return workflows.find((workflow) => workflow.code === code)
}
