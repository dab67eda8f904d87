/**
 * The book read with plain SQL and added up the slow way. Nothing here uses the code under test, except
 * the store's `all` and the names of tables.
 */
import { createHash } from 'node:crypto'
import { witnessed } from '../../../db/schema.ts'
import type { Reader, SqlRow } from '../../../src/store/store.ts'

export interface RawEntry {
  readonly id: number
  readonly kind: string
  readonly first_posting_id: number
  readonly legs: number
  readonly effective_on: string
  readonly subject: string
  readonly reverses: number | null
  readonly event_seq: number
}

export interface RawPosting {
  readonly id: number
  readonly entry_id: number
  readonly fund_id: number
  readonly fund_serial: number
  readonly leg: number
  readonly debit_account_id: number
  readonly credit_account_id: number
  readonly amount_minor: number
  readonly effective_on: string
  readonly event_seq: number
}

export interface RawAccount {
  readonly id: number
  readonly code: string
  readonly role: string | null
  readonly class: string
  readonly floor: number
}

export interface RawFund {
  readonly id: number
  readonly code: string
  readonly currency: string
}

/** A row of one of the tables that stand on an entry. */
export interface RawFact {
  readonly id: number
  readonly entry_id: number
  readonly amount_minor: number
  readonly [column: string]: number | string | null
}

const factTables = [
  'pledge',
  'contribution',
  'contribution_identification',
  'contribution_refund',
  'transfer',
  'payout',
  'payout_return',
  'commitment',
  'commitment_release',
] as const
export type FactTable = (typeof factTables)[number]

export interface Raw {
  readonly accounts: readonly RawAccount[]
  readonly funds: readonly RawFund[]
  readonly entries: readonly RawEntry[]
  readonly postings: readonly RawPosting[]
  readonly periodActs: readonly { month: string; act: string; event_seq: number }[]
  /** The policy in force of each fund. */
  readonly policies: ReadonlyMap<number, { preserved: string | null }>
  readonly facts: Readonly<Record<FactTable, readonly RawFact[]>>
  /** Ids of entries that were reversed. */
  readonly reversed: ReadonlySet<number>
  readonly lastSeq: number
}

/** Reads a small book whole. */
export function readRaw(reader: Reader): Raw {
  const all = <T>(sql: string) => reader.all(sql, []) as unknown as T[]
  const entries = all<RawEntry>('select * from entry order by id')
  const policies = new Map<number, { preserved: string | null }>()
  for (const { fund_id, policy } of all<{ fund_id: number; policy: string }>(
    'select fund_id, policy from fund_policy order by id',
  )) {
    policies.set(fund_id, JSON.parse(policy))
  }
  const facts = Object.fromEntries(
    factTables.map((table) => [table, all<RawFact>(`select * from ${table} order by id`)]),
  ) as Record<FactTable, RawFact[]>
  return {
    accounts: all('select * from account order by id'),
    funds: all('select * from fund order by id'),
    entries,
    postings: all('select * from posting order by id'),
    periodActs: all('select month, act, event_seq from period_act order by id'),
    policies,
    facts,
    reversed: new Set(entries.flatMap(({ reverses }) => (reverses === null ? [] : [reverses]))),
    lastSeq: all<{ seq: number }>('select coalesce(max(seq), 0) as seq from event')[0]!.seq,
  }
}

/** A balance's place. */
export function place(fundId: number, accountId: number): string {
  return `${fundId}/${accountId}`
}

/** Debit-positive balances as of the close of `day` and known at `seq`; null sets no bound. */
export function naiveBalances(
  postings: readonly RawPosting[],
  bounds: { readonly day: string | null; readonly seq: number | null },
): Map<string, number> {
  const found = new Map<string, number>()
  const add = (key: string, amount: number) => found.set(key, (found.get(key) ?? 0) + amount)
  for (const posting of postings) {
    if (bounds.day !== null && posting.effective_on > bounds.day) continue
    if (bounds.seq !== null && posting.event_seq > bounds.seq) continue
    add(place(posting.fund_id, posting.debit_account_id), posting.amount_minor)
    add(place(posting.fund_id, posting.credit_account_id), -posting.amount_minor)
  }
  return found
}

const moneyRoles = ['bank', 'cash', 'payment_clearing']
const payableRoles = [
  'training_payable',
  'refundable_advances',
  'grants_payable',
  'returned_payments',
  'due_to_funds',
  'due_to_levels',
  'subsidies_payable',
  'unidentified_receipts',
  'refunds_payable',
  'guarantee_provision',
  'voucher_liability',
  'custodial_liabilities',
  'member_savings',
]
const commitmentRoles = ['vouchers_outstanding', 'awards_on_notice', 'loans_approved']

const decimals: Readonly<Record<string, number>> = { CNY: 2, JPY: 0, KWD: 3 }

/** Minor units as the plain machine form. */
export function naiveText(minorUnits: number, currency: string): string {
  const places = decimals[currency]!
  const digits = String(Math.abs(minorUnits)).padStart(places + 1, '0')
  const sign = minorUnits < 0 ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The plain machine form as minor units. */
export function naiveMinor(text: string, currency: string): number {
  const [whole, part = ''] = text.split('.')
  return Number(whole + part.padEnd(decimals[currency]!, '0'))
}

export interface Held {
  readonly money: number
  readonly payables: number
  readonly commitments: number
  readonly preserved: number
  readonly available: number
}

/** What a fund holds, owes, has promised, must preserve, and may still give. */
export function naiveHeld(
  raw: Raw,
  fund: RawFund,
  bounds: { readonly day: string | null; readonly seq: number | null } = { day: null, seq: null },
): Held {
  const balances = naiveBalances(raw.postings, bounds)
  const sum = (roles: readonly string[]) =>
    raw.accounts
      .filter(({ role }) => role !== null && roles.includes(role))
      .reduce((total, { id }) => total + (balances.get(place(fund.id, id)) ?? 0), 0)
  const preservedText = raw.policies.get(fund.id)!.preserved
  const money = sum(moneyRoles)
  const payables = 0 - sum(payableRoles)
  const commitments = sum(commitmentRoles)
  const preserved = preservedText === null ? 0 : naiveMinor(preservedText, fund.currency)
  return {
    money,
    payables,
    commitments,
    preserved,
    available: money - payables - commitments - preserved,
  }
}

/** Whether the entry of a fact stands, not reversed. */
export function stands(raw: Raw, fact: RawFact): boolean {
  return !raw.reversed.has(fact.entry_id)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The first fault of the chain in words, or undefined: every event re-hashed from its rows. */
export function faultOfChain(reader: Reader): string | undefined {
  const lines = new Map<number, string[]>()
  for (const table of witnessed) {
    for (const row of reader.all(`select * from "${table}" order by rowid`, [])) {
      const seq = Number(row.event_seq)
      const told = lines.get(seq) ?? []
      told.push(lineOf(table, row))
      lines.set(seq, told)
    }
  }
  let hash = '0'.repeat(64)
  let seq = 0
  for (const event of reader.all('select * from event order by seq', [])) {
    seq += 1
    if (event.seq !== seq) return `after event ${seq - 1} comes ${event.seq}`
    const rows = sha256((lines.get(seq) ?? []).join('\n'))
    if (rows !== hexOf(event.rows_digest)) return `the rows of event ${seq}`
    const { actor, at, command, subject } = event
    // RFC 8785 for a flat object: keys in order, strings and integers as JSON.stringify writes them.
    hash = sha256(`${hash}\n${JSON.stringify({ actor, at, command, rows, seq, subject })}`)
    if (hash !== hexOf(event.hash)) return `the hash of event ${seq}`
  }
  const beyond = [...lines.keys()].find((of) => of > seq)
  return beyond === undefined ? undefined : `rows of event ${beyond}, which is not there`
}

function lineOf(table: string, row: SqlRow): string {
  const values = Object.values(row).map((value) =>
    value instanceof Uint8Array ? hexOf(value) : value,
  )
  if (table === 'request') values[0] = sha256(String(values[0]))
  return JSON.stringify([table, ...values])
}

function hexOf(value: unknown): string {
  return Buffer.from(value as Uint8Array).toString('hex')
}
