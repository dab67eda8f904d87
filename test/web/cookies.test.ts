/** Cookies: what their attributes and names promise, over https and without, for all that the app sets. */
import { beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/access/passwords.ts'
import { sessionCookie } from '../../src/access/sessions.ts'
import { create as createUser } from '../../src/access/users.ts'
import { type Site, siteForTests } from './site.ts'

const password = 'rain on the tin roof'
let site: Site

beforeAll(async () => {
  site = await siteForTests()
  const hash = await hashPassword(password, 'a-key-for-this-test')
  site.t.does(createUser, {
    login: 'maria',
    name: 'Maria',
    role: 'auditor',
    reads_names: false,
    password: hash,
  })
})

const hosts = [
  { scheme: 'http', headers: {} },
  { scheme: 'https', headers: { 'x-forwarded-proto': 'https' } },
] as const

function posted(path: string, fields: Record<string, string>, headers: object): Request {
  const type = 'application/x-www-form-urlencoded'
  return new Request(`http://localhost${path}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': type, ...headers },
    body: new URLSearchParams(fields),
  })
}

async function cookiesOf(request: Request): Promise<Map<string, string>> {
  const answer = await site.fetch(request)
  return new Map(
    answer.headers.getSetCookie().map((cookie) => [cookie.split('=')[0]!, cookie] as const),
  )
}

describe.each(hosts)('over $scheme', ({ scheme, headers }) => {
  const https = scheme === 'https'

  test('a session is for no script, no other site and no other book', async () => {
    const fields = { login: 'maria', password }
    const cookies = await cookiesOf(posted('/b/relief/sign-in', fields, headers))
    const prefix = https ? '__Secure-' : ''
    expect([...cookies.keys()].sort()).toEqual([
      `${prefix}care_ledger_device`,
      prefix + sessionCookie,
    ])
    for (const cookie of cookies.values()) {
      expect(cookie).toContain('; Path=/b/relief')
      expect(cookie).toContain('; HttpOnly')
      expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/)
      expect(cookie).not.toMatch(/; Domain/i)
      expect(/; Secure/.test(cookie)).toBe(https)
    }
  })

  test('a choice of language and appearance is for the whole host', async () => {
    const fields = { language: 'zh-Hans', theme: 'dark', back: '/' }
    const cookies = await cookiesOf(posted('/preferences', fields, headers))
    const prefix = https ? '__Host-' : ''
    expect([...cookies.keys()].sort()).toEqual([`${prefix}language`, `${prefix}theme`])
    for (const cookie of cookies.values()) {
      expect(cookie).toContain('; Path=/;')
      expect(cookie).toContain('; HttpOnly')
      expect(/; Secure/.test(cookie)).toBe(https)
    }
  })
})

test('over https a session under a plain name, which any sibling host can plant, is nobody’s', async () => {
  const cookies = await cookiesOf(posted('/b/relief/sign-in', { login: 'maria', password }, {}))
  const [, secret = ''] = /=([^;]+)/.exec(cookies.get(sessionCookie)!)!
  const asked = async (cookie: string, headers: object) => {
    const request = new Request('http://localhost/b/relief/funds', {
      headers: { cookie, ...headers },
    })
    return (await site.fetch(request)).status
  }
  const https = { 'x-forwarded-proto': 'https' }
  expect(await asked(`${sessionCookie}=${secret}`, {})).toBe(200)
  expect(await asked(`${sessionCookie}=${secret}`, https)).toBe(303)
  expect(await asked(`__Secure-${sessionCookie}=${secret}`, https)).toBe(200)
  expect(await asked(`__Secure-${sessionCookie}=${secret}`, {})).toBe(303)
})
