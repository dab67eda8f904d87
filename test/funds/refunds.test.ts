/** Refunds: owed to the giver, and told of where they uncover what was promised to others. */
import { expect, it } from 'vitest'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

const reason = 'Sent by mistake'

it('a refund may take promised money, says so, and nothing more is given until it is covered', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '100.00')
  const promise = { fund: 'care', kind: 'awards_on_notice', amount: '80.00' } as const
  t.does(commitments.make, promise)
  const part = t.does(contributions.refund, { contribution: 1, amount: '15.00', reason })
  expect(part.output.available).toBe('5.00')
  const rest = t.does(contributions.refund, { contribution: 1, amount: '60.00', reason })
  expect(rest.output.available).toBe('-55.00')
  expect(t.asks(funds.show, { fund: 'care' })).toMatchObject({
    money: '25.00',
    commitments: '80.00',
    available: '-55.00',
  })
  const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '0.01' } as const
  expect(t.refuses(payouts.pay, paid).code).toBe('fund.more_than_available')
  t.does(commitments.release, { commitment: 1 })
  t.does(payouts.pay, { ...paid, amount: '10.00' })
  // The money itself must be there.
  expect(t.refuses(contributions.refund, { contribution: 1, amount: '15.01', reason }).code).toBe(
    'account.below_floor',
  )
  t.close()
})

it('a gift of unknown origin, given back, was never available', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '10.00')
  t.does(contributions.receive, { fund: 'care', source: 'unidentified', amount: '40.00' })
  const { output } = t.does(contributions.refund, { contribution: 2, reason })
  expect(output.available).toBe('10.00')
  t.close()
})

it('day.before_origin: income is not given back before the day it was recognised', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  const nameless = { fund: 'care', source: 'unidentified', amount: '40.00' } as const
  t.does(contributions.receive, { ...nameless, received_on: '2026-03-02' })
  const party = { kind: 'person', name: 'Zhang Xiaoming' } as const
  const whose = { contribution: 1, source: 'member', party } as const
  t.does(contributions.identify, { ...whose, identified_on: '2026-03-20' })
  const back = { contribution: 1, reason } as const
  expect(t.refuses(contributions.refund, { ...back, refunded_on: '2026-03-19' }).code).toBe(
    'day.before_origin',
  )
  t.does(contributions.refund, { ...back, refunded_on: '2026-03-20' })
  t.close()
})
