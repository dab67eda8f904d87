/** In real workerd: a passkey made and used, and signing in through a real provider over the Worker's own network. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashPassword } from '../../src/access/passwords.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { authenticator } from '../access/authenticator.ts'
import { client, startProvider, type TestProvider } from '../access/provider-for-tests.ts'
import type { Workerd } from '../contract/workerd.ts'
import { type Browser, browserOn } from '../web/browser.ts'
import { foundedOver, founder, startWorker } from './hosts.ts'

/** Where the Worker is told that it is open; its own address is one in figures. */
const origin = 'https://books.example'
const password = 'rain on the tin roof'
const folder = mkdtempSync(join(tmpdir(), 'care-ledger-ways-in-'))
let worker: Workerd
let provider: TestProvider

beforeAll(async () => {
  provider = await startProvider(`${origin}/b/relief/sign-in/back/company`)
  const bindings = {
    CARE_LEDGER_OWNER_TOKEN: founder,
    CARE_LEDGER_ORIGIN: origin,
    CARE_LEDGER_INNER_PROVIDERS: 'yes',
    CARE_LEDGER_MASTER_KEY: base64url(new Uint8Array(32).fill(7)),
  }
  worker = await startWorker('src/worker.ts', bindings, folder)
})
afterAll(async () => {
  await worker?.stop()
  await provider?.stop()
  rmSync(folder, { recursive: true })
})

/** A browser at the Worker, which is reached through a proxy that does TLS. */
function browser(): Browser {
  const { origin: here } = worker.url
  return browserOn(here, (request) =>
    request.arrayBuffer().then((body) =>
      worker.fetch(new URL(request.url).pathname + new URL(request.url).search, {
        method: request.method,
        headers: request.headers,
        body: request.method === 'POST' ? body : null,
        redirect: 'manual',
      }),
    ),
  )
}

it('a passkey and a provider open the same book', async () => {
  const send = (path: string, init?: RequestInit) => worker.fetch(path, init)
  const owner = await foundedOver(send, 'relief', Date.now)
  const hash = await hashPassword(password, 'the-key-of-the-form')
  await owner.post('/users', { login: 'maria', name: 'Maria', role: 'owner', password: hash })
  await owner.post('/identity-providers', {
    code: 'company',
    label: 'Company',
    issuer: provider.issuer,
    client_id: client.id,
    client_secret: client.secret,
  })
  const maria = browser()
  await maria.fill('/b/relief/sign-in', { login: 'maria', password })
  const device = authenticator(origin, 'books.example')
  const made = await maria.post('/b/relief/settings/passkeys/question', {})
  const credential = device.make(JSON.parse(made.text))
  const added = await maria.post('/b/relief/settings/passkeys', { credential, label: 'Phone' })
  expect([added.status, added.location]).toEqual([303, '/b/relief/settings/passkeys?done=added'])

  const by = browser()
  const question = await by.post('/b/relief/sign-in/passkey/question', {})
  const answer = device.answer(JSON.parse(question.text))
  const shown = await by.post('/b/relief/sign-in/passkey', { credential: answer })
  expect([shown.status, shown.location]).toEqual([303, '/b/relief'])

  const away = await by.get('/b/relief/settings/accounts/link/company', {
    'sec-fetch-site': 'same-origin',
  })
  const back = await provider.visit(away.location!)
  const linked = await by.get(back.pathname + back.search)
  expect(linked.location).toBe('/b/relief/settings/accounts?done=linked')
  const stranger = browser()
  expect((await stranger.get('/b/relief/sign-in')).text).toContain('Sign in with Company')
  const going = await stranger.get('/b/relief/sign-in/with/company')
  const { pathname, search } = await provider.visit(going.location!)
  const inside = await stranger.get(pathname + search)
  expect([inside.status, inside.location]).toEqual([303, '/b/relief'])
  expect((await stranger.get('/b/relief/funds')).status).toBe(200)
}, 60_000)
