/**
 * The typed schema. `columns` says at run time what the migrations made (a test compares them); the
 * types of rows, of the query builder and of `insert` all come from it.
 */
import type { RowOf } from './columns.ts'
import { accessTables } from './tables/access.ts'
import { bookTables } from './tables/book.ts'
import { casesTables } from './tables/cases.ts'
import { dataTables } from './tables/data.ts'
import { decisionsTables } from './tables/decisions.ts'
import { deliveryTables } from './tables/delivery.ts'
import { dutiesTables } from './tables/duties.ts'
import { fundsTables } from './tables/funds.ts'
import { identityTables } from './tables/identities.ts'
import { ledgerTables } from './tables/ledger.ts'
import { mergesTables } from './tables/merges.ts'
import { peopleTables } from './tables/people.ts'
import { policiesTables } from './tables/policies.ts'
import { signInTables } from './tables/sign-in.ts'
import { statementsTables } from './tables/statements.ts'
import { vaultTables } from './tables/vault.ts'

export const columns = {
  ...bookTables,
  ...ledgerTables,
  ...fundsTables,
  ...statementsTables,
  ...peopleTables,
  ...mergesTables,
  ...accessTables,
  ...policiesTables,
  ...signInTables,
  ...identityTables,
  ...vaultTables,
  ...dutiesTables,
  ...dataTables,
  ...casesTables,
  ...decisionsTables,
  ...deliveryTables,
} as const

export type Table = keyof typeof columns

export type Row<T extends Table> = RowOf<(typeof columns)[T]>

/** The schema as the query builder wants it. */
export type Database = { [T in Table]: Row<T> }

/**
 * Tables whose rows an event covers with its hash, in the order in which they are hashed. New tables
 * are appended, never inserted: the order is part of the chain's format.
 */
export const witnessed = [
  'request',
  'organisation',
  'signing_key',
  'detail',
  'token',
  'token_revocation',
  'party',
  'account',
  'fund',
  'fund_policy',
  'period_act',
  'entry',
  'posting',
  'pledge',
  'contribution',
  'contribution_identification',
  'contribution_refund',
  'receipt',
  'transfer',
  'payout',
  'payout_return',
  'commitment',
  'commitment_release',
  'import',
  'statement',
  'user',
  'user_password',
  'user_end',
  'session',
  'session_end',
  'invitation',
  'invitation_use',
  'fund_closing',
  'task',
  'task_stop',
  'task_end',
  'unit',
  'unit_version',
  'role_grant',
  'role_grant_end',
  'second_factor',
  'second_factor_end',
  'second_factor_use',
  'recovery_code',
  'recovery_code_use',
  'recovery_end',
  'half_sign_in',
  'half_sign_in_end',
  'session_proof',
  'device',
  'token_command',
  'user_handle',
  'passkey',
  'passkey_use',
  'passkey_end',
  'identity_provider',
  'identity_provider_end',
  'identity',
  'identity_end',
  'identity_use',
  'membership',
  'membership_end',
  'household',
  'household_member',
  'household_member_end',
  'tie',
  'tie_end',
  'party_status',
  'policy_version',
  'sealed_field',
  'person_key_end',
  'party_number',
  'party_merge',
  'party_unmerge',
  'party_distinct',
  'user_person',
  'interest',
  'interest_end',
  'payment_request',
  'payment_approval',
  'payment_request_end',
  'request_payment',
  'consent',
  'consent_end',
  'unsealing',
  'erasure_request',
  'erasure_request_end',
  'erasure',
  'erased_detail',
  'programme',
  'programme_version',
  'aid_event',
  'hardship_file',
  'hardship_file_version',
  'case_round',
  'hardship_case',
  'case_version',
  'case_act',
  'case_check',
  'case_document',
  'case_document_amount',
  'application_code',
  'application_code_end',
  'application_code_use',
  'sitting',
  'sitting_attendance',
  'sitting_recusal',
  'ballot',
  'ballot_vote',
  'ballot_case',
  'sitting_close',
  'notice',
  'notice_case',
  'notice_end',
  'objection',
  'objection_end',
  'objection_reading',
  'award_reservation',
  'award_reservation_use',
  'cap_override_request',
  'cap_override',
  'case_approval',
  'award',
  'award_ratification',
  'award_end',
  'instalment',
  'instalment_end',
  'batch',
  'batch_line',
  'batch_line_removal',
  'batch_drop',
  'batch_release',
  'batch_line_result',
  'batch_line_slip',
  'batch_line_bounce',
  'batch_close',
  'delivery_confirmation',
  'call_back_draw',
  'call_back_seed',
  'call_back',
  'call_back_answer',
  'revisit',
  'grievance',
  'grievance_end',
  'clawback',
  'clawback_receipt',
  'paying_account',
] as const satisfies readonly Table[]

export type Witnessed = (typeof witnessed)[number]
