/** Policies on how cases are worked, in words: workflows, causes, standards, what is looked at before a payment. */
import type { WorkflowDrawnView } from '../../../templates/parts/flow.tsx'
import { formatList, formatMoney } from '../../../templates/parts/format.ts'
import type { Caps } from '../../policies/caps.ts'
import type { PolicyBodies } from '../../policies/kinds.ts'
import { paymentChecks } from '../../policies/payments.ts'
import type { Workflow, WorkflowStep } from '../../policies/workflows.ts'
import type { Sentence, Speech } from './policy-words.ts'

/** The name that presets give to something in the reader's language; any other as it was written. */
export function knownName(known: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(known, name) ? known[name]! : name
}

/** What a workflow is called. */
export function workflowName({ t }: Speech, { name }: Pick<Workflow, 'name'>): string {
  return knownName(t.casework.workflow_name_known, name)
}

/** What is said of a step beside its kind: where a notice stands, what is checked, when somebody comes again. */
function noteOf(step: WorkflowStep, { t, language }: Speech): string | undefined {
  const { casework: c } = t
  switch (step.kind) {
    case 'notice':
      return c.notice_at[step.level]
    case 'revisit':
      return c.revisit_after({ months: step.after_months })
    case 'checks': {
      const names = step.checks.map(({ name }) => knownName(c.check_name_known, name))
      return formatList(language, names)
    }
  }
  return undefined
}

/** Two sentences or three for each workflow: its steps, how long it may take, what an emergency allows. */
export function sayWorkflows({ workflows }: PolicyBodies['workflows'], speech: Speech): Sentence[] {
  const { casework: c } = speech.t
  return workflows.flatMap((one) => {
    const workflow = workflowName(speech, one)
    const steps = one.steps.map((step) => {
      const what = noteOf(step, speech)
      return what === undefined ? c.step[step.kind] : c.step_with({ step: c.step[step.kind], what })
    })
    const { decide_within_days: decide } = one
    const says = [
      decide === null ? c.decide_any : c.decide_within({ days: decide }),
      emergencyOf(one, speech),
    ]
    return [
      { field: 'workflows', text: c.workflow_says({ workflow, steps: steps.join(' → ') }) },
      ...says.map((said) => ({
        field: 'workflows',
        text: c.in_workflow({ workflow, says: said }),
      })),
    ]
  })
}

function emergencyOf({ ratify_within_days: days }: Workflow, { t }: Speech): string {
  return days === null ? t.casework.ratify_never : t.casework.ratify_within({ days })
}

/** The workflows drawn, each a row of steps; `change` is where one is changed, for who may. */
export function drawnWorkflows(
  { workflows }: PolicyBodies['workflows'],
  speech: Speech,
  change: ((code: string) => string) | null,
): WorkflowDrawnView[] {
  const { casework: c } = speech.t
  return workflows.map((one) => {
    const workflow = workflowName(speech, one)
    const { decide_within_days: days } = one
    const checks = one.steps.filter(({ kind }) => kind === 'checks')
    return {
      name: workflow,
      label: c.drawn({ workflow }),
      steps: one.steps.map((step) => ({
        title: c.step[step.kind],
        note:
          step.kind === 'checks'
            ? c.check_count({ count: step.checks.length })
            : noteOf(step, speech),
        form: step.kind === 'approve' ? ('decision' as const) : ('step' as const),
      })),
      notes: [
        ...checks.map((step) => c.checks_of({ checks: noteOf(step, speech)! })),
        days === null ? c.decide_any : c.decide_within({ days }),
        emergencyOf(one, speech),
      ],
      change: change && { href: change(one.code), label: c.change_workflow({ workflow }) },
    }
  })
}

/** A sentence for each cause. */
export function sayCauses({ causes }: PolicyBodies['causes'], { t, language }: Speech): Sentence[] {
  return causes.map(({ name, sensitive }) => {
    const cause = name[language]
    const text = sensitive ? t.casework.cause_sensitive({ cause }) : t.casework.cause({ cause })
    return { field: 'causes', text }
  })
}

/** A sentence for each standard. */
export function sayStandards(
  { standards }: PolicyBodies['standards'],
  { t, language }: Speech,
): Sentence[] {
  const { casework: c } = t
  if (standards.length === 0) return [{ field: 'standards', text: c.standards_none }]
  return standards.map(({ name, currency, amount }) => ({
    field: 'standards',
    text: c.standard({
      standard: knownName(c.standard_known, name),
      amount: formatMoney(language, amount, currency),
    }),
  }))
}

/** The standards that caps speak of, each once. */
export function standardsMeant({ caps }: Caps): string[] {
  const names = caps.flatMap(({ value }) =>
    value.kind === 'multiple_of_standard' ? [value.standard] : [],
  )
  return [...new Set(names)]
}

/** A sentence for each standard that caps speak of and that is not known in the currency of the cap. */
export function sayMissingStandards(
  { standards }: PolicyBodies['standards'],
  { caps }: Caps,
  { t }: Speech,
): string[] {
  const known = new Set(standards.map(({ name, currency }) => `${currency} ${name}`))
  const missing = caps.filter(
    ({ value, currency }) =>
      value.kind === 'multiple_of_standard' && !known.has(`${currency} ${value.standard}`),
  )
  return standardsMeant({ caps: missing }).map((name) =>
    t.casework.standard_missing({ standard: knownName(t.casework.standard_known, name) }),
  )
}

/** A sentence for each finding, for what red does, for what is unusual. */
export function sayPayments(body: PolicyBodies['payments'], { t }: Speech): Sentence[] {
  const { casework: c } = t
  const findings = paymentChecks.map((check) => ({
    field: 'grades',
    text: c.payment_says({ check: c.payment_check[check], grade: c.grade[body.grades[check]] }),
  }))
  return [
    ...findings,
    { field: 'red_blocks', text: body.red_blocks ? c.red_blocks_yes : c.red_blocks_no },
    { field: 'unusual_percent', text: c.unusual({ percent: body.unusual_percent }) },
  ]
}
