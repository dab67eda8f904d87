/** Ending the sessions of a user: at a change of password, factor or role, at the user's end. */
import type { Act } from '../book/registry.ts'
import type { HalfSignInId, SessionId, UserId } from '../kit/ids.ts'
import { build, insert, nextId, prepare, rows } from '../store/prepare.ts'

const inForceOf = prepare((p: { user: UserId; now: number }) =>
  build
    .selectFrom('session as s')
    .leftJoin('session_end as e', 'e.session_id', 's.id')
    .select('s.id')
    .where('s.user_id', '=', p.user)
    .where('s.expires_at', '>', p.now)
    .where('e.id', 'is', null)
    .orderBy('s.id'),
)
const halvesOf = prepare((p: { user: UserId; now: number }) =>
  build
    .selectFrom('half_sign_in as h')
    .leftJoin('half_sign_in_end as e', 'e.half_sign_in_id', 'h.id')
    .select('h.id')
    .where('h.user_id', '=', p.user)
    .where('h.expires_at', '>', p.now)
    .where('e.id', 'is', null)
    .orderBy('h.id'),
)

/** Ends every session and half sign-in of a user that is in force, but for one session that goes on. */
export function endSessions(act: Act, user: UserId, except: number | null = null): void {
  const open = rows(act, inForceOf, { user, now: act.at })
  for (const { id } of open) if (id !== except) endSession(act, id)
  for (const { id } of rows(act, halvesOf, { user, now: act.at })) endHalfSignIn(act, id)
}

/** Ends one session that is in force. */
export function endSession(act: Act, session: SessionId): void {
  insert(act, 'session_end', {
    id: nextId(act, 'session_end'),
    session_id: session,
    event_seq: act.seq,
  })
}

/** Ends one half sign-in that is in force. */
export function endHalfSignIn(act: Act, half: HalfSignInId): void {
  insert(act, 'half_sign_in_end', {
    id: nextId(act, 'half_sign_in_end'),
    half_sign_in_id: half,
    event_seq: act.seq,
  })
}
