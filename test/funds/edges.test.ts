/** Amounts at the edge of what is there: nothing, all of it, one minor unit more or less. */
import { describe, expect, it } from 'vitest'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

const currencies = [
  {
    currency: 'CNY',
    all: '925.00',
    more: '925.01',
    less: '924.99',
    one: '0.01',
    zero: '0.00',
    fine: '1.001',
  },
  { currency: 'JPY', all: '925', more: '926', less: '924', one: '1', zero: '0', fine: '1.0' },
  {
    currency: 'KWD',
    all: '925.000',
    more: '925.001',
    less: '924.999',
    one: '0.001',
    zero: '0.000',
    fine: '1.0001',
  },
] as const

function book(currency: string, all: string): TestBook {
  const t = bookForTests({ inMemory: true, currency })
  openFund(t, 'care')
  openFund(t, 'other')
  receive(t, 'care', all)
  return t
}

const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants' } as const
const moved = { from: 'care', to: 'other', terms: 'advance', reason: 'Cover' } as const
const set = { fund: 'care', kind: 'awards_on_notice' } as const

describe.each(currencies)('in $currency', ({ currency, all, more, less, one, zero, fine }) => {
  it('a fund can be spent wholly, to the last minor unit, and no further', () => {
    const t = book(currency, all)
    expect(t.refuses(payouts.pay, { ...paid, amount: more }).code).toBe('fund.more_than_available')
    expect(t.refuses(payouts.pay, { ...paid, amount: zero }).code).toBe('amount.not_positive')
    expect(t.refuses(payouts.pay, { ...paid, amount: fine }).code).toBe('amount.too_many_decimals')
    t.does(payouts.pay, { ...paid, amount: less })
    expect(t.asks(funds.show, { fund: 'care' }).available).toBe(one)
    t.does(payouts.pay, { ...paid, amount: one })
    expect(t.asks(funds.show, { fund: 'care' }).available).toBe(zero)
    expect(t.refuses(payouts.pay, { ...paid, amount: one }).code).toBe('fund.more_than_available')
    t.close()
  })

  it('need 925, have 925: a payout, a transfer and a commitment of all there is', () => {
    for (const spend of [
      (t: TestBook) => t.does(payouts.pay, { ...paid, amount: all }),
      (t: TestBook) => t.does(transfers.make, { ...moved, amount: all }),
      (t: TestBook) => t.does(commitments.make, { ...set, amount: all }),
    ]) {
      const t = book(currency, all)
      spend(t)
      expect(t.asks(funds.show, { fund: 'care' }).available).toBe(zero)
      t.close()
    }
  })

  it('part refunds, returns, releases and repayments end at exactly the whole', () => {
    const t = book(currency, all)
    t.does(payouts.pay, { ...paid, amount: all })
    t.does(payouts.comeBack, { payout: 1, amount: less })
    expect(t.refuses(payouts.comeBack, { payout: 1, amount: less }).code).toBe(
      'payout.return_too_large',
    )
    expect(t.does(payouts.comeBack, { payout: 1 }).output.amount).toBe(one)
    expect(t.refuses(payouts.comeBack, { payout: 1 }).code).toBe('payout.return_too_large')
    t.does(commitments.make, { ...set, amount: all })
    t.does(commitments.release, { commitment: 1, amount: less })
    expect(t.does(commitments.release, { commitment: 1 }).output.amount).toBe(one)
    expect(t.refuses(commitments.release, { commitment: 1 }).code).toBe(
      'commitment.release_too_large',
    )
    t.does(transfers.make, { ...moved, amount: all })
    const back = { ...moved, from: 'other', to: 'care', terms: 'repayment' } as const
    t.does(transfers.make, { ...back, amount: less })
    t.does(transfers.make, { ...back, amount: one })
    expect(t.refuses(transfers.make, { ...back, amount: one }).code).toBe(
      'transfer.repayment_too_large',
    )
    const reason = 'Sent by mistake'
    t.does(contributions.refund, { contribution: 1, amount: less, reason })
    expect(t.does(contributions.refund, { contribution: 1, reason }).output.amount).toBe(one)
    expect(t.refuses(contributions.refund, { contribution: 1, reason }).code).toBe(
      'contribution.refund_too_large',
    )
    expect(t.asks(funds.show, { fund: 'care' })).toMatchObject({ money: zero, available: zero })
    t.close()
  })
})

describe('amounts that are none', () => {
  const bad = [
    ['0', 'amount.not_positive'],
    ['-1', 'amount.not_positive'],
    ['1e3', 'amount.unreadable'],
    ['0.001', 'amount.too_many_decimals'],
    ['9007199254740993', 'amount.too_large'],
    ['NaN', 'amount.unreadable'],
    ['１２', 'amount.unreadable'],
    ['1,00', 'amount.unreadable'],
    ['', 'amount.missing'],
    [' 1.00', 'amount.unreadable'],
    [100, 'input.invalid'],
    [null, 'input.invalid'],
  ] as const
  const t = book('CNY', '925.00')

  it.each(bad)('%s: %s', (amount, code) => {
    expect(t.refuses(payouts.pay, { ...paid, amount } as never).code).toBe(code)
  })

  it('amount.total_too_large: two that are each allowed, and together are not', () => {
    const largest = '90071992547409.91'
    const party = 'P-000001'
    receive(t, 'other', largest, { party })
    const gift = { fund: 'other', source: 'member', party, amount: '0.01' } as const
    expect(t.refuses(contributions.receive, gift).code).toBe('amount.total_too_large')
    const backdated = { ...gift, received_on: '2026-03-01' }
    expect(t.refuses(contributions.receive, backdated).code).toBe('amount.total_too_large')
    expect(t.asks(funds.show, { fund: 'other' }).money).toBe(largest)
  })
})
