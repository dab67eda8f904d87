/** Sessions: a user signed in at one browser, by a secret whose hash alone is in the book. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { anyRole, type Caller, pageCommand } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { SessionId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { endSession } from './ended-sessions.ts'
import { sessionUnknown } from './refusals.ts'
import { inTurn } from './turn.ts'
import { callerOfUser, oneself } from './users.ts'

/** A working day at a desk, with a long break: the next one begins with signing in. */
export const sessionMs = 12 * 3_600_000

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
    .leftJoin('session_end as e', 'e.session_id', 's.id')
    .leftJoin('user_end as ue', 'ue.user_id', 'u.id')
    .leftJoin('detail_body as n', 'n.detail_id', 'u.name_detail_id')
    .leftJoin('detail_body as l', 'l.detail_id', 'u.login_detail_id')
    .select(['s.id as session_id', 's.expires_at', 'u.id', 'u.reads_names'])
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

/** Who comes with a session's secret; undefined when it is not one, has ended, or its user has. */
export function callerOfSession(
  reader: Reader,
  secret: string | undefined,
  now: number,
): SignedIn | undefined {
  if (secret === undefined || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined
  const found = first(reader, byHash, { hash: sessionHash(secret) })
  if (!found || found.expires_at <= now) return undefined
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

export const open = pageCommand({
  name: 'sessions.open',
  summary: 'Signs a user in, whose password was found to be right; the session lasts 12 hours',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of the secret in hex'),
  }),
  output: z.object({ session: z.number(), expires_at: z.number() }),
  subject: ({ session }) => `session/${session}`,
  run: (act, input) => {
    const user = oneself(act)
    const id = nextId(act, 'session')
    const expires_at = act.at + sessionMs
    insert(act, 'session', {
      id,
      hash: unhex(input.hash),
      user_id: user.id,
      expires_at,
      event_seq: act.seq,
    })
    return { session: id, expires_at }
  },
})

export const end = pageCommand({
  name: 'sessions.end',
  summary: 'Signs a user out at one browser',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ session: idField }),
  output: z.object({ session: z.number() }),
  subject: ({ session }) => `session/${session}`,
  run: (act, input) => {
    const user = oneself(act)
    const found = first(act, ofUser, { id: input.session as SessionId })
    const own = found?.user_id === user.id && found.expires_at > act.at
    if (!found || !own) throw sessionUnknown({ session: input.session })
    endSession(act, found.id)
    return { session: found.id }
  },
})
