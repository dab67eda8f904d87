/** Bearer tokens that are none, and sessions in hands that are not their owner's: all are told the same. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie } from '../../src/access/sessions.ts'
import { end as endUser } from '../../src/access/users.ts'
import { type Pages, pagesForTests } from '../web/pages/pages-for-tests.ts'
import { secretOf } from '../web/site.ts'

let site: Pages
beforeAll(async () => {
  site = await pagesForTests()
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = { sub: 'user:1', role: 'owner', aud: 'relief', exp: 4_102_444_800, iat: 0 }
const { privateKey } = generateKeyPairSync('ed25519')

function jwt(header: object, payload: object, signed: (text: string) => string): string {
  const text = `${part(header)}.${part(payload)}`
  return `${text}.${signed(text)}`
}

const byStranger = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url')
const bySecret = (secret: string) => (text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url')

const forged: readonly (readonly [string, string])[] = [
  ['alg none', jwt({ alg: 'none', typ: 'JWT' }, claims, () => '')],
  ['alg nOnE', jwt({ alg: 'nOnE' }, claims, () => '')],
  ['alg none with a signature', jwt({ alg: 'none' }, claims, byStranger)],
  ['a wrong key', jwt({ alg: 'EdDSA' }, claims, byStranger)],
  [
    'a key of its own',
    jwt({ alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519' } }, claims, byStranger),
  ],
  ['a key elsewhere', jwt({ alg: 'EdDSA', jku: 'http://127.0.0.1:9/keys' }, claims, byStranger)],
  ['a key id that is a path', jwt({ alg: 'HS256', kid: '../../dev/null' }, claims, bySecret(''))],
  ['a key id that is a query', jwt({ alg: 'HS256', kid: "' or 1=1 --" }, claims, bySecret('x'))],
  ['an expired one', jwt({ alg: 'EdDSA' }, { ...claims, exp: 1 }, byStranger)],
  ['another audience', jwt({ alg: 'EdDSA' }, { ...claims, aud: 'hillside' }, byStranger)],
  ['the hash in place of the secret', 'a'.repeat(64)],
  ['a token cut short', secretOf('owner').slice(0, -1)],
  ['a token with more', `${secretOf('owner')}0`],
  ['a token in capitals', secretOf('owner').toUpperCase()],
  ['a token with a look-alike', secretOf('owner').replace('o', 'ο')],
  ['a token of nobody', secretOf('nobody')],
]

describe('a bearer token that is none', () => {
  const asked = async (token: string, path: string, method = 'GET') => {
    const headers = new Headers({ 'idempotency-key': 'a-key-of-this-attack-1' })
    // What no header can carry is refused before it is sent.
    headers.set('authorization', `Bearer ${Buffer.from(token).toString('latin1')}`)
    const request = new Request(`http://localhost/b/relief/api/v1${path}`, { method, headers })
    const answer = await site.fetch(request)
    return { status: answer.status, text: await answer.text(), headers: [...answer.headers] }
  }

  test.each(forged)('%s', async (_, token) => {
    const nobody = await asked(secretOf('nobody'), '/funds')
    expect(nobody.status).toBe(401)
    expect(await asked(token, '/funds')).toEqual(nobody)
    expect((await asked(token, '/funds', 'POST')).status).toBe(401)
  })

  test.each(['Basic', 'Token', 'bearer:', 'Bearer\t', 'Negotiate'])(
    'by the scheme %s',
    async (scheme) => {
      const headers = { authorization: `${scheme} ${secretOf('owner')}` }
      const request = new Request('http://localhost/b/relief/api/v1/funds', { headers })
      expect((await site.fetch(request)).status).toBe(401)
    },
  )

  test.each(['?access_token=', '?token=', '?authorization=Bearer%20'])(
    'in the address: %s',
    async (given) => {
      const path = `/b/relief/api/v1/funds${given}${secretOf('owner')}`
      expect((await site.fetch(new Request(`http://localhost${path}`))).status).toBe(401)
    },
  )

  test('a token opens no page, and a session no interface', async () => {
    const token = { authorization: `Bearer ${secretOf('owner')}` }
    const page = new Request('http://localhost/b/relief/funds', { headers: token })
    expect((await site.fetch(page)).status).toBe(303)
    const headers = { cookie: site.cookie() }
    const api = new Request('http://localhost/b/relief/api/v1/funds', { headers })
    expect((await site.fetch(api)).status).toBe(401)
  })
})

describe('a session in other hands', () => {
  const opened = async (cookie: string, path = '/funds', at = site) =>
    (await at.fetch(new Request(`http://localhost/b/relief${path}`, { headers: { cookie } })))
      .status

  test('after signing out it opens nothing', async () => {
    const cookie = site.cookie({ role: 'approver' })
    expect(await opened(cookie)).toBe(200)
    await site.send('/sign-out', {}, { role: 'approver' })
    for (const path of ['', '/funds', '/settings', '/people']) {
      expect([path, await opened(cookie, path)]).toEqual([path, 303])
    }
  })

  test('it ends with its user', async () => {
    const cookie = site.cookie({ role: 'pairing_coordinator' })
    const { users } = (await site.json('GET /users')).body as {
      users: { user: number; name: string }[]
    }
    const { user } = users.find(({ name }) => name.includes('pairing_coordinator'))!
    site.t.does(endUser, { user })
    expect(await opened(cookie)).toBe(303)
  })

  test('in another book it is nothing', async () => {
    const other = await pagesForTests()
    expect(
      await opened(other.cookie({ role: 'auditor', readsNames: false }), '/funds', other),
    ).toBe(200)
    const foreign = `${sessionCookie}=${'Q'.repeat(43)}`
    expect(await opened(foreign)).toBe(303)
  })

  test('a secret that somebody else chose is never made a session (fixation)', async () => {
    const planted = 'P'.repeat(43)
    const headers = {
      cookie: `${sessionCookie}=${planted}`,
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const body = `login=owner&password=wrong&session=${planted}&${sessionCookie}=${planted}`
    const init = { method: 'POST', headers, body }
    const answer = await site.fetch(new Request('http://localhost/b/relief/sign-in', init))
    expect(answer.headers.getSetCookie().join()).not.toContain(planted)
    expect(await opened(`${sessionCookie}=${planted}`)).toBe(303)
    expect(await opened('', `/funds?${sessionCookie}=${planted}`)).toBe(303)
  })
})
