/** A book in which something of everything stands, for tests of funds, contributions and payouts. */
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { close } from '../../src/ledger/commands.ts'
import { bookForTests, type TestBook, type TestBookOptions } from '../journeys/book-for-tests.ts'

/** Opens a fund; restricted to a purpose and in the book's currency unless told otherwise. */
export function openFund(t: TestBook, fund: string, given: Record<string, unknown> = {}): void {
  const name = `The fund ${fund}`
  t.does(funds.open, { fund, name, restriction: 'purpose', purpose: 'Hardship', ...given } as never)
}

/** Receives money from a new member; answers the contribution. */
export function receive(
  t: TestBook,
  fund: string,
  amount: string,
  given: Record<string, unknown> = {},
): number {
  const party = { kind: 'person', name: 'Zhang Xiaoming' }
  const input = { fund, source: 'member', party, amount, ...given }
  return t.does(contributions.receive, input as never).output.contribution
}

/** The entry of the newest event that wrote one. */
export function newestEntry(t: TestBook): number {
  return Number(t.book.store.all('select max(id) as id from entry', [])[0]!.id)
}

/**
 * Today is 2026-03-31. Funds: `care` (1,000.00 in bank, 50.00 in cash), `free` (unrestricted, 500.00),
 * `yen` and `dinar`. January is closed. P-000001 gave the first 1,000.00.
 *
 * Contributions: 1 care 1,000.00 on 3 March; 2 free 500.00 on 1 March; 3 care 50.00 cash; 4 care 80.00
 * unidentified, reversed; 5 care 60.00 unidentified; 6 yen; 7 dinar. Pledge 1: 200.00 to care by
 * P-000001 on 5 March. Payout 1: 100.00 on 10 March, 40.00 of it returned; payout 2: 10.00, reversed.
 * Commitment 1: 300.00 on 12 March. Transfer: care was lent 120.00 by free, and repaid 20.00 of it.
 */
export function scene(options: TestBookOptions = {}): TestBook {
  const t = bookForTests({ inMemory: true, ...options })
  openFund(t, 'care')
  openFund(t, 'free', { restriction: 'unrestricted' })
  openFund(t, 'yen', { currency: 'JPY' })
  openFund(t, 'dinar', { currency: 'KWD' })
  receive(t, 'care', '1000.00', { received_on: '2026-03-03' })
  receive(t, 'free', '500.00', { party: 'P-000001', received_on: '2026-03-01' })
  receive(t, 'care', '50.00', { party: 'P-000001', form: 'cash', received_on: '2026-03-03' })
  const nameless = { fund: 'care', source: 'unidentified', received_on: '2026-03-04' } as const
  const { entry } = t.does(contributions.receive, { ...nameless, amount: '80.00' }).output
  reverseIn(t, entry)
  t.does(contributions.receive, { ...nameless, amount: '60.00' })
  receive(t, 'yen', '1000', { party: 'P-000001' })
  receive(t, 'dinar', '1000.000', { party: 'P-000001' })
  const promise = { fund: 'care', source: 'member', party: 'P-000001', amount: '200.00' } as const
  t.does(contributions.pledge, { ...promise, made_on: '2026-03-05' })
  const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants' } as const
  t.does(payouts.pay, { ...paid, amount: '100.00', paid_on: '2026-03-10' })
  t.does(payouts.comeBack, { payout: 1, amount: '40.00', returned_on: '2026-03-11' })
  reverseIn(t, t.does(payouts.pay, { ...paid, amount: '10.00' }).output.entry)
  const kind = 'vouchers_outstanding'
  t.does(commitments.make, { fund: 'care', kind, amount: '300.00', made_on: '2026-03-12' })
  const reason = 'Cover'
  const lent = { from: 'free', to: 'care', terms: 'advance', amount: '120.00', reason } as const
  t.does(transfers.make, { ...lent, made_on: '2026-03-15' })
  const back = { from: 'care', to: 'free', terms: 'repayment', amount: '20.00', reason } as const
  t.does(transfers.make, { ...back, made_on: '2026-03-20' })
  t.does(close, { month: '2026-01' })
  return t
}

function reverseIn(t: TestBook, entry: number): void {
  t.does(reverse, { entry, reason: 'Wrong' })
}
