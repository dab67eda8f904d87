/** Bearer tokens: made outside the book, kept in it only as a hash, with a role and an end. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail, readDetail } from '../book/details.ts'
import { codeField, idField, nameField } from '../book/fields.ts'
import { type Caller, command, query, type Role, roles } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { TokenId } from '../kit/ids.ts'
import { refusal } from '../kit/refusal.ts'
import { unitMeant } from '../people/units.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { grantShown } from './grants.ts'
import { requireMayGiveNames } from './makers.ts'
import { lastUseOf } from './token-use.ts'
import { inTurn } from './turn.ts'

/** 256 random bits: nothing to guess. */
const secretBytes = 32
const prefix = 'clt_'

export const tokenMissing = refusal<Record<never, never>>(
  'token.missing',
  401,
  () => 'The interface answers only to a token.',
  'Send the header Authorization: Bearer with a token made by `care-ledger token`.',
)

export const tokenInvalid = refusal<Record<never, never>>(
  'token.invalid',
  401,
  () => 'This token is not one of this book, has ended, or was revoked.',
  'Have a new one made with `care-ledger token`.',
)

export const tokenEnded = refusal<{ expires_at: number }>(
  'token.ends_in_the_past',
  422,
  ({ expires_at }) => `The token would end at ${expires_at}, which is over.`,
  'Give an end in the future.',
)

export const tokenUnknown = refusal<{ token: number }>(
  'token.unknown',
  404,
  ({ token }) => `There is no token ${token} in force in this book.`,
  'Look it up in the list of tokens.',
)

export const tokenExists = refusal<Record<never, never>>(
  'token.exists',
  409,
  () => 'A token with this hash is already one of this book.',
  'Make a new secret; one that was in use is not used again, not even when it has ended.',
)

export const tokenTooLong = refusal<{ days: number; most_days: number }>(
  'token.lasts_too_long',
  422,
  ({ days, most_days }) =>
    `The token would last for ${days} days; after ${most_days} somebody should look whether it is still of use.`,
  'Give an earlier end, or say by `longer` that it is meant.',
)

/** A year, whichever it is. */
const mostDays = 366
const dayMs = 86_400_000

type Token = Row<'token'>

const byHash = prepare((p: { hash: Uint8Array }) =>
  build
    .selectFrom('token as t')
    .leftJoin('token_revocation as r', 'r.token_id', 't.id')
    .selectAll('t')
    .where('t.hash', '=', p.hash)
    .where('r.token_id', 'is', null),
)
const anyWithHash = prepare((p: { hash: Uint8Array }) =>
  build.selectFrom('token').select('id').where('hash', '=', p.hash),
)
const commandsOf = prepare((p: { token: TokenId }) =>
  build.selectFrom('token_command').select('command').where('token_id', '=', p.token).orderBy('id'),
)
const inForce = prepare((p: { now: number }) =>
  build
    .selectFrom('token as t')
    .leftJoin('token_revocation as r', 'r.token_id', 't.id')
    .selectAll('t')
    .where('t.expires_at', '>', p.now)
    .where('r.token_id', 'is', null)
    .orderBy('t.id'),
)

/** A new secret from 32 random bytes. It is shown once and never kept. */
export function tokenSecret(random: (bytes: number) => Uint8Array): string {
  return prefix + base64url(random(secretBytes))
}

/** The hash under which a secret is kept. */
export function tokenHash(secret: string): Uint8Array {
  return sha256(secret)
}

/** Who comes with an `Authorization` header. Refuses `token.missing`, `token.invalid`. */
export function callerWith(reader: Reader, header: string | undefined, now: number): Caller {
  const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header ?? '')?.[1]
  // As where there is no book: what is no token is told the same as one that is unknown.
  if (secret === undefined)
    throw /^bearer\s/i.test(header ?? '') ? tokenInvalid({}) : tokenMissing({})
  const token = first(reader, byHash, { hash: tokenHash(secret) })
  if (!token || token.expires_at <= now) throw tokenInvalid({})
  const only = rows(reader, commandsOf, { token: token.id }).map(({ command }) => command)
  return {
    actor: `token:${token.id}`,
    grants: [{ role: token.role as Role, unit: token.unit_id }],
    readsNames: token.reads_names === 1,
    readsOnly: token.reads_only === 1,
    ...(only.length > 0 ? { only } : {}),
  }
}

/** The same, looked up once for all requests that come in one turn of the event loop. */
export function callerInTurn(reader: Reader, header: string | undefined, now: number): Caller {
  return inTurn(reader, `token ${header}`, () => callerWith(reader, header, now))
}

/** Whether an owner's token is in force, so that the book can be handed on from inside. */
export function ownerInForce(reader: Reader, now: number): boolean {
  return rows(reader, inForce, { now }).some(
    ({ role, unit_id, reads_only }) => role === 'owner' && unit_id === null && reads_only === 0,
  )
}

const hashField = z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of the secret in hex')

export const create = command({
  name: 'tokens.create',
  summary:
    'Lets a token use the book: its hash, a role and an end; the secret stays with its maker',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/tokens' },
  input: z.strictObject({
    hash: hashField,
    role: z.enum(roles),
    /** The code of the unit where it has that role; without one the whole organisation. */
    unit: codeField.nullable().default(null),
    reads_names: z.boolean().default(false),
    /** It asks, and changes nothing. */
    reads_only: z.boolean().default(false),
    /** The commands that it may give, such as `contributions.receive`; without any, all of its role. */
    commands: z
      .array(
        z
          .string()
          .regex(/^[a-z_]{1,50}\.[a-z_]{1,50}$/, 'write names of commands')
          .meta({ examples: ['contributions.receive'] }),
      )
      .max(100)
      .default([]),
    /** Lets it last for more than a year. */
    longer: z.boolean().default(false),
    expires_at: z.number().int().positive().max(8_640_000_000_000_000),
    label: nameField,
  }),
  output: z.object({ token: z.number() }),
  subject: ({ token }) => `token/${token}`,
  run: (act, input) => {
    if (input.expires_at <= act.at) throw tokenEnded({ expires_at: input.expires_at })
    const days = Math.ceil((input.expires_at - act.at) / dayMs)
    if (days > mostDays && !input.longer) throw tokenTooLong({ days, most_days: mostDays })
    requireMayGiveNames(act.caller, input.reads_names)
    const hash = unhex(input.hash)
    if (first(act, anyWithHash, { hash })) throw tokenExists({})
    const unit = unitMeant(act, input.unit)?.id ?? null
    const tokenId = nextId(act, 'token')
    insert(act, 'token', {
      id: tokenId,
      hash,
      role: input.role,
      unit_id: unit,
      reads_names: input.reads_names ? 1 : 0,
      reads_only: input.reads_only ? 1 : 0,
      expires_at: input.expires_at,
      label_detail_id: keepDetail(act, 'token_label', input.label),
      event_seq: act.seq,
    })
    let row = nextId(act, 'token_command')
    for (const given of new Set(input.commands)) {
      insert(act, 'token_command', {
        id: row,
        token_id: tokenId,
        command: given,
        event_seq: act.seq,
      })
      row += 1
    }
    return { token: tokenId }
  },
})

export const revoke = command({
  name: 'tokens.revoke',
  summary: 'Ends a token at once',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/tokens/{token}/revocation' },
  input: z.strictObject({ token: idField }),
  output: z.object({ token: z.number() }),
  subject: ({ token }) => `token/${token}`,
  run: (act, input) => {
    const found = rows(act, inForce, { now: act.at }).find((token) => token.id === input.token)
    if (!found) throw tokenUnknown({ token: input.token })
    insert(act, 'token_revocation', { token_id: found.id, event_seq: act.seq })
    return { token: found.id }
  },
})

export const list = query({
  name: 'tokens.list',
  summary: 'Lists the tokens in force',
  may: ['owner', 'auditor'],
  reach: 'organisation',
  route: { method: 'GET', path: '/tokens' },
  input: z.strictObject({}),
  output: z.object({
    tokens: z.array(
      z.object({
        token: z.number(),
        label: z.string().nullable(),
        role: z.enum(roles),
        unit: z.string().nullable(),
        reads_names: z.boolean(),
        reads_only: z.boolean(),
        /** The commands that it may give; empty for all of its role. */
        commands: z.array(z.string()),
        expires_at: z.number(),
        /** The last day, in UTC, on which it was of use. */
        used_on: z.string().nullable(),
      }),
    ),
  }),
  run: (view) => ({
    tokens: rows(view, inForce, { now: view.at }).map((token: Token) => ({
      token: token.id,
      label: readDetail(view, token.label_detail_id)?.body ?? null,
      ...grantShown(view, { role: token.role, unit: token.unit_id }),
      reads_names: token.reads_names === 1,
      reads_only: token.reads_only === 1,
      commands: rows(view, commandsOf, { token: token.id }).map((one) => one.command),
      expires_at: token.expires_at,
      used_on: lastUseOf(view, token.id),
    })),
  }),
})
