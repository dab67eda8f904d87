/**
 * The synchronous seam between the house and SQLite (design section 4). Two adapters stand behind it,
 * one for Node and one for a Durable Object; nothing above knows which.
 */
import type { Row, Table, Witnessed } from '../../db/schema.ts'

/**
 * What a statement takes and a row holds. Both hosts bind every number as a REAL, which an INTEGER column
 * turns back into an integer, exact up to 2^53 - 1; so in SQL that divides or concatenates a parameter,
 * write `cast(? as integer)`. A number beyond 2^53 - 1 comes back rounded: keep sums within it.
 */
export type SqlValue = null | number | string | Uint8Array

export type SqlRow = Record<string, SqlValue>

/** Can only read. */
export interface Reader {
  /** All rows of a SELECT; integers as numbers, blobs as Uint8Array. */
  all(sql: string, values: readonly SqlValue[]): SqlRow[]
  /** The first row of a SELECT, or undefined: what follows is not read. */
  first(sql: string, values: readonly SqlValue[]): SqlRow | undefined
  /**
   * The same for tables that seldom change: a host may answer what it remembers while it knows that
   * nothing has changed. The row is not to be altered.
   */
  steady(sql: string, values: readonly SqlValue[]): SqlRow | undefined
  /**
   * The rows one by one, for walks over a whole table. Nothing is read before the first step. While a walk
   * is open one may read but not write; `for of` closes it, also when left early.
   */
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
   * on. Disk, file and lock troubles come as the refusals `store.*`, broken constraints as errors. A body that answers a promise is refused and rolled back, by type and at run time: nothing may
   * wait while a transaction is open (design rule 5).
   */
  transaction<T>(body: () => T extends PromiseLike<unknown> ? never : T): T
  /** Runs reads that belong together on one state of the book, whatever other processes write. */
  snapshot<T>(body: () => T): T
  close(): void
}

/** Asserts, in both adapters, that a walk over rows has come to its end before a write. */
export function requireNoWalk(walks: number): void {
  if (walks > 0) {
    throw new Error('A walk over rows is still open: read it to its end, or leave it, then write.')
  }
}

/** Asserts, in both adapters, that a snapshot only reads. */
export function requireNoSnapshot(snapshots: number): void {
  if (snapshots > 0) throw new Error('A snapshot only reads: write in a transaction of its own.')
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
