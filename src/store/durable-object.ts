/** The store inside a Cloudflare Durable Object with SQLite storage. */
import type { DurableObjectStorage } from '@cloudflare/workers-types'
import { refusalOfCode } from './refusals.ts'
import {
  requireNoSnapshot,
  requireNoWalk,
  requireSynchronous,
  type SqlRow,
  type SqlValue,
  type Store,
} from './store.ts'

/**
 * The seam over a Durable Object's storage. Its output gate holds answers until writes are durable.
 *
 * A deferred foreign key still broken at the end of the outermost transaction shows later here than on
 * Node: the object checks it when it commits, after this turn, and then undoes the whole turn, resets
 * itself and fails the request. So nothing of it is kept on either host, and no answer leaves.
 */
export function durableStore(storage: DurableObjectStorage): Store {
  // Without it INSERT OR REPLACE would remove rows behind the back of the never-removed triggers.
  storage.sql.exec('pragma recursive_triggers = on')
  let walks = 0
  let snapshots = 0

  function cursor(sql: string, values: readonly SqlValue[]) {
    try {
      return storage.sql.exec(sql, ...(values as unknown[]))
    } catch (error) {
      throw translated(error)
    }
  }

  function requireMayWrite(): void {
    requireNoWalk(walks)
    requireNoSnapshot(snapshots)
  }

  function* walk(sql: string, values: readonly SqlValue[]): Generator<SqlRow> {
    walks += 1
    try {
      for (const row of cursor(sql, values)) yield withBytes(row as SqlRow)
    } finally {
      walks -= 1
    }
  }

  return {
    all: (sql, values) => cursor(sql, values).toArray().map(withBytes),
    // Read to its end as well: a statement left open would keep the object from committing.
    first: (sql, values) => cursor(sql, values).toArray().map(withBytes)[0],
    steady: (sql, values) => cursor(sql, values).toArray().map(withBytes)[0],
    each: walk,
    run: (sql, values) => {
      requireMayWrite()
      // Read to its end: a statement with RETURNING left unread would keep the object from committing.
      cursor(sql, values).toArray()
    },
    script: (sql) => {
      requireMayWrite()
      cursor(sql, [])
    },
    transaction: ((body: () => unknown) => {
      requireMayWrite()
      return storage.transactionSync(() => requireSynchronous(body()))
    }) as Store['transaction'],
    snapshot: (body) => {
      snapshots += 1
      try {
        return requireSynchronous(body())
      } finally {
        snapshots -= 1
      }
    },
    close: () => undefined,
  }
}

/** The storage names SQLite's result code at the end of its message: `…: SQLITE_FULL`. */
function translated(error: unknown): unknown {
  const code = error instanceof Error && /: (SQLITE_[A-Z_]+)(?: \(|$)/.exec(error.message)?.[1]
  return (code && refusalOfCode(code, 'of this object')) || error
}

/** The storage answers blobs as ArrayBuffer; the seam speaks of Uint8Array. */
function withBytes(row: Record<string, unknown>): SqlRow {
  for (const name in row) {
    const value = row[name]
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value)
  }
  return row as SqlRow
}
