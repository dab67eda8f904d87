import { beforeEach, describe, expect, it } from 'vitest'
import { columns, type Table, witnessed } from '../../db/schema.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { SqlRow, Store } from '../../src/store/store.ts'
import { fillSampleBook, put } from './sample-book.ts'

const unsafe = 2 ** 53
const shut = /a closed period takes no entry/
const check = /CHECK constraint failed/
const unique = /UNIQUE constraint failed/
const required = /NOT NULL constraint failed/
const foreign = /FOREIGN KEY constraint failed/

const posting = { id: 2, fund_serial: 2 }
const entry = { id: 9, effective_on: '2025-03-31' }
const account = { account_id: 2 }
const other = { id: 9, entry_id: 2 }

/** The rule of the design, what is tried, the row that tries it, and the words of the refusal. */
const refused: readonly (readonly [string, string, Table, SqlRow, RegExp])[] = [
  ['rule 2', 'a posting of nothing', 'posting', { ...posting, amount_minor: 0 }, check],
  ['rule 2', 'a negative posting', 'posting', { ...posting, amount_minor: -1 }, check],
  ['rule 2', 'a posting beyond 2^53 - 1', 'posting', { ...posting, amount_minor: unsafe }, check],
  ['rule 2', 'a posting to itself', 'posting', { ...posting, credit_account_id: 1 }, check],
  ['rule 2', 'a posting without a fund', 'posting', { ...posting, fund_id: null }, required],
  ['rule 2', 'a posting to no account', 'posting', { ...posting, debit_account_id: 99 }, foreign],
  ['rule 2', 'a posting of no entry', 'posting', { ...posting, entry_id: 99 }, foreign],
  ['rule 4', 'a fund serial given twice', 'posting', { id: 2 }, unique],
  ['rule 4', 'a fund serial of zero', 'posting', { ...posting, fund_serial: 0 }, check],
  ['rule 4', 'an event that leaves a gap', 'event', { seq: 3 }, /gap-free/],
  ['rule 4', 'an event at a place taken', 'event', { seq: 1 }, /gap-free/],
  ['rule 4', 'an event with half a hash', 'event', { seq: 2, hash: new Uint8Array(16) }, check],
  ['rule 6', 'a key used twice', 'request', {}, unique],
  ['rule 6', 'a key short enough to guess', 'request', { key: '123' }, check],
  ['rule 7', 'a reopening by who asked', 'period_act', reopening('ann', 'ann'), check],
  ['rule 7', 'a reopening nobody asked for', 'period_act', reopening('ann', null), check],
  ['rule 7', 'a reopening declined by who asked', 'period_act', declined('ann', 'ann'), check],
  [
    'rule 7',
    'a reopening declined without a reason',
    'period_act',
    { ...declined('bob', 'ann'), reason_detail_id: null },
    check,
  ],
  [
    'rule 7',
    'a request without a reason',
    'period_act',
    { id: 9, act: 'reopening_requested' },
    check,
  ],
  ['rule 8', 'a second reversal', 'entry', { ...entry, reverses: 1 }, unique],
  [
    'rule 8',
    'a reversal of a reversal',
    'entry',
    { ...entry, reverses: 2 },
    /a reversal is not reversed/,
  ],
  ['rule 8', 'a reversal of itself', 'entry', { ...entry, reverses: 9 }, check],
  ['rule 8', 'a reversal of no entry', 'entry', { ...entry, reverses: 99 }, foreign],
  ['rule 8', 'a second receipt', 'receipt', { id: 9, number: 'R2' }, /one receipt that stands/],
  ['rule 8', 'a receipt number used twice', 'receipt', { id: 9, contribution_id: 9 }, unique],
  ['rule 8', 'a file imported twice', 'import', { id: 9 }, unique],
  [
    'rule 9',
    'an entry on the first of a closed month',
    'entry',
    { id: 9, effective_on: '2025-01-01' },
    shut,
  ],
  [
    'rule 9',
    'an entry on the last of a closed month',
    'entry',
    { id: 9, effective_on: '2025-01-31' },
    shut,
  ],
  [
    'rule 9',
    'an entry while reopening is asked',
    'entry',
    { id: 9, effective_on: '2025-02-28' },
    shut,
  ],
  [
    'rule 10',
    'an effective day that is an instant',
    'entry',
    { ...entry, effective_on: '2025-03-31T00Z' },
    check,
  ],
  [
    'section 6',
    'money below its floor',
    'balance',
    { ...account, floor: 1, balance_minor: -1 },
    check,
  ],
  [
    'section 6',
    'a payable below its floor',
    'balance',
    { ...account, floor: -1, balance_minor: 1 },
    check,
  ],
  [
    'section 6',
    'a balance beyond 2^53 - 1',
    'balance',
    { ...account, balance_minor: unsafe },
    check,
  ],
  [
    'section 6',
    'a balance beyond -(2^53 - 1)',
    'balance',
    { ...account, balance_minor: -unsafe },
    check,
  ],
  [
    'section 6',
    "a day's money below its floor",
    'balance_day',
    { ...account, floor: 1, balance_minor: -1 },
    check,
  ],
  [
    'section 6',
    "a day's payable below its floor",
    'balance_day',
    { ...account, floor: -1, balance_minor: 1 },
    check,
  ],
  ['section 6', 'a transfer of a fund to itself', 'transfer', { ...other, to_fund_id: 1 }, check],
  ['section 6', 'a member gift from nobody', 'contribution', { ...other, party_id: null }, check],
  ['section 6', 'a currency of two letters', 'fund', { id: 9, code: 'z', currency: 'CN' }, check],
  [
    'section 7',
    'a statement that ends before it begins',
    'statement',
    { id: 9, number: 'S9', to_on: '2024-12-31' },
    check,
  ],
  ['rule 11', 'a text whose digest was never witnessed', 'detail_body', { detail_id: 9 }, foreign],
]

function reopening(actor: string, requested_by: string | null): SqlRow {
  return { id: 9, act: 'reopened', actor, requested_by }
}

function declined(actor: string, requested_by: string): SqlRow {
  return { ...reopening(actor, requested_by), act: 'reopening_declined', reason_detail_id: 1 }
}

const accepted: readonly (readonly [string, Table, SqlRow])[] = [
  ['a posting of one minor unit', 'posting', { ...posting, amount_minor: 1 }],
  ['a posting of 2^53 - 1', 'posting', { ...posting, amount_minor: unsafe - 1 }],
  ['an entry in an open month', 'entry', entry],
  ['an entry in a month never closed', 'entry', { ...entry, effective_on: '2031-12-31' }],
  ['a reversal of an entry not yet reversed', 'entry', { ...entry, reverses: 3 }],
  ['the next event', 'event', { seq: 2 }],
  ['a reopening by another', 'period_act', reopening('bob', 'ann')],
  ['a reopening declined by another', 'period_act', declined('bob', 'ann')],
  ['money at its floor', 'balance', { ...account, floor: 1, balance_minor: 0 }],
  ['a payable at its floor', 'balance', { ...account, floor: -1, balance_minor: 0 }],
  ['an overdrawn account without a floor', 'balance', { ...account, balance_minor: 1 - unsafe }],
  [
    'an unidentified gift from nobody',
    'contribution',
    { ...other, source: 'unidentified', party_id: null },
  ],
]

const amounts = (Object.keys(columns) as Table[]).filter(
  (table) => 'amount_minor' in columns[table],
)

describe('the database itself', () => {
  let store: Store
  beforeEach(() => {
    store = openSqlite(':memory:')
    migrate(store)
    fillSampleBook(store)
  })

  it.each(refused)('[%s] refuses %s', (_rule, _what, table, row, words) => {
    const before = store.all(`select count(*) as count from "${table}"`, [])
    expect(() => put(store, table, row)).toThrow(words)
    expect(store.all(`select count(*) as count from "${table}"`, [])).toEqual(before)
  })

  it.each(accepted)('accepts %s', (_what, table, row) => {
    put(store, table, row)
    const [stored] = store.all(`select count(*) as count from "${table}"`, [])
    expect(stored?.count).toBeGreaterThan(1)
  })

  it.each(amounts)('[rule 3] refuses amounts in %s that move nothing', (table) => {
    expect(() => put(store, table, { amount_minor: 0 })).toThrow(check)
    expect(() => put(store, table, { amount_minor: -5 })).toThrow(check)
  })

  it('[rule 4] refuses a row of any event but the next', () => {
    for (const table of witnessed) {
      for (const event_seq of [1, 3]) {
        expect(() => put(store, table, { event_seq })).toThrow('belongs to the next event')
      }
    }
  })
})
