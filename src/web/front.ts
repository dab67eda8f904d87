/** What anyone may see of a host: a plain page at `/`, and whether it is well at `/healthz`. */
import type { Hono } from 'hono'

/** How one book stands. No name and no code: strangers may ask. */
export interface BookHealth {
  readonly opens: boolean
  readonly sequence?: number
  readonly chain_head?: string
}

export interface Health {
  readonly books: readonly BookHealth[]
  /** Null where the host has no disk of its own. */
  readonly free_disk_bytes: number | null
}

/** Below this much free room a host says it is unwell, while it can still write. */
export const leastFreeBytes = 67_108_864

/** Mounts `/` and `/healthz`: 200 when every book opens and there is room, else 503. */
export function mountFront(app: Hono, health: () => Health | Promise<Health>): void {
  app.get('/', (c) => c.html(frontPage))
  app.get('/healthz', async (c) => {
    const found = await health()
    const room = found.free_disk_bytes ?? leastFreeBytes
    const well = found.books.every(({ opens }) => opens) && room >= leastFreeBytes
    c.header('cache-control', 'no-store')
    return c.json({ status: well ? 'pass' : 'fail', ...found }, well ? 200 : 503)
  })
}

const frontPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Care Ledger</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:38rem;
margin:3rem auto;padding:0 1rem}code{overflow-wrap:anywhere}</style></head><body>
<h1>Care Ledger</h1>
<p>A mutual-aid fund and hardship support ledger: one double-entry book for each organisation, and
disbursement statements that an auditor can verify without trusting this server.</p>
<p>The reference of a book’s interface is at <code>/b/{book}/api/v1/reference</code>, its OpenAPI
document at <code>/b/{book}/api/v1/openapi.json</code>. The interface answers only to a token, which
the owner of the book makes with <code>care-ledger token</code>. Whether this server is well stands at
<a href="/healthz">/healthz</a>.</p>
</body></html>
`
