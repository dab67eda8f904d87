/** Tables of who is the same as whom, and what numbers people have elsewhere. */
import type { EventSeq, PartyId } from '../../src/kit/ids.ts'
import { int, intOrNull, text } from '../columns.ts'

export const mergesTables = {
  party_words_new: {
    id: int<PartyId>(),
    words: text(),
  },
  party_key: {
    key: text(),
    party_id: int<PartyId>(),
  },
  party_number: {
    id: int(),
    party_id: int<PartyId>(),
    number_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  party_merge: {
    id: int(),
    kept_id: int<PartyId>(),
    merged_id: int<PartyId>(),
    reason_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  party_unmerge: {
    id: int(),
    merge_id: int(),
    reason_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  party_distinct: {
    id: int(),
    party_id: int<PartyId>(),
    other_id: int<PartyId>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
} as const
