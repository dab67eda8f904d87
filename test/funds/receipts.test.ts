import { describe, expect, it } from 'vitest'
import { throughout, type View } from '../../src/book/registry.ts'
import { list, show } from '../../src/funds/contribution-queries.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as receipts from '../../src/funds/receipts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { receiptDocument } from '../../src/statements/receipt-document.ts'
import { checkFacts } from '../../src/verification/facts.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

const person = { kind: 'person', name: 'Zhang Xiaoming' } as const

function printed(t: TestBook, number: string, readsNames = true) {
  const caller = { actor: 'test:reader', grants: throughout('auditor'), readsNames } as const
  const view: View = {
    ...t.book.store,
    at: t.now(),
    today: '2026-03-31' as View['today'],
    caller,
    scope: 'all',
  }
  return receiptDocument(view, number, 'en')
}

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

  it('are not given for what was given back, and are for what was kept of it', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const reason = 'Sent twice'
    receive(t, 'care', '10.00')
    t.does(contributions.refund, { contribution: 1, reason })
    expect(t.refuses(receipts.give, { contribution: 1 }).message).toContain(
      'all of it was given back',
    )
    receive(t, 'care', '10.00', { party: 'P-000001' })
    t.does(contributions.refund, { contribution: 2, amount: '4.00', reason })
    const { receipt } = t.does(receipts.give, { contribution: 2 }).output
    t.does(contributions.refund, { contribution: 2, amount: '1.00', reason })
    // The same whenever it is printed again.
    expect(printed(t, receipt).amount_minor).toBe(600)
    t.close()
  })

  it('keep the payer to whom they were given, and are void when it was somebody else', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    t.does(contributions.receive, { fund: 'care', source: 'unidentified', amount: '5.00' })
    const whose = { contribution: 1, source: 'member' } as const
    const { entry } = t.does(contributions.identify, { ...whose, party: person }).output
    const { receipt } = t.does(receipts.give, { contribution: 1 }).output
    expect(printed(t, receipt)).toMatchObject({ payer: 'Zhang Xiaoming', voided: null })
    t.does(reverse, { entry, reason: 'Li Hua sent it' })
    t.does(contributions.identify, { ...whose, party: { ...person, name: 'Li Hua' } })
    expect(printed(t, receipt)).toMatchObject({
      payer: 'Zhang Xiaoming',
      voided: { day: '2026-03-31', reason: 'Li Hua sent it' },
    })
    t.close()
  })

  it('are given anew once the earlier one is void: the next number, to whose it was', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    t.does(contributions.receive, { fund: 'care', source: 'unidentified', amount: '5.00' })
    const identified = (name: string) => {
      const whose = { contribution: 1, source: 'member', party: { kind: 'person', name } } as const
      return t.does(contributions.identify, whose).output.entry
    }
    for (const [name, receipt] of [
      ['Zhang Xiaoming', 'R-CARE-2026-0001'],
      ['Li Hua', 'R-CARE-2026-0002'],
    ] as const) {
      const entry = identified(name)
      expect(t.does(receipts.give, { contribution: 1 }).output.receipt).toBe(receipt)
      expect(t.refuses(receipts.give, { contribution: 1 }).message).toContain(receipt)
      expect(t.asks(list, { state: 'without_receipt' }).contributions).toEqual([])
      expect(t.asks(show, { contribution: 1 }).receipt).toBe(receipt)
      t.does(reverse, { entry, reason: 'Somebody else sent it' })
      expect(t.asks(show, { contribution: 1 }).receipt).toBe(null)
    }
    identified('Wu Mei')
    expect(t.asks(list, { state: 'without_receipt' }).contributions).toHaveLength(1)
    t.does(receipts.give, { contribution: 1 })
    const found = t.asks(show, { contribution: 1 })
    expect(found.receipts.map(({ receipt, voided_by }) => [receipt, voided_by])).toEqual([
      ['R-CARE-2026-0001', 3],
      ['R-CARE-2026-0002', 5],
      ['R-CARE-2026-0003', null],
    ])
    const payers = found.receipts.map(({ receipt }) => printed(t, receipt).payer)
    expect(payers).toEqual(['Zhang Xiaoming', 'Li Hua', 'Wu Mei'])
    expect(checkFacts(t.book.store).findings).toEqual([])
    t.close()
  })

  it('[N2] show what people wrote of it only to those who may read names', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const contribution = receive(t, 'care', '5.00', { earmark: 'For the widow Chen' })
    const { receipt } = t.does(receipts.give, { contribution }).output
    const masked = { role: 'auditor', readsNames: false } as const
    expect(t.asks(show, { contribution }).earmark).toBe('For the widow Chen')
    expect(t.asks(show, { contribution }, masked).earmark).toBe('***')
    expect(printed(t, receipt).purpose).toBe('For the widow Chen')
    t.does(reverse, { entry: 1, reason: 'Chen asked for it' })
    expect(printed(t, receipt, false)).toMatchObject({ purpose: '***', voided: { reason: '***' } })
    t.close()
  })
})
