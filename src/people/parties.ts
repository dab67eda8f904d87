/** Parties: persons and bodies that give, receive, or are paid on another's behalf. */
import type { Row } from '../../db/schema.ts'
import { keepDetail, readDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import type { PartyId, UnitId } from '../kit/ids.ts'
import { maskName } from '../kit/mask.ts'
import { refusal } from '../kit/refusal.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { keepNewPartyWords } from './index-words.ts'
import { recordNumber } from './numbers.ts'
import { type Asker, partyInScope } from './party-scope.ts'

export const partyKinds = [
  'person',
  'organisation',
  'public_body',
  'upper_level',
  'vendor',
  'training_provider',
] as const
export type PartyKind = (typeof partyKinds)[number]

export type Party = Row<'party'>

export const partyUnknown = refusal<{ party: string }>(
  'party.unknown',
  404,
  ({ party }) => `There is no party "${party}" in this book.`,
  'Register it first, or give kind and name in its place.',
)

const byId = prepare((p: { id: PartyId }) =>
  build.selectFrom('party').selectAll().where('id', '=', p.id),
)
const pageAfter = prepare((p: { after: PartyId; limit: number }) =>
  build.selectFrom('party').selectAll().where('id', '>', p.after).orderBy('id').limit(p.limit),
)

/** A party's reference: `P-` and at least six digits. */
export function partyRef(partyId: PartyId): string {
  return `P-${String(partyId).padStart(6, '0')}`
}

/** The party with a reference, as far as this caller reaches. Refuses `party.unknown`. */
export function partyWithRef(asker: Asker, ref: string): Party {
  const found = partyByRef(asker, ref)
  if (!partyInScope(asker, found)) throw partyUnknown({ party: ref })
  return found
}

/** The same wherever it belongs: for papers, which say what is in them. Refuses `party.unknown`. */
export function partyByRef(reader: Reader, ref: string): Party {
  // One reference a party: no further zeros before the six digits.
  const digits = /^P-(\d{6}|[1-9]\d{6,14})$/.exec(ref)?.[1]
  const found =
    digits === undefined ? undefined : first(reader, byId, { id: Number(digits) as PartyId })
  if (!found) throw partyUnknown({ party: ref })
  return found
}

/** The party with an id that stands in the book. */
export function partyById(reader: Reader, partyId: PartyId): Party {
  const found = first(reader, byId, { id: partyId })
  if (!found) throw partyUnknown({ party: partyRef(partyId) })
  return found
}

/** Parties in the order of their references. */
export function listParties(reader: Reader, after: PartyId, limit: number): Party[] {
  return rows(reader, pageAfter, { after, limit })
}

export interface NewParty {
  readonly kind: PartyKind
  readonly name: string
  /** Where it is registered; null for the whole organisation. */
  readonly unit: UnitId | null
  /** The number that it has elsewhere. */
  readonly number?: string | null
}

/** Registers a party; its name is kept as given, apart from what is hashed. */
export function registerParty(act: Act, { kind, name, unit, number = null }: NewParty): Party {
  const row: Party = {
    id: nextId(act, 'party'),
    kind,
    name_detail_id: keepDetail(act, 'party_name', name),
    unit_id: unit,
    event_seq: act.seq,
  }
  insert(act, 'party', row)
  if (number !== null) recordNumber(act, row.id, number)
  keepNewPartyWords(act, row, [name], number === null ? [] : [number])
  return row
}

export interface PartyName {
  /** The full name and its salt; null once erased. */
  readonly full: { readonly name: string; readonly salt: Uint8Array } | null
  /** Persons are masked; bodies are shown. */
  readonly masked: string
  /** SHA-256 (hex) of salt and name. */
  readonly digest: string
}

const digestOf = prepare((p: { id: number }) =>
  build.selectFrom('detail').select('digest').where('id', '=', p.id),
)

/** A party's name, its mask and its digest. */
export function partyName(reader: Reader, party: Party): PartyName {
  const detail = readDetail(reader, party.name_detail_id)
  const digest = hex(first(reader, digestOf, { id: party.name_detail_id })!.digest)
  if (!detail) return { full: null, masked: '***', digest }
  const { body: name, salt } = detail
  return { full: { name, salt }, masked: party.kind === 'person' ? maskName(name) : name, digest }
}
