/** Every refusal about funds, contributions, transfers, payouts and commitments, provoked. */
import { afterAll, describe, expect, it } from 'vitest'
import type { AnyCommand } from '../../src/book/registry.ts'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import * as receipts from '../../src/funds/receipts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { scene } from './scene.ts'

type Given = Readonly<Record<string, unknown>>

const fund = { fund: 'new', name: 'New', restriction: 'purpose', purpose: 'Hardship' }
const gift = { fund: 'care', source: 'member', party: 'P-000001', amount: '1.00' }
const pledge = { fund: 'care', source: 'member', party: 'P-000001', amount: '1.00' }
const known = { contribution: 5, source: 'member', party: 'P-000001' }
const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '1.00' }
const set = { fund: 'care', kind: 'loans_approved', amount: '1.00' }
const moved = { from: 'free', to: 'care', terms: 'permanent', amount: '1.00', reason: 'Cover' }
const why = { reason: 'Wrong' }
const before = { received_on: '2026-02-28' }

/** The refusal, the command, what is sent, and words of the sentence: the values that matter. */
const refused: readonly (readonly [string, AnyCommand, Given, string?])[] = [
  ['fund.exists', funds.open, { ...fund, fund: 'care' }, '"care"'],
  ['currency.unknown', funds.open, { ...fund, currency: 'XAU' }, 'XAU'],
  ['amount.too_many_decimals', funds.open, { ...fund, policy: { preserved: '0.001' } }, '0.001'],
  ['fund.unknown', funds.changePolicy, { fund: 'nowhere', policy: {} }, '"nowhere"'],
  ['amount.not_positive', funds.changePolicy, { fund: 'care', policy: { largest_payout: '0' } }],

  ['fund.unknown', contributions.receive, { ...gift, fund: 'nowhere' }, '"nowhere"'],
  ['party.unknown', contributions.receive, { ...gift, party: 'P-999999' }, 'P-999999'],
  ['contribution.party_needed', contributions.receive, { ...gift, party: undefined }, 'member'],
  [
    'contribution.unidentified_has_no_party',
    contributions.receive,
    { ...gift, source: 'unidentified' },
  ],
  [
    'contribution.unidentified_in_money',
    contributions.receive,
    { fund: 'care', source: 'unidentified', amount: '1.00', form: 'in_kind' },
    'in_kind',
  ],
  ['day.in_future', contributions.receive, { ...gift, received_on: '2026-04-01' }, '2026-03-31'],
  ['period.closed', contributions.receive, { ...gift, received_on: '2026-01-31' }, '2026-01'],
  ['pledge.unknown', contributions.receive, { ...gift, pledge: 9 }, 'pledge 9'],
  ['pledge.mismatch', contributions.receive, { ...gift, fund: 'free', pledge: 1 }, 'another fund'],
  [
    'pledge.mismatch',
    contributions.receive,
    { ...gift, party: { kind: 'person', name: 'Li Si' }, pledge: 1 },
    'another party',
  ],
  [
    'pledge.exceeded',
    contributions.receive,
    { ...gift, amount: '200.01', pledge: 1 },
    '200.00 CNY',
  ],
  ['day.before_origin', contributions.receive, { ...gift, ...before, pledge: 1 }, '2026-03-05'],
  ['fund.unknown', contributions.pledge, { ...pledge, fund: 'nowhere' }],
  ['period.closed', contributions.pledge, { ...pledge, made_on: '2026-01-01' }],

  ['contribution.unknown', contributions.identify, { ...known, contribution: 99 }, '99'],
  [
    'contribution.reversed',
    contributions.identify,
    { ...known, contribution: 4 },
    'contribution 4',
  ],
  [
    'contribution.not_unidentified',
    contributions.identify,
    { ...known, contribution: 1 },
    'already',
  ],
  ['day.before_origin', contributions.identify, { ...known, identified_on: '2026-03-03' }],
  ['contribution.unknown', contributions.refund, { contribution: 99, ...why }],
  ['contribution.reversed', contributions.refund, { contribution: 4, ...why }],
  [
    'contribution.refund_too_large',
    contributions.refund,
    { contribution: 1, amount: '1000.01', ...why },
    '1000.00 CNY of contribution 1',
  ],
  [
    'day.before_origin',
    contributions.refund,
    { contribution: 1, refunded_on: '2026-03-02', ...why },
    '2026-03-03',
  ],
  ['contribution.unknown', receipts.give, { contribution: 99 }],
  ['contribution.reversed', receipts.give, { contribution: 4 }],
  ['receipt.impossible', receipts.give, { contribution: 5 }, 'not yet known whose'],

  ['transfer.same_fund', transfers.make, { ...moved, to: 'free' }, 'free'],
  ['transfer.currencies_differ', transfers.make, { ...moved, to: 'yen' }, 'CNY and JPY'],
  [
    'transfer.restriction_broken',
    transfers.make,
    { ...moved, from: 'care', to: 'free' },
    'restricted (purpose)',
  ],
  [
    'transfer.repayment_too_large',
    transfers.make,
    { ...moved, from: 'care', to: 'free', terms: 'repayment', amount: '100.01' },
    'owes free 100.00 CNY',
  ],
  [
    'transfer.repayment_too_large',
    transfers.make,
    { ...moved, from: 'care', to: 'free', terms: 'repayment', made_on: '2026-03-14' },
    'owes free 0.00 CNY',
  ],
  [
    'fund.more_than_available',
    transfers.make,
    { ...moved, amount: '400.01' },
    '400.00 CNY available',
  ],

  ['fund.more_than_available', payouts.pay, { ...paid, amount: '690.01' }, '690.00 CNY available'],
  ['payout.unknown', payouts.comeBack, { payout: 99 }, 'payout 99'],
  ['payout.reversed', payouts.comeBack, { payout: 2 }, 'payout 2'],
  [
    'payout.return_too_large',
    payouts.comeBack,
    { payout: 1, amount: '60.01' },
    '60.00 CNY of payout 1',
  ],
  ['day.before_origin', payouts.comeBack, { payout: 1, returned_on: '2026-03-09' }, '2026-03-10'],
  ['fund.more_than_available', commitments.make, { ...set, amount: '690.01' }, '690.00 CNY'],
  ['commitment.unknown', commitments.release, { commitment: 99 }, 'commitment 99'],
  [
    'commitment.release_too_large',
    commitments.release,
    { commitment: 1, amount: '300.01' },
    '300.00 CNY still set aside',
  ],
  ['day.before_origin', commitments.release, { commitment: 1, released_on: '2026-03-11' }],
  ['entry.unknown', reverse, { entry: 999, ...why }, 'entry 999'],
]

describe('funds refuse', () => {
  const t = scene()
  afterAll(() => t.close())

  it.each(refused.map((row) => ({ row, code: row[0] })))('$code', ({ row }) => {
    const [code, command, given, words = ''] = row
    const input = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    )
    const refusal = t.refuses(command, input)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(words)
    expect(refusal.remedy).not.toBe('')
  })
})

describe('policies', () => {
  it('fund.larger_than_policy and fund.category_not_allowed: a policy binds payouts from then on', () => {
    const t = scene()
    const policy = { largest_payout: '20.00', payout_categories: ['care_grants' as const] }
    t.does(funds.changePolicy, { fund: 'care', policy })
    const over = t.refuses(payouts.pay, { ...paid, amount: '20.01' } as never)
    expect([over.code, over.message]).toEqual([
      'fund.larger_than_policy',
      'The policy of the fund care allows at most 20.00 CNY a payout; this is 20.01 CNY.',
    ])
    const other = t.refuses(payouts.pay, { ...paid, category: 'comfort_visits' } as never)
    expect(other.code).toBe('fund.category_not_allowed')
    t.does(payouts.pay, { ...paid, amount: '20.00' } as never)
    t.does(funds.changePolicy, { fund: 'care', policy: {} })
    t.does(payouts.pay, { ...paid, category: 'comfort_visits', amount: '20.01' } as never)
    expect(
      t.book.store.all('select count(*) as versions from fund_policy where fund_id = 1', []),
    ).toEqual([{ versions: 3 }])
    t.close()
  })

  it('preserved principal is not available, and not more than it is bound', () => {
    const t = scene()
    t.does(funds.changePolicy, { fund: 'free', policy: { preserved: '399.99' } })
    expect(t.asks(funds.show, { fund: 'free' })).toMatchObject({
      money: '400.00',
      preserved: '399.99',
      available: '0.01',
    })
    const pay = { ...paid, fund: 'free' } as const
    expect(t.refuses(payouts.pay, { ...pay, amount: '0.02' } as never).code).toBe(
      'fund.more_than_available',
    )
    t.does(payouts.pay, { ...pay, amount: '0.01' } as never)
    t.close()
  })
})
