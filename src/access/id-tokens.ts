/**
 * ID tokens: what a provider says of who came, taken only when it is signed with one of the provider's keys, for
 * this book, now, and in answer to the question that was put.
 */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { sameBytes } from '../kit/digest.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Flow } from './provider-flow.ts'
import {
  type ProviderFault,
  providerAnswerRefused,
  providerUnreachable,
} from './provider-refusals.ts'

/** A provider as it is asked. */
export interface AskedProvider {
  /** Its name, for refusals. */
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which PKCE protects. */
  readonly secret: string | null
}

/** What an ID token says of who came, once it was held against everything. */
export interface KnownBy {
  readonly issuer: string
  readonly subject: string
  /** How they showed who they are, in the provider's words (RFC 8176). */
  readonly acr: string | null
  readonly amr: readonly string[]
  /** What they may be called here, where the provider says so; proves nothing. */
  readonly login: string | null
  readonly name: string | null
}

/** What is signed with a provider's private key. Never `none`, nor HS*, for which a public key would be a secret. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** A token is made right before it is brought; clocks differ by a minute. */
const oldestTokenSeconds = 600
const clockToleranceSeconds = 60

interface Bringing {
  /** The issuer as the provider names itself. */
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
  readonly token: string
  readonly flow: Flow
  readonly now: number
}

/**
 * What an ID token says, held against OpenID Connect Core section 3.1.3.7. Refuses `identity_provider.answer_refused`,
 * and `.unreachable` when the keys are not to be had.
 */
export async function claimsOf(provider: AskedProvider, bringing: Bringing): Promise<KnownBy> {
  const { issuer, keys, token, flow, now } = bringing
  let payload: JWTPayload
  try {
    const verified = await jwtVerify(token, keys, {
      issuer,
      audience: provider.clientId,
      algorithms,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      maxTokenAge: oldestTokenSeconds,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(now),
    })
    payload = verified.payload
  } catch (error) {
    throw refusedBy(provider, error)
  }
  const { sub, nonce, azp, aud } = payload
  const parties = Array.isArray(aud) ? aud.length : 1
  if (parties > 1 && azp === undefined) throw faulty(provider, 'audience')
  if (azp !== undefined && azp !== provider.clientId) throw faulty(provider, 'audience')
  if (!isSame(nonce, flow.nonce)) throw faulty(provider, 'nonce')
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) throw faulty(provider, 'form')
  return { issuer, subject: sub, ...wordsOf(payload) }
}

function isSame(given: unknown, expected: string): boolean {
  const bytes = (text: string) => new TextEncoder().encode(text)
  return typeof given === 'string' && sameBytes(bytes(given), bytes(expected))
}

const shortText = (value: unknown, most: number) =>
  typeof value === 'string' && value !== '' && value.length <= most ? value : null

function wordsOf(payload: JWTPayload): Pick<KnownBy, 'acr' | 'amr' | 'login' | 'name'> {
  const { acr, amr, preferred_username, email, name } = payload
  const ways = Array.isArray(amr) ? amr : []
  return {
    acr: shortText(acr, 200),
    amr: ways.filter((way) => shortText(way, 40) !== null).slice(0, 20),
    login: shortText(preferred_username, 64) ?? shortText(email, 64),
    name: shortText(name, 200) ?? shortText(preferred_username, 64),
  }
}

function refusedBy(provider: AskedProvider, error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return faulty(provider, 'time')
  if (error instanceof errors.JWTClaimValidationFailed) {
    const faults: Readonly<Record<string, ProviderFault>> = {
      aud: 'audience',
      iss: 'issuer',
      nonce: 'nonce',
      iat: 'time',
      nbf: 'time',
    }
    return faulty(provider, faults[error.claim] ?? 'form')
  }
  const unsigned = error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JWTInvalid
  if (unsigned) return faulty(provider, 'algorithm')
  const keyless = [
    errors.JWSSignatureVerificationFailed,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ]
  if (keyless.some((kind) => error instanceof kind)) return faulty(provider, 'signature')
  if (error instanceof errors.JOSENotSupported) return faulty(provider, 'algorithm')
  if (error instanceof errors.JWSInvalid) return faulty(provider, 'form')
  return providerUnreachable({ provider: provider.label })
}

/** A refusal of what a provider answered. */
export function faulty({ label }: AskedProvider, fault: ProviderFault): Refusal {
  return providerAnswerRefused({ provider: label, fault })
}
