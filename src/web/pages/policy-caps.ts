/** Caps in words. */
import { formatList, formatMoney } from '../../../templates/parts/format.ts'
import type { Cap, Caps } from '../../policies/caps.ts'
import type { Sentence, Speech } from './policy-words.ts'

/** A sentence for each cap. */
export function capSentences({ caps }: Caps, speech: Speech): Sentence[] {
  const { policies: p } = speech.t
  if (caps.length === 0) return [{ field: 'caps', text: p.caps_none }]
  return caps.map((cap) => {
    const window =
      cap.window_months === null ? p.window[cap.window] : p.rolling({ months: cap.window_months })
    const what = formatList(speech.language, limitsOf(cap, speech))
    const text = p.cap({ help: p.help[cap.help], scope: p.scope[cap.scope], window, what })
    return { field: 'caps', text }
  })
}

function limitsOf(cap: Cap, speech: Speech): string[] {
  const { policies: p } = speech.t
  const money = (amount: string) => formatMoney(speech.language, amount, cap.currency)
  const { least, most, times_most } = cap
  return [
    ...measureOf(cap, speech),
    ...(least === null ? [] : [p.cap_least({ amount: money(least) })]),
    ...(most === null ? [] : [p.cap_most({ amount: money(most) })]),
    ...(times_most === null ? [] : [p.cap_times({ count: times_most })]),
  ]
}

function measureOf({ value, currency }: Cap, { t, language }: Speech): string[] {
  const { policies: p } = t
  const money = (amount: string) => formatMoney(language, amount, currency)
  switch (value.kind) {
    case 'none':
      return []
    case 'fixed':
      return [p.cap_fixed({ amount: money(value.amount) })]
    case 'share_of_document':
      return [p.cap_share({ percent: value.percent })]
    case 'multiple_of_standard':
      return [p.cap_multiple({ times: value.times, standard: value.standard })]
    case 'tier_table':
      return value.tiers.map(({ grade, amount }) =>
        p.cap_tier({ grade: t.policies.grade[grade], amount: money(amount) }),
      )
  }
}
