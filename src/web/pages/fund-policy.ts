/** A fund's policy on pages: its questions, and how it is told. */
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import type { Policy } from '../../funds/policy.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import type { Asked, FieldSpec, Values } from './fields.ts'
import type { Visit } from './visit.ts'

/** The questions of a policy. */
export function policyFields(currency: (asked: Asked) => string): FieldSpec[] {
  return [
    {
      name: 'largest_payout',
      kind: 'money',
      label: (t) => t.funds.largest_payout,
      hint: (t) => t.funds.largest_payout_hint,
      optional: true,
      currency,
    },
    {
      name: 'preserved',
      kind: 'money',
      label: (t) => t.funds.preserved,
      hint: (t) => t.funds.preserved_hint,
      optional: true,
      currency,
    },
    {
      name: 'payout_categories',
      kind: 'several',
      label: (t) => t.funds.payout_categories,
      hint: (t) => t.funds.payout_categories_hint,
      optional: true,
      options: ({ t }) =>
        payoutCategories.map((value) => ({ value, label: t.words.payout_category[value] })),
    },
  ]
}

/** What a form about a policy begins with. */
export function policyValues(policy: Policy): Values {
  return {
    largest_payout: policy.largest_payout ?? '',
    preserved: policy.preserved ?? '',
    payout_categories: (policy.payout_categories ?? []).join('\n'),
  }
}

/** The policy that a form asks for. */
export function policyInput(read: Readonly<Record<string, unknown>>): unknown {
  const { largest_payout = null, preserved = null, payout_categories = null } = read
  return { largest_payout, preserved, payout_categories }
}

/** A policy in words. */
export function policyFacts(
  { t, language }: Visit,
  policy: Policy,
  currency: string,
): DescriptionView[] {
  const money = (amount: string) => formatMoney(language, amount, currency)
  const { largest_payout, preserved, payout_categories } = policy
  const separator = language === 'en' ? ', ' : '、'
  const categories = payout_categories?.map((one) => t.words.payout_category[one])
  return [
    {
      term: t.funds.largest_payout,
      detail: largest_payout === null ? t.funds.no_limit : money(largest_payout),
    },
    ...(preserved === null ? [] : [{ term: t.funds.preserved, detail: money(preserved) }]),
    {
      term: t.funds.payout_categories,
      detail: categories?.join(separator) ?? t.funds.any_category,
    },
  ]
}
