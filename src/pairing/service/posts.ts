/** Posts of service to be taken, such as the keeper of a reading room, and who holds them (handbook B, 认领岗位). */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { command } from '../../book/registry.ts'
import { dayInFuture } from '../../ledger/refusals.ts'
import { partyRef } from '../../people/parties.ts'
import { unitMeant } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { giverWithRef } from './giving.ts'
import {
  holdingDays,
  holdingEnded,
  holdingTwice,
  postClosed,
  postFull,
  postHeld,
  postTaken,
} from './refusals.ts'
import {
  endOfHolding,
  endOfPost,
  findPost,
  holdingsOf,
  holdingWithId,
  postById,
  postWithCode,
  serviceKeepers,
} from './rows.ts'

const postOut = z.object({ post: z.string() })

export const open = command({
  name: 'service_posts.open',
  summary: 'Opens a post of service that people take: what it is, and for how many',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-posts' },
  input: z.strictObject({
    post: codeField,
    /** What it is called; it names nobody. */
    name: nameField,
    /** For how many at once. */
    wanted: z.number().int().min(1).max(1_000).default(1),
    /** The whole organisation’s unless said, or that of the caller’s reach. */
    unit: codeField.optional(),
  }),
  output: postOut,
  subject: ({ post }) => `service_post/${post}`,
  run: (act, { post, name, wanted, unit: code }) => {
    const unit = unitMeant(act, code)
    if (findPost(act, post)) throw postTaken({ post })
    insert(act, 'service_post', {
      id: nextId(act, 'service_post'),
      code: post,
      name,
      wanted,
      unit_id: unit?.id ?? null,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { post }
  },
})

export const close = command({
  name: 'service_posts.close',
  summary: 'Closes a post of service that nobody holds any more',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-posts/{post}/end' },
  input: z.strictObject({ post: codeField, reason: reasonField.optional() }),
  output: postOut,
  subject: ({ post }) => `service_post/${post}`,
  run: (act, { post: code, reason }) => {
    const post = postWithCode(act, code)
    if (endOfPost(act, post.id)) throw postClosed({ post: code })
    const held = holdingsOf(act, post.id).filter(({ to_on }) => to_on === null)
    if (held.length > 0) {
      throw postHeld({ post: code, parties: held.map(({ party_id }) => partyRef(party_id)) })
    }
    insert(act, 'service_post_end', {
      id: nextId(act, 'service_post_end'),
      post_id: post.id,
      reason_detail_id: reason === undefined ? null : keepDetail(act, 'service_reason', reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { post: code }
  },
})

const holdingOut = z.object({ holding: z.number(), post: z.string(), party: z.string() })

export const take = command({
  name: 'post_holdings.take',
  summary: 'Records that somebody takes a post of service from a day on',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-posts/{post}/holdings' },
  input: z.strictObject({
    post: codeField,
    party: z
      .string()
      .max(40)
      .meta({ examples: ['P-000001'] }),
    /** Today unless said. */
    from_on: dayField.optional(),
  }),
  output: holdingOut,
  subject: ({ holding }) => `post_holding/${holding}`,
  run: (act, input) => {
    const post = postWithCode(act, input.post)
    const from_on = input.from_on ?? act.today
    // One that were taken from next year on could not be given back before, nor the post closed.
    if (from_on > act.today) throw dayInFuture({ day: from_on, today: act.today })
    const party = giverWithRef(act, input.party, from_on)
    if (endOfPost(act, post.id)) throw postClosed({ post: post.code })
    const held = holdingsOf(act, post.id).filter(({ to_on }) => to_on === null)
    if (held.some(({ party_id }) => party_id === party.id)) {
      throw holdingTwice({ post: post.code, party: partyRef(party.id) })
    }
    if (held.length >= post.wanted) throw postFull({ post: post.code, wanted: post.wanted })
    const id = nextId(act, 'post_holding')
    insert(act, 'post_holding', {
      id,
      post_id: post.id,
      party_id: party.id,
      from_on,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { holding: id as number, post: post.code, party: partyRef(party.id) }
  },
})

export const giveBack = command({
  name: 'post_holdings.give_back',
  summary: 'Records that somebody gives a post of service back, and what came of it',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/post-holdings/{holding}/end' },
  input: z.strictObject({
    holding: idField,
    /** The last day; today unless said. */
    to_on: dayField.optional(),
    /** What came of it. */
    text: reasonField.optional(),
  }),
  output: holdingOut,
  subject: ({ holding }) => `post_holding/${holding}`,
  run: (act, input) => {
    const holding = holdingWithId(act, input.holding)
    const to_on = input.to_on ?? act.today
    const ended = endOfHolding(act, holding.id)
    if (ended) throw holdingEnded({ holding: holding.id, to: ended.to_on })
    if (to_on > act.today) throw dayInFuture({ day: to_on, today: act.today })
    if (to_on < holding.from_on) throw holdingDays({ from: holding.from_on, to: to_on })
    insert(act, 'post_holding_end', {
      id: nextId(act, 'post_holding_end'),
      holding_id: holding.id,
      to_on,
      text_detail_id:
        input.text === undefined ? null : keepDetail(act, 'service_outcome', input.text),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const post = postById(act, holding.post_id).code
    return { holding: holding.id as number, post, party: partyRef(holding.party_id) }
  },
})
