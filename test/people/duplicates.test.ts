import { afterAll, describe, expect, it } from 'vitest'
import type { Day } from '../../src/kit/day.ts'
import type { UnitId } from '../../src/kit/ids.ts'
import { register } from '../../src/people/commands.ts'
import {
  merge,
  possibleDuplicates,
  tellPartiesApart,
  unmerge,
} from '../../src/people/duplicate-commands.ts'
import { giveNumber } from '../../src/people/numbers.ts'
import { partyByRef } from '../../src/people/parties.ts'
import { list } from '../../src/people/queries.ts'
import { add as addUnit } from '../../src/people/unit-commands.ts'
import { sealField } from '../../src/vault/fields.ts'
import { vaultBook } from '../vault/vault-for-tests.ts'

const t = vaultBook()
afterAll(() => t.close())

function person(name: string, kind: 'person' | 'vendor' = 'person'): string {
  return t.does(register, { kind, name }).output.party
}

function born(ref: string, on: string): void {
  t.act((act) => sealField(act, partyByRef(act, ref).id, 'birth_date', { on: on as Day }))
}

function reasonsOf(party: string) {
  const { pairs } = t.asks(possibleDuplicates, { party })
  return pairs.map(({ other, reasons, grade }) => [other.party, reasons.join(' '), grade])
}

describe('possible duplicates', () => {
  const number = { type: 'other', number: 'X-77' } as const
  const account = { number: '6222021234567890', bank: null }
  const phone = { number: '+8613812345678', extension: null }
  const all: [string, string][] = []

  it('are offered by number, account and telephone, the surest first', () => {
    const [one, two, three, four] = ['黎黎', '黎理', '黎立', '黎力'].map((name) => person(name))
    t.act((act) => {
      const id = (ref: string) => partyByRef(act, ref).id
      for (const ref of [one!, two!]) sealField(act, id(ref), 'identity_number', number)
      for (const ref of [one!, three!]) sealField(act, id(ref), 'bank_account', account)
      for (const ref of [one!, four!, three!]) sealField(act, id(ref), 'phone', phone)
    })
    expect(reasonsOf(one!)).toEqual([
      [two, 'identity_number', 'certain'],
      [three, 'bank_account phone', 'likely'],
      [four, 'phone', 'possible'],
    ])
    all.push([one!, two!])
  })

  it('are offered by a name in any form with the birth date, and not where that is another', () => {
    const [simple, traditional, other] = ['关爱华', '關愛華', '关爱华'].map((name) => person(name))
    born(simple!, '1980-02-03')
    born(traditional!, '1980-02-03')
    born(other!, '1991-02-03')
    expect(reasonsOf(simple!)).toEqual([[traditional, 'name_birth_date', 'likely']])
    expect(reasonsOf(other!)).toEqual([])
  })

  it('are offered by a number elsewhere, however it is written', () => {
    const [one, two] = [person('Maria Lopez'), person('M. Lopez')]
    t.act((act) => giveNumber(act, partyByRef(act, one), 'E-100/23'))
    t.act((act) => giveNumber(act, partyByRef(act, two), 'e100 23'))
    expect(reasonsOf(one)).toEqual([[two, 'number_elsewhere', 'certain']])
    expect(t.asks(list, { q: 'lopez' }).parties.map(({ party }) => party)).toEqual([one, two])
  })

  it('of bodies with one name are offered, of persons elsewhere with a common one not', () => {
    const [one, two] = [person('阳光药店', 'vendor'), person('陽光藥店', 'vendor')]
    expect(reasonsOf(one)).toEqual([[two, 'name', 'possible']])
    const [wang] = [person('王伟'), person('王伟')]
    expect(reasonsOf(wang!)).toEqual([])
  })

  it('stand in one list, each pair once', () => {
    const { pairs } = t.asks(possibleDuplicates, {})
    const keys = pairs.map(({ party, other }) => [party.party, other.party].sort().join())
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain([...all[0]!].sort().join())
    expect(pairs[0]!.grade).toBe('certain')
  })

  it('are not offered again once somebody told them apart', () => {
    const [[one, two]] = all as [[string, string]]
    t.does(tellPartiesApart, { party: two, other: one, reason: '双胞胎，证件登记有误' })
    expect(reasonsOf(one).map(([other]) => other)).not.toContain(two)
    expect(t.refuses(tellPartiesApart, { party: one, other: two }).code).toBe('merge.told_apart')
    expect(t.refuses(tellPartiesApart, { party: one, other: one }).code).toBe('merge.with_itself')
  })
})

describe('merging', () => {
  const [kept, merged, third, shop] = [
    person('单雄信'),
    person('單雄信'),
    person('单通'),
    person('单记', 'vendor'),
  ]
  const reason = 'The same identity card.'

  it('refuses what cannot be', () => {
    expect(t.refuses(merge, { kept, merged: kept, reason }).code).toBe('merge.with_itself')
    expect(t.refuses(merge, { kept, merged: shop, reason }).code).toBe('merge.of_kinds')
    expect(t.refuses(unmerge, { merged, reason }).code).toBe('merge.unknown')
  })

  it('happens once, without chains, and both names lead to the kept one', () => {
    t.does(merge, { kept, merged, reason })
    expect(t.refuses(merge, { kept: third, merged, reason }).code).toBe('merge.already')
    expect(t.refuses(merge, { kept: merged, merged: third, reason }).code).toBe('merge.already')
    expect(t.refuses(merge, { kept: third, merged: kept, reason }).code).toBe('merge.holds_others')
    expect(t.asks(list, { q: '單雄信' }).parties.map(({ party }) => party)).toEqual([kept])
  })

  it('is refused twice by the database too', () => {
    const rows = 'insert into party_merge values (99, 3, 1, 1, (select max(seq) + 1 from event))'
    const merges = t.book.store.all('select * from party_merge', [])
    const { kept_id, merged_id } = merges[0]!
    const again = rows.replace('3, 1, 1', `3, ${merged_id}, 1`)
    const chain = rows.replace('3, 1, 1', `${merged_id}, 3, 1`)
    const holder = rows.replace('3, 1, 1', `3, ${kept_id}, 1`)
    for (const sql of [again, chain, holder]) {
      expect(() => t.book.store.run(sql, [])).toThrow(/merged once/)
    }
  })

  it('is taken back by a person, and can be done again', () => {
    t.does(unmerge, { merged, reason: 'They are father and son.' })
    const found = t.asks(list, { q: '单雄信' }).parties.map(({ party }) => party)
    expect(found).toEqual([kept, merged])
    t.does(merge, { kept: merged, merged: kept, reason })
    expect(t.asks(list, { q: 'sxx' }).parties.map(({ party }) => party)).toEqual([merged])
  })
})

describe('bodies of the whole organisation', () => {
  it('[R1] access.beyond_scope: no branch says for the others who they are', () => {
    t.does(addUnit, { unit: 'north', name: 'North', kind: 'branch' })
    const { id } = t.book.store.first("select id from unit where code = 'north'", [])!
    const by = { grants: [{ role: 'fund_administrator' as const, unit: id as UnitId }] }
    const [one, other] = [person('Clinic', 'vendor'), person('The clinic', 'vendor')]
    const reason = 'The same'
    const given = { kept: one, merged: other, reason }
    expect(t.refuses(merge, given, by).code).toBe('access.beyond_scope')
    expect(t.refuses(tellPartiesApart, { party: one, other }, by).code).toBe('access.beyond_scope')
    t.does(merge, given)
    expect(t.refuses(unmerge, { merged: other, reason }, by).code).toBe('access.beyond_scope')
    const own = ['Shop', 'The shop'].map(
      (name) => t.does(register, { kind: 'vendor', name, unit: 'north' }, by).output.party,
    )
    t.does(merge, { kept: own[0]!, merged: own[1]!, reason }, by)
  })
})
