/** Public keys as people give them to the command line. */
import { existsSync } from 'node:fs'
import type { PublicKey } from '../access/organisation.ts'
import { publicKeyFrom } from '../statements/signer.ts'
import { readWhole } from './files.ts'
import { usageWrong } from './refusals.ts'
import { plain } from './terminal.ts'

/** A key set of a hundred years of yearly keys has some 20 KB. */
const largestKeyFile = 1_048_576

/**
 * The keys in a text: a file or a JSON text with a JWK (RFC 8037), a JWK Set (RFC 7517) or the answer of
 * GET /organisation, or the 43 characters of `x` alone. Refuses `public_key.unreadable`, `usage.wrong`.
 */
export async function keysFrom(given: string): Promise<readonly PublicKey[]> {
  if (/^[A-Za-z0-9_-]{43}$/.test(given) && !existsSync(given)) {
    return [await publicKeyFrom({ kty: 'OKP', crv: 'Ed25519', x: given })]
  }
  const text = given.trimStart().startsWith('{')
    ? given
    : new TextDecoder().decode(readWhole(given, { what: 'key file', limit: largestKeyFile }))
  let jwk: unknown
  try {
    jwk = JSON.parse(text)
  } catch {
    throw usageWrong({
      what: `${plain(given)} holds no public key.`,
      how: 'Give a file with a JWK or a JWK Set, such as public-keys.json of an export.',
    })
  }
  // A JWK Set, or the organisation's particulars as the interface answers them.
  const { keys, signing_keys } = Object(jwk) as { keys?: unknown; signing_keys?: unknown }
  const set = keys ?? signing_keys
  return Promise.all((Array.isArray(set) ? set : [jwk]).map(publicKeyFrom))
}
