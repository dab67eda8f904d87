/**
 * Cookies under names that browsers guard (RFC 6265bis section 4.1.3): over https a cookie of the whole host is
 * `__Host-…`, one of a book's path `__Secure-…`. No page over http and none of a sibling host can plant such a one,
 * so no session of somebody else's can be put under a reader. Over http, on one's own machine, names are plain.
 */
import type { Context } from 'hono'
import * as plain from 'hono/cookie'
import { cameByHttps } from '../secure-headers.ts'

export interface CookieAttributes {
  readonly path: string
  readonly httpOnly: boolean
  readonly sameSite: 'Lax' | 'Strict'
  readonly secure: boolean
  /** In seconds. */
  readonly maxAge?: number
}

function guarded(attributes: CookieAttributes) {
  if (!attributes.secure) return attributes
  return { ...attributes, prefix: attributes.path === '/' ? 'host' : 'secure' } as const
}

/** The value of a cookie; over https one without a guarded name is nobody's. */
export function getCookie(c: Context, name: string): string | undefined {
  if (!cameByHttps(c.req.raw)) return plain.getCookie(c, name)
  return plain.getCookie(c, name, 'host') ?? plain.getCookie(c, name, 'secure')
}

/** Gives the browser a cookie. */
export function setCookie(
  c: Context,
  name: string,
  value: string,
  attributes: CookieAttributes,
): void {
  plain.setCookie(c, name, value, guarded(attributes))
}

/** Takes a cookie from the browser. */
export function deleteCookie(c: Context, name: string, attributes: CookieAttributes): void {
  plain.deleteCookie(c, name, guarded(attributes))
}
