import { afterEach, beforeEach, expect, test } from 'vitest'
import { importGrants } from '../../src/exchange/imports.ts'
import { receive } from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payout-queries.ts'
import { list as parties } from '../../src/people/queries.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

let t: TestBook
const giver = { kind: 'organisation', name: 'Giver' } as const
const choir = { kind: 'organisation', name: 'Choir' } as const
const school = { kind: 'organisation', name: 'School' } as const

beforeEach(() => {
  t = bookForTests()
  t.does(funds.open, { fund: 'arts', name: 'Arts', restriction: 'purpose', purpose: 'Arts' })
  const amount = '100.00'
  const received_on = '2026-01-01'
  t.does(receive, { fund: 'arts', source: 'organisation', party: giver, amount, received_on })
})
afterEach(() => t.close())

test('a roster is recorded by day, and a recipient named twice is one party', () => {
  const grants = [
    { line: 2, recipient: choir, amount: '30.00', paid_on: '2026-03-03' },
    { line: 3, recipient: school, amount: '20.00', paid_on: '2026-02-02' },
    { line: 4, recipient: choir, amount: '10.00', paid_on: '2026-02-03' },
  ]
  const { output } = t.does(importGrants, { fund: 'arts', category: 'care_grants', grants })
  expect(output).toMatchObject({ payouts: 3, first_payout: 1 })
  const recorded = t.asks(payouts.list, {}).payouts.map((p) => [p.paid_on, p.payee.name, p.amount])
  expect(recorded).toEqual([
    ['2026-03-03', 'Choir', '30.00'],
    ['2026-02-03', 'Choir', '10.00'],
    ['2026-02-02', 'School', '20.00'],
  ])
  expect(t.asks(parties, {}).parties.map(({ name }) => name)).toEqual(['Giver', 'School', 'Choir'])
})

test('one row that is refused leaves nothing of the roster, and names its line', () => {
  const grants = [
    { line: 2, recipient: choir, amount: '30.00', paid_on: '2026-02-02' },
    { line: 3, recipient: school, amount: '70.01', paid_on: '2026-02-03' },
  ]
  const take = () => t.does(importGrants, { fund: 'arts', category: 'care_grants', grants })
  expect(take).toThrow('Line 3: 70.01 CNY is more than the 70.00 CNY available')
  expect(t.asks(payouts.list, {}).payouts).toEqual([])
  expect(t.asks(parties, {}).parties).toHaveLength(1)
})
