/** No secret comes to light: not in the log of the host, not in an answer, whatever goes wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStrangersApp } from '../../src/app.ts'
import { createBook } from '../../src/node.ts'
import { serve } from '../../src/node-server.ts'
import { builtThread } from '../journeys/hosts.ts'
import { pagesForTests } from '../web/pages/pages-for-tests.ts'
import { addressesOf } from '../web/routes.ts'
import { type Line, secretOf } from '../web/site.ts'

/** What nobody but its sender may ever read again; each is found wherever it comes to light. */
const secrets = {
  password: 'zq9-password-of-somebody',
  token: `clt_${'zq9token'.padEnd(43, 'Z')}`,
  session: 'zq9session'.padEnd(43, 'S'),
  code: '918273',
  recovery: 'ZQ9AB-CDEFG',
  identity: '11010519491231002X',
  account: 'GB82WEST12345698765432',
  note: 'zq9 is ill and told nobody',
}
const marks = new RegExp(
  [...Object.values(secrets), 'zq9'].map((one) => one.replace(/[^\w ]/g, '.')).join('|'),
  'i',
)

const log: Line[] = []
const write = (level: Line['level']) => (fields: object, message: string) => {
  log.push({ ...fields, level, message })
}
const noted = { info: write('info'), warn: write('warn'), error: write('error') }

const fields = {
  key: 'k'.repeat(20),
  step: 'post',
  login: 'maria',
  password: secrets.password,
  current: secrets.password,
  again: secrets.password,
  code: secrets.code,
  recovery_code: secrets.recovery,
  note: secrets.note,
  reason: secrets.note,
  payee: secrets.note,
  name: secrets.note,
  number: secrets.identity,
  amount: secrets.account,
}

/** A request of each kind that fails, with secrets wherever there is room for one. */
function failing(method: string, path: string): Request[] {
  const at = `http://localhost${path}`
  const cookie = `care_ledger_session=${secrets.session}; care_ledger_device=${secrets.session}`
  const authorization = `Bearer ${secrets.token}`
  if (method === 'GET') {
    const query = new URLSearchParams({ ...fields, token: secrets.token }).toString()
    return [new Request(`${at}?${query}`, { headers: { cookie, authorization } })]
  }
  const send = (type: string, body: string) =>
    new Request(at, {
      method,
      headers: {
        cookie,
        authorization,
        origin: 'http://localhost',
        'content-type': type,
        'idempotency-key': secrets.password,
      },
      body,
    })
  if (path.includes('/api/')) {
    return [
      send('application/json', JSON.stringify(fields)),
      send('application/json', `{"password":"${secrets.password}`),
      send('text/plain', secrets.note),
    ]
  }
  return [
    send('application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
    send('multipart/form-data; boundary=b', `--b\r\n${secrets.note}`),
  ]
}

test('of a stranger: in no line of the log and in no answer', async () => {
  const site = await pagesForTests({ offer: { log: noted } })
  const offer = { health: () => ({ books: [], free_disk_bytes: null }), log: noted, now: Date.now }
  const nowhere = createStrangersApp(offer, (bytes) => new Uint8Array(bytes))
  const told: string[] = []
  for (const { method, path } of addressesOf(site.routes())) {
    for (const app of [site, nowhere]) {
      for (const request of failing(method, path)) {
        const answer = await app.fetch(request)
        const said = `${await answer.text()} ${JSON.stringify([...answer.headers])}`
        // The page for signing in leads back to the address that was asked for, with what its asker wrote there.
        // And a code that is none stays in its field, so that a slip of the hand is found.
        const own = method === 'GET' || /preferences$|\/apply$|\/together$/.test(path)
        if (!own && marks.test(said)) told.push(`${method} ${path} ${answer.status}`)
      }
    }
  }
  expect(told).toEqual([])
  expect(log.length).toBeGreaterThan(100)
  expect(log.filter((line) => marks.test(JSON.stringify(line)))).toEqual([])
})

test('of whoever is signed in: in no line of the log; no password and no code in an answer', async () => {
  log.length = 0
  const site = await pagesForTests({ offer: { log: noted } })
  const told: string[] = []
  const never = new RegExp(`${secrets.password}|${secrets.token}|${secrets.session}`)
  for (const { method, path } of addressesOf(site.routes())) {
    if (/sign-out|end-others/.test(path)) continue
    for (const request of failing(method, path)) {
      const headers = new Headers(request.headers)
      headers.set('cookie', site.cookie())
      headers.set('authorization', `Bearer ${secretOf('owner')}`)
      const answer = await site.fetch(new Request(request, { headers }))
      const type = answer.headers.get('content-type') ?? ''
      const text = /stream|pdf/.test(type) ? '' : await answer.text()
      if (method === 'POST' && never.test(text)) told.push(`${path} ${answer.status}`)
    }
  }
  expect(told).toEqual([])
  expect(log.length).toBeGreaterThan(100)
  expect(log.filter((line) => marks.test(JSON.stringify(line)))).toEqual([])
})

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-secrets-'))
let server: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  const organisation = { name: 'Riverside', time_zone: 'Europe/Lisbon', currency: 'EUR' }
  ;(await createBook({ folder, code: 'relief', organisation })).close()
  const [renderWorker, taskThread] = await Promise.all([
    builtThread('src/statements/render-worker.ts'),
    builtThread('src/node/task-thread.ts'),
  ])
  const at = { books: folder, port: 0, hostname: '127.0.0.1' }
  server = await serve({ ...at, log: noted, renderWorker, taskThread })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('on a real server: wrong passwords, broken books and paths that are none leave no secret in its log', async () => {
  log.length = 0
  const origin = `http://127.0.0.1:${server.port}`
  const post = (path: string, body: string, type: string) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { origin, 'content-type': type, authorization: `Bearer ${secrets.token}` },
      body,
      redirect: 'manual',
    })
  const form = new URLSearchParams(fields).toString()
  const answers = [
    await post('/b/relief/sign-in', form, 'application/x-www-form-urlencoded'),
    await post('/b/nowhere/sign-in', form, 'application/x-www-form-urlencoded'),
    await post('/b/relief/api/v1/funds', JSON.stringify(fields), 'application/json'),
    await post(`/b/relief/start/${secrets.session}`, form, 'application/x-www-form-urlencoded'),
    await fetch(`${origin}/b/relief/start/${secrets.session}`, { redirect: 'manual' }),
    await fetch(`${origin}/start/${secrets.session}`, { redirect: 'manual' }),
    await fetch(`${origin}/assets/${secrets.session}.js`),
  ]
  for (const answer of answers) await answer.text()
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(log.length).toBeGreaterThan(2)
  expect(log.filter((line) => marks.test(JSON.stringify(line)))).toEqual([])
})
