/** What only the Cloudflare host has: its front door, its founder, objects that go and come again. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { schemaVersion } from '../../src/store/migrate.ts'
import type { Workerd } from '../contract/workerd.ts'
import { clientOf, newToken, refused, type Send } from './client.ts'
import { foundedOver, founder, startWorker } from './hosts.ts'
import { checkDownloads } from './papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-cloudflare-'))
const organisation = { name: 'Relief', time_zone: 'Asia/Shanghai', currency: 'CNY' }
const now = Date.now

let worker: Workerd
const send: Send = (path, init) => worker.fetch(path, init)

async function restart(bindings: Record<string, string> = { CARE_LEDGER_OWNER_TOKEN: founder }) {
  await worker?.stop()
  worker = await startWorker('src/worker.ts', bindings, folder)
}

/** How many objects hold a book, by their files. */
function booksKept(): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const objects = files.filter((path) => /[0-9a-f]{64}\.sqlite$/.test(path))
  return objects.filter((path) => {
    const store = openSqlite(join(folder, path), { readOnly: true })
    const version = schemaVersion(store)
    store.close()
    return version > 0
  }).length
}

beforeAll(() => restart())
afterAll(async () => {
  await worker?.stop()
  rmSync(folder, { recursive: true })
})

describe('the front door', () => {
  it('says at /healthz that it is well, and at / what it is', async () => {
    const health = await send('/healthz')
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'pass', books: [], free_disk_bytes: null },
    ])
    expect(await (await send('/')).text()).toContain('<h1>Care Ledger</h1>')
  })

  it('tells strangers of every book the same, and writes nothing for them', async () => {
    const stranger = clientOf(send, { book: 'nobody', token: 'clt_guess', now })
    const body = { ...organisation, book: 'nobody' }
    refused(await stranger.get('/funds'), 401, 'token.invalid')
    refused(await stranger.get('/funds', { token: null }), 401, 'token.missing')
    refused(await stranger.post('/organisation', body), 401, 'token.invalid')
    refused(await stranger.post('/tokens', {}), 401, 'token.invalid')
    expect((await send('/b/Not%20A%20Book/api/v1/funds')).status).toBe(401)
    await restart()
    expect(booksKept()).toBe(0)
  })
})

describe('the founder', () => {
  const asked = { ...organisation, book: 'relief' }
  const anybody = clientOf(send, { book: 'relief', token: 'clt_guess', now })
  const secret = (token: string) => anybody.as(token)
  const owner = (n: number) => `clt_owner-${n}-${'x'.repeat(24)}`
  const tokenOf = (n: number) =>
    newToken(owner(n), { role: 'owner', readsNames: true, now: Date.now() })

  it('is refused what would not stand, and then nothing is kept', async () => {
    const hand = secret(founder)
    refused(await hand.post('/tokens', tokenOf(1)), 409, 'book.not_set_up')
    refused(
      await hand.post('/organisation', { ...asked, time_zone: 'Nowhere' }),
      422,
      'time_zone.unknown',
    )
    refused(await hand.post('/organisation', { ...asked, book: 'other' }), 422, 'input.invalid')
    refused(await hand.post('/organisation', asked, { key: null }), 400, 'idempotency_key.missing')
    refused(await hand.get('/organisation'), 401, 'token.invalid')
    await restart()
    expect(booksKept()).toBe(0)
  })

  it('sets the book up once, and makes one owner; then the secret opens nothing', async () => {
    const hand = secret(founder)
    const key = 'the-founding-act-1'
    const first = await hand.post('/organisation', asked, { key })
    expect([first.status, JSON.parse(first.text)]).toEqual([
      201,
      { book: 'relief', name: 'Relief' },
    ])
    const again = await hand.post('/organisation', asked, { key })
    expect([again.status, again.text]).toEqual([200, first.text])
    refused(await hand.post('/organisation', asked), 409, 'organisation.already_set_up')
    refused(await hand.post('/tokens', { ...tokenOf(1), role: 'auditor' }), 422, 'input.invalid')
    refused(await hand.get('/organisation'), 401, 'token.invalid')
    expect((await hand.post('/tokens', tokenOf(1))).status).toBe(201)
    refused(await hand.post('/tokens', tokenOf(2)), 401, 'token.invalid')
    refused(await hand.post('/organisation', asked), 401, 'token.invalid')
  })

  it('may make an owner again when none is in force', async () => {
    const first = secret(owner(1))
    await first.does('/tokens/1/revocation', {})
    refused(await first.get('/funds'), 401, 'token.invalid')
    expect((await secret(founder).post('/tokens', tokenOf(3))).status).toBe(201)
    expect((await secret(owner(3)).get('/funds')).status).toBe(200)
    refused(await secret(founder).post('/tokens', tokenOf(4)), 401, 'token.invalid')
  })

  it('says how the book stands to whoever has a token of it', async () => {
    const health = (token: string) =>
      send('/b/relief/healthz', { headers: { authorization: `Bearer ${token}` } })
    const head = await secret(owner(3)).asks('/events/head')
    const standing = { opens: true, sequence: head.sequence, chain_head: head.hash }
    expect(await (await health(owner(3))).json()).toMatchObject({
      status: 'pass',
      books: [standing],
    })
    expect((await health('clt_guess')).status).toBe(401)
  })

  it('is nobody without a secret, or with one that could be guessed', async () => {
    for (const bindings of [{}, { CARE_LEDGER_OWNER_TOKEN: 'short' }]) {
      await restart(bindings)
      const given = clientOf(send, { book: 'fresh', token: 'short', now })
      refused(await given.post('/organisation', { ...asked, book: 'fresh' }), 401, 'token.invalid')
    }
    await restart()
  })
})

describe('an object', () => {
  it('goes and comes again with its book, its key and its files the same to the byte', async () => {
    const owner = await foundedOver(send, 'lasting', now)
    const fund = { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' }
    await owner.does('/funds', fund)
    const party = { kind: 'person', name: '张小明' }
    const gift = { source: 'member', party, amount: '90000.00', received_on: '2025-03-01' }
    await owner.does('/funds/care/contributions', gift)
    const march = { from: '2025-03-01', to: '2025-03-31' }
    const { statement } = await owner.does('/funds/care/statements', march)
    const before = await checkDownloads(owner, String(statement))
    await restart()
    const after = await checkDownloads(owner, String(statement))
    expect(after.pdf).toEqual(before.pdf)
  })

  it('issues and draws a statement of 1,000 lines', async () => {
    const { owner, statement } = await statementOf('large', 1_000)
    await checkDownloads(owner, statement)
  })

  it('refuses to draw more than its memory holds, and gives it in other forms', async () => {
    const { owner, statement } = await statementOf('larger', 2_001)
    refused(await owner.get(`/statements/${statement}.pdf`), 422, 'render.too_large')
    for (const form of ['html', 'csv', 'json']) {
      expect((await owner.get(`/statements/${statement}.${form}`)).status).toBe(200)
    }
  })
})

/** A book with an issued statement of so many lines. */
async function statementOf(book: string, lines: number) {
  const owner = await foundedOver(send, book, now)
  const fund = { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' }
  await owner.does('/funds', fund)
  const party = { kind: 'person', name: '张小明' }
  const gift = { source: 'member', party, amount: '90000.00', received_on: '2025-03-01' }
  await owner.does('/funds/care/contributions', gift)
  const grants = Array.from({ length: lines - 1 }, (_, index) => {
    const recipient = { kind: 'person', name: `王${String.fromCodePoint(0x4e00 + index)}` }
    return { line: index + 1, recipient, amount: '12.34', paid_on: '2025-03-02' }
  })
  await owner.does('/funds/care/imports/grants', { category: 'care_grants', grants })
  const march = { from: '2025-03-01', to: '2025-03-31' }
  const issued = await owner.does('/funds/care/statements', march)
  expect(issued.lines).toBe(lines)
  return { owner, statement: String(issued.statement) }
}
