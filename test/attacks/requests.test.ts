/** Requests that no page of ours and no honest program sends. Made from the routes of the app: new ones are tried too. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { localPath } from '../../src/web/pages/preferences.ts'
import { pathWithin } from '../../src/web/pages/sign-in.tsx'
import { type Pages, pagesForTests } from '../web/pages/pages-for-tests.ts'
import { addressesOf, placesOf } from '../web/routes.ts'
import { secretOf } from '../web/site.ts'

let site: Pages
let before: string
beforeAll(async () => {
  site = await pagesForTests()
  site.cookie()
  before = site.head()
})
// Nothing that is tried here may leave anything in the book.
afterEach(() => expect(site.head()).toBe(before))

/** Forms that ask nothing but the button: they do what they are for. */
const reaching = /sign-out|preferences|end-others|second-factor|verify|backup|again|sessions/

const form = 'application/x-www-form-urlencoded'
const posts = () =>
  addressesOf(site.routes()).filter(
    ({ method, path }) => method === 'POST' && !path.includes('/api/'),
  )

async function answerTo(path: string, init: RequestInit): Promise<Response> {
  return site.fetch(new Request(`http://localhost${path}`, init))
}

describe('a form from another site (CSRF)', () => {
  const foreign: readonly Record<string, string>[] = [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://evil.example/localhost' },
    { origin: 'http://localhost:81' },
    { origin: 'http://evil.example', referer: 'http://localhost/b/relief' },
    { referer: 'http://evil.example/' },
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
  ]

  test.each(foreign)('%j', async (headers) => {
    const taken: string[] = []
    for (const { path } of posts()) {
      for (const type of [form, 'multipart/form-data; boundary=x', 'text/plain']) {
        const answer = await answerTo(path, {
          method: 'POST',
          headers: { cookie: site.cookie(), 'content-type': type, ...headers },
          body: 'key=kkkkkkkkkkkkkkkkkkkk&step=post',
        })
        if (answer.status !== 403) taken.push(`${path} as ${type}: ${answer.status}`)
      }
    }
    expect(taken).toEqual([])
  })
})

describe('a page to go on to (open redirect)', () => {
  const away = [
    'http://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/b/relief//evil.example/..//..//evil.example\\',
    '/b/relief/..//evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/b/relief@evil.example',
    '/b/relief.evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/b/relief/funds\r\nLocation: http://evil.example',
    '/b/other/funds',
    '/b/relief/sign-out',
  ]

  test.each(away)('%j', (next) => {
    expect(pathWithin('relief', next)).toMatch(/^\/b\/relief(?:\/(?!\/)[\x21-\x7e]*)?$/)
    expect(pathWithin('relief', next)).not.toMatch(/evil\.example(?!.*\/b\/relief)|sign-out|other/)
    const kept = localPath(next)
    if (kept !== undefined) expect(new URL(kept, 'http://localhost').host).toBe('localhost')
  })

  test('in the fields of every form that leads on', async () => {
    const names = ['next', 'back', 'return', 'url', 'redirect', 'to']
    const fields = names.map((name) => `${name}=${encodeURIComponent('//evil.example/')}`)
    for (const { path } of posts().filter(({ path: at }) => /sign|preferences/.test(at))) {
      const answer = await answerTo(path, {
        method: 'POST',
        headers: { origin: 'http://localhost', 'content-type': form },
        body: `${fields.join('&')}&language=en&login=x&password=y`,
      })
      expect([path, answer.headers.get('location') ?? '']).not.toEqual([
        path,
        expect.stringMatching(/evil\.example/),
      ])
    }
  })
})

describe('a path that leads elsewhere (traversal)', () => {
  const elsewhere = [
    '../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '..\\..\\windows\\win.ini',
    '/etc/passwd',
    'relief.key.json',
    'care\u0000.pdf',
    '....//....//etc/passwd',
    'file:///etc/passwd',
    '~root',
  ]

  test.each(elsewhere)('%j in every place of every route', async (given) => {
    const wrong: string[] = []
    for (const { method, path, route } of addressesOf(site.routes(), () => given)) {
      if (method !== 'GET' || placesOf(route).every((name) => name === 'book')) continue
      const headers = { cookie: site.cookie(), authorization: `Bearer ${secretOf('owner')}` }
      const answer = await answerTo(path.replace(/^\/b\/[^/]+/, '/b/relief'), { headers })
      const text = await answer.text()
      if (answer.status >= 500 || /root:.*:0:0|"d":"|\[fonts\]/.test(text)) {
        wrong.push(`${route} ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(site.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('another method in disguise', () => {
  test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'by %s',
    async (name) => {
      const headers = { [name]: 'POST', authorization: `Bearer ${secretOf('owner')}` }
      expect((await answerTo('/b/relief/api/v1/tokens', { headers })).status).toBe(200)
      const hidden = await answerTo('/b/relief/funds/new?_method=POST', {
        headers: { cookie: site.cookie() },
      })
      expect(hidden.status).toBe(200)
    },
  )

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s is no method of any route',
    async (method) => {
      const done: string[] = []
      for (const { path } of addressesOf(site.routes())) {
        const headers = { authorization: `Bearer ${secretOf('owner')}`, cookie: site.cookie() }
        const { status } = await answerTo(path, { method, headers })
        if (![403, 404, 405].includes(status)) done.push(`${method} ${path}: ${status}`)
      }
      expect(done).toEqual([])
    },
  )
})

describe('keys that are no fields', () => {
  const bodies = [
    '{"__proto__":{"role":"owner"},"fund":"x"}',
    '{"constructor":{"prototype":{"role":"owner"}}}',
    '{"fund":"a","fund":"b","__proto__":null}',
    '{"toString":"x","hasOwnProperty":"y"}',
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    `[${'[],'.repeat(10_000)}[]]`,
  ]

  test.each(bodies)('%.60s', async (body) => {
    const wrong: string[] = []
    for (const { method, path } of addressesOf(site.routes())) {
      if (method !== 'POST' || !path.includes('/api/')) continue
      const headers = {
        authorization: `Bearer ${secretOf('owner')}`,
        'content-type': 'application/json',
        'idempotency-key': 'a-key-of-this-attack-2',
        prefer: 'dry-run',
      }
      const { status } = await answerTo(path, { method, headers, body })
      if (status < 400 || status >= 500) wrong.push(`${path}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  test.each([
    '__proto__[role]=owner',
    '__proto__.role=owner',
    'constructor=x&__proto__=y',
    'key=a&key=b&key=c',
  ])('in every form: %s', async (body) => {
    // Some forms ask nothing that could be missing, and do what they are for.
    const own = await pagesForTests()
    for (const { path } of posts().filter(({ path: at }) => !reaching.test(at))) {
      const headers = { cookie: own.cookie(), origin: 'http://localhost', 'content-type': form }
      const init = { method: 'POST', headers, body }
      const { status } = await own.fetch(new Request(`http://localhost${path}`, init))
      expect([path, status >= 500]).toEqual([path, false])
    }
    expect(({} as { role?: string }).role).toBeUndefined()
  })
})

test('no header of an answer is made of what a sender wrote', async () => {
  const broken = '%0d%0aset-cookie:%20evil=1%0d%0a'
  for (const { method, path } of addressesOf(site.routes())) {
    if (method !== 'GET') continue
    const asked = `${path}?next=${broken}&q=${broken}&back=${broken}&language=${broken}`
    const answer = await answerTo(asked, { headers: { cookie: site.cookie() } })
    await answer.body?.cancel()
    const said = [...answer.headers].filter(([, value]) => /[\r\n]|^evil=1/.test(value))
    expect([path, said]).toEqual([path, []])
  }
})
