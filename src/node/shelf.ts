/** The books of one folder: where each has its file and its key, and which of them are open. */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { startLink, startSecret } from '../access/start-link.ts'
import { anyUser } from '../access/users.ts'
import {
  createApp,
  createStrangersApp,
  type Founded,
  type Founding,
  type FoundingOffer,
  type Health,
  type Offer,
} from '../app.ts'
import type { Answer, Book, Request as DoorRequest } from '../book/book.ts'
import { chainHead } from '../book/events.ts'
import type { Surroundings } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import { registry } from '../registry.ts'
import { newSigningKey, type Signer, signerFrom } from '../statements/signer.ts'
import { openTasks, type TaskRunner } from '../tasks/runner.ts'
import type { Background } from '../tasks/work.ts'
import type { BookCopy } from '../web/offer.ts'
import { described, problemAnswer, refusalOf } from '../web/problem.ts'
import { bookUnavailable, signingKeyMissing } from '../web/refusals.ts'
import { secured } from '../web/secure-headers.ts'
import { bookCodeInvalid, tooManyBooks } from './refusals.ts'

/** A book's code is also the name of its file: never a path. */
const codePattern = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Each open book keeps a cache of some 32 MiB; more than this belong on another machine. */
const mostOpenBooks = 200

/** The file of a book in a folder of books. Refuses `book.code`. */
export function bookPath(folder: string, code: string): string {
  return join(folder, `${checkedCode(code)}.db`)
}

/** Where a book's private key is kept when the environment does not hold it. Refuses `book.code`. */
export function keyPath(folder: string, code: string): string {
  return join(folder, `${checkedCode(code)}.key.json`)
}

function checkedCode(code: string): string {
  if (!codePattern.test(code)) throw bookCodeInvalid({ book: code })
  return code
}

/** The hand of a book from the key file beside it. Refuses `signing_key.*`. */
export async function signerBeside(folder: string, code: string): Promise<Signer> {
  const path = keyPath(folder, code)
  if (!existsSync(path)) throw signingKeyMissing({ book: code })
  return signerFrom(jsonOrNull(readFileSync(path, 'utf8')))
}

/** Makes a book's key file, readable by its owner alone; one that is there stays. */
export async function makeKeyFile(
  folder: string,
  code: string,
  random: Surroundings['random'],
): Promise<void> {
  const path = keyPath(folder, code)
  if (existsSync(path)) return
  const key = await newSigningKey(random)
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(handle, `${JSON.stringify(key)}\n`)
  } catch (error) {
    // Half a key would be taken for one the next time.
    rmSync(path)
    throw error
  } finally {
    closeSync(handle)
  }
}

/** What is not JSON is refused by `signerFrom`, which does not quote a private key. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export interface OpenBook {
  readonly book: Book
  /** Performs a command, sharing a commit with those that come in the same turn. */
  submit(request: DoorRequest): Promise<Answer>
  close(): void
}

export interface ShelfOptions {
  readonly folder: string
  readonly offer: Pick<
    Offer,
    'addressOf' | 'assets' | 'limits' | 'log' | 'renderPdf' | 'now' | 'origin' | 'outward'
  >
  readonly random: Surroundings['random']
  open(path: string): OpenBook
  signer(code: string): Promise<Signer>
  background(path: string): Background
  /** Copies the book in a file for whoever downloads it. */
  copy(path: string): Promise<BookCopy>
  /** Makes a book's file, whole or not at all. Refuses `book.exists` and `book.code`. */
  found(founding: Founding): Promise<void>
}

/** A link for whoever starts, as a path on this host. */
export interface StartPath {
  /** The book that it makes an owner of; without one it makes a book. */
  readonly book?: string
  readonly path: string
}

export interface Shelf {
  /** The app for a request: that of its book, or the one for books that are not there. */
  appFor(url: string): Pick<Hono, 'fetch'>
  /** The links that open something now: one where there is no book, else one for each without a user. */
  starts(): StartPath[]
  /** Lets go of all background work, and of those who watch it. */
  rest(): Promise<void>
  close(): void
}

interface Standing {
  readonly opened: OpenBook
  readonly app: Hono
  readonly tasks: TaskRunner
  readonly startSecret: string
}

/**
 * Opens the shelf: the books that are there now at once, so that a broken one is known from the start;
 * those that come later when they are first asked for.
 */
export function openShelf(options: ShelfOptions): Shelf {
  const { folder, random } = options
  const standing = new Map<string, Standing>()
  const failed = new Set<string>()
  const offer = { ...options.offer, health: () => healthOf(options, standing, failed) }
  const firstSecret = startSecret(random)
  const link = startLink(firstSecret, () => codesIn(folder).length === 0)
  const founding: FoundingOffer = { link, place: 'host', found }
  const strangers = createStrangersApp(registry, { ...offer, founding }, random)

  async function found(wanted: Founding): Promise<Founded> {
    await options.found(wanted)
    // A request for it may have come in between.
    const made = standing.get(wanted.code) ?? take(wanted.code)
    return { book: made.opened.book, submit: made.tasks.submit }
  }

  function take(code: string): Standing {
    if (standing.size >= mostOpenBooks) throw tooManyBooks({ most: mostOpenBooks })
    try {
      const taken = opened(options, offer, code)
      standing.set(code, taken)
      failed.delete(code)
      return taken
    } catch (error) {
      failed.add(code)
      offer.log.error({ book: code, ...described(error) }, 'the book does not open')
      throw bookUnavailable({})
    }
  }

  function takenOr(code: string): Pick<Hono, 'fetch'> {
    try {
      return take(code).app
    } catch (error) {
      const refused = refusalOf(error, offer.log, random)
      return { fetch: (request) => secured(problemAnswer(refused, `/b/${code}/api/v1`), request) }
    }
  }

  for (const code of codesIn(folder).slice(0, mostOpenBooks)) takenOr(code)
  return {
    appFor: (url) => {
      const code = /^https?:\/\/[^/]+\/b\/([^/?]*)/.exec(url)?.[1]
      if (code === undefined || !codePattern.test(code)) return strangers
      const found = standing.get(code)
      if (found) return found.app
      if (!existsSync(bookPath(folder, code))) return strangers
      return takenOr(code)
    },
    starts: () => startsOf(folder, firstSecret, standing),
    rest: async () => {
      await Promise.all([...standing.values()].map(({ tasks }) => tasks.close()))
    },
    close: () => {
      for (const { opened } of standing.values()) opened.close()
    },
  }
}

/** Opens a book with all that its pages and its interface need. */
function opened(
  options: ShelfOptions,
  offer: ShelfOptions['offer'] & Pick<Offer, 'health'>,
  code: string,
): Standing {
  const { folder, random } = options
  const path = bookPath(folder, code)
  const one = options.open(path)
  const { book } = one
  const own = {
    book,
    submit: one.submit,
    signer: () => options.signer(code),
    renderPdf: offer.renderPdf,
    background: options.background(path),
  }
  const tasks = openTasks(own, (error) => refusalOf(error, offer.log, random))
  const secret = startSecret(random)
  const start = startLink(secret, () => !anyUser(book.store))
  const { signer } = own
  const { submit } = tasks
  const copy = () => options.copy(path)
  const app = createApp(book, { ...offer, signer, submit, tasks, start, copy })
  return { opened: one, app, tasks, startSecret: secret }
}

/** The links that open something now: without a book the first one, else those of books without a user. */
function startsOf(
  folder: string,
  firstSecret: string,
  standing: ReadonlyMap<string, Standing>,
): StartPath[] {
  if (codesIn(folder).length === 0) return [{ path: `/start/${firstSecret}` }]
  return [...standing]
    .filter(([, { opened: open }]) => !anyUser(open.book.store))
    .map(([book, { startSecret: secret }]) => ({ book, path: `/b/${book}/start/${secret}` }))
}

function codesIn(folder: string): string[] {
  const codes = readdirSync(folder).map((name) => (name.endsWith('.db') ? name.slice(0, -3) : ''))
  return codes.filter((code) => codePattern.test(code)).sort()
}

async function healthOf(
  { folder, offer }: ShelfOptions,
  standing: ReadonlyMap<string, { opened: OpenBook }>,
  failed: ReadonlySet<string>,
): Promise<Health> {
  const books: Health['books'][number][] = [...failed].map(() => ({ opens: false }))
  for (const [code, { opened }] of standing) {
    try {
      const { seq, hash } = chainHead(opened.book.store)
      books.push({ opens: true, sequence: seq, chain_head: hex(hash) })
    } catch (error) {
      offer.log.error({ book: code, ...described(error) }, 'the book cannot be read')
      books.push({ opens: false })
    }
  }
  const { bavail, bsize } = await statfs(folder)
  return { books, free_disk_bytes: bavail * bsize }
}
