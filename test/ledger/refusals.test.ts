/** Every refusal of the ledger, provoked; registers, trial balances and periods by hand. */
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chainHead } from '../../src/book/events.ts'
import { type AnyCommand, command } from '../../src/book/registry.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import type { Month } from '../../src/kit/day.ts'
import { accountInRole } from '../../src/ledger/accounts.ts'
import * as ledger from '../../src/ledger/commands.ts'
import { entry as showEntry } from '../../src/ledger/entry-queries.ts'
import { period } from '../../src/ledger/period-queries.ts'
import { periodStateKnown } from '../../src/ledger/periods.ts'
import * as queries from '../../src/ledger/queries.ts'
import { register } from '../../src/ledger/register-queries.ts'
import { openFund, receive, scene } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

type Given = Readonly<Record<string, unknown>>

const reason = 'Wrong'
const paid = { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '1.00' }
const extra = { code: '1100', class: 'expense', name: 'Extra' }

const refused: readonly (readonly [string, AnyCommand, Given, string])[] = [
  ['day.in_future', payouts.pay, { ...paid, paid_on: '2026-04-01' }, 'after today, 2026-03-31'],
  ['period.closed', payouts.pay, { ...paid, paid_on: '2026-01-31' }, 'lies in 2026-01'],
  [
    'account.below_floor',
    payouts.pay,
    { ...paid, form: 'cash', amount: '50.01' },
    'Cash (1110) of the fund care holds 50.00 CNY; 50.01 CNY would take it below zero',
  ],
  [
    // Enough now, but not on that day: the floor holds at the close of each day.
    'account.below_floor',
    payouts.pay,
    { ...paid, paid_on: '2026-03-02' },
    'holds 0.00 CNY',
  ],
  ['entry.unknown', reverse, { entry: 999, reason }, 'no entry 999'],
  ['entry.already_reversed', reverse, { entry: 4, reason }, 'reversed by entry 5 on 2026-03-04'],
  ['entry.is_reversal', reverse, { entry: 5, reason }, 'the reversal of entry 4'],
  ['entry.has_dependants', reverse, { entry: 10, reason }, 'the ground of entry 11'],
  ['account.exists', ledger.add, extra, '1100'],
  ['period.not_over', ledger.close, { month: '2026-03' }, 'not over on 2026-03-31'],
  ['period.not_over', ledger.close, { month: '2027-01' }, '2027-01'],
  ['period.state', ledger.close, { month: '2026-01' }, 'is closed'],
  ['period.state', ledger.request, { month: '2026-02', reason }, 'is open'],
  ['period.state', ledger.reopen, { month: '2026-01' }, 'is closed'],
]

describe('the ledger refuses', () => {
  const t = scene()
  afterAll(() => t.close())

  it.each(refused.map((row) => ({ row, code: row[0] })))('$code', ({ row }) => {
    const [code, spoken, input, words] = row
    const refusal = t.refuses(spoken, input)
    expect([refusal.code, refusal.message]).toEqual([code, expect.stringContaining(words)])
  })

  const asked: readonly (readonly [string, () => unknown])[] = [
    ['entry.unknown', () => t.asks(showEntry, { entry: 999 })],
    ['account.unknown', () => t.asks(register, { fund: 'care', account: '0000' })],
    ['fund.unknown', () => t.asks(register, { fund: 'nowhere', account: '1100' })],
    ['fund.unknown', () => t.asks(queries.trialBalance, { fund: 'nowhere' })],
    ['sequence.unknown', () => t.asks(queries.trialBalance, { known_at: 9_999 })],
    ...['0', 'n0', 'p-1', 'x', 'n999999', 'p1e3', 'n99999999999999999', 'n8', 'p8', '1'].map(
      (cursor) =>
        [
          'register.cursor',
          () => t.asks(register, { fund: 'care', account: '1110', cursor }),
        ] as const,
    ),
  ]
  it.each(asked)('%s', (code, ask) => {
    expect(ask).toThrowError(expect.objectContaining({ code }))
  })

  it('account.role_missing: a book without a chart', () => {
    const empty = bookForTests({ inMemory: true, setUp: false })
    expect(() => accountInRole(empty.book.store, 'bank')).toThrowError(
      expect.objectContaining({ code: 'account.role_missing' }),
    )
    empty.close()
  })

  it('amount.total_too_large: on the day, and now', () => {
    const party = 'P-000001'
    receive(t, 'yen', '9007199254739991', { party })
    const gift = { fund: 'yen', source: 'member', party, amount: '1' } as const
    expect(t.refuses(contributions.receive, gift).code).toBe('amount.total_too_large')
    const backdated = { ...gift, received_on: '2026-02-01' }
    expect(t.refuses(contributions.receive, backdated).code).toBe('amount.total_too_large')
  })
})

describe('[L10] a reversal', () => {
  it('three times the same: one entry, two refusals, one balance', () => {
    const t = scene()
    const before = t.asks(queries.trialBalance, { fund: 'free' })
    receive(t, 'free', '7.00', { party: 'P-000001' })
    const entry = Number(t.book.store.all('select max(id) as id from entry', [])[0]!.id)
    t.does(reverse, { entry, reason })
    for (const _ of [2, 3]) {
      expect(t.refuses(reverse, { entry, reason }).code).toBe('entry.already_reversed')
    }
    expect(t.asks(queries.trialBalance, { fund: 'free' })).toEqual(before)
    t.close()
  })

  it('of an advance waits for the reversal of what was repaid of it', () => {
    const t = scene()
    openFund(t, 'third')
    receive(t, 'third', '500.00', { party: 'P-000001' })
    // `third` lends to `care` too, so that the account alone would not show the loss.
    const lent = { from: 'third', to: 'care', terms: 'advance', amount: '300.00', reason } as const
    t.does(transfers.make, lent)
    const kinds = t.book.store.all(
      "select id from entry where kind = 'transfer.made' order by id",
      [],
    )
    const [advance, repayment] = kinds.map(({ id }) => Number(id))
    const refusal = t.refuses(reverse, { entry: advance!, reason })
    expect([refusal.code, refusal.values.dependants]).toEqual([
      'entry.has_dependants',
      [`entry ${repayment}`],
    ])
    t.does(reverse, { entry: repayment!, reason })
    t.does(reverse, { entry: advance!, reason })
    t.close()
  })

  it('of a refund waits while something else has kept the pledge it had opened again', () => {
    const t = scene()
    const party = 'P-000001'
    const contribution = receive(t, 'care', '200.00', { party, pledge: 1 })
    const refund = { contribution, reason, amount: '150.00' }
    const { entry } = t.does(contributions.refund, refund).output
    receive(t, 'care', '100.00', { party, pledge: 1 })
    expect(t.refuses(reverse, { entry, reason }).code).toBe('pledge.exceeded')
    t.close()
  })
})

describe('periods', () => {
  it('are reopened by a second person, with the first one’s reason', () => {
    const t = scene()
    const month = '2026-01'
    t.does(ledger.request, { month, reason: 'A late bill' }, { actor: 'test:first' })
    expect(t.refuses(payouts.pay, { ...paid, paid_on: '2026-01-31' } as never).code).toBe(
      'period.closed',
    )
    const own = t.refuses(ledger.reopen, { month }, { actor: 'test:first' })
    expect([own.code, own.status]).toEqual(['period.second_person', 403])
    expect(t.refuses(ledger.request, { month, reason }, { actor: 'test:second' }).code).toBe(
      'period.state',
    )
    t.does(ledger.reopen, { month }, { actor: 'test:second' })
    receive(t, 'care', '1.00', { party: 'P-000001', received_on: '2026-01-31' })
    t.does(ledger.close, { month })
    // Once closed again, the earlier request counts for nothing.
    expect(t.refuses(ledger.reopen, { month }, { actor: 'test:third' }).code).toBe('period.state')
    expect(t.asks(period, { month }).state).toBe('closed')
    t.close()
  })

  it('stay closed when a second person declines, and may be asked for again', () => {
    const t = scene()
    const month = '2026-01'
    const state = () => t.asks(period, { month }).state
    expect(t.refuses(ledger.decline, { month, reason }).code).toBe('period.state')
    t.does(ledger.request, { month, reason: 'A late bill' }, { actor: 'test:first' })
    expect(t.refuses(ledger.decline, { month, reason }, { actor: 'test:first' }).code).toBe(
      'period.second_person',
    )
    t.does(ledger.decline, { month, reason: 'It belongs to March' }, { actor: 'test:second' })
    expect(state()).toBe('closed')
    expect(t.refuses(ledger.reopen, { month }, { actor: 'test:second' }).code).toBe('period.state')
    expect(t.refuses(payouts.pay, { ...paid, paid_on: '2026-01-31' } as never).code).toBe(
      'period.closed',
    )
    const known = chainHead(t.book.store).seq
    t.does(ledger.request, { month, reason }, { actor: 'test:second' })
    t.does(ledger.reopen, { month }, { actor: 'test:first' })
    expect(state()).toBe('open')
    expect(periodStateKnown(t.book.store, month as Month, known)).toBe('closed')
    t.close()
  })
})

describe('lists', () => {
  it('a trial balance stands by fund, then by account, and both sides agree', () => {
    const t = bookForTests({ inMemory: true })
    for (const fund of ['a', 'a1', 'a2', 'b']) openFund(t, fund)
    for (const fund of ['a', 'a1', 'a2', 'b']) receive(t, fund, '1.00')
    const { rows } = t.asks(queries.trialBalance, {})
    expect(rows.map(({ fund, account }) => `${fund} ${account}`)).toEqual(
      ['a', 'a1', 'a2', 'b'].flatMap((fund) => [`${fund} 1100`, `${fund} 4100`]),
    )
    expect(t.asks(queries.accounts, {}).accounts.length).toBe(66)
    t.close()
  })

  it('an entry without legs is a mistake of the program, not of a caller', async () => {
    const t = bookForTests({ inMemory: true })
    const { post } = await import('../../src/ledger/post.ts')
    const empty = command({
      name: 'test.empty',
      summary: 'Posts nothing',
      may: ['owner'],
      reach: 'units',
      route: { method: 'POST', path: '/test' },
      input: z.strictObject({}),
      output: z.object({}),
      subject: () => 'test/1',
      run: (act) => {
        const nothing = { subject: 'test/1', legs: [], reverses: null, noteDetailId: null }
        post(act, { ...nothing, kind: 'payout.paid', effectiveOn: act.today })
        return {}
      },
    })
    expect(() => t.does(empty, {})).toThrow('at least one leg')
    t.close()
  })
})
