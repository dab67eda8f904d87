/** Signing in: a name and a password, looked at so that nobody learns which names there are. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { type Caller, pageCommand, throughout } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256 } from '../kit/digest.ts'
import type { UserId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { deviceOf } from './devices.ts'
import { loginOf } from './logins.ts'
import { isPassword, mostCharacters } from './passwords.ts'
import { signInRefused } from './refusals.ts'
import type { Lane, Throttle } from './throttle.ts'
import { callerOfUser, passwordHashOf, userInForce, userWithLogin } from './users.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
  /** The secret of the browser's device cookie. */
  readonly device?: string | undefined
}

/** A try that failed: for the host's log, and for the book when it locked the name of one of its users. */
export interface Failure {
  /** A digest of the name, by which tries under one name are known. */
  readonly name: string
  /** Whether it came from a browser in which that user had signed in. */
  readonly known: boolean
  readonly locked: boolean
  readonly user: UserId | undefined
}

export interface Guard {
  readonly throttle: Throttle
  failed(failure: Failure): void
}

/**
 * Who signs in with a name and a password. Without a reader there is no book, which takes as long and is
 * answered the same. Refuses `sign_in.refused`, `sign_in.throttled` and `sign_in.busy`.
 */
export async function signedInBy(
  reader: Reader | undefined,
  { throttle, failed }: Guard,
  { login, password, device }: Credentials,
  now: number,
): Promise<Caller> {
  // Whatever was typed, the throttle remembers names of one short length.
  const name = base64url(sha256(loginOf(login)))
  const user = reader && userWithLogin(reader, login)
  const known = reader && user && deviceOf(reader, device, user.id, now)
  const lane = laneOf(name, known)
  const caller = await throttle.attempt(lane, async () => {
    const hash = reader && user && passwordHashOf(reader, user.id)
    const right = await isPassword(password.slice(0, 2 * mostCharacters), hash)
    return right && user ? callerOfUser(reader, userInForce(reader, user.id)) : undefined
  })
  if (caller !== undefined) return caller
  failed({ name, known: lane.known, locked: throttle.isLocked(lane), user: user?.id })
  throw signInRefused({})
}

/** What tries are counted under: those of a known browser apart from those of strangers. */
export function laneOf(name: string, device: number | undefined): Lane {
  return device === undefined ? { name, known: false } : { name: `${name} ${device}`, known: true }
}

/** Whoever notes that a name was locked: nobody is signed in. */
export const doorkeeper: Caller = {
  actor: 'host',
  grants: throughout('owner'),
  readsNames: false,
}

export const lock = pageCommand({
  name: 'sign_ins.lock',
  summary:
    'Notes that too many tries failed under the name of a user, who waits for a quarter of an hour',
  may: ['owner'],
  reach: 'organisation',
  input: z.strictObject({
    user: idField,
    /** What was guessed at. */
    at: z.enum(['password', 'second_factor']),
    /** Whether in a browser in which that user had signed in. */
    known: z.boolean(),
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { user }) => ({ user: userInForce(act, user).id }),
})
