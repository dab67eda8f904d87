/**
 * When a session was last seen. Requests are no events, so this stands in a table that nothing hashes; it is written
 * at most once a minute for each session.
 */
import type { SessionId } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Store, Writer } from '../store/store.ts'

/** What is known to within a minute costs a write a minute. */
const seenEveryMs = 60_000

const seenAt = prepare((p: { session: SessionId }) =>
  build.selectFrom('session_seen').select('seen_at').where('session_id', '=', p.session),
)
const see = prepare((p: { session: SessionId; at: number }) =>
  build
    .insertInto('session_seen')
    .values({ session_id: p.session, seen_at: p.at })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ seen_at: p.at })),
)

/** Writes that a session is seen. */
export function seen(writer: Pick<Writer, 'run'>, session: SessionId, at: number): void {
  const { sql, bind } = see.compiled()
  writer.run(sql, bind({ session, at }))
}

/** Notes that a session is seen, where a minute has passed since it last was. */
export function noteSeen(store: Store, session: SessionId, at: number): void {
  const last = first(store, seenAt, { session })?.seen_at
  if (last !== undefined && at - last < seenEveryMs) return
  try {
    store.transaction((): undefined => {
      seen(store, session, at)
    })
  } catch (error) {
    // Whoever reads goes on reading where the disk is full; their session then ends early.
    if (!(error instanceof Refusal)) throw error
  }
}
