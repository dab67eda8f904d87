import { describe, expect, it } from 'vitest'
import { close } from '../../src/funds/closing.ts'
import * as contributions from '../../src/funds/contributions.ts'
import { changePolicy, list, show } from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { openFund, receive, scene } from './scene.ts'

const reason = 'Its purpose is fulfilled'

describe('funds.close', () => {
  it('closes the empty fund of a new book, which the list then hides unless asked', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'example')
    openFund(t, 'care')
    expect(t.asks(show, { fund: 'example' })).toMatchObject({
      closed: false,
      closing_reason: null,
      entries: 0,
      newest_on: null,
    })
    t.does(close, { fund: 'example', reason })
    const codes = (state?: 'closed' | 'all') =>
      t.asks(list, state === undefined ? {} : { state }).funds.map(({ fund }) => fund)
    expect([codes(), codes('closed'), codes('all')]).toEqual([
      ['care'],
      ['example'],
      ['care', 'example'],
    ])
    expect(t.asks(show, { fund: 'example' })).toMatchObject({
      closed: true,
      closing_reason: reason,
    })
    expect(t.asks(show, { fund: 'example' }, { readsNames: false }).closing_reason).toBe('***')
    t.close()
  })

  it('refuses a fund that holds, owes or promises anything, and names it', () => {
    const t = scene()
    const refused = t.refuses(close, { fund: 'care', reason })
    expect(refused.code).toBe('fund.still_holds')
    for (const said of ['Bank', 'Cash', 'CNY']) expect(refused.message).toContain(said)
    // What another fund owes it is no money, and would be lost.
    const t2 = bookForTests({ inMemory: true })
    openFund(t2, 'care')
    const promise = { fund: 'care', source: 'member', amount: '5.00' } as const
    t2.does(contributions.pledge, { ...promise, party: { kind: 'person', name: 'Ann' } })
    expect(t2.refuses(close, { fund: 'care', reason }).code).toBe('fund.still_holds')
    t.close()
    t2.close()
  })

  it('refuses a fund twice, a fund that is none, and whoever is not the owner', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    expect(t.refuses(close, { fund: 'nowhere', reason }).code).toBe('fund.unknown')
    const other = t.refuses(close, { fund: 'care', reason }, { role: 'fund_administrator' })
    expect(other.code).toBe('access.not_allowed')
    t.does(close, { fund: 'care', reason })
    expect(t.refuses(close, { fund: 'care', reason }).code).toBe('fund.closed')
    t.close()
  })

  it('takes no entry any more, neither a new one nor a reversal, in code and in the database', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    receive(t, 'care', '10.00')
    const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants' } as const
    const { entry } = t.does(payouts.pay, { ...paid, amount: '10.00' }).output
    t.does(close, { fund: 'care', reason })
    const given = { fund: 'care', source: 'unidentified', amount: '1.00' } as const
    expect(t.refuses(contributions.receive, given).code).toBe('fund.closed')
    expect(t.refuses(reverse, { entry, reason: 'Wrong' }).code).toBe('fund.closed')
    expect(t.refuses(changePolicy, { fund: 'care', policy: {} }).code).toBe('fund.closed')
    const { store } = t.book
    const [row] = store.all('select * from posting order by id desc limit 1', [])
    const names = Object.keys(row!).map((name) => `"${name}"`)
    const marks = names.map(() => '?')
    const values = { ...row, id: Number(row!.id) + 1, fund_serial: 99 }
    const write = () =>
      store.run(`insert into posting (${names}) values (${marks})`, Object.values(values))
    expect(write).toThrow('a closed fund takes no posting')
    t.close()
  })
})
