/**
 * Blind indexes: a value is found by an HMAC-SHA-256 of it (RFC 2104) under a key that HKDF (RFC 5869)
 * makes for each index from one key of the book. Without that key they tell nothing but, within one
 * index, which rows have the same value.
 */
import { hkdfSync } from 'node:crypto'
import { keyedDigest } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, insert, prepare, rows, write } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { keyOfBook, makeKeyOfBook, type Opening, type Sealing } from './keys.ts'
import { type IndexTerm, indexTerm, type SealedField, type SealedValues } from './values.ts'

const found = prepare((p: { field: string; mac: Uint8Array }) =>
  build
    .selectFrom('blind_index')
    .select('party_id')
    .distinct()
    .where('field', '=', p.field)
    .where('mac', '=', p.mac)
    .orderBy('party_id'),
)
const removeDetail = prepare((p: { party: PartyId; detail: number }) =>
  build.deleteFrom('blind_index').where('party_id', '=', p.party).where('detail_id', '=', p.detail),
)
const removeParty = prepare((p: { party: PartyId }) =>
  build.deleteFrom('blind_index').where('party_id', '=', p.party),
)

/** Keys of single indexes, for as long as the key of the book that they are made of is held. */
const ownKeys = new WeakMap<Uint8Array, Map<string, Uint8Array>>()

function ownKey(key: Uint8Array, index: string): Uint8Array {
  const made = ownKeys.get(key) ?? new Map<string, Uint8Array>()
  ownKeys.set(key, made)
  const known = made.get(index)
  if (known) return known
  const what = `care-ledger/1/blind_index/${index}`
  const own = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), what, 32))
  made.set(index, own)
  return own
}

/** The HMAC by which a term stands in its index; `key` is the book's `blind_index` key. */
export function macOf(key: Uint8Array, { index, text }: IndexTerm): Uint8Array {
  return keyedDigest(ownKey(key, index), text)
}

/** Makes a sealed value findable. */
export function putIndex(
  act: Sealing,
  { party, detail, term }: { party: PartyId; detail: number; term: IndexTerm },
): void {
  const mac = macOf(makeKeyOfBook(act, 'blind_index'), term)
  insert(act, 'blind_index', { field: term.index, mac, detail_id: detail, party_id: party })
}

/** Takes one sealed value of a party out of the index. */
export function removeIndex(act: Sealing, party: PartyId, detail: number): void {
  write(act, removeDetail, { party, detail })
}

/** Takes all sealed values of a party out of the index. */
export function removeIndexOf(act: Sealing, party: PartyId): void {
  write(act, removeParty, { party })
}

/**
 * The parties in whose field in force this value stands, by id: an identity number within its type, a
 * bank account and a telephone by its number alone; nobody for fields that are not looked up. The value is as the
 * kit reads it. Refuses `vault.closed`, `vault.key_unknown`, `vault.altered`.
 */
export function partiesWithValue<F extends SealedField>(
  opening: Opening,
  field: F,
  value: SealedValues[F],
): PartyId[] {
  const key = keyOfBook(opening, 'blind_index')
  const term = indexTerm(field, value)
  if (!key || !term) return []
  const { index, text } = term
  const mac = macOf(key, { index, text })
  return rows(opening, found, { field: index, mac }).map(({ party_id }) => party_id)
}

const sharing = `select distinct a.party_id as "party", b.party_id as "other"
  from json_each(+?) as p
  join blind_index as a on a.party_id = p.value and a.field = +?
  join blind_index as b on b.field = a.field and b.mac = a.mac and b.party_id <> a.party_id
  order by "party", "other"`

/**
 * Those of some parties whose value of a field somebody else has too, with each of those others. Rows of one index
 * with one value are alike, so no key is needed for it.
 */
export function sharedValues(
  reader: Reader,
  field: 'bank_account' | 'phone',
  parties: readonly PartyId[],
): { readonly party: PartyId; readonly other: PartyId }[] {
  return reader.all(sharing, [JSON.stringify(parties), field]) as never
}

const held = `select distinct a.party_id as "party" from json_each(+?) as p
  join blind_index as a on a.party_id = p.value and a.field = +?`

/** Those of some parties whose field holds a value. */
export function partiesHolding(
  reader: Reader,
  field: 'bank_account' | 'phone',
  parties: readonly PartyId[],
): Set<PartyId> {
  const found = reader.all(held, [JSON.stringify(parties), field])
  return new Set(found.map(({ party }) => party as PartyId))
}
