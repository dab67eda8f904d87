/** Tables of what becomes of people's data: consent, opening what lies sealed, erasure. */
import type { Day } from '../../src/kit/day.ts'
import type { EventSeq, PartyId } from '../../src/kit/ids.ts'
import { int, intOrNull, text } from '../columns.ts'

export const dataTables = {
  consent: {
    id: int(),
    party_id: int<PartyId>(),
    purpose: text<'processing' | 'publication' | 'photos' | 'sensitive_data' | 'sharing_above'>(),
    given_on: text<Day>(),
    evidence_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  consent_end: {
    id: int(),
    consent_id: int(),
    withdrawn_on: text<Day>(),
    evidence_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  unsealing: {
    id: int(),
    party_id: int<PartyId>(),
    actor: text(),
    /** A JSON list of names of fields. */
    fields: text(),
    reason_detail_id: int(),
    until_at: int(),
    event_seq: int<EventSeq>(),
  },
  erasure_request: {
    id: int(),
    party_id: int<PartyId>(),
    actor: text(),
    ground: text<'asked_for' | 'consent_withdrawn' | 'time_over' | 'not_needed' | 'unlawful'>(),
    event_seq: int<EventSeq>(),
  },
  erasure_request_end: {
    id: int(),
    request_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  erasure: {
    id: int(),
    party_id: int<PartyId>(),
    request_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  erased_detail: {
    id: int(),
    detail_id: int(),
    event_seq: int<EventSeq>(),
  },
} as const
