/**
 * Signatures of the book: compact JWS (RFC 7515) with Ed25519 (RFC 8032, RFC 8037). Ed25519 takes no
 * randomness, so the same document signed again by the same key is the same to the byte.
 */
import { CompactSign, calculateJwkThumbprint, compactVerify, importJWK } from 'jose'
import { z } from 'zod'
import { type PublicKey, publicKeyField } from '../access/organisation.ts'
import { base64url, unbase64url } from '../kit/bytes.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { refusal } from '../kit/refusal.ts'

/** Marks what this house signs, so that a signature made for another purpose never passes for ours. */
const signatureType = 'care-ledger+jws'

const seedBytes = 32

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410 section 7). */
const pkcs8Head = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
])

export const signingKeyUnreadable = refusal<{ why: string }>(
  'signing_key.unreadable',
  422,
  ({ why }) => `The signing key cannot be used: ${why}.`,
  'Give an Ed25519 private key as JWK, such as `care-ledger` makes for a new book.',
)

export const publicKeyUnreadable = refusal<{ why: string }>(
  'public_key.unreadable',
  422,
  ({ why }) => `The public key cannot be used: ${why}.`,
  'Give the book’s Ed25519 public key as JWK; GET /organisation shows it.',
)

const half = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const privateKeyField = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  d: half,
  x: half,
  kid: z.string().min(1).max(100).optional(),
})
const keySetField = z.object({ keys: z.array(z.unknown()).min(1).max(100) })

/** An Ed25519 private key as JWK (RFC 8037) with its id. */
export type PrivateKey = z.output<typeof privateKeyField> & { readonly kid: string }

/** The book's hand: signs, and says with which public key that is checked. */
export interface Signer {
  readonly key: PublicKey
  /** A compact JWS over the RFC 8785 form of the payload; the same again for the same payload. */
  sign(payload: object): Promise<string>
  /** The same hand with another of its keys: a statement is signed with the key it was issued under. */
  withKey(kid: string): Signer | undefined
}

/** A new private key from 32 random bytes; its `kid` is the RFC 7638 thumbprint. */
export async function newSigningKey(random: (bytes: number) => Uint8Array): Promise<PrivateKey> {
  const d = base64url(random(seedBytes))
  const x = await publicHalf(d)
  return { kty: 'OKP', crv: 'Ed25519', d, x, kid: await thumbprint(x) }
}

/**
 * The signer that holds a private JWK, or a JWK Set (RFC 7517) with the key in force first and the earlier
 * ones after it. Refuses `signing_key.unreadable`.
 */
export async function signerFrom(privateJwk: unknown): Promise<Signer> {
  const set = keySetField.safeParse(privateJwk)
  const keys = await Promise.all((set.success ? set.data.keys : [privateJwk]).map(privateKey))
  const hands = new Map<string, Signer>()
  const withKey = (kid: string) => hands.get(kid)
  for (const { kid, d, x } of keys) {
    const held = await importJWK({ kty: 'OKP', crv: 'Ed25519', d, x }, 'EdDSA')
    hands.set(kid, {
      key: { kty: 'OKP', crv: 'Ed25519', x, kid },
      sign: (payload) =>
        new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
          .setProtectedHeader({ alg: 'EdDSA', kid, typ: signatureType })
          .sign(held),
      withKey,
    })
  }
  return hands.get(keys[0]!.kid)!
}

async function privateKey(jwk: unknown): Promise<PrivateKey> {
  const parsed = privateKeyField.safeParse(jwk)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole')
    throw signingKeyUnreadable({ why: `it is no Ed25519 private JWK (${fields.join(', ')})` })
  }
  const { d, x, kid } = parsed.data
  if ((await publicHalf(d)) !== x) {
    throw signingKeyUnreadable({ why: 'its public half x does not belong to its private half d' })
  }
  return { ...parsed.data, kid: kid ?? (await thumbprint(x)) }
}

function thumbprint(x: string): Promise<string> {
  return calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })
}

/**
 * The public key in a JWK that came from outside, without a private half if it has one. Refuses
 * `public_key.unreadable`.
 */
export async function publicKeyFrom(jwk: unknown): Promise<PublicKey> {
  const parsed = z.object({ ...publicKeyField.shape, kid: z.string().optional() }).safeParse(jwk)
  if (!parsed.success || !isBase64url(parsed.data.x)) {
    throw publicKeyUnreadable({ why: 'it is no Ed25519 public JWK' })
  }
  const { kty, crv, x, kid } = parsed.data
  return { kty, crv, x, kid: kid ?? (await thumbprint(x)) }
}

export type Verified =
  | { readonly valid: true; readonly payload: Record<string, unknown> }
  | { readonly valid: false; readonly why: string }

/**
 * Checks a compact JWS of this house with one public key and answers what it says. Whoever trusts the
 * key trusts the payload; the key's `kid` must be the one named in the JWS.
 */
export async function verifyJws(jws: string, key: PublicKey): Promise<Verified> {
  const parts = jws.split('.')
  if (parts.length !== 3 || !parts.every(isBase64url)) {
    return { valid: false, why: 'it is no compact JWS' }
  }
  try {
    const { kty, crv, x } = key
    const held = await importJWK({ kty, crv, x }, 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(jws, held, { algorithms: ['EdDSA'] })
    const { typ, kid } = protectedHeader
    if (typ !== signatureType) return { valid: false, why: `it is of the type ${typ}` }
    if (kid !== key.kid) return { valid: false, why: `it names the key ${kid}, not ${key.kid}` }
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload)
    const said: unknown = JSON.parse(text)
    if (canonicalJson(said) !== text || said === null || typeof said !== 'object') {
      return { valid: false, why: 'its payload is not in canonical form' }
    }
    return { valid: true, payload: said as Record<string, unknown> }
  } catch {
    return { valid: false, why: `the key ${key.kid} did not make it` }
  }
}

/** Decoders skip what does not belong; then two texts would stand for the same signature. */
function isBase64url(text: string): boolean {
  try {
    unbase64url(text)
    return true
  } catch {
    return false
  }
}

async function publicHalf(d: string): Promise<string> {
  const seed = Uint8Array.from(Buffer.from(d, 'base64url'))
  const encoded = Uint8Array.from([...pkcs8Head, ...seed])
  try {
    const held = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign'])
    return (await crypto.subtle.exportKey('jwk', held)).x!
  } catch {
    throw signingKeyUnreadable({ why: 'its private half d is not 32 bytes' })
  }
}
