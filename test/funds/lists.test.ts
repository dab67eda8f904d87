import { describe, expect, it } from 'vitest'
import * as contributionQueries from '../../src/funds/contribution-queries.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as payoutQueries from '../../src/funds/payout-queries.ts'
import { give } from '../../src/funds/receipts.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { receive, scene } from './scene.ts'

const gifts = (t: TestBook, input: object, as = {}) =>
  t
    .asks(contributionQueries.list, input as never, as)
    .contributions.map(({ contribution }) => contribution)
const paid = (t: TestBook, input: object, as = {}) =>
  t.asks(payoutQueries.list, input as never, as).payouts.map(({ payout }) => payout)

describe('contributions.list', () => {
  it('finds by fund, source, form, days, state, party and search', () => {
    const t = scene()
    t.does(give, { contribution: 1 })
    const table: [object, number[]][] = [
      [{}, [7, 6, 5, 4, 3, 1, 2]],
      [{ order: 'ascending' }, [2, 1, 3, 4, 5, 6, 7]],
      [{ sort: 'newest' }, [7, 6, 5, 4, 3, 2, 1]],
      [{ fund: 'care' }, [5, 4, 3, 1]],
      [{ fund: 'care', sort: 'amount' }, [1, 4, 5, 3]],
      [{ fund: 'care', sort: 'newest', order: 'ascending' }, [1, 3, 4, 5]],
      [{ form: 'cash' }, [3]],
      [{ source: 'unidentified' }, [5, 4]],
      [{ source: 'member', fund: 'care' }, [3, 1]],
      [{ from: '2026-03-02', to: '2026-03-03' }, [3, 1]],
      [{ from: '2026-03-04', to: '2026-03-04', sort: 'amount' }, [4, 5]],
      [{ state: 'unidentified' }, [5]],
      [{ state: 'reversed' }, [4]],
      [{ state: 'standing', fund: 'care' }, [5, 3, 1]],
      [{ state: 'without_receipt' }, [7, 6, 3, 2]],
      [{ state: 'refunded' }, []],
      [{ party: 'P-000001', fund: 'care' }, [3, 1]],
      [{ q: 'p-000001', form: 'cash' }, [3]],
      [{ q: 'xiaom', fund: 'free' }, [2]],
      [{ q: '6' }, [6]],
      [{ q: 'R-CARE-2026-0001' }, [1]],
      [{ q: 'nobody at all' }, []],
      [{ pledge: 1 }, []],
    ]
    for (const [input, expected] of table) {
      expect([input, gifts(t, input)]).toEqual([input, expected])
    }
    t.close()
  })

  it('follows an identification to its party and source, and back when that is reversed', () => {
    const t = scene()
    const party = { kind: 'organisation', name: 'Workshop Co-op' } as const
    t.does(contributions.identify, { contribution: 5, source: 'organisation', party })
    expect(gifts(t, { state: 'unidentified' })).toEqual([])
    expect(gifts(t, { source: 'organisation' })).toEqual([5])
    expect(gifts(t, { q: 'workshop' })).toEqual([5])
    expect(gifts(t, { state: 'without_receipt', fund: 'care' })).toEqual([5, 3, 1])
    const [identified] = t.asks(contributionQueries.show, { contribution: 5 }).identifications
    expect(identified).toMatchObject({ source: 'organisation', party: { name: party.name } })
    t.does(contributions.refund, { contribution: 1, amount: '1000.00', reason: 'Sent twice' })
    expect(gifts(t, { state: 'refunded' })).toEqual([1])
    expect(gifts(t, { state: 'without_receipt', fund: 'care' })).toEqual([5, 3])
    const { refunds } = t.asks(contributionQueries.show, { contribution: 1 }, { readsNames: false })
    expect(refunds.map(({ amount, reason }) => [amount, reason])).toEqual([['1000.00', '***']])
    t.close()
  })

  it('finds no person for who may not read names, and no name in what it answers', () => {
    const t = scene()
    expect(gifts(t, { q: 'Zhang' }, { readsNames: false })).toEqual([])
    expect(gifts(t, { q: 'Z' }, { readsNames: false })).toEqual([])
    const masked = t.asks(contributionQueries.list, {}, { readsNames: false })
    expect(JSON.stringify(masked)).not.toContain('Zhang')
    t.close()
  })

  it('adds up what it finds, by fund', () => {
    const t = scene()
    const totals = (input: object) => t.asks(contributionQueries.list, input).totals
    expect(totals({ fund: 'care', state: 'standing' })).toEqual([
      { fund: 'care', currency: 'CNY', count: 3, amount: '1110.00' },
    ])
    expect(totals({ form: 'bank', from: '2026-03-31' })).toEqual([
      { fund: 'yen', currency: 'JPY', count: 1, amount: '1000' },
      { fund: 'dinar', currency: 'KWD', count: 1, amount: '1000.000' },
    ])
    expect(totals({ q: 'nobody' })).toEqual([])
    t.close()
  })

  it('treats what stands for anything in a search as what it is', () => {
    const t = scene()
    receive(t, 'care', '1.00', { party: { kind: 'person', name: '100%_\\ sure' } })
    expect(gifts(t, { q: '100% sure' })).toEqual([8])
    // Signs alone name nobody.
    for (const q of ['%', '_\\', '*', '"', 'NEAR(a b)', '^']) expect(gifts(t, { q })).toEqual([])
    expect(gifts(t, { q: "' or 1=1 --" })).toEqual([])
    t.close()
  })
})

describe('payouts.list', () => {
  it('finds by fund, party, category, form and state', () => {
    const t = scene()
    const table: [object, number[]][] = [
      [{}, [2, 1]],
      [{ state: 'standing' }, [1]],
      [{ state: 'reversed' }, [2]],
      [{ state: 'returned' }, [1]],
      [{ category: 'administration' }, []],
      [{ party: 'P-000001', sort: 'amount', order: 'ascending' }, [2, 1]],
      [{ beneficiary: 'P-000001', fund: 'care' }, [2, 1]],
      [{ payee: 'P-000001', fund: 'free' }, []],
      [{ form: 'cash' }, []],
      [{ q: 'Zhang' }, [2, 1]],
      [{ q: '1' }, [1]],
      [{ to: '2026-03-10' }, [1]],
    ]
    for (const [input, expected] of table)
      expect([input, paid(t, input)]).toEqual([input, expected])
    const { returns } = t.asks(payoutQueries.show, { payout: 1 })
    expect(returns.map(({ amount, day }) => [amount, day])).toEqual([['40.00', '2026-03-11']])
    t.close()
  })
})
