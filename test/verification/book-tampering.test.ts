import type { Database } from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { checkpointOf } from '../../src/book/tree.ts'
import type { EventSeq } from '../../src/kit/ids.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { verifyBook } from '../../src/verification/book.ts'
import type { Finding } from '../../src/verification/report.ts'
import { richFile, tamper, verifyFile } from './rich-book.ts'

const file = await richFile()
afterAll(() => file.remove())

type Case = readonly [name: string, change: string, finding: Partial<Finding>]

const cases: readonly Case[] = [
  [
    'an amount',
    'update posting set amount_minor = 99 where id = 3',
    { code: 'event.rows_changed' },
  ],
  [
    'an amount',
    'update posting set amount_minor = 99 where id = 3',
    { code: 'posting.debit_running_minor', table: 'posting', row: '3' },
  ],
  ['a payee', 'update payout set payee_id = 2 where id = 1', { code: 'event.rows_changed' }],
  [
    'an account',
    'update posting set credit_account_id = 2 where id = 4',
    { code: 'event.rows_changed' },
  ],
  [
    'a serial',
    'update posting set fund_serial = 40 where id = 17',
    { code: 'posting.fund_serial', row: '17' },
  ],
  [
    'a link',
    'update posting set debit_previous_id = 1 where id = 5',
    { code: 'posting.debit_previous_id', row: '5' },
  ],
  ['a leg', 'update posting set leg = 3 where id = 5', { code: 'posting.leg', row: '5' }],
  [
    'the newest day so far',
    "update posting set high_on = '2026-02-02' where id = 4",
    { code: 'posting.high_on', row: '4' },
  ],
  [
    'a removed row',
    'delete from payout where id = 1',
    { code: 'rows.missing', table: 'payout', row: '1' },
  ],
  [
    'a removed last row',
    'delete from receipt where id = 1',
    { code: 'event.rows_changed', event: 6 },
  ],
  [
    'an added row',
    "insert into receipt values (2, 'R-CARE-2026-0002', 2, '2026-03-31', null, 9)",
    { code: 'event.rows_changed', event: 9 },
  ],
  [
    'a row of an event that is not there',
    "insert into receipt values (2, 'R-CARE-2026-0002', 2, '2026-03-31', null, 99)",
    { code: 'row.without_event', table: 'receipt', row: '2', event: 99 },
  ],
  [
    'a row moved to another event',
    'update party set event_seq = 30 where id = 2',
    { code: 'row.out_of_place', table: 'party', row: '2' },
  ],
  [
    'a row moved to an earlier event',
    'update party set event_seq = 2 where id = 3',
    { code: 'row.out_of_place', table: 'party', row: '3' },
  ],
  ['a removed event', 'delete from event where seq = 12', { code: 'event.gap', event: 13 }],
  [
    'who did it',
    "update event set actor = 'token:7' where seq = 9",
    { code: 'event.hash', event: 9 },
  ],
  [
    'when it was done',
    'update event set at = at + 1 where seq = 9',
    { code: 'event.hash', event: 9 },
  ],
  [
    'a hash',
    'update event set hash = zeroblob(32) where seq = 9',
    { code: 'event.hash', event: 9 },
  ],
  [
    'a rows digest',
    'update event set rows_digest = zeroblob(32) where seq = 9',
    { code: 'event.rows_digest', event: 9 },
  ],
  [
    'an answer',
    "update request set answer = '{}' where event_seq = 9",
    { code: 'event.rows_changed', event: 9 },
  ],
  [
    'a sender’s key',
    "update request set key = 'another-key-of-16' where event_seq = 9",
    { code: 'event.rows_changed', event: 9 },
  ],
  [
    'a balance',
    'update balance set balance_minor = balance_minor + 1 where fund_id = 1 and account_id = 1',
    { code: 'balance.balance_minor', row: '1/1' },
  ],
  [
    'a removed balance',
    'delete from balance where fund_id = 1 and account_id = 1',
    { code: 'balance.missing', row: '1/1' },
  ],
  [
    'a balance of nothing',
    'insert into balance values (2, 30, 5, 0)',
    { code: 'balance.balance_minor', row: '2/30' },
  ],
  [
    'a floor',
    'update balance set floor = 0 where fund_id = 1 and account_id = 1',
    { code: 'balance.floor', row: '1/1' },
  ],
  [
    'a day’s close',
    "update balance_day set balance_minor = 1 where day = '2026-02-02' and account_id = 1",
    { code: 'balance_day.balance_minor', row: '1/1/2026-02-02' },
  ],
  [
    'a day’s sum',
    "update balance_day set moved_minor = 1 where day = '2026-02-02' and account_id = 1",
    { code: 'balance_day.moved_minor', row: '1/1/2026-02-02' },
  ],
  [
    'a day’s newest row',
    "update balance_day set last_posting_id = 2 where day = '2026-02-02' and account_id = 1",
    { code: 'balance_day.last_posting_id', row: '1/1/2026-02-02' },
  ],
  [
    'a removed day',
    "delete from balance_day where day = '2026-02-02' and account_id = 1",
    { code: 'balance_day.missing', row: '1/1/2026-02-02' },
  ],
  [
    'an added day',
    "insert into balance_day values (1, 1, '2026-02-03', 0, 0, 1, 1)",
    { code: 'balance_day.unfounded', row: '1/1/2026-02-03' },
  ],
  [
    'an added mark',
    'insert into balance_mark values (1, 1, 1, 5)',
    { code: 'balance_mark.unfounded' },
  ],
  [
    'an added block',
    'insert into merkle_block values (0, 0, zeroblob(32))',
    { code: 'block.unfounded', row: '0/0' },
  ],
  [
    'an opened period',
    "update period set state = 'open' where month = '2026-02'",
    { code: 'period.state', row: '2026-02' },
  ],
  [
    'a forgotten period',
    "delete from period where month = '2026-02'",
    { code: 'period.missing', row: '2026-02' },
  ],
  [
    'a reopening by one person',
    "update period_act set actor = requested_by where act = 'reopened'",
    { code: 'period_act.second_person' },
  ],
  [
    'a request declined by who asked',
    "update period_act set actor = requested_by where act = 'reopening_declined'",
    { code: 'period_act.second_person' },
  ],
  [
    'an entry backdated into a closed period',
    "update entry set effective_on = '2026-02-10' where id = 15",
    { code: 'entry.period_closed', row: '15' },
  ],
  [
    'a posting in a closed fund',
    'insert into fund_closing (fund_id, reason_detail_id, event_seq) values (1, 1, 5)',
    { code: 'posting.fund_closed' },
  ],
  [
    'a second reversal',
    'drop index entry_reversed_once; update entry set reverses = 9 where id = 15',
    { code: 'entry.reversed_twice', row: '15' },
  ],
  [
    'a reversal that is none',
    'update entry set reverses = 10 where id = 14',
    { code: 'entry.not_mirrored', row: '14' },
  ],
  ['an entry’s legs', 'update entry set legs = 3 where id = 15', { code: 'entry.legs', row: '15' }],
  [
    'a name',
    "update detail_body set body = '张三' where detail_id = 1",
    { code: 'detail.digest', row: '1' },
  ],
  [
    'a salt',
    'update detail_body set salt = zeroblob(16) where detail_id = 1',
    { code: 'detail.digest', row: '1' },
  ],
  [
    'a text that is gone',
    'delete from detail_body where detail_id = 1',
    { code: 'detail.erased', row: '1' },
  ],
  [
    'a text of nothing',
    "insert into detail_body values (99, zeroblob(16), 'x')",
    { code: 'detail_body.unfounded', row: '99' },
  ],
  [
    'an act’s amount',
    'update payout set amount_minor = 5 where id = 1',
    { code: 'payout.entry', row: '1' },
  ],
  [
    'an act’s fund',
    'update commitment set fund_id = 2 where id = 1',
    { code: 'commitment.entry', row: '1' },
  ],
  [
    'an act’s entry',
    'update pledge set entry_id = 1 where id = 1',
    { code: 'pledge.entry', row: '1' },
  ],
  [
    'a receipt’s number',
    "update receipt set number = 'R-CARE-2026-0007' where id = 1",
    { code: 'receipt.number', row: '1' },
  ],
  [
    'a receipt’s contribution, not yet identified',
    'update receipt set contribution_id = 3 where id = 1',
    { code: 'receipt.unfounded', row: '1' },
  ],
  [
    'a receipt’s contribution, given back before',
    'update contribution_refund set amount_minor = 100000, event_seq = 1 where id = 1',
    { code: 'receipt.unfounded', row: '1' },
  ],
  [
    'a second receipt while the first one stands',
    "insert into receipt values (2, 'R-CARE-2026-0002', 1, '2026-03-31', null, 9)",
    { code: 'receipt.twice', row: '2' },
  ],
  [
    'a statement’s number',
    "update statement set number = 'FREE-2026-0001' where id = 1",
    { code: 'statement.number', row: '1' },
  ],
  [
    'an account’s class',
    "update account set class = 'expense' where role = 'bank'",
    { code: 'account.role' },
  ],
  [
    'a fund’s currency',
    "update fund set currency = 'XQZ' where id = 1",
    { code: 'currency.unknown', table: 'fund' },
  ],
  ['a key’s name', "update signing_key set kid = 'other'", { code: 'signing_key.kid' }],
  [
    'what a statement knew',
    'update statement set known_seq = 3 where id = 1',
    { code: 'statement.known_seq', row: '1' },
  ],
  [
    'a statement’s text',
    "update detail_body set body = replace(body, '100000', '100001') where detail_id = (select document_detail_id from statement where id = 1)",
    { code: 'statement.digest', row: '1' },
  ],
  [
    'a user’s role',
    "update role_grant set role = 'owner' where id = 2",
    { code: 'event.rows_changed' },
  ],
  [
    'a password put in place of another',
    'update user_password set hash_detail_id = 1 where id = 1',
    { code: 'event.rows_changed' },
  ],
  [
    'a removed password',
    'delete from user_password where id = 1',
    { code: 'rows.missing', table: 'user_password', row: '1' },
  ],
  [
    'a password’s hash',
    "update detail_body set body = replace(body, 'd', 'e') where detail_id = (select max(hash_detail_id) from user_password)",
    { code: 'detail.digest', table: 'detail_body' },
  ],
  ['a user who comes back', 'delete from user_end', { code: 'event.rows_changed' }],
  [
    'a session that lasts',
    'update session set expires_at = expires_at + 1 where id = 1',
    { code: 'event.rows_changed' },
  ],
  [
    'a session of another',
    'update session set user_id = 2 where id = 1',
    { code: 'event.rows_changed' },
  ],
  [
    'a session opened again',
    'delete from session_end where id = 1',
    { code: 'rows.missing', table: 'session_end', row: '1' },
  ],
  [
    'an invitation to more',
    "update invitation set role = 'owner' where id = 1",
    { code: 'event.rows_changed' },
  ],
  [
    'an invitation used again',
    'delete from invitation_use where id = 1',
    { code: 'rows.missing', table: 'invitation_use', row: '1' },
  ],
  ['a dropped rule', 'drop trigger posting_never_altered', { code: 'schema.object_missing' }],
  ['an added table', 'create table more (id integer)', { code: 'schema.object_added' }],
  ['a dropped index', 'drop index entry_reversed_once', { code: 'schema.object_missing' }],
  ['another version', 'pragma user_version = 7', { code: 'schema.setting_changed' }],
  ['a migration’s name', "update migration set name = 'spin'", { code: 'migration.changed' }],
  [
    'a party that is not there',
    'update payout set beneficiary_id = 77 where id = 1',
    { code: 'database.foreign_key', table: 'payout' },
  ],
  [
    'an amount below zero',
    'update posting set amount_minor = -5 where id = 3',
    { code: 'posting.amount_minor', table: 'posting', row: '3' },
  ],
]

describe('[V1] a change past the database’s own rules is found, and named', () => {
  test.each(cases)('%s: %s', (_, change, finding) => {
    const path = file.copy()
    const keepsTriggers = /^(drop trigger|create|pragma)/.test(change)
    tamper(path, (database: Database) => database.exec(change), { keepsTriggers })
    const findings = verifyFile(path).checks.flatMap((check) => check.findings)
    expect(findings).toContainEqual(expect.objectContaining(finding))
  })

  test('a loosened rule under the old name is shown with its text', () => {
    const path = file.copy()
    const drop = 'drop trigger entry_period_open'
    const loosened = `create trigger entry_period_open before insert on entry begin select 1; end`
    tamper(path, (database) => database.exec(`${drop}; ${loosened}`), { keepsTriggers: true })
    const [, schema] = verifyFile(path).checks
    expect(schema?.findings).toMatchObject([{ code: 'schema.object_changed' }])
  })

  test('a wrong hash, and a row out of its place, are each named once', () => {
    const path = file.copy()
    tamper(path, (database) => database.exec('update event set hash = zeroblob(32) where seq = 9'))
    const chain = verifyFile(path).checks.find(({ name }) => name === 'chain')
    expect(chain?.findings.map(({ code, event }) => [code, event])).toEqual([['event.hash', 9]])
  })
})

test('[V3] a book rewritten from its first event on disagrees with a checkpoint kept elsewhere', async () => {
  const store = openSqlite(file.path, { readOnly: true })
  const signed = checkpointOf(store, 'relief', 10 as EventSeq)
  const verify = (checkpoint: typeof signed) =>
    verifyBook(store, { checkpoints: [checkpoint] }).checks.find(({ name }) => name === 'tree')
  expect(verify(signed)).toMatchObject({ state: 'passed' })
  expect(verify({ ...signed, root: '00' })?.findings).toMatchObject([{ code: 'checkpoint.root' }])
  expect(verify({ ...signed, chain_head: '00' })?.findings).toMatchObject([
    { code: 'checkpoint.root' },
  ])
  expect(verify({ ...signed, tree_size: 900 })?.findings).toMatchObject([
    { code: 'checkpoint.ahead' },
  ])
  store.close()
})
