/** Invitations: a link that makes one user, or gives one a new password, and then opens nothing more. */
import { z } from 'zod'
import { codeField, idField, nameField } from '../book/fields.ts'
import {
  anyRole,
  type Caller,
  command,
  type Grant,
  pageCommand,
  type Role,
  roles,
} from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { InvitationId, UserId } from '../kit/ids.ts'
import { unitMeant } from '../people/units.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { endSessions } from './ended-sessions.ts'
import { grantsOf } from './grants.ts'
import { loginField } from './logins.ts'
import { makerOwns, requireMayGiveNames } from './makers.ts'
import { passwordHashField } from './passwords.ts'
import {
  invitationEnded,
  invitationExists,
  invitationIncomplete,
  invitationInvalid,
} from './refusals.ts'
import { addUser, putPassword, requireFreeLogin, requireWithin, userInForce } from './users.ts'

const secretBytes = 32

/** A new invitation's secret, the last part of its link. It is shown once and never kept. */
export function invitationSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** The hash under which an invitation is kept. */
export function invitationHash(secret: string): Uint8Array {
  return sha256(`invitation\n${secret}`)
}

const byHash = prepare((p: { hash: Uint8Array }) =>
  build
    .selectFrom('invitation as i')
    .leftJoin('invitation_use as x', 'x.invitation_id', 'i.id')
    .selectAll('i')
    .select('x.id as use_id')
    .where('i.hash', '=', p.hash),
)

export interface Invitation {
  readonly id: InvitationId
  readonly grant: Grant
  readonly reads_names: boolean
  /** Whose password it renews; null when it makes a new user. */
  readonly user: UserId | null
}

/**
 * The invitation of a secret, while it has not ended, is not used, and its maker owns still all that it opens:
 * the unit of its role, or of a password's user all units in which they have one.
 */
export function invitationWith(
  reader: Reader,
  secret: string,
  now: number,
): Invitation | undefined {
  return invitationOf(reader, invitationHash(secret), now)
}

/** The same by its hash. */
export function invitationOf(
  reader: Reader,
  hash: Uint8Array,
  now: number,
): Invitation | undefined {
  const found = first(reader, byHash, { hash })
  if (!found || found.use_id !== null || found.expires_at <= now) return undefined
  const { id, role, unit_id, reads_names, user_id, event_seq } = found
  // Who it is for may have risen, and its maker fallen, since it was made.
  const reached = user_id === null ? [unit_id] : grantsOf(reader, user_id).map(({ unit }) => unit)
  if (!makerOwns(reader, event_seq, reached)) return undefined
  const grant = { role: role as Role, unit: unit_id }
  return { id, grant, reads_names: reads_names === 1, user: user_id }
}

/**
 * Who acts when an invitation is used: whoever holds its secret. Also for one that was used, so that the
 * same request sent twice gets its first answer. Undefined when the book knows no such invitation.
 */
export function callerOfInvitation(reader: Reader, secret: string): Caller | undefined {
  const found = first(reader, byHash, { hash: invitationHash(secret) })
  if (!found) return undefined
  const grants = [{ role: found.role as Role, unit: found.unit_id }]
  return { actor: `invitation:${found.id}`, grants, readsNames: false }
}

/** The hash of an invitation's secret, in hex. */
export const invitationHashField = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'write the hash of the secret in hex')

export const make = command({
  name: 'invitations.make',
  summary:
    'Makes a link for one new user, or for a new password of one: its hash, a role and an end',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/invitations' },
  input: z.strictObject({
    hash: invitationHashField,
    role: z.enum(roles),
    /** The code of the unit of that role; without one the whole organisation, as far as the maker reaches. */
    unit: codeField.nullable().default(null),
    reads_names: z.boolean().default(false),
    /** Whose password is lost; their roles stay what they are. */
    user: idField.nullable().default(null),
    expires_at: z.number().int().positive().max(8_640_000_000_000_000),
  }),
  output: z.object({ invitation: z.number() }),
  subject: ({ invitation }) => `invitation/${invitation}`,
  run: (act, input) => {
    if (input.expires_at <= act.at) throw invitationEnded({ expires_at: input.expires_at })
    const user = input.user === null ? undefined : userInForce(act, input.user)
    if (user) requireWithin(act, user.id)
    requireMayGiveNames(act.caller, input.reads_names || user?.reads_names === 1)
    const unit = unitMeant(act, input.unit)?.id ?? null
    const hash = unhex(input.hash)
    if (first(act, byHash, { hash })) throw invitationExists({})
    const id = nextId(act, 'invitation')
    insert(act, 'invitation', {
      id,
      hash,
      role: input.role,
      unit_id: unit,
      reads_names: user?.reads_names ?? (input.reads_names ? 1 : 0),
      user_id: user?.id ?? null,
      expires_at: input.expires_at,
      event_seq: act.seq,
    })
    return { invitation: id }
  },
})

export const accept = pageCommand({
  name: 'invitations.accept',
  summary: 'Uses an invitation: makes its user, or puts a new password of its user in force',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    hash: invitationHashField,
    login: loginField.nullable().default(null),
    name: nameField.nullable().default(null),
    password: passwordHashField,
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { hash, login, name, password }) => {
    const invitation = invitationOf(act, unhex(hash), act.at)
    if (!invitation) throw invitationInvalid({})
    const { grant, reads_names } = invitation
    let user: UserId
    if (invitation.user === null) {
      if (login === null) throw invitationIncomplete({ missing: 'login' })
      if (name === null) throw invitationIncomplete({ missing: 'name' })
      requireFreeLogin(act, login)
      user = addUser(act, { login, name, grant, reads_names, password })
    } else {
      user = userInForce(act, invitation.user).id
      putPassword(act, user, password)
      endSessions(act, user)
    }
    insert(act, 'invitation_use', {
      id: nextId(act, 'invitation_use'),
      invitation_id: invitation.id,
      user_id: user,
      event_seq: act.seq,
    })
    return { user }
  },
})
