/** The questions of the forms of policies. Their names are those of the fields of the bodies. */
import { formatWeekday } from '../../../templates/parts/format.ts'
import { keptApart } from '../../policies/deciding.ts'
import type { PolicyKind } from '../../policies/kinds.ts'
import { maskedFields, retainedClasses } from '../../policies/people-data.ts'
import { caseworkFields } from './casework-fields.ts'
import type { FieldSpec } from './fields.ts'
import { columnsOf, roleOptions } from './policy-columns.ts'
import { pairingFields } from './policy-pairing-fields.ts'

/** The questions of each kind. */
export const policyFields: Readonly<Record<PolicyKind, readonly FieldSpec[]>> = {
  duties: [
    {
      name: 'not_the_same',
      kind: 'several',
      label: (t) => t.policies.not_the_same_label,
      hint: (t) => t.policies.not_the_same_hint,
      options: ({ t }) =>
        keptApart.map((value) => ({ value, label: t.policies.not_the_same[value] })),
    },
    {
      name: 'incompatible_roles',
      kind: 'rows',
      label: (t) => t.policies.incompatible_roles,
      columns: columnsOf.incompatible_roles,
    },
    {
      name: 'approval_above',
      kind: 'rows',
      label: (t) => t.policies.approval_above,
      hint: (t) => t.policies.approval_above_hint,
      columns: columnsOf.approval_above,
      blank: 1,
    },
    {
      name: 'approvals',
      kind: 'rows',
      label: (t) => t.policies.approvals,
      hint: (t) => t.policies.approvals_hint,
      columns: columnsOf.approvals,
    },
    { name: 'emergency_allowed', kind: 'yes', label: (t) => t.policies.emergency },
    {
      name: 'emergency_limit',
      kind: 'rows',
      label: (t) => t.policies.emergency_limit,
      columns: columnsOf.emergency_limit,
      blank: 1,
    },
    {
      name: 'emergency_others',
      kind: 'number',
      label: (t) => t.policies.emergency_others,
      hint: (t) => t.policies.emergency_others_hint,
    },
  ],
  committee: [
    {
      name: 'quorum_share',
      kind: 'text',
      label: (t) => t.policies.quorum_share,
      hint: (t) => t.policies.quorum_share_hint,
      optional: true,
    },
    {
      name: 'quorum_members',
      kind: 'number',
      label: (t) => t.policies.quorum_members,
      optional: true,
    },
    {
      name: 'majority_over',
      kind: 'radios',
      label: (t) => t.policies.majority_over,
      options: ({ t }) =>
        (['more_than', 'at_least'] as const).map((value) => ({
          value,
          label: t.policies.over[value],
        })),
    },
    {
      name: 'majority_share',
      kind: 'text',
      label: (t) => t.policies.majority_share,
      hint: (t) => t.policies.majority_share_hint,
    },
    {
      name: 'majority_of',
      kind: 'radios',
      label: (t) => t.policies.majority_of,
      options: ({ t }) =>
        (['present', 'members'] as const).map((value) => ({
          value,
          label: t.policies.of_whom[value],
        })),
    },
    { name: 'supervisors_attend', kind: 'yes', label: (t) => t.policies.supervisors },
  ],
  tiers: [
    {
      name: 'tiers',
      kind: 'rows',
      label: (t) => t.policies.tiers,
      hint: (t) => t.policies.tiers_hint,
      columns: columnsOf.tiers,
    },
  ],
  ...caseworkFields,
  ...pairingFields,
  notice: [
    {
      name: 'stages',
      kind: 'rows',
      label: (t) => t.policies.stages,
      hint: (t) => t.policies.stages_hint,
      columns: columnsOf.stages,
      blank: 1,
    },
  ],
  caps: [
    {
      name: 'caps',
      kind: 'rows',
      label: (t) => t.policies.caps,
      hint: (t) => t.policies.caps_hint,
      columns: columnsOf.caps,
      blank: 1,
    },
  ],
  calendar: [
    {
      name: 'weekend',
      kind: 'several',
      label: (t) => t.policies.weekend,
      optional: true,
      options: ({ visit }) =>
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          value: String(weekday),
          label: formatWeekday(visit.language, weekday),
        })),
    },
    {
      name: 'holidays',
      kind: 'rows',
      label: (t) => t.policies.holidays,
      columns: columnsOf.holidays,
      blank: 3,
    },
    {
      name: 'make_up_days',
      kind: 'rows',
      label: (t) => t.policies.make_up_days,
      columns: columnsOf.make_up_days,
    },
  ],
  masks: [
    {
      name: 'masks',
      kind: 'rows',
      label: (t) => t.policies.masks,
      columns: columnsOf.masks,
      heads: ({ t }) => maskedFields.map((value) => ({ value, label: t.policies.field[value] })),
    },
    { name: 'unnamed_below_years', kind: 'number', label: (t) => t.policies.unnamed_below },
  ],
  retention: retainedClasses.map((one) => ({
    name: `${one}_years`,
    kind: 'number' as const,
    label: (t) => t.policies.retained[`${one}_years`],
    hint: (t) => t.policies.years_hint,
    optional: true,
  })),
  sign_in: [
    { name: 'session_hours', kind: 'number', label: (t) => t.policies.session_hours },
    {
      name: 'idle_minutes',
      kind: 'number',
      label: (t) => t.policies.idle_minutes,
      hint: (t) => t.policies.idle_hint,
      optional: true,
    },
    {
      name: 'second_factor_roles',
      kind: 'several',
      label: (t) => t.policies.second_factor_roles,
      optional: true,
      options: roleOptions,
    },
  ],
}
