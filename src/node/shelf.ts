/** The books of one folder: where each has its file and its key, and which of them are open. */
import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
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
import { chainHead } from '../book/events.ts'
import type { Surroundings } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import type { Signer } from '../statements/signer.ts'
import { openTasks, type TaskRunner } from '../tasks/runner.ts'
import type { Background } from '../tasks/work.ts'
import type { BookCopy } from '../web/offer.ts'
import { described, problemAnswer, refusalOf } from '../web/problem.ts'
import { bookUnavailable } from '../web/refusals.ts'
import { secured } from '../web/secure-headers.ts'
import { bookPath, codesIn, isBookCode, type OpenBook } from './book-files.ts'
import { tooManyBooks } from './refusals.ts'

/** Each open book keeps a cache of some 32 MiB; more than this belong on another machine. */
const mostOpenBooks = 200

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
  const strangers = createStrangersApp({ ...offer, founding }, random)

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
      if (code === undefined || !isBookCode(code)) return strangers
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
