/**
 * Codes by the clock (TOTP, RFC 6238): six digits of HMAC-SHA-1 over the count of half minutes since 1970, which
 * is what every authenticator app makes.
 */
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'

/** RFC 4226 asks for 128 bits and advises 160, the length of HMAC-SHA-1. */
const secretBytes = 20
export const periodMs = 30_000

/** One step before and after (RFC 6238, 5.2): half a minute for typing, or for a clock that is off. */
const window = 1

/** How far a code may be from now for us to say that it is the clock that is off: an hour. */
const driftWindow = 120

/** A secret in base32 (RFC 4648), 160 bits, as apps take it. */
export const totpSecretField = z
  .string()
  .regex(/^[A-Z2-7]{32}$/, 'write a secret of 160 bits in base32')
  .meta({ examples: ['A'.repeat(32)] })

/** A code as it is typed: six digits, perhaps with a space in the middle. */
export const totpCodeField = z
  .string()
  .max(20, 'write the six digits')
  .transform((given) => given.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'write the six digits'))
  .meta({ examples: ['123456'] })

/** A new secret. It goes to one app, and into the book sealed. */
export function newTotpSecret(random: (bytes: number) => Uint8Array): string {
  const { buffer } = Uint8Array.from(random(secretBytes))
  return new Secret({ buffer }).base32
}

/** The address that an app reads from the QR code, with the names under which it lists the codes. */
export function totpAddress(secret: string, name: { issuer: string; label: string }): string {
  // A colon parts the two names in the address; apps differ in what they make of another one.
  const plain = (text: string) => text.replaceAll(':', ' ').trim()
  return totp(secret, { issuer: plain(name.issuer), label: plain(name.label) }).toString()
}

/** The code of a step, for apps in tests. */
export function totpCodeAt(secret: string, at: number): string {
  return totp(secret).generate({ timestamp: at })
}

/** The step of a code that is right at an instant, one step off at most; undefined when it is not right. */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: at, window })
  return delta === null ? undefined : Math.floor(at / periodMs) + delta
}

/**
 * By how many minutes the clock is off that made a code, when it is off too far for the code to be taken; positive
 * when it is fast. Only for a secret that is just being set up: later it would tell a guesser which codes are coming.
 */
export function minutesOff(secret: string, code: string, at: number): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: at, window: driftWindow })
  if (delta === null || Math.abs(delta) <= window) return undefined
  return Math.sign(delta) * Math.max(1, Math.round((Math.abs(delta) * periodMs) / 60_000))
}

function totp(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({
    ...names,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: periodMs / 1_000,
  })
}
