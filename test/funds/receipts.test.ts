import { describe, expect, it } from 'vitest'
import { show } from '../../src/funds/contribution-queries.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as receipts from '../../src/funds/receipts.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

describe('receipts', () => {
  it('are numbered without a gap, per fund and year, whatever the codes of other funds', () => {
    const t = bookForTests({ inMemory: true })
    // R-CARE-2026-2026-0001 of the second fund begins as the numbers of the first one do.
    for (const fund of ['care', 'care-2026', 'care-2']) openFund(t, fund)
    const numbers = ['care', 'care-2026', 'care', 'care-2', 'care-2026', 'care'].map((fund) => {
      const contribution = receive(t, fund, '1.00')
      return t.does(receipts.give, { contribution }).output.receipt
    })
    expect(numbers).toEqual([
      'R-CARE-2026-0001',
      'R-CARE-2026-2026-0001',
      'R-CARE-2026-0002',
      'R-CARE-2-2026-0001',
      'R-CARE-2026-2026-0002',
      'R-CARE-2026-0003',
    ])
    t.at('2026-12-31T16:00:00Z')
    const contribution = receive(t, 'care', '1.00')
    expect(t.does(receipts.give, { contribution }).output.receipt).toBe('R-CARE-2027-0001')
    t.close()
  })

  it('are given once, and only when it is known whose the contribution is', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const nameless = { fund: 'care', source: 'unidentified', amount: '5.00' } as const
    const { contribution } = t.does(contributions.receive, nameless).output
    expect(t.refuses(receipts.give, { contribution }).message).toContain('not yet known whose')
    const party = { kind: 'person', name: 'Zhang Xiaoming' } as const
    t.does(contributions.identify, { contribution, source: 'member', party })
    const { receipt } = t.does(receipts.give, { contribution, statutory_number: '1100-22' }).output
    const again = t.refuses(receipts.give, { contribution })
    expect([again.code, again.message]).toEqual([
      'receipt.impossible',
      `Contribution 1 gets no receipt: it has the receipt ${receipt}.`,
    ])
    expect(t.asks(show, { contribution })).toMatchObject({ receipt, source: 'member' })
    t.close()
  })
})
