/**
 * What refusals say on pages: for each code, what it is given and what a catalogue makes of it. The refusals
 * themselves stand in `src` beside their nouns, with the same codes and values; a test compares the two. Those of the
 * command line are told by the command line alone.
 */

import type { AccessRefusalValues } from './access-refusal-values.ts'
import type { AgreementRefusalValues } from './agreement-refusal-values.ts'
import type { ApplicationRefusalValues } from './application-refusal-values.ts'
import type { AwardRefusalValues } from './award-refusal-values.ts'
import type { BankRefusalValues } from './bank-refusal-values.ts'
import type { BatchRefusalValues } from './batch-refusal-values.ts'
import type { CalendarRefusalValues } from './calendar-refusal-values.ts'
import type { DataRefusalValues } from './data-refusal-values.ts'
import type { FlowRefusalValues } from './flow-refusal-values.ts'
import type { HardshipRefusalValues } from './hardship-refusal-values.ts'
import type { HostRefusalValues } from './host-refusal-values.ts'
import type { MatchRefusalValues } from './match-refusal-values.ts'
import type { MergeRefusalValues } from './merge-refusal-values.ts'
import type { NoticeRefusalValues } from './notice-refusal-values.ts'
import type { OwnPageRefusalValues } from './own-page-refusal-values.ts'
import type { PairRefusalValues } from './pair-refusal-values.ts'
import type { PeopleRefusalValues } from './people-refusal-values.ts'
import type { RegisterRefusalValues } from './register-refusal-values.ts'
import type { ServiceRefusalValues } from './service-refusal-values.ts'
import type { SittingRefusalValues } from './sitting-refusal-values.ts'
import type { VisitRefusalValues } from './visit-refusal-values.ts'

/** What is wrong, with the values and the rule; and what to do. */
export interface Told {
  readonly sentence: string
  readonly remedy: string
}

type Nothing = Readonly<Record<never, never>>

interface Issue {
  readonly field: string
  readonly problem: string
}

interface LineProblem {
  readonly line: number
  readonly sentence: string
}

/** The values of every refusal that a page may meet, by code. */
export interface RefusalValues
  extends AccessRefusalValues,
    AgreementRefusalValues,
    ApplicationRefusalValues,
    AwardRefusalValues,
    BatchRefusalValues,
    CalendarRefusalValues,
    DataRefusalValues,
    PeopleRefusalValues,
    MatchRefusalValues,
    MergeRefusalValues,
    BankRefusalValues,
    FlowRefusalValues,
    NoticeRefusalValues,
    HardshipRefusalValues,
    HostRefusalValues,
    OwnPageRefusalValues,
    PairRefusalValues,
    RegisterRefusalValues,
    ServiceRefusalValues,
    SittingRefusalValues,
    VisitRefusalValues {
  'account.below_floor': {
    account: string
    fund: string
    balance: string
    amount: string
    currency: string
  }
  'account.exists': { code: string }
  'account.role_missing': { role: string }
  'account.unknown': { account: string }
  'amount.missing': Nothing
  'amount.not_positive': { given: string }
  'amount.not_text': { given: string }
  'amount.too_large': { given: string; currency: string; largest: string }
  'amount.too_many_decimals': { given: string; currency: string; decimals: number }
  'amount.total_too_large': { account: string }
  'amount.unreadable': { given: string; fault: string }
  'amount.words_unreadable': { given: string }
  'backup.holds_names': Nothing
  'bank_account.invalid': { given: string; fault: string }
  'body.not_json': { why: string }
  'body.too_large': { limit_bytes: number }
  'body.type': { type: string }
  'book.code': { book: string }
  'book.exists': { book: string }
  'book.not_a_book': { found: string }
  'book.not_set_up': Nothing
  'book.schema_altered': { version: number }
  'book.too_new': { found: number; known: number }
  'book.too_old': { found: number; known: number }
  'book.unavailable': Nothing
  'code.clock_off': { minutes: number }
  'code.used': Nothing
  'code.wrong': Nothing
  'commitment.release_too_large': {
    commitment: number
    amount: string
    left: string
    currency: string
  }
  'commitment.unknown': { commitment: number }
  'contribution.not_unidentified': { contribution: number; state: string }
  'contribution.party_needed': { source: string }
  'contribution.refund_too_large': {
    contribution: number
    amount: string
    left: string
    currency: string
  }
  'contribution.reversed': { contribution: number }
  'contribution.unidentified_has_no_party': Nothing
  'contribution.unidentified_in_money': { form: string }
  'contribution.unknown': { contribution: number }
  'credit_code.invalid': { given: string; fault: string }
  'currency.unknown': { currency: string }
  'day.before_origin': { day: string; origin: string }
  'day.in_future': { day: string; today: string }
  'day.invalid': { given: string }
  'detail.erased': { what: string }
  'duties.approved_by_oneself': { request: number }
  'duties.decided_already': { request: number }
  'duties.emergency_not_allowed': Nothing
  'duties.emergency_too_large': { amount: string; limit: string; currency: string }
  'duties.entered_by_oneself': { request: number }
  'duties.interest': { request: number; interests: readonly string[] }
  'duties.payer_entered': { request: number }
  'entry.already_reversed': { entry: number; by: number; on: string }
  'entry.beyond_scope': { entry: number }
  'entry.has_dependants': { entry: number; dependants: readonly string[] }
  'entry.is_reversal': { entry: number; reverses: number }
  'entry.of_award': { entry: number; subject: string }
  'entry.of_payment_request': { entry: number; request: number }
  'entry.unknown': { entry: number }
  'event.unknown': { sequence: number; newest: number }
  'file.has_programs': Nothing
  'file.not_its_kind': { ending: string }
  'file.not_utf8': { what: string; offset: number; line: number }
  'file.too_large': { what: string; bytes: number; limit: number }
  'file_seal.unreadable': { why: string }
  'form.broken': Nothing
  'form.foreign': Nothing
  'form.type': { type: string }
  'fund.category_not_allowed': { fund: string; category: string; allowed: readonly string[] }
  'fund.closed': { fund: string }
  'fund.exists': { code: string }
  'fund.larger_than_policy': { fund: string; amount: string; largest: string; currency: string }
  'fund.more_than_available': { fund: string; amount: string; available: string; currency: string }
  'fund.still_holds': {
    fund: string
    held: readonly { account: string; amount: string }[]
    currency: string
  }
  'fund.unknown': { fund: string }
  'host.too_many_books': { most: number }
  'iban.invalid': { given: string; fault: string }
  'idempotency_key.invalid': { key: string }
  'idempotency_key.missing': Nothing
  'idempotency_key.reused': { key: string; command: string }
  'import.already': { event: number }
  'import.currency': { fund: string; held: string; given: string }
  'import.problems': { problems: readonly LineProblem[] }
  'import.too_long': { entries: number; most: number }
  'input.invalid': { issues: readonly Issue[] }
  'interest.held': { party: string; kind: string }
  'interest.nobody': { actor: string }
  'interest.unknown': { interest: number }
  'limit.too_many_requests': { seconds: number }
  'mapping.invalid': { faults: readonly string[] }
  'mapping.unreadable': { fault: string }
  'month.invalid': { given: string }
  'organisation.already_set_up': { name: string }
  'organisation.nothing_revised': { name: string }
  'origin.invalid': { given: string }
  'page.unknown': { path: string }
  'party.unknown': { party: string }
  'payment_request.approved': { request: number }
  'payment_request.ended': { request: number; act: string }
  'payment_request.is_an_emergency': { request: number }
  'payment_request.not_an_emergency': { request: number }
  'payment_request.not_approved': { request: number; approvals: number; needed: number }
  'payment_request.of_another': { request: number }
  'payment_request.paid': { request: number; payout: number }
  'payment_request.unknown': { request: number }
  'payout.interest': { interests: readonly string[] }
  'payout.needs_request': { amount: string; above: string; currency: string }
  'payout.of_batch': { payout: number; batch: string; line: number }
  'payout.return_too_large': { payout: number; amount: string; left: string; currency: string }
  'payout.reversed': { payout: number }
  'payout.unknown': { payout: number }
  'period.closed': { day: string; month: string }
  'period.not_over': { month: string; today: string }
  'period.second_person': { month: string; actor: string }
  'period.state': { month: string; state: string }
  'phone.invalid': { given: string; fault: string }
  'pledge.exceeded': { pledge: number; amount: string; left: string; currency: string }
  'pledge.mismatch': { pledge: number; what: string }
  'pledge.unknown': { pledge: number }
  'policy.before_today': { kind: string; from: string; today: string }
  'policy.of_organisation': { kind: string; unit: string }
  'policy.unchanged': { kinds: readonly string[]; from: string }
  'policy.unknown': { version: number }
  'problem.unknown': { code: string }
  'public_key.unreadable': { why: string }
  'receipt.impossible': { contribution: number; why: string }
  'receipt.unknown': { number: string }
  'register.cursor': { cursor: string }
  'resident_id.invalid': { given: string; fault: string }
  'resident_id.old_form': { given: string }
  'sequence.unknown': { sequence: number; newest: number }
  'statement.key_missing': { number: string; kid: string }
  'statement.names_not_allowed': Nothing
  'statement.not_over': { to: string; today: string }
  'statement.range': { from: string; to: string }
  'statement.too_large': { lines: number; bytes: number; most_bytes: number }
  'statement.too_many_lines': { lines: number; most: number }
  'statement.unknown': { number: string }
  'statement_pdf.attachment_missing': { name: string }
  'statement_pdf.seal_missing': Nothing
  'statement_pdf.unreadable': { fault: string }
  'task.book_too_long_here': { events: number; most: number }
  'task.ended': { task: number; outcome: string }
  'task.of_another': { task: number }
  'task.other_file': { task: number }
  'task.too_many': { most: number }
  'task.unknown': { task: number }
  'time_zone.unknown': { given: string }
  'transfer.currencies_differ': { from: string; to: string }
  'transfer.repayment_too_large': {
    from: string
    to: string
    amount: string
    owed: string
    currency: string
  }
  'transfer.restriction_broken': { from: string; to: string; restriction: string }
  'transfer.same_fund': { fund: string }
  'transfer.unknown': { transfer: number }
  'unit.unknown': { unit: string }
  'user_person.no_user': { user: number }
  'user_person.of_oneself': { user: number }
  'user_person.of_another': { party: string; user: number }
  'vault.altered': { what: string }
  'vault.closed': Nothing
  'vault.key_file_open': { path: string; mode: string }
  'vault.key_unknown': { kid: string }
  'working_days.count': { given: number; most: number }
  'xlsx.too_large': { of: string; limit: number }
  'xlsx.unreadable': { fault: string }
}

/** Words for every refusal. */
export type RefusalWords = {
  readonly [Code in keyof RefusalValues]: (values: RefusalValues[Code]) => Told
}

/** Words for some: English refusals speak for themselves, except where they speak to programmers. */
export type SomeRefusalWords = Partial<RefusalWords>
