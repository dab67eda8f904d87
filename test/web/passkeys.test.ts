/** Passkeys on the pages: made, used for signing in, removed; and what a thief of answers may try. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { challengeMs } from '../../src/access/challenges.ts'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import * as users from '../../src/access/users.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { authenticator } from '../access/authenticator.ts'
import { type Browser, browserOn } from './browser.ts'
import { type Site, siteForTests } from './site.ts'

const origin = 'http://localhost'
/** Any hash will do: nobody signs in by password here. */
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
let site: Site
let browser: Browser
let device: ReturnType<typeof authenticator>

beforeEach(async () => {
  site = await siteForTests()
  for (const login of ['maria', 'ming']) {
    site.t.does(users.create, { login, name: login, role: 'owner', password })
  }
  browser = signedIn(1)
  device = authenticator(origin, 'localhost')
})
afterEach(() => site.t.close())

/** A browser in which a user is signed in. */
function signedIn(user: number): Browser {
  const secret = base64url(new Uint8Array(32).fill(user))
  const input = { hash: hex(sessionHash(secret)) }
  site.t.does(openSession, input, { actor: `user:${user}`, role: 'owner' })
  const by = stranger()
  by.cookies.set(sessionCookie, secret)
  return by
}

interface Question {
  readonly challenge: string
  readonly user: { readonly id: string }
}

/** What the script asks for, as JSON. */
async function question(by: Browser, path: string): Promise<Question> {
  const shown = await by.post(path, {})
  expect(shown.status).toBe(200)
  return JSON.parse(shown.text) as Question
}

async function make(said = {}) {
  const options = await question(browser, '/b/relief/settings/passkeys/question')
  const credential = device.make(options, said)
  return browser.post('/b/relief/settings/passkeys', { credential, label: 'My phone' })
}

async function answer(by: Browser, said = {}) {
  const options = await question(by, '/b/relief/sign-in/passkey/question')
  return device.answer(options, said)
}

const signIn = (by: Browser, credential: string, next = '') =>
  by.post('/b/relief/sign-in/passkey', { credential, next })

const stranger = () => browserOn(origin, site.fetch)

async function lastEvents(count: number) {
  const { body } = await site.json(`GET /events?limit=${count}`)
  return (body.events as { command: string; actor: string }[]).map(
    ({ command, actor }) => `${actor} ${command}`,
  )
}

describe('one’s own passkeys', () => {
  test('are made, listed with when they were used, and removed', async () => {
    expect((await browser.get('/b/relief/settings/passkeys')).text).toContain(
      'You have no passkey yet',
    )
    const made = await make()
    expect([made.status, made.location]).toEqual([303, '/b/relief/settings/passkeys?done=added'])
    const shown = await browser.get(made.location!)
    expect(shown.text).toContain('My phone')
    expect(shown.text).toContain('Not yet')
    const again = await make()
    expect([again.status, again.text.includes('one of this book already')]).toEqual([409, true])
    const removed = await browser.post('/b/relief/settings/passkeys/1/removal', {})
    expect(removed.location).toBe('/b/relief/settings/passkeys?done=removed')
    expect((await signIn(stranger(), await answer(stranger()))).status).toBe(422)
  })

  test('[S3] are made and used over https too, by cookies that no sibling host plants', async () => {
    const https = 'https://books.example.org'
    device = authenticator(https, 'books.example.org')
    const plain = browser.cookies.get(sessionCookie)!
    browser = browserOn(https, site.fetch)
    browser.cookies.set(`__Secure-${sessionCookie}`, plain)
    expect((await make()).location).toBe('/b/relief/settings/passkeys?done=added')
    const other = browserOn(https, site.fetch)
    expect((await signIn(other, await answer(other))).location).toBe('/b/relief')
    const names = [...browser.cookies.keys(), ...other.cookies.keys()]
    expect(names.filter((name) => !name.startsWith('__Secure-'))).toEqual([])
  })

  test('need a name, an answer to this session’s question, and a device that asks who it is', async () => {
    const unnamed = await browser.post('/b/relief/settings/passkeys', { credential: '{}' })
    expect([unnamed.status, unnamed.text.includes('Say what to call it')]).toEqual([422, true])
    expect((await make({ userVerified: false })).text).toContain('was not taken')
    expect((await make({ origin: 'https://evil.test' })).text).toContain('was not taken')
    const options = await question(browser, '/b/relief/settings/passkeys/question')
    const credential = device.make(options)
    const other = signedIn(2)
    other.cookies.set('care_ledger_challenge', browser.cookies.get('care_ledger_challenge')!)
    const taken = await other.post('/b/relief/settings/passkeys', { credential, label: 'Mine now' })
    expect([taken.status, taken.text.includes('in another browser')]).toEqual([422, true])
  })

  test('are changed only by whoever showed who they are in the last minutes', async () => {
    site.t.at(new Date(site.t.now() + 11 * 60_000).toISOString())
    const page = await browser.get('/b/relief/settings/passkeys')
    expect(page.text).toContain('/settings/sign-in/again?next=')
    for (const path of ['', '/question', '/1/removal']) {
      const shown = await browser.post(`/b/relief/settings/passkeys${path}`, { label: 'x' })
      expect([shown.status, shown.location]).toEqual([
        303,
        '/b/relief/settings/sign-in/again?next=%2Fb%2Frelief%2Fsettings%2Fpasskeys',
      ])
    }
  })
})

describe('showing once more who one is', () => {
  const again = '/b/relief/settings/sign-in/again'

  test('is done with a passkey of one’s own, and with nobody else’s', async () => {
    await make()
    site.t.at(new Date(site.t.now() + 11 * 60_000).toISOString())
    const page = await browser.get(`${again}?next=%2Fb%2Frelief%2Fsettings%2Fpasskeys`)
    expect(page.text).toContain(`action="${again}/passkey"`)
    const options = await question(browser, `${again}/passkey/question`)
    const next = '/b/relief/settings/passkeys'
    const credential = device.answer(options)
    const shown = await browser.post(`${again}/passkey`, { credential, next })
    expect([shown.status, shown.location]).toEqual([303, next])
    expect(await lastEvents(1)).toEqual(['user:1 passkeys.prove'])
    expect((await browser.get(next)).text).toContain('data-passkey="make"')
    const ming = signedIn(2)
    const others = device.answer(await question(ming, `${again}/passkey/question`))
    expect((await ming.post(`${again}/passkey`, { credential: others, next })).status).toBe(401)
  })
})

describe('signing in with a passkey', () => {
  beforeEach(() => make())

  test('needs no name, goes on to the page that was asked for, and is on record', async () => {
    const by = stranger()
    const page = await by.get('/b/relief/sign-in?next=%2Fb%2Frelief%2Ffunds')
    expect(page.text).toContain('data-passkey="answer"')
    expect(page.text).toContain('/assets/passkeys')
    const shown = await signIn(by, await answer(by, { counter: 1 }), '/b/relief/funds')
    expect([shown.status, shown.location]).toEqual([303, '/b/relief/funds'])
    expect((await by.get('/b/relief/funds')).status).toBe(200)
    expect(await lastEvents(1)).toEqual(['user:1 passkeys.sign_in'])
  })

  test('answers a question once', async () => {
    const by = stranger()
    const credential = await answer(by, { counter: 1 })
    const cookie = by.cookies.get('care_ledger_challenge')!
    expect((await signIn(by, credential)).status).toBe(303)
    const thief = stranger()
    thief.cookies.set('care_ledger_challenge', cookie)
    const again = await signIn(thief, credential)
    expect([again.status, again.text.includes('was answered before')]).toEqual([422, true])
    expect(thief.cookies.has('care_ledger_session')).toBe(false)
  })

  test('answers the question of its own browser, in time', async () => {
    const by = stranger()
    const credential = await answer(by)
    expect((await signIn(stranger(), credential)).status).toBe(422)
    const thief = stranger()
    await question(thief, '/b/relief/sign-in/passkey/question')
    expect((await signIn(thief, credential)).status).toBe(401)
    site.t.at(new Date(site.t.now() + challengeMs).toISOString())
    expect((await signIn(by, credential)).status).toBe(422)
  })

  test.each([
    { origin: 'https://evil.test' },
    { rpId: 'evil.test' },
    { userVerified: false },
    { forged: true },
    { userHandle: 'bWluZw' },
    { type: 'webauthn.create' },
  ])('is refused with %j, and leaves no trace', async (said) => {
    const head = site.head()
    const shown = await signIn(stranger(), await answer(stranger(), said))
    expect(shown.status).toBe(422)
    const by = stranger()
    const wrong = await signIn(by, await answer(by, said))
    expect([wrong.status, wrong.text.includes('opens nothing here')]).toEqual([401, true])
    expect(site.head()).toBe(head)
  })

  test('is refused to a user who has ended, in the same words', async () => {
    site.t.does(users.end, { user: 1 })
    const by = stranger()
    const shown = await signIn(by, await answer(by))
    expect([shown.status, shown.text.includes('opens nothing here')]).toEqual([401, true])
  })

  test('ends a passkey whose counter goes back, with the way out and an event: passkey.counter_went_back', async () => {
    const first = stranger()
    await signIn(first, await answer(first, { counter: 5 }))
    const copy = stranger()
    // Whoever has no key cannot end it by naming a lower number.
    await signIn(copy, await answer(copy, { counter: 4, forged: true }))
    const shown = await signIn(copy, await answer(copy, { counter: 5 }))
    expect([shown.status, shown.text.includes('has gone back')]).toEqual([403, true])
    expect(await lastEvents(1)).toEqual(['user:1 passkeys.distrust'])
    const later = stranger()
    expect((await signIn(later, await answer(later, { counter: 9 }))).status).toBe(401)
  })

  test('looks the same where there is no such book, and is not offered where browsers keep none', async () => {
    const by = stranger()
    const elsewhere = await by.get('http://192.168.0.7/b/relief/sign-in').catch(() => null)
    expect(elsewhere === null || !elsewhere.text.includes('data-passkey')).toBe(true)
    const far = browserOn('http://192.168.0.7', site.fetch)
    expect((await far.get('/b/relief/sign-in')).text).not.toContain('data-passkey')
  })
})
