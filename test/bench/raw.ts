/**
 * The limit that benches stand beside: the same tables written by hand-written prepared statements of
 * raw better-sqlite3, with no parsing, no permission, no chain and no reading back.
 */
import Sqlite, { type Database } from 'better-sqlite3'
import { migrations } from '../../db/migrations.ts'

export interface RawBook {
  readonly connection: Database
  /** Writes one payout with all its rows; the caller opens the transaction. */
  post(n: number): void
  /** Writes one imported entry with its note, all in one event; the caller opens the transaction. */
  take(n: number, on: string): void
  close(): void
}

/** A book written raw: one fund, two accounts, one party. */
export function rawBook(path: string): RawBook {
  const connection = new Sqlite(path)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('cache_size = -32768')
  for (const { sql } of migrations) connection.exec(sql)
  const digest = Buffer.alloc(32, 7)
  connection.exec(`begin;
    insert into detail values (1, 'party_name', x'${'07'.repeat(32)}', 1);
    insert into party values (1, 'person', 1, null, 1);
    insert into account values (1, '1100', 'bank', 'asset', 'money', 1, 'Bank', null, null, 1);
    insert into account values (2, '5100', 'care_grants', 'expense', null, 0, 'Grants', null, null, 1);
    insert into fund values (1, 'care', 'Care', 'purpose', 'Hardship', 'CNY', null, 1);
    commit`)
  connection.exec(
    `insert into event values (1, 0, 'raw', 'raw', 'raw', x'${'07'.repeat(32)}', x'${'07'.repeat(32)}')`,
  )
  const event = connection.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?)')
  const request = connection.prepare('insert into request values (?, ?, ?, ?, ?)')
  const entry = connection.prepare('insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const posting = connection.prepare(
    'insert into posting values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const payout = connection.prepare('insert into payout values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const balance = connection.prepare(
    `insert into balance values (1, ?, ?, 0) on conflict (fund_id, account_id)
     do update set balance_minor = excluded.balance_minor`,
  )
  const day = connection.prepare(
    `insert into balance_day values (?, 1, ?, ?, ?, ?, 0) on conflict (account_id, fund_id, day)
     do update set balance_minor = excluded.balance_minor, moved_minor = excluded.moved_minor,
       last_posting_id = excluded.last_posting_id`,
  )
  const detail = connection.prepare('insert into detail values (?, ?, ?, ?)')
  const body = connection.prepare('insert into detail_body values (?, ?, ?)')
  const salt = Buffer.alloc(16, 3)
  const on = '2026-03-10'
  return {
    connection,
    post: (n) => {
      const amount = 100 * n
      entry.run(n, 'payout.paid', n, 1, on, 0, `payout/${n}`, null, null, n + 1)
      day.run(1, on, -amount, -amount, n)
      balance.run(1, -amount)
      day.run(2, on, amount, amount, n)
      balance.run(2, amount)
      posting.run(n, n, 1, n, 1, 2, 1, 100, 1, on, on, n - 1, n - 1, amount, -amount, n + 1)
      payout.run(n, 1, 1, 1, 'care_grants', 'bank', 100, on, n, n + 1)
      const key = crypto.randomUUID()
      request.run(key, 'payouts.pay', digest, `{"payout":${n},"entry":${n},"serial":${n}}`, n + 1)
      event.run(n + 1, 0, 'token:1', 'payouts.pay', `payout/${n}`, digest, digest)
    },
    take: (n, day_) => {
      const amount = 100 * n
      detail.run(n + 1, 'import_note', digest, 2)
      body.run(n + 1, salt, `CHECK ${n} | $${n}.00`)
      entry.run(n, 'journal.imported', n, 1, day_, 0, 'fund/care', null, n + 1, 2)
      day.run(1, day_, -amount, -amount, n)
      balance.run(1, -amount)
      day.run(2, day_, amount, amount, n)
      balance.run(2, amount)
      posting.run(n, n, 1, n, 1, 2, 1, 100, null, day_, day_, n - 1, n - 1, amount, -amount, 2)
    },
    close: () => {
      connection.close()
    },
  }
}
