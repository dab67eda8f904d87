/** The pages of a book, all of them: mounted beside its interface. */
import type { Hono } from 'hono'
import { mountPayouts } from './payouts.tsx'
import { mountPreferences } from './preferences.ts'
import { sameOrigin } from './same-origin.ts'
import type { Desk } from './visit.ts'

/** Mounts every page of a book on its app. */
export function mountPages(app: Hono, desk: Desk): void {
  app.use('/b/:book/*', sameOrigin)
  mountPreferences(app)
  mountPayouts(app, desk)
}
