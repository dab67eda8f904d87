/** What is asked of a payment, made at once or requested. */
import { payoutCategories } from '../../ledger/roles.ts'
import { currencyOfFund, type FieldSpec } from './fields.ts'

/** From which fund, to whom, for whom, for what, how much and how. */
export const paymentFields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.payouts.fund },
  {
    name: 'payee',
    kind: 'person',
    label: (t) => t.payouts.payee,
    newKind: 'person',
    newKinds: ['person', 'vendor', 'organisation'],
  },
  {
    name: 'beneficiary',
    kind: 'person',
    label: (t) => t.payouts.beneficiary,
    hint: (t) => t.payouts.beneficiary_hint,
    optional: true,
    newKind: 'person',
    newKinds: ['person'],
  },
  {
    name: 'category',
    kind: 'select',
    label: (t) => t.payouts.category,
    options: ({ t }) =>
      payoutCategories.map((value) => ({ value, label: t.words.payout_category[value] })),
  },
  { name: 'amount', kind: 'money', label: (t) => t.payouts.amount, currency: currencyOfFund() },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.payouts.form,
    options: ({ t }) =>
      (['bank', 'cash'] as const).map((value) => ({ value, label: t.words.form[value] })),
  },
]

/** What an auditor should know beside. */
export const paymentNote: FieldSpec = {
  name: 'note',
  kind: 'long_text',
  label: (t) => t.payouts.note,
  hint: (t) => t.payouts.note_hint,
  optional: true,
}
