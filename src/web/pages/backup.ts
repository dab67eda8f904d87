/** A copy of the whole book as a file, for who may read every name in it. That it was taken is on record. */
import type { Hono } from 'hono'
import { take } from '../../access/backups.ts'
import { requireMay } from '../../book/scope.ts'
import { turns } from '../turns.ts'
import { readFormOf } from './form-body.ts'
import { mountAct } from './frame.tsx'
import type { Desk } from './visit.ts'

/** Mounts it where the host makes copies; they are made one at a time. */
export function mountBackup(app: Hono, desk: Desk): void {
  const { copy } = desk.offer
  if (!copy) return
  const inTurn = turns()
  mountAct(app, desk, 'post', '/backup', async (visit) => {
    const { caller } = visit
    requireMay(caller, take)
    const { key } = await readFormOf(visit)
    const { output } = await desk.offer.submit({ command: take, input: {}, key, caller })
    const { book } = output as { book: string }
    const { bytes, body } = await inTurn(copy)
    const stamp = new Date(desk.book.surroundings.now()).toISOString().replace(/[-:]|\.\d+/g, '')
    return new Response(body, {
      headers: {
        'content-type': 'application/vnd.sqlite3',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${book}-${stamp}.db"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
