/**
 * Answers for the pages on which visits are recorded when there is no network, from a cache that they were put in when
 * there was one. Nothing else is answered for, and nothing is kept beyond what those pages show.
 */
import { bookOf } from './page.ts'
import { cacheName } from './visits-kept.ts'

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface Fetched extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
/** What this script uses of the worker that it runs in. */
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', act: (event: Extendable) => void): void
  addEventListener(type: 'fetch', act: (event: Fetched) => void): void
  addEventListener(type: 'message', act: (event: Extendable & { data: unknown }) => void): void
}
const worker = globalThis as unknown as Worker

const name = cacheName(bookOf(location.pathname))

/** The lists and forms of visits: of the office, and of a helper’s own page. */
const pages = /^\/b\/[^/]+\/(?:pairing\/visits(?:\/new)?|together\/pairs\/\d+\/visit)$/
const assets = /^\/assets\//

/** A network that answers later than this is none to somebody at a door. */
const patienceMs = 5_000
/** The oldest pages go when there are more. */
const mostPages = 40

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pages.test(pathname)) event.respondWith(page(request))
  else if (assets.test(pathname)) event.respondWith(asset(request))
})

worker.addEventListener('message', (event) => {
  const { keep } = event.data as { keep?: unknown }
  if (!Array.isArray(keep)) return
  event.waitUntil(Promise.allSettled(keep.map((href) => kept(String(href)))))
})

/** Nobody is signed in any more, or may not see it: what was kept for them is not shown to whoever comes next. */
function isOver({ type, redirected, status }: Response): boolean {
  const refused = status === 401 || status === 403 || status === 404
  return type === 'opaqueredirect' || redirected || refused
}

/** From the network where it answers in time, else as it was kept. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(name)
  const before = await cache.match(request.url)
  const late =
    before &&
    new Promise<Response>((resolve) => {
      setTimeout(() => resolve(before), patienceMs)
    })
  const now = fetch(request).then(async (answer) => {
    if (answer.ok) await put(cache, request.url, answer.clone())
    else if (isOver(answer)) await cache.delete(request.url)
    return answer
  })
  try {
    return await (late ? Promise.race([now, late]) : now)
  } catch (error) {
    if (before) return before
    throw error
  }
}

/** Its name tells its content, so what was kept is as good as new. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(name)
  const before = await cache.match(request.url)
  if (before) return before
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone())
  return answer
}

/** Keeps a page or what it loads before anybody asks for it. */
async function kept(href: string): Promise<void> {
  const { origin, pathname } = new URL(href)
  const isPage = pages.test(pathname)
  if (origin !== location.origin || (!isPage && !assets.test(pathname))) return
  const cache = await caches.open(name)
  if (!isPage && (await cache.match(href))) return
  const answer = await fetch(href)
  if (isOver(answer)) await cache.delete(href)
  else if (answer.ok) await put(cache, href, answer)
}

async function put(cache: Cache, href: string, answer: Response): Promise<void> {
  await cache.delete(href)
  await cache.put(href, answer)
  const all = (await cache.keys()).filter(({ url }) => pages.test(new URL(url).pathname))
  for (const old of all.slice(0, Math.max(0, all.length - mostPages))) await cache.delete(old)
}
