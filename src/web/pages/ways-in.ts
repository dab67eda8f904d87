/** The ways into a book beside name and password, as the page for signing in offers them. */
import type { Context, MiddlewareHandler } from 'hono'
import type { WaysInView } from '../../../templates/pages/ways-in.tsx'

/** What a page for signing in leads to, whatever page was asked for. */
export type WaysIn = (c: Context, next: string) => WaysInView

const none: WaysInView = { passkey: null, providers: [] }

/** Tells the page for signing in of an app what else there is. */
export function withWaysIn(ways: WaysIn): MiddlewareHandler {
  return (c, next) => {
    c.set('waysIn', ways)
    return next()
  }
}

/** What else there is, from a page from which one would go on to `next`. */
export function waysInOf(c: Context, next: string): WaysInView {
  return (c.get('waysIn') as WaysIn | undefined)?.(c, next) ?? none
}
