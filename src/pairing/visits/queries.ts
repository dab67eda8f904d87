/** Questions about visits: who was there when, what came of it, what is due. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayField, dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { mayDo } from '../../book/scope.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import type { VisitId } from '../../kit/ids.ts'
import { partiesWithRef } from '../../people/merges.ts'
import { pairWithId } from '../pairs/rows.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperWithId } from '../registers/rows.ts'
import { careEventById } from './care-event-rows.ts'
import { confirm } from './confirming.ts'
import { followUpOut, followUpShown } from './follow-ups.ts'
import {
  companionsOf,
  confirmationOfVisit,
  endOfVisit,
  followUpsOf,
  visitById,
  visitKinds,
  visitWithId,
} from './rows.ts'
import { givenShown, helpOut, visitOut, visitShown, wishesShown, wishOut } from './shown.ts'
import { hadAHandInVisit } from './who-went.ts'
import { unitsWithin } from './within.ts'

export const visitStates = ['standing', 'to_confirm', 'confirmed', 'red', 'taken_back'] as const
export type VisitState = (typeof visitStates)[number]

const endedSql = 'exists (select 1 from visit_end as e where e.visit_id = t.id)'
const saidSql = (agreed: string) =>
  `exists (select 1 from visit_confirmation as c where c.visit_id = t.id${agreed})`

const stateSql: Readonly<Record<VisitState, string>> = {
  standing: `not ${endedSql}`,
  to_confirm: `not ${endedSql} and not ${saidSql('')} and t.met <> 'nobody'`,
  confirmed: `not ${endedSql} and ${saidSql(' and c.agreed = 1')}`,
  red: `not ${endedSql} and ${saidSql(' and c.agreed = 0')}`,
  taken_back: endedSql,
}

const listInput = z.strictObject({
  state: z.enum(visitStates).optional(),
  kind: z.enum(visitKinds).optional(),
  pair: idField.optional(),
  /** To whom. */
  party: z.string().max(40).optional(),
  /** Which helper went. */
  helper: idField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  cursor: pageCursorField,
  limit: limitField,
})

function conditionsOf(view: View, asked: z.output<typeof listInput>): Condition[] {
  const found: Condition[] = []
  const where = (sql: string, ...values: Condition['values']) => found.push({ sql, values })
  const { state, kind, pair, party, helper, from, to } = asked
  if (state !== undefined) where(stateSql[state])
  if (kind !== undefined) where('t.kind = +?', kind)
  if (pair !== undefined) where('t.pair_id = +?', pairWithId(view, pair).id)
  if (helper !== undefined) where('t.helper_id = +?', helperWithId(view, helper).id)
  if (party !== undefined) {
    const parties = JSON.stringify(partiesWithRef(view, party))
    where('t.party_id in (select value from json_each(+?))', parties)
  }
  if (from !== undefined) where('t.visited_on >= +?', from)
  if (to !== undefined) where('t.visited_on <= +?', to)
  return found
}

export const list = query({
  name: 'visits.list',
  summary: 'Lists visits and calls, newest first, by pair, person, helper, kind, days, state',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/visits' },
  input: listInput,
  output: z.object({ visits: z.array(visitOut), ...pageOut }),
  run: (view, asked) => {
    const listing = { table: 'visit', key: 'visited_on', descending: true, seek: [] } as const
    const also = conditionsOf(view, asked)
    const { ids, next, previous } = pageOf(
      view,
      { ...listing, also, within: unitsWithin(view) },
      asked,
    )
    const visits = ids.map((id) => visitShown(view, visitById(view, id as VisitId)))
    return { visits, next, previous }
  },
})

export const show = query({
  name: 'visits.show',
  summary: 'Shows a visit: who went, what was found, wanted and given, what is to be done',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/visits/{visit}' },
  input: z.strictObject({ visit: idField }),
  output: visitOut.extend({
    companions: z.array(personOut),
    wanted: z.array(wishOut),
    given: z.array(helpOut),
    follow_ups: z.array(followUpOut),
    /** What prompted it. */
    care_event: z
      .object({ care_event: z.number(), kind: z.enum(visitKinds), on: dayOut })
      .nullable(),
    /** What the household added when it was asked. */
    said: z.string().nullable(),
    /** Why it was taken back. */
    taken_back_reason: z.string().nullable(),
    /** Whether this reader may say what the household says of it; not who went or recorded it. */
    may_confirm: z.boolean(),
  }),
  run: (view, input) => {
    const visit = visitWithId(view, input.visit)
    const { id, care_event_id } = visit
    const end = endOfVisit(view, id)
    const said = confirmationOfVisit(view, id)
    const event = care_event_id === null ? null : careEventById(view, care_event_id)
    const open = !end && !said && mayDo(view.caller, confirm)
    return {
      ...visitShown(view, visit),
      companions: companionsOf(view, id).map((party) => personShown(view, party)),
      wanted: wishesShown(view, visit),
      given: givenShown(view, visit),
      follow_ups: followUpsOf(view, id).map((one) => followUpShown(view, one)),
      care_event: event && { care_event: event.id, kind: event.kind, on: event.on_day },
      said: textFor(view, said?.note_detail_id ?? null),
      taken_back_reason: textFor(view, end?.reason_detail_id ?? null),
      may_confirm: open && !hadAHandInVisit(view, visit),
    }
  },
})
