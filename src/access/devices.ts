/**
 * Browsers in which a user has signed in before (OWASP, Slow Down Online Guessing Attacks with Device Cookies). Such
 * a browser has a counter of failures of its own: strangers who guess lock out strangers.
 */

import type { Act } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

/** The cookie that carries a device's secret. */
export const deviceCookie = 'care_ledger_device'

/** A year: who has not signed in since is a stranger like any other. */
export const deviceMs = 365 * 86_400_000

const secretBytes = 32

/** A new device's secret. It goes to the browser and is kept nowhere else. */
export function deviceSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** The hash under which a device is kept. */
export function deviceHash(secret: string): Uint8Array {
  return sha256(`device\n${secret}`)
}

const byHash = prepare((p: { hash: Uint8Array }) =>
  build.selectFrom('device').select(['id', 'user_id', 'expires_at']).where('hash', '=', p.hash),
)

/** The device of a secret, while it lasts, if it is that user's. */
export function deviceOf(
  reader: Reader,
  secret: string | undefined,
  user: UserId,
  now: number,
): number | undefined {
  if (secret === undefined || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined
  const found = first(reader, byHash, { hash: deviceHash(secret) })
  return found && found.user_id === user && found.expires_at > now ? found.id : undefined
}

/** The device of a secret, while it lasts, whoever's it is. */
export function deviceInForce(
  reader: Reader,
  secret: string | undefined,
  now: number,
): number | undefined {
  if (secret === undefined || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined
  const found = first(reader, byHash, { hash: deviceHash(secret) })
  return found && found.expires_at > now ? found.id : undefined
}

/** Writes a device; its hash is in hex. */
export function putDevice(act: Act, user: UserId, hash: string): void {
  insert(act, 'device', {
    id: nextId(act, 'device'),
    hash: unhex(hash),
    user_id: user,
    expires_at: act.at + deviceMs,
    event_seq: act.seq,
  })
}
