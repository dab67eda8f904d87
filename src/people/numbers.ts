/** Numbers that people have elsewhere: of the staff, of a register. One is in force at a time. */
import { keepDetail, readDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { keepPartyWords, partiesWithKey } from './index-words.ts'
import type { Party } from './parties.ts'
import { numberKey } from './words.ts'

const newest = prepare((p: { party: PartyId }) =>
  build
    .selectFrom('party_number')
    .select('number_detail_id')
    .where('party_id', '=', p.party)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The number that a party has elsewhere; null when none was given, or once it was erased. */
export function numberElsewhere(reader: Reader, party: PartyId): string | null {
  const row = first(reader, newest, { party })
  return row ? (readDetail(reader, row.number_detail_id)?.body ?? null) : null
}

/** Gives a party its number elsewhere, in place of the one before; it is found by it from then on. */
export function giveNumber(act: Act, party: Party, number: string): void {
  recordNumber(act, party.id, number)
  const name = readDetail(act, party.name_detail_id)?.body
  keepPartyWords(act, party, name === undefined ? [] : [name], [number])
}

/** Records a number without making it findable: for who is being registered, whose words are kept at once. */
export function recordNumber(act: Act, party: PartyId, number: string): void {
  insert(act, 'party_number', {
    id: nextId(act, 'party_number'),
    party_id: party,
    number_detail_id: keepDetail(act, 'party_number', number),
    event_seq: act.seq,
  })
}

/** The parties that have a number elsewhere, whatever stands between its letters and figures. */
export function partiesWithNumber(reader: Reader, number: string): PartyId[] {
  const key = numberKey(number)
  return key === null ? [] : partiesWithKey(reader, key)
}
