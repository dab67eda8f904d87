/** Signing in and out, a password of one's own: the pages, as a browser without scripts sees them. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/access/passwords.ts'
import * as sessions from '../../src/access/sessions.ts'
import * as users from '../../src/access/users.ts'
import { createStrangersApp } from '../../src/app.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { pathWithin } from '../../src/web/pages/sign-in.tsx'
import { type Browser, browserOn, formIn } from './browser.ts'
import { type Site, siteForTests } from './site.ts'

const origin = 'http://localhost'
const password = 'rain on the tin roof'
const other = 'wind in the high wires'
let hash: string
let site: Site
let browser: Browser

beforeAll(async () => {
  hash = await hashPassword(password, 'the-key-of-the-form')
})
beforeEach(async () => {
  site = await siteForTests()
  const maria = { login: 'maria', name: 'Maria Lopez', role: 'owner', password: hash } as const
  site.t.does(users.create, maria)
  browser = browserOn(origin, site.fetch)
})
afterEach(() => {
  expect(verifyBook(site.t.book.store).passed).toBe(true)
  site.t.close()
})

function signIn(fields: Record<string, string> = {}, path = '/b/relief/sign-in') {
  return browser.fill(path, { login: 'maria', password, ...fields })
}

const cookieOf = (shown: { headers: Headers }) => shown.headers.getSetCookie().join('\n')

function signedIn() {
  const secret = browser.cookies.get('care_ledger_session')
  return sessions.callerOfSession(site.t.book.store, secret, site.t.now())
}

describe('signing in', () => {
  test('opens a session, by a cookie of this book that no script reads, and is in the audit trail', async () => {
    const shown = await signIn()
    expect([shown.status, shown.location]).toEqual([303, '/b/relief'])
    expect(cookieOf(shown)).toMatch(
      /^care_ledger_session=[\w-]{43}; Max-Age=28800; Path=\/b\/relief; HttpOnly; SameSite=Lax$/m,
    )
    expect(signedIn()).toMatchObject({ caller: { actor: 'user:1' }, user: { login: 'maria' } })
    const { body } = await site.json('GET /events?limit=1')
    const [event] = body.events as { command: string; actor: string; subject: string }[]
    expect(event).toMatchObject({
      command: 'sessions.open',
      actor: 'user:1',
      subject: 'session/1',
    })
    const lines = JSON.stringify(site.log)
    for (const secret of [password, 'maria', browser.cookies.get('care_ledger_session')!]) {
      expect(lines).not.toContain(secret)
    }
  })

  test.each([
    ['https://localhost', {}],
    ['http://localhost', { 'x-forwarded-proto': 'https' }],
  ])('by https (%s %j) the cookie is for https alone', async (from, headers) => {
    const secured = browserOn(from, site.fetch)
    const fields = { login: 'maria', password }
    expect(cookieOf(await secured.post('/b/relief/sign-in', fields, headers))).toContain('; Secure')
  })

  test.each([
    ['a wrong password', { password: 'wrong' }],
    ['no password', { password: '' }],
    ['an unknown name', { login: 'nobody' }],
    ['no name', { login: '' }],
  ])(
    'sign_in.refused: %s; the name stays in its field, the password does not',
    async (_, given) => {
      const before = site.head()
      const shown = await signIn(given)
      expect(shown.status).toBe(401)
      expect(shown.text).toContain('role="alert"')
      const { values } = formIn(shown.text)
      expect(values).toEqual({ next: '', login: { login: 'maria', ...given }.login, password: '' })
      expect(cookieOf(shown)).toBe('')
      expect(site.head()).toBe(before)
    },
  )

  test('sign_in.throttled: after five failures, in each language, until the time has passed', async () => {
    for (let failure = 0; failure < 5; failure += 1) await signIn({ password: 'wrong' })
    const shown = await signIn()
    expect([shown.status, signedIn()]).toEqual([429, undefined])
    expect(shown.text).toContain('15 minutes')
    browser.cookies.set('language', 'zh-Hans')
    expect((await signIn()).text).toContain('15')
    site.t.at(new Date(site.t.now() + 15 * 60_000).toISOString())
    expect((await signIn()).status).toBe(303)
  })

  test('a dozen at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () =>
        browserOn(origin, site.fetch).post('/b/relief/sign-in', { login: 'maria', password }),
      ),
    )
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]))
  }, 120_000)

  test.each(['en', 'zh-Hans', 'zh-Hant'])('is whole without scripts, in %s', async (language) => {
    const shown = await browser.get('/b/relief/sign-in', { 'accept-language': language })
    expect(shown.text).toContain(`<html lang="${language}"`)
    expect(shown.text).toContain('<form class="form" method="post" action="/b/relief/sign-in"')
    expect(shown.text).not.toMatch(/\sstyle=|<style|onclick|<script>/)
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(shown.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the page to go on to', () => {
  test.each([
    ['', '/b/relief'],
    ['/b/relief', '/b/relief'],
    ['/b/relief/', '/b/relief/'],
    [
      '/b/relief/funds/care?from=2026-01-01&q=a%20b',
      '/b/relief/funds/care?from=2026-01-01&q=a%20b',
    ],
    ['//evil.example', '/b/relief'],
    ['/\\evil.example', '/b/relief'],
    ['https://evil.example/b/relief', '/b/relief'],
    ['https:/b/relief', '/b/relief'],
    ['javascript:alert(1)', '/b/relief'],
    ['/b/relief\\..\\..', '/b/relief'],
    ['/b/relief/../../evil', '/b/relief'],
    ['/b/relief/%2e%2e/other', '/b/relief'],
    ['/b/relief2', '/b/relief'],
    ['/b/other/funds', '/b/relief'],
    ['/b/relief/\u0009//evil', '/b/relief'],
    ['/b/relief/\nset-cookie: a=b', '/b/relief'],
    ['/b/relief/sign-in?next=/b/relief', '/b/relief'],
    ['/b/relief/sign-out', '/b/relief'],
    ['/b/relief/start/secret', '/b/relief'],
    ['b/relief/funds', '/b/relief'],
    ['/b//evil.example', '/b/relief'],
  ])('%j leads to %s', (next, to) => {
    expect(pathWithin('relief', next)).toBe(to)
  })

  test('is that which was asked for', async () => {
    const asked = await browser.get('/b/relief/settings/password')
    const path = '/b/relief/sign-in?next=%2Fb%2Frelief%2Fsettings%2Fpassword'
    expect([asked.status, asked.location]).toEqual([303, path])
    expect((await signIn({}, path)).location).toBe('/b/relief/settings/password')
  })
})

describe('signing out', () => {
  test('ends the session at once, and takes the cookie away', async () => {
    await signIn()
    const secret = browser.cookies.get('care_ledger_session')!
    const shown = await browser.post('/b/relief/sign-out', {})
    expect([shown.status, shown.location]).toEqual([303, '/b/relief/sign-in'])
    expect(cookieOf(shown)).toMatch(/^care_ledger_session=; Max-Age=0; Path=\/b\/relief/)
    expect(sessions.callerOfSession(site.t.book.store, secret, site.t.now())).toBeUndefined()
    expect((await browser.post('/b/relief/sign-out', {})).status).toBe(303)
  })
})

test('page.unknown: a reader is told on a page of the book', async () => {
  await signIn()
  for (const shown of [
    await browser.get('/b/relief/nowhere'),
    await browser.post('/b/relief/x', {}),
  ]) {
    expect(shown.status).toBe(404)
    expect(shown.text).toContain('Riverside Mutual Aid')
  }
})

test.each([
  ['form.type', { 'content-type': 'application/json' }, '{}', 415],
  ['form.type', { 'content-type': 'text/plain' }, 'login=maria', 415],
  ['body.too_large', {}, `login=${'x'.repeat(70_000)}`, 413],
])('%s: what is no form of ours (%j)', async (code, headers, body, status) => {
  const answer = await site.fetch(
    new Request(`${origin}/b/relief/sign-in`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    }),
  )
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code])
})

describe('form.foreign: a form of another site', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:8080' }],
    ['no origin', { origin: 'null' }],
    ['nothing said', { origin: '' }],
    ['its own word', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { origin: 'https://a.localhost', 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    await signIn()
    const before = site.head()
    for (const path of ['/b/relief/sign-in', '/b/relief/sign-out', '/b/relief/start/x']) {
      const shown = await browser.post(path, { login: 'maria', password }, headers)
      expect([path, shown.status]).toEqual([path, 403])
    }
    expect(site.head()).toBe(before)
  })

  test('behind a proxy that speaks https the origin is the same', async () => {
    const headers = { origin: 'https://localhost', 'x-forwarded-proto': 'https' }
    const shown = await browser.post('/b/relief/sign-in', { login: 'maria', password }, headers)
    expect(shown.status).toBe(303)
  })
})

describe('a password of one’s own', () => {
  const path = '/b/relief/settings/password'
  const change = (fields: Record<string, string>) =>
    browser.fill(path, { current: password, password: other, again: other, ...fields })

  test.each([
    ['a wrong one now', { current: 'wrong' }, 'current'],
    ['none now', { current: '' }, 'current'],
    ['none', { password: '' }, 'password'],
    ['too short', { password: 'short', again: 'short' }, 'password'],
    ['tried first', { password: 'password123', again: 'password123' }, 'password'],
    ['not the same twice', { again: 'another one entirely' }, 'again'],
  ])('%s: told at its field, and nothing is kept', async (_, given, field) => {
    await signIn()
    const before = site.head()
    const shown = await change(given)
    expect(shown.status).toBe(422)
    expect(shown.text).toContain(`href="#field-${field}"`)
    expect(shown.text).toContain(`id="field-${field}-error"`)
    const { key, ...values } = formIn(shown.text).values
    expect(key).toMatch(/^[\w-]{24}$/)
    expect(values).toEqual({ current: '', password: '', again: '' })
    expect(site.head()).toBe(before)
  })

  test('is changed once, however often the form is sent; the other sessions end', async () => {
    await signIn()
    const here = browser.cookies.get('care_ledger_session')!
    const elsewhere = browserOn(origin, site.fetch)
    await elsewhere.fill('/b/relief/sign-in', { login: 'maria', password })
    const { values } = formIn((await browser.get(path)).text)
    const fields = { ...values, current: password, password: other, again: other }
    const shown = await browser.post(path, fields)
    expect([shown.status, shown.location]).toEqual([303, `${path}?changed=yes`])
    const after = site.head()
    expect((await browser.post(path, fields)).location).toBe(`${path}?changed=yes`)
    expect(site.head()).toBe(after)
    expect((await browser.get(`${path}?changed=yes`)).text).toContain('notice-success')
    expect(signedIn()?.session).toBe(1)
    expect(here).toBe(browser.cookies.get('care_ledger_session'))
    expect((await elsewhere.get(path)).status).toBe(303)
    expect((await signIn()).status).toBe(401)
    expect((await signIn({ password: other })).status).toBe(303)
  })

  test('a wrong password now is throttled like signing in', async () => {
    await signIn()
    for (let failure = 0; failure < 5; failure += 1) await change({ current: 'wrong' })
    expect((await change({})).text).toContain('15 minutes')
  })

  test('a session that has ended leads to signing in', async () => {
    await signIn()
    site.t.at(new Date(site.t.now() + 3_600_000).toISOString())
    const shown = await browser.post(path, { current: password, password: other, again: other })
    expect(shown.location).toMatch(/^\/b\/relief\/sign-in/)
  })
})

test('[A1] a stranger cannot tell a book that is there from one that is not', async () => {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  const health = () => ({ books: [], free_disk_bytes: null })
  const now = () => site.t.now()
  const random = (bytes: number) => new Uint8Array(bytes)
  const nowhere = createStrangersApp({ health, log: quiet, now }, random)
  const there = browserOn(origin, (request) => nowhere.fetch(request))
  const here = browserOn(origin, site.fetch)
  const gets = ['sign-in', 'sign-in?next=/b/relief/funds', 'settings/password', 'start/secret']
  gets.push('sign-in/code', 'sign-in/enrol?next=/b/relief/funds', 'settings/sign-in')
  gets.push('payouts', 'payouts?limit=5', 'nowhere', 'nowhere/else', 'api/v1/nowhere', 'api')
  for (const path of gets) {
    const [one, two] = [await here.get(`/b/relief/${path}`), await there.get(`/b/relief/${path}`)]
    expect([path, two.status, two.text, two.location]).toEqual([
      path,
      one.status,
      one.text,
      one.location,
    ])
    expect([...two.headers]).toEqual([...one.headers])
  }
  const wrong = { login: 'maria', password: 'wrong' }
  const said: string[][] = [[], []]
  for (let failure = 0; failure < 6; failure += 1) {
    for (const [which, who] of [here, there].entries()) {
      const shown = await who.post('/b/relief/sign-in', wrong)
      said[which]!.push(`${shown.status} ${shown.text}`)
    }
  }
  expect(said[1]).toEqual(said[0])
  expect(said[0]!.map((one) => one.slice(0, 3))).toEqual(['401', '401', '401', '401', '401', '429'])
  for (const path of ['sign-out', 'start/secret', 'settings/password', 'nowhere', 'api/v1/x']) {
    const [one, two] = [
      await here.post(`/b/relief/${path}`, {}),
      await there.post(`/b/relief/${path}`, {}),
    ]
    expect([path, two.status, two.text, two.location]).toEqual([
      path,
      one.status,
      one.text,
      one.location,
    ])
  }
})
