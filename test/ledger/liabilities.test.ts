/** A liability added to the chart counts among what a fund owes, however it came into the book. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../src/book/registry.ts'
import { show } from '../../src/funds/funds.ts'
import { minor } from '../../src/kit/money.ts'
import { accountInRole, accountWithCode } from '../../src/ledger/accounts.ts'
import { add } from '../../src/ledger/commands.ts'
import { fundWithCode } from '../../src/ledger/funds.ts'
import { post } from '../../src/ledger/post.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

const owe = command({
  name: 'test.owe',
  summary: 'Takes up a loan',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/owe' },
  input: z.strictObject({}),
  output: z.object({}),
  subject: () => 'loan/1',
  run: (act) => {
    const fund = fundWithCode(act, 'care')
    const debit = accountInRole(act, 'bank')
    const leg = { fund, debit, credit: accountWithCode(act, '2990'), partyId: null }
    post(act, {
      kind: 'journal.imported',
      effectiveOn: act.today,
      subject: 'fund/care',
      legs: [{ ...leg, amountMinor: minor(4_000) }],
      reverses: null,
      noteDetailId: null,
    })
    return {}
  },
})

it('borrowed money is not available', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '100.00')
  t.does(add, { code: '2990', class: 'liability', name: 'Loan of the bank' })
  t.does(owe, {})
  expect(t.asks(show, { fund: 'care' })).toMatchObject({
    money: '140.00',
    payables: '40.00',
    available: '100.00',
  })
  t.close()
})
