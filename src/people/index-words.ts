/**
 * The index of words that parties are found by. It is derived from names, so an erasure must take a party's
 * words with it, and it can be made anew at any time.
 */
import { sql } from 'kysely'
import type { Condition } from '../book/paging.ts'
import type { Act } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { PartyKind } from './parties.ts'
import { nameKey, numberKey, wordsOf } from './words.ts'

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

/** Words wait in an ordinary table until there are so many: searches look them over one by one. */
const takenTogether = 64

/** Keeps the words of a party that has just been registered. */
export function keepNewPartyWords(
  act: Pick<Act, 'run'>,
  { id, kind }: { readonly id: PartyId; readonly kind: PartyKind },
  names: readonly string[],
  numbers: readonly string[],
): void {
  const words = wordsOf(kind, names, numbers)
  act.run('insert into party_words_new (id, words) values (+?, ?)', [id, words])
  keepKeys(act, id, names, numbers)
  if (id % takenTogether === 0) takeIn(act)
}

function keepKeys(
  act: Pick<Act, 'run'>,
  party: PartyId,
  names: readonly string[],
  numbers: readonly string[],
): void {
  for (const key of new Set([...names.map(nameKey), ...numbers.map(numberKey)])) {
    if (key !== null) act.run('insert into party_key (key, party_id) values (?, +?)', [key, party])
  }
}

/** The parties that have a name or a number in common, by what it is compared by. */
export function partiesWithKey(reader: Reader, key: string): PartyId[] {
  return reader
    .all('select party_id as "id" from party_key where key = +? order by party_id', [key])
    .map(({ id }) => id as PartyId)
}

/** Takes all that waits into the index. */
function takeIn(act: Pick<Act, 'run'>): void {
  act.run('insert into party_words (rowid, words) select id, words from party_words_new', [])
  act.run('delete from party_words_new', [])
}

/** Keeps the words of a party's names and numbers, in place of those that it had. */
export function keepPartyWords(
  act: Reader & Pick<Act, 'run'>,
  { id, kind }: { readonly id: PartyId; readonly kind: PartyKind },
  names: readonly string[],
  numbers: readonly string[],
): void {
  const words = wordsOf(kind, names, numbers)
  act.run('delete from party_key where party_id = +?', [id])
  keepKeys(act, id, names, numbers)
  const waits = act.first('select 1 as "found" from party_words_new where id = +?', [id])
  if (waits) act.run('update party_words_new set words = ? where id = +?', [words, id])
  else {
    act.run('insert or replace into party_words (rowid, words) values (+?, ?)', [id, words])
  }
}

/**
 * Removes all that a party was found by: no trace of its names stays in the index. The bytes that this frees
 * are the store's to wipe (`PRAGMA secure_delete`).
 */
export function forgetPartyWords(act: Pick<Act, 'run'>, party: PartyId): void {
  act.run('delete from party_words where rowid = +?', [party])
  act.run('delete from party_words_new where id = +?', [party])
  act.run('delete from party_key where party_id = +?', [party])
}

/** What is asked of the words of parties: an expression of FTS5, and the same of words at hand. */
export interface WordsAsked {
  readonly match: string
  /** Whether the index alone can say it. */
  readonly exact: boolean
  holds(words: string): boolean
}

/** The parties whose words are asked for, in the order of their references, up to a number. */
export function* partiesWithWords(
  reader: Reader,
  asked: WordsAsked,
  most: number,
  also: readonly Condition[] = [],
): Generator<PartyId> {
  const sql = also.map((condition) => ` and (${condition.sql})`).join('')
  const values = also.flatMap((condition) => condition.values)
  const matching = `from party_words as w where w.words match +?${sql} order by w.rowid`
  const given = [asked.match, ...values]
  const indexed = asked.exact
    ? reader.all(`select w.rowid as "id" ${matching} limit +?`, [...given, most])
    : reader.each(`select w.rowid as "id", w.words as "words" ${matching}`, given)
  const waiting = reader
    .all(
      `select w.id as "id", w.words as "words" from party_words_new as w where 1${sql}
      order by w.id`,
      values,
    )
    .filter(({ words }) => asked.holds(words as string))
    .map(({ id }) => id as PartyId)
  let left = most
  for (const { id, words } of indexed) {
    while (left > 0 && waiting.length > 0 && waiting[0]! < (id as number)) {
      left -= 1
      yield waiting.shift()!
    }
    if (left === 0) return
    if (!asked.exact && !asked.holds(words as string)) continue
    left -= 1
    yield id as PartyId
  }
  yield* waiting.slice(0, left)
}

/** Makes the index anew from the names that stand in the book, and answers of how many; who was erased has none. */
export function indexAllParties(hand: Hand): number {
  hand.run('delete from party_words', [])
  hand.run('delete from party_words_new', [])
  hand.run('delete from party_key', [])
  let indexed = 0
  for (let after = 0 as PartyId; ; ) {
    const parties = rows(hand, named, { after, limit: readTogether })
    for (const { id, kind, body, number } of parties) {
      const numbers = number === null ? [] : [number]
      const words = [id, wordsOf(kind, [body], numbers)]
      hand.run('insert into party_words (rowid, words) values (+?, ?)', words)
      keepKeys(hand, id, [body], numbers)
    }
    indexed += parties.length
    if (parties.length < readTogether) return indexed
    after = parties.at(-1)!.id
  }
}
