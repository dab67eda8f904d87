/**
 * What can go wrong beneath the seam through nobody's programming: the disk, the file, another process.
 * Each adapter translates SQLite's result codes (https://sqlite.org/rescode.html) at its edge, so that
 * all above meets refusals. A broken constraint stays an error: it is a defect of ours.
 */
import { type Refusal, refusal } from '../kit/refusal.ts'

export const noSuchFile = refusal<{ path: string }>(
  'store.no_such_file',
  422,
  ({ path }) => `There is no file ${path}.`,
  'Check the path of the book, or restore it from a backup.',
)

export const emptyFile = refusal<{ path: string }>(
  'store.empty_file',
  422,
  ({ path }) => `The file ${path} is empty: it holds no book.`,
  'If a book was here, restore it from a backup; else remove the file and set up a new book.',
)

export const cannotOpen = refusal<{ database: string; why: string }>(
  'store.cannot_open',
  422,
  ({ database, why }) => `The database ${database} cannot be opened: ${why}.`,
  'Check the path, its folder and the permissions of the user who runs Care Ledger.',
)

export const notADatabase = refusal<{ database: string }>(
  'store.not_a_database',
  422,
  ({ database }) => `The file ${database} is not a SQLite database.`,
  'Give the path of a book made by Care Ledger, or restore one from a backup.',
)

export const damaged = refusal<{ database: string; code: string }>(
  'store.damaged',
  503,
  ({ database, code }) => `The database ${database} is damaged (${code}).`,
  'Stop the server, keep a copy of the files as they are, and restore the newest backup.',
)

export const diskFull = refusal<{ database: string }>(
  'store.disk_full',
  507,
  ({ database }) => `There is no room left for the database ${database}; nothing was recorded.`,
  'Make room on the disk, then send the same request again.',
)

export const ioError = refusal<{ database: string; code: string }>(
  'store.io_error',
  503,
  ({ database, code }) =>
    `The database ${database} could not be read or written (${code}); nothing was recorded.`,
  'Check the disk and the mounts, then send the same request again.',
)

export const busy = refusal<{ database: string }>(
  'store.busy',
  503,
  ({ database }) => `Another process is writing to the database ${database}; nothing was recorded.`,
  'Send the same request again in a few seconds.',
)

export const readOnly = refusal<{ database: string }>(
  'store.read_only',
  503,
  ({ database }) => `The database ${database} may only be read; nothing was recorded.`,
  'Make the file and its folder writable for the user who runs Care Ledger.',
)

/**
 * The refusal for a SQLite result code, extended or not (`SQLITE_IOERR_WRITE`), or undefined when the code
 * tells of a defect. `database` is the file's path, or what stands in its place.
 */
export function refusalOfCode(code: string, database: string): Refusal | undefined {
  const primary = /^SQLITE_[A-Z]+/.exec(code)?.[0]
  switch (primary) {
    case 'SQLITE_FULL':
      return diskFull({ database })
    case 'SQLITE_BUSY':
    case 'SQLITE_PROTOCOL':
      return busy({ database })
    case 'SQLITE_READONLY':
      return readOnly({ database })
    case 'SQLITE_IOERR':
      return ioError({ database, code })
    case 'SQLITE_CORRUPT':
      return damaged({ database, code })
    case 'SQLITE_NOTADB':
      return notADatabase({ database })
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return cannotOpen({ database, why: `the system refuses it (${code})` })
    default:
      return undefined
  }
}
