/** Units and memberships: a tree, homes and places of work in order, one of a sort on a day. */
import { describe, expect, it } from 'vitest'
import { open } from '../../src/funds/funds.ts'
import type { Day } from '../../src/kit/day.ts'
import type { PartyId } from '../../src/kit/ids.ts'
import { register, status } from '../../src/people/commands.ts'
import { begin, end, transfer } from '../../src/people/membership-commands.ts'
import { list as listMemberships } from '../../src/people/membership-queries.ts'
import { membersOf, unitsOf } from '../../src/people/memberships.ts'
import { list as listParties, show } from '../../src/people/queries.ts'
import { add, revise } from '../../src/people/unit-commands.ts'
import { list, show as showUnit } from '../../src/people/unit-queries.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { inUnit, person, plantUnits, unitId } from './scene.ts'

const today = '2026-03-31'
const reason = 'Found in the old register'

function planted() {
  const t = bookForTests({ inMemory: true })
  plantUnits(t)
  return t
}

describe('units', () => {
  it('stand in a tree, each after the one above it, with members and open funds', () => {
    const t = planted()
    const ming = person(t, '张小明', 'north')
    t.does(begin, { party: ming, unit: 'south', sort: 'current' })
    t.does(open, {
      fund: 'n',
      name: 'N',
      restriction: 'purpose',
      purpose: 'P',
      currency: 'CNY',
      unit: 'north',
    })
    const { units } = t.asks(list, {})
    expect(
      units.map(({ unit, level, parent, members, funds }) => [unit, level, parent, members, funds]),
    ).toEqual([
      ['city', 0, null, 0, 0],
      ['north', 1, 'city', 1, 1],
      ['south', 1, 'city', 1, 0],
      ['far', 0, null, 0, 0],
    ])
    const city = t.asks(showUnit, { unit: 'city' })
    expect([city.members, city.members_in_all, city.units.length]).toEqual([0, 1, 2])
    expect(t.asks(showUnit, { unit: 'north' }).path).toEqual([{ unit: 'city', name: '江城市委' }])
    t.close()
  })

  it('are renamed and moved, never below themselves, and keep what was said before', () => {
    const t = planted()
    t.does(revise, { unit: 'north', name: '北支部 <b>', parent: 'far' })
    expect(t.refuses(revise, { unit: 'far', parent: 'north' }).code).toBe('unit.cycle')
    expect(t.refuses(revise, { unit: 'far', parent: 'far' }).code).toBe('unit.cycle')
    expect(t.refuses(revise, { unit: 'north', parent: 'nowhere' }).code).toBe('unit.unknown')
    expect(t.refuses(revise, { unit: 'north' }).code).toBe('unit.nothing_revised')
    expect(t.refuses(add, { unit: 'north', name: 'N', kind: 'k' }).code).toBe('unit.exists')
    const { versions } = t.asks(showUnit, { unit: 'north' })
    expect(versions.map(({ name, parent }) => [name, parent])).toEqual([
      ['North branch', 'city'],
      ['北支部 <b>', 'far'],
    ])
    t.close()
  })

  it('are closed once nothing is left in them, take nothing then, and are opened again', () => {
    const t = planted()
    const party = person(t, 'Ann', 'north')
    const refused = t.refuses(revise, { unit: 'city', closed: true })
    expect([refused.code, refused.values.units]).toEqual(['unit.in_use', 2])
    expect(t.refuses(revise, { unit: 'north', closed: true }).values.members).toBe(1)
    t.does(transfer, { party, unit: 'south', from_on: '2026-04-01' })
    t.at('2026-04-01T02:00:00Z')
    t.does(revise, { unit: 'north', closed: true })
    expect(t.refuses(begin, { party, unit: 'north', sort: 'current' }).code).toBe('unit.closed')
    expect(t.refuses(register, { kind: 'person', name: 'B', unit: 'north' }).code).toBe(
      'unit.closed',
    )
    expect(t.refuses(add, { unit: 'x', name: 'X', kind: 'k', parent: 'north' }).code).toBe(
      'unit.closed',
    )
    expect(t.asks(list, { state: 'closed' }).units.map(({ unit }) => unit)).toEqual(['north'])
    t.does(revise, { unit: 'north', closed: false })
    t.close()
  })

  it('of a caller’s part: placed only within it', () => {
    const t = planted()
    const city = inUnit(t, 'city')
    expect(t.asks(list, {}, city).units.map(({ unit, parent }) => [unit, parent])).toEqual([
      ['city', null],
      ['north', 'city'],
      ['south', 'city'],
    ])
    expect(() => t.asks(showUnit, { unit: 'far' }, city)).toThrow(/no unit "far"/)
    expect(t.refuses(add, { unit: 'x', name: 'X', kind: 'k', parent: 'far' }, city).code).toBe(
      'unit.unknown',
    )
    expect(t.refuses(revise, { unit: 'north', parent: null }, city).code).toBe('unit.top_only')
    t.does(add, { unit: 'x', name: 'X', kind: 'k' }, city)
    expect(t.asks(showUnit, { unit: 'x' }).parent).toBe('city')
    t.close()
  })
})

describe('memberships', () => {
  it('[A9] somebody who works elsewhere is found from both units, and is one party', () => {
    const t = planted()
    const party = person(t, '张小明', 'north')
    t.does(begin, { party, unit: 'south', sort: 'current' })
    const [north, south] = [unitId(t, 'north'), unitId(t, 'south')]
    const { store } = t.book
    const members = [north, south].map((unit) => membersOf(store, unit, today as Day))
    expect(members).toEqual([[{ party: 1, sorts: ['home'] }], [{ party: 1, sorts: ['current'] }]])
    expect(unitsOf(store, 1 as PartyId, today as Day)).toEqual({
      home: north,
      current: south,
      honorary: [],
    })
    expect(unitsOf(store, 1 as PartyId, '2026-03-30' as Day).home).toBeNull()
    t.close()
  })

  it('follow one another without a day in two homes', () => {
    const t = planted()
    const party = person(t, 'Ann', 'north')
    const twice = t.refuses(begin, { party, unit: 'south' })
    expect([twice.code, twice.values.unit]).toEqual(['membership.overlaps', 'north'])
    expect(t.refuses(transfer, { party, unit: 'south' }).code).toBe('membership.none_to_transfer')
    t.does(transfer, { party, unit: 'south', from_on: '2026-05-01' })
    expect(t.refuses(transfer, { party, unit: 'south', from_on: '2026-06-01' }).code).toBe(
      'membership.same_unit',
    )
    const inApril = t.refuses(transfer, { party, unit: 'far', from_on: '2026-04-10' })
    expect(inApril.code).toBe('membership.ended')
    const { memberships } = t.asks(listMemberships, { party })
    expect(
      memberships.map(({ unit, from_on, to_on, cause }) => [unit, from_on, to_on, cause]),
    ).toEqual([
      ['north', today, '2026-04-30', 'transferred'],
      ['south', '2026-05-01', null, null],
    ])
    const held = t.asks(listMemberships, { unit: 'south', on: '2026-05-01' })
    expect(held.memberships.map(({ name }) => name)).toEqual(['Ann'])
    expect(t.asks(listMemberships, { unit: 'south', on: today }).memberships).toEqual([])
    t.close()
  })

  it('are backdated with a reason, for a time, into gaps only', () => {
    const t = planted()
    const party = person(t, 'Ann', 'north')
    const early = { party, unit: 'south', from_on: '2020-01-01', until_on: '2020-12-31' }
    expect(t.refuses(begin, early).code).toBe('membership.reason_needed')
    t.does(begin, { ...early, reason })
    const overlapping = { ...early, from_on: '2020-12-31', until_on: '2021-12-31', reason }
    expect(t.refuses(begin, overlapping).code).toBe('membership.overlaps')
    expect(t.refuses(begin, { ...early, until_on: '2019-12-31', reason }).code).toBe(
      'membership.ends_too_soon',
    )
    t.does(begin, { ...early, from_on: '2021-01-01', until_on: '2026-03-30', reason })
    t.does(begin, { ...early, sort: 'honorary', reason })
    t.close()
  })

  it('end once, not after their end, and a mistake holds on no day', () => {
    const t = planted()
    const party = person(t, 'Ann', 'north')
    expect(t.refuses(end, { membership: 1, reason, to_on: '2026-03-30' }).code).toBe(
      'membership.ends_too_soon',
    )
    expect(t.refuses(end, { membership: 9, reason }).code).toBe('membership.unknown')
    t.does(end, { membership: 1, reason, cause: 'mistake' })
    expect(t.refuses(end, { membership: 1, reason }).code).toBe('membership.ended')
    t.does(begin, { party, unit: 'south', until_on: '2026-04-30' })
    expect(t.refuses(end, { membership: 2, reason, to_on: '2026-05-01' }).code).toBe(
      'membership.ends_later',
    )
    expect(
      t.asks(listMemberships, { party, on: today }).memberships.map(({ unit }) => unit),
    ).toEqual(['south'])
    t.close()
  })

  it('end with a death, which takes no new ones; bodies have none', () => {
    const t = planted()
    const party = person(t, 'Ann', 'north')
    t.does(begin, { party, unit: 'south', sort: 'current', from_on: '2026-06-01' })
    expect(t.refuses(status, { party, status: 'died', from_on: '2026-04-01' }).code).toBe(
      'status.in_future',
    )
    t.does(status, { party, status: 'died', note: 'Told by the family' })
    const { memberships } = t.asks(listMemberships, { party })
    expect(memberships.map(({ to_on, cause }) => [to_on, cause])).toEqual([
      [today, 'died'],
      ['2026-05-31', 'mistake'],
    ])
    expect(t.refuses(begin, { party, unit: 'far', from_on: '2026-04-01' }).code).toBe(
      'party.has_died',
    )
    expect(t.asks(show, { party }).status).toEqual({
      status: 'died',
      from_on: today,
      note: 'Told by the family',
    })
    expect(t.asks(show, { party }, { readsNames: false }).status!.note).toBe('***')
    const { party: shop } = t.does(register, { kind: 'vendor', name: 'Shop' }).output
    expect(t.refuses(begin, { party: shop, unit: 'north' }).code).toBe('party.not_a_person')
    expect(t.refuses(status, { party: shop, status: 'died' }).code).toBe('party.not_a_person')
    t.close()
  })

  it('[rule 8] the database itself refuses two homes on a day', () => {
    const t = planted()
    person(t, 'Ann', 'north')
    const seq = t.book.store.first('select max(seq) + 1 as seq from event', [])!.seq!
    const row = (id: number, sort: string, from: string, until: string | null) =>
      t.book.store.run('insert into membership values (?, 1, 2, ?, ?, ?, null, ?)', [
        id,
        sort,
        from,
        until,
        seq,
      ])
    expect(() => row(7, 'home', '2026-04-01', null)).toThrow(/one of a sort on a day/)
    expect(() => row(7, 'home', '2020-01-01', today)).toThrow(/one of a sort on a day/)
    row(7, 'home', '2020-01-01', '2026-03-30')
    row(8, 'current', '2026-04-01', null)
    t.close()
  })
})

describe('what exists for a caller whose role ends at a unit', () => {
  it('is who is registered there, who is or lately was a member, and bodies of the whole organisation', () => {
    const t = planted()
    const ann = person(t, 'Ann', 'north')
    const bo = person(t, 'Bo', 'far')
    person(t, 'Cy')
    t.does(register, { kind: 'vendor', name: 'Shop' })
    t.does(register, { kind: 'vendor', name: 'Far shop', unit: 'far' })
    const city = inUnit(t, 'city')
    const seen = () => t.asks(listParties, {}, city).parties.map(({ name }) => name)
    expect(seen()).toEqual(['Ann', 'Shop'])
    expect(() => t.asks(show, { party: bo }, city)).toThrow(/no party/)
    expect(t.refuses(begin, { party: bo, unit: 'north', sort: 'current' }, city).code).toBe(
      'party.unknown',
    )
    t.does(begin, { party: bo, unit: 'north', sort: 'current', until_on: '2026-04-30' })
    expect(seen()).toEqual(['Ann', 'Bo', 'Shop'])
    expect(t.asks(show, { party: bo }, city).unit).toBeNull()
    expect(t.refuses(begin, { party: bo, unit: 'south' }, city).values.unit).toBe('***')
    t.at('2027-05-01T02:00:00Z')
    expect(seen()).toEqual(['Ann', 'Bo', 'Shop'])
    t.at('2027-05-03T02:00:00Z')
    expect(seen()).toEqual(['Ann', 'Shop'])
    expect(
      t
        .asks(listParties, { unit: 'north', role: 'member' }, city)
        .parties.map(({ party }) => party),
    ).toEqual([ann])
    t.close()
  })

  it('registers people where their own part begins, and asks when there are several', () => {
    const t = planted()
    const city = inUnit(t, 'city')
    const { party } = t.does(register, { kind: 'person', name: 'New' }, city).output
    expect(t.asks(show, { party }, city).unit).toBe('city')
    const both = { grants: [...city.grants, ...inUnit(t, 'far').grants] }
    expect(t.refuses(register, { kind: 'person', name: 'N' }, both).code).toBe('party.unit_needed')
    t.does(register, { kind: 'person', name: 'N', unit: 'far' }, both)
    const shop = t.does(register, { kind: 'training_provider', name: 'School' }, both).output.party
    expect(t.asks(show, { party: shop }).roles).toEqual(['training_provider'])
    t.close()
  })
})
