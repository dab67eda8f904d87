/** Questions about pledges of service. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyWithRef } from '../../people/parties.ts'
import { unitById, unitWithCode } from '../../people/units.ts'
import { pledgeOutcomes } from './pledges.ts'
import { endOfPledge, partyTold, pledgeWithId, serviceReaders, withinUnits } from './rows.ts'

export const unitOut = z.object({ unit: z.string(), name: z.string() }).nullable()

const pledgeOut = z.object({
  pledge: z.number(),
  party: z.string(),
  name: z.string(),
  /** The sentence; masked for who reads no names. */
  text: z.string().nullable(),
  /** The time that it is to come to, in minutes. */
  minutes: z.number().nullable(),
  /** Minutes that were given to it so far; what was found not to be right is left out. */
  given: z.number(),
  from_on: dayOut,
  due_on: dayOut,
  /** Whether its day is past and nobody wrote down what came of it. */
  overdue: z.boolean(),
  unit: unitOut,
  outcome: z.enum(pledgeOutcomes).nullable(),
  /** What came of it. */
  came_of_it: z.string().nullable(),
  ended_on: dayOut.nullable(),
  sequence: z.number(),
  ended_sequence: z.number().nullable(),
})
type Told = z.output<typeof pledgeOut>

const givenSql = `select coalesce(sum(t.minutes), 0) as "minutes" from service_time as t
  left join service_time_check as c on c.time_id = t.id
  where t.party_id = +? and t.pledge_id = +? and coalesce(c.agreed, 1) = 1`

/** A unit as answers name it. */
export function unitTold(view: View, id: Parameters<typeof unitById>[1] | null) {
  if (id === null) return null
  const { code, name } = unitById(view, id)
  return { unit: code, name }
}

function told(view: View, id: number): Told {
  const pledge = pledgeWithId({ ...view, scope: 'all' }, id)
  const end = endOfPledge(view, pledge.id)
  return {
    pledge: pledge.id,
    ...partyTold(view, pledge.party_id),
    text: textFor(view, pledge.text_detail_id),
    minutes: pledge.minutes,
    given: view.first(givenSql, [pledge.party_id, pledge.id])!.minutes as number,
    from_on: pledge.from_on,
    due_on: pledge.due_on,
    overdue: !end && pledge.due_on < view.today,
    unit: unitTold(view, pledge.unit_id),
    outcome: end?.outcome ?? null,
    came_of_it: textFor(view, end?.text_detail_id ?? null),
    ended_on: end?.on_day ?? null,
    sequence: pledge.event_seq,
    ended_sequence: end?.event_seq ?? null,
  }
}

const ended = 'exists (select 1 from service_pledge_end as e where e.pledge_id = t.id)'

/** Conditions that lists of service share: whose it is, and of which unit. */
export function giftFilters(
  view: View,
  { party, unit }: { readonly party?: string | undefined; readonly unit?: string | undefined },
): { readonly seek: Condition[]; readonly also: Condition[] } {
  const ids = party === undefined ? null : togetherWith(view, partyWithRef(view, party).id)
  return {
    seek: ids
      ? [{ sql: 't.party_id in (select value from json_each(+?))', values: [JSON.stringify(ids)] }]
      : [],
    also:
      unit === undefined
        ? []
        : [{ sql: 't.unit_id = +?', values: [unitWithCode(view, unit).id as number] }],
  }
}

export const list = query({
  name: 'service_pledges.list',
  summary: 'Pledges of service and what came of them, newest first',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-pledges' },
  input: z.strictObject({
    party: z.string().max(40).optional(),
    unit: codeField.optional(),
    /** `overdue`: to be kept before today, and nobody wrote down what came of it. */
    state: z.enum(['open', 'overdue', 'ended']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ pledges: z.array(pledgeOut), ...pageOut }),
  run: (view, input) => {
    const { seek, also } = giftFilters(view, input)
    const { state } = input
    if (state !== undefined)
      also.push({ sql: state === 'ended' ? ended : `not ${ended}`, values: [] })
    if (state === 'overdue') also.push({ sql: 't.due_on < +?', values: [view.today] })
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'service_pledge',
        key: null,
        descending: true,
        seek,
        also,
        within: withinUnits(view),
      },
      input,
    )
    return { pledges: ids.map((id) => told(view, id)), next, previous }
  },
})

export const show = query({
  name: 'service_pledges.show',
  summary: 'One pledge of service, and what came of it',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-pledges/{pledge}' },
  input: z.strictObject({ pledge: idField }),
  output: pledgeOut,
  run: (view, input) => told(view, pledgeWithId(view, input.pledge).id),
})
