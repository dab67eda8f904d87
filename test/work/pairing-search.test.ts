/** Helpers, needs, pairs and agreements are found by their references, by who reaches them. */
import { afterAll, expect, test } from 'vitest'
import { everything } from '../../src/work/search.ts'
import { pairingBook } from '../pairing/pairing-for-tests.ts'

const book = pairingBook()
const { t, as, units } = book
afterAll(t.close)
const { need, helper, pair } = book.activePair({ helper: book.helper({ name: 'Anna Giver' }) })

test('a reference finds its one thing, and a name is told as the reader may read it', () => {
  const found = (q: string, given: object = as.coordinator) =>
    t
      .asks(everything, { q }, given)
      .results.map(({ type, reference, name }) => [type, reference, name])
  expect([need, helper, pair]).toEqual([1, 1, 1])
  expect(found('HE-000001')).toEqual([['helper', 'HE-000001', 'Anna Giver']])
  expect(found('he-000001')).toHaveLength(1)
  expect(found('ND-000001')[0]!.slice(0, 2)).toEqual(['need', 'ND-000001'])
  expect(found('PA-000001')).toEqual([['pair', 'PA-000001', null]])
  for (const q of ['HE-000009', 'HE-1', 'AG-000001', 'PA-0000001']) expect(found(q)).toEqual([])
  const blind = { ...as.auditor, readsNames: false }
  expect(found('HE-000001', blind)).toEqual([['helper', 'HE-000001', 'A. G.']])
  const grants = [{ role: 'pairing_coordinator', unit: units.far }] as const
  expect(found('HE-000001', { ...as.coordinator, grants })).toEqual([])
  expect(found('PA-000001', as.member1)).toEqual([])
})
