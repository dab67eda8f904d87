/** Forms are taken from our own pages alone: what another site sends is refused by where it comes from. */
import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { apiBase } from '../base.ts'
import { formForeign } from './refusals.ts'

/** A proxy that does TLS tells the host that was asked for, but not always the scheme. */
function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

const checked = csrf({ origin: (origin, c) => isHost(origin, new URL(c.req.url).host) })

/**
 * Refuses `form.foreign` for a form that does not say it comes from here, by `Sec-Fetch-Site` or `Origin`.
 * The interface takes no form: its callers bring a token, not a cookie.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.path.startsWith(apiBase.replace(':book', c.req.param('book') ?? ''))) return next()
  let passed = false
  try {
    await checked(c, async () => {
      passed = true
    })
  } catch (error) {
    throw error instanceof HTTPException ? formForeign({}) : error
  }
  if (passed) await next()
}
