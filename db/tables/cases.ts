/** Tables of hardship files, programmes, cases and applications. */
import type { Day } from '../../src/kit/day.ts'
import type {
  AidEventId,
  ApplicationCodeId,
  CaseDocumentId,
  CaseId,
  EventSeq,
  FundId,
  HardshipFileId,
  HouseholdId,
  PartyId,
  PolicyVersionId,
  ProgrammeId,
  RoundId,
  UnitId,
} from '../../src/kit/ids.ts'
import type { Minor } from '../../src/kit/money.ts'
import { blob, int, intOrNull, text, textOrNull } from '../columns.ts'

export const casesTables = {
  programme: {
    id: int<ProgrammeId>(),
    code: text(),
    event_seq: int<EventSeq>(),
  },
  programme_version: {
    id: int(),
    programme_id: int<ProgrammeId>(),
    name: text(),
    fund_id: int<FundId>(),
    category: text(),
    help: text(),
    workflow: text(),
    open: int<0 | 1>(),
    event_seq: int<EventSeq>(),
  },
  aid_event: {
    id: int<AidEventId>(),
    code: text(),
    name: text(),
    happened_on: text<Day>(),
    event_seq: int<EventSeq>(),
  },
  hardship_file: {
    id: int<HardshipFileId>(),
    household_id: int<HouseholdId>(),
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  hardship_file_version: {
    id: int(),
    file_id: int<HardshipFileId>(),
    in_hardship: int<0 | 1>(),
    certified: int<0 | 1>(),
    grade: textOrNull<'special' | 'considerable' | 'general'>(),
    facts_detail_id: intOrNull(),
    review_on: textOrNull<Day>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  case_round: {
    id: int<RoundId>(),
    programme_id: int<ProgrammeId>(),
    name: text(),
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  hardship_case: {
    id: int<CaseId>(),
    programme_id: int<ProgrammeId>(),
    fund_id: int<FundId>(),
    category: text(),
    help: text(),
    round_id: intOrNull<RoundId>(),
    file_id: int<HardshipFileId>(),
    beneficiary_id: int<PartyId>(),
    applicant_id: int<PartyId>(),
    applied_by: text<'member' | 'kin' | 'branch'>(),
    aid_event_id: intOrNull<AidEventId>(),
    unit_id: intOrNull<UnitId>(),
    applied_on: text<Day>(),
    workflow: text(),
    policy_version_id: intOrNull<PolicyVersionId>(),
    emergency: int<0 | 1>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  case_version: {
    id: int(),
    case_id: int<CaseId>(),
    payee_id: int<PartyId>(),
    form: text<'bank' | 'cash' | 'goods'>(),
    cause: text(),
    cause_detail_id: intOrNull(),
    grade: textOrNull<'special' | 'considerable' | 'general'>(),
    amount_minor: int<Minor>(),
    instalments: int(),
    facts_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  case_act: {
    id: int(),
    case_id: int<CaseId>(),
    act: text<
      | 'submitted'
      | 'asked'
      | 'answered'
      | 'passed'
      | 'returned'
      | 'suspended'
      | 'resumed'
      | 'approved'
      | 'paid'
      | 'unpaid'
      | 'refused'
      | 'withdrawn'
      | 'cancelled'
      | 'reopened'
    >(),
    step: int(),
    to_step: int(),
    on_day: text<Day>(),
    reason_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  case_state: {
    case_id: int<CaseId>(),
    state: text<
      'open' | 'asked' | 'suspended' | 'awarded' | 'paid' | 'refused' | 'withdrawn' | 'cancelled'
    >(),
    step: int(),
    step_kind: text(),
    since_on: text<Day>(),
    unit_id: intOrNull(),
    programme_id: int(),
    round_id: intOrNull(),
  },
  case_check: {
    id: int(),
    case_id: int<CaseId>(),
    code: text(),
    outcome: text<'pass' | 'fail' | 'waived'>(),
    reason_detail_id: intOrNull(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  home_visit: {
    id: int(),
    case_id: int<CaseId>(),
    visited_on: text<Day>(),
    findings_detail_id: int(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  case_refusal: {
    id: int(),
    act_id: int(),
    rule: text(),
    event_seq: int<EventSeq>(),
  },
  case_document: {
    id: int<CaseDocumentId>(),
    case_id: int<CaseId>(),
    kind: text<
      | 'identity'
      | 'household_register'
      | 'income'
      | 'diagnosis'
      | 'bill'
      | 'allowance_certificate'
      | 'damage'
      | 'minutes'
      | 'signed_slip'
      | 'application'
      | 'other'
    >(),
    name_detail_id: int(),
    media_type: text(),
    bytes: int(),
    digest: text(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  case_document_part: {
    id: int(),
    document_id: int<CaseDocumentId>(),
    part: int(),
    nonce: blob(),
    ciphertext: blob(),
  },
  case_document_amount: {
    id: int(),
    document_id: int<CaseDocumentId>(),
    amount_minor: int<Minor>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  application_code: {
    id: int<ApplicationCodeId>(),
    party_id: int<PartyId>(),
    programme_id: intOrNull<ProgrammeId>(),
    code_hash: text(),
    until_on: text<Day>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  application_code_end: {
    id: int(),
    code_id: int<ApplicationCodeId>(),
    actor: text(),
    event_seq: int<EventSeq>(),
  },
  application_code_use: {
    id: int(),
    code_id: int<ApplicationCodeId>(),
    case_id: int<CaseId>(),
    event_seq: int<EventSeq>(),
  },
  application_draft: {
    code_id: int<ApplicationCodeId>(),
    nonce: blob(),
    ciphertext: blob(),
    saved_at: int(),
  },
  application_draft_part: {
    id: int(),
    code_id: int<ApplicationCodeId>(),
    document: int(),
    part: int(),
    nonce: blob(),
    ciphertext: blob(),
  },
} as const
