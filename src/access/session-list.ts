/** Where somebody is signed in, and ending it: elsewhere by oneself, everywhere by an owner. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { anyRole, command, pageCommand, query } from '../book/registry.ts'
import type { UserId } from '../kit/ids.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import { endSessions } from './ended-sessions.ts'
import { recoveryCodesOf } from './recovery-codes.ts'
import { secondFactorOf } from './second-factor-rows.ts'
import { isIdle, requireOwnSession } from './sessions.ts'
import { needsSecondFactor } from './sign-in-policy.ts'
import { oneself, requireWithin, userInForce } from './users.ts'

const inForceOf = prepare((p: { user: UserId; now: number }) =>
  build
    .selectFrom('session as s')
    .innerJoin('session_seen as z', 'z.session_id', 's.id')
    .innerJoin('event as v', 'v.seq', 's.event_seq')
    .innerJoin('session_proof as p', (join) =>
      join.onRef('p.session_id', '=', 's.id').onRef('p.event_seq', '=', 's.event_seq'),
    )
    .leftJoin('session_end as e', 'e.session_id', 's.id')
    .select(['s.id', 's.expires_at', 'z.seen_at', 'v.at', 'p.way', 'p.browser'])
    .where('s.user_id', '=', p.user)
    .where('s.expires_at', '>', p.now)
    .where('e.id', 'is', null)
    .orderBy('s.id', 'desc'),
)

const instant = z.number()

export const show = query({
  name: 'sign_in.show',
  summary:
    'Shows where one is signed in, and one’s second factor; instants are milliseconds since 1970',
  may: anyRole,
  reach: 'oneself',
  route: { method: 'GET', path: '/sign-in' },
  input: z.strictObject({}),
  output: z.object({
    second_factor: z.object({
      /** Since when; null when there is none. */
      since: instant.nullable(),
      /** Whether the rules ask for one. */
      required: z.boolean(),
      recovery_codes_left: z.number(),
    }),
    sessions: z.array(
      z.object({
        session: z.number(),
        /** How it was opened: `password`, `code`, `recovery_code`, `passkey`, `provider`, `link`. */
        way: z.string(),
        /** Family and system of the browser, such as `firefox/windows`. */
        browser: z.string(),
        opened_at: instant,
        seen_at: instant,
        expires_at: instant,
      }),
    ),
  }),
  run: (view) => {
    const { id: user } = oneself(view)
    return {
      second_factor: {
        since: secondFactorOf(view, user)?.at ?? null,
        required: needsSecondFactor(view, view.caller, view.at),
        recovery_codes_left: recoveryCodesOf(view, user).length,
      },
      sessions: rows(view, inForceOf, { user, now: view.at })
        .filter(({ seen_at }) => !isIdle(view, seen_at, view.at))
        .map(({ id, at, ...session }) => ({ session: id, opened_at: at, ...session })),
    }
  },
})

export const endOthers = pageCommand({
  name: 'sessions.end_others',
  summary: 'Signs a user out everywhere but here',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ session: idField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const session = requireOwnSession(act, input.session)
    const { id: user } = oneself(act)
    endSessions(act, user, session)
    return { user }
  },
})

export const endAll = command({
  name: 'users.sign_out',
  summary: 'Signs a user out everywhere at once',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users/{user}/sign-out' },
  input: z.strictObject({ user: idField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const { id: user } = userInForce(act, input.user)
    requireWithin(act, user)
    endSessions(act, user)
    return { user }
  },
})
