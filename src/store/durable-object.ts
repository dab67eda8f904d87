/** The store inside a Cloudflare Durable Object with SQLite storage. */
import type { DurableObjectStorage } from '@cloudflare/workers-types'
import { requireSynchronous, type SqlRow, type SqlValue, type Store } from './store.ts'

/** The seam over a Durable Object's storage. Its output gate holds answers until writes are durable. */
export function durableStore(storage: DurableObjectStorage): Store {
  const cursor = (sql: string, values: readonly SqlValue[]) =>
    storage.sql.exec(sql, ...(values as unknown[]))
  return {
    all: (sql, values) => cursor(sql, values).toArray().map(withBytes),
    each: function* (sql, values) {
      for (const row of cursor(sql, values)) yield withBytes(row as SqlRow)
    },
    run: (sql, values) => {
      cursor(sql, values)
    },
    script: (sql) => {
      storage.sql.exec(sql)
    },
    transaction: ((body: () => unknown) =>
      storage.transactionSync(() => requireSynchronous(body()))) as Store['transaction'],
    snapshot: (body) => requireSynchronous(body()),
    close: () => undefined,
  }
}

/** The storage answers blobs as ArrayBuffer; the seam speaks of Uint8Array. */
function withBytes(row: Record<string, unknown>): SqlRow {
  for (const name in row) {
    const value = row[name]
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value)
  }
  return row as SqlRow
}
