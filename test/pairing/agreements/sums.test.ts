/** Sums of agreements stay sums: amounts so large that they could not be added up are refused. */
import { expect, test } from 'vitest'
import { show } from '../../../src/pairing/agreements/show-query.ts'
import { make } from '../../../src/pairing/agreements/variance.ts'
import { agreementScene, promises } from './agreement-scene.ts'

test('[amount.too_large] what is promised and what is given can be added up', () => {
  const scene = agreementScene()
  const { t, as } = scene.book
  const promise = { ...promises![0]!, due_on: '2026-12-31' as const }
  const tooMuch = '100000000000.01'
  const most = { ...promise, amount: '100000000000.00' }
  expect(() => scene.drafted({ promises: [{ ...promise, amount: tooMuch }] })).toThrow(/above/)
  const { agreement, promised } = scene.inForce({ promises: Array(100).fill(most) })
  expect(() => scene.did(promised[0]!, { amount: tooMuch })).toThrow(/above/)
  scene.did(promised[0]!, { amount: most.amount })
  t.does(make, { agreement }, as.coordinator)
  const { totals } = t.asks(show, { agreement }, as.coordinator)
  expect(totals).toMatchObject([{ promised: '10000000000000.00', on_time: most.amount }])
  t.close()
})
