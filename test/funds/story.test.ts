import { expect, it } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { story } from '../../src/funds/story.ts'
import { parseAmount } from '../../src/kit/money.ts'
import { openFund, receive, scene } from './scene.ts'

/** Minor units of an amount in an answer, which may be negative or nothing. */
function minor(text: string): number {
  const unsigned = text.replace('-', '')
  const amount = Number(unsigned) === 0 ? 0 : parseAmount(unsigned, 'CNY')
  return text.startsWith('-') ? -amount : amount
}

it('the story of a year adds up, month by month, to what the postings say', () => {
  const t = scene()
  const paid = { fund: 'care', category: 'comfort_visits' } as const
  receive(t, 'care', '70.00', { party: 'P-000001', received_on: '2025-12-31' })
  receive(t, 'care', '25.00', { party: 'P-000001', form: 'in_kind', received_on: '2026-02-02' })
  const li = { kind: 'person', name: 'Li Si' } as const
  const shop = { kind: 'vendor', name: 'Shop' } as const
  t.does(payouts.pay, {
    ...paid,
    payee: shop,
    beneficiary: li,
    amount: '5.00',
    paid_on: '2026-02-03',
  })
  t.does(payouts.pay, { ...paid, payee: shop, amount: '6.00', paid_on: '2026-02-03' })
  const wang = { kind: 'person', name: 'Wang Wu' } as const
  const { entry } = t.does(payouts.pay, { ...paid, payee: wang, amount: '7.00' }).output
  t.does(reverse, { entry, reason: 'Wrong' })
  t.does(contributions.refund, { contribution: 1, amount: '10.00', reason: 'Sent twice' })
  const told = t.asks(story, { fund: 'care' })
  expect([told.year, told.years, told.opening]).toEqual([2026, [2025, 2026], '70.00'])
  // P-000001 and Li Si: neither the shop, nor Wang Wu, whose payout was reversed.
  expect(told.people_helped).toBe(2)
  expect(told.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
  const [row] = t.book.store.all(
    `select total(b.balance_minor) as money from balance b join account a on a.id = b.account_id
     where a.holding = 'money' and b.fund_id = 1`,
    [],
  )
  expect(minor(told.total.closing)).toBe(row!.money)
  let opening = minor(told.opening)
  for (const { in: into, out, other, closing, sources, categories } of told.months) {
    expect(opening + minor(into) - minor(out) + minor(other)).toBe(minor(closing))
    const sum = (parts: readonly { amount: string }[]) =>
      parts.reduce((total, { amount }) => total + minor(amount), 0)
    expect([sum(sources), sum(categories)]).toEqual([minor(into), minor(out)])
    opening = minor(closing)
  }
  const months = (of: 'in' | 'out' | 'other') =>
    told.months.reduce((total, month) => total + minor(month[of]), 0)
  for (const of of ['in', 'out', 'other'] as const) expect(months(of)).toBe(minor(told.total[of]))
  const categories = told.total.categories.map(({ role, amount }) => [role, amount])
  expect(categories).toEqual([
    ['care_grants', '60.00'],
    ['comfort_visits', '11.00'],
  ])
  expect(t.asks(story, { fund: 'care', year: '2025' }).people_helped).toBe(0)
  t.close()
})

it('a fund without entries has a story of nothing', () => {
  const t = scene()
  openFund(t, 'new')
  const told = t.asks(story, { fund: 'new' })
  expect(told).toMatchObject({ year: 2026, years: [], opening: '0.00', people_helped: 0 })
  expect(
    told.months.every(({ sources, closing }) => sources.length === 0 && closing === '0.00'),
  ).toBe(true)
  t.close()
})
