/**
 * Accounts at providers that are linked with users. An account is known by its issuer and subject, never by an
 * e-mail address: those are given again to others (OpenID Connect Core 1.0, section 5.7).
 */
import { z } from 'zod'
import { keepDetail, readDetail } from '../book/details.ts'
import { idField } from '../book/fields.ts'
import { type Act, anyRole, pageCommand } from '../book/registry.ts'
import { unhex } from '../kit/digest.ts'
import type { IdentityId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { identityTaken, identityUnknown, providerAnswerRefused } from './provider-refusals.ts'
import { hashField, openSession, sessionFields, sessionOutput } from './sessions.ts'
import { secondFactorNeeded } from './sign-in-refusals.ts'
import { oneself } from './users.ts'
import { wantedOf } from './wanted-factor.ts'
import { requireAnotherWay } from './ways-in.ts'

const inForce = () =>
  build
    .selectFrom('identity as i')
    .leftJoin('identity_end as e', 'e.identity_id', 'i.id')
    .leftJoin('user_end as u', 'u.user_id', 'i.user_id')
    .where('e.id', 'is', null)
    .where('u.id', 'is', null)
const byAccount = prepare((p: { issuer: string; subject: string }) =>
  inForce()
    .innerJoin('detail_body as s', 's.detail_id', 'i.subject_detail_id')
    .selectAll('i')
    .where('i.issuer', '=', p.issuer)
    .where('s.body', '=', p.subject),
)
const ofUser = prepare((p: { user: UserId }) =>
  inForce()
    .innerJoin('event as v', 'v.seq', 'i.event_seq')
    .selectAll('i')
    .select('v.at as made_at')
    .where('i.user_id', '=', p.user)
    .orderBy('i.id'),
)
const lastUse = prepare((p: { identity: IdentityId }) =>
  build
    .selectFrom('identity_use as u')
    .innerJoin('event as v', 'v.seq', 'u.event_seq')
    .select(['u.acr', 'u.amr', 'v.at'])
    .where('u.identity_id', '=', p.identity)
    .orderBy('u.id', 'desc')
    .limit(1),
)
const answered = prepare((p: { hash: Uint8Array }) =>
  build.selectFrom('identity_use').select('id').where('nonce_hash', '=', p.hash),
)

export interface Account {
  readonly issuer: string
  readonly subject: string
}

/** Whose an account is; undefined when it is linked to nobody who may sign in. */
export function identityWith(
  reader: Reader,
  { issuer, subject }: Account,
): { readonly identity: IdentityId; readonly user: UserId } | undefined {
  const found = first(reader, byAccount, { issuer, subject })
  return found && { identity: found.id, user: found.user_id }
}

export interface OwnIdentity {
  readonly identity: IdentityId
  readonly issuer: string
  /** Empty once it has been erased. */
  readonly subject: string
  /** Milliseconds since the epoch. */
  readonly made_at: number
  readonly used_at: number | null
}

/** The accounts that a user has linked, from the oldest. */
export function identitiesOf(reader: Reader, user: UserId): OwnIdentity[] {
  return rows(reader, ofUser, { user }).map((kept) => ({
    identity: kept.id,
    issuer: kept.issuer,
    subject: readDetail(reader, kept.subject_detail_id)?.body ?? '',
    made_at: kept.made_at,
    used_at: first(reader, lastUse, { identity: kept.id })?.at ?? null,
  }))
}

export const accountFields = {
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(255),
}

/** Writes a link. Refuses `identity.taken`. */
export function putIdentity(act: Act, user: UserId, account: Account): IdentityId {
  if (identityWith(act, account)) throw identityTaken({})
  const id = nextId(act, 'identity')
  insert(act, 'identity', {
    id,
    user_id: user,
    issuer: account.issuer,
    subject_detail_id: keepDetail(act, 'identity_subject', account.subject),
    event_seq: act.seq,
  })
  return id
}

export const link = pageCommand({
  name: 'identities.link',
  summary: 'Links an account of a provider with oneself, after the provider said whose it is',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject(accountFields),
  output: z.object({ identity: z.number() }),
  subject: ({ identity }) => `identity/${identity}`,
  run: (act, input) => ({ identity: putIdentity(act, oneself(act).id, input) }),
})

function own(act: Act, identity: number): OwnIdentity & { readonly user: UserId } {
  const user = oneself(act).id
  const found = identitiesOf(act, user).find((one) => one.identity === identity)
  if (!found) throw identityUnknown({ identity })
  return { ...found, user }
}

export const unlink = pageCommand({
  name: 'identities.unlink',
  summary: 'Unlinks an account of a provider from oneself',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ identity: idField }),
  output: z.object({ identity: z.number() }),
  subject: ({ identity }) => `identity/${identity}`,
  run: (act, input) => {
    const { identity, user } = own(act, input.identity)
    requireAnotherWay(act, user)
    const id = nextId(act, 'identity_end')
    insert(act, 'identity_end', { id, identity_id: identity, event_seq: act.seq })
    return { identity }
  },
})

/** What a provider said of a sign-in, as it is kept. */
const useFields = {
  identity: idField,
  nonce_hash: hashField,
  acr: z.string().max(200).nullable(),
  amr: z.array(z.string().max(40)).max(20),
}

interface Use {
  readonly identity: number
  readonly nonce_hash: string
  readonly acr: string | null
  readonly amr: readonly string[]
}

/** Records that a user came by a linked account. Refuses `identity.unknown` and a nonce that was answered before. */
function useIdentity(act: Act, input: Use): UserId {
  const { identity, user, issuer } = own(act, input.identity)
  const nonce_hash = unhex(input.nonce_hash)
  if (first(act, answered, { hash: nonce_hash })) {
    throw providerAnswerRefused({ provider: issuer, fault: 'code' })
  }
  insert(act, 'identity_use', {
    id: nextId(act, 'identity_use'),
    identity_id: identity,
    nonce_hash,
    acr: input.acr,
    amr: JSON.stringify(input.amr),
    event_seq: act.seq,
  })
  return user
}

export const signIn = pageCommand({
  name: 'identities.sign_in',
  summary:
    'Signs a user in by a linked account, of whom a second factor is not asked or was shown there',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ ...useFields, ...sessionFields }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, { hash, browser, device, ...used }) => {
    const { id } = oneself(act)
    const enough = showedTwoFactors(used) || wantedOf(act, id, act.at) === 'nothing'
    if (!enough) throw secondFactorNeeded({ user: id })
    return openSession(act, useIdentity(act, used), { hash, browser, device, way: 'provider' })
  },
})

export const use = pageCommand({
  name: 'identities.use',
  summary: 'Records that a provider said who somebody is, of whom a second factor is still awaited',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject(useFields),
  output: z.object({ identity: z.number() }),
  subject: ({ identity }) => `identity/${identity}`,
  run: (act, input) => {
    useIdentity(act, input)
    return { identity: input.identity }
  },
})

/** Whether a provider says that a person showed two factors (RFC 8176). */
export function showedTwoFactors({ amr }: { readonly amr: readonly string[] }): boolean {
  const has = (...ways: string[]) => ways.some((way) => amr.includes(way))
  const known = has('pwd', 'pin', 'kba')
  return has('mfa') || (known && has('otp', 'hwk', 'swk', 'fpt', 'face', 'iris', 'sms', 'tel'))
}
