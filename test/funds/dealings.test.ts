import { describe, expect, it } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import { dealings } from '../../src/funds/dealings.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

const person = { kind: 'person', name: 'Li Hua' } as const

describe('what a party gave and was paid', () => {
  it('is what stands, by fund: without refunds, returns and reversals', () => {
    const t = bookForTests({ inMemory: true })
    for (const fund of ['care', 'free', 'idle']) openFund(t, fund)
    receive(t, 'care', '1000.00')
    const kept = receive(t, 'free', '30.00', { party: 'P-000001' })
    t.does(contributions.refund, { contribution: kept, amount: '12.00', reason: 'Too much' })
    const nameless = { fund: 'care', source: 'unidentified', amount: '5.00' } as const
    const { contribution } = t.does(contributions.receive, nameless).output
    const whose = { contribution, source: 'member', party: 'P-000001' } as const
    const { entry } = t.does(contributions.identify, whose).output
    const paid = { fund: 'care', category: 'care_grants' } as const
    const helped = { payee: 'P-000001', beneficiary: person, amount: '80.00' } as const
    const { payout } = t.does(payouts.pay, { ...paid, ...helped }).output
    t.does(payouts.comeBack, { payout, amount: '20.00' })
    t.does(payouts.pay, { ...paid, payee: 'P-000002', amount: '7.00' })
    const wrong = t.does(payouts.pay, { ...paid, payee: 'P-000002', amount: '1.00' }).output
    t.does(reverse, { entry: wrong.entry, reason: 'Wrong' })
    const of = (party: string) => {
      const { funds } = t.asks(dealings, { party })
      return funds.map((row) => [row.fund, row.given, row.helped, row.paid_for_others])
    }
    expect(of('P-000001')).toEqual([
      ['care', '1005.00', '0.00', '60.00'],
      ['free', '18.00', '0.00', '0.00'],
    ])
    expect(of('P-000002')).toEqual([['care', '0.00', '67.00', '0.00']])
    t.does(reverse, { entry, reason: 'Somebody else' })
    expect(of('P-000001')[0]).toEqual(['care', '1000.00', '0.00', '60.00'])
    t.close()
  })
})
