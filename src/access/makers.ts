/**
 * What rests on whoever made it: an invitation opens only what its maker may still give, and the tokens of
 * somebody who is shut out end with them. Else whoever leaves would keep a way back in.
 */
import { principalOf, userBehind } from '../book/principals.ts'
import type { Act, Caller, Grant } from '../book/registry.ts'
import { inScope, type Scope, unitsBelow } from '../book/scope.ts'
import type { EventSeq, TokenId, UnitId, UserId } from '../kit/ids.ts'
import { build, first, insert, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { namesNotGiven } from './refusals.ts'

const ownedBy = prepare((p: { user: UserId }) =>
  build
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', 'e.grant_id', 'g.id')
    .leftJoin('user_end as u', 'u.user_id', 'g.user_id')
    .select(['g.role', 'g.unit_id'])
    .where('g.user_id', '=', p.user)
    .where('e.id', 'is', null)
    .where('u.id', 'is', null),
)
const tokenWithId = prepare((p: { id: TokenId }) =>
  build
    .selectFrom('token as t')
    .leftJoin('token_revocation as r', 'r.token_id', 't.id')
    .select(['t.role', 't.unit_id'])
    .where('t.id', '=', p.id)
    .where('r.token_id', 'is', null),
)
const actorOf = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('actor').where('seq', '=', p.seq),
)
const tokensInForce = prepare((p: { now: number }) =>
  build
    .selectFrom('token as t')
    .leftJoin('token_revocation as r', 'r.token_id', 't.id')
    .innerJoin('event as e', 'e.seq', 't.event_seq')
    .select(['t.id', 'e.actor'])
    .where('t.expires_at', '>', p.now)
    .where('r.token_id', 'is', null)
    .orderBy('t.id'),
)

/** What an owner reaches by some roles; null for who owns nothing. */
function ownedScope(reader: Reader, grants: readonly Pick<Grant, 'role' | 'unit'>[]): Scope | null {
  const owned = grants.filter(({ role }) => role === 'owner').map(({ unit }) => unit)
  if (owned.length === 0) return null
  if (owned.includes(null)) return 'all'
  return unitsBelow(reader, owned as UnitId[])
}

/** What an actor owns now, themselves; the host, who is neither user nor token, owns everything. */
function scopeNow(reader: Reader, actor: string): Scope | null {
  const [, kind, id] = /^(user|token):([1-9][0-9]*)$/.exec(actor) ?? []
  if (kind === undefined) return 'all'
  const held =
    kind === 'user'
      ? rows(reader, ownedBy, { user: Number(id) as UserId })
      : rows(reader, tokenWithId, { id: Number(id) as TokenId })
  return ownedScope(
    reader,
    held.map(({ role, unit_id }) => ({ role: role as Grant['role'], unit: unit_id })),
  )
}

/**
 * Whether whoever did what an event records owns all of some units still: null is the whole organisation. What a
 * token did rests on the token, until it is revoked, and on the user who made that.
 */
export function makerOwns(
  reader: Reader,
  seq: EventSeq,
  units: readonly (UnitId | null)[],
): boolean {
  const actor = first(reader, actorOf, { seq })?.actor ?? ''
  return [...new Set([actor, principalOf(reader, actor)])].every((one) => {
    const scope = scopeNow(reader, one)
    return scope !== null && units.every((unit) => inScope(scope, unit))
  })
}

/** Ends the tokens that a user made, also through other tokens: they act for that user. */
export function endTokensOf(act: Act, user: UserId): void {
  for (const { id, actor } of rows(act, tokensInForce, { now: act.at })) {
    if (userBehind(act, actor) !== user) continue
    insert(act, 'token_revocation', { token_id: id, event_seq: act.seq })
  }
}

/** Refuses `access.names_not_given` for whoever would give the right to read names without having it. */
export function requireMayGiveNames({ readsNames }: Caller, asked: boolean): void {
  if (asked && !readsNames) throw namesNotGiven({})
}
