/** The questions of the policies on pairing and on visits. Their names are those of the fields of the bodies. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { PolicyBodies, PolicyKind } from '../../policies/kinds.ts'
import { matchReasons } from '../../policies/pairing.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import type { FieldSpec } from './fields.ts'
import type { ColumnSpec } from './rows.ts'

/** What is worth a look about records of visits, in the order in which it is asked and told. */
export const visitSigns = [
  'same_minute',
  'same_text',
  'a_day',
  'a_holiday',
  'entered_late',
] as const satisfies readonly (keyof PolicyBodies['visiting']['signs'])[]

const named = [
  { name: 'code', kind: 'text', label: (t) => t.casework.code },
  { name: 'en', kind: 'text', label: (t) => t.casework.in_english },
  { name: 'zh-Hans', kind: 'text', label: (t) => t.casework.in_hans },
  { name: 'zh-Hant', kind: 'text', label: (t) => t.casework.in_hant },
] as const satisfies readonly ColumnSpec[]

/** Columns of the questions with rows, by field. */
export const pairingColumns = {
  ranks: [...named, { name: 'most', kind: 'number', label: (t) => t.pairing_rules.most }],
  skills: named,
  kinds: [
    ...named,
    { name: 'skills', kind: 'text', label: (t) => t.pairing_rules.kind_skills, optional: true },
  ],
  agreements: named,
  weights: [{ name: 'weight', kind: 'number', label: (t) => t.pairing_rules.weight }],
  festivals: [
    ...named,
    { name: 'days', kind: 'text', label: (t) => t.pairing_rules.festival_days },
    { name: 'days_before', kind: 'number', label: (t) => t.pairing_rules.days_before },
  ],
  events: [
    { name: 'days', kind: 'number', label: (t) => t.pairing_rules.event_days, optional: true },
  ],
  signs: [
    { name: 'count', kind: 'number', label: (t) => t.pairing_rules.sign_count, optional: true },
  ],
} as const satisfies Record<string, readonly ColumnSpec[]>

type Labels = Messages['pairing_rules']
type Label = { [K in keyof Labels]: Labels[K] extends string ? K : never }[keyof Labels]

/** A number that may be left out, which then means what the hint says. */
function number(name: string, label: Label, hint?: Label): FieldSpec {
  return {
    name,
    kind: 'number',
    label: (t) => t.pairing_rules[label],
    ...(hint === undefined ? {} : { hint: (t) => t.pairing_rules[hint], optional: true }),
  }
}

function rows(name: keyof typeof pairingColumns, label: Label, hint?: Label): FieldSpec {
  return {
    name,
    kind: 'rows',
    label: (t) => t.pairing_rules[label],
    ...(hint === undefined ? {} : { hint: (t) => t.pairing_rules[hint] }),
    columns: pairingColumns[name],
    blank: 1,
  }
}

export const pairingFields = {
  pairing: [
    rows('ranks', 'ranks_label', 'ranks_hint'),
    number('most_without_rank', 'without_rank_label'),
    rows('skills', 'skills_label'),
    rows('kinds', 'kinds_label', 'kinds_hint'),
    rows('agreements', 'agreements_label'),
    { ...number('candidates', 'candidates_label'), hint: (t) => t.pairing_rules.candidates_hint },
    number('most_km', 'most_km_label', 'no_limit'),
    {
      name: 'weights',
      kind: 'rows',
      label: (t) => t.pairing_rules.weights_label,
      columns: pairingColumns.weights,
      heads: ({ t }) =>
        matchReasons.map((value) => ({ value, label: t.pairing_rules.reason[value] })),
    },
    number('spread', 'spread_label'),
    number('review_months', 'review_label', 'not_done'),
    number('observe_months', 'observe_label', 'not_done'),
    number('term_months', 'term_label', 'no_limit'),
  ],
  visiting: [
    number('visit_days', 'visit_label', 'not_done'),
    number('phone_days', 'phone_label', 'not_done'),
    number('alarm_days', 'alarm_label', 'not_done'),
    number('urgent_visit_days', 'urgent_label', 'not_done'),
    rows('festivals', 'festivals_label', 'festivals_hint'),
    {
      name: 'events',
      kind: 'rows',
      label: (t) => t.pairing_rules.events_label,
      hint: (t) => t.pairing_rules.not_done,
      columns: pairingColumns.events,
      heads: ({ t }) =>
        careEventKinds.map((value) => ({ value, label: t.pairing_rules.event[value] })),
    },
    number('measures_a_year', 'measures_label', 'not_done'),
    {
      name: 'signs',
      kind: 'rows',
      label: (t) => t.pairing_rules.signs_label,
      hint: (t) => t.pairing_rules.not_done,
      columns: pairingColumns.signs,
      heads: ({ t }) => visitSigns.map((value) => ({ value, label: t.pairing_rules.sign[value] })),
    },
  ],
} as const satisfies Partial<Record<PolicyKind, readonly FieldSpec[]>>
