/** What the rows of policies are asked. */
import { roles } from '../../book/registry.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { capScopes, capValues, capWindows, helps } from '../../policies/caps.ts'
import { deciders } from '../../policies/deciding.ts'
import { checkGrades } from '../../policies/payments.ts'
import { formsOf, type MaskedField, maskForms, purposes } from '../../policies/people-data.ts'
import { stepKinds } from '../../policies/workflows.ts'
import type { Asked, Option } from './fields.ts'
import type { ColumnSpec } from './rows.ts'

/** The currencies of the funds and of the organisation. */
function currencies({ visit }: Asked): Option[] {
  const { funds } = visit.ask(listFunds, { state: 'all' })
  const all = [visit.organisation.currency, ...funds.map(({ currency }) => currency)]
  return [...new Set(all)].map((value) => ({ value, label: value }))
}

/** The roles of the house. */
export const roleOptions = ({ t }: Asked) =>
  roles.map((value) => ({ value, label: t.shell.role[value] }))

const currency: ColumnSpec = {
  name: 'currency',
  kind: 'select',
  label: (t) => t.policies.currency,
  options: currencies,
}
const above: ColumnSpec = { name: 'above', kind: 'amount', label: (t) => t.policies.above }
const amount: ColumnSpec = { name: 'amount', kind: 'amount', label: (t) => t.policies.amount }

/** Columns of the questions with rows, by field. */
export const columnsOf = {
  incompatible_roles: [
    { name: 'one', kind: 'select', label: (t) => t.policies.one_role, options: roleOptions },
    { name: 'other', kind: 'select', label: (t) => t.policies.other_role, options: roleOptions },
  ],
  approval_above: [currency, amount],
  approvals: [
    currency,
    above,
    { name: 'approvals', kind: 'number', label: (t) => t.policies.approvals },
  ],
  emergency_limit: [currency, amount],
  tiers: [
    currency,
    above,
    {
      name: 'decided_by',
      kind: 'select',
      label: (t) => t.policies.decided_by,
      options: ({ t }) => deciders.map((value) => ({ value, label: t.policies.decider[value] })),
    },
  ],
  stages: [
    {
      name: 'level',
      kind: 'select',
      label: (t) => t.policies.level,
      options: ({ t }) =>
        (['unit', 'upper'] as const).map((value) => ({
          value,
          label: t.policies.level_name[value],
        })),
    },
    { name: 'days', kind: 'number', label: (t) => t.policies.days },
    {
      name: 'counted_in',
      kind: 'select',
      label: (t) => t.policies.counted_in,
      options: ({ t }) =>
        (['calendar_days', 'working_days'] as const).map((value) => ({
          value,
          label: t.policies.counted[value],
        })),
    },
  ],
  caps: [
    {
      name: 'help',
      kind: 'select',
      label: (t) => t.policies.help_label,
      options: ({ t }) => helps.map((value) => ({ value, label: t.policies.help[value] })),
    },
    {
      name: 'scope',
      kind: 'select',
      label: (t) => t.policies.scope_label,
      options: ({ t }) => capScopes.map((value) => ({ value, label: t.policies.scope[value] })),
    },
    {
      name: 'window',
      kind: 'select',
      label: (t) => t.policies.window_label,
      options: ({ t }) => capWindows.map((value) => ({ value, label: t.policies.window[value] })),
    },
    {
      name: 'window_months',
      kind: 'number',
      label: (t) => t.policies.window_months,
      optional: true,
    },
    {
      name: 'value',
      kind: 'select',
      label: (t) => t.policies.value_label,
      options: ({ t }) => capValues.map((value) => ({ value, label: t.policies.value[value] })),
    },
    { name: 'figure', kind: 'text', label: (t) => t.policies.figure, optional: true },
    { name: 'standard', kind: 'text', label: (t) => t.policies.standard, optional: true },
    currency,
    { name: 'least', kind: 'amount', label: (t) => t.policies.least, optional: true },
    { name: 'most', kind: 'amount', label: (t) => t.policies.most, optional: true },
    { name: 'times_most', kind: 'number', label: (t) => t.policies.times_most, optional: true },
  ],
  holidays: [
    { name: 'day', kind: 'day', label: (t) => t.policies.day },
    { name: 'name', kind: 'text', label: (t) => t.policies.day_name },
  ],
  make_up_days: [
    { name: 'day', kind: 'day', label: (t) => t.policies.day },
    { name: 'name', kind: 'text', label: (t) => t.policies.day_name },
  ],
  steps: [
    { name: 'number', kind: 'number', label: (t) => t.casework.number },
    {
      name: 'kind',
      kind: 'select',
      label: (t) => t.casework.step_label,
      options: ({ t }) => stepKinds.map((value) => ({ value, label: t.casework.step[value] })),
    },
    {
      name: 'level',
      kind: 'select',
      label: (t) => t.casework.level,
      options: ({ t }) =>
        (['unit', 'upper'] as const).map((value) => ({
          value,
          label: t.policies.level_name[value],
        })),
      optional: true,
    },
    { name: 'after_months', kind: 'number', label: (t) => t.casework.months, optional: true },
  ],
  checks: [
    { name: 'code', kind: 'text', label: (t) => t.casework.code },
    { name: 'name', kind: 'text', label: (t) => t.casework.check_name },
  ],
  causes: [
    { name: 'code', kind: 'text', label: (t) => t.casework.code },
    { name: 'en', kind: 'text', label: (t) => t.casework.in_english },
    { name: 'zh-Hans', kind: 'text', label: (t) => t.casework.in_hans },
    { name: 'zh-Hant', kind: 'text', label: (t) => t.casework.in_hant },
    {
      name: 'sensitive',
      kind: 'select',
      label: (t) => t.casework.sensitive,
      options: ({ t }) =>
        (['no', 'yes'] as const).map((value) => ({ value, label: t.casework.yes_no[value] })),
    },
  ],
  standards: [
    { name: 'name', kind: 'text', label: (t) => t.casework.standard_name },
    currency,
    amount,
  ],
  grades: [
    {
      name: 'grade',
      kind: 'select',
      label: (t) => t.casework.grade_label,
      options: ({ t }) => checkGrades.map((value) => ({ value, label: t.casework.grade[value] })),
    },
  ],
  masks: purposes.map((purpose) => ({
    name: purpose,
    kind: 'select' as const,
    label: (t) => t.policies.purpose[purpose],
    options: ({ t }) => maskForms.map((value) => ({ value, label: t.policies.form[value] })),
    fits: (field, form) =>
      ['full', 'omit', ...formsOf[field as MaskedField]].some((one) => one === form),
  })),
} as const satisfies Record<string, readonly ColumnSpec[]>
