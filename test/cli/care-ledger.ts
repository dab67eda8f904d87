/** The real command line, built once for all tests that a run gives to one worker, and run as a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, inject } from 'vitest'

export const projectRoot = join(import.meta.dirname, '../..')

/** A young generation that is not collected while the program is read: a fifth less processor for each start. */
const roomy = ['--min-semi-space-size=16']

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** What comes before the launcher on Node's own command line. */
  readonly node?: readonly string[]
}

export interface CommandLine {
  /** A folder of this test file's own, removed at its end. */
  readonly folder: string
  readonly launcher: string
  /** Runs a command in `folder` and answers how it ended. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Runs a command that must be done, with --json, and answers its value. */
  json<T>(args: readonly string[], options?: RunOptions): Promise<T>
  /** Starts a command and leaves it running. */
  start(args: readonly string[], options?: RunOptions): ChildProcess
}

/** Makes the command line for a test file: the project as it is built, and an empty folder. */
export function commandLine(): CommandLine {
  const runFolder = inject('runFolder')
  const built = join(runFolder, `cli-${process.pid}`)
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-cli-'))
  const launcher = join(built, 'src/care-ledger.mjs')
  const compiled = { NODE_COMPILE_CACHE: join(runFolder, 'compiled') }
  beforeAll(() => {
    if (!existsSync(join(built, 'dist/cli.js'))) build(built)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const start = (args: readonly string[], { cwd = folder, env = {}, node = [] }: RunOptions = {}) =>
    spawn(process.execPath, [...roomy, ...node, launcher, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...compiled, ...env },
    })
  const run = async (args: readonly string[], options: RunOptions = {}) => {
    const child = start(args, options)
    child.stdin.end(options.input ?? '')
    return ended(child)
  }
  return {
    folder,
    launcher,
    start,
    run,
    json: async (args, options) => {
      const { code, out, err } = await run([...args, '--json'], options)
      if (code !== 0) throw new Error(`care-ledger ${args.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out)
    },
  }
}

function build(folder: string): void {
  for (const path of ['package.json', 'src/care-ledger.mjs']) {
    cpSync(join(projectRoot, path), join(folder, path))
  }
  for (const name of ['templates', 'node_modules']) {
    symlinkSync(join(projectRoot, name), join(folder, name))
  }
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  // The programs; what pages load is built after them and has tests of its own.
  const [programs] = (scripts.build as string).split(' && ')
  const [program, ...flags] = programs!.split(' ')
  const given = flags.map((flag) =>
    flag.startsWith('--outdir=') ? `--outdir=${join(folder, 'dist')}` : flag,
  )
  execFileSync(join(projectRoot, 'node_modules/.bin', program!), given, { cwd: projectRoot })
}

/** How a process ended, and all that it wrote. */
export function ended(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

/** Waits until a process has written what a pattern finds on standard error, and answers the match. */
export function heard(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      const found = pattern.exec(text)
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error(`It ended without saying ${pattern}: ${text}`)))
  })
}

export interface Server {
  readonly base: string
  stop(): Promise<number | null>
}

/** Starts a real server over a folder of books. */
export async function serving(line: CommandLine, books: string): Promise<Server> {
  const child = line.start(['serve', '--books', books, '--port', '0'])
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdout?.resume()
  const [, base = ''] = await heard(child, /at (http:\S+)\//)
  return {
    base,
    stop: () => {
      child.kill('SIGTERM')
      return closed
    },
  }
}

/** Makes a book of US dollars with one open fund. */
export async function makeBook(line: CommandLine, path: string, fund = 'general'): Promise<void> {
  await line.json([
    ...['init', '--book', path, '--name', 'Riverside Mutual Aid'],
    ...['--currency', 'USD', '--time-zone', 'America/Chicago'],
  ])
  await openFund(line, path, fund)
}

/** The head of a book's chain, read straight from its file. */
export function headIn(line: CommandLine, path: string): unknown {
  const connection = new Sqlite(resolve(line.folder, path), { readonly: true })
  try {
    return connection.prepare('select seq, hex(hash) from event order by seq desc limit 1').get()
  } finally {
    connection.close()
  }
}

/** Opens a fund in a book. */
export async function openFund(line: CommandLine, path: string, fund: string): Promise<void> {
  const fields = [`fund=${fund}`, `name=${fund}`, 'restriction=unrestricted', 'purpose=All of it']
  await line.json(['do', 'funds.open', '--book', path, ...fields])
}
