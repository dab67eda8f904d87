/**
 * Asking a provider who somebody is: OpenID Connect Core 1.0, the authorization code flow with PKCE. What a provider
 * says of itself comes from its discovery document, what it says of people from ID tokens signed with its keys.
 */
import { createRemoteJWKSet, type JWTVerifyGetKey, customFetch as jwksFetch } from 'jose'
import * as oauth from 'oauth4webapi'
import { type AskedProvider, claimsOf, faulty, type KnownBy } from './id-tokens.ts'
import { mayAsk, type Outward } from './outward.ts'
import type { Flow } from './provider-flow.ts'
import { providerAddress, providerDeclined, providerUnreachable } from './provider-refusals.ts'

export interface OpenId {
  /** Where the browser is sent. Refuses `identity_provider.unreachable` and `.answer_refused`. */
  whereTo(provider: AskedProvider, flow: Flow, redirect: string, names: boolean): Promise<string>
  /**
   * Who came back, by the address they came back to. Refuses `identity_provider.answer_refused`, `.declined`
   * and `.unreachable`.
   */
  whoCame(provider: AskedProvider, flow: Flow, back: URL, redirect: string): Promise<KnownBy>
}

/** What a provider says of itself is asked again after so long. */
const knownMs = 10 * 60_000

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
      return claimsOf(provider, { issuer: server.issuer, keys, token, flow, now: now() })
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
