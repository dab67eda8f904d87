/**
 * Asking a provider who somebody is: OpenID Connect Core 1.0, the authorization code flow with PKCE. What a provider
 * says of itself comes from its discovery document, what it says of people from ID tokens signed with its keys.
 */
import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  customFetch as jwksFetch,
  jwtVerify,
} from 'jose'
import * as oauth from 'oauth4webapi'
import { sameBytes } from '../kit/digest.ts'
import type { Refusal } from '../kit/refusal.ts'
import { mayAsk, type Outward } from './outward.ts'
import type { Flow } from './provider-flow.ts'
import {
  type ProviderFault,
  providerAddress,
  providerAnswerRefused,
  providerDeclined,
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

export interface OpenId {
  /** Where the browser is sent. Refuses `identity_provider.unreachable` and `.answer_refused`. */
  whereTo(provider: AskedProvider, flow: Flow, redirect: string, names: boolean): Promise<string>
  /**
   * Who came back, by the address they came back to. Refuses `identity_provider.answer_refused`, `.declined`
   * and `.unreachable`.
   */
  whoCame(provider: AskedProvider, flow: Flow, back: URL, redirect: string): Promise<KnownBy>
}

/** What is signed with a provider's private key. Never `none`, nor HS*, for which a public key would be a secret. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** What a provider says of itself is asked again after so long. */
const knownMs = 10 * 60_000

/** A token is made right before it is brought; clocks differ by a minute. */
const oldestTokenSeconds = 600
const clockToleranceSeconds = 60

/** More providers than one book may have. */
const mostKnown = 50

interface Known {
  readonly server: oauth.AuthorizationServer
  readonly keys: JWTVerifyGetKey
  readonly since: number
}

/** Opens the way to providers over a host's network, on its clock in milliseconds. */
export function openOpenId(outward: Outward, now: () => number): OpenId {
  const known = new Map<string, Known>()
  const fetching = fetchBy(outward)

  async function knownOf(provider: AskedProvider): Promise<Known> {
    const earlier = known.get(provider.issuer)
    if (earlier && earlier.since + knownMs > now()) return earlier
    const found = { ...(await discovered(provider, outward, fetching)), since: now() }
    if (known.size >= mostKnown) known.clear()
    known.set(provider.issuer, found)
    return found
  }

  return {
    whereTo: async (provider, flow, redirect, names) => {
      const { server } = await knownOf(provider)
      const url = new URL(server.authorization_endpoint!)
      const asked = {
        response_type: 'code',
        client_id: provider.clientId,
        redirect_uri: redirect,
        scope: names ? 'openid profile email' : 'openid',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
      return url.href
    },
    whoCame: async (provider, flow, back, redirect) => {
      const { server, keys } = await knownOf(provider)
      const code = codeIn(provider, server, flow, back)
      const token = await tokenFor(provider, { server, code, flow, redirect, outward, fetching })
      return claimsOf(provider, { server, keys, token, flow, now: now() })
    },
  }
}

type Fetching = (
  url: string,
  init: { method?: string; headers?: HeadersInit; body?: unknown },
) => Promise<Response>

/** The host's network as the libraries call it. */
function fetchBy(outward: Outward): Fetching {
  return (url, { method, headers, body }) =>
    outward.ask(new URL(url), {
      method: method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(headers)),
      body: body instanceof URLSearchParams ? body.toString() : null,
    })
}

/** For the libraries; what may be asked by http is the host's to say (`mayAsk`). */
function over(fetching: Fetching, { inner }: Outward) {
  return { [oauth.customFetch]: fetching, [oauth.allowInsecureRequests]: inner }
}

async function discovered(provider: AskedProvider, outward: Outward, fetching: Fetching) {
  const issuer = new URL(provider.issuer)
  if (!mayAsk(issuer, outward.inner)) throw providerAddress({ issuer: provider.issuer })
  let answer: Response
  try {
    answer = await oauth.discoveryRequest(issuer, over(fetching, outward))
  } catch {
    throw providerUnreachable({ provider: provider.label })
  }
  if (answer.status >= 500) throw providerUnreachable({ provider: provider.label })
  let server: oauth.AuthorizationServer
  try {
    server = await oauth.processDiscoveryResponse(issuer, answer)
  } catch (error) {
    const differs = (error as { code?: string }).code === oauth.JSON_ATTRIBUTE_COMPARISON
    throw faulty(provider, differs ? 'issuer' : 'form')
  }
  const { authorization_endpoint, token_endpoint, jwks_uri } = server
  for (const place of [authorization_endpoint, token_endpoint, jwks_uri]) {
    if (place === undefined || !URL.canParse(place) || !mayAsk(new URL(place), outward.inner)) {
      throw faulty(provider, 'form')
    }
  }
  const keys = createRemoteJWKSet(new URL(jwks_uri!), {
    // Keys are asked for again at once when a provider has changed them; only its own token can bring that about.
    cooldownDuration: 0,
    cacheMaxAge: knownMs,
    [jwksFetch]: (url, { headers }) => fetching(url, { headers }),
  })
  return { server, keys }
}

/** What came back in the address: the answer to this flow, of this issuer (RFC 9207), and no error. */
function codeIn(
  provider: AskedProvider,
  server: oauth.AuthorizationServer,
  flow: Flow,
  back: URL,
): URLSearchParams {
  const client = { client_id: provider.clientId }
  let found: URLSearchParams
  try {
    found = oauth.validateAuthResponse(server, client, back.searchParams, flow.state)
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) {
      throw providerDeclined({ provider: provider.label })
    }
    const other = back.searchParams.get('iss')
    const elsewhere = other !== null && other !== server.issuer
    throw faulty(provider, elsewhere ? 'issuer' : 'state')
  }
  if (!found.has('code')) throw faulty(provider, 'form')
  return found
}

interface Exchange {
  readonly server: oauth.AuthorizationServer
  readonly code: URLSearchParams
  readonly flow: Flow
  readonly redirect: string
  readonly outward: Outward
  readonly fetching: Fetching
}

/** The ID token that a code is worth. */
async function tokenFor(
  provider: AskedProvider,
  { server, code, flow, redirect, outward, fetching }: Exchange,
): Promise<string> {
  const client = { client_id: provider.clientId }
  let answer: Response
  try {
    answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication(provider, server),
      code,
      redirect,
      flow.verifier,
      over(fetching, outward),
    )
  } catch {
    throw providerUnreachable({ provider: provider.label })
  }
  if (answer.status >= 500) throw providerUnreachable({ provider: provider.label })
  const told = (await answer.json().catch(() => null)) as Record<string, unknown> | null
  if (answer.status !== 200) {
    if (told?.error === 'invalid_grant') throw faulty(provider, 'code')
    throw faulty(provider, told?.error === 'invalid_client' ? 'client' : 'form')
  }
  if (typeof told?.id_token !== 'string') throw faulty(provider, 'form')
  return told.id_token
}

function authentication(
  { secret }: AskedProvider,
  { token_endpoint_auth_methods_supported: supported }: oauth.AuthorizationServer,
): oauth.ClientAuth {
  if (secret === null) return oauth.None()
  const basic = supported?.includes('client_secret_basic') ?? true
  return basic ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret)
}

interface Bringing {
  readonly server: oauth.AuthorizationServer
  readonly keys: JWTVerifyGetKey
  readonly token: string
  readonly flow: Flow
  readonly now: number
}

/** What an ID token says, held against OpenID Connect Core section 3.1.3.7. */
async function claimsOf(provider: AskedProvider, bringing: Bringing): Promise<KnownBy> {
  const { server, keys, token, flow, now } = bringing
  let payload: JWTPayload
  try {
    const verified = await jwtVerify(token, keys, {
      issuer: server.issuer,
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
  return { issuer: server.issuer, subject: sub, ...wordsOf(payload) }
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

function faulty({ label }: AskedProvider, fault: ProviderFault): Refusal {
  return providerAnswerRefused({ provider: label, fault })
}
