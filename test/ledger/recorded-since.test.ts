import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '../../src/kit/day.ts'
import type { EventSeq } from '../../src/kit/ids.ts'
import { fundByCode } from '../../src/ledger/funds.ts'
import { recordedSince } from '../../src/ledger/recorded-since.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

const plain = `select count(distinct entry_id) as n from posting
  where fund_id = ? and event_seq > ? and effective_on between ? and ?`

it('what was recorded since is what a plain count finds, backdated or not', () => {
  const entry = fc.record({
    fund: fc.constantFrom('care', 'free'),
    on: fc.integer({ min: 1, max: 9 }).map((one) => `2026-03-0${one}`),
  })
  const property = fc.property(fc.array(entry, { minLength: 1, maxLength: 14 }), (entries) => {
    const t = bookForTests({ inMemory: true })
    for (const fund of ['care', 'free']) openFund(t, fund)
    for (const { fund, on } of entries) {
      receive(t, fund, '1.00', { received_on: on, party: { kind: 'person', name: 'Ann' } })
    }
    const { store } = t.book
    for (const code of ['care', 'free']) {
      const { id } = fundByCode(store, code)
      for (let known = 0; known <= entries.length + 3; known += 2) {
        for (const [from, to] of [
          ['2026-03-01', '2026-03-09'],
          ['2026-03-03', '2026-03-05'],
          ['2026-03-08', '2026-03-31'],
        ] as const) {
          const [row] = store.all(plain, [id, known, from, to])
          const range = { from: day(from), to: day(to), known: known as EventSeq }
          expect(recordedSince(store, id, range)).toBe(row!.n)
        }
      }
    }
    t.close()
  })
  fc.assert(property, { numRuns: 25 })
})
