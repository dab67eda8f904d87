import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { Book } from '../../src/book/book.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { runnerFor } from '../tasks/tasks-for-tests.ts'
import { base, secretOf, siteForTests } from './site.ts'

const payout = { payee: 'P-000001', category: 'care_grants', amount: '1.00' }

test('[G1] fifty identical requests at once make one entry and one answer', async () => {
  const site = await siteForTests()
  const key = 'fifty-at-once-000001'
  const calls = Array.from({ length: 50 }, () =>
    site.call('POST /funds/care/payouts', { body: payout, key }),
  )
  const answers = await Promise.all(calls)
  const texts = new Set(await Promise.all(answers.map((answer) => answer.text())))
  expect([...texts]).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
  expect((await site.json('GET /payouts')).body.payouts).toHaveLength(1)
  expect((await site.json('GET /funds/care')).body.money).toBe('999.00')
})

/** Counts the outermost transactions of a book. */
function counting(book: Book): { readonly book: Book; commits: number } {
  let depth = 0
  const counted = {
    commits: 0,
    book: {
      ...book,
      store: {
        ...book.store,
        transaction: ((body: () => unknown) => {
          if (depth === 0) counted.commits += 1
          depth += 1
          try {
            return book.store.transaction(body as () => never)
          } finally {
            depth -= 1
          }
        }) as Book['store']['transaction'],
      },
    },
  }
  return counted
}

test('[G2] sixty-four payouts at once share a commit; one refused does its neighbours no harm', async () => {
  const site = await siteForTests()
  const counted = counting(site.t.book)
  const offer = {
    submit: groupCommit(counted.book),
    tasks: runnerFor(counted.book),
    signer: () => Promise.reject(new Error('no paper is drawn here')),
    renderPdf: () => Promise.reject(new Error('no paper is drawn here')),
    health: () => ({ books: [], free_disk_bytes: null }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now: () => 0,
  }
  const app = createApp(counted.book, offer)
  const amounts = Array.from({ length: 64 }, (_, place) => {
    if (place % 8 === 3) return '5000.00'
    if (place % 8 === 5) return 'many'
    return `${(place + 1) / 100}`
  })
  const answers = await Promise.all(
    amounts.map((amount, place) =>
      app.request(`${base}/funds/care/payouts`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secretOf('owner')}`,
          'content-type': 'application/json',
          'idempotency-key': `one-of-sixty-four-${place}`,
        },
        body: JSON.stringify({ ...payout, amount }),
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(48)
  expect(statuses.filter((status) => status === 409)).toHaveLength(8)
  expect(statuses.filter((status) => status === 422)).toHaveLength(8)
  expect(counted.commits).toBeLessThanOrEqual(4)
  const done = await Promise.all(
    answers.filter(({ ok }) => ok).map(async (answer) => (await answer.json()) as Numbered),
  )
  expect(done.map(({ serial }) => serial)).toEqual(done.map((_, place) => place + 2))
  const spent = amounts.filter((_, place) => statuses[place] === 201)
  const cents = spent.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)
  const { money } = (await site.json('GET /funds/care')).body
  expect(money).toBe(((100_000 - cents) / 100).toFixed(2))
  expect(verifyBook(site.t.book.store).passed).toBe(true)
})

interface Numbered {
  readonly serial: number
}
