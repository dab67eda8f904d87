/**
 * How the two sides of a pair reach each other: the only reader of contact data in this room. Nothing is told before
 * both sides have agreed, nor after one took it back (`sharesContacts`), and nothing without a reading on record: who
 * looked, at whose data, when and why stands with the unsealings of people (peers 4, MA #709).
 */
import { erased, keepDetail } from '../../book/details.ts'
import type { Act, View } from '../../book/registry.ts'
import type { PartyId } from '../../kit/ids.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyById, partyName } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { openField } from '../../vault/fields.ts'
import { requireMasterKeys } from '../../vault/keys.ts'
import type { SealedField } from '../../vault/values.ts'
import { helperById, needById } from '../registers/rows.ts'
import type { PairSide } from './moves.ts'
import { contactsNotShared } from './refusals.ts'
import { type Pair, pairRef, sharesContacts, standingOfPair } from './rows.ts'

/** Long enough to copy a number or to print a card; whoever needs it longer opens it again. */
export const minutesContactsOpen = 10

/** What of a party the other side of its pair reads. */
const contactFields = ['phone', 'address'] as const satisfies readonly SealedField[]

/** How to reach one side of a pair; what was never written down, or was erased, is null. */
export interface Contacts {
  readonly party: PartyId
  /** In full, as both have agreed; the word for it where it was erased. */
  readonly name: string
  /** As it is dialled, with its extension. */
  readonly phone: string | null
  readonly address: string | null
}

/** The party of a side of a pair: the helper's, or that of whom the need is. */
export function partyOfSide(reader: Reader, pair: Pair, side: PairSide): PartyId {
  const { party_id } =
    side === 'helper' ? helperById(reader, pair.helper_id) : needById(reader, pair.need_id)
  return keptInPlaceOf(reader, party_id)
}

/** The side across from one. */
export function otherSideOf(side: PairSide): PairSide {
  return side === 'helper' ? 'helped' : 'helper'
}

/** Until when the caller's reading of a party's contact data lasts; null when none is on record. */
function untilWhen(looking: View | Act, party: PartyId): number | null {
  const { caller, at } = looking
  const found = looking.first(
    `select max(until_at) as "until" from unsealing
      where party_id = +? and actor = +? and until_at > +? and fields = +?`,
    [party, caller.actor, at, JSON.stringify(contactFields)],
  )
  return (found?.until as number | null | undefined) ?? null
}

/** Until when the caller may read how the side across is reached, in milliseconds (UTC); null when they may not. */
export function contactsOpenUntil(
  looking: View | Act,
  pair: Pair,
  reader: PairSide,
): number | null {
  if (!sharesContacts(standingOfPair(looking, pair.id))) return null
  return untilWhen(looking, partyOfSide(looking, pair, otherSideOf(reader)))
}

/**
 * How the side across from `reader` is reached; null unless both sides have agreed and still do, and the caller’s
 * reading stands on record (`recordContactReading`) and is not over. Refuses what `openField` refuses.
 */
export function contactsOf(looking: View | Act, pair: Pair, reader: PairSide): Contacts | null {
  if (contactsOpenUntil(looking, pair, reader) === null) return null
  const id = partyOfSide(looking, pair, otherSideOf(reader))
  const phone = openField(looking, id, 'phone')
  const extension = phone?.extension ? ` ext. ${phone.extension}` : ''
  return {
    party: id,
    name: partyName(looking, partyById(looking, id)).full?.name ?? erased,
    phone: phone ? phone.number + extension : null,
    address: openField(looking, id, 'address')?.text ?? null,
  }
}

/**
 * Puts on record that the caller reads how the side across from `reader` is reached, and why; from then on it is read for
 * some minutes. Answers until when, in milliseconds (UTC). Refuses `pair.contacts_not_shared`, `vault.closed`.
 */
export function recordContactReading(
  act: Act,
  pair: Pair,
  { reader, reason }: { readonly reader: PairSide; readonly reason: string },
): number {
  if (!sharesContacts(standingOfPair(act, pair.id))) {
    throw contactsNotShared({ pair: pairRef(pair.id) })
  }
  requireMasterKeys(act)
  const until = act.at + minutesContactsOpen * 60_000
  insert(act, 'unsealing', {
    id: nextId(act, 'unsealing'),
    party_id: partyOfSide(act, pair, otherSideOf(reader)),
    actor: act.caller.actor,
    fields: JSON.stringify(contactFields),
    reason_detail_id: keepDetail(act, 'unsealing_reason', reason),
    until_at: until,
    event_seq: act.seq,
  })
  return until
}
