/** Between the form of one workflow and the policy that holds them all. */
import type { PolicyBodies } from '../../policies/kinds.ts'
import type { WorkflowStep } from '../../policies/workflows.ts'
import type { Values } from './fields.ts'
import { columnsOf } from './policy-columns.ts'
import { rowsValues } from './rows.ts'

type Workflows = PolicyBodies['workflows']
type Read = Readonly<Record<string, unknown>>

/** What the form of the workflow with a code begins with; nothing where there is none. */
export function valuesOfWorkflow({ workflows }: Workflows, code: string): Values {
  const found = workflows.find((workflow) => workflow.code === code)
  if (!found) return {}
  const { name, steps, decide_within_days, ratify_within_days } = found
  return {
    code,
    name,
    decide_within_days: String(decide_within_days ?? ''),
    ratify_within_days: String(ratify_within_days ?? ''),
    ...rowsValues('steps', columnsOf.steps, steps.map(stepRow)),
    ...rowsValues(
      'checks',
      columnsOf.checks,
      steps.flatMap((step) => (step.kind === 'checks' ? step.checks : [])),
    ),
  }
}

function stepRow(step: WorkflowStep, position: number) {
  const level = step.kind === 'notice' ? step.level : undefined
  const after_months = step.kind === 'revisit' ? step.after_months : undefined
  return { number: position + 1, kind: step.kind, level, after_months }
}

/**
 * All workflows with the one that was asked about, `before` being its code until now: in its place, at the end where it is
 * new, and not at all where it was left without any step.
 */
export function workflowsOfAnswers(read: Read, earlier: Workflows, before: string): Read {
  const asked = workflowAsked(read)
  const at = earlier.workflows.findIndex(({ code }) => code === before)
  const workflows: unknown[] = [...earlier.workflows]
  const isTakenAway = asked.steps.length === 0 && at >= 0
  workflows.splice(at < 0 ? workflows.length : at, 1, ...(isTakenAway ? [] : [asked]))
  return { workflows }
}

function workflowAsked(read: Read) {
  const rows = (read.steps ?? []) as { number: unknown; kind: string }[]
  const inOrder = rows.toSorted((a, b) => Number(a.number) - Number(b.number))
  return {
    code: read.code ?? '',
    name: read.name ?? '',
    steps: inOrder.map((row) => stepAsked(row, read)),
    decide_within_days: read.decide_within_days ?? null,
    ratify_within_days: read.ratify_within_days ?? null,
  }
}

/** A step as it was typed; where a notice stands and when somebody comes again belong to their steps alone. */
function stepAsked({ kind, level, after_months }: Read, { checks }: Read): Read {
  switch (kind) {
    case 'notice':
      return { kind, level }
    case 'revisit':
      return { kind, after_months }
    case 'checks':
      return { kind, checks: checks ?? [] }
  }
  return { kind }
}
