/** Starts the hosts that carry the journeys: Node and workerd, each as it is and each with a fixed clock. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { adoptKey, setUp } from '../../src/access/organisation.ts'
import { create } from '../../src/access/tokens.ts'
import { createApp } from '../../src/app.ts'
import { type Book, type Request as DoorRequest, perform } from '../../src/book/book.ts'
import type { AnyCommand } from '../../src/book/registry.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import { createBook, hostCaller } from '../../src/node.ts'
import { serve } from '../../src/node-server.ts'
import { drawPaper } from '../../src/statements/draw.ts'
import { signerFrom } from '../../src/statements/signer.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate, schemaVersion } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/store.ts'
import { verifyBook } from '../../src/verification/book.ts'
import type { Report } from '../../src/verification/report.ts'
import { startWorkerd, type Workerd } from '../contract/workerd.ts'
import { paperFaces } from '../statements/paper.ts'
import { runnerFor } from '../tasks/tasks-for-tests.ts'
import { type Client, clientOf, newToken, type Send } from './client.ts'
import { exampleKey, exampleMasterKey, fixedInstant, fixedSurroundings, silent } from './fixed.ts'

export interface Host {
  /** Makes a book with its first owner's token. */
  found(book: string): Promise<Client>
  /** Stops, and verifies every book that it kept, as an auditor does who has the file. */
  stop(): Promise<readonly Report[]>
}

/** The first owner's token of a test book. */
const ownerOf = (book: string) => `clt_${book}-owner-${'x'.repeat(24)}`

const organisation = { name: 'Riverside Mutual Aid', time_zone: 'Asia/Shanghai', currency: 'CNY' }

const ownerToken = (book: string, now: number) =>
  newToken(ownerOf(book), { role: 'owner', readsNames: true, now })

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real server on a free port, with a folder of books of its own. */
export async function nodeHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-journeys-'))
  const renderWorker = await builtThread('src/statements/render-worker.ts')
  const taskThread = await builtThread('src/node/task-thread.ts')
  const server = await serve({
    books: folder,
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
    renderWorker,
    taskThread,
  })
  const send: Send = (path, init) => fetch(`http://127.0.0.1:${server.port}${path}`, init)
  return {
    found: async (code) => {
      const opened = await createBook({ folder, code, organisation })
      act(opened.book, create, ownerToken(code, Date.now()), `first-token-of-${code}`)
      opened.close()
      return clientOf(send, { book: code, token: ownerOf(code), now: Date.now })
    },
    stop: async () => {
      await server.stop()
      return verifiedIn(folder)
    },
  }
}

const threads = new Map<string, Promise<URL>>()

/** Bundles a thread of the server, as the build does, once for all tests of a worker; answers its address. */
export function builtThread(entry: string): Promise<URL> {
  const thread = threads.get(entry) ?? bundled(entry)
  threads.set(entry, thread)
  return thread
}

async function bundled(entry: string): Promise<URL> {
  const folder = join(root, '.cache', 'journeys')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, entry.replace(/.*\//, '').replace('.ts', '.js'))
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    loader: { '.sql': 'text' },
    logLevel: 'error',
  })
  return pathToFileURL(outfile)
}

function act(book: Book, command: AnyCommand, input: unknown, key: string): void {
  perform(book, { command, input, key, caller: hostCaller })
}

/** The app over SQLite in this process, with a fixed clock and fixed randomness. */
export function fixedNodeHost(): Host {
  const faces = paperFaces()
  const stores: Store[] = []
  return {
    found: async (code) => {
      const store = openSqlite(':memory:')
      stores.push(store)
      migrate(store)
      const book: Book = { store, surroundings: fixedSurroundings() }
      const signer = await signerFrom(JSON.parse(exampleKey))
      act(book, setUp, { ...organisation, book: code }, foundingKey(code))
      act(book, adoptKey, signer.key, `signing-key-${sha256Hex(signer.key.kid)}`)
      act(book, create, ownerToken(code, fixedInstant), tokenKey(code))
      const submit = async (request: DoorRequest) => perform(book, request)
      const tasks = runnerFor(book, { submit, background: { draws: false } })
      const app = createApp(book, {
        submit: tasks.submit,
        tasks,
        signer: async () => signer,
        renderPdf: (job, sign) => drawPaper(job, faces, sign),
        health: () => ({ books: [], free_disk_bytes: null }),
        log: silent,
        now: book.surroundings.now,
      })
      const send: Send = async (path, init) => app.request(path, init)
      return clientOf(send, { book: code, token: ownerOf(code), now: () => fixedInstant })
    },
    stop: async () => {
      const reports = stores.map((store) => verifyBook(store))
      for (const store of stores) store.close()
      return reports
    },
  }
}

/** The secret of whoever deploys the Worker. */
export const founder = 'the-secret-of-whoever-deploys-the-worker'
const foundingKey = (code: string) => `founding-the-book-${code}`
const tokenKey = (code: string) => `first-token-of-${code}`

/** The Cloudflare host in real workerd, as it is. */
export function workerdHost(): Promise<Host> {
  const secrets = { CARE_LEDGER_OWNER_TOKEN: founder, CARE_LEDGER_MASTER_KEY: exampleMasterKey }
  return inWorkerd('src/worker.ts', secrets, Date.now)
}

/** The Cloudflare host in real workerd, with a fixed clock, fixed randomness and a known key. */
export function fixedWorkerdHost(): Promise<Host> {
  const secrets = { CARE_LEDGER_OWNER_TOKEN: founder, CARE_LEDGER_SIGNING_KEY: exampleKey }
  return inWorkerd('test/journeys/fixed-worker.ts', secrets, () => fixedInstant)
}

/** Verifies the books whose files are in a folder or below it, and removes them. */
function verifiedIn(folder: string): readonly Report[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const reports: Report[] = []
  for (const path of paths.filter((one) => /(?<!metadata)\.(db|sqlite)$/.test(one))) {
    const store = openSqlite(join(folder, path), { readOnly: true })
    if (schemaVersion(store) > 0) reports.push(verifyBook(store, { databaseChecks: true }))
    store.close()
  }
  rmSync(folder, { recursive: true })
  return reports
}

async function inWorkerd(
  entry: string,
  bindings: Record<string, string>,
  now: () => number,
): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-objects-'))
  const workerd = await startWorker(entry, bindings, folder)
  return {
    found: (code) => foundedOver(workerd.fetch, code, now),
    stop: async () => {
      await workerd.stop()
      return verifiedIn(folder)
    },
  }
}

/** Starts a worker as `wrangler.toml` describes it, its objects kept in a folder. */
export function startWorker(
  entry: string,
  bindings: Record<string, string>,
  persist: string,
): Promise<Workerd> {
  return startWorkerd({
    entry: join(root, entry),
    bindings,
    persist,
    objects: { BOOK: 'BookObject' },
    onLog: () => undefined,
    more: { serviceBindings: { ASSETS: staticFiles } },
  })
}

/** What wrangler's build puts among the static files. */
function staticFiles(request: { readonly url: string }): Response {
  const found = /\/fonts\/(NotoSans(?:SC)?)_(400Regular|700Bold)\.ttf$/.exec(request.url)
  if (found === null) return new Response(null, { status: 404 })
  const { resolve } = createRequire(import.meta.url)
  const [, font, weight] = found
  const family = font === 'NotoSansSC' ? 'noto-sans-sc' : 'noto-sans'
  const path = resolve(`@expo-google-fonts/${family}/${weight}/${font}_${weight}.ttf`)
  return new Response(readFileSync(path) as BodyInit)
}

/** Founds a book through the Worker, as its founder does. */
export async function foundedOver(send: Send, book: string, now: () => number): Promise<Client> {
  const client = clientOf(send, { book, token: founder, now })
  const founded = await client.post(
    '/organisation',
    { ...organisation, book },
    { key: foundingKey(book) },
  )
  if (founded.status !== 201) throw new Error(founded.text)
  const given = await client.post('/tokens', ownerToken(book, now()), { key: tokenKey(book) })
  if (given.status !== 201) throw new Error(given.text)
  return clientOf(send, { book, token: ownerOf(book), now })
}
