/** Tables of the ledger. */
import type { Day, Month } from '../../src/kit/day.ts'
import type {
  AccountId,
  EntryId,
  EventSeq,
  FundId,
  PartyId,
  PostingId,
  UnitId,
} from '../../src/kit/ids.ts'
import type { Minor } from '../../src/kit/money.ts'
import { int, intOrNull, text, textOrNull } from '../columns.ts'

export const ledgerTables = {
  account: {
    id: int<AccountId>(),
    code: text(),
    role: textOrNull(),
    class: text<'asset' | 'liability' | 'net_assets' | 'income' | 'expense' | 'memorandum'>(),
    holding: textOrNull<'money' | 'payable' | 'commitment'>(),
    floor: int<-1 | 0 | 1>(),
    name: text(),
    name_hans: textOrNull(),
    name_hant: textOrNull(),
    event_seq: int<EventSeq>(),
  },
  fund: {
    id: int<FundId>(),
    code: text(),
    name: text(),
    restriction: text<
      'unrestricted' | 'purpose' | 'time' | 'principal_preserved' | 'board_designated'
    >(),
    purpose: text(),
    currency: text(),
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  period_act: {
    id: int(),
    month: text<Month>(),
    act: text<'closed' | 'reopening_requested' | 'reopened' | 'reopening_declined'>(),
    actor: text(),
    requested_by: textOrNull(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  period: {
    month: text<Month>(),
    state: text<'closed' | 'reopening_requested' | 'open'>(),
  },
  entry: {
    id: int<EntryId>(),
    kind: text(),
    first_posting_id: int<PostingId>(),
    legs: int(),
    effective_on: text<Day>(),
    recorded_at: int(),
    subject: text(),
    reverses: intOrNull<EntryId>(),
    note_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  posting: {
    id: int<PostingId>(),
    entry_id: int<EntryId>(),
    fund_id: int<FundId>(),
    fund_serial: int(),
    leg: int(),
    debit_account_id: int<AccountId>(),
    credit_account_id: int<AccountId>(),
    amount_minor: int<Minor>(),
    party_id: intOrNull<PartyId>(),
    effective_on: text<Day>(),
    high_on: text<Day>(),
    debit_previous_id: intOrNull<PostingId>(),
    credit_previous_id: intOrNull<PostingId>(),
    debit_running_minor: int<Minor>(),
    credit_running_minor: int<Minor>(),
    event_seq: int<EventSeq>(),
  },
  balance: {
    fund_id: int<FundId>(),
    account_id: int<AccountId>(),
    balance_minor: int<Minor>(),
    floor: int(),
  },
  balance_day: {
    account_id: int<AccountId>(),
    fund_id: int<FundId>(),
    day: text<Day>(),
    balance_minor: int<Minor>(),
    moved_minor: int<Minor>(),
    last_posting_id: int<PostingId>(),
    floor: int(),
  },
  balance_mark: {
    posting_id: int<PostingId>(),
    account_id: int<AccountId>(),
    fund_id: int<FundId>(),
    balance_minor: int<Minor>(),
  },
} as const
