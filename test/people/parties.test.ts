import { describe, expect, it } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { register } from '../../src/people/commands.ts'
import { list, show } from '../../src/people/queries.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

/** Kept as given: right-to-left text, emoji, markup, a formula, characters beyond the basic plane. */
const names = [
  'محمد بن سعيد',
  '👩🏽‍🌾 Ana',
  '<script>alert(1)</script>',
  '=cmd()',
  '𠮷野家',
  "O'Brien; DROP TABLE party",
  'Zhang\nXiaoming',
]

describe('parties', () => {
  it('keep a name as given', () => {
    const t = bookForTests({ inMemory: true })
    const refs = names.map((name) => t.does(register, { kind: 'vendor', name }).output.party)
    expect(refs[0]).toBe('P-000001')
    expect(refs.map((party) => t.asks(show, { party }).name)).toEqual(names)
    t.close()
  })

  const unknown = ['P-000009', 'P-0', 'p-000001', 'P-00001', 'P-0000001', '1', '', 'P-９99999']
  it.each(unknown)('party.unknown: "%s"', (party) => {
    const t = bookForTests({ inMemory: true })
    t.does(register, { kind: 'person', name: 'Zhang Xiaoming' })
    expect(() => t.asks(show, { party })).toThrowError(
      expect.objectContaining({ code: 'party.unknown', status: 404 }),
    )
    t.close()
  })

  it('registered with a payment are gone when the payment is refused', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    receive(t, 'care', '10.00')
    const payee = { kind: 'person', name: 'Li Si' } as const
    const paid = { fund: 'care', payee, category: 'care_grants', form: 'cash' } as const
    // In bank, not in cash: available, but the cash account holds nothing.
    expect(t.refuses(payouts.pay, { ...paid, amount: '1.00' }).code).toBe('account.below_floor')
    const gift = {
      fund: 'care',
      source: 'member',
      party: payee,
      amount: '1.00',
      pledge: 9,
    } as const
    expect(t.refuses(contributions.receive, gift).code).toBe('pledge.unknown')
    expect(t.asks(list, {}).parties).toHaveLength(1)
    t.does(payouts.pay, { ...paid, form: 'bank', amount: '1.00' })
    expect(t.asks(list, {}).parties.map(({ name }) => name)).toEqual(['Zhang Xiaoming', 'Li Si'])
    t.close()
  })

  it('are listed page by page', () => {
    const t = bookForTests({ inMemory: true })
    for (const name of names) t.does(register, { kind: 'person', name })
    const first = t.asks(list, { limit: 5 })
    const rest = t.asks(list, { limit: 5, cursor: first.next! })
    expect([first.parties.length, rest.parties.length, rest.next]).toEqual([5, 2, null])
    t.close()
  })
})
