/** Where a book is open, as browsers and other servers are told. */
import type { Context } from 'hono'
import type { Site } from '../../access/passkey-answers.ts'
import { passkeysNotHere } from '../../access/passkey-refusals.ts'
import { Refusal } from '../../kit/refusal.ts'
import { cameByHttps } from '../secure-headers.ts'

/**
 * The origin of the site: the one that the host was told, else the one that was asked for. Who asks may name any
 * host; what follows from it, a passkey or an address to come back to, is then of no use at ours.
 */
export function originOf(c: Context, told: string | undefined): string {
  if (told !== undefined) return told
  const { host } = new URL(c.req.url)
  return `${cameByHttps(c.req.raw) ? 'https' : 'http'}://${host}`
}

/** Where passkeys are kept for. Refuses `passkey.not_at_this_address` where browsers keep none. */
export function passkeySite(c: Context, told: string | undefined): Site {
  const found = passkeysHere(c, told)
  if (found instanceof Refusal) throw found
  return found
}

/** Where passkeys are kept for, or why browsers keep none here. */
export function passkeysHere(c: Context, told: string | undefined): Site | Refusal {
  const origin = originOf(c, told)
  const { protocol, hostname, host } = new URL(origin)
  const named = /[a-z]/i.test(hostname) && !hostname.includes(':')
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  const here = named && (protocol === 'https:' || local)
  return here ? { origin, rpId: hostname } : passkeysNotHere({ host })
}
