/**
 * Bytes that belong to a party and are no field of theirs: documents, an application that is being written. They lie
 * under the party's key and open only in their place, so that destroying the key destroys them too.
 */
import type { PartyId } from '../kit/ids.ts'
import { nonceBytes, openBytes, type Sealed, sealBytes } from './cipher.ts'
import { keyOfPerson, makeKeyOfPerson, type Opening, placeText, type Sealing } from './keys.ts'
import { vaultAltered } from './refusals.ts'

export type { Opening, Sealed, Sealing }

/** What the bytes are and where they stand, such as `['case document', 12, 0]`. */
export type BytesPlace = readonly [what: string, ...of: (string | number)[]]

/** Seals bytes for a place under a party's key. Refuses `vault.closed`, `vault.key_unknown`, `vault.altered`. */
export function sealForParty(
  act: Sealing,
  party: PartyId,
  place: BytesPlace,
  plain: Uint8Array,
): Sealed {
  return sealBytes(makeKeyOfPerson(act, party), {
    plain,
    place: placeText(act, place),
    nonce: act.random(nonceBytes),
  })
}

/**
 * The bytes of a place again; undefined once the party's key was destroyed. Refuses `vault.closed`,
 * `vault.key_unknown`, and `vault.altered` for what was sealed elsewhere or altered since.
 */
export function openForParty(
  opening: Opening,
  party: PartyId,
  place: BytesPlace,
  sealed: Sealed,
): Uint8Array | undefined {
  const key = keyOfPerson(opening, party)
  if (!key) return undefined
  const plain = openBytes(key, sealed, placeText(opening, place))
  if (!plain) throw vaultAltered({ what: place[0] })
  return plain
}
