/**
 * Blind indexes: a value is found by an HMAC-SHA-256 of it (RFC 2104) under a key that HKDF (RFC 5869)
 * makes for each index from one key of the book. Without that key they tell nothing but, within one
 * index, which rows have the same value.
 */
import { hkdfSync } from 'node:crypto'
import { keyedDigest } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, insert, prepare, rows, write } from '../store/prepare.ts'
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
