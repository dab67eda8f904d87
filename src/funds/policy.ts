/** A fund's policy, and what of its money is available. */
import { z } from 'zod'
import { amountField } from '../book/fields.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { FundId } from '../kit/ids.ts'
import {
  addMinor,
  amountText,
  type Minor,
  negateMinor,
  parseAmount,
  subtractMinor,
  zeroMinor,
} from '../kit/money.ts'
import type { Fund } from '../ledger/funds.ts'
import { type PayoutCategory, payoutCategories } from '../ledger/roles.ts'
import { build, prepare, rows, steady } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { categoryNotAllowed, largerThanPolicy, moreThanAvailable } from './refusals.ts'

/** Presets differ from place to place, so nothing numeric is fixed in code (domain handbook). */
export const policyField = z.strictObject({
  /** Principal that may not be spent (handbook 0.2); null when all may be. */
  preserved: amountField.nullable().default(null),
  /** The largest single payout; null when there is no cap. */
  largest_payout: amountField.nullable().default(null),
  /** What the fund may be paid out for; null allows every category. */
  payout_categories: z.array(z.enum(payoutCategories)).min(1).nullable().default(null),
})
export type Policy = z.output<typeof policyField>

const inForce = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('fund_policy')
    .select('policy')
    .where('fund_id', '=', p.fundId)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The policy of a fund in force. */
export function policyOf(reader: Reader, fund: Fund): Policy {
  return JSON.parse(steady(reader, inForce, { fundId: fund.id })!.policy) as Policy
}

/** A policy as it is kept. Refuses amounts that are none in the fund's currency. */
export function policyText(policy: Policy, currency: string): string {
  for (const amount of [policy.preserved, policy.largest_payout]) {
    if (amount !== null) parseAmount(amount, currency)
  }
  return canonicalJson(policy)
}

export interface Availability {
  readonly moneyMinor: Minor
  readonly payablesMinor: Minor
  readonly commitmentsMinor: Minor
  readonly preservedMinor: Minor
  /** money − payables − commitments − preserved principal. */
  readonly availableMinor: Minor
}

const holdings = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('balance as b')
    .innerJoin('account as a', 'a.id', 'b.account_id')
    .select(['a.holding', 'b.balance_minor'])
    .where('b.fund_id', '=', p.fundId)
    .where('a.holding', 'is not', null),
)

/**
 * What a fund holds, owes, has promised and may still give (design section 6). `policy` is the one in
 * force, for who has read it already.
 */
export function availabilityOf(
  reader: Reader,
  fund: Fund,
  policy: Policy = policyOf(reader, fund),
): Availability {
  const sums = { money: zeroMinor, payable: zeroMinor, commitment: zeroMinor }
  for (const { holding, balance_minor } of rows(reader, holdings, { fundId: fund.id })) {
    sums[holding!] = addMinor(sums[holding!], balance_minor)
  }
  const { preserved } = policy
  const preservedMinor = preserved === null ? zeroMinor : parseAmount(preserved, fund.currency)
  const payablesMinor = negateMinor(sums.payable)
  const bound = addMinor(addMinor(payablesMinor, sums.commitment), preservedMinor)
  return {
    moneyMinor: sums.money,
    payablesMinor,
    commitmentsMinor: sums.commitment,
    preservedMinor,
    availableMinor: subtractMinor(sums.money, bound),
  }
}

/** Refuses `fund.more_than_available`. */
export function requireAvailable(
  reader: Reader,
  fund: Fund,
  amountMinor: Minor,
  policy?: Policy,
): void {
  const { availableMinor } = availabilityOf(reader, fund, policy)
  if (amountMinor <= availableMinor) return
  throw moreThanAvailable({
    fund: fund.code,
    amount: amountText(amountMinor, fund.currency),
    available: amountText(availableMinor, fund.currency),
    currency: fund.currency,
  })
}

/** Refuses `fund.category_not_allowed` and `fund.larger_than_policy`. */
export function requireAllowed(
  policy: Policy,
  fund: Fund,
  payout: { readonly category: PayoutCategory; readonly amountMinor: Minor },
): void {
  const allowed = policy.payout_categories
  const { category, amountMinor } = payout
  if (allowed && !allowed.includes(category)) {
    throw categoryNotAllowed({ fund: fund.code, category, allowed })
  }
  const { currency } = fund
  if (policy.largest_payout === null) return
  if (amountMinor <= parseAmount(policy.largest_payout, currency)) return
  throw largerThanPolicy({
    fund: fund.code,
    amount: amountText(amountMinor, currency),
    largest: policy.largest_payout,
    currency,
  })
}
