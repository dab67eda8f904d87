/** Tables of people and bodies. */
import type { EventSeq, PartyId } from '../../src/kit/ids.ts'
import { int, text } from '../columns.ts'

export const peopleTables = {
  party: {
    id: int<PartyId>(),
    kind: text<'person' | 'organisation' | 'public_body' | 'upper_level' | 'vendor'>(),
    name_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
} as const
