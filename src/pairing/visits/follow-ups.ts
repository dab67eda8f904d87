/** What is to be done by a day: adding it, finishing it, listing what is open. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayField, dayOut, idField, limitField, reasonField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { command, query, type View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import type { FollowUpId } from '../../kit/ids.ts'
import { partiesWithRef } from '../../people/merges.ts'
import { pairRef, pairWithId } from '../pairs/rows.ts'
import { pairingKeepers, pairingReaders } from '../registers/roles.ts'
import { followers } from './fields.ts'
import {
  endOfFollowUp,
  finishFollowUp,
  followUpById,
  followUpWithId,
  requireFollowUpDay,
  writeFollowUp,
} from './following.ts'
import { type FollowUp, followUpRef, visitRef } from './rows.ts'
import { visitMeant } from './who-went.ts'
import { unitsWithin } from './within.ts'

export const add = command({
  name: 'follow_ups.add',
  summary: 'Adds something that is to be done by a day for somebody who is helped',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/follow-ups' },
  input: z.strictObject({
    /** Of which pair; or else for which person or body. */
    pair: idField.optional(),
    party: z.string().max(40).optional(),
    text: reasonField,
    due_on: dayField,
    for_whom: z.enum(followers).default('coordinator'),
  }),
  output: z.object({ follow_up: z.number(), reference: z.string() }),
  subject: ({ follow_up }) => `follow_up/${follow_up}`,
  run: (act, { pair, party, ...given }) => {
    const of = visitMeant(act, { pair, party })
    requireFollowUpDay(given.due_on, act.today)
    const id = writeFollowUp(act, { ...of, pair: of.pair?.id ?? null, visit: null }, given)
    return { follow_up: id as number, reference: followUpRef(id) }
  },
})

export const finish = command({
  name: 'follow_ups.finish',
  summary: 'Finishes something that was to be done: done, or dropped with the reason',
  may: [...pairingKeepers, 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/follow-ups/{follow_up}/end' },
  input: z
    .strictObject({
      follow_up: idField,
      outcome: z.enum(['done', 'dropped']),
      note: reasonField.optional(),
    })
    .refine(({ outcome, note }) => outcome === 'done' || note !== undefined, {
      path: ['note'],
      message: 'say why it is dropped',
    }),
  output: z.object({ follow_up: z.number() }),
  subject: ({ follow_up }) => `follow_up/${follow_up}`,
  run: (act, { follow_up, ...given }) => {
    const found = followUpWithId(act, follow_up)
    finishFollowUp(act, found, given)
    return { follow_up: found.id as number }
  },
})

export const followUpOut = z.object({
  follow_up: z.number(),
  reference: z.string(),
  party: personOut,
  pair: z.object({ pair: z.number(), reference: z.string() }).nullable(),
  visit: z.object({ visit: z.number(), reference: z.string() }).nullable(),
  for_whom: z.enum(followers),
  due_on: dayOut,
  text: z.string().nullable(),
  unit: unitOut.nullable(),
  /** Null while it is open. */
  outcome: z.enum(['done', 'dropped']).nullable(),
  ended_on: dayOut.nullable(),
  note: z.string().nullable(),
  /** It is open, and its day is over. */
  late: z.boolean(),
  sequence: z.number(),
})

/** A follow-up as answers tell it. */
export function followUpShown(view: View, one: FollowUp): z.output<typeof followUpOut> {
  const end = endOfFollowUp(view, one.id)
  const { pair_id, visit_id } = one
  return {
    follow_up: one.id,
    reference: followUpRef(one.id),
    party: personShown(view, one.party_id),
    pair: pair_id === null ? null : { pair: pair_id, reference: pairRef(pair_id) },
    visit: visit_id === null ? null : { visit: visit_id, reference: visitRef(visit_id) },
    for_whom: one.for_whom,
    due_on: one.due_on,
    text: textFor(view, one.text_detail_id),
    unit: unitShown(view, one.unit_id),
    outcome: end?.outcome ?? null,
    ended_on: end?.on_day ?? null,
    note: textFor(view, end?.note_detail_id ?? null),
    late: end === undefined && one.due_on < view.today,
    sequence: one.event_seq,
  }
}

export const show = query({
  name: 'follow_ups.show',
  summary: 'Shows one thing that is to be done: for whom, by when, what came of it',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/follow-ups/{follow_up}' },
  input: z.strictObject({ follow_up: idField }),
  output: followUpOut,
  run: (view, { follow_up }) => followUpShown(view, followUpWithId(view, follow_up)),
})

const endedSql = 'exists (select 1 from follow_up_end as e where e.follow_up_id = t.id)'

export const list = query({
  name: 'follow_ups.list',
  summary: 'Lists what is to be done for those who are helped, the longest due first',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/follow-ups' },
  input: z.strictObject({
    state: z.enum(['open', 'ended']).optional(),
    for_whom: z.enum(followers).optional(),
    pair: idField.optional(),
    party: z.string().max(40).optional(),
    /** Due up to this day. */
    until: dayField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ follow_ups: z.array(followUpOut), ...pageOut }),
  run: (view, input) => {
    const { state, for_whom, pair, party, until } = input
    const also: Condition[] = []
    const where = (sql: string, ...values: Condition['values']) => also.push({ sql, values })
    if (state !== undefined) where(state === 'open' ? `not ${endedSql}` : endedSql)
    if (for_whom !== undefined) where('t.for_whom = +?', for_whom)
    if (pair !== undefined) where('t.pair_id = +?', pairWithId(view, pair).id)
    if (party !== undefined) {
      const parties = JSON.stringify(partiesWithRef(view, party))
      where('t.party_id in (select value from json_each(+?))', parties)
    }
    if (until !== undefined) where('t.due_on <= +?', until)
    const listing = { table: 'follow_up', key: 'due_on', descending: false, seek: [] } as const
    const { ids, next, previous } = pageOf(
      view,
      { ...listing, also, within: unitsWithin(view) },
      input,
    )
    const follow_ups = ids.map((id) => followUpShown(view, followUpById(view, id as FollowUpId)))
    return { follow_ups, next, previous }
  },
})
