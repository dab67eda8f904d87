/** Providers of sign-ins (OpenID Connect) that owners connect to a book: who may say who somebody is. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../book/details.ts'
import { codeField, idField, nameField } from '../book/fields.ts'
import { command, query } from '../book/registry.ts'
import type { IdentityProviderId } from '../kit/ids.ts'
import { build, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Opening, openSecret, sealSecret } from '../vault/secrets.ts'
import type { AskedProvider } from './id-tokens.ts'
import {
  providerExists,
  providerSecretUnreadable,
  providersTooMany,
  providerUnknown,
} from './provider-refusals.ts'

/** More than fit on the page for signing in. */
export const mostProviders = 10

const inForce = prepare(() =>
  build
    .selectFrom('identity_provider as p')
    .leftJoin('identity_provider_end as e', 'e.provider_id', 'p.id')
    .selectAll('p')
    .where('e.id', 'is', null)
    .orderBy('p.id'),
)

export interface Provider {
  readonly provider: IdentityProviderId
  /** The word that stands in its return address. */
  readonly code: string
  readonly label: string
  readonly issuer: string
  readonly client_id: string
  readonly secret_detail_id: number | null
}

/** The providers in force, from the one connected first. */
export function providersOf(reader: Reader): Provider[] {
  return rows(reader, inForce, {}).map((found) => ({
    provider: found.id,
    code: found.code,
    label: readDetail(reader, found.label_detail_id)?.body ?? found.code,
    issuer: found.issuer,
    client_id: found.client_id,
    secret_detail_id: found.secret_detail_id,
  }))
}

/** What a client secret is sealed for: it opens for this provider's issuer and client, and for nothing else. */
function purposeOf({ issuer, client_id }: Pick<Provider, 'issuer' | 'client_id'>): string {
  return `client secret of ${client_id} at ${issuer}`
}

/**
 * A provider with its secret opened, for asking it. Refuses `identity_provider.secret_unreadable`, and `vault.*`
 * where there is no master key.
 */
export function askedProvider(opening: Opening, provider: Provider): AskedProvider {
  const { label, issuer, client_id, secret_detail_id } = provider
  const asked = { label, issuer, clientId: client_id }
  if (secret_detail_id === null) return { ...asked, secret: null }
  const sealed = readDetail(opening, secret_detail_id)?.body
  const secret = sealed && openSecret(opening, purposeOf(provider), sealed)
  if (!secret) throw providerSecretUnreadable({ provider: label })
  return { ...asked, secret }
}

/** An issuer as its tokens will name it: an address by https, or http where a host lets its own machine be asked. */
const issuerField = z
  .string({ error: 'write text' })
  .max(500, 'write at most 500 characters')
  .refine((text) => {
    if (!URL.canParse(text)) return false
    const { protocol, username, search, hash } = new URL(text)
    return /^https?:$/.test(protocol) && username === '' && search === '' && hash === ''
  }, 'write an address that begins with https://, without a question mark or #')
  .meta({ examples: ['https://login.example.org'] })

const printable = /^[\x21-\x7e]+$/

export const connect = command({
  name: 'identity_providers.connect',
  summary: 'Connects a provider of sign-ins: its issuer, and the client that this book is there',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/identity-providers' },
  seals: true,
  input: z.strictObject({
    code: codeField,
    label: nameField.max(100, 'write at most 100 characters'),
    issuer: issuerField,
    client_id: z.string().min(1).max(500).regex(printable, 'write letters, digits and signs'),
    client_secret: z
      .string()
      .min(1)
      .max(2_000)
      .regex(printable, 'write letters, digits and signs')
      .nullable()
      .default(null),
  }),
  output: z.object({ provider: z.number() }),
  subject: ({ provider }) => `identity_provider/${provider}`,
  run: (act, input) => {
    const { code, label, issuer, client_id, client_secret } = input
    const others = providersOf(act)
    if (others.some((other) => other.code === code)) throw providerExists({ code })
    if (others.length >= mostProviders) throw providersTooMany({ most: mostProviders })
    const sealed =
      client_secret === null
        ? null
        : sealSecret(act, purposeOf({ issuer, client_id }), client_secret)
    const id = nextId(act, 'identity_provider')
    insert(act, 'identity_provider', {
      id,
      code,
      issuer,
      client_id,
      secret_detail_id: sealed === null ? null : keepDetail(act, 'client_secret', sealed),
      label_detail_id: keepDetail(act, 'provider_label', label),
      event_seq: act.seq,
    })
    return { provider: id }
  },
})

export const disconnect = command({
  name: 'identity_providers.disconnect',
  summary:
    'Disconnects a provider: nobody signs in through it any more; linked accounts stay on record',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/identity-providers/{provider}/disconnection' },
  input: z.strictObject({ provider: idField }),
  output: z.object({ provider: z.number() }),
  subject: ({ provider }) => `identity_provider/${provider}`,
  run: (act, input) => {
    const found = providersOf(act).find(({ provider }) => provider === input.provider)
    if (!found) throw providerUnknown({ provider: input.provider })
    insert(act, 'identity_provider_end', {
      id: nextId(act, 'identity_provider_end'),
      provider_id: found.provider,
      event_seq: act.seq,
    })
    return { provider: found.provider }
  },
})

export const list = query({
  name: 'identity_providers.list',
  summary: 'Lists the providers of sign-ins that are connected',
  may: ['owner', 'auditor'],
  reach: 'organisation',
  route: { method: 'GET', path: '/identity-providers' },
  input: z.strictObject({}),
  output: z.object({
    providers: z.array(
      z.object({
        provider: z.number(),
        code: z.string(),
        label: z.string(),
        issuer: z.string(),
        client_id: z.string(),
        has_secret: z.boolean(),
      }),
    ),
  }),
  run: (view) => ({
    providers: providersOf(view).map(({ secret_detail_id, ...provider }) => ({
      ...provider,
      has_secret: secret_detail_id !== null,
    })),
  }),
})
