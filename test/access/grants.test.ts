/** Roles given and taken, and what an act refuses that reaches beyond the units of whoever does it. */
import { describe, expect, it } from 'vitest'
import { end, give } from '../../src/access/grants.ts'
import * as users from '../../src/access/users.ts'
import type { Grant, Role } from '../../src/book/registry.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { show as showTransfer } from '../../src/funds/transfer-queries.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { entry as showEntry } from '../../src/ledger/entry-queries.ts'
import * as units from '../../src/people/unit-commands.ts'
import { unitWithCode } from '../../src/people/units.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { passwordHash } from './matrix-places.ts'

/** A city with a district in it, a county beside it, and Maria who audits the district. */
function divided() {
  const t = bookForTests({ inMemory: true })
  const add = (unit: string, parent: string | null = null) =>
    t.does(units.add, { unit, name: unit, kind: 'branch', parent })
  add('city')
  add('district', 'city')
  add('county')
  const { user } = t.does(users.create, {
    login: 'maria',
    name: 'Maria',
    role: 'auditor',
    unit: 'district',
    password: passwordHash,
  }).output
  return { t, user }
}

const inUnit = (t: TestBook, code: string, role: Role = 'owner'): { grants: Grant[] } => ({
  grants: [{ role, unit: unitWithCode({ ...t.book.store, scope: 'all' }, code).id }],
})
const rolesOf = (t: TestBook, user: number, as = {}) =>
  t.asks(users.list, {}, as).users.find((one) => one.user === user)?.grants

describe('grants', () => {
  it('are given and taken within the units of whoever does it, and shown to those there', () => {
    const { t, user } = divided()
    const city = inUnit(t, 'city')
    const { grant } = t.does(give, { user, role: 'member', unit: 'city' }, city).output
    t.does(give, { user, role: 'member', unit: 'county' })
    expect(rolesOf(t, user)).toHaveLength(3)
    expect(rolesOf(t, user, city)?.map(({ role, unit }) => `${role} ${unit}`)).toEqual([
      'auditor district',
      'member city',
    ])
    // Without a unit named it is where the scope of the giver begins.
    expect(t.refuses(give, { user, role: 'member' }, city).code).toBe('grant.held')
    t.does(end, { user, grant }, city)
    expect(t.refuses(end, { user, grant }, city).code).toBe('grant.unknown')
    const elsewhere = rolesOf(t, user)!.find(({ unit }) => unit === 'county')!.grant
    expect(t.refuses(end, { user, grant: elsewhere }, city).code).toBe('grant.unknown')
    expect(t.refuses(give, { user, role: 'member', unit: 'county' }, city).code).toBe(
      'unit.unknown',
    )
    t.close()
  })

  it('of a user who also has roles elsewhere keep others from ending that user', () => {
    const { t, user } = divided()
    t.does(give, { user, role: 'member', unit: 'county' })
    expect(t.refuses(users.end, { user }, inUnit(t, 'city')).code).toBe('user.beyond_scope')
    t.does(users.end, { user })
    t.close()
  })

  it('of a user without any in one’s units are those of nobody', () => {
    const { t, user } = divided()
    const county = inUnit(t, 'county')
    const asked = { user, role: 'member', unit: 'county' } as const
    expect(t.refuses(give, asked, county).code).toBe('user.unknown')
    expect(t.refuses(give, { ...asked, user: 999 }, county).code).toBe('user.unknown')
    expect(rolesOf(t, user, county)).toBeUndefined()
    t.close()
  })

  it('in two units with two roles: names for signing in are told where one owns', () => {
    const { t, user } = divided()
    const owner = inUnit(t, 'county').grants
    const loginFor = (grants: typeof owner) =>
      t.asks(users.list, {}, { grants }).users.find((one) => one.user === user)?.login
    expect(loginFor(inUnit(t, 'city').grants)).toBe('maria')
    expect(loginFor([...owner, { role: 'auditor', unit: null }])).toBe(null)
    t.close()
  })

  it('with two units need one of them named', () => {
    const { t } = divided()
    const both = { grants: [...inUnit(t, 'district').grants, ...inUnit(t, 'county').grants] }
    const asked = { login: 'ming', name: 'Ming', role: 'member', password: passwordHash } as const
    expect(t.refuses(users.create, asked, both).code).toBe('unit.unknown')
    t.close()
  })
})

describe('an entry of two funds', () => {
  it('entry.beyond_scope: shows each side to its own unit, and is undone by who reaches both', () => {
    const { t } = divided()
    openFund(t, 'district', { unit: 'district' })
    openFund(t, 'county', { unit: 'county' })
    receive(t, 'county', '700.00')
    const loan = { from: 'county', to: 'district', terms: 'advance', amount: '70.00' } as const
    const { transfer, entry } = t.does(transfers.make, { ...loan, reason: 'Cover' }).output
    const district = inUnit(t, 'district', 'fund_administrator')
    expect(t.asks(showTransfer, { transfer }, district)).toMatchObject({
      from: null,
      to: 'district',
      owed: { debtor: 'district', creditor: null, amount: '70.00' },
    })
    const { postings } = t.asks(showEntry, { entry }, district)
    expect(new Set(postings.map(({ fund }) => fund))).toEqual(new Set(['district']))
    expect(t.refuses(reverse, { entry, reason: 'Wrong' }, district).code).toBe('entry.beyond_scope')
    t.does(reverse, { entry, reason: 'Wrong' })
    t.close()
  })
})
