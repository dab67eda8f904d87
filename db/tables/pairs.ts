/** Tables of pairs, their codes, and agreements between bodies. */
import type { Day } from '../../src/kit/day.ts'
import type {
  AgreementCommitmentId,
  AgreementEvidenceId,
  AgreementId,
  ContributionId,
  EventSeq,
  HelperId,
  MatchRunId,
  NeedId,
  PairId,
  PairingCodeId,
  PartyId,
  UnitId,
  VarianceStatementId,
} from '../../src/kit/ids.ts'
import type { Minor } from '../../src/kit/money.ts'
import { int, intOrNull, text, textOrNull } from '../columns.ts'

export const pairsTables = {
  pair: {
    id: int<PairId>(),
    need_id: int<NeedId>(),
    helper_id: int<HelperId>(),
    run_id: intOrNull<MatchRunId>(),
    succeeds_id: intOrNull<PairId>(),
    unit_id: intOrNull<UnitId>(),
    until_on: textOrNull<Day>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  pair_act: {
    id: int(),
    pair_id: int<PairId>(),
    act: text<
      | 'proposed'
      | 'agreed'
      | 'declined'
      | 'withdrawn'
      | 'began'
      | 'consent_withdrawn'
      | 'review_opened'
      | 'reviewed'
      | 'closing_proposed'
      | 'closing_returned'
      | 'closed'
      | 'handed_over'
      | 'observation_ended'
      | 'resumed'
    >(),
    side: textOrNull<'helper' | 'helped'>(),
    how: textOrNull<'in_person' | 'phone' | 'paper' | 'own_page'>(),
    reason: textOrNull(),
    on_day: text<Day>(),
    next_on: textOrNull<Day>(),
    note_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  pair_state: {
    pair_id: int<PairId>(),
    state: text<
      | 'proposed'
      | 'active'
      | 'under_review'
      | 'closing'
      | 'observed'
      | 'ended'
      | 'handed_over'
      | 'declined'
    >(),
    since_on: text<Day>(),
    review_on: textOrNull<Day>(),
    helper_agreed: int<0 | 1>(),
    helped_agreed: int<0 | 1>(),
    need_id: int<NeedId>(),
    helper_id: int<HelperId>(),
    unit_id: intOrNull<UnitId>(),
  },
  pairing_code: {
    id: int<PairingCodeId>(),
    party_id: int<PartyId>(),
    code_hash: text(),
    until_on: text<Day>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  pairing_code_end: {
    id: int(),
    code_id: int<PairingCodeId>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement: {
    id: int<AgreementId>(),
    helper_id: int<HelperId>(),
    party_id: int<PartyId>(),
    currency: text(),
    unit_id: intOrNull<UnitId>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_version: {
    id: int(),
    agreement_id: int<AgreementId>(),
    kinds: text(),
    from_on: text<Day>(),
    until_on: text<Day>(),
    text_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_commitment: {
    id: int<AgreementCommitmentId>(),
    agreement_id: int<AgreementId>(),
    side: text<'helper' | 'helped'>(),
    kind: text<'money' | 'goods' | 'jobs' | 'purchases' | 'training_seats' | 'advice'>(),
    amount_minor: intOrNull<Minor>(),
    quantity: intOrNull(),
    due_on: text<Day>(),
    text_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_commitment_end: {
    id: int(),
    commitment_id: int<AgreementCommitmentId>(),
    reason_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_evidence: {
    id: int<AgreementEvidenceId>(),
    commitment_id: int<AgreementCommitmentId>(),
    on_day: text<Day>(),
    amount_minor: intOrNull<Minor>(),
    quantity: intOrNull(),
    contribution_id: intOrNull<ContributionId>(),
    digest: textOrNull(),
    text_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_evidence_end: {
    id: int(),
    evidence_id: int<AgreementEvidenceId>(),
    reason_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  agreement_act: {
    id: int(),
    agreement_id: int<AgreementId>(),
    act: text<'signed' | 'ended'>(),
    version_id: intOrNull(),
    side: textOrNull<'helper' | 'helped'>(),
    on_day: text<Day>(),
    signer_detail_id: intOrNull(),
    note_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  variance_statement: {
    id: int<VarianceStatementId>(),
    agreement_id: int<AgreementId>(),
    as_of_on: text<Day>(),
    body: text(),
    digest: text(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  variance_signature: {
    id: int(),
    statement_id: int<VarianceStatementId>(),
    side: text<'helper' | 'helped'>(),
    agreed: int<0 | 1>(),
    on_day: text<Day>(),
    signer_detail_id: int(),
    note_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
} as const
