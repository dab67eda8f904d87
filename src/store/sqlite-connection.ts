/** Opens the connection to one SQLite file, set up as a book needs it. */
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite, { type Database as Connection } from 'better-sqlite3'
import { cannotOpen, emptyFile, noSuchFile, refusalOfCode } from './refusals.ts'

/** A writer waits this long for another process to finish its transaction before it is refused. */
const busyTimeoutMs = 10_000

/** 32 MiB of pages in memory: the hot pages of a book of a million entries. */
const cacheKib = 32_768

/**
 * The write-ahead log goes back into the file when it has grown to so many pages (16 MiB). Measured with
 * payouts 32 to a commit: 60 µs and 9.9 KiB written for each, against 79 µs and 12.3 KiB at SQLite's
 * 1,000; 10,000 gains nothing more. Pages of 8 KiB write twice as much, of 2 KiB a fifth less but need
 * a deeper tree; reading through a memory map gains nothing and turns an I/O error into a crash.
 */
const checkpointPages = 4_000

export interface OpenOptions {
  readonly readOnly?: boolean
  /** The file must be there already. */
  readonly mustExist?: boolean
}

/** As `openSqlite` of better-sqlite3.ts, which puts the seam over it. */
export function connect(path: string, options: OpenOptions): Connection {
  const reading = options.readOnly ?? false
  const mustExist = options.mustExist ?? reading
  requireFile(path, mustExist)
  let connection: Connection | undefined
  try {
    connection = new Sqlite(path, {
      readonly: reading,
      fileMustExist: mustExist,
      timeout: busyTimeoutMs,
    })
    setUp(connection, reading)
    return connection
  } catch (error) {
    connection?.close()
    throw translated(error, path)
  }
}

function requireFile(path: string, mustExist: boolean): void {
  const file = statSync(path, { throwIfNoEntry: false })
  if (file?.isDirectory()) throw cannotOpen({ database: path, why: 'it is a folder' })
  if (file) {
    // A book keeps at least its header in the file itself, whatever its write-ahead log holds.
    if (file.size === 0 && mustExist) throw emptyFile({ path })
    return
  }
  if (mustExist) throw noSuchFile({ path })
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    throw cannotOpen({ database: path, why: 'its folder does not exist' })
  }
}

function setUp(connection: Connection, reading: boolean): void {
  connection.pragma('foreign_keys = ON')
  connection.pragma(`cache_size = -${cacheKib}`)
  connection.pragma('trusted_schema = OFF')
  // Without it INSERT OR REPLACE would remove rows behind the back of the never-removed triggers.
  connection.pragma('recursive_triggers = ON')
  // Reads the header, so that a file that is no database is refused here and not at its first use.
  connection.pragma('schema_version')
  if (reading) {
    connection.pragma('query_only = ON')
    return
  }
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  // What is deleted is written over with zeros, so that an erased name is in no page that is free.
  connection.pragma('secure_delete = ON')
  connection.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  requireWritable(connection)
}

/**
 * SQLite opens a file it may not write as one to read only, without a word, and even begins a writing
 * transaction on it; only a write tells. This one is undone.
 */
function requireWritable(connection: Connection): void {
  const unchanged = Number(connection.pragma('user_version', { simple: true }))
  connection.pragma('busy_timeout = 0')
  try {
    connection.exec('begin immediate')
    connection.pragma(`user_version = ${unchanged}`)
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_BUSY') throw error
  } finally {
    if (connection.inTransaction) connection.exec('rollback')
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`)
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Sqlite.SqliteError ? error.code : undefined
}

/** The refusal that an error of SQLite's means, or the error itself. */
export function translated(error: unknown, path: string): unknown {
  const code = codeOf(error)
  return (code && refusalOfCode(code, path)) || error
}
