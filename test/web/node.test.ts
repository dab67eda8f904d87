import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookPath, createBook, keyPath, openBook, signerOf } from '../../src/node.ts'
import { type Server, serve } from '../../src/node-server.ts'
import { openPdf } from '../../src/statements/pdf/read.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { reportText } from '../../src/verification/report.ts'
import {
  addBook,
  builtRenderWorker,
  builtTaskThread,
  folderOfBooks,
  pay,
  startServer,
} from './hosting.ts'
import { secretOf } from './site.ts'

const owner = { authorization: `Bearer ${secretOf('owner')}` }
const organisation = { name: 'Riverside', time_zone: 'Europe/Lisbon', currency: 'EUR' }
const lines: { message: string; [field: string]: unknown }[] = []
const write = (fields: object, message: string) => {
  lines.push({ ...fields, message })
}
const log = { info: write, warn: write, error: write }

let books: Awaited<ReturnType<typeof folderOfBooks>>
let server: Server
let origin: string

beforeAll(async () => {
  books = await folderOfBooks()
  server = await serve({
    books: books.folder,
    port: 0,
    hostname: '127.0.0.1',
    log,
    renderWorker: await builtRenderWorker(),
    taskThread: await builtTaskThread(),
  })
  origin = `http://127.0.0.1:${server.port}`
})

afterAll(async () => {
  await server.stop()
  books.remove()
})

test('[H1] a new book has its organisation, and a key that its owner alone can read', async () => {
  const { folder } = books
  expect(statSync(keyPath(folder, 'relief')).mode & 0o777).toBe(0o600)
  const opened = openBook(bookPath(folder, 'relief'), { readOnly: true })
  expect(verifyBook(opened.book.store).passed).toBe(true)
  opened.close()
  await expect(createBook({ folder, code: 'relief', organisation })).rejects.toMatchObject({
    code: 'book.exists',
  })
  for (const code of ['../relief', 'Relief', '', 'a/b', '-a']) {
    const made = createBook({ folder, code, organisation })
    await expect(made).rejects.toMatchObject({ code: 'book.code' })
  }
})

test('[H1] without a key nothing is signed', async () => {
  const asked = signerOf(books.folder, 'nobody')
  await expect(asked).rejects.toMatchObject({ code: 'signing_key.missing' })
})

test('[H1] a book that cannot be set up leaves nothing behind', async () => {
  const { folder } = books
  const wrong = { ...organisation, time_zone: 'Mars/Olympus' }
  const made = createBook({ folder, code: 'mars', organisation: wrong })
  await expect(made).rejects.toMatchObject({ code: 'time_zone.unknown' })
  for (const path of [bookPath(folder, 'mars'), keyPath(folder, 'mars')]) {
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  }
})

test('[H2] many books stand behind one process, each with tokens of its own', async () => {
  await addBook(books.folder, 'later')
  const get = (code: string, headers = {}) =>
    fetch(`${origin}/b/${code}/api/v1/organisation`, { headers })
  expect(await (await get('later', owner)).json()).toMatchObject({ book: 'later' })
  expect(await (await get('relief', owner)).json()).toMatchObject({ book: 'relief' })
  for (const code of ['nowhere', '..%2Frelief', 'relief.db', 'RELIEF', '%00']) {
    expect((await get(code)).status).toBe(401)
    expect((await get(code, owner)).status).toBe(401)
  }
  expect((await fetch(`${origin}/b/nowhere/api/v1/reference`)).status).toBe(200)
})

test('[H3] health says whether each book opens, its chain head and the free room; and no name', async () => {
  const health = async () => {
    const answer = await fetch(`${origin}/healthz`)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const well = await health()
  expect(well.status).toBe(200)
  expect(well.body).toMatchObject({ status: 'pass', free_disk_bytes: expect.any(Number) })
  const head = { opens: true, sequence: expect.any(Number) }
  expect(well.body.books).toContainEqual({
    ...head,
    chain_head: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(JSON.stringify(well.body)).not.toMatch(/relief|Riverside/)
  writeFileSync(bookPath(books.folder, 'broken'), 'This is no database, and long enough to tell.')
  const asked = await fetch(`${origin}/b/broken/api/v1/organisation`, { headers: owner })
  expect(asked.status).toBe(503)
  const text = await asked.text()
  expect(JSON.parse(text).code).toBe('book.unavailable')
  expect(text).not.toContain(books.folder)
  const unwell = await health()
  expect(unwell.status).toBe(503)
  expect(unwell.body.books).toContainEqual({ opens: false })
  expect(lines.some(({ message, book }) => message.includes('not open') && book === 'broken')).toBe(
    true,
  )
})

test('[H4] PDFs are drawn in a thread, sealed by a key that never leaves the host', async () => {
  const from = '2026-01-01'
  const to = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const issued = await fetch(`${origin}/b/relief/api/v1/funds/care/statements`, {
    method: 'POST',
    headers: {
      ...owner,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ from, to }),
  })
  const { statement } = (await issued.json()) as { statement: string }
  const path = `${origin}/b/relief/api/v1/statements/${statement}.pdf`
  const drawn = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const answer = await fetch(path, { headers: owner })
      expect(answer.status).toBe(200)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  for (const bytes of drawn) expect(bytes.equals(drawn[0]!)).toBe(true)
  expect(drawn[0]!.toString('latin1')).toContain('%CareLedger-Seal 1')
  expect(openPdf(drawn[0]!)).toBeDefined()
})

test('[H5] killed in the middle of its work, a server has lost nothing that it answered', async () => {
  const { folder, remove } = await folderOfBooks()
  const running = await startServer(folder)
  const answered: { key: string; payout: number }[] = []
  let killed = false
  let next = 0
  const sender = async () => {
    while (!killed) {
      next += 1
      const key = `before-the-crash-${next}`
      const done = await pay(running.origin, key).catch(() => undefined)
      if (done?.status === 201) answered.push({ key, payout: done.body.payout })
    }
  }
  const senders = Array.from({ length: 24 }, sender)
  while (answered.length < 300) await sleep(5)
  running.process.kill('SIGKILL')
  killed = true
  await Promise.all([...senders, running.exited])
  const opened = openBook(bookPath(folder, 'relief'), { readOnly: true })
  const report = verifyBook(opened.book.store)
  expect(report.passed, reportText(report)).toBe(true)
  const rows = opened.book.store.all(
    "select key, answer from request where key like 'before-%'",
    [],
  )
  const kept = new Map(rows.map(({ key, answer }) => [key, JSON.parse(String(answer)).payout]))
  opened.close()
  expect(answered.length).toBeGreaterThanOrEqual(300)
  for (const { key, payout } of answered) expect(kept.get(key)).toBe(payout)
  const again = await startServer(folder)
  const { key, payout } = answered.at(-1)!
  expect(await pay(again.origin, key)).toMatchObject({ status: 200, body: { payout } })
  again.process.kill('SIGTERM')
  await again.exited
  remove()
})

test('[H6] told to stop, a server answers what is on its way, closes its books and leaves', async () => {
  const { folder, remove } = await folderOfBooks()
  const running = await startServer(folder)
  const answers = Array.from({ length: 64 }, (_, place) =>
    pay(running.origin, `on-its-way-${place}-000000`),
  )
  await answers[0]
  running.process.kill('SIGTERM')
  const settled = await Promise.allSettled(answers)
  const [code] = (await running.exited) as [number | null]
  expect(code).toBe(0)
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value.status === 201)
  expect(done.length).toBeGreaterThan(0)
  expect(statSync(join(folder, 'relief.db-wal'), { throwIfNoEntry: false })).toBeUndefined()
  const opened = openBook(bookPath(folder, 'relief'), { readOnly: true })
  const [row] = opened.book.store.all('select count(*) as payouts from payout', [])
  opened.close()
  expect(row!.payouts).toBe(done.length)
  const logged = running.output().trim().split('\n')
  expect(logged.length).toBeGreaterThanOrEqual(done.length)
  for (const line of logged) expect(JSON.parse(line)).toMatchObject({ msg: 'answer' })
  expect(running.output()).not.toMatch(/Zhang|P-000001|on-its-way|clt_/)
  remove()
})
