/**
 * Who stands behind an act. A token acts for whoever made it, so that nobody approves with one hand what they
 * entered with the other.
 */
import type { TokenId } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

const makerOf = prepare((p: { token: TokenId }) =>
  build
    .selectFrom('token as t')
    .innerJoin('event as e', 'e.seq', 't.event_seq')
    .select('e.actor')
    .where('t.id', '=', p.token),
)

/** The actor behind an actor: of a token whoever made it, also through other tokens; else itself. */
export function principalOf(reader: Reader, actor: string): string {
  const token = /^token:([1-9][0-9]*)$/.exec(actor)?.[1]
  if (token === undefined) return actor
  const maker = first(reader, makerOf, { token: Number(token) as TokenId })
  // A token was made before it acted, so this comes to an end.
  return maker ? principalOf(reader, maker.actor) : actor
}

/** The number of the user behind an actor, or null where it is the host or nobody who signs in. */
export function userBehind(reader: Reader, actor: string): number | null {
  const user = /^user:([1-9][0-9]*)$/.exec(principalOf(reader, actor))?.[1]
  return user === undefined ? null : Number(user)
}
