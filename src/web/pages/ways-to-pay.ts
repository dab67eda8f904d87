/** How money goes out here: recorded at once, or asked for and approved by others first, as the policy says. */
import type { LinkView } from '../../../templates/parts/content.ts'
import { formatMoney } from '../../../templates/parts/format.ts'
import { show as showPolicy } from '../../access/policy-queries.ts'
import { request as enter } from '../../funds/payment-requests.ts'
import { pay } from '../../funds/payouts.ts'
import { amountText } from '../../kit/money.ts'
import { approvalAboveMinor, type Duties } from '../../policies/deciding.ts'
import type { Visit } from './visit.ts'

export interface WayToPay {
  /** Whether every payout in the currency is approved by somebody else first. */
  readonly always: boolean
  /** Above which amount one is, as the reader writes it; null where none is. */
  readonly above: string | null
  /** How many different people a payment goes through, when it is approved first. */
  readonly people: 2 | 3
}

export interface PaidWhere {
  /** The code of a unit; the whole organisation unless said. */
  readonly unit?: string | null
  /** ISO 4217; the organisation's own unless said. */
  readonly currency?: string
}

/** What the policy on duties in force today says of payouts. Refuses `unit.unknown`. */
export function wayToPay(visit: Visit, where: PaidWhere = {}): WayToPay {
  const { unit = null, currency = visit.organisation.currency } = where
  const { body } = visit.ask(showPolicy, { kind: 'duties', unit })
  const duties = body as Duties
  const above = approvalAboveMinor(duties, currency)
  return {
    always: above === 0,
    above:
      above === null ? null : formatMoney(visit.language, amountText(above, currency), currency),
    people: duties.not_the_same.includes('entered_paid') ? 3 : 2,
  }
}

/**
 * Where this reader begins a payment, the questions that are answered already after it; null for who may not.
 * Nobody is led to a form whose every answer would be refused.
 */
export function payLink(
  visit: Visit,
  questions: Readonly<Record<string, string>>,
  where?: PaidWhere,
): LinkView | null {
  const { t, href } = visit
  const asked = Object.keys(questions).length === 0 ? '' : `?${new URLSearchParams(questions)}`
  const at = (path: string, label: string) => ({ href: href(`${path}/new${asked}`), label })
  if (visit.may(enter) && wayToPay(visit, where).always) {
    return at('/payment-requests', t.requests.enter)
  }
  return visit.may(pay) ? at('/payouts', t.payouts.record) : null
}
