/** Tables of duties kept apart: interests, and payments that one asks for, another approves and a third makes. */
import type {
  EntryId,
  EventSeq,
  FundId,
  InterestId,
  PartyId,
  PaymentRequestId,
  PayoutId,
  PolicyVersionId,
  UserId,
} from '../../src/kit/ids.ts'
import type { Minor } from '../../src/kit/money.ts'
import { int, intOrNull, text } from '../columns.ts'

export const dutiesTables = {
  user_person: {
    id: int(),
    user_id: int<UserId>(),
    party_id: intOrNull<PartyId>(),
    event_seq: int<EventSeq>(),
  },
  interest: {
    id: int<InterestId>(),
    user_id: int<UserId>(),
    party_id: int<PartyId>(),
    kind: text<'family' | 'friendship' | 'business' | 'dispute' | 'other'>(),
    note_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  interest_end: {
    id: int(),
    interest_id: int<InterestId>(),
    event_seq: int<EventSeq>(),
  },
  payment_request: {
    id: int<PaymentRequestId>(),
    actor: text(),
    fund_id: int<FundId>(),
    payee_id: int<PartyId>(),
    beneficiary_id: int<PartyId>(),
    category: text(),
    form: text<'bank' | 'cash'>(),
    amount_minor: int<Minor>(),
    note_detail_id: intOrNull(),
    approvals_needed: int(),
    emergency: int<0 | 1>(),
    reason_detail_id: intOrNull(),
    policy_version_id: intOrNull<PolicyVersionId>(),
    event_seq: int<EventSeq>(),
  },
  payment_approval: {
    id: int(),
    request_id: int<PaymentRequestId>(),
    actor: text(),
    entry_id: intOrNull<EntryId>(),
    event_seq: int<EventSeq>(),
  },
  payment_request_end: {
    id: int(),
    request_id: int<PaymentRequestId>(),
    act: text<'declined' | 'withdrawn' | 'cancelled'>(),
    actor: text(),
    reason_detail_id: int(),
    entry_id: intOrNull<EntryId>(),
    event_seq: int<EventSeq>(),
  },
  request_payment: {
    id: int(),
    request_id: int<PaymentRequestId>(),
    payout_id: int<PayoutId>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
} as const
