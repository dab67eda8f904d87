/** Roles given and taken: in units, by whoever reaches them, and never two that the policy keeps apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, give, grantsOf } from '../../src/access/grants.ts'
import { make } from '../../src/access/invitations.ts'
import { put } from '../../src/access/policies.ts'
import { create, end as endUser, list } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { inScope, unitsBelow } from '../../src/book/scope.ts'
import type { UnitId, UserId } from '../../src/kit/ids.ts'
import { add as addUnit } from '../../src/people/unit-commands.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

let t: TestBook
beforeEach(() => {
  t = bookForTests({ inMemory: true })
  for (const [unit, parent] of [
    ['north', null],
    ['north-1', 'north'],
    ['north-1-a', 'north-1'],
    ['south', null],
  ] as const) {
    t.does(addUnit, { unit, name: `Unit ${unit}`, kind: 'branch', parent } as never)
  }
})
afterEach(() => t.close())

function unit(code: string): UnitId {
  return t.book.store.first('select id from unit where code = ?', [code])!.id as UnitId
}

function user(login: string, role = 'auditor', of: string | null = null): number {
  return t.does(create, { login, name: login, role, unit: of, password } as never).output.user
}

/** The owner of one unit. */
const ofNorth = () =>
  ({ actor: 'user:90', grants: [{ role: 'owner', unit: unit('north') }] }) as const

describe('[R1] a grant reaches its unit and all below', () => {
  it('as the tree stands, whatever its depth', () => {
    const reached = unitsBelow(t.book.store, [unit('north')])
    expect([...reached].sort()).toEqual([unit('north'), unit('north-1'), unit('north-1-a')])
    expect(inScope(reached, unit('south'))).toBe(false)
    expect(inScope(reached, null)).toBe(false)
    expect(inScope('all', null)).toBe(true)
  })

  it('grants are given and taken within the giver’s own units alone', () => {
    const id = user('maria', 'auditor', 'north-1')
    const { grant } = t.does(
      give,
      { user: id, role: 'approver', unit: 'north-1-a' },
      ofNorth(),
    ).output
    expect(t.refuses(give, { user: id, role: 'approver', unit: 'south' }, ofNorth()).code).toBe(
      'unit.unknown',
    )
    const elsewhere = t.does(give, { user: id, role: 'approver', unit: 'south' }).output.grant
    expect(t.refuses(end, { user: id, grant: elsewhere }, ofNorth()).code).toBe('grant.unknown')
    t.does(end, { user: id, grant }, ofNorth())
    expect(grantsOf(t.book.store, id as UserId)).toEqual([
      { role: 'auditor', unit: unit('north-1') },
      { role: 'approver', unit: unit('south') },
    ])
    expect(t.refuses(endUser, { user: id }, ofNorth()).code).toBe('user.beyond_scope')
  })

  it('users of other units do not exist for the owner of one', () => {
    const north = user('maria', 'auditor', 'north-1')
    const south = user('ming', 'auditor', 'south')
    const seen = t.asks(list, {}, ofNorth()).users.map((one) => one.user)
    expect(seen).toEqual([north])
    expect(t.refuses(endUser, { user: south }, ofNorth()).message).toBe(
      t.refuses(endUser, { user: 99 }, ofNorth()).message.replace('99', String(south)),
    )
    const expires_at = t.now() + 1_000_000
    const link = { hash: 'a'.repeat(64), role: 'auditor', user: south, expires_at } as const
    expect(t.refuses(make, link, ofNorth()).code).toBe('user.unknown')
  })
})

describe('[R2] what a grant refuses', () => {
  it('grant.held: the same role in the same place twice', () => {
    const id = user('maria', 'auditor', 'north')
    expect(t.refuses(give, { user: id, role: 'auditor', unit: 'north' }).code).toBe('grant.held')
    t.does(give, { user: id, role: 'auditor', unit: 'south' })
  })

  it('grant.incompatible: a role that the policy on duties keeps apart from one held anywhere', () => {
    const body = {
      ...neutralPolicies.duties,
      incompatible_roles: [{ one: 'fund_administrator', other: 'auditor' }],
    }
    t.does(put, { kind: 'duties', body } as never)
    const id = user('maria', 'auditor', 'north')
    const refusal = t.refuses(give, { user: id, role: 'fund_administrator', unit: 'south' })
    expect([refusal.code, refusal.values]).toEqual([
      'grant.incompatible',
      { user: id, role: 'fund_administrator', held: 'auditor' },
    ])
    t.does(give, { user: id, role: 'approver', unit: 'south' })
  })

  it('user.last_owner: the only owner of the whole book keeps that role', () => {
    const id = user('maria', 'owner')
    const of = user('ming', 'owner', 'north')
    const [grant] = t.asks(list, {}).users.find((one) => one.user === id)!.grants
    expect(t.refuses(end, { user: id, grant: grant!.grant }).code).toBe('user.last_owner')
    t.does(give, { user: of, role: 'owner' })
    t.does(end, { user: id, grant: grant!.grant })
  })

  it('grant.unknown, user.unknown', () => {
    const id = user('maria')
    expect(t.refuses(end, { user: id, grant: 99 }).code).toBe('grant.unknown')
    expect(
      t.refuses(give, { user: 99, role: 'auditor' }, { grants: throughout('owner') }).code,
    ).toBe('user.unknown')
  })
})
