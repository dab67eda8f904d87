/**
 * The Node host: one SQLite file for each book in one folder, behind one process. Here, and not below,
 * are the clock, randomness and the environment. What serves books over HTTP is `node-server.ts`.
 */
import { randomFillSync, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import type { z } from 'zod'
import { adoptKey, setUp } from './access/organisation.ts'
import type { FirstAct } from './app.ts'
import { type Answer, type Book, perform } from './book/book.ts'
import { groupCommit } from './book/group-commit.ts'
import { type AnyCommand, type Caller, type Surroundings, throughout } from './book/registry.ts'
import {
  bookPath,
  jsonOrNull,
  keyPath,
  makeKeyFile,
  type OpenBook,
  signerBeside,
} from './node/book-files.ts'
import { keptErased } from './node/erasure-log.ts'
import { makeMasterKeyFile, masterKeyPath, withMasterKeys } from './node/master-key-file.ts'
import { bookExists } from './node/refusals.ts'
import { type Signer, signerFrom } from './statements/signer.ts'
import { openSqlite } from './store/better-sqlite3.ts'
import { migrate, requireCurrent } from './store/migrate.ts'
import type { OpenOptions } from './store/sqlite-connection.ts'

export { bookPath, keyPath, type OpenBook }

// Asking the system costs 2 to 5 µs however little is asked for; a salt from this store costs 0.05.
const randomStore = new Uint8Array(8_192)
let randomUsed = randomStore.length

function random(bytes: number): Uint8Array {
  if (bytes > randomStore.length) return randomFillSync(new Uint8Array(bytes))
  if (randomUsed + bytes > randomStore.length) {
    randomFillSync(randomStore)
    randomUsed = 0
  }
  const taken = randomStore.slice(randomUsed, randomUsed + bytes)
  // What was given out once, a token's secret perhaps, does not stay here.
  randomStore.fill(0, randomUsed, randomUsed + bytes)
  randomUsed += bytes
  return taken
}

/** What every book on this host is given. */
export const surroundings: Surroundings = {
  now: () => Date.now(),
  random,
}

/** Who acts when the host itself does, at the command line: whoever can reach the files. */
export const hostCaller: Caller = { actor: 'host', grants: throughout('owner'), readsNames: true }

/** A key for one act of the host. */
export function freshKey(): string {
  return randomUUID()
}

/**
 * Opens a book's file and brings its schema up to date; one opened to read only must be up to date.
 * Whoever was erased before a backup was restored is erased again. Refuses `store.*`, `book.*`,
 * `vault.key_file_open`, `master_key.unreadable` and `erasure_log.unreadable`.
 */
export function openBook(path: string, options: OpenOptions = {}): OpenBook {
  const given = withMasterKeys(surroundings, path)
  const store = openSqlite(path, options)
  try {
    if (options.readOnly) requireCurrent(store)
    else migrate(store)
  } catch (error) {
    store.close()
    throw error
  }
  const book: Book = { store, surroundings: given }
  if (options.readOnly) return { book, submit: groupCommit(book), close: () => store.close() }
  return keptErased(book, path, hostCaller)
}

export interface NewBook {
  readonly folder: string
  readonly code: string
  readonly organisation: Omit<z.input<typeof setUp.input>, 'book'>
  /** What is done right after, as the host, in the same transaction. */
  readonly acts?: readonly FirstAct[]
}

/**
 * Makes a new book: its file, its organisation, its signing key and its master key, and answers it open. Refuses
 * `book.exists`, `book.code` and what `organisation.set_up` refuses; then nothing is left behind.
 */
export async function createBook({
  folder,
  code,
  organisation,
  acts = [],
}: NewBook): Promise<OpenBook> {
  const path = bookPath(folder, code)
  if (existsSync(path)) throw bookExists({ book: code })
  mkdirSync(folder, { recursive: true })
  const hadKey = existsSync(keyPath(folder, code))
  const signer = await signerOf(folder, code, { make: true })
  const madeMaster = makeMasterKeyFile(path, surroundings.random)
  const opened = openBook(path)
  const { book } = opened
  try {
    book.store.transaction((): undefined => {
      done(book, setUp, { ...organisation, book: code })
      done(book, adoptKey, signer.key)
      for (const { command, input, key } of acts) {
        perform(book, { command, input, key, caller: hostCaller })
      }
    })
    return opened
  } catch (error) {
    opened.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    if (!hadKey) rmSync(keyPath(folder, code), { force: true })
    if (madeMaster) rmSync(masterKeyPath(path), { force: true })
    throw error
  }
}

function done(book: Book, command: AnyCommand, input: unknown): Answer {
  return perform(book, { command, input, key: freshKey(), caller: hostCaller })
}

/**
 * The hand of a book: from CARE_LEDGER_SIGNING_KEY (a private JWK), else from the file beside the book,
 * which is made if asked. Refuses `signing_key.*`.
 */
export async function signerOf(
  folder: string,
  code: string,
  { make = false }: { readonly make?: boolean } = {},
): Promise<Signer> {
  const inEnvironment = process.env.CARE_LEDGER_SIGNING_KEY
  if (inEnvironment) return signerFrom(jsonOrNull(inEnvironment))
  if (make) await makeKeyFile(folder, code, surroundings.random)
  return signerBeside(folder, code)
}
