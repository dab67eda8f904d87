/**
 * Rows of tables that seldom change, remembered by a connection between its transactions: the fund, the
 * policy, the accounts and the month that one posting after another asks for. Nothing is taken on trust.
 * Inside each transaction SQLite says whether another connection has committed anything since
 * (`PRAGMA data_version`, https://sqlite.org/pragma.html#pragma_data_version); this connection's own
 * writes to such a table empty the memory, and so does whatever is rolled back.
 */
import type { SqlRow, SqlValue } from './store.ts'

/** Rows remembered at once: an organisation's accounts, funds and months are some hundred. */
const mostRows = 2_000

export interface Memory {
  /** The outermost transaction has begun, in this state of the database. */
  begun(version: number): void
  /** A row as remembered, else as `read` finds it now. Only inside a transaction. */
  recall(
    sql: string,
    values: readonly SqlValue[],
    read: (sql: string, values: readonly SqlValue[]) => SqlRow | undefined,
  ): SqlRow | undefined
  /** A statement is about to write. */
  writing(sql: string): void
  forget(): void
}

/** An empty memory. */
export function emptyMemory(): Memory {
  const found = new Map<string, Map<SqlValue, SqlRow | undefined>>()
  /** The tables that remembered rows come from. */
  const watched = new Set<string>()
  /** The table that a statement writes to; null when its text does not tell. */
  const targets = new Map<string, string | null>()
  let size = 0
  let at = Number.NaN

  function forget(): void {
    if (size === 0) return
    found.clear()
    size = 0
  }

  function ofStatement(sql: string): Map<SqlValue, SqlRow | undefined> {
    const known = found.get(sql)
    if (known) return known
    for (const [, table] of sql.matchAll(/\b(?:from|join)\s+"(\w+)"/gi)) watched.add(table!)
    const made = new Map<SqlValue, SqlRow | undefined>()
    found.set(sql, made)
    return made
  }

  return {
    begun: (version) => {
      if (version === at) return
      forget()
      at = version
    },
    recall: (sql, values, read) => {
      const rows = ofStatement(sql)
      const key = values.length === 1 ? values[0]! : JSON.stringify(values)
      const known = rows.get(key)
      if (known !== undefined || rows.has(key)) return known
      const row = read(sql, values)
      if (size >= mostRows) return row
      size += 1
      rows.set(key, row && Object.freeze(row))
      return row
    },
    writing: (sql) => {
      if (size === 0) return
      let target = targets.get(sql)
      if (target === undefined) {
        target = tableWritten(sql)
        targets.set(sql, target)
      }
      if (target === null || watched.has(target)) forget()
    },
    forget,
  }
}

/** The table that a statement writes to, or null when its text does not begin by saying so. */
function tableWritten(sql: string): string | null {
  return /^\s*(?:insert into|update|delete from)\s+"?(\w+)/i.exec(sql)?.[1] ?? null
}
