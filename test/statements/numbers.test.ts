import { expect, test } from 'vitest'
import { issue } from '../../src/statements/commands.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

test('statements are numbered without a gap, per fund and year, whatever the codes of other funds', () => {
  const t = bookForTests({ inMemory: true })
  // CARE-2026-2026-0001 of the second fund begins as the numbers of the first one do.
  for (const fund of ['care', 'care-2026', 'care-2']) openFund(t, fund)
  const issued = (fund: string) =>
    t.does(issue, { fund, from: '2026-01-01', to: '2026-02-28' }).output.statement
  const funds = ['care', 'care-2026', 'care', 'care-2', 'care-2026', 'care']
  expect(funds.map(issued)).toEqual([
    'CARE-2026-0001',
    'CARE-2026-2026-0001',
    'CARE-2026-0002',
    'CARE-2-2026-0001',
    'CARE-2026-2026-0002',
    'CARE-2026-0003',
  ])
  t.at('2026-12-31T16:00:00Z')
  expect(['care-2026', 'care'].map(issued)).toEqual(['CARE-2026-2027-0001', 'CARE-2027-0001'])
  // The verifier counts each series anew, and comes to the same numbers.
  const facts = verifyBook(t.book.store).checks.find(({ name }) => name === 'facts')
  expect(facts).toMatchObject({ state: 'passed', findings: [] })
  t.close()
})
