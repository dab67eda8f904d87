/** The files of the interface, for readers who are signed in: at the same paths below the book. */
import type { Hono } from 'hono'
import { filePath } from '../downloads.ts'
import type { Downloadable } from '../statements.ts'
import { mountAct } from './frame.tsx'
import type { Desk } from './visit.ts'

/** Mounts statements, previews and receipts as files. */
export function mountFiles(app: Hono, desk: Desk, files: readonly Downloadable[]): void {
  for (const { download, file } of files) {
    mountAct(app, desk, 'get', filePath(download), ({ c, caller }) => file({ c, caller }))
  }
}
