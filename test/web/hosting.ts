/** Folders of books and servers for tests of the Node host. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { create as createToken, tokenHash } from '../../src/access/tokens.ts'
import { perform } from '../../src/book/book.ts'
import type { AnyCommand } from '../../src/book/registry.ts'
import { receive } from '../../src/funds/contributions.ts'
import { open } from '../../src/funds/funds.ts'
import { hex } from '../../src/kit/digest.ts'
import { createBook, freshKey, hostCaller } from '../../src/node.ts'
import { secretOf } from './site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const programs = new Map<string, Promise<string>>()

/** A program of the project, bundled once for all tests that a run gives to one worker; answers its file. */
function built(entry: string): Promise<string> {
  const program = programs.get(entry) ?? bundled(entry)
  programs.set(entry, program)
  return program
}

/**
 * Bundles a program of the project for Node, as `npm run build` does, and answers its file. It is put in
 * its place at once, so that another test that runs it just then never reads half a file.
 */
async function bundled(entry: string): Promise<string> {
  const folder = join(root, '.cache/test-web')
  const file = join(folder, entry.replace(/.*\//, '').replace('.ts', '.js'))
  const result = await build({
    entryPoints: [join(root, entry)],
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    loader: { '.sql': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
  })
  const part = `${file}.${randomUUID()}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(part, result.outputFiles[0]!.contents)
  renameSync(part, file)
  return file
}

/** The built drawing thread. */
export async function builtRenderWorker(): Promise<URL> {
  return pathToFileURL(await built('src/statements/render-worker.ts'))
}

/** The built thread for work in the background. */
export async function builtTaskThread(): Promise<URL> {
  return pathToFileURL(await built('src/node/task-thread.ts'))
}

/** A folder with the book `relief`: the fund `care` with 1,000,000.00 and an owner's token. */
export async function folderOfBooks(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-books-'))
  await addBook(folder, 'relief')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Makes a book in a folder. */
export async function addBook(folder: string, code: string): Promise<void> {
  const organisation = { name: 'Riverside Mutual Aid', time_zone: 'Europe/Lisbon', currency: 'EUR' }
  const opened = await createBook({ folder, code, organisation })
  const does = (command: AnyCommand, input: unknown) =>
    perform(opened.book, { command, input, key: freshKey(), caller: hostCaller })
  const hash = hex(tokenHash(secretOf('owner')))
  does(createToken, { hash, role: 'owner', expires_at: Date.now() + 3_600_000, label: 'test' })
  does(open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' })
  const party = { kind: 'person', name: 'Zhang Xiaoming' }
  does(receive, { fund: 'care', source: 'member', party, amount: '1000000.00' })
  opened.close()
}

export interface Running {
  readonly process: ChildProcess
  readonly origin: string
  /** Standard output so far. */
  readonly output: () => string
  readonly exited: Promise<unknown>
}

/** Starts the server as a process of its own. */
export async function startServer(folder: string): Promise<Running> {
  const program = await built('test/web/server.ts')
  const worker = await builtRenderWorker()
  const thread = await builtTaskThread()
  const threads = [worker.href, thread.href]
  const started = spawn(process.execPath, [program, folder, ...threads], { cwd: root })
  let output = ''
  started.stdout.on('data', (chunk) => {
    output += chunk
  })
  const exited = once(started, 'exit')
  let said = ''
  const port = await new Promise<string>((found, failed) => {
    started.stderr.on('data', (chunk) => {
      said += chunk
      const port = /port (\d+)/.exec(said)?.[1]
      if (port) found(port)
    })
    started.once('exit', () => failed(new Error(`The server did not start: ${said}`)))
  })
  return { process: started, origin: `http://127.0.0.1:${port}`, output: () => output, exited }
}

/** Sends one payout; answers the status and what came back. */
export async function pay(origin: string, key: string, given: object = {}) {
  const answer = await fetch(`${origin}/b/relief/api/v1/funds/care/payouts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secretOf('owner')}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ payee: 'P-000001', category: 'care_grants', amount: '1.00', ...given }),
  })
  return { status: answer.status, body: (await answer.json()) as { payout: number; code?: string } }
}
