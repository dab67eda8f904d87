/** Passkeys: made, used, and everything a thief of answers may try. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeHash, challengeMs, openChallenges } from '../../src/access/challenges.ts'
import {
  askForPasskey,
  askForSignIn,
  counterOfAnswer,
  madePasskey,
  readSignInAnswer,
  type Site,
} from '../../src/access/passkey-answers.ts'
import * as passkeys from '../../src/access/passkeys.ts'
import * as users from '../../src/access/users.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { base64url, unbase64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import type { UserId } from '../../src/kit/ids.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { authenticator, type Said } from './authenticator.ts'

const site: Site = { origin: 'https://books.example', rpId: 'books.example' }
const device = authenticator(site.origin, site.rpId)
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
const bytes = (fill: number) => new Uint8Array(32).fill(fill)
let t: TestBook
let maria: Caller
let ming: Caller
let publicKey: Uint8Array

const session = (fill: number) => ({ hash: hex(bytes(fill)), browser: 'firefox/linux' })

const caller = (user: number): Caller => ({
  actor: `user:${user}`,
  grants: throughout('owner'),
  readsNames: true,
})

beforeAll(async () => {
  t = bookForTests({ inMemory: true })
  for (const login of ['maria', 'ming']) {
    t.does(users.create, { login, name: login, role: 'owner', password })
  }
  maria = caller(1)
  ming = caller(2)
})
afterAll(() => t.close())

const holder = {
  organisation: 'Hillside',
  login: 'maria',
  name: 'Maria',
  handle: bytes(9),
  has: [],
}

async function made(said: Said = {}) {
  const options = await askForPasskey(site, bytes(1), holder)
  return madePasskey(site, bytes(1), device.make(options, said))
}

describe('making a passkey', () => {
  it('asks for one that is found without a name and verifies its user', async () => {
    const options = await askForPasskey(site, bytes(1), { ...holder, has: [bytes(4)] })
    expect(options).toMatchObject({
      rp: { id: 'books.example', name: 'Hillside' },
      user: { id: base64url(bytes(9)), name: 'maria', displayName: 'Maria' },
      challenge: base64url(bytes(1)),
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: base64url(bytes(4)) }],
    })
  })

  it('takes the public key of a right answer', async () => {
    const found = await made({ counter: 3 })
    expect(found).toMatchObject({ counter: 3, synced: false })
    expect(hex(found.credential)).toBe('01'.repeat(32))
    publicKey = found.publicKey
  })

  it.each<Said>([
    { origin: 'https://books.example.evil.test' },
    { origin: 'http://books.example' },
    { rpId: 'evil.test' },
    { challenge: base64url(bytes(2)) },
    { userVerified: false },
    { type: 'webauthn.get' },
    { crossOrigin: true },
  ])('does not take %j', async (said) => {
    await expect(made(said)).rejects.toMatchObject({ code: 'passkey.not_made' })
  })

  it.each(['', 'null', '{}', '{"id":1}', '['.repeat(9_000), '"'.repeat(70_000)])(
    'does not take for an answer what is none: %.12s',
    async (text) => {
      await expect(madePasskey(site, bytes(1), text)).rejects.toMatchObject({
        code: 'passkey.unreadable',
      })
      expect(() => readSignInAnswer(text)).toThrow(/can be read/)
    },
  )
})

describe('the passkeys of a user', () => {
  const input = (fill: number, handle = 9) => ({
    rp_id: site.rpId,
    credential: base64url(bytes(fill)),
    public_key: base64url(publicKey),
    counter: 3,
    synced: false,
    handle: base64url(bytes(handle)),
    label: `Key ${fill}`,
  })

  it('are added under one random name, each once in a book', () => {
    t.does(passkeys.add, input(1), maria)
    t.does(passkeys.add, input(2), maria)
    expect(hex(passkeys.userHandle(t.book.store, 1 as UserId)!)).toBe('09'.repeat(32))
    expect(t.refuses(passkeys.add, input(1), ming).code).toBe('passkey.exists')
    expect(t.refuses(passkeys.add, input(3, 8), maria).code).toBe('passkey.question_over')
    const found = passkeys.passkeysOf(t.book.store, 1 as UserId)
    expect(found.map(({ label, used_at }) => [label, used_at])).toEqual([
      ['Key 1', null],
      ['Key 2', null],
    ])
  })

  it('are used with a counter that rises, and a challenge that nobody answered', () => {
    const use = (counter: number, fill: number, by = maria) =>
      [
        { passkey: 1, counter, challenge_hash: hex(challengeHash(bytes(fill))), ...session(fill) },
        by,
      ] as const
    t.does(passkeys.signIn, ...use(4, 21))
    expect(t.refuses(passkeys.signIn, ...use(5, 21)).code).toBe('passkey.question_over')
    expect(t.refuses(passkeys.signIn, ...use(4, 22)).code).toBe('passkey.refused')
    expect(t.refuses(passkeys.signIn, ...use(0, 22)).code).toBe('passkey.refused')
    expect(t.refuses(passkeys.signIn, ...use(9, 22, ming)).code).toBe('passkey.unknown')
    expect(passkeys.counterRises(t.book.store, 1 as never, 4)).toBe(false)
    expect(passkeys.counterRises(t.book.store, 1 as never, 5)).toBe(true)
    expect(passkeys.passkeysOf(t.book.store, 1 as UserId)[0]!.used_at).toBe(t.now())
  })

  it('are removed by their own user alone, and are nobody’s then', () => {
    expect(t.refuses(passkeys.remove, { passkey: 1 }, ming).code).toBe('passkey.unknown')
    t.does(passkeys.remove, { passkey: 1 }, maria)
    expect(t.refuses(passkeys.remove, { passkey: 1 }, maria).code).toBe('passkey.unknown')
    expect(passkeys.passkeyWith(t.book.store, bytes(1))).toBeUndefined()
    expect(t.refuses(passkeys.add, input(1), maria).code).toBe('passkey.exists')
  })

  it('end when their counter goes back, and with their user', () => {
    t.does(passkeys.distrust, { passkey: 2 }, maria)
    expect(passkeys.passkeyWith(t.book.store, bytes(2))).toBeUndefined()
    t.does(passkeys.add, { ...input(5, 7) }, ming)
    expect(passkeys.passkeyWith(t.book.store, bytes(5))).toBeDefined()
    t.does(users.end, { user: 2 })
    expect(passkeys.passkeyWith(t.book.store, bytes(5))).toBeUndefined()
  })

  it('are twenty at most', () => {
    for (let fill = 100; fill < 100 + passkeys.mostPasskeys; fill += 1) {
      t.does(passkeys.add, input(fill), maria)
    }
    expect(t.refuses(passkeys.add, input(99), maria).code).toBe('passkey.too_many')
  })
})

describe('answering with a passkey', () => {
  const kept = () => ({
    credential_id: bytes(1),
    public_key: publicKey,
    rp_id: site.rpId,
    handle: bytes(9),
  })
  async function counter(said: Said, at: Site = site) {
    const options = await askForSignIn(at, bytes(1))
    expect(options).toMatchObject({ rpId: at.rpId, userVerification: 'required' })
    expect(options.allowCredentials).toBeUndefined()
    return counterOfAnswer(at, bytes(1), readSignInAnswer(device.answer(options, said)), kept())
  }

  it('tells its counter, back or not: what to make of it is the book’s business', async () => {
    expect(await counter({ counter: 7 })).toBe(7)
    expect(await counter({ counter: 1 })).toBe(1)
    expect(await counter({})).toBe(0)
  })

  it.each<Said>([
    { forged: true },
    { forged: true, counter: 1 },
    { origin: 'https://evil.test' },
    { origin: 'https://books.example:8443' },
    { rpId: 'evil.test' },
    { challenge: base64url(bytes(2)) },
    { userVerified: false },
    { type: 'webauthn.create' },
    { crossOrigin: true },
    { userHandle: base64url(bytes(8)) },
  ])('is refused with %j', async (said) => {
    await expect(counter(said)).rejects.toMatchObject({ code: 'passkey.refused', status: 401 })
  })

  it('is refused at another site than it was made for, whatever that site says', async () => {
    const elsewhere = { origin: 'https://other.example', rpId: 'other.example' }
    await expect(counter({ ...elsewhere }, elsewhere)).rejects.toMatchObject({
      code: 'passkey.refused',
    })
  })
})

describe('challenges', () => {
  let now = 1_000_000
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const challenges = () => openChallenges(() => now, random)

  it('are answered once, in time, for their purpose, where they were put', () => {
    const open = challenges()
    const { cookie, bytes: challenge } = open.make('sign in')
    expect(unbase64url(cookie.split('.')[1]!)).toHaveLength(32)
    expect(open.take('add 7', cookie)).toBeUndefined()
    expect(challenges().take('sign in', cookie)).toBeUndefined()
    expect(open.take('sign in', cookie)!.bytes).toEqual(challenge)
    expect(open.take('sign in', cookie)).toBeUndefined()
    const late = open.make('sign in').cookie
    now += challengeMs
    expect(open.take('sign in', late)).toBeUndefined()
  })

  it.each([
    undefined,
    '',
    'x',
    '99999999999999.a.b',
    `${'9'.repeat(16)}.${'A'.repeat(43)}.${'A'.repeat(43)}`,
  ])('are not made up by whoever brings %s', (cookie) => {
    expect(challenges().take('sign in', cookie)).toBeUndefined()
  })

  it('do not last longer because a cookie says so', () => {
    const open = challenges()
    const { cookie } = open.make('sign in')
    const [, ...rest] = cookie.split('.')
    expect(open.take('sign in', [`${now + 9 * challengeMs}`, ...rest].join('.'))).toBeUndefined()
  })

  it('all end when too many were answered: what was answered is never taken again', () => {
    const open = challenges()
    const earlier = open.make('sign in').cookie
    expect(open.take('sign in', earlier)).toBeDefined()
    const later = open.make('sign in').cookie
    for (let count = 0; count < 10_001; count += 1)
      open.take('sign in', open.make('sign in').cookie)
    expect(open.take('sign in', earlier)).toBeUndefined()
    expect(open.take('sign in', later)).toBeUndefined()
    expect(open.take('sign in', open.make('sign in').cookie)).toBeDefined()
  })
})
