import { describe, expect, it } from 'vitest'
import { give } from '../../src/funds/receipts.ts'
import { issue } from '../../src/statements/commands.ts'
import { everything } from '../../src/work/search.ts'
import { openFund, receive, scene } from '../funds/scene.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

const found = (t: TestBook, q: string, as = {}) =>
  t.asks(everything, { q }, as).results.map(({ type, reference }) => `${type}/${reference}`)

describe('search.everything', () => {
  it('finds by number, code, name and reference, the exact first', () => {
    const t = scene()
    openFund(t, 'care-2026', { name: 'Aid for winter' })
    t.does(give, { contribution: 1 })
    t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
    const table: [string, string[]][] = [
      ['1', ['contribution/1', 'payout/1', 'pledge/1', 'commitment/1', 'transfer/1', 'entry/1']],
      ['#7', ['contribution/7', 'entry/7']],
      ['99999', []],
      ['1100', ['account/1100']],
      ['p-000001', ['party/P-000001']],
      ['P-999999', []],
      ['r-care', ['receipt/R-CARE-2026-0001']],
      ['CARE-2026-0001', ['statement/CARE-2026-0001']],
      ['care-2026', ['fund/care-2026', 'statement/CARE-2026-0001']],
      ['WINTER', ['fund/care-2026']],
      ['xiaoming', ['party/P-000001']],
      ['银行存款', ['account/1100']],
      ['％', []],
    ]
    for (const [q, expected] of table) {
      const named = found(t, q).filter((one) => expected.length > 0 || !one.startsWith('account'))
      expect([q, named.slice(0, expected.length || 20)]).toEqual([q, expected])
    }
    t.close()
  })

  it('finds no person by name for who may not read names, and answers at most twenty', () => {
    const t = scene()
    for (let at = 0; at < 25; at += 1) openFund(t, `club-${at}`)
    expect(t.asks(everything, { q: 'club' })).toMatchObject({ more: true, results: { length: 20 } })
    receive(t, 'care', '1.00', { party: { kind: 'organisation', name: 'Zhang & Co' } })
    expect(found(t, 'Zhang')).toEqual(['party/P-000001', 'party/P-000002'])
    expect(found(t, 'Zhang', { readsNames: false })).toEqual(['party/P-000002'])
    const [person] = t.asks(everything, { q: 'P-000001' }, { readsNames: false }).results
    expect(person?.name).toBe('Z. X.')
    t.close()
  })
})
