/** The questions of policies on how cases are worked. Their names are those of the fields of the bodies. */
import { formatList } from '../../../templates/parts/format.ts'
import { show } from '../../access/policy-queries.ts'
import type { PolicyBodies, PolicyKind } from '../../policies/kinds.ts'
import { paymentChecks } from '../../policies/payments.ts'
import type { FieldSpec } from './fields.ts'
import { knownName, standardsMeant } from './policy-casework.ts'
import { columnsOf } from './policy-columns.ts'
import type { Visit } from './visit.ts'

/** The questions about one workflow: its own, its steps, and what its standing checks are. */
const workflowFields: readonly FieldSpec[] = [
  {
    name: 'code',
    kind: 'text',
    label: (t) => t.casework.code,
    hint: (t) => t.casework.code_hint,
  },
  { name: 'name', kind: 'text', label: (t) => t.casework.name },
  {
    name: 'steps',
    kind: 'rows',
    label: (t) => t.casework.steps_label,
    hint: (t) => t.casework.steps_hint,
    columns: columnsOf.steps,
  },
  {
    name: 'checks',
    kind: 'rows',
    label: (t) => t.casework.checks_label,
    hint: (t) => t.casework.checks_hint,
    columns: columnsOf.checks,
  },
  {
    name: 'decide_within_days',
    kind: 'number',
    label: (t) => t.casework.decide_label,
    hint: (t) => t.casework.decide_hint,
    optional: true,
  },
  {
    name: 'ratify_within_days',
    kind: 'number',
    label: (t) => t.casework.ratify_label,
    hint: (t) => t.casework.ratify_hint,
    optional: true,
  },
]

/** The questions of each of these kinds. */
export const caseworkFields = {
  workflows: workflowFields,
  causes: [
    {
      name: 'causes',
      kind: 'rows',
      label: (t) => t.casework.causes_label,
      hint: (t) => t.casework.causes_hint,
      columns: columnsOf.causes,
    },
  ],
  standards: [
    {
      name: 'standards',
      kind: 'rows',
      label: (t) => t.casework.standards_label,
      hint: (t, visit) => [t.casework.standards_hint, ...namedByCaps(visit)].join(' '),
      columns: columnsOf.standards,
    },
  ],
  payments: [
    {
      name: 'grades',
      kind: 'rows',
      label: (t) => t.casework.grades_label,
      columns: columnsOf.grades,
      heads: ({ t }) =>
        paymentChecks.map((value) => ({ value, label: t.casework.payment_check[value] })),
    },
    { name: 'red_blocks', kind: 'yes', label: (t) => t.casework.red_blocks },
    { name: 'unusual_percent', kind: 'number', label: (t) => t.casework.unusual_label },
  ],
} as const satisfies Partial<Record<PolicyKind, readonly FieldSpec[]>>

/** The standards that caps of the organisation speak of. */
function namedByCaps(visit: Visit): string[] {
  const { t, language } = visit
  const caps = visit.ask(show, { kind: 'caps' }).body as PolicyBodies['caps']
  const names = standardsMeant(caps).map((name) => knownName(t.casework.standard_known, name))
  if (names.length === 0) return []
  return [t.casework.standards_hint_named({ standards: formatList(language, names) })]
}
