/** What happens to somebody who is helped and prompts a visit: a stay in hospital, a disaster, a death (六必访). */
import { z } from 'zod'
import { keepDetail, textFor } from '../../book/details.ts'
import { dayField, dayOut, idField, limitField, reasonField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { principalOf } from '../../book/principals.ts'
import { command, query, type View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { unitNear } from '../../hardship/files/writing.ts'
import { addDays } from '../../kit/day.ts'
import { helpedTogether } from '../../people/households.ts'
import { keptInPlaceOf, partiesWithRef } from '../../people/merges.ts'
import { partyById, partyWithRef } from '../../people/parties.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingKeepers, pairingReaders } from '../registers/roles.ts'
import { careEventById, careEventWithId, endOfCareEvent } from './care-event-rows.ts'
import { countsSql } from './last.ts'
import { hasComeSince } from './open-care-events.ts'
import { careEventDay, careEventEnded } from './refusals.ts'
import { type CareEvent, careEventRef } from './rows.ts'
import { unitsWithin } from './within.ts'

export const record = command({
  name: 'care_events.record',
  summary: 'Records what happened to somebody and prompts a visit: hospital, disaster, bereavement',
  may: [...pairingKeepers, 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/care-events' },
  input: z.strictObject({
    party: z.string().max(40),
    kind: z.enum(careEventKinds),
    /** Today unless said. */
    on: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({ care_event: z.number(), reference: z.string() }),
  subject: ({ care_event }) => `care_event/${care_event}`,
  run: (act, { party: ref, kind, note, on = act.today }) => {
    const party = partyById(act, keptInPlaceOf(act, partyWithRef(act, ref).id))
    const unit = unitNear(act, party)
    if (on > act.today) throw careEventDay({ day: on, today: act.today })
    const id = nextId(act, 'care_event')
    insert(act, 'care_event', {
      id,
      party_id: party.id,
      kind,
      on_day: on,
      note_detail_id: note === undefined ? null : keepDetail(act, 'care_event_note', note),
      unit_id: unit,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { care_event: id as number, reference: careEventRef(id) }
  },
})

export const withdraw = command({
  name: 'care_events.withdraw',
  summary: 'Takes back what prompts a visit: recorded by mistake, or no visit is wished',
  may: [...pairingKeepers, 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/care-events/{care_event}/withdrawal' },
  input: z.strictObject({ care_event: idField, reason: reasonField }),
  output: z.object({ care_event: z.number() }),
  subject: ({ care_event }) => `care_event/${care_event}`,
  run: (act, { care_event, reason }) => {
    const { id } = careEventWithId(act, care_event)
    if (endOfCareEvent(act, id)) throw careEventEnded({ care_event: careEventRef(id) })
    insert(act, 'care_event_end', {
      id: nextId(act, 'care_event_end'),
      care_event_id: id,
      reason_detail_id: keepDetail(act, 'care_event_reason', reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { care_event: id as number }
  },
})

export const careEventStates = ['open', 'visited', 'taken_back'] as const

const careEventOut = z.object({
  care_event: z.number(),
  reference: z.string(),
  party: personOut,
  kind: z.enum(careEventKinds),
  on: dayOut,
  note: z.string().nullable(),
  unit: unitOut.nullable(),
  /** Open until somebody came, or it was taken back. */
  state: z.enum(careEventStates),
  /** By when somebody is to come; null where the policy asks for no visit. */
  due_on: dayOut.nullable(),
  sequence: z.number(),
})

function stateOf(view: View, event: CareEvent): (typeof careEventStates)[number] {
  if (endOfCareEvent(view, event.id)) return 'taken_back'
  if (view.first(visitedSql, [event.id])) return 'visited'
  const household = helpedTogether(view, event.party_id, view.today)
  return hasComeSince(view, household, event.on_day) ? 'visited' : 'open'
}

const visitedSql = `select 1 as "found" from visit as v
  where v.care_event_id = +? and ${countsSql} limit 1`

/** What prompted visits, as answers tell it. */
export function careEventShown(view: View, event: CareEvent): z.output<typeof careEventOut> {
  const { events } = policyInForce(view, 'visiting', {
    unit: event.unit_id,
    on: view.today,
  }).body
  const within = events[event.kind]
  return {
    care_event: event.id,
    reference: careEventRef(event.id),
    party: personShown(view, event.party_id),
    kind: event.kind,
    on: event.on_day,
    note: textFor(view, event.note_detail_id),
    unit: unitShown(view, event.unit_id),
    state: stateOf(view, event),
    due_on: within === null ? null : addDays(event.on_day, within),
    sequence: event.event_seq,
  }
}

export const show = query({
  name: 'care_events.show',
  summary: 'Shows what happened to somebody and prompts a visit, and whether anybody came',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/care-events/{care_event}' },
  input: z.strictObject({ care_event: idField }),
  output: careEventOut,
  run: (view, { care_event }) => careEventShown(view, careEventWithId(view, care_event)),
})

const endedSql = 'exists (select 1 from care_event_end as x where x.care_event_id = t.id)'

export const list = query({
  name: 'care_events.list',
  summary: 'Lists what happened to people who are helped and prompts visits, newest first',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/care-events' },
  input: z.strictObject({
    /** Only of this person or body. */
    party: z.string().max(40).optional(),
    /** And of who lives with them today. */
    household: z.literal('true').optional(),
    kind: z.enum(careEventKinds).optional(),
    /** Those that stand, or those taken back; all without. */
    state: z.enum(['standing', 'taken_back']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ care_events: z.array(careEventOut), ...pageOut }),
  run: (view, input) => {
    const also: Condition[] = []
    if (input.party !== undefined) {
      const all = partiesWithRef(view, input.party)
      const meant = input.household ? helpedTogether(view, all[0]!, view.today) : all
      const parties = JSON.stringify(meant)
      also.push({ sql: 't.party_id in (select value from json_each(+?))', values: [parties] })
    }
    if (input.kind !== undefined) also.push({ sql: 't.kind = +?', values: [input.kind] })
    if (input.state !== undefined) {
      const sql = input.state === 'taken_back' ? endedSql : `not ${endedSql}`
      also.push({ sql, values: [] })
    }
    const listing = { table: 'care_event', key: 'on_day', descending: true, seek: [] } as const
    const { ids, next, previous } = pageOf(
      view,
      { ...listing, also, within: unitsWithin(view) },
      input,
    )
    return {
      care_events: ids.map((id) => careEventShown(view, careEventById(view, id))),
      next,
      previous,
    }
  },
})
