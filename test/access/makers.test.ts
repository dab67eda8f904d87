/** What rests on its maker: links and tokens of somebody who is shut out, and the right to read names. */
import { beforeEach, describe, expect, it } from 'vitest'
import { end as endGrant, give } from '../../src/access/grants.ts'
import { accept, invitationHash, invitationOf, make } from '../../src/access/invitations.ts'
import { join } from '../../src/access/joining.ts'
import { callerWith, create as createToken, revoke, tokenHash } from '../../src/access/tokens.ts'
import { create, end as endUser } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { unitsBelow } from '../../src/book/scope.ts'
import { hex } from '../../src/kit/digest.ts'
import type { UnitId } from '../../src/kit/ids.ts'
import { add as addUnit } from '../../src/people/unit-commands.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

let t: TestBook
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
const later = (t: TestBook) => t.now() + 86_400_000

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  t.does(addUnit, { unit: 'north', name: 'North', kind: 'branch' })
  t.does(addUnit, { unit: 'south', name: 'South', kind: 'branch' })
})

function user(login: string, role: 'owner' | 'auditor' | 'member', unit: string | null = null) {
  return t.does(create, { login, name: login, role, unit, password }).output.user
}

const as = (id: number, unit: UnitId | null = null) => ({
  actor: `user:${id}`,
  grants: unit === null ? throughout('owner') : [{ role: 'owner' as const, unit }],
})
const north = () => t.book.store.first("select id from unit where code = 'north'", [])!.id as UnitId

function invited(secret: string, given: object, by: object = {}) {
  const input = { hash: hex(invitationHash(secret)), role: 'owner', expires_at: later(t), ...given }
  t.does(make, input as never, by)
}

function used(secret: string) {
  const input = { hash: hex(invitationHash(secret)), password, login: 'new', name: 'New' }
  return t.refuses(accept, input, { actor: 'invitation:1' }).code
}

describe('[A9] an invitation opens what its maker may still give', () => {
  it('opens nothing once its maker is no owner any more, or has ended', () => {
    const [eve] = [user('eve', 'owner'), user('olga', 'owner')]
    invited('back-door', {}, as(eve))
    invited('side-door', {}, as(eve))
    const grant = t.book.store.first('select id from role_grant where user_id = +?', [eve])!
    t.does(endGrant, { user: eve, grant: grant.id as number })
    expect(used('back-door')).toBe('invitation.invalid')
    t.does(endUser, { user: eve })
    expect(used('side-door')).toBe('invitation.invalid')
    const joining = { issuer: 'https://login.example.org', subject: 'x', logins: ['new'] }
    const given = { hash: hex(invitationHash('side-door')), ...joining, name: 'New' }
    expect(t.refuses(join, given, { actor: 'invitation:2' }).code).toBe('invitation.invalid')
  })

  it('gives no new password of somebody who has risen above its maker since', () => {
    const [eve, olga] = [user('eve', 'owner', 'north'), user('olga', 'member', 'north')]
    invited('renewal', { user: olga }, as(eve, north()))
    const found = () => invitationOf(t.book.store, invitationHash('renewal'), t.now())
    expect(found()?.user).toBe(olga)
    t.does(give, { user: olga, role: 'owner' })
    expect(found()).toBeUndefined()
    expect(unitsBelow(t.book.store, [north()]).size).toBe(1)
  })

  it('rests on the token that made it, until that is revoked', () => {
    const hash = hex(tokenHash('clt_x'))
    const expires_at = later(t)
    const { token } = t.does(createToken, { hash, role: 'owner', expires_at, label: 'x' }).output
    invited('by-token', {}, { actor: `token:${token}` })
    expect(invitationOf(t.book.store, invitationHash('by-token'), t.now())).toBeDefined()
    t.does(revoke, { token })
    expect(used('by-token')).toBe('invitation.invalid')
  })
})

describe('[A9] tokens end with who made them', () => {
  it.each(['user', 'grant'] as const)(
    'with the end of the %s, also those made by its tokens',
    (what) => {
      const eve = user('eve', 'owner')
      user('olga', 'owner')
      const made = (secret: string, by: object) =>
        t.does(
          createToken,
          { hash: hex(tokenHash(secret)), role: 'owner', expires_at: later(t), label: 'x' },
          by,
        ).output.token
      const first = made('clt_first', as(eve))
      made('clt_second', { actor: `token:${first}` })
      made('clt_of_another', {})
      const grant = t.book.store.first('select id from role_grant where user_id = +?', [eve])!
      if (what === 'user') t.does(endUser, { user: eve })
      else t.does(endGrant, { user: eve, grant: grant.id as number })
      const comes = (secret: string) => callerWith(t.book.store, `Bearer ${secret}`, t.now())
      expect(() => comes('clt_first')).toThrow(/not one of this book/)
      expect(() => comes('clt_second')).toThrow(/not one of this book/)
      expect(comes('clt_of_another').actor).toBe('token:3')
    },
  )
})

describe('[A9] reading names is given by those who read them', () => {
  it('to no user, token or link by an owner who does not', () => {
    const by = { actor: 'user:9', readsNames: false }
    const expires_at = later(t)
    const names = { role: 'auditor', reads_names: true } as const
    const reader = t.does(create, { login: 'r', name: 'r', ...names, password }).output.user
    const refused = [
      t.refuses(create, { login: 'eve', name: 'Eve', ...names, password }, by),
      t.refuses(createToken, { hash: 'a'.repeat(64), ...names, expires_at, label: 'x' }, by),
      t.refuses(make, { hash: 'a'.repeat(64), ...names, expires_at }, by),
      t.refuses(make, { hash: 'a'.repeat(64), role: 'member', user: reader, expires_at }, by),
    ]
    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('access.names_not_given'))
  })
})
