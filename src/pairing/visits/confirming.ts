/** Whether the household says too that a visit was so (handbook B): never by who went, nor by who recorded it. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingReaders } from '../registers/roles.ts'
import { visitConfirmed, visitDay, visitOwnHand, visitTakenBack } from './refusals.ts'
import {
  type AskedWay,
  confirmationOfVisit,
  endOfVisit,
  type Visit,
  visitRef,
  visitWithId,
} from './rows.ts'
import { hadAHandInVisit } from './who-went.ts'

/** What the household said of a visit. */
export interface Confirmation {
  readonly how: AskedWay
  readonly agreed: boolean
  /** Today unless said. */
  readonly on?: Day | undefined
  readonly note?: string | undefined
}

/**
 * Records what the household said of a visit, once. Refuses `visit.taken_back`, `visit.confirmed`, `visit.day` for a day
 * before the visit or to come, and `visit.own_hand`.
 */
export function confirmVisit(act: Act, visit: Visit, given: Confirmation): void {
  const { today } = act
  const on = given.on ?? today
  if (endOfVisit(act, visit.id)) throw visitTakenBack({ visit: visitRef(visit.id) })
  if (confirmationOfVisit(act, visit.id)) throw visitConfirmed({ visit: visitRef(visit.id) })
  if (on < visit.visited_on || on > today) throw visitDay({ day: on, today })
  if (hadAHandInVisit(act, visit)) throw visitOwnHand({ visit: visitRef(visit.id) })
  const { note } = given
  insert(act, 'visit_confirmation', {
    id: nextId(act, 'visit_confirmation'),
    visit_id: visit.id,
    how: given.how,
    agreed: given.agreed ? 1 : 0,
    on_day: on,
    note_detail_id: note === undefined ? null : keepDetail(act, 'visit_note', note),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}

export const confirm = command({
  name: 'visits.confirm',
  summary: 'Records whether the household says too that a visit was so; never by who went',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'POST', path: '/visits/{visit}/confirmation' },
  input: z.strictObject({
    visit: idField,
    /** By phone, or by what they signed; on their own page they say it themselves. */
    how: z.enum(['call', 'paper']),
    agreed: z.boolean(),
    on: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({
    visit: z.number(),
    /** The household says that it was not so: this waits to be looked into. */
    red: z.boolean(),
  }),
  subject: (output) => `visit/${output.visit}`,
  run: (act, { visit: id, ...given }) => {
    const visit = visitWithId(act, id)
    confirmVisit(act, visit, given)
    return { visit: visit.id as number, red: !given.agreed }
  },
})
