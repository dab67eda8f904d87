/** Pledges of service, posts, who holds them, and time that was given, as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import type { Condition } from '../../book/paging.ts'
import type { Role, View } from '../../book/registry.ts'
import { inScope, type Scoped, scopeList } from '../../book/scope.ts'
import type {
  PartyId,
  PostHoldingId,
  ServicePledgeId,
  ServicePostId,
  ServiceTimeId,
} from '../../kit/ids.ts'
import { partyRef } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { holdingUnknown, pledgeUnknown, postUnknown, timeUnknown } from './refusals.ts'

export type Pledge = Row<'service_pledge'>
export type PledgeEnd = Row<'service_pledge_end'>
export type Post = Row<'service_post'>
export type Holding = Row<'post_holding'>
export type HoldingEnd = Row<'post_holding_end'>
export type ServiceTime = Row<'service_time'>
export type TimeCheck = Row<'service_time_check'>

/** Who keeps the register of service. */
export const serviceKeepers: readonly Role[] = ['owner', 'pairing_coordinator']

/** Who reads it. */
export const serviceReaders: readonly Role[] = [
  ...serviceKeepers,
  'fund_administrator',
  'approver',
  'auditor',
]

const pledgeBy = prepare((p: { id: ServicePledgeId }) =>
  build.selectFrom('service_pledge').selectAll().where('id', '=', p.id),
)
const pledgeEndBy = prepare((p: { id: ServicePledgeId }) =>
  build.selectFrom('service_pledge_end').selectAll().where('pledge_id', '=', p.id),
)
const postBy = prepare((p: { id: ServicePostId }) =>
  build.selectFrom('service_post').selectAll().where('id', '=', p.id),
)
const postByCode = prepare((p: { code: string }) =>
  build.selectFrom('service_post').selectAll().where('code', '=', p.code),
)
const postEndBy = prepare((p: { id: ServicePostId }) =>
  build.selectFrom('service_post_end').selectAll().where('post_id', '=', p.id),
)
const holdingBy = prepare((p: { id: PostHoldingId }) =>
  build.selectFrom('post_holding').selectAll().where('id', '=', p.id),
)
const holdingEndBy = prepare((p: { id: PostHoldingId }) =>
  build.selectFrom('post_holding_end').selectAll().where('holding_id', '=', p.id),
)
const holdingsBy = prepare((p: { post: ServicePostId }) =>
  build
    .selectFrom('post_holding as h')
    .leftJoin('post_holding_end as e', 'e.holding_id', 'h.id')
    .selectAll('h')
    .select(['e.to_on', 'e.text_detail_id', 'e.event_seq as ended_seq'])
    .where('h.post_id', '=', p.post)
    .orderBy('h.id'),
)
const timeBy = prepare((p: { id: ServiceTimeId }) =>
  build.selectFrom('service_time').selectAll().where('id', '=', p.id),
)
const checkBy = prepare((p: { id: ServiceTimeId }) =>
  build.selectFrom('service_time_check').selectAll().where('time_id', '=', p.id),
)

/** The pledge with a number, as far as this caller reaches. Refuses `service_pledge.unknown`. */
export function pledgeWithId(asker: Scoped, id: number): Pledge {
  const found = first(asker, pledgeBy, { id: id as ServicePledgeId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw pledgeUnknown({ pledge: id })
  return found
}

/** What came of a pledge, or undefined while that is open. */
export function endOfPledge(reader: Reader, id: ServicePledgeId): PledgeEnd | undefined {
  return first(reader, pledgeEndBy, { id })
}

/** The post with an id that stands in the book. */
export function postById(reader: Reader, id: ServicePostId): Post {
  const found = first(reader, postBy, { id })
  if (!found) throw postUnknown({ post: String(id) })
  return found
}

/** The post with a code, in whichever unit, or undefined. */
export function findPost(reader: Reader, code: string): Post | undefined {
  return first(reader, postByCode, { code })
}

/** The post with a code, as far as this caller reaches. Refuses `service_post.unknown`. */
export function postWithCode(asker: Scoped, code: string): Post {
  const found = findPost(asker, code)
  if (!found || !inScope(asker.scope, found.unit_id)) throw postUnknown({ post: code })
  return found
}

/** How a post was closed, or undefined while it is open. */
export function endOfPost(reader: Reader, id: ServicePostId): Row<'service_post_end'> | undefined {
  return first(reader, postEndBy, { id })
}

/** Who took a post and gave it back, oldest first; `to_on` is null for who holds it. */
export function holdingsOf(reader: Reader, post: ServicePostId) {
  return rows(reader, holdingsBy, { post })
}

/** Somebody’s holding of a post, as far as this caller reaches the post. Refuses `post_holding.unknown`. */
export function holdingWithId(asker: Scoped, id: number): Holding {
  const found = first(asker, holdingBy, { id: id as PostHoldingId })
  if (!found || !inScope(asker.scope, postById(asker, found.post_id).unit_id)) {
    throw holdingUnknown({ holding: id })
  }
  return found
}

/** How a holding ended, or undefined. */
export function endOfHolding(reader: Reader, id: PostHoldingId): HoldingEnd | undefined {
  return first(reader, holdingEndBy, { id })
}

/** Time that was given, by its number, as far as this caller reaches. Refuses `service_time.unknown`. */
export function timeWithId(asker: Scoped, id: number): ServiceTime {
  const found = first(asker, timeBy, { id: id as ServiceTimeId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw timeUnknown({ time: id })
  return found
}

/** What was found of it, or undefined while nobody checked it. */
export function checkOf(reader: Reader, id: ServiceTimeId): TimeCheck | undefined {
  return first(reader, checkBy, { id })
}

/** The part of a table `t` with a `unit_id` that a caller reaches; null for all of it. */
export function withinUnits({ scope }: Scoped): Condition | null {
  if (scope === 'all') return null
  return { sql: 't.unit_id in (select value from json_each(+?))', values: [scopeList(scope)] }
}

/** Who it is, as this caller may read it. */
export function partyTold(view: View, party: PartyId): { party: string; name: string } {
  return { party: partyRef(party), name: nameFor(view, view.caller, party) }
}
