/** The payouts of a book, for stories that go on from one. */
import { list } from '../../../src/funds/payout-queries.ts'
import type { TestBook } from '../../journeys/book-for-tests.ts'

export interface Paid {
  readonly payout: number
  readonly payee: string
  readonly beneficiary: string
}

/** All payouts, newest first, with whom they were paid to and for. */
export function payouts(t: TestBook): Paid[] {
  return t.asks(list, {}).payouts.map(({ payout, payee, beneficiary }) => ({
    payout,
    payee: payee.party,
    beneficiary: beneficiary.party,
  }))
}
