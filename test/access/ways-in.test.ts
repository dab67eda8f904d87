/** Linked accounts and providers as the book keeps them, and where a host says that it is open. */
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as identities from '../../src/access/identities.ts'
import { join } from '../../src/access/joining.ts'
import * as passkeys from '../../src/access/passkeys.ts'
import * as providers from '../../src/access/providers.ts'
import * as users from '../../src/access/users.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { passkeySite } from '../../src/web/pages/origin.ts'
import { publicOrigin } from '../../src/web/public-origin.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const caller = (user: number): Caller => ({
  actor: `user:${user}`,
  grants: throughout('owner'),
  readsNames: true,
})
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
const account = { issuer: 'https://login.example.org', subject: 'subject-1' }
const used = (hex: string) => ({ identity: 1, nonce_hash: hex.repeat(64), acr: null, amr: ['pwd'] })
let t: TestBook

beforeAll(() => {
  t = bookForTests({ inMemory: true })
  for (const login of ['maria', 'ming']) {
    t.does(users.create, { login, name: login, role: 'owner', password })
  }
  t.does(identities.link, account, caller(1))
})
afterAll(() => t.close())

describe('a linked account', () => {
  it.each([
    ['identity.taken', () => t.refuses(identities.link, account, caller(2))],
    ['identity.unknown', () => t.refuses(identities.unlink, { identity: 1 }, caller(2))],
    ['identity.unknown', () => t.refuses(identities.use, used('a'), caller(2))],
    [
      'invitation.invalid',
      () => t.refuses(join, { hash: 'a'.repeat(64), ...account, logins: ['ana'], name: 'Ana' }),
    ],
  ])('%s', (code, refused) => {
    expect(refused().code).toBe(code)
  })

  it('answers a nonce once', () => {
    t.does(identities.use, used('a'), caller(1))
    expect(t.refuses(identities.use, used('a'), caller(1))).toMatchObject({
      code: 'identity_provider.answer_refused',
      values: { fault: 'code' },
    })
    const session = { hash: 'b'.repeat(64), browser: 'firefox/linux' }
    const again = { ...used('a'), ...session }
    expect(t.refuses(identities.signIn, again, caller(1)).code).toBe(
      'identity_provider.answer_refused',
    )
    t.does(identities.signIn, { ...used('c'), ...session }, caller(1))
    expect(identities.identitiesOf(t.book.store, 1 as never)).toMatchObject([
      { identity: 1, subject: 'subject-1', used_at: t.now() },
    ])
  })

  it.each([
    [['mfa'], true],
    [['pwd', 'otp'], true],
    [['pin', 'hwk'], true],
    [['pwd'], false],
    [['otp'], false],
    [['pwd', 'pwd'], false],
    [[], false],
  ])('shown by %j shows two factors: %s', (amr, two) => {
    expect(identities.showedTwoFactors({ amr })).toBe(two)
  })
})

describe('a provider', () => {
  const given = { code: 'company', label: 'Company', issuer: account.issuer, client_id: 'books' }

  it('is connected once under a word, with a secret that opens for it alone', () => {
    t.does(providers.connect, { ...given, client_secret: 'a secret'.replace(' ', '-') })
    expect(t.refuses(providers.connect, given).code).toBe('identity_provider.exists')
    const [one] = providers.providersOf(t.book.store)
    const { store, surroundings } = t.book
    const opening = { ...store, masterKeys: surroundings.masterKeys }
    expect(providers.askedProvider(opening, one!)).toEqual({
      label: 'Company',
      issuer: account.issuer,
      clientId: 'books',
      secret: 'a-secret',
    })
    const elsewhere = { ...one!, issuer: 'https://evil.example' }
    expect(() => providers.askedProvider(opening, elsewhere)).toThrow(
      expect.objectContaining({ code: 'identity_provider.secret_unreadable' }),
    )
  })
})

describe('the only way in', () => {
  it('is not given up by a user without a password: sign_in.only_way', () => {
    const { id } = users.userWithLogin(t.book.store, 'ming')!
    t.book.store.transaction((): undefined => {
      t.book.store.run(
        'delete from detail_body where detail_id in (select hash_detail_id from user_password where user_id = ?)',
        [id],
      )
    })
    const key = base64url(new Uint8Array(32).fill(5))
    t.does(
      passkeys.add,
      {
        rp_id: 'books.example',
        credential: key,
        public_key: key,
        counter: 0,
        synced: true,
        handle: key,
        label: 'Phone',
      },
      caller(2),
    )
    expect(t.refuses(passkeys.remove, { passkey: 1 }, caller(2)).code).toBe('sign_in.only_way')
    t.does(identities.link, { ...account, subject: 'subject-2' }, caller(2))
    t.does(passkeys.remove, { passkey: 1 }, caller(2))
    expect(t.refuses(identities.unlink, { identity: 2 }, caller(2)).code).toBe('sign_in.only_way')
  })
})

describe('where a host is open', () => {
  it.each([
    ['https://books.example.org', 'https://books.example.org'],
    ['https://books.example.org/', 'https://books.example.org'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['', undefined],
  ])('%s is told as %s', (told, origin) => {
    expect(publicOrigin(told)).toBe(origin)
  })

  it.each(['books.example.org', 'https://books.example.org/b', 'ftp://books.example.org', 'null'])(
    '%s is refused: origin.invalid',
    (told) => {
      expect(() => publicOrigin(told)).toThrow(expect.objectContaining({ code: 'origin.invalid' }))
    },
  )

  it.each([
    ['https://books.example.org/', {}, 'https://books.example.org'],
    ['http://books.example.org/', { 'x-forwarded-proto': 'https' }, 'https://books.example.org'],
    ['http://localhost:8080/', {}, 'http://localhost:8080'],
    ['http://books.example.org/', {}, 'passkey.not_at_this_address'],
    ['https://192.168.0.7/', {}, 'passkey.not_at_this_address'],
    ['https://[::1]/', {}, 'passkey.not_at_this_address'],
  ])('passkeys at %s with %j: %s', async (address, headers, expected) => {
    const app = new Hono().get('/', (c) => c.text(passkeySite(c, undefined).origin))
    app.onError((error, c) => c.text((error as Error & { code: string }).code))
    const answer = await app.request(address, { headers })
    expect(await answer.text()).toBe(expected)
  })
})
