import { describe, expect, it } from 'vitest'
import { close as closeFund } from '../../src/funds/closing.ts'
import * as contributions from '../../src/funds/contributions.ts'
import { give } from '../../src/funds/receipts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { close, request } from '../../src/ledger/commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { type WaitingCode, waiting } from '../../src/work/waiting.ts'
import { openFund, receive, scene } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const items = (t: TestBook, as = {}) => t.asks(waiting, {}, as).items
const of = (t: TestBook, code: WaitingCode, as = {}) =>
  items(t, as).find((item) => item.code === code)

describe('work.waiting', () => {
  it('is empty in a book in which nothing was done', () => {
    const t = bookForTests({ inMemory: true })
    expect(items(t)).toEqual([])
    openFund(t, 'example')
    expect(items(t)).toEqual([
      {
        code: 'funds_empty',
        count: 1,
        more: false,
        oldest_on: null,
        month: null,
        subjects: ['fund/example'],
      },
    ])
    t.does(closeFund, { fund: 'example', reason: 'Not needed' })
    expect(items(t)).toEqual([])
    t.close()
  })

  it('counts what is to be identified and what is to be receipted, as it is done', () => {
    const t = scene()
    expect(of(t, 'contributions_unidentified')).toMatchObject({
      count: 1,
      oldest_on: '2026-03-04',
      subjects: ['contribution/5'],
    })
    const missing = () => of(t, 'contributions_without_receipt')
    expect(missing()).toMatchObject({
      count: 5,
      subjects: [1, 2, 3, 6, 7].map((id) => `contribution/${id}`),
    })
    t.does(give, { contribution: 1 })
    const party = 'P-000001'
    const { entry } = t.does(contributions.identify, {
      contribution: 5,
      source: 'member',
      party,
    }).output
    expect(of(t, 'contributions_unidentified')).toBeUndefined()
    expect(missing()).toMatchObject({ count: 5, oldest_on: '2026-03-01' })
    t.does(give, { contribution: 5 })
    expect(missing()?.count).toBe(4)
    // The receipt is void with the identification that it stood on.
    t.does(reverse, { entry, reason: 'Not hers' })
    expect(missing()?.count).toBe(4)
    expect(of(t, 'contributions_unidentified')?.count).toBe(1)
    t.does(contributions.identify, { contribution: 5, source: 'member', party })
    expect(missing()?.count).toBe(5)
    t.does(contributions.refund, { contribution: 7, amount: '1000.000', reason: 'Sent twice' })
    t.does(contributions.refund, { contribution: 3, amount: '1.00', reason: 'Too much' })
    expect(missing()?.count).toBe(4)
    for (const contribution of [2, 3, 5, 6]) t.does(give, { contribution })
    expect(missing()).toBeUndefined()
    t.close()
  })

  it('tells of a request to reopen whoever may decide, and not whoever asked', () => {
    const t = scene()
    t.does(request, { month: '2026-01', reason: 'A late bill' }, { actor: 'user:2' })
    const item = { count: 1, subjects: ['period/2026-01'], oldest_on: '2026-01-31' }
    expect(of(t, 'reopenings_to_decide')).toMatchObject(item)
    expect(of(t, 'reopenings_to_decide', { role: 'approver' })).toMatchObject(item)
    expect(of(t, 'reopenings_to_decide', { actor: 'user:2' })).toBeUndefined()
    expect(of(t, 'reopenings_to_decide', { role: 'auditor' })).toBeUndefined()
    t.close()
  })

  it('tells of months that are over, and of statements that are missing or outdated', () => {
    const t = scene()
    t.at('2026-05-02T02:00:00Z')
    expect(of(t, 'months_to_close')).toMatchObject({
      count: 3,
      oldest_on: '2026-02-28',
      subjects: ['period/2026-02', 'period/2026-03', 'period/2026-04'],
    })
    expect(of(t, 'statements_missing')).toBeUndefined()
    const march = { from: '2026-03-01', to: '2026-03-31' }
    t.does(issue, { fund: 'care', ...march })
    expect(of(t, 'statements_outdated')).toBeUndefined()
    receive(t, 'care', '1.00', { party: 'P-000001', received_on: '2026-03-30' })
    expect(of(t, 'statements_outdated')).toMatchObject({
      count: 1,
      subjects: ['statement/CARE-2026-0001'],
      oldest_on: '2026-03-31',
    })
    t.does(issue, { fund: 'care', ...march })
    expect(of(t, 'statements_outdated')).toBeUndefined()
    t.does(close, { month: '2026-03' })
    expect(of(t, 'statements_missing', { role: 'auditor' })).toMatchObject({
      count: 3,
      month: '2026-03',
      subjects: ['fund/dinar', 'fund/free', 'fund/yen'],
    })
    expect(of(t, 'months_to_close')?.count).toBe(2)
    t.close()
  })

  it('tells of pledges that are open for a year, and of funds that promised more than they hold', () => {
    const t = scene()
    expect(of(t, 'pledges_long_open')).toBeUndefined()
    t.at('2027-03-05T02:00:00Z')
    expect(of(t, 'pledges_long_open')).toMatchObject({
      subjects: ['pledge/1'],
      oldest_on: '2026-03-05',
    })
    const kept = { party: 'P-000001', amount: '200.00', pledge: 1 }
    t.does(contributions.receive, { fund: 'care', source: 'member', ...kept })
    expect(of(t, 'pledges_long_open')).toBeUndefined()
    expect(of(t, 'funds_overdrawn')).toBeUndefined()
    // The money that the commitment stands on is given back.
    t.does(contributions.refund, { contribution: 1, amount: '1000.00', reason: 'Sent twice' })
    expect(of(t, 'funds_overdrawn', { role: 'auditor' })).toMatchObject({ subjects: ['fund/care'] })
    t.close()
  })

  it('tells each role only what it may do', () => {
    const t = scene()
    t.at('2026-05-02T02:00:00Z')
    const codes = (role: 'approver' | 'auditor' | 'pairing_coordinator') =>
      items(t, { role }).map(({ code }) => code)
    expect([codes('approver'), codes('pairing_coordinator')]).toEqual([[], []])
    t.does(close, { month: '2026-03' })
    expect(codes('auditor')).toEqual(['statements_missing'])
    t.close()
  })
})
