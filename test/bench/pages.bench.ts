/**
 * Pages as the server makes them, without the wire: every page of a small book, and the lists and registers of
 * one with a million entries, first pages and pages deep in them.
 */
import { join } from 'node:path'
import type { Hono } from 'hono'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import { create as createUser } from '../../src/access/users.ts'
import { createApp } from '../../src/app.ts'
import { type Book, perform } from '../../src/book/book.ts'
import { hex } from '../../src/kit/digest.ts'
import { freshKey, hostCaller, openBook, surroundings } from '../../src/node.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import { furnished, places } from '../browser/places.ts'
import { scene } from '../funds/scene.ts'
import { runnerFor } from '../tasks/tasks-for-tests.ts'
import { does } from './bench-book.ts'
import { grownBook, grownEntries } from './grown.ts'
import { type Bench, type Figure, median } from './measure.ts'

/** Milliseconds that a page may take. */
const targets = { small: 15, million: 50 }

const warming = 10
const rounds = 30

/** The lists and registers of the large book; of each, the pages that follow are measured too. */
const large = [
  '',
  '/funds',
  '/funds/fund-1',
  '/funds/fund-1/register/1100',
  '/funds/fund-1/register/1100?from=2024-09-01',
  '/ledger',
  '/ledger/entries',
  '/ledger/entries?from=2024-09-01&to=2024-09-30',
  '/ledger/entries?fund=fund-2',
  '/ledger/trial-balance',
  '/ledger/trial-balance?as_of=2024-09-30',
  '/periods',
  '/people',
  '/people/P-000001',
  '/search?q=Person',
  '/audit',
]

/** So many pages on, a list costs what it costs anywhere. */
const pagesOn = 3

export const pages: Bench = {
  name: 'pages',
  run: async (log) => {
    const small = scene()
    small.at(new Date().toISOString())
    furnished(small)
    const ofScene = await slowest(
      small.book,
      places.map(({ path }) => path),
      log,
    )
    const folder = await grownBook('pages', log)
    const opened = openBook(join(folder, 'grown.db'), { mustExist: true })
    const paths = large.map((path) => `/b/grown${path}`)
    const ofMillion = await slowest(opened.book, paths, log, pagesOn)
    opened.close()
    return [
      figure(`a page of a small book, the slowest of ${ofScene.pages}`, ofScene, targets.small),
      figure(`a list of ${grownEntries / 1e6} M entries, the slowest`, ofMillion, targets.million),
    ]
  },
}

interface Slowest {
  readonly ms: number
  readonly path: string
  readonly pages: number
}

function figure(name: string, { ms, path }: Slowest, target: number): Figure {
  return {
    name,
    measured: ms,
    unit: 'ms',
    limit: target,
    limitName: `promised; ${path}`,
    ratio: ms / target,
    target: `< ${target} ms`,
    ok: ms < target,
  }
}

/** The page that takes longest, by the median of each; the three slowest are told. */
async function slowest(
  book: Book,
  paths: readonly string[],
  log: (line: string) => void,
  on = 0,
): Promise<Slowest> {
  const app = await appOf(book)
  const cookie = letReaderIn(book)
  const found: { path: string; ms: number }[] = []
  for (const first of paths) {
    let path: string | undefined = first
    for (let page = 0; path !== undefined && page <= on; page += 1) {
      const { ms, html } = await pageTime(app, path, cookie)
      found.push({ path, ms })
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
  }
  found.sort((a, b) => b.ms - a.ms)
  for (const { path, ms } of found.slice(0, 3)) log(`${ms.toFixed(2)} ms ${path}`)
  return { ...found[0]!, pages: found.length }
}

async function pageTime(app: Hono, path: string, cookie: string) {
  const times: number[] = []
  let html = ''
  for (let round = 0; round < warming + rounds; round += 1) {
    const started = performance.now()
    const answer = await app.request(path, { headers: { cookie } })
    html = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`)
    if (round >= warming) times.push(performance.now() - started)
  }
  return { ms: median(times), html }
}

async function appOf(book: Book): Promise<Hono> {
  const signer = await signerFrom(await newSigningKey(surroundings.random))
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const tasks = runnerFor(book)
  return createApp(book, {
    submit: async (request) => perform(book, request),
    tasks,
    signer: async () => signer,
    renderPdf: () => Promise.reject(new Error('Nothing is drawn here.')),
    health: () => ({ books: [], free_disk_bytes: null }),
    log: silent,
    now: Date.now,
  })
}

/** A session of an owner; answers its cookie. */
function letReaderIn(book: Book): string {
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const owner = { login: 'reader', name: 'Reader', role: 'owner', reads_names: true, password }
  const { user } = does(book, createUser, owner) as { user: number }
  const caller = { ...hostCaller, actor: `user:${user}` }
  const secret = 'a'.repeat(43)
  const input = { hash: hex(sessionHash(secret)) }
  perform(book, { command: openSession, input, key: freshKey(), caller })
  return `${sessionCookie}=${secret}`
}
