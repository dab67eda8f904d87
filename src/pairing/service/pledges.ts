/** One-sentence pledges of service, and what came of them (handbook B). */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { dayInFuture } from '../../ledger/refusals.ts'
import { interestsOf } from '../../people/interests.ts'
import { partyRef } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { giverWithRef, unitOfGift } from './giving.ts'
import { pledgeDays, pledgeEnded, pledgeOwn } from './refusals.ts'
import { endOfPledge, type Pledge, pledgeWithId, serviceKeepers } from './rows.ts'

/** More than anybody has in a year. */
const mostMinutes = 366 * 24 * 60

export const record = command({
  name: 'service_pledges.record',
  summary: 'Records what somebody promises to do, in one sentence, and by when',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-pledges' },
  input: z.strictObject({
    party: z
      .string()
      .max(40)
      .meta({ examples: ['P-000001'] }),
    /** The sentence. */
    text: nameField,
    /** How much time it is to come to; not said for what is not counted in time. */
    minutes: z.number().int().min(1).max(mostMinutes).optional(),
    /** Today unless said. */
    from_on: dayField.optional(),
    due_on: dayField,
    /** The giver’s unit unless said. */
    unit: codeField.optional(),
  }),
  output: z.object({ pledge: z.number(), party: z.string() }),
  subject: ({ pledge }) => `service_pledge/${pledge}`,
  run: (act, input) => {
    const from = input.from_on ?? act.today
    const party = giverWithRef(act, input.party, from)
    const unit = unitOfGift(act, party, input.unit)
    if (input.due_on < from) throw pledgeDays({ from, due: input.due_on })
    const id = nextId(act, 'service_pledge')
    insert(act, 'service_pledge', {
      id,
      party_id: party.id,
      text_detail_id: keepDetail(act, 'service_pledge', input.text),
      minutes: input.minutes ?? null,
      from_on: from,
      due_on: input.due_on,
      unit_id: unit,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { pledge: id as number, party: partyRef(party.id) }
  },
})

export const pledgeOutcomes = ['kept', 'partly', 'not_kept', 'withdrawn'] as const

export const end = command({
  name: 'service_pledges.end',
  summary: 'Writes down what came of a pledge of service; never by who made it, unless withdrawn',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-pledges/{pledge}/end' },
  input: z.strictObject({
    pledge: idField,
    outcome: z.enum(pledgeOutcomes),
    /** What came of it. */
    text: reasonField,
    /** Today unless said. */
    on: dayField.optional(),
  }),
  output: z.object({ pledge: z.number(), outcome: z.enum(pledgeOutcomes) }),
  subject: ({ pledge }) => `service_pledge/${pledge}`,
  run: (act, input) => {
    const pledge = pledgeWithId(act, input.pledge)
    const on = input.on ?? act.today
    const ended = endOfPledge(act, pledge.id)
    if (ended) throw pledgeEnded({ pledge: pledge.id, outcome: ended.outcome })
    if (on > act.today) throw dayInFuture({ day: on, today: act.today })
    if (on < pledge.from_on) throw pledgeDays({ from: pledge.from_on, due: on })
    if (input.outcome !== 'withdrawn' && isOwn(act, pledge)) {
      throw pledgeOwn({ pledge: pledge.id })
    }
    insert(act, 'service_pledge_end', {
      id: nextId(act, 'service_pledge_end'),
      pledge_id: pledge.id,
      outcome: input.outcome,
      on_day: on,
      text_detail_id: keepDetail(act, 'service_outcome', input.text),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { pledge: pledge.id as number, outcome: input.outcome }
  },
})

/** Whether who acts is the one who made a pledge, now or since it was made. */
function isOwn(act: Act, { party_id, event_seq }: Pledge): boolean {
  const times = { days: [act.today], since: event_seq }
  const found = interestsOf(act, act.caller.actor, [party_id], times)
  return found.some(({ kind }) => kind === 'oneself')
}
