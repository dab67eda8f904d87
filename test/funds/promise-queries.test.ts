import { describe, expect, it } from 'vitest'
import { show as showContribution } from '../../src/funds/contribution-queries.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as pledges from '../../src/funds/pledge-queries.ts'
import { list as listReceipts } from '../../src/funds/receipt-queries.ts'
import { give } from '../../src/funds/receipts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

function promised(t: TestBook, amount: string, name = 'Li Hua') {
  const party = { kind: 'person', name } as const
  return t.does(contributions.pledge, { fund: 'care', source: 'member', party, amount }).output
}

describe('pledges', () => {
  it('tell what is kept of them and what is open, also after a refund and a reversal', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const { pledge, party, entry } = promised(t, '100.00')
    const states = () =>
      pledges.pledgeStates.filter(
        (state) => t.asks(pledges.list, { state, fund: 'care' }).pledges.length > 0,
      )
    const seen = () => {
      const { kept, left } = t.asks(pledges.show, { pledge })
      return [kept, left, ...states()]
    }
    expect(seen()).toEqual(['0.00', '100.00', 'open'])
    const contribution = receive(t, 'care', '60.00', { pledge, party })
    receive(t, 'care', '40.00', { pledge, party })
    expect(seen()).toEqual(['100.00', '0.00', 'kept'])
    t.does(contributions.refund, { contribution, amount: '10.00', reason: 'Sent twice' })
    expect(seen()).toEqual(['90.00', '10.00', 'open'])
    t.does(contributions.refund, { contribution, reason: 'Sent twice' })
    for (const id of [5, 4, 3, 2]) t.does(reverse, { entry: id, reason: 'Wrong' })
    t.does(reverse, { entry, reason: 'Wrong' })
    expect(seen()).toEqual(['0.00', '0.00', 'reversed'])
    t.close()
  })

  it('[N2] are found by fund, party, number and name, and by no name that is masked', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    openFund(t, 'free')
    promised(t, '100.00')
    promised(t, '50.00', 'Wu Mei')
    const numbers = (asked: object, as = {}) =>
      t.asks(pledges.list, asked, as).pledges.map(({ pledge }) => pledge)
    expect(numbers({})).toEqual([2, 1])
    expect(numbers({ fund: 'free' })).toEqual([])
    expect(numbers({ party: 'P-000002' })).toEqual([2])
    expect(numbers({ q: '1' })).toEqual([1])
    expect(numbers({ q: 'Mei' })).toEqual([2])
    expect(numbers({ q: 'Mei' }, { readsNames: false })).toEqual([])
    const { next } = t.asks(pledges.list, { limit: 1 })
    expect(numbers({ limit: 1, cursor: next! })).toEqual([1])
    t.close()
  })
})

describe('receipts', () => {
  it('are listed with those to whom they were given, the void ones too', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const nameless = { fund: 'care', source: 'unidentified', amount: '5.00' } as const
    const { contribution } = t.does(contributions.receive, nameless).output
    const given = ['Li Hua', 'Wu Mei'].map((name) => {
      const party = { kind: 'person', name } as const
      const whose = { contribution, source: 'member', party } as const
      const { entry } = t.does(contributions.identify, whose).output
      const { receipt } = t.does(give, { contribution, statutory_number: 'A-1' }).output
      if (name === 'Li Hua') t.does(reverse, { entry, reason: 'Another sent it' })
      return receipt
    })
    const numbers = (asked: object) =>
      t.asks(listReceipts, asked).receipts.map(({ receipt }) => receipt)
    expect(numbers({})).toEqual([given[1], given[0]])
    expect(t.asks(listReceipts, {}).receipts[1]).toMatchObject({
      party: { party: 'P-000001', name: 'Li Hua' },
      amount: '5.00',
      statutory_number: 'A-1',
      voided_by: t.asks(showContribution, { contribution }).identifications[0]!.reversed_by,
    })
    expect(numbers({ state: 'standing' })).toEqual([given[1]])
    expect(numbers({ state: 'void' })).toEqual([given[0]])
    expect(numbers({ q: 'Li' })).toEqual([given[0]])
    expect(numbers({ party: 'P-000002' })).toEqual([given[1]])
    expect(numbers({ q: 'r-care-2026-0001' })).toEqual([given[0]])
    expect(numbers({ q: String(contribution) })).toHaveLength(2)
    expect(numbers({ fund: 'care', from: '2026-03-31', to: '2026-03-31' })).toHaveLength(2)
    expect(numbers({ to: '2026-03-30' })).toEqual([])
    receive(t, 'care', '9.00')
    const { receipt } = t.does(give, { contribution: 2 }).output
    t.does(reverse, { entry: t.asks(showContribution, { contribution: 2 }).entry, reason: 'Wrong' })
    expect(numbers({ state: 'void' })).toEqual([receipt, given[0]])
    t.close()
  })
})
