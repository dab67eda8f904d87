/** Verifies the book in a file, beside whoever writes to it. */
import { openSqlite } from '../store/better-sqlite3.ts'
import { migrate, requireCurrent } from '../store/migrate.ts'
import type { Store } from '../store/store.ts'
import { type Progress, verifyBook } from '../verification/book.ts'
import type { Report } from '../verification/report.ts'
import { describeSchema, type SchemaDescription } from '../verification/schema-check.ts'
import { masterKeysFor } from './master-key-file.ts'

/** Opens a book's file to read only, and closes it again. Refuses `store.*` and `book.*`. */
export function reading<T>(path: string, work: (store: Store) => T): T {
  const store = openSqlite(path, { readOnly: true })
  try {
    requireCurrent(store)
    return work(store)
  } finally {
    store.close()
  }
}

/**
 * Verifies the book in a file on one state of it; what lies sealed is opened where the host has the master
 * keys. Refuses as `reading` does, `vault.key_file_open` and `master_key.unreadable`.
 */
export function verifyFile(path: string, onProgress: (progress: Progress) => void): Report {
  const masterKeys = masterKeysFor(path)()
  const how = { freshSchema: freshSchema(), databaseChecks: true, onProgress, masterKeys }
  return reading(path, (store) => store.snapshot(() => verifyBook(store, how)))
}

/** The schema that the migrations of this release make. */
function freshSchema(): SchemaDescription {
  const store = openSqlite(':memory:')
  try {
    migrate(store)
    return describeSchema(store)
  } finally {
    store.close()
  }
}
