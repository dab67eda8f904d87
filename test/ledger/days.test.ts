/** Accounting days: midnight in the organisation's time zone, summer time, leap days, reversals. */
import { describe, expect, it } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import type { Day } from '../../src/kit/day.ts'
import * as ledger from '../../src/ledger/commands.ts'
import { entry as showEntry } from '../../src/ledger/entry-queries.ts'
import { fundByCode } from '../../src/ledger/funds.ts'
import { frozen, issue, newestIssue } from '../../src/statements/commands.ts'
import { newestEntry, openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

/** The zone, the instant, and the day it falls on there. */
const midnights = [
  ['Asia/Shanghai', '2026-03-31T15:59:59.999Z', '2026-03-31'],
  ['Asia/Shanghai', '2026-03-31T16:00:00.000Z', '2026-04-01'],
  ['Pacific/Tongatapu', '2026-03-31T10:59:00Z', '2026-03-31'],
  ['Pacific/Tongatapu', '2026-03-31T11:01:00Z', '2026-04-01'],
  ['Pacific/Pago_Pago', '2026-04-01T10:59:00Z', '2026-03-31'],
  ['Pacific/Pago_Pago', '2026-04-01T11:01:00Z', '2026-04-01'],
  // The clocks go forward on 29 March 2026 in Berlin: the day has 23 hours.
  ['Europe/Berlin', '2026-03-28T22:59:00Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-28T23:01:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T21:59:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:01:00Z', '2026-03-30'],
  // And back on 25 October: 25 hours.
  ['Europe/Berlin', '2026-10-24T22:01:00Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T22:59:00Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:01:00Z', '2026-10-26'],
  // At midnight itself: in Santiago the clocks go forward at 24:00.
  ['America/Santiago', '2026-09-06T03:59:00Z', '2026-09-05'],
  ['America/Santiago', '2026-09-06T04:01:00Z', '2026-09-06'],
  ['Asia/Shanghai', '2028-02-28T16:00:00Z', '2028-02-29'],
  ['Asia/Shanghai', '2028-02-29T16:00:00Z', '2028-03-01'],
] as const

describe('[rule 10] today', () => {
  it.each(midnights)('in %s at %s is %s', (timeZone, at, day) => {
    const t = bookForTests({ inMemory: true, timeZone, at })
    openFund(t, 'care')
    receive(t, 'care', '10.00')
    expect(t.asks(showEntry, { entry: 1 }).effective_on).toBe(day)
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    const early = {
      fund: 'care',
      source: 'unidentified',
      amount: '1.00',
      received_on: next,
    } as const
    expect(t.refuses(contributions.receive, early).code).toBe('day.in_future')
    t.close()
  })

  it.each([
    '2025-02-29',
    '2026-02-30',
    '2026-00-10',
    '2026-3-1',
    '26-03-01',
    '2026-03-01T00:00',
    '',
  ])('no day of the calendar: "%s"', (received_on) => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const gift = { fund: 'care', source: 'unidentified', amount: '1.00', received_on } as const
    expect(t.refuses(contributions.receive, gift).code).toBe('input.invalid')
    t.close()
  })

  it('a leap day is a day, and February closes after it', () => {
    const t = bookForTests({ inMemory: true, at: '2028-02-29T02:00:00Z' })
    openFund(t, 'care')
    receive(t, 'care', '10.00', { received_on: '2028-02-29' })
    expect(t.refuses(ledger.close, { month: '2028-02' }).code).toBe('period.not_over')
    t.at('2028-02-29T16:00:00Z')
    t.does(ledger.close, { month: '2028-02' })
    const late = { fund: 'care', source: 'unidentified', amount: '1.00' } as const
    expect(t.refuses(contributions.receive, { ...late, received_on: '2028-02-29' }).code).toBe(
      'period.closed',
    )
    t.does(contributions.receive, { ...late, received_on: '2028-03-01' })
    t.close()
  })
})

describe('[rule 9] the day of a reversal', () => {
  function paidInJanuary() {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    receive(t, 'care', '100.00', { received_on: '2026-01-02' })
    const paid = {
      fund: 'care',
      payee: 'P-000001',
      category: 'care_grants',
      amount: '10.00',
    } as const
    t.does(payouts.pay, { ...paid, paid_on: '2026-01-20' })
    return t
  }
  const reason = 'Wrong person'

  it('is the same day while its period is open', () => {
    const t = paidInJanuary()
    expect(t.does(reverse, { entry: 2, reason }).output).toMatchObject({
      effective_on: '2026-01-20',
      original_on: '2026-01-20',
    })
    t.close()
  })

  it('is the first open day after it once that is closed, past every closed month', () => {
    const t = paidInJanuary()
    t.does(ledger.close, { month: '2026-01' })
    t.does(ledger.close, { month: '2026-02' })
    expect(t.does(reverse, { entry: 2, reason }).output).toMatchObject({
      effective_on: '2026-03-01',
      original_on: '2026-01-20',
    })
    t.close()
  })

  it('is an open month between closed ones, and not one whose reopening is only asked for', () => {
    const t = paidInJanuary()
    t.does(ledger.close, { month: '2026-01' })
    t.does(ledger.request, { month: '2026-01', reason })
    t.at('2026-04-02T02:00:00Z')
    t.does(ledger.close, { month: '2026-03' })
    expect(t.does(reverse, { entry: 2, reason }).output.effective_on).toBe('2026-02-01')
    t.close()
  })

  it('period.closed: never a day to come', () => {
    const t = paidInJanuary()
    for (const month of ['2026-01', '2026-02']) t.does(ledger.close, { month })
    // The organisation's clock is set back into February: no day from January on is open and past.
    t.at('2026-02-20T02:00:00Z')
    expect(t.refuses(reverse, { entry: 2, reason }).code).toBe('period.closed')
    expect(newestEntry(t)).toBe(2)
    t.close()
  })

  it('stands on the statement beside the day of what it reverses', () => {
    const t = paidInJanuary()
    t.does(ledger.close, { month: '2026-01' })
    t.does(reverse, { entry: 2, reason })
    const range = { from: '2026-02-01', to: '2026-02-28' }
    t.does(issue, { fund: 'care', ...range })
    const fundId = fundByCode(t.book.store, 'care').id
    const of = { fundId, from: range.from as Day, to: range.to as Day }
    const { lines } = frozen(t.book.store, newestIssue(t.book.store, of)!)!
    expect(lines.map(({ day, kind, reverses }) => ({ day, kind, reverses }))).toEqual([
      {
        day: '2026-02-01',
        kind: 'entry.reversed',
        reverses: { serial: 2, day: '2026-01-20' },
      },
    ])
    t.close()
  })
})
