/** The Hono app of one book, given the book and what its host offers. The same on every host. */
import { Hono } from 'hono'
import { METHOD_NAME_ALL } from 'hono/router'
import type { Book } from './book/book.ts'
import { registry } from './registry.ts'
import type { RenderedPdf, RenderJob } from './statements/draw.ts'
import { agreementPapersOf } from './web/agreement-papers.ts'
import { mountApi, mountStrangers } from './web/api.ts'
import { baseOf } from './web/base.ts'
import { casePapersOf } from './web/case-papers.ts'
import { type Health, mountHealth } from './web/front.ts'
import type { Offer } from './web/offer.ts'
import { withAssets } from './web/pages/assets.ts'
import { mountEntrance, mountNowhere, mountStrangersEntrance } from './web/pages/entrance.ts'
import { mountFrontPage } from './web/pages/front.tsx'
import { mountGallery } from './web/pages/gallery.tsx'
import { limited } from './web/pages/limited.tsx'
import { mountPages } from './web/pages/pages.ts'
import { sameOrigin } from './web/pages/same-origin.ts'
import { pairingPapersOf } from './web/pairing-papers.ts'
import { type Log, problemAnswer, refusalOf } from './web/problem.ts'
import { mountReference } from './web/reference.ts'
import { methodNotAllowed, routeUnknown } from './web/refusals.ts'
import { withSecureHeaders } from './web/secure-headers.ts'
import type { FirstAct, Founded, Founding, FoundingOffer } from './web/start-offer.ts'
import { filesOf, mountDownloads } from './web/statements.ts'

export type {
  FirstAct,
  Founded,
  Founding,
  FoundingOffer,
  Health,
  Log,
  Offer,
  RenderedPdf,
  RenderJob,
}

/** The app of a book: its interface under `/b/{book}/api/v1`, and the host's front. */
export function createApp(book: Book, offer: Offer): Hono {
  const app = appWith(offer, book.surroundings.random, book)
  const files = [
    ...filesOf(book, offer),
    ...casePapersOf(book, offer),
    ...pairingPapersOf(book, offer),
    ...agreementPapersOf(book, offer),
  ]
  mountDownloads(app, book, offer, files)
  const desk = { book, offer, registry }
  mountApi(app, desk)
  mountEntrance(app, desk)
  mountPages(app, desk, files)
  mountNowhere(app, desk)
  return app
}

/** What a host offers where there is no book. */
export interface StrangersOffer
  extends Pick<Offer, 'addressOf' | 'assets' | 'health' | 'limits' | 'log' | 'now' | 'origin'> {
  /** The page that makes a book, for whoever holds its link. */
  readonly founding?: FoundingOffer | undefined
}

/** The app that answers for every book that is not there, as if it knew no token. */
export function createStrangersApp(
  offer: StrangersOffer,
  random: (bytes: number) => Uint8Array,
): Hono {
  const app = appWith(offer, random)
  mountStrangers(app, registry)
  const { founding } = offer
  mountStrangersEntrance(app, offer, random, founding)
  return app
}

function appWith(
  offer: Pick<Offer, 'addressOf' | 'assets' | 'health' | 'limits' | 'log'>,
  random: (bytes: number) => Uint8Array,
  book?: Book,
): Hono {
  const app = new Hono()
  app.use(withSecureHeaders)
  if (offer.assets) app.use(withAssets(offer.assets))
  app.use(limited(offer, book))
  // Before any page is mounted: a form that is mounted earlier would be taken from anywhere.
  app.use('/b/:book/*', sameOrigin)
  mountHealth(app, () => offer.health())
  mountFrontPage(app)
  mountGallery(app)
  mountReference(app, registry)
  app.notFound((c) => {
    const { method, path } = c.req
    const allow = methods.filter((other) =>
      // What looks at every request, whatever its method, is no route.
      app.router.match(other, path)[0].some(([[, route]]) => route.method !== METHOD_NAME_ALL),
    )
    const refusal =
      allow.length > 0
        ? methodNotAllowed({ method, path, allow: withHead(allow) })
        : routeUnknown({ method, path })
    return problemAnswer(refusal, baseOf(c))
  })
  app.onError((error, c) => problemAnswer(refusalOf(error, offer.log, random), baseOf(c)))
  return app
}

const methods = ['GET', 'POST'] as const

/** HTTP answers HEAD wherever it answers GET. */
function withHead(allow: readonly string[]): string[] {
  return allow.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}
