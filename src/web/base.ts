/** Where a book's interface stands. */
import type { Context } from 'hono'

/** The host has chosen the book by its code already; the app answers for whichever it is. */
export const apiBase = '/b/:book/api/v1'

/** A route as Hono writes it: `{name}` becomes `:name`. */
export function honoPath(path: string): string {
  return apiBase + path.replace(/\{(\w+)\}/g, ':$1')
}

/** `/b/{book}` of a request, as its address writes it; empty where none is asked for. */
export function bookPathOf(c: Context): string {
  return /^\/b\/[^/]+/.exec(new URL(c.req.url).pathname)?.[0] ?? ''
}

/** The base path of the interface that a request speaks to, for links. */
export function baseOf(c: Context): string {
  return `${bookPathOf(c) || '/b/{book}'}/api/v1`
}
