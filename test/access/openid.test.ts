/** Asking a real provider who somebody is, and everything that may come back in place of an honest answer. */
import { decodeJwt, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AskedProvider } from '../../src/access/id-tokens.ts'
import { openOpenId } from '../../src/access/openid.ts'
import { mayAsk } from '../../src/access/outward.ts'
import { beginFlow, flowMs, flowOf } from '../../src/access/provider-flow.ts'
import { isPublic, nodeOutward } from '../../src/node/outward.ts'
import { client, startProvider, type TestProvider } from './provider-for-tests.ts'

const redirect = 'http://localhost/b/relief/sign-in/back/company'
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
let provider: TestProvider
let asked: AskedProvider

beforeAll(async () => {
  provider = await startProvider(redirect)
  asked = { label: 'Company', issuer: provider.issuer, clientId: client.id, secret: client.secret }
})
afterAll(() => provider.stop())

const newFlow = () => beginFlow({ now: Date.now(), random }, 1, { to: 'sign_in', next: '' })

interface Way {
  readonly as?: AskedProvider
  readonly turn?: (idToken: string) => Promise<string> | string
  readonly back?: (address: URL) => void
  readonly now?: () => number
}

async function came({ as = asked, turn, back, now = Date.now }: Way = {}) {
  const openId = openOpenId(provider.outward(turn), now)
  const flow = newFlow()
  const address = await provider.visit(await openId.whereTo(as, flow, redirect, true))
  back?.(address)
  return openId.whoCame(as, flow, address, redirect)
}

const fault = (name: string) => ({
  code: 'identity_provider.answer_refused',
  status: 401,
  values: { provider: 'Company', fault: name },
})

/** An ID token like the given one with other claims, signed with the provider's own key. */
async function signed(
  idToken: string,
  claims: Record<string, unknown>,
  header = {},
): Promise<string> {
  const { alg = '', kid = '', ...key } = provider.key()
  return new SignJWT({ ...decodeJwt(idToken), ...claims })
    .setProtectedHeader({ alg, kid, ...header })
    .sign(await importJWK(key, alg))
}

describe('who came', () => {
  it('is known by issuer and subject, with how they showed it', async () => {
    expect(await came()).toEqual({
      issuer: provider.issuer,
      subject: 'subject-1',
      acr: null,
      amr: ['pwd'],
      login: 'ana',
      name: 'Ana Ferreira',
    })
  })

  it('is known to a client without a secret too, by the proof of the code', async () => {
    const as = { ...asked, clientId: 'public-client', secret: null }
    expect(await came({ as })).toMatchObject({ subject: 'subject-1' })
  })

  it('is known after the provider has changed its keys', async () => {
    const openId = openOpenId(provider.outward(), Date.now)
    for (const turn of [1, 2]) {
      const flow = newFlow()
      const address = await provider.visit(await openId.whereTo(asked, flow, redirect, false))
      expect(await openId.whoCame(asked, flow, address, redirect)).toMatchObject({
        subject: 'subject-1',
        name: null,
      })
      if (turn === 1) await provider.rotate()
    }
  })
})

describe('a token is refused', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it('without a signature', async () => {
    const turn = (idToken: string) => `${encoded({ alg: 'none' })}.${idToken.split('.')[1]}.`
    await expect(came({ turn })).rejects.toMatchObject(fault('algorithm'))
  })

  it('signed with the public key as if it were a secret', async () => {
    const turn = async (idToken: string) => {
      const { d: _, alg = '', kid = '', ...open } = provider.key()
      const pem = await exportSPKI((await importJWK({ ...open, ext: true }, alg)) as CryptoKey)
      const secret = new TextEncoder().encode(pem)
      return new SignJWT(decodeJwt(idToken)).setProtectedHeader({ alg: 'HS256', kid }).sign(secret)
    }
    await expect(came({ turn })).rejects.toMatchObject(fault('algorithm'))
  })

  it('signed with the client secret', async () => {
    const turn = (idToken: string) =>
      new SignJWT(decodeJwt(idToken))
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(client.secret))
    await expect(came({ turn })).rejects.toMatchObject(fault('algorithm'))
  })

  it.each([{}, { kid: 'another' }, { jwk: {} }])('signed with another key, as %j', async (more) => {
    const { privateKey } = await generateKeyPair('ES256')
    const turn = (idToken: string) =>
      new SignJWT(decodeJwt(idToken))
        .setProtectedHeader({ alg: 'ES256', kid: provider.key().kid!, ...more })
        .sign(privateKey)
    await expect(came({ turn })).rejects.toMatchObject(fault('signature'))
  })

  const seconds = Math.floor(Date.now() / 1_000)
  it.each<readonly [string, Record<string, unknown>]>([
    ['time', { exp: seconds - 120 }],
    ['time', { iat: seconds - 3_600 }],
    ['time', { iat: seconds + 3_600 }],
    ['audience', { aud: 'another-client' }],
    ['audience', { aud: [client.id, 'another-client'] }],
    ['audience', { aud: [client.id, 'another-client'], azp: 'another-client' }],
    ['audience', { azp: 'another-client' }],
    ['issuer', { iss: 'http://localhost:1' }],
    ['nonce', { nonce: 'of-another-question' }],
    ['form', { sub: '' }],
    ['form', { sub: 'x'.repeat(256) }],
    ['nonce', { nonce: undefined }],
    ['form', { exp: undefined }],
  ])('for its %s: %j', async (name, claims) => {
    const turn = (idToken: string) => signed(idToken, claims)
    await expect(came({ turn })).rejects.toMatchObject(fault(name))
  })

  it('that is none', async () => {
    await expect(came({ turn: () => 'a.b.c' })).rejects.toMatchObject({
      code: 'identity_provider.answer_refused',
    })
    await expect(came({ turn: () => '' })).rejects.toMatchObject({
      code: 'identity_provider.answer_refused',
    })
  })

  it('by a clock on which it is over', async () => {
    const now = () => Date.now() + 2 * 3_600_000
    await expect(came({ now })).rejects.toMatchObject(fault('time'))
  })
})

describe('an address that is come back to is refused', () => {
  it.each<readonly [string, (address: URL) => void]>([
    ['state', ({ searchParams }) => searchParams.set('state', 'another')],
    ['state', ({ searchParams }) => searchParams.delete('state')],
    ['state', ({ searchParams }) => searchParams.append('state', 'another')],
    ['issuer', ({ searchParams }) => searchParams.set('iss', 'https://mix.example')],
    ['state', ({ searchParams }) => searchParams.delete('iss')],
    ['code', ({ searchParams }) => searchParams.set('code', 'made-up')],
  ])('for its %s', async (name, back) => {
    await expect(came({ back })).rejects.toMatchObject(fault(name))
  })

  it('when it says that somebody declined', async () => {
    const back = ({ searchParams }: URL) => {
      searchParams.delete('code')
      searchParams.set('error', 'access_denied')
    }
    await expect(came({ back })).rejects.toMatchObject({ code: 'identity_provider.declined' })
  })

  it('when its code was used before, or belongs to another browser’s flow', async () => {
    const openId = openOpenId(provider.outward(), Date.now)
    const flow = newFlow()
    const address = await provider.visit(await openId.whereTo(asked, flow, redirect, false))
    const elsewhere = newFlow()
    address.searchParams.set('state', elsewhere.state)
    const injected = openId.whoCame(asked, elsewhere, address, redirect)
    await expect(injected).rejects.toMatchObject(fault('code'))
    const fresh = await provider.visit(await openId.whereTo(asked, flow, redirect, false))
    await openId.whoCame(asked, flow, fresh, redirect)
    const again = openId.whoCame(asked, flow, fresh, redirect)
    await expect(again).rejects.toMatchObject(fault('code'))
  })
})

describe('a provider', () => {
  it('that does not know the client by its secret is told apart', async () => {
    const as = { ...asked, secret: 'another' }
    await expect(came({ as })).rejects.toMatchObject(fault('client'))
  })

  it('that is not there is refused in words', async () => {
    const openId = openOpenId(nodeOutward(true), Date.now)
    const as = { ...asked, issuer: 'http://localhost:9' }
    await expect(openId.whereTo(as, newFlow(), redirect, false)).rejects.toMatchObject({
      code: 'identity_provider.unreachable',
      status: 503,
    })
  })

  it('of one’s own network is asked only where the host says so', async () => {
    const openId = openOpenId(nodeOutward(false), Date.now)
    await expect(openId.whereTo(asked, newFlow(), redirect, false)).rejects.toMatchObject({
      code: 'identity_provider.address',
    })
  })

  it.each([
    ['issuer', { issuer: 'https://mix.example' }],
    ['form', { token_endpoint: 'http://192.168.0.1/token' }],
    ['form', { jwks_uri: 'file:///etc/passwd' }],
    ['form', { authorization_endpoint: undefined }],
    ['form', { authorization_endpoint: 'javascript:alert(1)' }],
  ] as const)('whose document is wrong in its %s is refused: %j', async (name, claims) => {
    const outward = {
      inner: true,
      ask: async () =>
        Response.json({
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/auth`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/jwks`,
          ...claims,
        }),
    }
    const asking = openOpenId(outward, Date.now).whereTo(asked, newFlow(), redirect, false)
    await expect(asking).rejects.toMatchObject(fault(name))
  })
})

describe('a flow', () => {
  it('is read from its own cookie, for ten minutes, and from no other', () => {
    const now = Date.now()
    const { cookie, ...flow } = beginFlow({ now, random }, 7, { to: 'link', session: 3 })
    expect(flowOf(cookie, now)).toEqual(flow)
    expect(flow.verifier).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(new Set([flow.state, flow.nonce, flow.verifier]).size).toBe(3)
    expect(flowOf(cookie, now + flowMs)).toBeUndefined()
    for (const other of [undefined, '', 'x.y.z', `${cookie}.`, cookie.replace(/[^.]+$/, 'e30')]) {
      expect(flowOf(other, now)).toBeUndefined()
    }
    // Another provider, another purpose: another state.
    expect(flowOf(cookie.replace(/^7/, '8'), now)!.state).not.toBe(flow.state)
  })
})

describe('what may be asked', () => {
  it.each([
    ['https://login.example.org', true, true],
    ['https://login.example.org:8443/realms/x', true, true],
    ['https://login.example.org:22', false, true],
    ['http://login.example.org', false, false],
    ['https://10.0.0.1', false, true],
    ['https://2130706433', false, true],
    ['https://[::1]', false, true],
    ['https://localhost', false, true],
    ['https://printer.local', false, true],
    ['https://metadata.google.internal', false, true],
    ['https://user:password@login.example.org', false, false],
    ['http://localhost:4000', false, true],
    ['http://127.0.0.1:4000', false, true],
    ['http://10.0.0.1', false, false],
    ['file:///etc/passwd', false, false],
  ])('%s: %s, within one’s own network %s', (address, outside, inside) => {
    expect(mayAsk(new URL(address), false)).toBe(outside)
    expect(mayAsk(new URL(address), true)).toBe(inside)
  })

  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['10.1.2.3', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['no address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })

  it('is not asked past a redirect, nor read past its bound', async () => {
    const { createServer } = await import('node:http')
    const server = createServer((request, answer) => {
      if (request.url === '/away') answer.writeHead(302, { location: '/' }).end()
      else answer.end('x'.repeat(2_000_000))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const get = { method: 'GET', headers: {}, body: null } as const
    const ask = (path: string, inner = true) =>
      nodeOutward(inner).ask(new URL(`http://localhost:${port}${path}`), get)
    await expect(ask('/away')).rejects.toThrow('elsewhere')
    await expect(ask('/long')).rejects.toThrow('too much')
    await expect(ask('/away', false)).rejects.toThrow('may not be asked')
    server.closeAllConnections()
    server.close()
  })
})
