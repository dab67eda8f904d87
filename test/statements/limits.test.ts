import { expect, test } from 'vitest'
import { importGrants } from '../../src/exchange/imports.ts'
import { issue } from '../../src/statements/commands.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

test('a statement that no row of a Durable Object could hold is refused on every host', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '90000.00', { received_on: '2026-03-01' })
  const grants = Array.from({ length: 5_200 }, (_, index) => ({
    line: index + 1,
    recipient: { kind: 'person' as const, name: `王${String.fromCodePoint(0x4e00 + index)}` },
    amount: '1.23',
    paid_on: '2026-03-02',
  }))
  t.does(importGrants, { fund: 'care', category: 'care_grants', grants })
  const march = { fund: 'care', from: '2026-03-01', to: '2026-03-31' }
  const refusal = t.refuses(issue, march)
  expect(refusal.code).toBe('statement.too_large')
  expect(refusal.values).toMatchObject({ lines: 5_201, most_bytes: 1_990_000 })
  t.close()
})
