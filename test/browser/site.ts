/** The real server with a book in which something of everything stands, and ways to be signed in to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import { create as createUser } from '../../src/access/users.ts'
import { type Caller, type Role, throughout } from '../../src/book/registry.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { makeKeyFile } from '../../src/node/book-files.ts'
import { makeMasterKeyFile } from '../../src/node/master-key-file.ts'
import { type Server, serve } from '../../src/node-server.ts'
import { writeAssets } from '../../templates/assets/write.ts'
import { scene } from '../funds/scene.ts'
import { masterKeysOfTests, type TestBook } from '../journeys/book-for-tests.ts'
import { silent } from '../journeys/fixed.ts'
import { builtThread } from '../journeys/hosts.ts'

const cache = fileURLToPath(new URL('../../.cache', import.meta.url))

export interface BrowserSite {
  readonly origin: string
  /** The address of a place in the book `relief`. */
  at(path: string): string
  /** The cookie of somebody in a role who is signed in. */
  signedIn(role?: Role): Record<string, string>
  readonly t: TestBook
  stop(): Promise<void>
}

const roles: readonly Role[] = ['owner', 'fund_administrator', 'auditor']

/** Any hash will do: nobody signs in by password here. */
const passwordHash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Serves the book of `scene`, filled further by `fill`. */
export async function siteForBrowser(fill?: (t: TestBook) => void): Promise<BrowserSite> {
  const t = scene({ inMemory: false })
  t.at(new Date().toISOString())
  fill?.(t)
  const secrets = new Map(roles.map((role, position) => [role, signIn(t, role, position)]))
  const books = dirname(t.path)
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  await makeKeyFile(books, 'relief', random)
  // The master keys with which the book was written.
  makeMasterKeyFile(t.path, () => masterKeysOfTests.keys.get(masterKeysOfTests.current)!)
  const { origin, stop } = await served(books)
  return {
    origin,
    at: (path) => `/b/relief${path}`,
    signedIn: (role = 'owner') => ({ [sessionCookie]: secrets.get(role)! }),
    t,
    stop: async () => {
      await stop()
      t.close()
    },
  }
}

export interface ServedFolder {
  readonly server: Server
  readonly origin: string
  /** Where the books are. */
  readonly books: string
  stop(): Promise<void>
}

/** A server over a folder in which there is no book. */
export async function emptySite(): Promise<ServedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-start-'))
  const { stop, ...site } = await served(join(folder, 'books'))
  const removed = () => rmSync(folder, { recursive: true })
  return { ...site, stop: () => stop().then(removed) }
}

let assetsOfWorker: Promise<string> | undefined

/** What pages load, built once for all tests of a worker: another may build its own. */
async function builtAssets(): Promise<string> {
  const folder = mkdtempSync(join(inject('runFolder'), 'assets-'))
  await writeAssets(folder, join(cache, 'assets'))
  return folder
}

/** Serves a folder of books with what pages load. */
async function served(books: string): Promise<ServedFolder> {
  assetsOfWorker ??= builtAssets()
  const [renderWorker, taskThread, assets] = await Promise.all([
    builtThread('src/statements/render-worker.ts'),
    builtThread('src/node/task-thread.ts'),
    assetsOfWorker,
  ])
  const at = { port: 0, hostname: '127.0.0.1' }
  const server = await serve({ books, ...at, log: silent, renderWorker, taskThread, assets })
  return {
    server,
    origin: `http://127.0.0.1:${server.port}`,
    books,
    stop: () => server.stop(),
  }
}

function signIn(t: TestBook, role: Role, position: number): string {
  const secret = base64url(new Uint8Array(32).fill(position + 1))
  const { user } = t.does(createUser, {
    login: role.replace('_', '-'),
    name: ['Li Guihua', 'Maria Almeida', 'Ng Wei Ling'][position]!,
    role,
    reads_names: role !== 'auditor',
    password: passwordHash,
  }).output
  const caller: Caller = { actor: `user:${user}`, grants: throughout(role), readsNames: true }
  t.does(openSession, { hash: hex(sessionHash(secret)) }, caller)
  return secret
}
