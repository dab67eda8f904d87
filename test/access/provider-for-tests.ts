/** A real OpenID provider on this machine, whose people say yes at once; its keys and what it says can be turned. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { Provider } from 'oidc-provider'
import type { Outward } from '../../src/access/outward.ts'
import { nodeOutward } from '../../src/node/outward.ts'

export interface TestProvider {
  readonly issuer: string
  /** The key it signs with now, private. */
  key(): JWK
  /** Who is at the browser, and how they show it. */
  person: { subject: string; amr: string[]; name?: string; preferred_username?: string }
  /** Takes new keys, and gives up the old ones. */
  rotate(): Promise<void>
  /** Goes through the provider's pages as a browser would, and answers the address it leads back to. */
  visit(authorization: string): Promise<URL>
  /** The network of a host, on which what token endpoints answer may be turned. */
  outward(turn?: (idToken: string) => Promise<string> | string): Outward
  stop(): Promise<void>
}

export const client = { id: 'care-ledger', secret: 'a-secret-of-this-client-alone' }

/** Starts a provider whose client comes back to `redirect`, with the secret or, as `public-client`, without. */
export async function startProvider(redirect: string): Promise<TestProvider> {
  let handler: ReturnType<Provider['callback']> | undefined
  let key: JWK
  let provider: Provider
  const server: Server = createServer((asked, answer) => {
    if (!asked.url!.startsWith('/interaction/')) return void handler!(asked, answer)
    const { subject: accountId, amr } = made.person
    provider
      .interactionFinished(asked, answer, { login: { accountId, amr }, consent: {} })
      .catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  async function begin(): Promise<void> {
    const pair = await generateKeyPair('ES256', { extractable: true })
    key = { ...(await exportJWK(pair.privateKey)), alg: 'ES256', use: 'sig', kid: kid() }
    provider = providerAt(issuer, key, redirect, () => made.person)
    handler = provider.callback()
  }

  const made: TestProvider = {
    issuer,
    key: () => key,
    person: { subject: 'subject-1', amr: ['pwd'], name: 'Ana Ferreira', preferred_username: 'ana' },
    rotate: begin,
    visit: (authorization) => followed(authorization, redirect),
    outward: (turn) => turned(nodeOutward(true), turn),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  await begin()
  return made
}

let keys = 0
function kid(): string {
  keys += 1
  return `key-${keys}`
}

function providerAt(
  issuer: string,
  key: JWK,
  redirect: string,
  person: () => TestProvider['person'],
): Provider {
  const shared = { redirect_uris: [redirect], id_token_signed_response_alg: 'ES256' as const }
  return new Provider(issuer, {
    clients: [
      { client_id: client.id, client_secret: client.secret, ...shared },
      { client_id: 'public-client', token_endpoint_auth_method: 'none', ...shared },
    ],
    jwks: { keys: [key as never] },
    cookies: { keys: ['a key for cookies'] },
    claims: { openid: ['sub', 'amr'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...person() }),
    }),
    loadExistingGrant: async (context) => {
      const { session, client: asking } = context.oidc
      const grant = new context.oidc.provider.Grant({
        accountId: session!.accountId!,
        clientId: asking!.clientId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}

async function followed(authorization: string, redirect: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(authorization)
  for (let steps = 0; steps < 8; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { headers: { cookie }, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`The provider stops at ${at}: ${await answer.text()}`)
    at = new URL(next, at)
    if (at.href.startsWith(redirect)) return at
  }
  throw new Error(`The provider leads around in circles: ${at}`)
}

function turned(outward: Outward, turn?: (idToken: string) => Promise<string> | string): Outward {
  return {
    inner: true,
    ask: async (url, asked) => {
      const answer = await outward.ask(url, asked)
      if (!turn || url.pathname !== '/token' || answer.status !== 200) return answer
      const told = (await answer.json()) as { id_token: string }
      return Response.json({ ...told, id_token: await turn(told.id_token) })
    },
  }
}
