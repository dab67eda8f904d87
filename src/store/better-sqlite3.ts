/** The store on Node: one SQLite file through better-sqlite3. */
import Sqlite, { type Database as Connection, type Statement } from 'better-sqlite3'
import { requireSynchronous, type SqlRow, type SqlValue, type Store } from './store.ts'

/** A writer waits this long for another process to finish its transaction before it is refused. */
const busyTimeoutMs = 10_000

/** 32 MiB of pages in memory: the hot pages of a book of a million entries. */
const cacheKib = 32_768

export interface OpenOptions {
  readonly readOnly?: boolean
  /** The file must be there already. */
  readonly mustExist?: boolean
}

/**
 * Opens a book's file (WAL, `synchronous=FULL`, foreign keys on). SQLite's own errors pass through;
 * whether the file is a book of ours is for `migrate` to say.
 */
export function openSqlite(path: string, options: OpenOptions = {}): Store {
  const connection = new Sqlite(path, {
    readonly: options.readOnly ?? false,
    fileMustExist: options.mustExist ?? options.readOnly ?? false,
    timeout: busyTimeoutMs,
  })
  try {
    setUp(connection, options.readOnly ?? false)
  } catch (error) {
    connection.close()
    throw error
  }
  return storeOn(connection)
}

function setUp(connection: Connection, readOnly: boolean): void {
  connection.pragma('foreign_keys = ON')
  connection.pragma(`cache_size = -${cacheKib}`)
  connection.pragma('trusted_schema = OFF')
  if (readOnly) {
    connection.pragma('query_only = ON')
    return
  }
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
}

/** The seam over an open connection. */
export function storeOn(connection: Connection): Store {
  const statements = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    let made = statements.get(sql)
    if (!made) {
      made = connection.prepare(sql)
      statements.set(sql, made)
    }
    return made
  }
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const savepoint = connection.prepare('savepoint step')
  const release = connection.prepare('release step')
  const undo = connection.prepare('rollback to step')

  function transaction<T>(body: () => T): T {
    const nested = connection.inTransaction
    ;(nested ? savepoint : begin).run()
    try {
      const result = requireSynchronous(body())
      ;(nested ? release : commit).run()
      return result
    } catch (error) {
      // A full disk may have rolled everything back already; then there is nothing left to undo.
      if (connection.inTransaction) {
        if (nested) {
          undo.run()
          release.run()
        } else rollback.run()
      }
      throw error
    }
  }

  const beginRead = connection.prepare('begin')

  function snapshot<T>(body: () => T): T {
    if (connection.inTransaction) return body()
    beginRead.run()
    try {
      return requireSynchronous(body())
    } finally {
      if (connection.inTransaction) commit.run()
    }
  }

  return {
    all: (sql, values) => statement(sql).all(...values) as SqlRow[],
    each: (sql, values) => connection.prepare(sql).iterate(...values) as Iterable<SqlRow>,
    run: (sql, values) => {
      statement(sql).run(...(values as SqlValue[]))
    },
    script: (sql) => {
      connection.exec(sql)
    },
    transaction: transaction as Store['transaction'],
    snapshot,
    close: () => {
      connection.close()
    },
  }
}
