/** Users, sessions and invitations: who signs in, for how long, and what is refused. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { grantsOf, ownersOf } from '../../src/access/grants.ts'
import * as invitations from '../../src/access/invitations.ts'
import { noteSeen } from '../../src/access/last-seen.ts'
import * as sessions from '../../src/access/sessions.ts'
import * as users from '../../src/access/users.ts'
import { type Role, throughout } from '../../src/book/registry.ts'
import { hex } from '../../src/kit/digest.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'

const phc = (digit: string) => `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${digit.repeat(43)}`
const maria = { login: 'Maria', name: 'Maria Lopez', role: 'owner', password: phc('a') } as const
const inAYear = Date.parse('2027-03-31T02:00:00Z')

let t: TestBook
beforeEach(() => {
  t = bookForTests({ inMemory: true })
})
afterEach(() => {
  expect(verifyBook(t.book.store).passed).toBe(true)
  t.close()
})

/** Signs a user in, and answers the secret. */
function signIn(user: number): string {
  const secret = sessions.sessionSecret(t.book.surroundings.random)
  const hash = hex(sessions.sessionHash(secret))
  t.does(sessions.open, { hash }, { actor: `user:${user}`, role: 'owner' })
  return secret
}

function signedIn(secret: string | undefined) {
  return sessions.callerOfSession(t.book.store, secret, t.now())
}

function invitation(given: { role?: Role; user?: number; expires_at?: number } = {}) {
  const secret = invitations.invitationSecret(t.book.surroundings.random)
  const hash = hex(invitations.invitationHash(secret))
  t.does(invitations.make, { hash, role: 'approver', expires_at: inAYear, ...given })
  const guest = invitations.callerOfInvitation(t.book.store, secret)!
  return { secret, hash, guest }
}

describe('users.create', () => {
  it('keeps the names apart, and finds a user by the name for signing in however it is typed', () => {
    expect(t.does(users.create, { ...maria, login: ' Ｍaria ' }).output).toEqual({ user: 1 })
    expect(users.userWithLogin(t.book.store, 'MARIA')?.id).toBe(1)
    expect(users.passwordHashOf(t.book.store, 1 as never)).toBe(phc('a'))
    expect(ownersOf(t.book.store)).toEqual([1])
    const hashed = t.book.store.all('select * from user', [])
    expect(JSON.stringify(hashed)).not.toMatch(/maria/i)
  })

  it.each(['', ' ', 'two words', '-a', '@', 'a/b', '<b>', 'x'.repeat(65), 'a\u0000', 'a\u202eb'])(
    'input.invalid: the name for signing in %j',
    (login) => {
      expect(t.refuses(users.create, { ...maria, login }).code).toBe('input.invalid')
    },
  )

  it.each(['m', '小明', 'maria@example.org', 'josé', 'o.b-r_i+2'])('takes the name %j', (login) => {
    t.does(users.create, { ...maria, login })
    expect(users.userWithLogin(t.book.store, login)).toBeDefined()
  })

  it.each([
    'correct horse battery staple',
    phc('a').replace('ln=15', 'ln=1'),
    phc('a').slice(0, -1),
    `${phc('a')}\n`,
  ])('input.invalid: %j is no hash of a password', (password) => {
    expect(t.refuses(users.create, { ...maria, password }).code).toBe('input.invalid')
  })

  it('user.login_taken, until its user has ended', () => {
    t.does(users.create, maria)
    t.does(users.create, { ...maria, login: 'ming', role: 'auditor' })
    expect(t.refuses(users.create, { ...maria, login: 'MING' }).code).toBe('user.login_taken')
    t.does(users.end, { user: 2 })
    expect(t.does(users.create, { ...maria, login: 'ming' }).output.user).toBe(3)
  })

  it('users.list shows the names for signing in to owners alone', () => {
    t.does(users.create, { ...maria, reads_names: true })
    const [shown] = t.asks(users.list, {}).users
    const { name } = maria
    expect(shown).toEqual({
      user: 1,
      name,
      login: 'maria',
      grants: [{ grant: 1, role: 'owner', unit: null }],
      reads_names: true,
      ended: false,
    })
    const [masked] = t.asks(users.list, {}, { role: 'auditor' }).users
    expect(masked).toMatchObject({ name, login: null })
  })
})

describe('users.end', () => {
  it('user.unknown, user.last_owner', () => {
    t.does(users.create, maria)
    expect(t.refuses(users.end, { user: 2 }).code).toBe('user.unknown')
    expect(t.refuses(users.end, { user: 1 }).code).toBe('user.last_owner')
    t.does(users.create, { ...maria, login: 'ming' })
    t.does(users.end, { user: 1 })
    expect(t.refuses(users.end, { user: 1 }).code).toBe('user.unknown')
    expect(t.refuses(users.end, { user: 2 }).code).toBe('user.last_owner')
  })

  it('ends every session, and the name signs in no more', () => {
    t.does(users.create, maria)
    t.does(users.create, { ...maria, login: 'ming' })
    const [first, second, other] = [signIn(2), signIn(2), signIn(1)]
    t.does(users.end, { user: 2 })
    expect([first, second].map(signedIn)).toEqual([undefined, undefined])
    expect(signedIn(other)?.caller.actor).toBe('user:1')
    expect(users.userWithLogin(t.book.store, 'ming')).toBeUndefined()
    expect(
      t.refuses(sessions.open, { hash: 'a'.repeat(64) }, { actor: 'user:2', role: 'owner' }).code,
    ).toBe('user.unknown')
  })
})

describe('sessions.open and sessions.end', () => {
  beforeEach(() => {
    t.does(users.create, { ...maria, reads_names: true })
  })

  it('the book keeps the hash of the secret, and says who comes with it', () => {
    const secret = signIn(1)
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(dump(t.book.store)).not.toContain(secret)
    expect(signedIn(secret)).toEqual({
      session: 1,
      caller: { actor: 'user:1', grants: throughout('owner'), readsNames: true },
      user: { id: 1, name: 'Maria Lopez', login: 'maria' },
    })
  })

  it('lasts eight hours, to the millisecond, for who goes on asking', () => {
    const secret = signIn(1)
    const end = t.now() + 8 * 3_600_000
    while (t.now() < end - 1) {
      t.at(new Date(Math.min(t.now() + 59 * 60_000, end - 1)).toISOString())
      expect(signedIn(secret)).toBeDefined()
      noteSeen(t.book.store, 1 as never, t.now())
    }
    t.at(new Date(end).toISOString())
    expect(signedIn(secret)).toBeUndefined()
  })

  it('ends after an hour in which nothing is asked for', () => {
    const secret = signIn(1)
    t.at(new Date(t.now() + 60 * 60_000 - 1).toISOString())
    expect(signedIn(secret)).toBeDefined()
    t.at(new Date(t.now() + 1).toISOString())
    expect(signedIn(secret)).toBeUndefined()
  })

  it.each([undefined, '', 'guess', 'A'.repeat(43), `${'A'.repeat(43)}'`])(
    'nobody comes with %j',
    (secret) => {
      signIn(1)
      expect(signedIn(secret)).toBeUndefined()
    },
  )

  it('whoever reads the book learns a hash, which opens nothing', () => {
    const hash = sessions.sessionHash(signIn(1))
    expect(signedIn(hex(hash))).toBeUndefined()
    expect(signedIn(Buffer.from(hash).toString('base64url'))).toBeUndefined()
  })

  it('session.unknown: ended, over, or of somebody else', () => {
    t.does(users.create, { ...maria, login: 'ming' })
    const secret = signIn(1)
    signIn(2)
    const mine = { actor: 'user:1', role: 'owner' } as const
    expect(t.refuses(sessions.end, { session: 2 }, mine).code).toBe('session.unknown')
    expect(t.refuses(sessions.end, { session: 3 }, mine).code).toBe('session.unknown')
    t.does(sessions.end, { session: 1 }, mine)
    expect(signedIn(secret)).toBeUndefined()
    expect(t.refuses(sessions.end, { session: 1 }, mine).code).toBe('session.unknown')
    t.at('2026-04-01T02:00:00Z')
    expect(t.refuses(sessions.end, { session: 2 }, { actor: 'user:2', role: 'owner' }).code).toBe(
      'session.unknown',
    )
  })

  it.each(['token:1', 'host', 'user:', 'user:01', 'invitation:1'])(
    'user.not_oneself: %s has no session',
    (actor) => {
      const hash = 'a'.repeat(64)
      expect(t.refuses(sessions.open, { hash }, { actor }).code).toBe('user.not_oneself')
      const password = phc('b')
      expect(t.refuses(users.changePassword, { password }, { actor }).code).toBe('user.not_oneself')
    },
  )

  it('looked up once a turn, and again after a command', async () => {
    const secret = signIn(1)
    const asked = () => sessions.sessionInTurn(t.book.store, secret, t.now())
    expect(asked()).toBe(asked())
    const before = asked()
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked()).not.toBe(before)
  })
})

describe('users.change_password', () => {
  it('puts the new one in force and ends the other sessions, not the one it is changed in', () => {
    t.does(users.create, maria)
    const [here, there] = [signIn(1), signIn(1)]
    const input = { password: phc('b'), session: signedIn(here)!.session }
    const mine = { actor: 'user:1', role: 'owner', key: 'the-key-of-a-form' } as const
    const first = t.does(users.changePassword, input, mine)
    expect(users.passwordHashOf(t.book.store, 1 as never)).toBe(phc('b'))
    expect([signedIn(here)?.session, signedIn(there)]).toEqual([1, undefined])
    expect(t.does(users.changePassword, input, mine)).toEqual({ ...first, replayed: true })
  })
})

describe('invitations.make and invitations.accept', () => {
  const ming = { login: 'ming', name: '欧阳小明', password: phc('c') }

  it('makes one user in its role, once', () => {
    const { secret, hash, guest } = invitation()
    expect(guest).toEqual({
      actor: 'invitation:1',
      grants: throughout('approver'),
      readsNames: false,
    })
    expect(dump(t.book.store)).not.toContain(secret)
    const done = t.does(
      invitations.accept,
      { hash, ...ming },
      { ...guest, key: 'key-of-the-form-1' },
    )
    const made = users.userWithLogin(t.book.store, 'ming')!
    expect(grantsOf(t.book.store, made.id)).toEqual(throughout('approver'))
    const again = t.does(
      invitations.accept,
      { hash, ...ming },
      { ...guest, key: 'key-of-the-form-1' },
    )
    expect(again).toEqual({ ...done, replayed: true })
    expect(t.refuses(invitations.accept, { hash, ...ming, login: 'more' }, guest).code).toBe(
      'invitation.invalid',
    )
    expect(invitations.invitationWith(t.book.store, secret, t.now())).toBeUndefined()
  })

  it('gives a user a new password, in their own role, and ends their sessions', () => {
    t.does(users.create, maria)
    const secret = signIn(1)
    const { hash, guest } = invitation({ role: 'auditor', user: 1 })
    t.does(invitations.accept, { hash, password: phc('d') }, guest)
    expect(users.passwordHashOf(t.book.store, 1 as never)).toBe(phc('d'))
    expect(signedIn(secret)).toBeUndefined()
  })

  it('invitation.ends_in_the_past, invitation.exists, user.unknown', () => {
    const { hash } = invitation()
    const next = { hash: 'a'.repeat(64), role: 'auditor', expires_at: inAYear } as const
    const past = { ...next, expires_at: t.now() }
    expect(t.refuses(invitations.make, past).code).toBe('invitation.ends_in_the_past')
    expect(t.refuses(invitations.make, { ...next, hash }).code).toBe('invitation.exists')
    expect(t.refuses(invitations.make, { ...next, user: 1 }).code).toBe('user.unknown')
  })

  it('invitation.invalid: over, or none', () => {
    const { hash, guest } = invitation({ expires_at: t.now() + 1000 })
    t.at('2026-03-31T02:00:01Z')
    expect(t.refuses(invitations.accept, { hash, ...ming }, guest).code).toBe('invitation.invalid')
    const none = { ...ming, hash: 'a'.repeat(64) }
    expect(t.refuses(invitations.accept, none, guest).code).toBe('invitation.invalid')
    expect(invitations.callerOfInvitation(t.book.store, 'guess')).toBeUndefined()
  })

  it('invitation.incomplete, user.login_taken', () => {
    t.does(users.create, maria)
    const { hash, guest } = invitation()
    const accept = (given: object) =>
      t.refuses(invitations.accept, { hash, ...ming, ...given }, guest).code
    expect(accept({ login: null })).toBe('invitation.incomplete')
    expect(accept({ name: null })).toBe('invitation.incomplete')
    expect(accept({ login: 'maria' })).toBe('user.login_taken')
  })
})
