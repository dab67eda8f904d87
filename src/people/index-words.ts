/**
 * The index of words that parties are found by. It is derived from names, so an erasure must take a party's
 * words with it, and it can be made anew at any time.
 */
import { sql } from 'kysely'
import type { Act } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader, Store, Writer } from '../store/store.ts'
import type { PartyKind } from './parties.ts'
import { wordsOf } from './words.ts'

/** What an index is written with: an act's writer, or the store when all of it is made anew. */
type Hand = Reader & Pick<Writer, 'run'>

/** The number that the party `p` has elsewhere, or null. */
const numberInForce = sql<string | null>`(select d.body from party_number as n
  join detail_body as d on d.detail_id = n.number_detail_id
  where n.id = (select max(l.id) from party_number as l where l.party_id = p.id))`

const named = prepare((p: { after: PartyId; limit: number }) =>
  build
    .selectFrom('party as p')
    .innerJoin('detail_body as b', 'b.detail_id', 'p.name_detail_id')
    .select(['p.id', 'p.kind', 'b.body', numberInForce.as('number')])
    .where('p.id', '>', p.after)
    .orderBy('p.id')
    .limit(p.limit),
)

/** Parties read at once: their names are in memory together. */
const readTogether = 1_000

/** Keeps the words of a party's names and numbers, in place of those that it had. */
export function keepPartyWords(
  act: Pick<Act, 'run'>,
  { id, kind }: { readonly id: PartyId; readonly kind: PartyKind },
  names: readonly string[],
  numbers: readonly string[] = [],
): void {
  act.run('insert or replace into party_words (rowid, words) values (+?, ?)', [
    id,
    wordsOf(kind, names, numbers),
  ])
}

/**
 * Removes all that a party was found by: no trace of its names stays in the index. The bytes that this frees
 * are the store's to wipe (`PRAGMA secure_delete`).
 */
export function forgetPartyWords(act: Pick<Act, 'run'>, party: PartyId): void {
  act.run('delete from party_words where rowid = +?', [party])
}

/** Makes the index anew from the names that stand in the book; who was erased has no name and no words. */
export function indexAllParties(hand: Hand): number {
  hand.run('delete from party_words', [])
  return indexFrom(hand, 0 as PartyId)
}

/** Indexes parties registered before there was an index; answers how many those were. */
export function catchUpWords(store: Store): number {
  const lacking = store.first(
    `select 1 as "lacking" where exists (select 1 from party)
     and not exists (select 1 from party_words)`,
    [],
  )
  return lacking ? store.transaction(() => indexFrom(store, 0 as PartyId) as never) : 0
}

function indexFrom(hand: Hand, from: PartyId): number {
  let indexed = 0
  for (let after = from; ; ) {
    const parties = rows(hand, named, { after, limit: readTogether })
    for (const { id, kind, body, number } of parties) {
      keepPartyWords(hand, { id, kind }, [body], number === null ? [] : [number])
    }
    indexed += parties.length
    if (parties.length < readTogether) return indexed
    after = parties.at(-1)!.id
  }
}
