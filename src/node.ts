/**
 * The Node host: one SQLite file for each book in one folder, behind one process. Here, and not below,
 * are the clock, randomness and the environment.
 */
import { randomFillSync, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { pino } from 'pino'
import type { z } from 'zod'
import { adoptKey, setUp } from './access/organisation.ts'
import type { FirstAct, Log } from './app.ts'
import { type Answer, type Book, perform } from './book/book.ts'
import { groupCommit } from './book/group-commit.ts'
import { type AnyCommand, type Caller, type Surroundings, throughout } from './book/registry.ts'
import { openAddresses } from './node/address.ts'
import { openAssets } from './node/assets.ts'
import { background } from './node/background.ts'
import { bookCopy, removeLeftCopies } from './node/book-copies.ts'
import { keptErased } from './node/erasure-log.ts'
import {
  makeMasterKeyFile,
  masterKeyPath,
  masterKeysIn,
  withMasterKeys,
} from './node/master-key-file.ts'
import { nodeOutward } from './node/outward.ts'
import { packing } from './node/packing.ts'
import { bookExists } from './node/refusals.ts'
import { renderPool } from './node/render-pool.ts'
import {
  bookPath,
  jsonOrNull,
  keyPath,
  makeKeyFile,
  type OpenBook,
  openShelf,
  type StartPath,
  signerBeside,
} from './node/shelf.ts'
import { registry } from './registry.ts'
import { type Signer, signerFrom } from './statements/signer.ts'
import { openSqlite } from './store/better-sqlite3.ts'
import { migrate, requireCurrent } from './store/migrate.ts'
import type { OpenOptions } from './store/sqlite-connection.ts'
import { openLimits } from './web/limits.ts'
import { publicOrigin } from './web/public-origin.ts'

export { bookPath, keyPath, type OpenBook }

/** How long a stop waits for answers on their way before it cuts connections. */
const stopPatienceMs = 10_000

/** A connection kept alive would hold up a stop for seconds after its last answer. */
const idleCheckMs = 50

/** Log lines are written together once they are this long, or after this time. */
const logBufferBytes = 4_096
const logFlushMs = 500

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
  const book: Book = { store, registry, surroundings: given }
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

/** The log of a server: lines of JSON to standard output. `flush` writes what is still held back. */
export function serverLog(): Log & { flush(): void } {
  const target = pino.destination({
    dest: 1,
    sync: false,
    minLength: logBufferBytes,
    periodicFlush: logFlushMs,
  })
  return Object.assign(pino({ base: null }, target), { flush: () => target.flushSync() })
}

export interface ServeOptions {
  /** The folder of the books, `<books>/<code>.db`. */
  readonly books: string
  readonly port: number
  readonly hostname: string
  readonly log: Log
  /** The built file of `src/statements/render-worker.ts`, when it does not lie beside this one. */
  readonly renderWorker?: URL
  /** The built file of `src/node/task-thread.ts`, likewise. */
  readonly taskThread?: URL
  /** The folder that the build wrote for pages, likewise. */
  readonly assets?: string
}

export interface Server {
  /** The port it listens on; of use when 0 was asked for. */
  readonly port: number
  /** The links for whoever starts, which open something now. */
  starts(): StartPath[]
  /** Takes no new request, answers those on their way, then closes the books. */
  stop(): Promise<void>
}

/** Serves every book of a folder. Refuses `vault.key_file_open` and `master_key.unreadable`. */
export async function serve(options: ServeOptions): Promise<Server> {
  const { books: folder, log } = options
  const beside = new URL('./statements/render-worker.js', import.meta.url)
  mkdirSync(folder, { recursive: true })
  requireClosedKeys(folder)
  removeLeftCopies(folder, surroundings.now())
  const pool = renderPool(options.renderWorker ?? beside, log)
  const thread = options.taskThread ?? new URL('./node/task-thread.js', import.meta.url)
  const assets = openAssets(options.assets ?? fileURLToPath(new URL('./public/', import.meta.url)))
  const now = () => performance.timeOrigin + performance.now()
  const addresses = openAddresses(process.env.CARE_LEDGER_TRUSTED_PROXY)
  const shelf = openShelf({
    folder,
    offer: {
      log,
      now,
      renderPdf: pool.render,
      assets: () => assets.hrefs,
      limits: openLimits(now),
      addressOf: addresses.of,
      origin: publicOrigin(process.env.CARE_LEDGER_ORIGIN),
      outward: nodeOutward(process.env.CARE_LEDGER_INNER_PROVIDERS === 'yes'),
    },
    random: surroundings.random,
    open: (path) => openBook(path, { mustExist: true }),
    signer: (code) => signerOf(folder, code),
    background: (path) => background(thread, path),
    copy: (path) => bookCopy({ thread, path, random: surroundings.random }),
    found: async (founding) => (await createBook({ folder, ...founding })).close(),
  })
  const answer = packing(
    (request) => assets.answer(request) ?? shelf.appFor(request.url).fetch(request),
  )
  const server = createAdaptorServer({
    fetch: (request, env) => {
      addresses.note(request, (env as HttpBindings).incoming.socket.remoteAddress)
      return answer(request)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.hostname, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    starts: () => shelf.starts(),
    stop: async () => {
      await shelf.rest()
      await closed(server as HttpServer)
      await pool.close()
      shelf.close()
    },
  }
}

/** Refuses `vault.key_file_open`: a server does not start on master keys that others can read. */
function requireClosedKeys(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.master.key.json'))
  for (const name of files) masterKeysIn(join(folder, name))
}

/** Takes no new connection, lets go of each as it falls idle, and cuts what is left after a while. */
async function closed(server: HttpServer): Promise<void> {
  const letGo = setInterval(() => server.closeIdleConnections(), idleCheckMs)
  const cut = setTimeout(() => server.closeAllConnections(), stopPatienceMs)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(letGo)
  clearTimeout(cut)
}

/** Stops the server at the first SIGTERM or SIGINT; resolves once it has stopped. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      server.stop().then(resolve, reject)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
