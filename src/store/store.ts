/**
 * The synchronous seam between the house and SQLite (design section 4). Two adapters stand behind it,
 * one for Node and one for a Durable Object; nothing above knows which.
 */
import type { Row, Table, Witnessed } from '../../db/schema.ts'

export type SqlValue = null | number | string | Uint8Array

export type SqlRow = Record<string, SqlValue>

/** Can only read. */
export interface Reader {
  /** All rows of a SELECT; integers as numbers, blobs as Uint8Array. */
  all(sql: string, values: readonly SqlValue[]): SqlRow[]
  /** The rows one by one, for walks over a whole table. Must be read to its end or returned. */
  each(sql: string, values: readonly SqlValue[]): Iterable<SqlRow>
}

/** Exists only inside a transaction; only the door hands one out. */
export interface Writer extends Reader {
  /** Runs one statement that writes. */
  run(sql: string, values: readonly SqlValue[]): void
  /** Told of each witnessed row, in the order of its table's columns, right after it was written. */
  witness(table: Witnessed, values: readonly SqlValue[]): void
}

/** What a database offers: reading, and writing inside a transaction. */
export interface Store extends Reader {
  run(sql: string, values: readonly SqlValue[]): void
  /** Several statements without values: migrations only. */
  script(sql: string): void
  /**
   * Runs `body` in a transaction, or in a savepoint inside one; an exception rolls it back and passes
   * on. A body that answers a promise is refused and rolled back, by type and at run time: nothing may
   * wait while a transaction is open (design rule 5).
   */
  transaction<T>(body: () => T extends PromiseLike<unknown> ? never : T): T
  /** Runs reads that belong together on one state of the book, whatever other processes write. */
  snapshot<T>(body: () => T): T
  close(): void
}

/** Refuses a promise at run time; used by both adapters. */
export function requireSynchronous<T>(result: T): T {
  const then = (result as { then?: unknown } | null | undefined)?.then
  if (typeof then === 'function') {
    throw new Error('A transaction may not wait: its body answered a promise and was rolled back.')
  }
  return result
}

export type { Row, Table }
