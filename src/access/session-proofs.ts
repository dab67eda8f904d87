/** Showing again who one is: what is most sensitive asks for a password or a factor of the last minutes. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { anyRole, pageCommand } from '../book/registry.ts'
import type { SessionId } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { browserField } from './browsers.ts'
import { totpCodeField } from './one-time-codes.ts'
import { secondFactorOf, useCode } from './second-factor-rows.ts'
import { putProof, requireOwnSession } from './sessions.ts'
import { secondFactorNeeded } from './sign-in-refusals.ts'
import { oneself } from './users.ts'

/** Long enough for a form, short enough for a desk that somebody leaves. */
export const freshMinutes = 10

const newest = prepare((p: { session: SessionId }) =>
  build
    .selectFrom('session_proof')
    .select(['shown_at', 'way', 'browser'])
    .where('session_id', '=', p.session)
    .orderBy('id', 'desc')
    .limit(1),
)

/** Whether the user of a session has shown who they are within the last minutes. */
export function isFresh(reader: Reader, session: number, now: number): boolean {
  const shown = first(reader, newest, { session: session as SessionId })
  return shown !== undefined && now - shown.shown_at < freshMinutes * 60_000
}

/** The ways of `sessions.prove`: a passkey is verified before the command, like a password. */
const ways = ['password', 'code', 'passkey'] as const

export const prove = pageCommand({
  name: 'sessions.prove',
  summary: 'Notes that a signed-in user has shown again who they are',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    session: idField,
    way: z.enum(ways),
    /** For the way `code`. */
    code: totpCodeField.nullable().default(null),
    browser: browserField,
  }),
  output: z.object({ session: z.number() }),
  subject: ({ session }) => `session/${session}`,
  run: (act, { session: given, way, code, browser }) => {
    const session = requireOwnSession(act, given)
    const user = oneself(act)
    // Whoever has a second factor shows that one: a password may have been looked at over a shoulder.
    if (way === 'password' && secondFactorOf(act, user.id)) {
      throw secondFactorNeeded({ user: user.id })
    }
    if (way === 'code') useCode(act, user.id, code ?? '')
    putProof(act, session, { way, browser })
    return { session }
  },
})
