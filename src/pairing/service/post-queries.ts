/** Questions about posts of service and who holds them. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import type { ServicePostId } from '../../kit/ids.ts'
import { unitWithCode } from '../../people/units.ts'
import { giftFilters, unitOut, unitTold } from './pledge-queries.ts'
import {
  endOfHolding,
  endOfPost,
  holdingsOf,
  holdingWithId,
  type Post,
  partyTold,
  postById,
  postWithCode,
  serviceReaders,
  withinUnits,
} from './rows.ts'

const postOut = z.object({
  post: z.string(),
  name: z.string(),
  wanted: z.number(),
  /** How many hold it. */
  held: z.number(),
  open: z.boolean(),
  /** Minutes that were given to it; what was found not to be right is left out. */
  minutes: z.number(),
  unit: unitOut,
  sequence: z.number(),
})

const holdingOut = z.object({
  holding: z.number(),
  post: z.string(),
  post_name: z.string(),
  party: z.string(),
  name: z.string(),
  from_on: dayOut,
  /** Null for who holds it. */
  to_on: dayOut.nullable(),
  /** What came of it. */
  came_of_it: z.string().nullable(),
  sequence: z.number(),
})

function holdingTold(view: View, id: number): z.output<typeof holdingOut> {
  const holding = holdingWithId({ ...view, scope: 'all' }, id)
  const { code, name: post_name } = postById(view, holding.post_id)
  const end = endOfHolding(view, holding.id)
  return {
    holding: holding.id,
    post: code,
    post_name,
    ...partyTold(view, holding.party_id),
    from_on: holding.from_on,
    to_on: end?.to_on ?? null,
    came_of_it: textFor(view, end?.text_detail_id ?? null),
    sequence: holding.event_seq,
  }
}

const minutesSql = `select coalesce(sum(t.minutes), 0) as "minutes"
  from post_holding as h join service_time as t on t.party_id = h.party_id and t.holding_id = h.id
  left join service_time_check as c on c.time_id = t.id
  where h.post_id = +? and coalesce(c.agreed, 1) = 1`

function told(view: View, post: Post): z.output<typeof postOut> {
  const held = holdingsOf(view, post.id).filter(({ to_on }) => to_on === null).length
  return {
    post: post.code,
    name: post.name,
    wanted: post.wanted,
    held,
    open: !endOfPost(view, post.id),
    minutes: view.first(minutesSql, [post.id])!.minutes as number,
    unit: unitTold(view, post.unit_id),
    sequence: post.event_seq,
  }
}

const closed = 'exists (select 1 from service_post_end as e where e.post_id = t.id)'
const heldNow = `(select count(*) from post_holding as h
  left join post_holding_end as e on e.holding_id = h.id where h.post_id = t.id and e.id is null)`

export const list = query({
  name: 'service_posts.list',
  summary: 'Posts of service: for how many they are, and how many hold them',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-posts' },
  input: z.strictObject({
    unit: codeField.optional(),
    /** `vacant`: open, and held by fewer than it is for. */
    state: z.enum(['open', 'vacant', 'closed']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ posts: z.array(postOut), ...pageOut }),
  run: (view, input) => {
    const { state, unit } = input
    const also = [
      ...(state === undefined
        ? []
        : [{ sql: state === 'closed' ? closed : `not ${closed}`, values: [] }]),
      ...(state === 'vacant' ? [{ sql: `${heldNow} < t.wanted`, values: [] }] : []),
      ...(unit === undefined
        ? []
        : [{ sql: 't.unit_id = +?', values: [unitWithCode(view, unit).id as number] }]),
    ]
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'service_post',
        key: null,
        descending: true,
        seek: [],
        also,
        within: withinUnits(view),
      },
      input,
    )
    const posts = ids.map((id) => told(view, postById(view, id as ServicePostId)))
    return { posts, next, previous }
  },
})

export const show = query({
  name: 'service_posts.show',
  summary: 'One post of service, and all who held it, newest first',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-posts/{post}' },
  input: z.strictObject({ post: codeField }),
  output: postOut.extend({
    reason: z.string().nullable(),
    closed_sequence: z.number().nullable(),
    holdings: z.array(holdingOut),
  }),
  run: (view, input) => {
    const post = postWithCode(view, input.post)
    const end = endOfPost(view, post.id)
    return {
      ...told(view, post),
      reason: textFor(view, end?.reason_detail_id ?? null),
      closed_sequence: end?.event_seq ?? null,
      holdings: holdingsOf(view, post.id)
        .toReversed()
        .map(({ id }) => holdingTold(view, id)),
    }
  },
})

const given = 'exists (select 1 from post_holding_end as e where e.holding_id = t.id)'
const postUnit = '(select p.unit_id from service_post as p where p.id = t.post_id)'

export const holdings = query({
  name: 'post_holdings.list',
  summary: 'Who took which post of service from when to when, and what came of it; newest first',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/post-holdings' },
  input: z.strictObject({
    party: z.string().max(40).optional(),
    /** One by its number. */
    holding: idField.optional(),
    state: z.enum(['held', 'given_back']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ holdings: z.array(holdingOut), ...pageOut }),
  run: (view, input) => {
    const { party, state } = input
    const { seek } = giftFilters(view, { party })
    const reached = withinUnits(view)
    const one = input.holding === undefined ? null : holdingWithId(view, input.holding).id
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'post_holding',
        key: null,
        descending: true,
        seek: [...seek, ...(one === null ? [] : [{ sql: 't.id = +?', values: [one] }])],
        also:
          state === undefined
            ? []
            : [{ sql: state === 'held' ? `not ${given}` : given, values: [] }],
        within: reached && {
          sql: reached.sql.replace('t.unit_id', postUnit),
          values: reached.values,
        },
      },
      input,
    )
    return { holdings: ids.map((id) => holdingTold(view, id)), next, previous }
  },
})
