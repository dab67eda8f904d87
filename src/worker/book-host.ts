/** A book inside its Durable Object: opened, founded, and answered for. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DurableObjectStorage } from '@cloudflare/workers-types'
import { type StartLink, startLink } from '../access/start-link.ts'
import { callerWith } from '../access/tokens.ts'
import {
  createApp,
  createStrangersApp,
  type FoundingOffer,
  type Health,
  type Log,
  type Offer,
  type RenderJob,
} from '../app.ts'
import { type Book, type Request as DoorRequest, perform } from '../book/book.ts'
import { chainHead } from '../book/events.ts'
import type { Surroundings } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import { type MasterKeys, masterKeysFrom } from '../kit/master-keys.ts'
import type { Refusal } from '../kit/refusal.ts'
import { durableStore } from '../store/durable-object.ts'
import { migrate } from '../store/migrate.ts'
import { openTasks } from '../tasks/runner.ts'
import { commandAnswer } from '../web/api.ts'
import { readBody } from '../web/body.ts'
import { openLimits } from '../web/limits.ts'
import { problemAnswer, refusalOf } from '../web/problem.ts'
import { publicOrigin } from '../web/public-origin.ts'
import { secured } from '../web/secure-headers.ts'
import { addressOf } from './address.ts'
import { openAssetList } from './asset-list.ts'
import { background } from './background.ts'
import type { Environment } from './environment.ts'
import {
  found,
  founderSecret,
  foundingCommand,
  foundWhole,
  isFounded,
  mayFound,
  takesFounder,
} from './founding.ts'
import { type KeyRing, keyRing } from './key-ring.ts'
import { workerOutward } from './outward.ts'
import { renderTooLarge } from './refusals.ts'

/**
 * A Worker has 128 MB. With the fonts, drawing 1,000 lines was measured to take some 80 MB, 2,000 lines
 * 95 MB, and 4,000 lines 145 MB.
 */
const mostLinesDrawn = 2_000

export type Draw = Offer['renderPdf']

export interface BookHostOptions {
  readonly storage: DurableObjectStorage
  readonly environment: Environment
  readonly surroundings: Surroundings
  readonly log: Log
}

export interface BookHost {
  /** Answers a request under `/b/{code}/`; papers are drawn by `draw`, which the asker brings. */
  answer(code: string, request: Request, draw: Draw): Promise<Response>
}

/**
 * The host of one book. A book that is there is brought up to date; where there is none nothing is
 * written until its founder sets it up, and everybody else is answered as a stranger. Refuses `book.*`.
 */
export function hostBook({ storage, environment, surroundings, log }: BookHostOptions): BookHost {
  const given = withMasterKeys(surroundings, environment)
  const book: Book = { store: durableStore(storage), surroundings: given }
  const keys = keyRing({
    storage,
    secret: environment.CARE_LEDGER_SIGNING_KEY,
    reader: book.store,
    random: surroundings.random,
  })
  const drawing = new AsyncLocalStorage<Draw>()
  const secret = founderSecret(environment.CARE_LEDGER_OWNER_TOKEN)
  const start = secret === undefined ? undefined : startLink(secret, () => takesFounder(book))
  const list = openAssetList()
  const whole = offerOf(book, { signer: keys.signer, drawing, log })
  const origin = publicOrigin(environment.CARE_LEDGER_ORIGIN)
  const outward = workerOutward(environment.CARE_LEDGER_INNER_PROVIDERS === 'yes')
  const offer: Offer = { ...whole, start, assets: list.hrefs, origin, outward, addressOf }
  const app = createApp(book, offer)
  const founding = start && foundingBy(start, { book, keys, submit: offer.submit })
  const strangers = createStrangersApp({ ...offer, founding }, surroundings.random)
  if (isFounded(book)) migrate(book.store)

  async function foundBy(code: string, request: Request): Promise<Response> {
    const command = foundingCommand(request)!
    const input = await readBody(request)
    const key = request.headers.get('idempotency-key') ?? undefined
    const { signer, keep } = await keys.forFounding()
    const answer = found(book, { command, code, input, key, signer, keepKey: keep })
    log.info({ route: command.route.path, actor: 'host' }, 'founding')
    return commandAnswer(answer)
  }

  /** How this book stands, for whoever has one of its tokens. */
  async function healthFor(request: Request): Promise<Response> {
    callerWith(book.store, request.headers.get('authorization') ?? undefined, surroundings.now())
    return app.request('/healthz')
  }

  async function answerAny(code: string, request: Request, draw: Draw): Promise<Response> {
    if (foundingCommand(request) && mayFound(book, request, secret)) {
      return secured(await foundBy(code, request), request)
    }
    if (!isFounded(book)) return strangers.fetch(request)
    if (new URL(request.url).pathname === `/b/${code}/healthz`) return healthFor(request)
    return drawing.run(draw, () => app.fetch(request))
  }

  return {
    answer: async (code, request, draw) => {
      try {
        // Only pages load anything.
        if (!request.url.includes('/api/')) await list.ready(environment.ASSETS)
        return await answerAny(code, request, draw)
      } catch (error) {
        return refusedHere(code, request, refusalOf(error, log, surroundings.random))
      }
    },
  }
}

/** The secret is read when it is needed: an unreadable one shuts what lies sealed, not the whole book. */
function withMasterKeys(surroundings: Surroundings, environment: Environment): Surroundings {
  const text = environment.CARE_LEDGER_MASTER_KEY
  if (!text) return surroundings
  let keys: MasterKeys | undefined
  return {
    now: surroundings.now,
    random: surroundings.random,
    get masterKeys() {
      keys ??= masterKeysFrom(text, 'CARE_LEDGER_MASTER_KEY')
      return keys
    },
  }
}

function refusedHere(code: string, request: Request, refusal: Refusal): Response {
  return secured(problemAnswer(refusal, `/b/${code}/api/v1`), request)
}

/** The page that sets a book up: it is made in the object that its address names. */
function foundingBy(
  link: StartLink,
  { book, keys, submit }: { book: Book; keys: KeyRing; submit: Offer['submit'] },
): FoundingOffer {
  return {
    link,
    place: 'book',
    found: async (wanted) => {
      const { signer, keep } = await keys.forFounding()
      foundWhole(book, wanted, { signer, keepKey: keep })
      return { book, submit }
    },
  }
}

interface Offered {
  readonly signer: Offer['signer']
  /** Where the papers of the request at hand are drawn. */
  readonly drawing: AsyncLocalStorage<Draw>
  readonly log: Log
}

function offerOf(book: Book, { signer, drawing, log }: Offered): Offer {
  const own = {
    book,
    signer,
    // The output gate holds the answer until what was written is durable.
    submit: async (request: DoorRequest) => perform(book, request),
    renderPdf: async (...[job, sign]: Parameters<Draw>) => {
      requireDrawable(job)
      return drawing.getStore()!(job, sign)
    },
    background: background(book.store),
  }
  const { now, random } = book.surroundings
  const tasks = openTasks(own, (error) => refusalOf(error, log, random))
  const { submit } = tasks
  const { renderPdf } = own
  const limits = openLimits(now)
  return { submit, tasks, signer, renderPdf, health: () => healthOf(book), limits, log, now }
}

function requireDrawable(job: RenderJob): void {
  const lines = job.paper === 'statement' ? job.document.statement.lines.length : 0
  if (lines > mostLinesDrawn) throw renderTooLarge({ lines, most: mostLinesDrawn })
}

function healthOf(book: Book): Health {
  const { seq, hash } = chainHead(book.store)
  const standing = { opens: true, sequence: seq, chain_head: hex(hash) }
  return { books: [standing], free_disk_bytes: null }
}
