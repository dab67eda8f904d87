/** A book in which every command was done at least once, for tests of verification. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import * as invitations from '../../src/access/invitations.ts'
import { adoptKey } from '../../src/access/organisation.ts'
import * as sessions from '../../src/access/sessions.ts'
import * as tokens from '../../src/access/tokens.ts'
import * as users from '../../src/access/users.ts'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import * as receipts from '../../src/funds/receipts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import * as periods from '../../src/ledger/commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { newSigningKey } from '../../src/statements/signer.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'
import { verifyBook } from '../../src/verification/book.ts'
import type { Report } from '../../src/verification/report.ts'
import { describeSchema, type SchemaDescription } from '../../src/verification/schema-check.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

/** The key that every rich book signs with: 32 bytes of 1. */
export const richKey = () => newSigningKey((bytes) => new Uint8Array(bytes).fill(1))

/** Fills a book. The statements CARE-2026-0001 to 0003 are issued, the last two for the same month. */
export async function fillRichBook(t: TestBook): Promise<void> {
  const { kty, crv, x, kid } = await richKey()
  t.does(adoptKey, { kty, crv, x, kid })
  t.does(funds.open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' })
  t.does(funds.open, { fund: 'free', name: 'General', restriction: 'unrestricted', purpose: 'Any' })
  recordIncome(t)
  recordPayments(t)
  t.does(issue, { fund: 'care', from: '2026-02-01', to: '2026-02-28' })
  t.does(periods.close, { month: '2026-02' })
  t.does(periods.close, { month: '2026-01' })
  t.does(periods.request, { month: '2026-01', reason: 'a late slip' })
  t.does(periods.decline, { month: '2026-01', reason: 'no slip' }, { actor: 'test:second' })
  t.does(periods.request, { month: '2026-01', reason: 'a late slip' })
  t.does(periods.reopen, { month: '2026-01' }, { actor: 'test:second' })
  t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31', language: 'zh-Hans' })
  t.does(reverse, { entry: 9, reason: 'not theirs' })
  const late = { kind: 'vendor', name: 'Corner Pharmacy' } as const
  const paid = { fund: 'care', payee: late, category: 'care_grants', amount: '7.00' } as const
  t.does(payouts.pay, { ...paid, paid_on: '2026-03-07', beneficiary: 'P-000001' })
  t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
  recordUsers(t)
}

function recordIncome(t: TestBook): void {
  const member = { kind: 'person', name: '欧阳小明' } as const
  const gift = { fund: 'care', source: 'member', party: member } as const
  t.does(contributions.receive, { ...gift, amount: '1000.00', received_on: '2026-02-02' })
  t.does(receipts.give, { contribution: 1 })
  const coop = { kind: 'organisation', name: 'Workshop Co-op' } as const
  const pledge = { fund: 'care', source: 'organisation', party: coop, amount: '80.00' } as const
  t.does(contributions.pledge, { ...pledge, made_on: '2026-02-03' })
  const kept = { fund: 'care', source: 'organisation', party: 'P-000002', pledge: 1 } as const
  t.does(contributions.receive, { ...kept, amount: '60.00', received_on: '2026-03-03' })
  const unknown = { fund: 'care', source: 'unidentified', amount: '50.00' } as const
  t.does(contributions.receive, { ...unknown, received_on: '2026-02-20' })
  const whose = { contribution: 3, source: 'member', party: 'P-000001' } as const
  t.does(contributions.identify, { ...whose, identified_on: '2026-03-05' })
  const back = { contribution: 1, amount: '100.00', reason: 'paid twice' } as const
  t.does(contributions.refund, { ...back, refunded_on: '2026-03-06' })
  const grant = { kind: 'public_body', name: 'Civil Affairs Bureau' } as const
  const general = { fund: 'free', source: 'public_money', party: grant } as const
  t.does(contributions.receive, { ...general, amount: '500.00', received_on: '2026-03-01' })
}

function recordPayments(t: TestBook): void {
  const paid = { fund: 'care', category: 'care_grants', amount: '200.00' } as const
  const person = { kind: 'person', name: 'Maria Lopez' } as const
  t.does(payouts.pay, { ...paid, payee: person, paid_on: '2026-03-08', note: 'rent in arrears' })
  t.does(payouts.pay, { ...paid, payee: 'P-000004', amount: '30.00', paid_on: '2026-02-10' })
  t.does(payouts.comeBack, { payout: 1, amount: '20.00', returned_on: '2026-03-09' })
  t.does(commitments.make, { fund: 'care', kind: 'awards_on_notice', amount: '90.00' })
  t.does(commitments.release, { commitment: 1, amount: '40.00' })
  const advance = { from: 'free', to: 'care', terms: 'advance', amount: '25.00' } as const
  t.does(transfers.make, { ...advance, reason: 'a bridge', made_on: '2026-03-10' })
  t.does(funds.changePolicy, { fund: 'care', policy: { largest_payout: '400.00' } })
  const ends = Date.parse('2026-12-31T00:00:00Z')
  for (const hash of ['a', 'b'].map((digit) => digit.repeat(64))) {
    t.does(tokens.create, { hash, role: 'auditor', label: 'Audit firm', expires_at: ends })
  }
  t.does(tokens.revoke, { token: 2 })
  t.does(tokens.revoke, { token: 1 })
}

/** Who signs in: an owner, one who was invited and lost a password, and one who has gone. */
function recordUsers(t: TestBook): void {
  const password = (digit: string) => `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${digit.repeat(43)}`
  const maria = { login: 'maria', name: 'Maria Lopez', password: password('a') }
  t.does(users.create, { ...maria, role: 'owner', reads_names: true })
  const expires_at = Date.parse('2026-12-31T00:00:00Z')
  const hash = (digit: string) => digit.repeat(64)
  t.does(invitations.make, { hash: hash('c'), role: 'fund_administrator', expires_at })
  const guest = { actor: 'invitation:1', role: 'fund_administrator' } as const
  const ming = { login: '小明', name: '欧阳小明', password: password('b') }
  t.does(invitations.accept, { hash: hash('c'), ...ming }, guest)
  t.does(sessions.open, { hash: hash('1') }, { actor: 'user:1' })
  t.does(sessions.open, { hash: hash('2') }, { actor: 'user:2' })
  t.does(sessions.end, { session: 2 }, { actor: 'user:2' })
  t.does(invitations.make, { hash: hash('d'), role: 'auditor', user: 2, expires_at })
  t.does(invitations.accept, { hash: hash('d'), password: password('c') }, guest)
  const changed = { password: password('d'), session: null }
  t.does(users.changePassword, changed, { actor: 'user:1' })
  t.does(users.end, { user: 2 })
}

let fresh: SchemaDescription | undefined

/** The schema that the migrations make. */
export function freshSchema(): SchemaDescription {
  if (fresh) return fresh
  const store = openSqlite(':memory:')
  migrate(store)
  fresh = describeSchema(store)
  store.close()
  return fresh
}

/** Verifies a closed book's file as the command line does. */
export function verifyFile(path: string): Report {
  const store = openSqlite(path, { readOnly: true })
  try {
    return store.snapshot(() =>
      verifyBook(store, { freshSchema: freshSchema(), databaseChecks: true }),
    )
  } finally {
    store.close()
  }
}

/** A rich book's file, closed and all in one file of pages of so many bytes, and changed copies of it. */
export async function richFile(pageBytes = 4096): Promise<{
  readonly path: string
  copy(): string
  remove(): void
}> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-rich-'))
  const path = join(folder, 'rich.db')
  const t = bookForTests()
  await fillRichBook(t)
  t.book.store.script(`vacuum into '${path}'`)
  t.close()
  repack(path, pageBytes)
  let copies = 0
  return {
    path,
    copy: () => {
      copies += 1
      const to = join(folder, `copy-${copies}.db`)
      copyFileSync(path, to)
      return to
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Small pages leave less room in which nothing is written. */
function repack(path: string, pageBytes: number): void {
  const database = new Sqlite(path)
  database.pragma('journal_mode = DELETE')
  database.pragma(`page_size = ${pageBytes}`)
  database.exec('vacuum')
  database.close()
}

/** Changes a book as someone with the file in hand could: past triggers, checks and foreign keys. */
export function tamper(
  path: string,
  change: (database: Database) => void,
  options: { readonly keepsTriggers?: boolean } = {},
): void {
  const database = new Sqlite(path)
  // A copy for one test: nothing of it need outlive a crash.
  database.pragma('journal_mode = MEMORY')
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  database.pragma('ignore_check_constraints = ON')
  const triggers = database
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as { name: string; sql: string }[]
  if (!options.keepsTriggers) {
    for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  }
  change(database)
  if (!options.keepsTriggers) for (const { sql } of triggers) database.exec(sql)
  database.close()
}
