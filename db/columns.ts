/**
 * Column kinds of the typed schema. One runtime description gives both the TypeScript types and the
 * test that compares them with the migrated database.
 */

export interface Column<T> {
  readonly sql: 'INTEGER' | 'TEXT' | 'BLOB'
  readonly nullable: boolean
  readonly type?: T
}

export function int<T = number>(): Column<T> {
  return { sql: 'INTEGER', nullable: false }
}

export function intOrNull<T = number>(): Column<T | null> {
  return { sql: 'INTEGER', nullable: true }
}

export function text<T = string>(): Column<T> {
  return { sql: 'TEXT', nullable: false }
}

export function textOrNull<T = string>(): Column<T | null> {
  return { sql: 'TEXT', nullable: true }
}

export function blob(): Column<Uint8Array> {
  return { sql: 'BLOB', nullable: false }
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** The row type of a table's columns. */
export type RowOf<C extends Columns> = {
  [K in keyof C]: C[K] extends Column<infer T> ? T : never
}
