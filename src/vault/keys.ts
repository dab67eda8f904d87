/**
 * The keys in a book: one for each party with sealed fields, and two of the book itself. Each lies under a
 * master key that is not in the book, with the master key's name beside it.
 */
import type { Row } from '../../db/schema.ts'
import { organisationOf } from '../book/book.ts'
import type { PartyId } from '../kit/ids.ts'
import type { MasterKeys } from '../kit/master-keys.ts'
import { build, first, insert, prepare } from '../store/prepare.ts'
import type { Reader, Writer } from '../store/store.ts'
import { keyBytes, nonceBytes, openBytes, type Sealed, sealBytes } from './cipher.ts'
import { vaultAltered, vaultClosed, vaultKeyUnknown } from './refusals.ts'

/** What opens sealed fields: a query or a command at work has it. */
export interface Opening extends Reader {
  readonly masterKeys?: MasterKeys | undefined
}

/** What seals: a command at work has it. */
export interface Sealing extends Opening, Writer {
  random(bytes: number): Uint8Array
}

export type BookKeyName = Row<'vault_key'>['name']

const personKey = prepare((p: { party: PartyId }) =>
  build.selectFrom('person_key').selectAll().where('party_id', '=', p.party),
)
const bookKey = prepare((p: { name: BookKeyName }) =>
  build.selectFrom('vault_key').selectAll().where('name', '=', p.name),
)

/**
 * Keys that were opened, for as long as an act or a question lasts and no longer: unlocking one costs as
 * much as opening what it sealed.
 */
const opened = new WeakMap<Opening, Map<PartyId | BookKeyName, Uint8Array>>()

function openedIn(opening: Opening): Map<PartyId | BookKeyName, Uint8Array> {
  const found = opened.get(opening) ?? new Map<PartyId | BookKeyName, Uint8Array>()
  opened.set(opening, found)
  return found
}

/** The master keys that the host gave. Refuses `vault.closed`. */
export function requireMasterKeys({ masterKeys }: Opening): MasterKeys {
  if (!masterKeys) throw vaultClosed({})
  return masterKeys
}

/**
 * The key of a party; undefined when it has none, or none any more. Refuses `vault.closed`,
 * `vault.key_unknown`, `vault.altered`.
 */
export function keyOfPerson(opening: Opening, party: PartyId): Uint8Array | undefined {
  requireMasterKeys(opening)
  const known = openedIn(opening)
  const found = known.get(party)
  if (found) return found
  const row = first(opening, personKey, { party })
  if (!row) return undefined
  const key = unlocked(opening, row, { what: 'person key', of: party })
  known.set(party, key)
  return key
}

/** The key of a party, made when it has none. Refuses what `keyOfPerson` refuses. */
export function makeKeyOfPerson(act: Sealing, party: PartyId): Uint8Array {
  const found = keyOfPerson(act, party)
  if (found) return found
  const key = act.random(keyBytes)
  insert(act, 'person_key', {
    party_id: party,
    ...locked(act, key, { what: 'person key', of: party }),
  })
  openedIn(act).set(party, key)
  return key
}

/** Forgets the opened key of a party whose row is about to go. */
export function forgetKey(act: Sealing, party: PartyId): void {
  openedIn(act).delete(party)
}

/** A key of the book itself; undefined before it was needed. Refuses what `keyOfPerson` refuses. */
export function keyOfBook(opening: Opening, name: BookKeyName): Uint8Array | undefined {
  requireMasterKeys(opening)
  const known = openedIn(opening)
  const found = known.get(name)
  if (found) return found
  const row = first(opening, bookKey, { name })
  if (!row) return undefined
  const key = unlocked(opening, row, { what: 'vault key', of: name })
  known.set(name, key)
  return key
}

/** The same, made when there is none. */
export function makeKeyOfBook(act: Sealing, name: BookKeyName): Uint8Array {
  const found = keyOfBook(act, name)
  if (found) return found
  const key = act.random(keyBytes)
  insert(act, 'vault_key', { name, ...locked(act, key, { what: 'vault key', of: name }) })
  openedIn(act).set(name, key)
  return key
}

export interface KeyPlace {
  readonly what: 'person key' | 'vault key'
  readonly of: PartyId | BookKeyName
}

export interface Locked {
  readonly kid: string
  readonly nonce: Uint8Array
  readonly wrapped: Uint8Array
}

/** A key under the current master key, as its row holds it. Refuses `vault.closed`. */
export function locked(act: Sealing, key: Uint8Array, place: KeyPlace): Locked {
  const { current: kid, keys } = requireMasterKeys(act)
  const nonce = act.random(nonceBytes)
  const sealed = sealBytes(keys.get(kid)!, { plain: key, nonce, place: keyPlace(act, place, kid) })
  return { kid, nonce, wrapped: sealed.ciphertext }
}

/** A key from its row. Refuses `vault.closed`, `vault.key_unknown`, `vault.altered`. */
export function unlocked(
  opening: Opening,
  { kid, nonce, wrapped }: Locked,
  place: KeyPlace,
): Uint8Array {
  const master = requireMasterKeys(opening).keys.get(kid)
  if (!master) throw vaultKeyUnknown({ kid })
  const sealed: Sealed = { nonce, ciphertext: wrapped }
  const key = openBytes(master, sealed, keyPlace(opening, place, kid))
  if (key?.length !== keyBytes) throw vaultAltered({ what: `${place.what} ${place.of}` })
  return key
}

function keyPlace(reader: Reader, { what, of }: KeyPlace, kid: string): string {
  return placeText(reader, [what, of, kid])
}

/** A place in this book, as what is sealed for it is authenticated with: canonical JSON. */
export function placeText(reader: Reader, parts: readonly (string | number)[]): string {
  return JSON.stringify(['care-ledger/1', organisationOf(reader).book, ...parts])
}
