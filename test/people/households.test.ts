/** Households and ties: one household on a day, one head, kin with the way to each. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/kit/day.ts'
import type { PartyId } from '../../src/kit/ids.ts'
import { register, status } from '../../src/people/commands.ts'
import { merge } from '../../src/people/duplicate-commands.ts'
import { form, join, leave, rearrange, split } from '../../src/people/household-commands.ts'
import { list, show } from '../../src/people/household-queries.ts'
import type { Relation } from '../../src/people/households.ts'
import { helpedTogether, householdOf, sameHelp } from '../../src/people/households.ts'
import { membersOf } from '../../src/people/memberships.ts'
import { add, end } from '../../src/people/tie-commands.ts'
import { kin, list as listTies } from '../../src/people/tie-queries.ts'
import { tiesBetween } from '../../src/people/ties.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { inUnit, person, plantUnits, unitId } from './scene.ts'

const today = '2026-03-31' as Day
const tomorrow = '2026-04-01' as Day

/** Zhang (1) with a wife (2), a daughter (3) and a mother (4); Li (5) lives alone. */
function family(): { t: TestBook; id: readonly string[]; home: string } {
  const t = bookForTests({ inMemory: true })
  plantUnits(t)
  const names = ['张伟', '王芳', '张丽', '李梅', 'Li Si']
  const id = names.map((name) => person(t, name, 'north'))
  const relations = ['head', 'spouse', 'child', 'parent'] as const
  const members = relations.map((relation, at) => ({ party: id[at]!, relation }))
  const home = t.does(form, { members }).output.household
  return { t, id, home }
}

/** People with what they are to the head. */
const placed = (...pairs: readonly (readonly [string, Relation])[]) =>
  pairs.map(([party, relation]) => ({ party, relation }))

const living = (t: TestBook, household: string) =>
  t.asks(show, { household }).members.map(({ party, relation }) => `${party} ${relation}`)

describe('households', () => {
  it('[A9] help to one who lives there is help to all of them, and to nobody else', () => {
    const { t, home } = family()
    const { store } = t.book
    const [one, two, five] = [1, 2, 5] as PartyId[]
    expect(home).toBe('H-000001')
    expect(sameHelp(store, one!, one!, today)).toBe('same_person')
    expect(sameHelp(store, one!, two!, today)).toBe('same_household')
    expect(sameHelp(store, one!, five!, today)).toBeNull()
    expect(sameHelp(store, one!, two!, '2026-03-30' as Day)).toBeNull()
    expect(helpedTogether(store, two!, today)).toEqual([2, 1, 3, 4])
    expect(householdOf(store, five!, today)).toBeUndefined()
    const shown = t.asks(show, { household: home })
    expect([shown.unit, shown.head!.name, shown.members.length]).toEqual(['north', '张伟', 4])
    expect(t.asks(list, { q: '王芳' }).households.map(({ household }) => household)).toEqual([home])
    expect(t.asks(list, { q: 'P-000005' }).households).toEqual([])
    t.close()
  })

  it('have one head and everybody once', () => {
    const { t, id, home } = family()
    const [zhang, wang, , , li] = id as [string, string, string, string, string]
    const heads = placed([li, 'head'], [wang, 'head'])
    expect(t.refuses(form, { members: heads }).values.heads).toBe(2)
    expect(t.refuses(form, { members: [{ party: li, relation: 'child' }] }).code).toBe(
      'household.one_head',
    )
    expect(t.refuses(form, { members: placed([li, 'head'], [li, 'head']) }).code).toBe(
      'input.invalid',
    )
    expect(t.refuses(join, { household: home, party: li, relation: 'head' }).code).toBe(
      'household.one_head',
    )
    expect(t.refuses(join, { household: home, party: zhang, relation: 'child' }).code).toBe(
      'household.lives_there',
    )
    expect(t.refuses(join, { household: 'H-1', party: li, relation: 'child' }).code).toBe(
      'household.unknown',
    )
    const { party: shop } = t.does(register, { kind: 'vendor', name: 'Shop' }).output
    expect(t.refuses(join, { household: home, party: shop, relation: 'child' }).code).toBe(
      'party.not_a_person',
    )
    t.close()
  })

  it('are joined out of the one before, left, and split', () => {
    const { t, id, home } = family()
    const [zhang, wang, lili, mei, li] = id as [string, string, string, string, string]
    const alone = t.does(form, { members: [{ party: li, relation: 'head' }] }).output.household
    t.does(join, { household: alone, party: wang, relation: 'spouse', from_on: tomorrow })
    t.at('2026-04-01T02:00:00Z')
    expect(living(t, alone)).toEqual([`${li} head`, `${wang} spouse`])
    expect(
      t.asks(show, { household: home }).others.map(({ party, cause }) => [party, cause]),
    ).toEqual([[wang, 'moved']])
    const early = { members: placed([wang, 'head']), from_on: today }
    expect(t.refuses(form, early).code).toBe('household.not_in_order')
    expect(t.refuses(leave, { household: home, party: zhang }).code).toBe('household.head_stays')
    expect(t.refuses(leave, { household: home, party: li }).code).toBe('household.not_living_there')
    t.does(leave, { household: home, party: mei })
    expect(t.refuses(leave, { household: home, party: mei }).code).toBe(
      'household.not_living_there',
    )
    const members = placed([lili, 'head'])
    expect(t.refuses(split, { household: alone, members }).code).toBe('household.not_living_there')
    const own = t.does(split, { household: home, members }).output.household
    expect(living(t, own)).toEqual([`${lili} head`])
    expect(living(t, home)).toEqual([`${zhang} head`, `${mei} parent`])
    t.close()
  })

  it('lose a head by death, and get another when everybody is named anew', () => {
    const { t, id, home } = family()
    const [zhang, wang, lili, mei] = id as [string, string, string, string, string]
    t.does(status, { party: zhang, status: 'died' })
    t.at('2026-04-01T02:00:00Z')
    expect(t.asks(show, { household: home }).head).toBeNull()
    const some = placed([wang, 'head'], [lili, 'child'])
    const refused = t.refuses(rearrange, { household: home, members: some })
    expect([refused.code, refused.values.missing]).toEqual(['household.everybody', [mei]])
    const dead = [...some, ...placed([zhang, 'not_related'])]
    expect(t.refuses(rearrange, { household: home, members: dead }).code).toBe(
      'household.not_living_there',
    )
    t.does(rearrange, { household: home, members: [...some, ...placed([mei, 'not_related'])] })
    expect(living(t, home)).toEqual([`${wang} head`, `${lili} child`, `${mei} not_related`])
    expect(t.refuses(join, { household: home, party: zhang, relation: 'other_kin' }).code).toBe(
      'party.has_died',
    )
    t.close()
  })

  it('[A9] of somebody under two references are those of one person', () => {
    const { t, id } = family()
    const [zhang, wang, lili, , li] = id as [string, string, string, string, string]
    const twin = person(t, '张 伟', 'south')
    t.does(add, { party: twin, other: li, role: 'sibling' })
    t.does(add, { party: twin, other: li, role: 'guarantor' })
    t.does(merge, { kept: zhang, merged: twin, reason: 'The same birthday' })
    const { store } = t.book
    const [one, two, five, six] = [1, 2, 5, 6] as [PartyId, PartyId, PartyId, PartyId]
    expect(sameHelp(store, one, six, today)).toBe('same_person')
    expect(sameHelp(store, six, two, today)).toBe('same_household')
    expect(helpedTogether(store, six, today)).toEqual([6, 1, 2, 3, 4])
    expect(
      tiesBetween(store, one, five, today).map(({ a_id, b_id, kind }) => [a_id, b_id, kind]),
    ).toEqual([
      [5, 1, 'sibling'],
      [5, 1, 'guarantor'],
    ])
    const near = t.asks(kin, { party: li }).kin.map(({ party, path }) => [party, path.length])
    expect(near).toEqual([
      [zhang, 1],
      [wang, 2],
      [lili, 2],
      ['P-000004', 2],
    ])
    expect(membersOf(store, unitId(t, 'south'), today)).toEqual([{ party: 1, sorts: ['home'] }])
    t.close()
  })

  it('[rule 8] the database itself refuses two households on a day, and two heads', () => {
    const { t } = family()
    const seq = t.book.store.first('select max(seq) + 1 as seq from event', [])!.seq!
    const row = (party: number, relation: string) =>
      t.book.store.run(`insert into household_member values (90, 1, ?, ?, '2026-05-01', ?)`, [
        party,
        relation,
        seq,
      ])
    expect(() => row(1, 'child')).toThrow(/one household on a day/)
    expect(() => row(5, 'head')).toThrow(/one head/)
    row(5, 'not_related')
    t.close()
  })

  it('beyond a caller’s reach do not exist, nor those who live in them', () => {
    const { t, home } = family()
    const far = inUnit(t, 'far')
    expect(() => t.asks(show, { household: home }, far)).toThrow(/no household/)
    expect(t.asks(list, {}, far).households).toEqual([])
    const guest = person(t, 'Guest', 'far')
    t.does(join, { household: home, party: guest, relation: 'not_related' })
    const shown = t.asks(show, { household: home }, far)
    expect([shown.unit, shown.head, shown.members.map(({ party }) => party)]).toEqual([
      null,
      null,
      [guest],
    ])
    expect(t.asks(list, {}, far).households.map(({ members }) => members)).toEqual([1])
    t.close()
  })
})

describe('ties', () => {
  it('[F3] say who is near kin, and through whom', () => {
    const { t, id } = family()
    const [zhang, wang, lili, mei, li] = id as [string, string, string, string, string]
    t.does(add, { party: li, other: wang, role: 'sibling' })
    t.does(add, { party: lili, other: person(t, 'Husband', 'north'), role: 'spouse' })
    const found = t.asks(kin, { party: zhang, degrees: 3 }).kin
    const told = found.map(
      ({ party, near, path }) => `${party} ${near} ${path.map(({ role }) => role).join('>')}`,
    )
    expect(told).toEqual([
      `${wang} true spouse`,
      `${lili} true child`,
      `${mei} true parent`,
      `${li} false spouse>sibling`,
      'P-000006 true child>spouse',
    ])
    const husband = t.asks(kin, { party: 'P-000006' }).kin
    expect(husband.filter(({ near }) => near).map(({ party }) => party)).toEqual([lili, zhang])
    t.close()
  })

  it('hold once, run one way, end once', () => {
    const { t, id } = family()
    const [zhang, , lili, , li] = id as [string, string, string, string, string]
    const { tie } = t.does(add, {
      party: lili,
      other: li,
      role: 'guardian',
      from_on: '2026-01-01',
    }).output
    expect(t.refuses(add, { party: li, other: lili, role: 'ward' }).code).toBe('tie.exists')
    expect(t.refuses(add, { party: li, other: lili, role: 'guardian' }).code).toBe('tie.contrary')
    expect(t.refuses(add, { party: li, other: li, role: 'guarantor' }).code).toBe(
      'tie.with_oneself',
    )
    t.does(add, { party: zhang, other: li, role: 'guarantor' })
    t.does(add, { party: li, other: zhang, role: 'guarantor' })
    const { store } = t.book
    const between = (day: string) =>
      tiesBetween(store, 5 as PartyId, 3 as PartyId, day as Day).map(({ kind }) => kind)
    expect([between('2025-12-31'), between(today)]).toEqual([[], ['guardian']])
    expect(t.refuses(end, { tie, to_on: '2025-12-31' }).code).toBe('tie.ends_too_soon')
    t.does(end, { tie, to_on: '2026-02-28', reason: 'Came of age' })
    expect(t.refuses(end, { tie }).code).toBe('tie.ended')
    expect(t.refuses(end, { tie: 99 }).code).toBe('tie.unknown')
    expect([between('2026-02-28'), between('2026-03-01')]).toEqual([['guardian'], []])
    t.does(add, { party: lili, other: li, role: 'guardian', from_on: '2026-03-01' })
    t.does(end, { tie: 2, cause: 'mistake' })
    const ties = t.asks(listTies, { party: li }).ties
    expect(ties.map(({ role, other, ended }) => `${role} ${other.party} ${ended}`)).toEqual([
      `ward ${lili} true`,
      `guaranteed ${zhang} true`,
      `guarantor ${zhang} false`,
      `ward ${lili} false`,
    ])
    t.close()
  })

  it('of kin are between persons; ties to who is beyond reach do not exist', () => {
    const { t, id } = family()
    const zhang = id[0]!
    const { party: firm } = t.does(register, { kind: 'organisation', name: 'Firm' }).output
    expect(t.refuses(add, { party: zhang, other: firm, role: 'parent' }).code).toBe(
      'party.not_a_person',
    )
    t.does(add, { party: zhang, other: firm, role: 'employer' })
    const brother = person(t, 'Brother', 'far')
    const { tie } = t.does(add, { party: zhang, other: brother, role: 'sibling' }).output
    const north = inUnit(t, 'north')
    expect(t.asks(listTies, { party: zhang }, north).ties.map(({ role }) => role)).toEqual([
      'employer',
    ])
    expect(t.asks(kin, { party: zhang }, north).kin.map(({ name }) => name)).not.toContain(
      'Brother',
    )
    expect(t.refuses(end, { tie }, north).code).toBe('tie.unknown')
    t.close()
  })
})
