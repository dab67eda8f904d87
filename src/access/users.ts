/** Users: the people who sign in. Their names lie apart and can be erased; a role and an end stay. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail, readDetail } from '../book/details.ts'
import { codeField, idField, nameField } from '../book/fields.ts'
import {
  type Act,
  anyRole,
  type Caller,
  command,
  type Grant,
  officers,
  pageCommand,
  query,
  roles,
} from '../book/registry.ts'
import { inScope, viewAs } from '../book/scope.ts'
import { id, type UserId } from '../kit/ids.ts'
import { unitMeant } from '../people/units.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { endSessions } from './ended-sessions.ts'
import {
  addGrant,
  grantShown,
  grantsOf,
  requireAnotherOwner,
  roleGrantsOf,
  userInScope,
} from './grants.ts'
import { loginField, loginOf } from './logins.ts'
import { endTokensOf, requireMayGiveNames } from './makers.ts'
import { passwordHashField } from './passwords.ts'
import { loginTaken, notOneself, userBeyondScope, userUnknown } from './refusals.ts'

const withLogin = prepare((p: { login: string }) =>
  build
    .selectFrom('user as u')
    .innerJoin('detail_body as l', 'l.detail_id', 'u.login_detail_id')
    .leftJoin('user_end as e', 'e.user_id', 'u.id')
    .selectAll('u')
    .where('l.body', '=', p.login)
    .where('e.id', 'is', null),
)
const withId = prepare((p: { id: UserId }) =>
  build
    .selectFrom('user as u')
    .leftJoin('user_end as e', 'e.user_id', 'u.id')
    .selectAll('u')
    .where('u.id', '=', p.id)
    .where('e.id', 'is', null),
)
const everyone = prepare(() =>
  build
    .selectFrom('user as u')
    .leftJoin('user_end as e', 'e.user_id', 'u.id')
    .selectAll('u')
    .select('e.id as end_id')
    .orderBy('u.id'),
)
const passwordInForce = prepare((p: { user: UserId }) =>
  build
    .selectFrom('user_password as p')
    .leftJoin('detail_body as b', 'b.detail_id', 'p.hash_detail_id')
    .select('b.body')
    .where('p.user_id', '=', p.user)
    .orderBy('p.id', 'desc')
    .limit(1),
)

export type User = Row<'user'>

/** Who signs in under a name and may, or undefined. */
export function userWithLogin(reader: Reader, login: string): User | undefined {
  return first(reader, withLogin, { login: loginOf(login) })
}

/** A user who may sign in. Refuses `user.unknown`. */
export function userInForce(reader: Reader, user: number): User {
  const found = first(reader, withId, { id: user as UserId })
  if (!found) throw userUnknown({ user })
  return found
}

/** The PHC string of a user's password in force; undefined when it has been erased. */
export function passwordHashOf(reader: Reader, user: UserId): string | undefined {
  return first(reader, passwordInForce, { user })?.body ?? undefined
}

/** A user's name for signing in; empty once it has been erased. */
export function loginTextOf(reader: Reader, user: UserId): string {
  return readDetail(reader, userInForce(reader, user).login_detail_id)?.body ?? ''
}

/** Whether anybody may sign in to the book. */
export function anyUser(reader: Reader): boolean {
  return rows(reader, everyone, {}).some(({ end_id }) => end_id === null)
}

/** A user as an actor of events. */
export function userActor(user: number): string {
  return `user:${user}`
}

/** The user of a caller who is one; anything else is a mistake of the program. */
export function userOfCaller({ actor }: Caller): UserId {
  const found = userIn(actor)
  if (found === undefined) throw new TypeError(`not a user: ${actor}`)
  return found
}

function userIn(actor: string): UserId | undefined {
  const found = /^user:([1-9][0-9]{0,14})$/.exec(actor)?.[1]
  return found === undefined ? undefined : id<UserId>(Number(found))
}

/** A user as one who asks, with the roles that they have now. */
export function callerOfUser(reader: Reader, user: Pick<User, 'id' | 'reads_names'>): Caller {
  const { reads_names } = user
  const grants = grantsOf(reader, user.id)
  return { actor: userActor(user.id), grants, readsNames: reads_names === 1 }
}

/** Refuses `user.login_taken`. */
export function requireFreeLogin(reader: Reader, login: string): void {
  if (userWithLogin(reader, login)) throw loginTaken({ login })
}

export interface NewUser {
  readonly login: string
  readonly name: string
  /** The first role; others are granted later. */
  readonly grant: Grant
  readonly reads_names: boolean
  /** A PHC string; null for who signs in another way alone. */
  readonly password: string | null
}

/** Writes a user; the login was seen to be free. */
export function addUser(act: Act, given: NewUser): UserId {
  const user = nextId(act, 'user')
  insert(act, 'user', {
    id: user,
    login_detail_id: keepDetail(act, 'user_login', given.login),
    name_detail_id: keepDetail(act, 'user_name', given.name),
    reads_names: given.reads_names ? 1 : 0,
    event_seq: act.seq,
  })
  addGrant(act, user, given.grant)
  if (given.password !== null) putPassword(act, user, given.password)
  return user
}

/** Writes a new password of a user. */
export function putPassword(act: Act, user: UserId, password: string): void {
  insert(act, 'user_password', {
    id: nextId(act, 'user_password'),
    user_id: user,
    hash_detail_id: keepDetail(act, 'user_password', password),
    event_seq: act.seq,
  })
}

export const create = command({
  name: 'users.create',
  summary:
    'Lets a person sign in: a name for signing in, a role, and the scrypt hash of a password',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users' },
  input: z.strictObject({
    login: loginField,
    name: nameField,
    role: z.enum(roles),
    /** The unit's code; without one the whole organisation, as far as the maker reaches. */
    unit: codeField.nullable().default(null),
    reads_names: z.boolean().default(false),
    password: passwordHashField,
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { role, unit, ...input }) => {
    requireFreeLogin(act, input.login)
    requireMayGiveNames(act.caller, input.reads_names)
    const grant = { role, unit: unitMeant(act, unit)?.id ?? null }
    return { user: addUser(act, { ...input, grant }) }
  },
})

/**
 * Refuses `user.unknown` for a user of whom nothing lies in the caller's scope, and `user.beyond_scope`
 * for one who also has roles outside of it.
 */
export function requireWithin(act: Act, user: UserId): void {
  if (!userInScope(act, act.scope, user)) throw userUnknown({ user })
  if (roleGrantsOf(act, user).some(({ unit_id }) => !inScope(act.scope, unit_id))) {
    throw userBeyondScope({ user })
  }
}

export const end = command({
  name: 'users.end',
  summary: 'Ends a user, their sessions and their tokens at once; what they did stays on record',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users/{user}/end' },
  input: z.strictObject({ user: idField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const user = userInForce(act, input.user)
    requireWithin(act, user.id)
    requireAnotherOwner(act, user.id)
    insert(act, 'user_end', {
      id: nextId(act, 'user_end'),
      user_id: user.id,
      event_seq: act.seq,
    })
    endSessions(act, user.id)
    endTokensOf(act, user.id)
    return { user: user.id }
  },
})

export const changePassword = pageCommand({
  name: 'users.change_password',
  summary: 'Puts a new password of one’s own in force and ends one’s other sessions',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    password: passwordHashField,
    /** The session that goes on: the one in which it is changed. */
    session: idField.nullable().default(null),
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const user = oneself(act)
    putPassword(act, user.id, input.password)
    endSessions(act, user.id, input.session)
    return { user: user.id }
  },
})

/** The user who acts. Refuses `user.not_oneself` and `user.unknown`. */
export function oneself(act: Reader & { readonly caller: Caller }): User {
  const { actor } = act.caller
  const found = userIn(actor)
  if (found === undefined) throw notOneself({ actor })
  return userInForce(act, found)
}

export const list = query({
  name: 'users.list',
  summary: 'Lists the users with their roles; the names for signing in are for owners alone',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/users' },
  input: z.strictObject({}),
  output: z.object({
    users: z.array(
      z.object({
        user: z.number(),
        name: z.string().nullable(),
        login: z.string().nullable(),
        /** The roles in force; the unit is a code, null for the whole organisation. */
        grants: z.array(
          z.object({ grant: z.number(), role: z.enum(roles), unit: z.string().nullable() }),
        ),
        reads_names: z.boolean(),
        ended: z.boolean(),
      }),
    ),
  }),
  run: (view) => {
    // Who owns one unit and only looks at another is told the names for signing in of the one.
    const owned = viewAs(view, create)?.scope
    const users = rows(view, everyone, {})
      .filter((user) => userInScope(view, view.scope, user.id))
      .map((user) => ({
        user: user.id,
        name: readDetail(view, user.name_detail_id)?.body ?? null,
        login:
          owned !== undefined && userInScope(view, owned, user.id)
            ? (readDetail(view, user.login_detail_id)?.body ?? null)
            : null,
        grants: roleGrantsOf(view, user.id)
          .filter(({ unit_id }) => inScope(view.scope, unit_id))
          .map(({ id, role, unit_id }) => ({
            grant: id,
            ...grantShown(view, { role, unit: unit_id }),
          })),
        reads_names: user.reads_names === 1,
        ended: user.end_id !== null,
      }))
    return { users }
  },
})
