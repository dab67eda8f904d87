/** Finding parties by what their names hold, as far as the caller may read them. */
import type { Condition } from '../book/paging.ts'
import type { Caller } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { keptAmong } from './merges.ts'
import { type PartyKind, partyById, partyKinds } from './parties.ts'
import { type Asker, partiesInScope, partyInScope } from './party-scope.ts'
import { kindsMatch, queryOf } from './words.ts'

/** More parties than a person looks through. */
const mostFound = 500

export interface NameSearch {
  readonly kind?: PartyKind | undefined
  readonly limit?: number
}

/**
 * The parties whose names hold a text, in the order of their references, the kept one for one merged: characters in any of their forms,
 * words from their beginning, pinyin whole or by initials (`zxm`, `zhangxm`). Who may not read names finds
 * no persons: a mask that could be searched would be none. Among a hundred thousand it takes 0.1 to 10 ms,
 * also for who reaches one unit of fifty; reading the names themselves took 15 and found one form alone.
 */
export function partiesNamed(
  asker: Asker,
  caller: Caller,
  text: string,
  { kind, limit = mostFound }: NameSearch = {},
): PartyId[] {
  const query = queryOf(text)
  const kinds = kindsFor(caller, kind)
  if (query === null || kinds.length === 0) return []
  const everyone = kinds.length === partyKinds.length
  const match = everyone ? query.match : `(${query.match}) AND ${kindsMatch(kinds)}`
  const found: PartyId[] = []
  for (const { id, words } of wordsMatching(asker, match, [])) {
    if (query.holds !== null && !query.holds(words as string)) continue
    found.push(id as PartyId)
    if (found.length === limit) break
  }
  // Whoever is kept but not reached stays hidden: then the reference that is reached stands for both.
  const kept = keptAmong(asker, found)
  const reached = (id: PartyId) => found.includes(id) || partyInScope(asker, partyById(asker, id))
  return kept.every(reached) ? kept : found
}

/** The parties with exactly this name, to the character, in the order of their references. */
export function partiesCalled(asker: Asker, caller: Caller, name: string): PartyId[] {
  const query = queryOf(name)
  const kinds = kindsFor(caller, undefined)
  const exactly = (party: string) => ({
    sql: `exists (select 1 from party as p join detail_body as b on b.detail_id = p.name_detail_id
      where p.id = ${party} and b.body = +?)`,
    values: [name],
  })
  // A name of signs alone has no words: then each party of the kinds is looked at.
  const found =
    query === null
      ? partiesOf(asker, kinds, exactly('t.id'))
      : wordsMatching(asker, `(${query.match}) AND ${kindsMatch(kinds)}`, [exactly('w.rowid')])
  return Array.from(found, ({ id }) => id as PartyId).slice(0, mostFound)
}

function kindsFor({ readsNames }: Caller, kind: PartyKind | undefined): PartyKind[] {
  return partyKinds
    .filter((one) => kind === undefined || one === kind)
    .filter((one) => readsNames || one !== 'person')
}

function scoped(asker: Asker, party: string, also: readonly Condition[]): Condition {
  const within = partiesInScope(asker, party)
  const conditions = within === null ? also : [...also, within]
  return {
    sql: conditions.map(({ sql }) => ` and (${sql})`).join(''),
    values: conditions.flatMap(({ values }) => values),
  }
}

/** Those that the index finds within the scope, in the order of their references, one by one. */
function wordsMatching(asker: Asker, match: string, also: readonly Condition[]) {
  const { sql, values } = scoped(asker, 'w.rowid', also)
  return asker.each(
    `select w.rowid as "id", w.words as "words" from party_words as w
     where w.words match +?${sql} order by w.rowid`,
    [match, ...values],
  )
}

function partiesOf(asker: Asker, kinds: readonly PartyKind[], also: Condition) {
  const { sql, values } = scoped(asker, 't.id', [also])
  return asker.each(
    `select t.id as "id" from party as t
     where t.kind in (select value from json_each(+?))${sql} order by t.id`,
    [JSON.stringify(kinds), ...values],
  )
}
