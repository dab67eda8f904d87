/** The outer Worker: finds the object of a book by its code in the path, and answers strangers itself. */
import { halfSignInCookie } from '../access/half-sign-ins.ts'
import { sessionCookie } from '../access/sessions.ts'
import { createStrangersApp, type Log, type Offer } from '../app.ts'
import type { Surroundings } from '../book/registry.ts'
import { openLimits } from '../web/limits.ts'
import { described, problemAnswer } from '../web/problem.ts'
import { bookUnavailable } from '../web/refusals.ts'
import { secured } from '../web/secure-headers.ts'
import { addressOf } from './address.ts'
import { openAssetList } from './asset-list.ts'
import type { Environment } from './environment.ts'

/** As many characters as a book's code has; nothing else reaches an object. */
const bookPath = /^\/b\/([a-z0-9][a-z0-9-]{0,39})(\/.*)?$/

/** The verb of a book's object, as the outer Worker calls it. */
export interface BookStub {
  answer(code: string, request: Request, renderer: Renderer): Promise<Response>
}

/** What the outer Worker lends to the object for the time of one request. */
export interface Renderer {
  draw: Offer['renderPdf']
}

export type FrontDoor = (
  request: Request,
  environment: Environment,
  renderer: Renderer,
) => Promise<Response>

/**
 * Opens the front door. Without credentials no object is woken: what strangers are told is the same for
 * every book, whether it is there or not.
 */
export function openFrontDoor(surroundings: Surroundings, log: Log): FrontDoor {
  const health = () => ({ books: [], free_disk_bytes: null })
  const { now, random } = surroundings
  const list = openAssetList()
  const offer = { health, log, now, assets: list.hrefs, limits: openLimits(now), addressOf }
  const strangers = createStrangersApp(offer, random)
  return async (request, { BOOK, ASSETS }, renderer) => {
    const [, code, path = ''] = bookPath.exec(new URL(request.url).pathname) ?? []
    if (code === undefined || !comesWithSomething(request, path)) {
      await list.ready(ASSETS)
      return strangers.fetch(request)
    }
    const stub = BOOK.get(BOOK.idFromName(code)) as unknown as BookStub
    try {
      return await stub.answer(code, request, renderer)
    } catch (error) {
      log.error({ book: code, ...described(error) }, 'the object does not answer')
      return secured(problemAnswer(bookUnavailable({}), `/b/${code}/api/v1`), request)
    }
  }
}

/**
 * Whether a request brings what only its book can judge: a token for the interface, a session for a page, a
 * password, or the secret of a link; or asks what only its book knows of signing in: its providers, and the
 * questions that it puts to passkeys.
 */
function comesWithSomething({ headers }: Request, path: string): boolean {
  if (/^\/(?:api\/|healthz$)/.test(path)) return headers.get('authorization') !== null
  if (path.startsWith('/start/')) return true
  if (/^\/sign-in(?:\/|$)/.test(path)) return true
  const cookies = headers.get('cookie') ?? ''
  return [sessionCookie, halfSignInCookie].some((name) => cookies.includes(`${name}=`))
}
