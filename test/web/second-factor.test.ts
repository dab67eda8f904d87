/** The second factor at the door and in the settings, as a browser without scripts sees it; and who tries around it. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { totpCodeAt } from '../../src/access/one-time-codes.ts'
import { hashPassword } from '../../src/access/passwords.ts'
import { put } from '../../src/access/policies.ts'
import { callerOfSession } from '../../src/access/sessions.ts'
import { create } from '../../src/access/users.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { type Browser, browserOn, formIn, type Shown } from './browser.ts'
import { type Site, siteForTests } from './site.ts'

const origin = 'http://localhost'
const password = 'rain on the tin roof'
const base = '/b/relief'
const settings = `${base}/settings/sign-in`
let hash: string
let site: Site
let browser: Browser

beforeAll(async () => {
  hash = await hashPassword(password, 'the-key-of-the-form')
})
beforeEach(async () => {
  site = await siteForTests()
  for (const login of ['maria', 'ming']) {
    site.t.does(create, { login, name: `${login} <b>`, role: 'owner', password: hash })
  }
  browser = browserOn(origin, site.fetch)
})
afterEach(() => {
  expect(verifyBook(site.t.book.store).passed).toBe(true)
  site.t.close()
})

const later = (seconds: number) => site.t.at(new Date(site.t.now() + seconds * 1_000).toISOString())
const signIn = (on = browser, login = 'maria') => on.fill(`${base}/sign-in`, { login, password })
const secretIn = ({ text }: Shown) => /name="secret" value="([A-Z2-7]{32})"/.exec(text)![1]!
const codesIn = ({ text }: Shown) => text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/g)!
const sessionOf = (on: Browser) =>
  callerOfSession(site.t.book.store, on.cookies.get('care_ledger_session'), site.t.now())
const commands = () =>
  site.t.book.store.all('select command from event order by seq', []).map((row) => row.command)

/** Sets a second factor up in the settings; answers its secret and the recovery codes. */
async function enrol(on = browser) {
  const page = await on.get(`${settings}/second-factor`)
  const secret = secretIn(page)
  const { values } = formIn(page.text)
  const code = totpCodeAt(secret, site.t.now())
  const shown = await on.post(`${settings}/second-factor`, { ...values, code })
  expect(shown.status).toBe(200)
  later(30)
  return { secret, codes: codesIn(shown), values }
}

const code = (secret: string) => totpCodeAt(secret, site.t.now())
const show = (fields: Record<string, string>, on = browser) =>
  on.post(`${base}/sign-in/code`, { by: 'code', ...fields })

describe('setting up', () => {
  test('shows a picture and the key, takes the first code, and shows ten recovery codes once', async () => {
    await signIn()
    const page = await browser.get(`${settings}/second-factor`)
    expect(page.text).toMatch(/<svg class="qr"[^>]*role="img"/)
    const wrong = await browser.post(`${settings}/second-factor`, {
      ...formIn(page.text).values,
      code: '000000',
    })
    expect([wrong.status, secretIn(wrong)]).toEqual([401, secretIn(page)])
    const { codes, values, secret } = await enrol()
    expect(new Set(codes).size).toBe(10)
    // The same form again does nothing more, and shows nothing more.
    const again = await browser.post(`${settings}/second-factor`, { ...values, code: code(secret) })
    expect(again.location).toBe(`${settings}?done=set_up_done`)
    expect((await browser.get(again.location!)).text).toContain('10 left')
    for (const language of ['zh-Hans', 'zh-Hant']) {
      browser.cookies.set('language', language)
      expect((await browser.get(settings)).text).toContain(
        '还剩 10 个'
          .replace('还', language === 'zh-Hant' ? '還' : '还')
          .replace('个', language === 'zh-Hant' ? '個' : '个'),
      )
    }
    browser.cookies.delete('language')
    const renewed = await browser.post(`${settings}/recovery-codes`, {})
    expect(codesIn(renewed)).toHaveLength(10)
    expect(codesIn(renewed)).not.toContain(codes[0])
  })

  test('session.stale: after ten minutes it asks who it is once more, and then goes on', async () => {
    await signIn()
    later(11 * 60)
    const shown = await browser.get(`${settings}/second-factor`)
    const again = `${settings}/again?next=${encodeURIComponent(`${settings}/second-factor`)}`
    expect(shown.location).toBe(again)
    expect((await browser.fill(again, { password: 'wrong' })).status).toBe(401)
    expect((await browser.fill(again, { password })).location).toBe(`${settings}/second-factor`)
    expect((await browser.get(`${settings}/second-factor`)).status).toBe(200)
    const { secret } = await enrol()
    later(11 * 60)
    const tokens = await browser.get(`${base}/settings/tokens/new`)
    expect(tokens.location).toMatch(/sign-in\/again\?next=/)
    expect((await browser.fill(tokens.location!, { code: '000000' })).status).toBe(401)
    const proven = await browser.fill(tokens.location!, { code: code(secret) })
    expect(proven.location).toBe(`${base}/settings/tokens/new`)
    const abroad = await browser.post(`${settings}/again`, {
      next: 'https://evil.example',
      code: '1',
    })
    expect(abroad.status).toBe(401)
  })

  test('can be given up', async () => {
    await signIn()
    await enrol()
    const shown = await browser.fill(`${settings}/second-factor/end`, {})
    expect(shown.location).toBe(`${settings}?done=given_up`)
    expect((await signIn(browserOn(origin, site.fetch))).location).toBe(base)
  })
})

describe('at the door', () => {
  let secret: string
  let codes: string[]
  let other: Browser
  beforeEach(async () => {
    await signIn()
    const made = await enrol()
    secret = made.secret
    codes = made.codes
    other = browserOn(origin, site.fetch)
  })

  test('[A2] half signed in, nothing opens but the second step', async () => {
    const shown = await other.fill(`${base}/sign-in?next=${base}/funds`, {
      login: 'maria',
      password,
    })
    const next = encodeURIComponent(`${base}/funds`)
    expect(shown.location).toBe(`${base}/sign-in/code?next=${next}`)
    const half = other.cookies.get('care_ledger_half')!
    expect([...other.cookies.keys()]).toEqual(['care_ledger_half'])
    expect(shown.headers.getSetCookie().join()).toMatch(/Path=\/b\/relief\/sign-in; HttpOnly/)
    for (const cookie of [`care_ledger_half=${half}`, `care_ledger_session=${half}`]) {
      for (const path of ['', '/funds', '/settings/sign-in', '/settings/password']) {
        const page = await other.get(`${base}${path}`, { cookie })
        expect(page.location).toMatch(/^\/b\/relief\/sign-in\?next=/)
      }
    }
    const page = await other.get(shown.location!)
    expect(page.text).toContain('autocomplete="one-time-code"')
    const { values } = formIn(page.text)
    const done = await show({ ...values, code: ` ${code(secret).replace(/^.../, '$& ')} ` }, other)
    expect([done.status, done.location]).toEqual([303, `${base}/funds`])
    // Each step has a secret of its own, and the first one's is over.
    expect(other.cookies.get('care_ledger_half')).toBeUndefined()
    expect(other.cookies.get('care_ledger_session')).not.toBe(half)
    expect(sessionOf(other)).toMatchObject({ caller: { actor: 'user:1' } })
    const stale = browserOn(origin, site.fetch)
    stale.cookies.set('care_ledger_half', half)
    later(30)
    expect((await show({ code: code(secret) }, stale)).location).toBe(`${base}/sign-in`)
  })

  test('[A2] session fixation: a cookie that was there before is not the session', async () => {
    const planted = 'A'.repeat(43)
    for (const name of ['care_ledger_session', 'care_ledger_half', 'care_ledger_device']) {
      other.cookies.set(name, planted)
    }
    await signIn(other)
    await show({ code: code(secret) }, other)
    expect(sessionOf(other)).toBeDefined()
    const attacker = browserOn(origin, site.fetch)
    for (const name of other.cookies.keys()) attacker.cookies.set(name, planted)
    expect((await attacker.get(base)).status).toBe(303)
    expect([...other.cookies.values()]).not.toContain(planted)
  })

  test('[A2] a code that was used, or is another user’s, is refused, and that is on record', async () => {
    const used = code(secret)
    await signIn(other)
    await show({ code: used }, other)
    const attacker = browserOn(origin, site.fetch)
    await signIn(attacker)
    const replayed = await show({ code: used }, attacker)
    expect([replayed.status, replayed.text.includes('used already')]).toEqual([401, true])
    expect(sessionOf(attacker)).toBeUndefined()
    expect(commands().slice(-2)).toEqual(['sign_ins.begin', 'sign_ins.fail'])
    const ming = browserOn(origin, site.fetch)
    await signIn(ming, 'ming')
    const theirs = await enrol(ming)
    expect((await show({ code: code(theirs.secret) }, attacker)).status).toBe(401)
    expect((await show({ code: '' }, attacker)).status).toBe(401)
    expect((await show({ code: 'x'.repeat(60_000) }, attacker)).status).toBe(401)
  })

  test('[A2] theft: what was signed out or ended elsewhere opens nothing', async () => {
    await signIn(other)
    await show({ code: code(secret) }, other)
    const stolen = browserOn(origin, site.fetch)
    for (const [name, value] of other.cookies) stolen.cookies.set(name, value)
    expect((await stolen.get(base)).status).toBe(200)
    const listed = await browser.get(settings)
    expect(listed.text.match(/sessions\/end"/g)).toHaveLength(1)
    await browser.post(`${settings}/sessions/end-others`, {})
    expect((await stolen.get(base)).status).toBe(303)
    const before = new Map(browser.cookies)
    await browser.post(`${base}/sign-out`, {})
    const later_ = browserOn(origin, site.fetch)
    for (const [name, value] of before) later_.cookies.set(name, value)
    expect((await later_.get(base)).status).toBe(303)
  })

  test('recovery codes: mistyped costs nothing, each works once', async () => {
    await signIn(other)
    const by = 'recovery_code'
    const mistyped = await show({ by, recovery_code: `${codes[0]!.slice(0, -1)}*` }, other)
    expect([mistyped.status, commands().at(-1)]).toEqual([422, 'sign_ins.begin'])
    expect((await other.get(`${base}/sign-in/code?by=recovery_code`)).text).toContain(
      'name="recovery_code"',
    )
    const done = await show({ by, recovery_code: codes[0]!.toLowerCase() }, other)
    expect(done.location).toBe(base)
    expect(commands().at(-1)).toBe('sign_ins.finish_with_recovery_code')
    const again = browserOn(origin, site.fetch)
    await signIn(again)
    expect((await show({ by, recovery_code: codes[0]! }, again)).status).toBe(401)
  })

  test('sign_in.throttled: five wrong codes of a stranger lock strangers, with one event, not the known browser', async () => {
    await signIn(other)
    for (let guess = 0; guess < 7; guess += 1) await show({ code: '000000' }, other)
    const shown = await show({ code: code(secret) }, other)
    expect([shown.status, sessionOf(other)]).toEqual([429, undefined])
    expect(commands().filter((command) => command === 'sign_ins.fail')).toHaveLength(5)
    // Nobody waited for it.
    await new Promise((resolve) => setImmediate(resolve))
    expect(commands().filter((command) => command === 'sign_ins.lock')).toHaveLength(1)
    await browser.post(`${base}/sign-out`, {})
    await signIn()
    expect((await show({ code: code(secret) })).location).toBe(base)
    const lines = site.log.filter(({ message }) => message === 'sign-in failed')
    expect(lines).toHaveLength(5)
    expect(new Set(lines.map(({ name }) => name)).size).toBe(1)
    expect(JSON.stringify(lines)).not.toContain('maria')
  })

  test('a new password by a link asks for the second factor all the same; an owner resets it', async () => {
    const ming = browserOn(origin, site.fetch)
    await signIn(ming, 'ming')
    const reset = await ming.fill(`${base}/settings/users/1/second-factor`, {})
    expect(reset.location).toBe(`${base}/settings?done=user_reset#users`)
    expect((await browser.get(base)).status).toBe(303)
    expect((await signIn(other)).location).toBe(base)
    const out = await ming.fill(`${base}/settings/users/1/sign-out`, {})
    expect(out.status).toBe(303)
    expect((await other.get(base)).status).toBe(303)
    expect((await ming.get(`${base}/settings/users/1`)).text).toContain(
      '/settings/users/1/sign-out',
    )
  })
})

describe('where the rules ask for it', () => {
  test('it is set up at signing in, before anything opens', async () => {
    const body = { session_hours: 8, idle_minutes: 60, second_factor_roles: ['owner'] }
    site.t.does(put, { kind: 'sign_in', body, reason: 'Rules of the association' })
    const shown = await browser.fill(`${base}/sign-in?next=${base}/funds`, {
      login: 'maria',
      password,
    })
    expect(shown.location).toMatch(/^\/b\/relief\/sign-in\/enrol\?next=/)
    expect((await browser.get(base)).status).toBe(303)
    expect((await browser.get(`${base}/sign-in/code`)).location).toBe(`${base}/sign-in/enrol`)
    const page = await browser.get(shown.location!)
    const { values } = formIn(page.text)
    const path = `${base}/sign-in/enrol`
    expect((await browser.post(path, { ...values, code: '123' })).status).toBe(401)
    const slow = totpCodeAt(values.secret!, site.t.now() - 600_000)
    expect((await browser.post(path, { ...values, code: slow })).text).toContain('10 minutes slow')
    expect((await browser.post(path, { ...values, secret: '<b>', code: slow })).status).toBe(401)
    const done = await browser.post(path, { ...values, code: code(values.secret!) })
    expect(codesIn(done)).toHaveLength(10)
    expect(done.text).toContain(`href="${base}/funds"`)
    expect((await browser.get(`${base}/funds`)).status).toBe(200)
    expect((await browser.get(settings)).text).not.toContain('second-factor/end')
  })
})
