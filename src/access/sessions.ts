/** Sessions: a user signed in at one browser, by a secret whose hash alone is in the book. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { idField } from '../book/fields.ts'
import { type Act, anyRole, type Caller, pageCommand } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { SessionId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { browserField } from './browsers.ts'
import { putDevice } from './devices.ts'
import { endSession } from './ended-sessions.ts'
import { seen } from './last-seen.ts'
import { sessionUnknown } from './refusals.ts'
import { signInPolicyOf } from './sign-in-policy.ts'
import { secondFactorNeeded } from './sign-in-refusals.ts'
import { inTurn } from './turn.ts'
import { callerOfUser, oneself } from './users.ts'
import { wantedOf } from './wanted-factor.ts'

/** The cookie that carries a session's secret. */
export const sessionCookie = 'care_ledger_session'

/** 256 random bits: nothing to guess. */
const secretBytes = 32

/** A new session's secret. It goes to the browser and is kept nowhere else. */
export function sessionSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** The hash under which a session is kept. */
export function sessionHash(secret: string): Uint8Array {
  return sha256(`session\n${secret}`)
}

const byHash = prepare((p: { hash: Uint8Array }) =>
  build
    .selectFrom('session as s')
    .innerJoin('user as u', 'u.id', 's.user_id')
    .innerJoin('session_seen as z', 'z.session_id', 's.id')
    .leftJoin('session_end as e', 'e.session_id', 's.id')
    .leftJoin('user_end as ue', 'ue.user_id', 'u.id')
    .leftJoin('detail_body as n', 'n.detail_id', 'u.name_detail_id')
    .leftJoin('detail_body as l', 'l.detail_id', 'u.login_detail_id')
    .select(['s.id as session_id', 's.expires_at', 'z.seen_at', 'u.id', 'u.reads_names'])
    .select(['n.body as name', 'l.body as login'])
    .where('s.hash', '=', p.hash)
    .where('e.id', 'is', null)
    .where('ue.id', 'is', null),
)
const ofUser = prepare((p: { id: SessionId }) =>
  build
    .selectFrom('session as s')
    .leftJoin('session_end as e', 'e.session_id', 's.id')
    .selectAll('s')
    .where('s.id', '=', p.id)
    .where('e.id', 'is', null),
)

/** Who is signed in, and by which session. */
export interface SignedIn {
  readonly session: number
  readonly caller: Caller
  /** Texts are empty once they have been erased. */
  readonly user: { readonly id: number; readonly name: string; readonly login: string }
}

/**
 * Who comes with a session's secret; undefined when it is not one, has ended, was idle for too long, or its user
 * has ended.
 */
export function callerOfSession(
  reader: Reader,
  secret: string | undefined,
  now: number,
): SignedIn | undefined {
  if (secret === undefined || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined
  const found = first(reader, byHash, { hash: sessionHash(secret) })
  if (!found || found.expires_at <= now || isIdle(reader, found.seen_at, now)) return undefined
  const { session_id, id, name, login } = found
  return {
    session: session_id,
    caller: callerOfUser(reader, found),
    user: { id, name: name ?? '', login: login ?? '' },
  }
}

/** The same, looked up once for all requests that come in one turn of the event loop. */
export function sessionInTurn(
  reader: Reader,
  secret: string | undefined,
  now: number,
): SignedIn | undefined {
  return inTurn(reader, `session ${secret}`, () => callerOfSession(reader, secret, now))
}

/** Whether a session last seen at an instant has ended since, for nothing was asked for in it. */
export function isIdle(reader: Reader, seenAt: number, now: number): boolean {
  const { idle_minutes } = signInPolicyOf(reader, now)
  return idle_minutes !== null && now - seenAt >= idle_minutes * 60_000
}

/** The hash of a secret, in hex. */
export const hashField = z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of the secret in hex')

/** What every way of signing in gives of the session that it opens. */
export const sessionFields = {
  hash: hashField,
  browser: browserField,
  /** The hash of the secret of a browser in which the user has not signed in before. */
  device: hashField.nullable().default(null),
}

export const sessionOutput = z.object({ session: z.number(), expires_at: z.number() })

/** How a user shows who they are. */
export type Way = Row<'session_proof'>['way']

export interface NewSession {
  readonly hash: string
  readonly browser: string
  readonly device: string | null
  readonly way: Way
}

/** Writes a session, of a user who has shown all that the rules ask for. */
export function openSession(act: Act, user: UserId, given: NewSession) {
  const session = nextId(act, 'session')
  const expires_at = act.at + signInPolicyOf(act, act.at).session_hours * 3_600_000
  const hash = unhex(given.hash)
  insert(act, 'session', { id: session, hash, user_id: user, expires_at, event_seq: act.seq })
  putProof(act, session, given)
  seen(act, session, act.at)
  if (given.device !== null) putDevice(act, user, given.device)
  return { session, expires_at }
}

/** Writes that the user of a session has shown who they are. */
export function putProof(
  act: Act,
  session: SessionId,
  { way, browser }: Pick<NewSession, 'way' | 'browser'>,
): void {
  insert(act, 'session_proof', {
    id: nextId(act, 'session_proof'),
    session_id: session,
    way,
    browser,
    shown_at: act.at,
    event_seq: act.seq,
  })
}

/** A passkey is two factors in one: what one has, and a finger, a face or a PIN. */
const whole: readonly Way[] = ['passkey']

export const open = pageCommand({
  name: 'sessions.open',
  summary: 'Signs a user in who has shown who they are and of whom no more is asked',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    ...sessionFields,
    way: z.enum(['password', 'passkey', 'provider', 'link']).default('password'),
  }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, input) => {
    const user = oneself(act)
    const enough = whole.includes(input.way) || wantedOf(act, user.id, act.at) === 'nothing'
    if (!enough) throw secondFactorNeeded({ user: user.id })
    return openSession(act, user.id, input)
  },
})

/** A session in force of the user who acts. Refuses `session.unknown`, also for another user's. */
export function requireOwnSession(act: Act, session: number): SessionId {
  const user = oneself(act)
  const found = first(act, ofUser, { id: session as SessionId })
  if (found?.user_id !== user.id || found.expires_at <= act.at) throw sessionUnknown({ session })
  return found.id
}

export const end = pageCommand({
  name: 'sessions.end',
  summary: 'Signs a user out at one browser',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ session: idField }),
  output: z.object({ session: z.number() }),
  subject: ({ session }) => `session/${session}`,
  run: (act, input) => {
    const session = requireOwnSession(act, input.session)
    endSession(act, session)
    return { session }
  },
})
