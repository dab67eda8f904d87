/** Second factors, recovery codes and half sign-ins, with those who try to get around them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as halves from '../../src/access/half-sign-ins.ts'
import { totpCodeAt } from '../../src/access/one-time-codes.ts'
import { put } from '../../src/access/policies.ts'
import * as recovery from '../../src/access/recovery-codes.ts'
import * as factors from '../../src/access/second-factors.ts'
import * as list from '../../src/access/session-list.ts'
import { isFresh, prove } from '../../src/access/session-proofs.ts'
import * as sessions from '../../src/access/sessions.ts'
import { doorkeeper, lock } from '../../src/access/sign-in.ts'
import * as users from '../../src/access/users.ts'
import { hex } from '../../src/kit/digest.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'

const phc = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const maria = { actor: 'user:1' }
const ming = { actor: 'user:2' }

let t: TestBook
let made = 0
beforeEach(() => {
  t = bookForTests({ inMemory: true })
  for (const login of ['maria', 'ming']) {
    t.does(users.create, { login, name: login, role: 'owner', password: phc })
  }
})
afterEach(() => {
  expect(verifyBook(t.book.store).passed).toBe(true)
  t.close()
})

const later = (seconds: number) => t.at(new Date(t.now() + seconds * 1_000).toISOString())
const code = (seconds = 0) => totpCodeAt(secret, t.now() + seconds * 1_000)
const hash = () => (made++).toString(16).padStart(64, '0')

function codes() {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const texts = Array.from({ length: 10 }, () => recovery.newRecoveryCode(random))
  return { texts, recovery_codes: texts.map((text) => hex(recovery.recoveryCodeHash(text))) }
}

function enrolled(as = maria) {
  const { texts, recovery_codes } = codes()
  t.does(factors.enrol, { secret, code: code(), recovery_codes }, as)
  later(30)
  return texts
}

/** Half signs somebody in, and answers the hash of the secret. */
function half(as = maria): string {
  const own = hash()
  t.does(halves.begin, { hash: own }, as)
  return own
}

describe('second_factors.enrol', () => {
  it('keeps the secret sealed and recovery codes as hashes, and asks for a code of each sign-in', () => {
    const texts = enrolled()
    expect(dump(t.book.store)).not.toContain(secret)
    for (const text of texts) expect(dump(t.book.store)).not.toContain(text.replaceAll('-', ''))
    expect(t.refuses(sessions.open, { hash: hash() }, maria).code).toBe('second_factor.needed')
    expect(t.refuses(sessions.open, { hash: hash(), way: 'link' }, maria).code).toBe(
      'second_factor.needed',
    )
    const signedIn = { hash: hash(), half: half(), code: code() }
    expect(t.does(halves.finishWithCode, signedIn, maria).output.session).toBe(1)
    expect(t.asks(list.show, {}, maria).second_factor).toMatchObject({
      required: false,
      recovery_codes_left: 10,
    })
  })

  it('code.wrong and code.clock_off: nothing is set up without a right code', () => {
    const { recovery_codes } = codes()
    const given = (shown: string) => ({ secret, code: shown, recovery_codes })
    expect(t.refuses(factors.enrol, given('000000'), maria).code).toBe('code.wrong')
    const off = t.refuses(factors.enrol, given(code(-300)), maria)
    expect([off.code, off.message]).toEqual([
      'code.clock_off',
      'The clock of the device that made this code is 5 minutes slow.',
    ])
    expect(t.refuses(factors.enrol, { ...given(code()), secret: 'SHORT' }, maria).code).toBe(
      'input.invalid',
    )
  })

  it('ends other sessions, and the factor and recovery codes before it', () => {
    for (const _ of [1, 2]) t.does(sessions.open, { hash: hash() }, maria)
    const { recovery_codes } = codes()
    t.does(factors.enrol, { secret, code: code(), recovery_codes, session: 2 }, maria)
    expect(t.asks(list.show, {}, maria).sessions.map(({ session }) => session)).toEqual([2])
    later(30)
    const other = 'A'.repeat(32)
    const again = { secret: other, code: totpCodeAt(other, t.now()) }
    t.does(factors.enrol, { ...again, recovery_codes: codes().recovery_codes }, maria)
    const [old] = recovery_codes
    const opened = { hash: hash(), half: half() }
    expect(t.refuses(halves.finishWithCode, { ...opened, code: code() }, maria).code).toBe(
      'code.wrong',
    )
    expect(
      t.refuses(halves.finishWithRecoveryCode, { ...opened, recovery_code: old! }, maria).code,
    ).toBe('recovery_code.wrong')
  })
})

describe('a code', () => {
  beforeEach(() => {
    enrolled()
  })

  it('code.used: sign_ins.finish_with_code takes it once, and none older after it', () => {
    const first = half()
    const [before, now] = [code(-30), code()]
    t.does(halves.finishWithCode, { hash: hash(), half: first, code: now }, maria)
    for (const shown of [now, before]) {
      const replay = { hash: hash(), half: half(), code: shown }
      expect(t.refuses(halves.finishWithCode, replay, maria).code).toBe('code.used')
    }
    later(30)
    t.does(halves.finishWithCode, { hash: hash(), half: half(), code: code() }, maria)
  })

  it('code.wrong: of another user opens nothing', () => {
    const other = 'B'.repeat(32)
    const { recovery_codes } = codes()
    t.does(factors.enrol, { secret: other, code: totpCodeAt(other, t.now()), recovery_codes }, ming)
    later(60)
    const given = { hash: hash(), half: half(ming), code: code() }
    expect(t.refuses(halves.finishWithCode, given, ming).code).toBe('code.wrong')
    const theirs = { hash: hash(), half: half(maria), code: totpCodeAt(other, t.now()) }
    expect(t.refuses(halves.finishWithCode, theirs, ming).code).toBe('half_sign_in.unknown')
  })

  it('second_factor.unreadable: under other master keys no code is taken, a recovery code is', () => {
    const elsewhere = bookForTests({ inMemory: true, masterKeys: null })
    elsewhere.close()
    const { surroundings } = t.book
    Object.assign(surroundings, { masterKeys: undefined })
    const given = { hash: hash(), half: half(), code: code() }
    expect(t.refuses(halves.finishWithCode, given, maria).code).toBe('vault.closed')
  })
})

describe('a half sign-in', () => {
  it('is over after ten minutes, once used, and with the sessions of its user', () => {
    enrolled()
    const old = half()
    later(600)
    const finish = (which: string) => ({ hash: hash(), half: which, code: code() })
    expect(t.refuses(halves.finishWithCode, finish(old), maria).code).toBe('half_sign_in.unknown')
    const used = half()
    t.does(halves.finishWithCode, finish(used), maria)
    later(30)
    expect(t.refuses(halves.finishWithCode, finish(used), maria).code).toBe('half_sign_in.unknown')
    const ended = half()
    t.does(list.endAll, { user: 1 }, ming)
    expect(t.refuses(halves.finishWithCode, finish(ended), maria).code).toBe('half_sign_in.unknown')
    const failed = half()
    t.does(halves.fail, { half: failed }, maria)
    expect(t.refuses(halves.fail, { half: failed }, ming).code).toBe('half_sign_in.unknown')
  })

  it('its secret is no session’s, and a session’s is none of it', () => {
    enrolled()
    const own = halves.halfSignInSecret(t.book.surroundings.random)
    t.does(halves.begin, { hash: hex(halves.halfSignInHash(own)) }, maria)
    const { store } = t.book
    expect(sessions.callerOfSession(store, own, t.now())).toBeUndefined()
    expect(halves.halfSignedIn(store, own, t.now())).toMatchObject({ user: 1, wanted: 'factor' })
    expect(halves.halfSignedIn(store, `${own.slice(0, -1)}_`, t.now())).toBeUndefined()
  })

  it('cannot put a factor in the place of one that is there', () => {
    enrolled()
    const other = 'C'.repeat(32)
    const { recovery_codes } = codes()
    const given = { hash: hash(), half: half(), secret: other, code: totpCodeAt(other, t.now()) }
    const refused = t.refuses(halves.finishWithEnrolment, { ...given, recovery_codes }, maria)
    expect(refused.code).toBe('half_sign_in.unknown')
  })

  it('sign_ins.finish_with_enrolment sets up the factor that the rules ask for', () => {
    const body = { session_hours: 1, idle_minutes: null, second_factor_roles: ['owner'] }
    t.does(put, { kind: 'sign_in', body, reason: 'Rules of the association' })
    expect(t.refuses(sessions.open, { hash: hash() }, maria).code).toBe('second_factor.needed')
    const { recovery_codes } = codes()
    const given = { hash: hash(), half: half(), secret, code: code(), recovery_codes }
    const { expires_at } = t.does(halves.finishWithEnrolment, given, maria).output
    expect(expires_at - t.now()).toBe(3_600_000)
    expect(t.refuses(factors.giveUp, {}, maria).code).toBe('second_factor.required')
  })
})

describe('recovery codes', () => {
  it('recovery_codes.renew, recovery_code.wrong: each works once, and none of another user or of an older sheet', () => {
    const [first, second] = enrolled()
    const opened = (text: string, as = maria) => ({
      hash: hash(),
      half: half(as),
      recovery_code: hex(recovery.recoveryCodeHash(text)),
    })
    t.does(halves.finishWithRecoveryCode, opened(first!), maria)
    expect(t.asks(list.show, {}, maria).second_factor.recovery_codes_left).toBe(9)
    const wrong = 'recovery_code.wrong'
    expect(t.refuses(halves.finishWithRecoveryCode, opened(first!), maria).code).toBe(wrong)
    expect(t.refuses(halves.finishWithRecoveryCode, opened(second!, ming), ming).code).toBe(wrong)
    const { texts, recovery_codes } = codes()
    t.does(recovery.renew, { recovery_codes }, maria)
    expect(t.refuses(halves.finishWithRecoveryCode, opened(second!), maria).code).toBe(wrong)
    t.does(halves.finishWithRecoveryCode, opened(texts[9]!), maria)
    expect(t.refuses(recovery.renew, { recovery_codes: codes().recovery_codes }, ming).code).toBe(
      'second_factor.missing',
    )
  })
})

describe('giving up and resetting', () => {
  it('second_factors.give_up: a password does again; codes and other sessions have ended', () => {
    enrolled()
    t.does(factors.giveUp, {}, maria)
    expect(t.refuses(factors.giveUp, {}, maria).code).toBe('second_factor.missing')
    expect(t.asks(list.show, {}, maria).second_factor.recovery_codes_left).toBe(0)
    t.does(sessions.open, { hash: hash() }, maria)
  })

  it('second_factors.reset is an owner’s, for another, and signs that one out', () => {
    enrolled()
    t.does(halves.finishWithCode, { hash: hash(), half: half(), code: code() }, maria)
    expect(t.refuses(factors.reset, { user: 1 }, maria).code).toBe('second_factor.own')
    expect(t.refuses(factors.reset, { user: 2 }, maria).code).toBe('second_factor.missing')
    t.does(factors.reset, { user: 1 }, ming)
    expect(t.asks(list.show, {}, maria)).toMatchObject({
      second_factor: { since: null, recovery_codes_left: 0 },
      sessions: [],
    })
  })
})

describe('sessions', () => {
  it('are listed with their browsers; sessions.end_others and users.sign_out end the rest', () => {
    for (const browser of ['firefox/windows', 'safari/ios', 'chrome/linux']) {
      t.does(sessions.open, { hash: hash(), browser }, maria)
    }
    const listed = () => t.asks(list.show, {}, maria).sessions.map(({ browser }) => browser)
    expect(listed()).toEqual(['chrome/linux', 'safari/ios', 'firefox/windows'])
    expect(t.refuses(sessions.end, { session: 1 }, ming).code).toBe('session.unknown')
    t.does(sessions.end, { session: 2 }, maria)
    t.does(list.endOthers, { session: 3 }, maria)
    expect(listed()).toEqual(['chrome/linux'])
    expect(t.refuses(list.endOthers, { session: 3 }, ming).code).toBe('session.unknown')
    t.does(list.endAll, { user: 1 }, ming)
    expect(listed()).toEqual([])
  })

  it('are fresh for ten minutes after the password, and again after sessions.prove', () => {
    t.does(sessions.open, { hash: hash() }, maria)
    const fresh = () => isFresh(t.book.store, 1, t.now())
    expect(fresh()).toBe(true)
    later(600)
    expect(fresh()).toBe(false)
    t.does(prove, { session: 1, way: 'password' }, maria)
    expect(fresh()).toBe(true)
    expect(t.refuses(prove, { session: 1, way: 'password' }, ming).code).toBe('session.unknown')
    const { recovery_codes } = codes()
    t.does(factors.enrol, { secret, code: code(), recovery_codes, session: 1 }, maria)
    later(700)
    expect(t.refuses(prove, { session: 1, way: 'password' }, maria).code).toBe(
      'second_factor.needed',
    )
    expect(t.refuses(prove, { session: 1, way: 'code', code: '000000' }, maria).code).toBe(
      'code.wrong',
    )
    t.does(prove, { session: 1, way: 'code', code: code() }, maria)
    expect(fresh()).toBe(true)
  })

  it('sign_ins.lock notes whose name was locked', () => {
    const { actor, grants } = doorkeeper
    t.does(lock, { user: 1, at: 'password', known: false }, { actor, grants })
    expect(t.refuses(lock, { user: 9, at: 'password', known: false }).code).toBe('user.unknown')
  })
})
