/** Erasing a person: one asks, another confirms, and nothing brings them back. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { idField } from '../book/fields.ts'
import { principalOf } from '../book/principals.ts'
import { type Act, command, pageCommand, query } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { isSamePerson } from '../people/interests.ts'
import { keptInPlaceOf, mergesInto, togetherWith } from '../people/merges.ts'
import { partyById, partyRef, partyWithRef } from '../people/parties.ts'
import { requirePerson } from '../people/persons.ts'
import { requireNotErased } from '../people/sealed-commands.ts'
import { nameFor } from '../people/shown.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { erasePerson } from './erasing.ts'
import { holdKinds, holdsOf } from './holds.ts'
import {
  erasureAsked,
  erasureByAnother,
  erasureHeld,
  erasureMergedElsewhere,
  erasureMergedSince,
  erasureUnknown,
} from './refusals.ts'

/** Why somebody is erased (PIPL article 47): a word, so that nothing of them stands in it. */
export const erasureGrounds = [
  'asked_for',
  'consent_withdrawn',
  'time_over',
  'not_needed',
  'unlawful',
] as const satisfies readonly Row<'erasure_request'>['ground'][]

const requests = build
  .selectFrom('erasure_request as q')
  .leftJoin('erasure_request_end as e', 'e.request_id', 'q.id')
  .leftJoin('erasure as x', 'x.party_id', 'q.party_id')
  .selectAll('q')
  .select([
    'e.event_seq as ended_seq',
    'e.actor as ended_by',
    'x.event_seq as erased_seq',
    'x.request_id as erased_request',
    'x.actor as erased_by',
  ])

const openOf = prepare((p: { party: PartyId }) =>
  requests.where('q.party_id', '=', p.party).where('e.id', 'is', null).where('x.id', 'is', null),
)
const openWithId = prepare((p: { id: number }) =>
  requests.where('q.id', '=', p.id).where('e.id', 'is', null).where('x.id', 'is', null),
)
const newestOnes = prepare((p: { limit: number }) =>
  requests.orderBy('q.id', 'desc').limit(p.limit),
)
const unasked = prepare((p: { limit: number }) =>
  build
    .selectFrom('erasure')
    .selectAll()
    .where('request_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(p.limit),
)

type Asked = NonNullable<(typeof openWithId)['row']>

/** An open request. Refuses `erasure.unknown`. */
function requestWithId(reader: Reader, request: number): Asked {
  const found = first(reader, openWithId, { id: request })
  if (!found) throw erasureUnknown({ request })
  return found
}

function requireFree(act: Act, party: PartyId): void {
  const holds = holdsOf(act, togetherWith(act, party))
  if (holds.length > 0) throw erasureHeld({ party: partyRef(party), holds })
}

/** Refuses `erasure.merged_since`: who asked meant those alone who were one then. */
function requireAskedFor(act: Act, { id: request, party_id, event_seq }: Asked): void {
  const kept = keptInPlaceOf(act, party_id)
  if (kept !== party_id) {
    throw erasureMergedElsewhere({ party: partyRef(party_id), kept: partyRef(kept) })
  }
  const since = mergesInto(act, party_id).filter((merge) => merge.event_seq > event_seq)
  if (since.length === 0) return
  throw erasureMergedSince({ request, parties: since.map((merge) => partyRef(merge.merged_id)) })
}

const requestInput = z.strictObject({
  party: z.string().max(40),
  ground: z.enum(erasureGrounds),
})
const requestOut = z.object({ request: z.number(), party: z.string() })

export const request = command({
  name: 'erasures.request',
  summary: 'Asks that a person be erased; somebody else confirms it',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/parties/{party}/erasures' },
  input: requestInput,
  output: requestOut,
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    const ref = partyRef(party.id)
    requirePerson(party)
    requireNotErased(act, party)
    const kept = keptInPlaceOf(act, party.id)
    if (kept !== party.id) throw erasureMergedElsewhere({ party: ref, kept: partyRef(kept) })
    const open = first(act, openOf, { party: party.id })
    if (open) throw erasureAsked({ party: ref, request: open.id })
    requireFree(act, party.id)
    const id = nextId(act, 'erasure_request')
    insert(act, 'erasure_request', {
      id,
      party_id: party.id,
      actor: principalOf(act, act.caller.actor),
      ground: input.ground,
      event_seq: act.seq,
    })
    return { request: id, party: ref }
  },
})

const confirmOut = requestOut.extend({
  /** Texts that were erased. */
  texts: z.number(),
  /** Events beside which the name is written still, in texts about somebody else: at most twenty. */
  named_still: z.array(z.number()),
})

export const confirm = command({
  name: 'erasures.confirm',
  summary: 'Erases a person for whom somebody else asked it; nothing brings them back',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/erasures/{request}/confirmations' },
  input: z.strictObject({ request: idField }),
  output: confirmOut,
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const asked = requestWithId(act, input.request)
    const actor = principalOf(act, act.caller.actor)
    if (isSamePerson(act, actor, asked.actor, asked.event_seq)) {
      throw erasureByAnother({ request: asked.id })
    }
    requireAskedFor(act, asked)
    requireFree(act, asked.party_id)
    const parties = togetherWith(act, asked.party_id)
    const erased = erasePerson(act, parties, { request: asked.id, actor })
    return { request: asked.id, party: partyRef(asked.party_id), ...erased }
  },
})

export const withdraw = command({
  name: 'erasures.withdraw',
  summary: 'Ends a request for an erasure without one',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/erasures/{request}/withdrawals' },
  input: z.strictObject({ request: idField }),
  output: requestOut,
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const asked = requestWithId(act, input.request)
    insert(act, 'erasure_request_end', {
      id: nextId(act, 'erasure_request_end'),
      request_id: asked.id,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { request: asked.id, party: partyRef(asked.party_id) }
  },
})

/** What the host does when a backup has brought somebody back: it needs nobody, for it was decided before. */
export const repeat = pageCommand({
  name: 'erasures.repeat',
  summary: 'Erases again whoever a backup brought back',
  may: ['owner'],
  reach: 'organisation',
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({ party: z.string(), texts: z.number() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    requireNotErased(act, party)
    const { actor } = act.caller
    const { texts } = erasePerson(act, [party.id], { request: null, actor })
    return { party: partyRef(party.id), texts }
  },
})

/** As many as anybody looks through; older ones stand in the trail. */
const mostListed = 500

export const list = query({
  name: 'erasures.list',
  summary: 'Who asked that whom be erased and why, who confirmed it, what waits',
  may: ['owner', 'fund_administrator', 'auditor'],
  reach: 'organisation',
  route: { method: 'GET', path: '/erasures' },
  input: z.strictObject({ party: z.string().max(40).optional() }),
  output: z.object({
    erasures: z.array(
      z.object({
        /** Null where the host erased again whom a backup had brought back. */
        request: z.number().nullable(),
        party: z.string(),
        name: z.string(),
        ground: z.enum(erasureGrounds).nullable(),
        asked_by: z.string().nullable(),
        asked: z.number().nullable(),
        state: z.enum(['open', 'erased', 'withdrawn']),
        decided_by: z.string().nullable(),
        decided: z.number().nullable(),
        /** What stands in the way of an open one. */
        holds: z.array(z.object({ kind: z.enum(holdKinds), of: z.string() })),
      }),
    ),
  }),
  run: (view, asked) => {
    const one = asked.party === undefined ? null : partyWithRef(view, asked.party).id
    const named = (party: PartyId) => ({
      party: partyRef(party),
      name: nameFor(view, view.caller, partyById(view, party).id),
    })
    const requested = rows(view, newestOnes, { limit: mostListed }).map((row) => {
      const erased = row.erased_request === row.id
      const open = row.ended_seq === null && row.erased_seq === null
      return {
        request: row.id,
        ...named(row.party_id),
        ground: row.ground,
        asked_by: row.actor,
        asked: row.event_seq,
        state: erased ? ('erased' as const) : open ? ('open' as const) : ('withdrawn' as const),
        decided_by: erased ? row.erased_by : row.ended_by,
        decided: erased ? row.erased_seq : row.ended_seq,
        holds: open ? holdsOf(view, togetherWith(view, row.party_id)) : [],
      }
    })
    const again = rows(view, unasked, { limit: mostListed }).map((row) => ({
      request: null,
      ...named(row.party_id),
      ground: null,
      asked_by: null,
      asked: null,
      state: 'erased' as const,
      decided_by: row.actor,
      decided: row.event_seq,
      holds: [],
    }))
    const erasures = [...requested, ...again].filter(
      ({ party }) => one === null || party === partyRef(one),
    )
    return { erasures }
  },
})
