import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageOf } from '../../src/book/paging.ts'
import { list as listContributions } from '../../src/funds/contribution-queries.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

interface Row {
  readonly id: number
  readonly fund: string
  readonly form: string
  readonly day: string
  readonly amount: number
}

/** The order that was asked for, by sorting everything. */
function sorted(rows: readonly Row[], sort: string, order: string): number[] {
  const key = (row: Row) => (sort === 'day' ? row.day : sort === 'amount' ? row.amount : row.id)
  const up = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
  return (order === 'ascending' ? up : up.reverse()).map(({ id }) => id)
}

const given = fc.record({
  fund: fc.constantFrom('care', 'free', 'yen'),
  form: fc.constantFrom('bank', 'cash'),
  day: fc.integer({ min: 1, max: 4 }).map((day) => `2026-03-0${day}`),
  amount: fc.integer({ min: 1, max: 4 }),
})
const asked = fc.record({
  sort: fc.constantFrom('day', 'amount', 'newest'),
  order: fc.constantFrom('ascending', 'descending'),
  fund: fc.option(fc.constantFrom('care', 'free', 'yen'), { nil: undefined }),
  form: fc.option(fc.constantFrom('bank', 'cash'), { nil: undefined }),
  from: fc.option(fc.constantFrom('2026-03-02', '2026-03-03'), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 5 }),
})

it('pages lead through every row once, in order, and back to the first page', () => {
  const property = fc.property(
    fc.array(given, { maxLength: 12 }),
    fc.array(asked, { minLength: 1, maxLength: 6 }),
    (gifts, questions) => {
      const t = bookForTests({ inMemory: true })
      for (const fund of ['care', 'free']) openFund(t, fund)
      openFund(t, 'yen', { currency: 'JPY' })
      const rows = gifts.map(({ fund, form, day, amount }, at): Row => {
        receive(t, fund, String(amount), {
          received_on: day,
          form,
          party: { kind: 'person', name: 'Ann' },
        })
        return { id: at + 1, fund, form, day, amount: amount * (fund === 'yen' ? 1 : 100) }
      })
      for (const { limit, sort, order, ...filter } of questions) {
        const kept = rows
          .filter(({ fund }) => filter.fund === undefined || fund === filter.fund)
          .filter(({ form }) => filter.form === undefined || form === filter.form)
          .filter(({ day }) => filter.from === undefined || day >= filter.from)
        const expected = sorted(kept, sort, order)
        const page = (cursor?: string) => {
          const input = { ...filter, sort, order, limit, cursor }
          const answer = t.asks(listContributions, input as never)
          return { ...answer, ids: answer.contributions.map(({ contribution }) => contribution) }
        }
        const first = page()
        expect(first.previous).toBeNull()
        const seen = [...first.ids]
        const pages = [first]
        while (pages.at(-1)!.next !== null) {
          pages.push(page(pages.at(-1)!.next!))
          seen.push(...pages.at(-1)!.ids)
        }
        expect(seen).toEqual(expected)
        for (let at = pages.length - 1; at > 0; at -= 1) {
          const back = page(pages[at]!.previous!)
          expect(back.ids).toEqual(pages[at - 1]!.ids)
          expect(back.previous === null).toBe(at === 1)
          expect(page(back.next!).ids).toEqual(pages[at]!.ids)
        }
      }
      t.close()
    },
  )
  fc.assert(property, { numRuns: 25 })
})

it('a page that has looked at enough rows ends early, and its cursor goes on from there', () => {
  const kept = fc.array(fc.record({ fund: fc.constantFrom(1, 2, 3), cash: fc.boolean() }), {
    maxLength: 14,
  })
  const property = fc.property(
    kept,
    fc.record({ look: fc.integer({ min: 1, max: 9 }), limit: fc.integer({ min: 1, max: 3 }) }),
    fc.boolean(),
    (gifts, { look, limit }, descending) => {
      const t = bookForTests({ inMemory: true })
      for (const fund of ['a', 'b', 'c']) openFund(t, fund)
      for (const { fund, cash } of gifts) {
        const form = cash ? 'cash' : 'bank'
        receive(t, 'abc'[fund - 1]!, '1.00', { form, party: { kind: 'person', name: 'Ann' } })
      }
      const lanes = [1, 2, 3].map((id) => ({ sql: 't.fund_id = +?', values: [id] }))
      const also = [{ sql: 't.form = +?', values: ['cash'] }]
      const listing = { table: 'contribution', key: 'received_on', descending, seek: [] } as const
      const expected = gifts.flatMap(({ cash }, at) => (cash ? [at + 1] : []))
      if (descending) expected.reverse()
      const page = (cursor?: string) =>
        pageOf(t.book.store, { ...listing, also, lanes, look }, { cursor, limit })
      const pages = [page()]
      while (pages.at(-1)!.next !== null) pages.push(page(pages.at(-1)!.next!))
      expect(pages.flatMap(({ ids }) => ids)).toEqual(expected)
      const back = [...pages.at(-1)!.ids]
      for (let at = pages.at(-1)!; at.previous !== null; ) {
        at = page(at.previous)
        back.unshift(...at.ids)
      }
      expect(back).toEqual(expected)
      t.close()
    },
  )
  fc.assert(property, { numRuns: 60 })
})
