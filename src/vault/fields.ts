/**
 * Sealed fields of parties. The chain holds the digest of each text; the text lies, with the salt of that
 * digest, under the party's own key and opens only for its book, party, field and row.
 */
import type { Row } from '../../db/schema.ts'
import { commitDetail, detailDigest } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { sameBytes } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows, write } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { putIndex, removeIndex, removeIndexOf } from './blind-index.ts'
import { nonceBytes, openBytes, type Sealed, sealBytes } from './cipher.ts'
import {
  forgetKey,
  keyOfPerson,
  makeKeyOfPerson,
  type Opening,
  placeText,
  requireMasterKeys,
} from './keys.ts'
import { padded, unpadded } from './padding.ts'
import { vaultAltered } from './refusals.ts'
import { indexTerm, longestSealed, type SealedField, type SealedValues } from './values.ts'

const saltBytes = 16

const inForce = prepare((p: { party: PartyId; field: SealedField }) =>
  build
    .selectFrom('sealed_field as f')
    .leftJoin('sealed_body as b', 'b.detail_id', 'f.detail_id')
    .leftJoin('detail as d', 'd.id', 'f.detail_id')
    .select(['f.detail_id', 'f.event_seq', 'b.nonce', 'b.ciphertext', 'd.digest'])
    .where('f.party_id', '=', p.party)
    .where('f.field', '=', p.field)
    .orderBy('f.id', 'desc')
    .limit(1),
)
const keyEnd = prepare((p: { party: PartyId; seq: Row<'event'>['seq'] }) =>
  build
    .selectFrom('person_key_end')
    .select('id')
    .where('party_id', '=', p.party)
    .where('event_seq', '=', p.seq)
    .limit(1),
)
const bodiesOf = prepare((p: { party: PartyId }) =>
  build
    .selectFrom('sealed_body as b')
    .innerJoin('sealed_field as f', 'f.detail_id', 'b.detail_id')
    .select(['b.detail_id', 'b.ciphertext'])
    .where('f.party_id', '=', p.party),
)
const blankBody = prepare((p: { detail: number; nonce: Uint8Array; ciphertext: Uint8Array }) =>
  build
    .updateTable('sealed_body')
    .set({ nonce: p.nonce, ciphertext: p.ciphertext })
    .where('detail_id', '=', p.detail),
)
const removeBody = prepare((p: { detail: number }) =>
  build.deleteFrom('sealed_body').where('detail_id', '=', p.detail),
)
const blankKey = prepare((p: { party: PartyId; nonce: Uint8Array; wrapped: Uint8Array }) =>
  build
    .updateTable('person_key')
    .set({ nonce: p.nonce, wrapped: p.wrapped })
    .where('party_id', '=', p.party),
)
const removeKey = prepare((p: { party: PartyId }) =>
  build.deleteFrom('person_key').where('party_id', '=', p.party),
)

interface Place {
  readonly party: PartyId
  readonly field: SealedField
  readonly detail: number
}

function fieldPlace(reader: Reader, { party, field, detail }: Place): string {
  return placeText(reader, ['sealed field', party, field, detail])
}

/**
 * Seals a value, which is in force for the party's field from this act on, and makes it findable in place
 * of the one before. Answers the id of its detail. The value is as the kit reads it; one whose text passes
 * 4,096 characters is asserted. Refuses `vault.closed`, `vault.key_unknown`, `vault.altered`.
 */
export function sealField<F extends SealedField>(
  act: Act,
  party: PartyId,
  field: F,
  value: SealedValues[F],
): number {
  requireMasterKeys(act)
  const text = canonicalJson(value)
  if (text.length > longestSealed) throw new RangeError(`a ${field} of ${text.length} characters`)
  if (first(act, keyEnd, { party, seq: act.seq })) {
    throw new Error('An act that ends the key of a party seals nothing for it.')
  }
  const before = first(act, inForce, { party, field })?.detail_id ?? null
  const key = makeKeyOfPerson(act, party)
  const salt = act.random(saltBytes)
  const detail = commitDetail(act, `sealed_${field}`, detailDigest(salt, text))
  const sealed = sealBytes(key, {
    plain: padded(salt, text),
    place: fieldPlace(act, { party, field, detail }),
    nonce: act.random(nonceBytes),
  })
  insert(act, 'sealed_body', { detail_id: detail, ...sealed })
  if (before !== null) removeIndex(act, party, before)
  putRow(act, party, field, detail)
  const term = indexTerm(field, value)
  if (term) putIndex(act, { party, detail, term })
  return detail
}

/**
 * Empties a field of a party from this act on; does nothing when it is empty. What was sealed before stays
 * sealed until the party's key is destroyed. Refuses `vault.closed`.
 */
export function emptyField(act: Act, party: PartyId, field: SealedField): void {
  requireMasterKeys(act)
  const before = first(act, inForce, { party, field })?.detail_id ?? null
  if (before === null) return
  removeIndex(act, party, before)
  putRow(act, party, field, null)
}

function putRow(act: Act, party: PartyId, field: SealedField, detail: number | null): void {
  insert(act, 'sealed_field', {
    id: nextId(act, 'sealed_field'),
    party_id: party,
    field,
    detail_id: detail,
    event_seq: act.seq,
  })
}

/** How a field of a party stands, which needs no key: never filled or emptied, sealed, or erased. */
export function fieldState(
  reader: Reader,
  party: PartyId,
  field: SealedField,
): 'empty' | 'sealed' | 'erased' {
  const row = first(reader, inForce, { party, field })
  if (!row || row.detail_id === null) return 'empty'
  return row.ciphertext === null ? 'erased' : 'sealed'
}

/**
 * The value in force of a party's field; undefined when it is empty or erased (`fieldState` says which).
 * Refuses `vault.closed`, `vault.key_unknown`, and `vault.altered` for what is not what the chain commits to.
 */
export function openField<F extends SealedField>(
  opening: Opening,
  party: PartyId,
  field: F,
): SealedValues[F] | undefined {
  requireMasterKeys(opening)
  const row = first(opening, inForce, { party, field })
  if (!row || row.detail_id === null || row.ciphertext === null || row.nonce === null) {
    return undefined
  }
  const key = keyOfPerson(opening, party)
  const place = { party, field, detail: row.detail_id }
  const text =
    key && openText(opening, key, { nonce: row.nonce, ciphertext: row.ciphertext }, place)
  if (!text || !row.digest || !sameBytes(detailDigest(text.salt, text.body), row.digest)) {
    throw vaultAltered({ what: field.replace('_', ' ') })
  }
  return JSON.parse(text.body) as SealedValues[F]
}

/** A sealed text with its salt; undefined when it was not sealed under this key for this place. */
export function openText(
  reader: Reader,
  key: Uint8Array,
  sealed: Sealed,
  place: Place,
): { salt: Uint8Array; body: string } | undefined {
  const plain = openBytes(key, sealed, fieldPlace(reader, place))
  return plain && unpadded(plain, saltBytes)
}

/**
 * Destroys the key of a party, with all that it sealed and all by which that was found: from this act on
 * nothing of it can be read, also not with the master key. The chain keeps the digests, whose salts are
 * gone too. Does nothing, and answers false, for a party with nothing sealed. Needs no master key.
 *
 * The bytes are written over before the rows go, so that they do not stay in pages that are free.
 */
export function destroyKey(act: Act, party: PartyId): boolean {
  const bodies = rows(act, bodiesOf, { party })
  const has = act.first('select 1 as found from person_key where party_id = ?', [party])
  if (bodies.length === 0 && !has) return false
  const nonce = new Uint8Array(nonceBytes)
  for (const { detail_id: detail, ciphertext } of bodies) {
    write(act, blankBody, { detail, nonce, ciphertext: new Uint8Array(ciphertext.length) })
    write(act, removeBody, { detail })
  }
  write(act, blankKey, { party, nonce, wrapped: new Uint8Array(48) })
  write(act, removeKey, { party })
  removeIndexOf(act, party)
  forgetKey(act, party)
  insert(act, 'person_key_end', {
    id: nextId(act, 'person_key_end'),
    party_id: party,
    event_seq: act.seq,
  })
  return true
}
