/** Roles of users: each in a unit and all units below it, or in the whole organisation. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { codeField, idField } from '../book/fields.ts'
import { type Act, command, type Grant, type Role, roles } from '../book/registry.ts'
import { inScope, type Scope, type Scoped } from '../book/scope.ts'
import type { RoleGrantId, UnitId, UserId } from '../kit/ids.ts'
import { unitById, unitMeant } from '../people/units.ts'
import { policyInForce } from '../policies/in-force.ts'
import { build, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { endSessions } from './ended-sessions.ts'
import { endTokensOf } from './makers.ts'
import { grantHeld, grantIncompatible, grantUnknown, lastOwner, userUnknown } from './refusals.ts'
import { userInForce } from './users.ts'

const inForceOf = prepare((p: { user: UserId }) =>
  build
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', 'e.grant_id', 'g.id')
    .selectAll('g')
    .where('g.user_id', '=', p.user)
    .where('e.id', 'is', null)
    .orderBy('g.id'),
)
const ownersInForce = prepare(() =>
  build
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', 'e.grant_id', 'g.id')
    .leftJoin('user_end as ue', 'ue.user_id', 'g.user_id')
    .select('g.user_id')
    .distinct()
    .where('g.role', '=', 'owner')
    .where('g.unit_id', 'is', null)
    .where('e.id', 'is', null)
    .where('ue.id', 'is', null),
)

export type RoleGrant = Row<'role_grant'>

/** The grants of a user that are in force, oldest first. */
export function roleGrantsOf(reader: Reader, user: UserId): RoleGrant[] {
  return rows(reader, inForceOf, { user })
}

/** The same as a caller has them. */
export function grantsOf(reader: Reader, user: UserId): Grant[] {
  return roleGrantsOf(reader, user).map(({ role, unit_id }) => ({
    role: role as Role,
    unit: unit_id,
  }))
}

/** Users who own the whole book and may sign in. */
export function ownersOf(reader: Reader): UserId[] {
  return rows(reader, ownersInForce, {}).map(({ user_id }) => user_id)
}

/** Refuses `user.last_owner` when a user is the only owner of the whole book. */
export function requireAnotherOwner(reader: Reader, user: UserId): void {
  const owners = ownersOf(reader)
  if (owners.length === 1 && owners[0] === user) throw lastOwner({ user })
}

/** Whether a user has a role that lies within a scope: only then do they exist for a caller. */
export function userInScope(reader: Reader, scope: Scope, user: UserId): boolean {
  if (scope === 'all') return true
  return roleGrantsOf(reader, user).some(({ unit_id }) => inScope(scope, unit_id))
}

/** A user of whom something lies in the caller's scope. Refuses `user.unknown`. */
export function userReached(asker: Scoped, user: number) {
  const found = userInForce(asker, user)
  if (!userInScope(asker, asker.scope, found.id)) throw userUnknown({ user })
  return found
}

/** Writes a grant. */
export function addGrant(act: Act, user: UserId, { role, unit }: Grant): RoleGrantId {
  const id = nextId(act, 'role_grant')
  insert(act, 'role_grant', { id, user_id: user, role, unit_id: unit, event_seq: act.seq })
  return id
}

/** A grant as it is shown: the role, and the code of the unit it begins at. */
export function grantShown(reader: Reader, { role, unit }: { role: string; unit: UnitId | null }) {
  return { role: role as Role, unit: unit === null ? null : unitById(reader, unit).code }
}

/**
 * Refuses `grant.incompatible` for a role that the policy on duties keeps apart from one that the user has,
 * wherever that is: whoever enters here would approve there.
 */
function requireCompatible(act: Act, user: UserId, { role, unit }: Grant): void {
  const { body } = policyInForce(act, 'duties', { unit, on: act.today })
  for (const held of roleGrantsOf(act, user)) {
    const pair = body.incompatible_roles.find(
      ({ one, other }) =>
        (one === role && other === held.role) || (other === role && one === held.role),
    )
    if (pair) throw grantIncompatible({ user, role, held: held.role })
  }
}

const grantOut = z.object({ user: z.number(), grant: z.number() })

export const give = command({
  name: 'grants.give',
  summary: 'Gives a user a role in a unit and all units below it, or in the whole organisation',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users/{user}/grants' },
  input: z.strictObject({
    user: idField,
    role: z.enum(roles),
    /** The unit's code; without one the whole organisation, as far as the giver reaches. */
    unit: codeField.nullable().default(null),
  }),
  output: grantOut,
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const { id: user } = userReached(act, input.user)
    const unit = unitMeant(act, input.unit)?.id ?? null
    const held = roleGrantsOf(act, user).some(
      ({ role, unit_id }) => role === input.role && unit_id === unit,
    )
    if (held) throw grantHeld({ user, role: input.role })
    requireCompatible(act, user, { role: input.role, unit })
    const grant = addGrant(act, user, { role: input.role, unit })
    endSessions(act, user)
    return { user, grant }
  },
})

export const end = command({
  name: 'grants.end',
  summary: 'Takes a role from a user at once; what they did with it stays on record',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users/{user}/grants/{grant}/end' },
  input: z.strictObject({ user: idField, grant: idField }),
  output: grantOut,
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const { id: user } = userReached(act, input.user)
    const found = roleGrantsOf(act, user).find(({ id }) => id === input.grant)
    if (!found || !inScope(act.scope, found.unit_id)) throw grantUnknown({ grant: input.grant })
    const ofAll = found.role === 'owner' && found.unit_id === null
    if (ofAll) requireAnotherOwner(act, user)
    insert(act, 'role_grant_end', {
      id: nextId(act, 'role_grant_end'),
      grant_id: found.id,
      event_seq: act.seq,
    })
    endSessions(act, user)
    // Only owners of the whole organisation make tokens; who is none any more has none at work.
    if (ofAll) endTokensOf(act, user)
    return { user, grant: found.id }
  },
})
