/** A small book written row by row, for tests of what the database itself refuses. */
import { columns, type Table } from '../../db/schema.ts'
import type { SqlRow, SqlValue, Store } from '../../src/store/store.ts'

const digest = new Uint8Array(32)

/** What a plausible row of a table holds where 1, 'x', 32 bytes and NULL would not do. */
const particulars: Partial<Record<Table, SqlRow>> = {
  request: { key: 'key-0123456789abcdef' },
  organisation: { currency: 'CNY' },
  detail_body: { salt: new Uint8Array(16) },
  sealed_body: { nonce: new Uint8Array(12) },
  person_key: { nonce: new Uint8Array(12), wrapped: new Uint8Array(48) },
  vault_key: { name: 'secrets', nonce: new Uint8Array(12), wrapped: new Uint8Array(48) },
  party: { kind: 'person' },
  account: { class: 'asset' },
  fund: { restriction: 'purpose', currency: 'CNY' },
  period_act: { month: '2025-03', act: 'closed' },
  period: { month: '2025-03', state: 'open' },
  entry: { effective_on: '2025-03-01' },
  posting: { debit_account_id: 1, credit_account_id: 2, effective_on: '2025-03-01' },
  balance: { floor: 0 },
  balance_day: { floor: 0 },
  contribution: { source: 'member', form: 'bank', party_id: 1 },
  contribution_identification: { source: 'member' },
  transfer: { terms: 'permanent', from_fund_id: 1, to_fund_id: 2 },
  payout: { form: 'bank' },
  statement: { from_on: '2025-01-01', to_on: '2025-03-31', language: 'en' },
  fund_closing: { fund_id: 2 },
  task: { kind: 'verify_book' },
  task_end: { outcome: 'finished' },
  policy_version: { kind: 'notice', effective_from: '2025-03-01', body: '{}' },
  session_proof: { way: 'password' },
  unit_version: { parent_id: null },
  membership: { sort: 'home', from_on: '2025-01-01' },
  membership_end: { cause: 'left', to_on: '2025-02-01' },
  household_member: { relation: 'head', from_on: '2025-01-01' },
  household_member_end: { cause: 'left', to_on: '2025-02-01' },
  tie: { b_id: 2, kind: 'sibling' },
  party_status: { status: 'active', from_on: '2025-01-01' },
  party_merge: { merged_id: 2 },
  party_distinct: { other_id: 2 },
  passkey_use: { counter: 2 },
  passkey_end: { reason: 'removed' },
  interest: { kind: 'family' },
  payment_request: { form: 'bank', approvals_needed: 1, emergency: 0 },
  payment_approval: { actor: 'y' },
  payment_request_end: { request_id: 2, act: 'declined' },
  request_payment: { actor: 'z' },
  consent: { purpose: 'publication', given_on: '2025-01-01' },
  consent_end: { withdrawn_on: '2025-02-01' },
  erasure_request: { id: 2, ground: 'asked_for' },
  erasure_request_end: { request_id: 2 },
  erasure: { actor: 'y' },
  programme_version: { open: 1 },
  hardship_file_version: { in_hardship: 1, certified: 1 },
  hardship_case: { applied_by: 'member', emergency: 0 },
  case_version: { form: 'bank' },
  case_act: { act: 'refused' },
  case_state: { state: 'open' },
  case_check: { outcome: 'pass' },
  case_document: { kind: 'bill' },
  sitting_attendance: { part: 'chair', presence: 'present' },
  sitting_recusal: { ground: 'known' },
  ballot: { proposal: 'approve', against: 0, abstained: 0, rule: null },
  ballot_vote: { user_id: 2, vote: 'for' },
  notice: { level: 'unit', put_up_on: '2025-03-01', last_on: '2025-03-08' },
  notice_end: { outcome: 'ran' },
  objection: { form: 'named' },
  objection_end: { outcome: 'dismissed' },
  cap_override: { actor: 'y', allowed: 1 },
  case_approval: { actor: 'y' },
  award: { emergency: 0 },
  award_ratification: { ratified: 1, late: 0 },
  award_end: { award_id: 2, cause: 'died' },
  instalment: { form: 'bank' },
  batch: { form: 'bank' },
  batch_release: { actor: 'y' },
  batch_line_result: { outcome: 'paid', payout_id: 1 },
  batch_line_slip: { received_by: 'oneself' },
  delivery_confirmation: { how: 'slip', received: 1, asked_back: 0 },
  call_back_seed: { payouts: '[]' },
  call_back_answer: { outcome: 'received' },
  revisit: { outcome: 'better' },
  grievance: { kind: 'appeal' },
  grievance_end: { outcome: 'upheld' },
  clawback: { cause: 'mistake' },
  clawback_receipt: { form: 'bank' },
  helper: { sort: 'person' },
  helper_version: { standing: 'open' },
  need_version: { standing: 'open' },
  match_rejection: { said_by: 'helper', reason: 'too_far' },
  pair_act: { act: 'proposed' },
  pair_state: { state: 'proposed' },
  agreement_version: { from_on: '2025-01-01', until_on: '2025-12-31' },
  agreement_commitment: { side: 'helper', kind: 'jobs', quantity: 3 },
  agreement_evidence: { quantity: 2 },
  agreement_act: { act: 'ended' },
  variance_signature: { side: 'helper' },
  visit: { kind: 'visit', met: 'oneself', at_place: 'home' },
  visit_help: { form: 'service', private: 0 },
  visit_confirmation: { how: 'call' },
  follow_up: { for_whom: 'helper' },
  follow_up_end: { outcome: 'done' },
  care_event: { kind: 'hospital' },
  service_pledge: { from_on: '2025-01-01', due_on: '2025-02-01' },
  service_pledge_end: { outcome: 'kept' },
  calendar_feed: { party_id: 1 },
}

/** A row of `table` with `given` in place of what a plausible one holds. */
export function sample(table: Table, given: SqlRow = {}): SqlRow {
  const plain = Object.entries(columns[table]).map(([name, { sql, nullable }]) => {
    const value: SqlValue = sql === 'INTEGER' ? 1 : sql === 'TEXT' ? 'x' : digest
    return [name, nullable ? null : value]
  })
  return { ...Object.fromEntries(plain), ...particulars[table], ...given }
}

/** Writes such a row. `verb` may be `insert or replace`. */
export function put(store: Store, table: Table, given: SqlRow = {}, verb = 'insert'): void {
  const row = sample(table, { ...ofNextEvent(store, table), ...given })
  const names = Object.keys(row).map((name) => `"${name}"`)
  const marks = names.map(() => '?')
  store.run(`${verb} into "${table}" (${names}) values (${marks})`, Object.values(row))
}

/** The event that the database lets a witnessed row belong to: the one about to be appended. */
function ofNextEvent(store: Store, table: Table): SqlRow {
  if (!('event_seq' in columns[table])) return {}
  const [row] = store.all('select coalesce(max(seq), 0) + 1 as event_seq from event', [])
  return row ?? {}
}

/** Rows that end others, after which nothing more hangs on those. */
const ends: readonly Table[] = ['batch_line_removal', 'batch_drop', 'award_end', 'instalment_end']

/**
 * Event 1; parties, accounts and funds 1 and 2; entries 1, 2 (which reverses 1) and 3, without postings;
 * January closed, February with a reopening requested, March open; one row of every other table.
 */
export function fillSampleBook(store: Store): void {
  store.transaction((): undefined => {
    put(store, 'detail')
    put(store, 'unit')
    put(store, 'party')
    put(store, 'party', { id: 2 })
    put(store, 'account', { id: 2, code: 'y' })
    put(store, 'fund', { id: 2, code: 'y' })
    put(store, 'fund')
    put(store, 'payment_request', { id: 2 })
    put(store, 'erasure_request', { id: 1 })
    put(store, 'period', { month: '2025-01', state: 'closed' })
    put(store, 'period', { month: '2025-02', state: 'reopening_requested' })
    put(store, 'entry')
    put(store, 'entry', { id: 2, reverses: 1 })
    put(store, 'entry', { id: 3 })
    const done: readonly Table[] = ['event', 'detail', 'unit', 'party', 'fund', 'entry']
    const rest = (Object.keys(columns) as Table[]).filter((table) => !done.includes(table))
    for (const table of rest.filter((one) => !ends.includes(one))) {
      put(store, table)
      if (table === 'user') put(store, 'user', { id: 2 })
    }
    put(store, 'hardship_case', { id: 2 })
    put(store, 'award', { id: 2, case_id: 2 })
    for (const table of ends) put(store, table)
    put(store, 'event')
  })
}
