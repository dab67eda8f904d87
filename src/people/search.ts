/** Finding parties by what their names hold, as far as the caller may read them. */
import type { Condition } from '../book/paging.ts'
import type { Caller } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { partiesWithWords } from './index-words.ts'
import { keptAmong } from './merges.ts'
import { type PartyKind, partyById, partyKinds } from './parties.ts'
import { type Asker, partiesInScope, partyInScope } from './party-scope.ts'
import { phoneRegion } from './phone-region.ts'
import { partiesWithTyped } from './typed-numbers.ts'
import { ofKinds, queryOf } from './words.ts'

/** More parties than a person looks through. */
const mostFound = 500

export interface NameSearch {
  readonly kind?: PartyKind | undefined
  readonly limit?: number
}

/**
 * The parties whose names hold a text, in the order of their references, the kept one for one merged: characters in any of their forms,
 * words from their beginning, pinyin whole or by initials (`zxm`, `zhangxm`); or whose sealed number it is, whole. Who may not read names finds
 * no persons: a mask that could be searched would be none. Among a hundred thousand it takes 0.1 to 10 ms,
 * also for who reaches one unit of fifty; reading the names themselves took 15 and found one form alone.
 */
export function partiesNamed(
  asker: Asker,
  caller: Caller,
  text: string,
  { kind, limit = mostFound }: NameSearch = {},
): PartyId[] {
  const numbered = partiesWithTyped(asker, caller, text, phoneRegion(asker)).filter(
    (id) => kind === undefined || partyById(asker, id).kind === kind,
  )
  const found = numbered.length > 0 ? numbered : wordsFound(asker, caller, text, { kind, limit })
  // Whoever is kept but not reached stays hidden: then the reference that is reached stands for both.
  const kept = keptAmong(asker, found)
  const reached = (id: PartyId) => found.includes(id) || partyInScope(asker, partyById(asker, id))
  return kept.every(reached) ? kept : found
}

function wordsFound(
  asker: Asker,
  caller: Caller,
  text: string,
  { kind, limit = mostFound }: NameSearch,
): PartyId[] {
  const query = queryOf(text)
  const kinds = kindsFor(caller, kind)
  if (query === null || kinds.length === 0) return []
  const everyone = kinds.length === partyKinds.length
  const asked = everyone ? query : ofKinds(query, kinds)
  return [...partiesWithWords(asker, asked, limit, within(asker))]
}

/** The parties with exactly this name, to the character, in the order of their references. */
export function partiesCalled(asker: Asker, caller: Caller, name: string): PartyId[] {
  const query = queryOf(name)
  const kinds = kindsFor(caller, undefined)
  if (kinds.length === 0) return []
  const exactly = {
    sql: `exists (select 1 from party as p join detail_body as b on b.detail_id = p.name_detail_id
      where p.id = w.rowid and b.body = +?)`,
    values: [name],
  }
  const conditions = [exactly, ...within(asker)]
  if (query !== null) {
    return [...partiesWithWords(asker, ofKinds(query, kinds), mostFound, conditions)]
  }
  // A name of signs alone has no words: then each party of the kinds is looked at.
  const sql = conditions.map((condition) => ` and (${condition.sql})`).join('')
  const all = asker.all(
    `select w.id as "id" from party as w
     where w.kind in (select value from json_each(+?))${sql} order by w.id limit +?`,
    [JSON.stringify(kinds), ...conditions.flatMap(({ values }) => values), mostFound],
  )
  return all.map(({ id }) => id as PartyId)
}

function kindsFor({ readsNames }: Caller, kind: PartyKind | undefined): PartyKind[] {
  return partyKinds
    .filter((one) => kind === undefined || one === kind)
    .filter((one) => readsNames || one !== 'person')
}

/** The plus keeps the index of words outside: within, it would be asked once for each party in the scope. */
function within(asker: Asker): Condition[] {
  const condition = partiesInScope(asker, '+w.rowid')
  return condition === null ? [] : [condition]
}
