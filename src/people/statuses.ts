/** What became of a party: still active, retired, left, died. */
import type { Row } from '../../db/schema.ts'
import type { Day } from '../kit/day.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

export const statuses = ['active', 'retired', 'left', 'died'] as const
export type Status = (typeof statuses)[number]

const all = prepare((p: { party: PartyId }) =>
  build
    .selectFrom('party_status')
    .selectAll()
    .where('party_id', '=', p.party)
    .orderBy('from_on')
    .orderBy('id'),
)

/** All that was said of a party, in the order of its days; of one day the last counts. */
export function statusesOf(reader: Reader, party: PartyId): Row<'party_status'>[] {
  return rows(reader, all, { party })
}

/** What became of a party by a day; undefined while nothing was said, which means active. */
export function statusOn(
  reader: Reader,
  party: PartyId,
  day: Day,
): Row<'party_status'> | undefined {
  return statusesOf(reader, party)
    .filter(({ from_on }) => from_on <= day)
    .at(-1)
}

/** The day on which a party died, as it is known now; null for the living. */
export function diedOn(reader: Reader, party: PartyId): Day | null {
  const last = statusesOf(reader, party).at(-1)
  return last?.status === 'died' ? last.from_on : null
}
