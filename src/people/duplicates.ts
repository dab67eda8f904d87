/**
 * Who may be the same person or body, and why: the same number of a document, the same account, telephone or
 * number elsewhere, the same name with the same birth date, the same name in one unit or household. Nothing
 * is merged by it: a person looks at the reasons and decides.
 */
import type { Act, View } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { openField } from '../vault/fields.ts'
import { areToldApart, standsAlone } from './merges.ts'
import { numberElsewhere, partiesWithNumber } from './numbers.ts'
import { type Party, partyById, partyName } from './parties.ts'
import { nameKey } from './words.ts'

/** How sure the reasons make it, the surest first. */
export const grades = ['certain', 'likely', 'possible'] as const
export type Grade = (typeof grades)[number]

export const duplicateReasons = [
  'identity_number',
  'credit_code',
  'number_elsewhere',
  'name_birth_date',
  'bank_account',
  'phone',
  'name_household',
  'name_unit',
  'name',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** Two parties and what speaks for their being one. */
export interface Likeness {
  readonly other: PartyId
  readonly reasons: readonly DuplicateReason[]
  readonly grade: Grade
}

const gradeOf: Readonly<Record<DuplicateReason, Grade>> = {
  identity_number: 'certain',
  credit_code: 'certain',
  number_elsewhere: 'certain',
  name_birth_date: 'likely',
  bank_account: 'likely',
  // A household has one telephone, and a card may be a relative's.
  phone: 'possible',
  name_household: 'possible',
  name_unit: 'possible',
  name: 'possible',
}

/** The grade of several reasons together: two of the second kind make no certainty, a name makes more of a number. */
export function gradeOfAll(reasons: readonly DuplicateReason[]): Grade {
  const best = grades.find((grade) => reasons.some((reason) => gradeOf[reason] === grade))!
  const named = reasons.some((reason) => reason.startsWith('name'))
  return best === 'possible' && named && reasons.includes('phone') ? 'likely' : best
}

/** Of one name more than these are told apart by other signs alone. */
const mostOfOneName = 50

/** The standing parties that have a sealed value in common with this one, which no key is needed to see. */
const sharing = `select distinct o.field as "field", o.party_id as "other"
  from blind_index as b join blind_index as o on o.field = b.field and o.mac = b.mac
  where b.party_id = +? and o.party_id <> b.party_id and ${standsAlone('o.party_id')}`

function sharedValues(reader: Reader, party: PartyId): [PartyId, DuplicateReason][] {
  return reader.all(sharing, [party]).map(({ field, other }) => {
    // The index of a document's numbers is one for each type.
    const reason = String(field).split('/')[0] as DuplicateReason
    return [other as PartyId, reason]
  })
}

/** The other standing parties of this kind with this name, in any form of its characters. */
export function namesakes(
  reader: Reader,
  { kind, name, besides }: { kind: Party['kind']; name: string; besides: PartyId | null },
): PartyId[] {
  const key = nameKey(name)
  if (key === null) return []
  const found = reader.all(namedAlike, [key, kind, mostOfOneName])
  return found.map(({ id }) => id as PartyId).filter((id) => id !== besides)
}

const namedAlike = `select k.party_id as "id" from party_key as k
  cross join party as p on p.id = k.party_id
  where k.key = +? and p.kind = +? and ${standsAlone('k.party_id')}
  order by k.party_id limit +?`

const sameHousehold = `select 1 as "found" from household_member as a
  join household_member as b on b.household_id = a.household_id
  where a.party_id = +? and b.party_id = +?
    and not exists (select 1 from household_member_end as e where e.member_id in (a.id, b.id))`
const sameUnit = `with places (party_id, unit_id) as (
    select id, unit_id from party where unit_id is not null and id in (+?, +?)
    union select m.party_id, m.unit_id from membership as m where m.party_id in (+?, +?)
      and not exists (select 1 from membership_end as e where e.membership_id = m.id))
  select 1 as "found" from places group by unit_id having count(distinct party_id) > 1 limit 1`

/** What a name in common comes to; null when other birth dates say that they are two. */
function nameReason(asker: View | Act, one: Party, other: PartyId): DuplicateReason | null {
  const born = asker.masterKeys && openField(asker, one.id, 'birth_date')?.on
  const otherBorn = born && openField(asker, other, 'birth_date')?.on
  if (born && otherBorn) return born === otherBorn ? 'name_birth_date' : null
  const pair = [one.id, other]
  if (asker.first(sameHousehold, pair)) return 'name_household'
  if (one.kind !== 'person') return 'name'
  return asker.first(sameUnit, [...pair, ...pair]) ? 'name_unit' : null
}

/**
 * Who a party may be the same as, the surest first. Left out are those told apart from it and those merged; a
 * merged one is asked as the one that is kept. Refuses what `openField` refuses.
 */
export function likenessesOf(asker: View | Act, party: Party): Likeness[] {
  const reasons = new Map<PartyId, Set<DuplicateReason>>()
  const add = (other: PartyId, reason: DuplicateReason | null) => {
    if (reason === null || other === party.id) return
    reasons.set(other, (reasons.get(other) ?? new Set()).add(reason))
  }
  for (const [other, reason] of sharedValues(asker, party.id)) add(other, reason)
  const number = numberElsewhere(asker, party.id)
  for (const other of number === null ? [] : partiesWithNumber(asker, number)) {
    add(other, 'number_elsewhere')
  }
  const { full } = partyName(asker, party)
  const named = full ? namesakes(asker, { ...party, name: full.name, besides: party.id }) : []
  for (const other of named) add(other, nameReason(asker, party, other))
  return [...reasons]
    .filter(([other]) => !areToldApart(asker, party.id, other))
    .map(([other, found]) => {
      const ordered = duplicateReasons.filter((reason) => found.has(reason))
      return { other, reasons: ordered, grade: gradeOfAll(ordered) }
    })
    .toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || a.other - b.other)
}

/** Values and names looked at for the list of all: what is rarer than these is found on a party's own page. */
const mostLookedAt = 500

const valuesShared = `select b.party_id as "id" from blind_index as b
  where exists (select 1 from blind_index as o
    where o.field = b.field and o.mac = b.mac and o.party_id < b.party_id)
  order by b.party_id limit +?`
const namesShared = `select id as "id" from (
    select k.party_id as id, row_number() over (
      partition by k.key, p.kind, p.unit_id order by k.party_id) as place
    from party_key as k join party as p on p.id = k.party_id)
  where place > 1 order by id limit +?`

/** The parties that have something in common with an earlier one, as far as they are looked at. */
export function partiesAlike(reader: Reader): { parties: Party[]; more: boolean } {
  const ids = new Set<PartyId>()
  let more = false
  for (const sql of [valuesShared, namesShared]) {
    const found = reader.all(sql, [mostLookedAt + 1])
    more ||= found.length > mostLookedAt
    for (const { id } of found.slice(0, mostLookedAt)) ids.add(id as PartyId)
  }
  return { parties: [...ids].map((id) => partyById(reader, id)), more }
}
