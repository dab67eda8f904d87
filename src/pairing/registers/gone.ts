/** Who can neither help nor be helped any more: they died, or were erased. */
import type { PartyId } from '../../kit/ids.ts'
import { keptInPlaceOf, togetherWith } from '../../people/merges.ts'
import { partyById, partyName } from '../../people/parties.ts'
import { diedOn } from '../../people/statuses.ts'
import type { Reader } from '../../store/store.ts'

/** True where the last thing that was said of a party is that they died; `party` is the SQL of its id. */
export const diedSql = (party: string): string =>
  `exists (select 1 from party_status as d where d.id = (select l.id from party_status as l
    where l.party_id = ${party} order by l.from_on desc, l.id desc limit 1) and d.status = 'died')`

/** Whether a party died or was erased, under whichever of their merged references. */
export function isGone(reader: Reader, party: PartyId): boolean {
  if (togetherWith(reader, party).some((one) => diedOn(reader, one) !== null)) return true
  return !partyName(reader, partyById(reader, keptInPlaceOf(reader, party))).full
}
