/** Background work on the Node host: its threads, and a server that is killed in the middle. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { background } from '../../src/node/background.ts'
import { builtTaskThread, folderOfBooks, pay, startServer } from '../web/hosting.ts'
import { secretOf } from '../web/site.ts'

let books: Awaited<ReturnType<typeof folderOfBooks>>
let thread: URL

beforeAll(async () => {
  books = await folderOfBooks()
  thread = await builtTaskThread()
})
afterAll(() => books.remove())

const never = new AbortController().signal

test('[W1] a book is verified in a thread, with its progress and all its checks', async () => {
  const parts = new Set<string>()
  const path = `${books.folder}/relief.db`
  const report = await background(thread, path).verify(({ part }) => parts.add(part), never)
  expect(report).toMatchObject({ subject: 'book relief', passed: true })
  expect(report.checks.every(({ state }) => state === 'passed')).toBe(true)
  expect([...parts]).toEqual([
    'database',
    'chain',
    'details',
    'facts',
    'cases',
    'pairs',
    'statements',
  ])
})

test('[W2] what a thread refuses is refused here, with its values; one that is told to stop is gone', async () => {
  const there = background(thread, `${books.folder}/nowhere.db`)
  await expect(there.verify(() => undefined, never)).rejects.toMatchObject({
    code: 'store.no_such_file',
    values: { path: `${books.folder}/nowhere.db` },
  })
  const stopping = new AbortController()
  const verified = there.verify(() => undefined, stopping.signal)
  stopping.abort()
  await expect(verified).rejects.toThrow('ended before its work was done')
})

test('[W3] grants are read in a thread', async () => {
  const text =
    'Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name\nA1,T,EUR,1.50,2026-01-02,Choir\n'
  const bytes = new TextEncoder().encode(text)
  const read = await background(thread, '').readGrants(bytes, never)
  expect(read.grants).toMatchObject([{ row: 2, amount_minor: 150, recipient_name: 'Choir' }])
  const bad = background(thread, '').readGrants(new TextEncoder().encode('x\n'), never)
  await expect(bad).rejects.toMatchObject({ code: 'grants.columns_missing' })
})

/** How many funds have their statement issued. */
const funds = Array.from({ length: 24 }, (_, n) => `fund-${n}`)

test('[W4] killed in the middle of a batch, a server finds it again, and issues no statement twice', async () => {
  const first = await startServer(books.folder)
  for (const fund of funds) {
    const body = { fund, name: fund, restriction: 'purpose', purpose: 'Hardship' }
    await sent(first.origin, '/funds', body)
  }
  const range = { from: '2026-01-01', to: '2026-01-31' }
  const { task } = await sent(first.origin, '/tasks/statement-batches', { funds, ...range })
  while ((await issued(first.origin)) < 5) await pay(first.origin, `a-posting-${Date.now()}`)
  first.process.kill('SIGKILL')
  await first.exited
  const second = await startServer(books.folder)
  const before = await issued(second.origin)
  expect(before).toBeLessThan(funds.length)
  expect(await asked(second.origin, `/tasks/${task}`)).toMatchObject({ outcome: null })
  await sent(second.origin, `/tasks/${task}/again`, {})
  for (;;) {
    const { outcome } = await asked(second.origin, `/tasks/${task}`)
    if (outcome !== null) {
      expect(outcome).toBe('finished')
      break
    }
    await new Promise((go) => setTimeout(go, 20))
  }
  expect(await issued(second.origin)).toBe(funds.length)
  second.process.kill('SIGTERM')
  await second.exited
})

function headers(key: string): Record<string, string> {
  return {
    authorization: `Bearer ${secretOf('owner')}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
}

let keys = 0

async function sent(origin: string, path: string, body: object): Promise<{ task: number }> {
  keys += 1
  const init = { method: 'POST', headers: headers(`a-key-of-this-test-${keys}`) }
  const answer = await fetch(`${origin}/b/relief/api/v1${path}`, {
    ...init,
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as { task: number }
}

async function asked(origin: string, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${origin}/b/relief/api/v1${path}`, { headers: headers('unused') })
  return (await answer.json()) as Record<string, unknown>
}

/** How many statements there are; no fund has two. */
async function issued(origin: string): Promise<number> {
  let count = 0
  for (const fund of funds) {
    const { statements } = await asked(origin, `/statements?fund=${fund}`)
    const { length } = statements as unknown[]
    expect(length).toBeLessThanOrEqual(1)
    if (length === 0) break
    count += length
  }
  return count
}
