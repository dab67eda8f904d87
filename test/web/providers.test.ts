/** Signing in through a real provider, on the pages: connected, linked, used, unlinked, and what goes wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invitationHash, make as invite } from '../../src/access/invitations.ts'
import * as providers from '../../src/access/providers.ts'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import * as users from '../../src/access/users.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { client, startProvider, type TestProvider } from '../access/provider-for-tests.ts'
import { type Browser, browserOn } from './browser.ts'
import { type Site, siteForTests } from './site.ts'

const origin = 'http://localhost'
const back = `${origin}/b/relief/sign-in/back/company`
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
const sameOrigin = { 'sec-fetch-site': 'same-origin' }
let provider: TestProvider
let site: Site
let maria: Browser

beforeAll(async () => {
  provider = await startProvider(back)
  site = await siteForTests({
    at: new Date().toISOString(),
    offer: { outward: provider.outward() },
  })
  const given = { login: 'maria', name: 'Maria', role: 'owner', password } as const
  site.t.does(users.create, given)
  maria = browserOn(origin, site.fetch)
  const secret = base64url(new Uint8Array(32).fill(7))
  const input = { hash: hex(sessionHash(secret)) }
  site.t.does(openSession, input, { actor: 'user:1', role: 'owner' })
  maria.cookies.set(sessionCookie, secret)
})
afterAll(async () => {
  expect(verifyBook(site.t.book.store).passed).toBe(true)
  site.t.close()
  await provider.stop()
})

const stranger = () => browserOn(origin, site.fetch)
const pathOf = ({ pathname, search }: URL) => pathname + search

/** Goes to the provider from a page and comes back from it. */
async function through(by: Browser, path: string, turn?: (address: URL) => void) {
  const away = await by.get(path, sameOrigin)
  expect(away.status).toBe(303)
  const address = await provider.visit(away.location!)
  turn?.(address)
  return { address, shown: await by.get(pathOf(address)) }
}

async function lastEvent() {
  const { body } = await site.json('GET /events?limit=1')
  const [event] = body.events as { command: string; actor: string; subject: string }[]
  return event && `${event.actor} ${event.command} ${event.subject}`
}

const signInPath = '/b/relief/sign-in/with/company'
const linkPath = '/b/relief/settings/accounts/link/company'

describe('a provider', () => {
  test('is connected by an owner, its secret sealed and shown to nobody again', async () => {
    const made = await maria.fill('/b/relief/settings/providers/new', {
      label: 'Hillside Works',
      code: 'company',
      issuer: provider.issuer,
      client_id: client.id,
      client_secret: client.secret,
    })
    expect([made.status, made.location]).toEqual([
      303,
      '/b/relief/settings/providers?done=connected',
    ])
    const page = await maria.get(made.location!)
    expect(page.text).toContain(back)
    expect(page.text).not.toContain(client.secret)
    expect(JSON.stringify(site.t.book.store.all('select * from detail_body', []))).not.toContain(
      client.secret,
    )
    const { body } = await site.json('GET /identity-providers')
    expect(body).toEqual({
      providers: [
        {
          provider: 1,
          code: 'company',
          label: 'Hillside Works',
          issuer: provider.issuer,
          client_id: client.id,
          has_secret: true,
        },
      ],
    })
  })

  test.each([
    { code: 'company' },
    { issuer: 'ftp://login.example.org' },
    { issuer: 'https://login.example.org/?x' },
    { client_id: 'with space' },
  ])('is refused as %j', async (wrong) => {
    const right = { label: 'X', code: 'x', issuer: 'https://x.example', client_id: 'x' }
    const shown = await maria.fill('/b/relief/settings/providers/new', { ...right, ...wrong })
    expect([409, 422]).toContain(shown.status)
  })

  test('stands on the page for signing in, and leads back to the page that was asked for', async () => {
    const page = await stranger().get('/b/relief/sign-in?next=%2Fb%2Frelief%2Ffunds')
    expect(page.text).toContain(`href="${signInPath}?next=%2Fb%2Frelief%2Ffunds"`)
    expect(page.text).toContain('Sign in with Hillside Works')
  })
})

describe('an account', () => {
  test('that nobody linked opens nothing: identity.not_linked', async () => {
    const { shown } = await through(stranger(), signInPath)
    expect([shown.status, shown.text.includes('is linked to nobody')]).toEqual([403, true])
  })

  test('is linked from one’s own page alone (identity_provider.not_from_here), then opens the same session', async () => {
    const pushed = await maria.get(linkPath, { 'sec-fetch-site': 'cross-site' })
    expect([pushed.status, pushed.location]).toEqual([403, null])
    const { shown } = await through(maria, linkPath)
    expect([shown.status, shown.location]).toEqual([303, '/b/relief/settings/accounts?done=linked'])
    expect((await maria.get('/b/relief/settings/accounts')).text).toContain('subject-1')
    const by = stranger()
    const { shown: inside } = await through(by, `${signInPath}?next=%2Fb%2Frelief%2Ffunds`)
    expect([inside.status, inside.location]).toEqual([303, '/b/relief/funds'])
    expect((await by.get('/b/relief/funds')).status).toBe(200)
    expect(await lastEvent()).toMatch(/^user:1 identities\.sign_in session\/\d+$/)
    const kept = site.t.book.store.all('select acr, amr from identity_use', [])
    expect(kept).toEqual([{ acr: null, amr: '["pwd"]' }])
  })

  test('is one user’s at a time', async () => {
    const { shown } = await through(maria, linkPath)
    expect([shown.status, shown.text.includes('linked to a user')]).toEqual([409, true])
  })

  test.each<readonly [string, (address: URL) => void]>([
    ['another state', ({ searchParams }) => searchParams.set('state', 'x')],
    ['a made-up code', ({ searchParams }) => searchParams.set('code', 'x')],
    ['another issuer', ({ searchParams }) => searchParams.set('iss', 'https://mix.example')],
    ['no code', ({ searchParams }) => searchParams.delete('code')],
  ])('is refused with %s, and the page stays whole', async (_, turn) => {
    const { shown } = await through(stranger(), signInPath, turn)
    expect(shown.status).toBe(401)
    expect(shown.text).toContain('name="password"')
    expect(shown.text).toContain('Hillside Works')
  })

  test('is refused when its answer is used again, by the same browser or another', async () => {
    const by = stranger()
    const away = await by.get(signInPath)
    const flow = by.cookies.get('care_ledger_flow')!
    const address = await provider.visit(away.location!)
    expect((await by.get(pathOf(address))).status).toBe(303)
    expect(by.cookies.has('care_ledger_flow')).toBe(false)
    expect((await by.get(pathOf(address))).status).toBe(401)
    const thief = stranger()
    thief.cookies.set('care_ledger_flow', flow)
    expect((await thief.get(pathOf(address))).status).toBe(401)
    expect((await stranger().get(pathOf(address))).status).toBe(401)
  })

  test('is unlinked, and opens nothing then', async () => {
    const gone = await maria.post('/b/relief/settings/accounts/1/removal', {})
    expect(gone.location).toBe('/b/relief/settings/accounts?done=unlinked')
    expect((await through(stranger(), signInPath)).shown.status).toBe(403)
    const again = { key: 'another-key-of-a-form' }
    expect((await maria.post('/b/relief/settings/accounts/1/removal', again)).status).toBe(404)
  })
})

describe('an invitation', () => {
  test('is used through a provider: a user without a password, who cannot lose their only way in', async () => {
    const secret = base64url(new Uint8Array(32).fill(3))
    site.t.does(invite, {
      hash: hex(invitationHash(secret)),
      role: 'auditor',
      expires_at: site.t.now() + 60_000,
    })
    const page = await stranger().get(`/b/relief/start/${secret}`)
    expect(page.text).toContain(`/b/relief/start/${secret}/with/company`)
    const ana = stranger()
    const { shown } = await through(ana, `/b/relief/start/${secret}/with/company`)
    expect([shown.status, shown.location]).toEqual([303, '/b/relief'])
    expect(users.loginTextOf(site.t.book.store, 2 as never)).toBe('ana')
    expect(users.passwordHashOf(site.t.book.store, 2 as never)).toBeUndefined()
    const only = await ana.post('/b/relief/settings/accounts/2/removal', {
      key: 'one-more-key-of-a-form',
    })
    expect([only.status, only.text.includes('only way to sign in')]).toEqual([409, true])
    const again = await through(stranger(), `/b/relief/start/${secret}/with/company`)
    expect(again.shown.status).toBe(404)
  })
})

describe('what is not there', () => {
  test('a provider that is down is refused in words, on a page that stays whole', async () => {
    site.t.does(providers.connect, {
      code: 'down',
      label: 'Out of Order',
      issuer: 'http://localhost:9',
      client_id: 'x',
    })
    const shown = await stranger().get('/b/relief/sign-in/with/down')
    expect([shown.status, shown.text.includes('Out of Order gives no answer')]).toEqual([503, true])
    expect(shown.text).toContain('name="password"')
  })

  test('leads to signing in: a provider that nobody connected, one that was disconnected', async () => {
    site.t.does(providers.disconnect, { provider: 2 })
    for (const path of ['/sign-in/with/down', '/sign-in/with/x', '/sign-in/back/x?code=1']) {
      const shown = await stranger().get(`/b/relief${path}`)
      expect([shown.status, shown.location?.startsWith('/b/relief/sign-in')]).toEqual([303, true])
    }
    expect(site.t.refuses(providers.disconnect, { provider: 2 }).code).toBe(
      'identity_provider.unknown',
    )
  })

  test('ten providers at most', () => {
    const connect = (count: number) => ({
      code: `p${count}`,
      label: 'P',
      issuer: 'https://p.example',
      client_id: 'p',
    })
    for (let count = 1; count < providers.mostProviders; count += 1) {
      site.t.does(providers.connect, connect(count))
    }
    expect(site.t.refuses(providers.connect, connect(99)).code).toBe('identity_provider.too_many')
  })
})

test('a host without a way to other servers offers no provider', async () => {
  const alone = await siteForTests({ offer: { outward: undefined } })
  const shown = await browserOn(origin, alone.fetch).get('/b/relief/sign-in')
  expect(shown.text).not.toContain('/sign-in/with/')
  alone.t.close()
})
