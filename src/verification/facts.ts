/**
 * What one table says of another: an act of the house and the entry it stands on, receipts for what was
 * kept of a known giver's contribution and one at a time, receipts and statements numbered without a gap,
 * keys under their own names, accounts as their roles require.
 */
import type { Table } from '../../db/schema.ts'
import { exponentOf } from '../kit/money.ts'
import { type AccountRole, accountRoles } from '../ledger/roles.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

interface Standing {
  readonly table: Table
  /** The column that names the row in its entry's subject, and the subject's noun. */
  readonly noun: string
  readonly of: string
  /** The column of its fund, or how to reach it. */
  readonly fund: string
}

/** Tables whose rows each stand on one entry. */
const standing: readonly Standing[] = [
  { table: 'pledge', noun: 'pledge', of: 'd.id', fund: 'd.fund_id' },
  { table: 'contribution', noun: 'contribution', of: 'd.id', fund: 'd.fund_id' },
  {
    table: 'contribution_identification',
    noun: 'contribution',
    of: 'd.contribution_id',
    fund: '(select fund_id from contribution where id = d.contribution_id)',
  },
  {
    table: 'contribution_refund',
    noun: 'contribution',
    of: 'd.contribution_id',
    fund: '(select fund_id from contribution where id = d.contribution_id)',
  },
  { table: 'transfer', noun: 'transfer', of: 'd.id', fund: 'd.from_fund_id' },
  { table: 'payout', noun: 'payout', of: 'd.id', fund: 'd.fund_id' },
  {
    table: 'payout_return',
    noun: 'payout',
    of: 'd.payout_id',
    fund: '(select fund_id from payout where id = d.payout_id)',
  },
  { table: 'commitment', noun: 'commitment', of: 'd.id', fund: 'd.fund_id' },
  {
    table: 'commitment_release',
    noun: 'commitment',
    of: 'd.commitment_id',
    fund: '(select fund_id from commitment where id = d.commitment_id)',
  },
]

/** Checks what tables say of each other. */
export function checkFacts(reader: Reader): Check {
  const check = collector('facts')
  let acts = 0
  for (const one of standing) {
    check.attempt(() => {
      acts += checkStanding(reader, check, one)
    })
  }
  check.attempt(() => checkReceipts(reader, check))
  check.attempt(() => checkNumbers(reader, check, 'receipt', receiptsSql))
  check.attempt(() => checkNumbers(reader, check, 'statement', statementsSql))
  check.attempt(() => checkAccounts(reader, check))
  check.attempt(() => checkCurrencies(reader, check))
  check.attempt(() => checkKeys(reader, check))
  return check.done(
    `${counts(acts, 'act')}: in agreement with their entries; receipts and statements are numbered without a gap; accounts play their roles`,
  )
}

/** Whole amounts: all legs carry the act's amount; a refund is split over its legs. */
function checkStanding(reader: Reader, check: Collector, one: Standing): number {
  const { table, noun, of, fund } = one
  const whole = table !== 'contribution_refund' && table !== 'contribution_identification'
  const amount = table === 'contribution_identification' ? '0' : 'd.amount_minor'
  const sql = `select d.id, d.event_seq, d.entry_id, e.event_seq as entry_event, e.subject, ${of} as of,
      ${fund} as fund, p.fund_id as posted_fund, ${amount} as amount, p.amount_minor as posted
    from "${table}" d left join entry e on e.id = d.entry_id
    left join posting p on p.id = e.first_posting_id`
  let count = 0
  for (const row of reader.each(sql, [])) {
    count += 1
    const where = { table, row: String(row.id), event: Number(row.event_seq) }
    const differs = (column: string, found: unknown, due: unknown) => {
      if (found === due) return
      const sentence = `entry ${row.entry_id} has the ${column} ${found}; this act has ${due}.`
      check.found(`${table}.entry`, sentence, where)
    }
    differs('event', row.entry_event, row.event_seq)
    differs('subject', row.subject, `${noun}/${row.of}`)
    differs('fund', row.posted_fund, row.fund)
    if (whole) differs('amount', row.posted, row.amount)
  }
  return count
}

/** Receipts given when, as the book knew then, the giver was unknown or nothing was kept. */
const unfoundedReceiptsSql = `select r.id, r.number, r.event_seq from receipt r
  join contribution c on c.id = r.contribution_id
  where c.amount_minor <= (
      select coalesce(sum(b.amount_minor), 0) from contribution_refund b
      left join entry z on z.reverses = b.entry_id and z.event_seq < r.event_seq
      where b.contribution_id = c.id and b.event_seq < r.event_seq and z.id is null)
    or (c.source = 'unidentified' and not exists (
      select 1 from contribution_identification i
      left join entry z on z.reverses = i.entry_id and z.event_seq < r.event_seq
      where i.contribution_id = c.id and i.event_seq < r.event_seq and z.id is null))
  order by r.id`

/** Receipts given while an earlier one of the same contribution was not void. */
const doubleReceiptsSql = `select r.id, r.number, r.event_seq, a.number as earlier from receipt r
  join receipt a on a.contribution_id = r.contribution_id and a.id < r.id
  where not exists (
    select 1 from contribution_identification i join entry z on z.reverses = i.entry_id
    where i.contribution_id = a.contribution_id
      and i.event_seq < a.event_seq and z.event_seq > a.event_seq and z.event_seq < r.event_seq)
  order by r.id`

function checkReceipts(reader: Reader, check: Collector): void {
  for (const { id, number, event_seq, earlier } of reader.each(doubleReceiptsSql, [])) {
    const where = { table: 'receipt', row: String(id), event: Number(event_seq) }
    check.found('receipt.twice', `${number} was given while ${earlier} stood.`, where)
  }
  for (const { id, number, event_seq } of reader.each(unfoundedReceiptsSql, [])) {
    const where = { table: 'receipt', row: String(id), event: Number(event_seq) }
    const sentence = `${number} was given for a contribution whose giver was unknown, or of which nothing was kept.`
    check.found('receipt.unfounded', sentence, where)
  }
}

const receiptsSql = `select r.id, r.number, r.event_seq, f.code from receipt r
  left join contribution c on c.id = r.contribution_id
  left join fund f on f.id = c.fund_id order by r.id`
const statementsSql = `select s.id, s.number, s.event_seq, f.code from statement s
  left join fund f on f.id = s.fund_id order by s.id`

function checkNumbers(reader: Reader, check: Collector, table: Table, sql: string): void {
  const given = new Map<string, number>()
  for (const row of reader.each(sql, [])) {
    const number = String(row.number)
    const series = /^(.*-\d{4}-)\d+$/.exec(number)?.[1] ?? ''
    const next = (given.get(series) ?? 0) + 1
    given.set(series, next)
    const expected = `${series}${String(next).padStart(4, '0')}`
    const start = `${table === 'receipt' ? 'R-' : ''}${String(row.code).toUpperCase()}-`
    if (number === expected && series.length === start.length + 5 && series.startsWith(start)) {
      continue
    }
    const sentence = `number is ${number}; the next of fund ${row.code} in its series is ${expected}.`
    check.found(`${table}.number`, sentence, {
      table,
      row: String(row.id),
      event: Number(row.event_seq),
    })
  }
}

function checkAccounts(reader: Reader, check: Collector): void {
  for (const row of reader.each('select id, role, class, holding, floor from account', [])) {
    if (row.role === null) continue
    const nature = accountRoles[row.role as AccountRole] as
      | (typeof accountRoles)[AccountRole]
      | undefined
    const here = [row.class, row.holding, row.floor].join(', ')
    const due = nature && [nature.class, nature.holding, nature.floor].join(', ')
    if (here === due) continue
    const sentence = `class, holding and floor are ${here}; the role ${row.role} requires ${due ?? 'to be known'}.`
    check.found('account.role', sentence, { table: 'account', row: String(row.id) })
  }
}

function checkCurrencies(reader: Reader, check: Collector): void {
  const sql = `select 'fund' as source, id, currency from fund
    union all select 'organisation', id, currency from organisation`
  for (const { source, id, currency } of reader.all(sql, [])) {
    try {
      exponentOf(String(currency))
    } catch {
      const where = { table: String(source), row: String(id) }
      check.found('currency.unknown', `currency is ${currency}, which is none.`, where)
    }
  }
}

function checkKeys(reader: Reader, check: Collector): void {
  for (const { id, kid, public_jwk } of reader.all('select * from signing_key', [])) {
    let named: unknown
    try {
      named = (JSON.parse(String(public_jwk)) as { kid?: unknown }).kid
    } catch {
      named = 'nothing readable'
    }
    if (named === kid) continue
    const sentence = `public_jwk holds ${named}; its row says ${kid}.`
    check.found('signing_key.kid', sentence, { table: 'signing_key', row: String(id) })
  }
}
