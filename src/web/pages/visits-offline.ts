/**
 * Visits without a network: the worker of a book, which keeps the pages on which visits are recorded, and what those pages
 * tell the script that keeps what was typed.
 */
import type { Context, Hono } from 'hono'
import type { OfflineView } from '../../../templates/pages/visit-waiting.tsx'
import { bookPathOf } from '../base.ts'
import { assetsOf } from './assets.ts'

/** Below the book; what lies beside it is what it may answer for. */
const workerPath = '/visits-worker.js'

/** What the office’s pages of visits tell. */
export function officeOffline(c: Context, user: number, to = ''): OfflineView {
  const scope = `${bookPathOf(c)}/pairing/visits`
  return { scope, reader: `user ${user}`, to, form: `${scope}/new`, worker: workerOf(c) }
}

/** What the form of a helper’s own page tells; `place` is where own pages stand. */
export function ownOffline(
  c: Context,
  own: { readonly place: string; readonly code: number; readonly to: string },
): OfflineView {
  const form = new URL(c.req.url).pathname
  const reader = `code ${own.code}`
  return { scope: `${own.place}/pairs/`, reader, to: own.to, form, worker: workerOf(c) }
}

function workerOf(c: Context): string {
  return `${bookPathOf(c)}${workerPath}`
}

const headers = {
  'content-type': 'text/javascript; charset=utf-8',
  // Looked at again each time, so that a new build is heard of.
  'cache-control': 'no-cache',
  // It loads the script that was built for it, and asks this host for pages; nothing else.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
}

/** Mounts the worker: a line that loads the script built for it, at an address that never changes. */
export function mountVisitsWorker(app: Hono): void {
  app.get(`/b/:book${workerPath}`, (c) => {
    const script = assetsOf(c, 'visits_worker').scripts.at(-1)!
    return new Response(`importScripts(${JSON.stringify(script)})\n`, { headers })
  })
}
