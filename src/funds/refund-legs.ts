/** What a refund posts: the contribution's stored legs turned round. */
import { allocate, type Minor, minor } from '../kit/money.ts'
import { entryById, legsOfEntry, turned } from '../ledger/entries.ts'
import type { Leg } from '../ledger/legs.ts'
import type { Reader } from '../store/store.ts'
import { type Contribution, identificationOf } from './contribution-facts.ts'

export interface Refunded {
  /** What of the contribution was refunded before. */
  readonly before: Minor
  readonly amountMinor: Minor
}

/**
 * The contribution's stored legs turned round, each with its share of the refund. Shares are differences
 * of cumulative allocations, so that any number of part refunds ends at exactly the stored split. Legs
 * on the memorandum share among themselves: what is refunded of a kept pledge is open again.
 */
export function refundLegs(reader: Reader, contribution: Contribution, refunded: Refunded): Leg[] {
  const stored = legsOfEntry(reader, entryById(reader, contribution.entry_id))
  const identified = identificationOf(reader, contribution.id)
  const income =
    identified && legsOfEntry(reader, entryById(reader, identified.entry_id))[0]!.credit
  const made = (leg: Leg): Leg => ({
    ...turned(income ? { ...leg, credit: income } : leg),
    partyId: identified?.party_id ?? leg.partyId,
  })
  const onMemorandum = (leg: Leg) => leg.debit.class === 'memorandum'
  return [
    ...shared(
      stored.filter((leg) => !onMemorandum(leg)),
      refunded,
    ).map(made),
    ...shared(stored.filter(onMemorandum), refunded).map(turned),
  ]
}

/** Each leg with its share of the amount; legs whose share is nothing are left out. */
function shared(legs: readonly Leg[], { before, amountMinor }: Refunded): Leg[] {
  if (legs.length === 0) return []
  const weights = legs.map((leg) => leg.amountMinor)
  const after = allocate(minor(before + amountMinor), weights)
  const earlier = allocate(before, weights)
  return legs
    .map((leg, position) => ({ ...leg, amountMinor: minor(after[position]! - earlier[position]!) }))
    .filter((leg) => leg.amountMinor > 0)
}
