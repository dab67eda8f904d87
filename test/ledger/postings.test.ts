/** What each command posts under each chart, as text that people read: test/golden/postings.txt. */
import { expect, it } from 'vitest'
import type { AnyCommand } from '../../src/book/registry.ts'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { chartIds } from '../../src/ledger/charts/charts.ts'
import { entry as showEntry } from '../../src/ledger/entry-queries.ts'
import { newestEntry, openFund } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const gift = { fund: 'care', source: 'member', party: 'P-000001' } as const
const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants' } as const
const moved = { from: 'free', to: 'care', reason: 'Cover' } as const
const reason = 'Wrong'

const script: readonly (readonly [string, AnyCommand, Readonly<Record<string, unknown>>])[] = [
  [
    'from a member, by bank',
    contributions.receive,
    { ...gift, party: { kind: 'person', name: 'A' }, amount: '1000' },
  ],
  [
    'in cash, to a free fund',
    contributions.receive,
    { ...gift, fund: 'free', form: 'cash', amount: '500' },
  ],
  [
    'earmarked, to a free fund',
    contributions.receive,
    { ...gift, fund: 'free', earmark: 'Roof', amount: '400' },
  ],
  [
    'from an organisation',
    contributions.receive,
    { ...gift, source: 'organisation', amount: '300' },
  ],
  ['of public money', contributions.receive, { ...gift, source: 'public_money', amount: '200' }],
  ['from an upper level', contributions.receive, { ...gift, source: 'upper_level', amount: '100' }],
  ['in kind', contributions.receive, { ...gift, form: 'in_kind', amount: '90' }],
  ['unidentified', contributions.receive, { fund: 'care', source: 'unidentified', amount: '80' }],
  ['', contributions.identify, { contribution: 8, source: 'member', party: 'P-000001' }],
  ['unidentified', contributions.receive, { fund: 'care', source: 'unidentified', amount: '70' }],
  ['of what is unidentified', contributions.refund, { contribution: 9, reason }],
  ['', contributions.pledge, { ...gift, amount: '60' }],
  ['that keeps a part of a pledge', contributions.receive, { ...gift, pledge: 1, amount: '50' }],
  [
    'in kind, that keeps the rest of it',
    contributions.receive,
    { ...gift, pledge: 1, form: 'in_kind', amount: '10' },
  ],
  [
    'of part of what kept a pledge',
    contributions.refund,
    { contribution: 10, amount: '20', reason },
  ],
  ['of part of a gift', contributions.refund, { contribution: 1, amount: '300', reason }],
  ['of what was identified', contributions.refund, { contribution: 8, reason }],
  ['of goods', contributions.refund, { contribution: 7, amount: '5', reason }],
  ['to a person', payouts.pay, { ...paid, amount: '40' }],
  [
    'in cash, of another fund',
    payouts.pay,
    { ...paid, fund: 'free', category: 'comfort_visits', form: 'cash', amount: '30' },
  ],
  ['of part of a payout', payouts.comeBack, { payout: 1, amount: '10' }],
  ['of cash', payouts.comeBack, { payout: 2 }],
  ['', commitments.make, { fund: 'care', kind: 'vouchers_outstanding', amount: '25' }],
  ['of a part', commitments.release, { commitment: 1, amount: '15' }],
  ['as an advance', transfers.make, { ...moved, terms: 'advance', amount: '24' }],
  [
    'as its repayment',
    transfers.make,
    { ...moved, from: 'care', to: 'free', terms: 'repayment', amount: '4' },
  ],
  [
    'for good, in cash',
    transfers.make,
    { ...moved, terms: 'permanent', form: 'cash', amount: '3' },
  ],
  ['of that transfer', reverse, { entry: 27, reason }],
  ['of a contribution that kept a pledge', reverse, { entry: 14, reason }],
]

function posted(t: TestBook, [what, command, input]: (typeof script)[number]): string {
  const before = newestEntry(t)
  t.does(command, input)
  const lines = [`${command.name}${what === '' ? '' : ` (${what})`}`]
  for (let entry = before + 1; entry <= newestEntry(t); entry += 1) {
    const { kind, postings } = t.asks(showEntry, { entry })
    for (const { fund, debit, credit, amount, currency } of postings) {
      lines.push(`    ${kind}: ${fund}, debit ${debit}, credit ${credit}, ${amount} ${currency}`)
    }
  }
  return lines.join('\n')
}

it('each command posts what the golden text says', async () => {
  const pages = chartIds.map((chart) => {
    const t = bookForTests({ inMemory: true, chart })
    openFund(t, 'care')
    openFund(t, 'free', { restriction: 'unrestricted' })
    const lines = script.map((line) => posted(t, line))
    t.close()
    return [`CHART ${chart}`, ...lines].join('\n')
  })
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('../golden/postings.txt')
})
