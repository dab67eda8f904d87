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
export function officeOffline(c: Context, user: number): OfflineView {
  const place = bookPathOf(c)
  return offlineView(c, `${place}/pairing/visits`, `user ${user}`, `${place}/pairing/visits/new`)
}

/** What a page tells on which visits are recorded: within which paths, by whom, where the form is. */
export function offlineView(c: Context, scope: string, reader: string, form: string): OfflineView {
  return { scope, reader, form, worker: `${bookPathOf(c)}${workerPath}` }
}

const headers = {
  'content-type': 'text/javascript; charset=utf-8',
  // Looked at again each time, so that a new build is heard of.
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'self'",
}

/** Mounts the worker: a line that loads the script built for it, at an address that never changes. */
export function mountVisitsWorker(app: Hono): void {
  app.get(`/b/:book${workerPath}`, (c) => {
    const script = assetsOf(c, 'visits_worker').scripts.at(-1)!
    return new Response(`importScripts(${JSON.stringify(script)})\n`, { headers })
  })
}
