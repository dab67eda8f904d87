/** What any program may ask of a host: whether it is well, at `/healthz`. */
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

/** Mounts `/healthz`: 200 when every book opens and there is room, else 503. */
export function mountHealth(app: Hono, health: () => Health | Promise<Health>): void {
  app.get('/healthz', async (c) => {
    const found = await health()
    const room = found.free_disk_bytes ?? leastFreeBytes
    const well = found.books.every(({ opens }) => opens) && room >= leastFreeBytes
    c.header('cache-control', 'no-store')
    return c.json({ status: well ? 'pass' : 'fail', ...found }, well ? 200 : 503)
  })
}
