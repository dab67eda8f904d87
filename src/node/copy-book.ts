/** Copies the file of a book while servers go on writing to it. */
import { closeSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { refusalOfCode } from '../store/refusals.ts'

/** Pages copied between two looks at the progress: 8 MiB, a few milliseconds. */
const pagesAtOnce = 2_048

/** Is told how many pages there are, and answers who is told how many are copied. */
export type Copying = (pages: number) => (copied: number) => void

/**
 * Copies a book by SQLite's online backup (https://sqlite.org/backup.html), readable by its owner alone. The
 * open read transaction keeps the copy on one state: without it each write of a server would make the copy
 * begin again. Refuses `store.*`.
 */
export async function copyBook(from: string, to: string, copying: Copying): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    source.exec('begin')
    source.pragma('schema_version')
    source.prepare('select count(*) from migration').get()
    const reach = copying(Number(source.pragma('page_count', { simple: true })))
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        reach(totalPages - remainingPages)
        return pagesAtOnce
      },
    })
  } catch (error) {
    throw translatedFor(error, to)
  } finally {
    source.close()
  }
  settle(to)
  const handle = await open(to, 'r+')
  await handle.chmod(0o600)
  await handle.sync()
  await handle.close()
}

/**
 * Writes the content of a book into a new file, on one state and without what was deleted from it. It is not
 * flushed to the disk: 300 MB flushed at once held up a posting by 200 ms, and whoever is sent this file
 * keeps it elsewhere. It keeps its thread busy throughout. Refuses `store.*`.
 */
export function condenseBook(from: string, to: string): void {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    closeSync(openSync(to, 'wx', 0o600))
    source.pragma('synchronous = OFF')
    source.prepare('vacuum into ?').run(to)
  } catch (error) {
    throw translatedFor(error, to)
  } finally {
    source.close()
  }
}

/** Makes the copy one file that needs no other beside it and can be read from a disk without writing. */
function settle(path: string): void {
  const copy = new Sqlite(path, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
  } catch (error) {
    throw translatedFor(error, path)
  } finally {
    copy.close()
  }
}

function translatedFor(error: unknown, path: string): unknown {
  const code = error instanceof Sqlite.SqliteError ? error.code : ''
  return refusalOfCode(code, path) ?? error
}
