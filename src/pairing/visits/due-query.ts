/** The question of who is to be visited by when. */
import { z } from 'zod'
import { dayField, dayOut, idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { pairRef, pairWithId } from '../pairs/rows.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById, helperRef, helperWithId } from '../registers/rows.ts'
import { type Due, dueOf, dueReasons } from './due.ts'
import { namedOut } from './shown.ts'

/** Nobody reads further down a page; the counts are of all. */
const mostShown = 500

const dueOut = z.object({
  why: z.enum(dueReasons),
  festival: z.object({ code: z.string(), name: namedOut }).nullable(),
  care_event: z.number().nullable(),
  pair: z.object({ pair: z.number(), reference: z.string() }).nullable(),
  party: personOut,
  helper: personOut.extend({ helper: z.number(), reference: z.string() }).nullable(),
  unit: unitOut.nullable(),
  due_on: dayOut,
  late: z.boolean(),
  /** The helper has not come for so long that it is an alarm. */
  alarm: z.boolean(),
  /** When the helper was there last; null for never. */
  last_on: dayOut.nullable(),
})

function shown(view: View, due: Due): z.output<typeof dueOut> {
  const helper = due.helper === null ? null : helperById(view, due.helper)
  const { festival, pair } = due
  return {
    why: due.why,
    festival: festival && { code: festival.code, name: festival.name },
    care_event: due.care_event,
    pair: pair === null ? null : { pair, reference: pairRef(pair) },
    party: personShown(view, due.party),
    helper: helper && {
      ...personShown(view, helper.party_id),
      helper: helper.id,
      reference: helperRef(helper.id),
    },
    unit: unitShown(view, due.unit),
    due_on: due.due_on,
    late: due.late,
    alarm: due.alarm,
    last_on: due.last_on,
  }
}

export const due = query({
  name: 'visits.due',
  summary: 'Lists who is to be visited or called by when, the longest due first',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/visits/due' },
  input: z.strictObject({
    /** Up to which day; today unless said. */
    until: dayField.optional(),
    why: z.enum(dueReasons).optional(),
    /** Only those who wait too long already. */
    only: z.enum(['late', 'alarm']).optional(),
    pair: idField.optional(),
    helper: idField.optional(),
  }),
  output: z.object({
    due: z.array(dueOut),
    /** How many there are in all, how many of them are late, and how many an alarm. */
    counts: z.object({ all: z.number(), late: z.number(), alarm: z.number() }),
    more: z.boolean(),
  }),
  run: (view, asked) => {
    const pair = asked.pair === undefined ? undefined : pairWithId(view, asked.pair).id
    const helper = asked.helper === undefined ? undefined : helperWithId(view, asked.helper).id
    const all = dueOf(view, { until: asked.until, pair, helper }).filter(
      ({ why }) => asked.why === undefined || why === asked.why,
    )
    const found = all.filter(({ late, alarm }) =>
      asked.only === 'alarm' ? alarm : asked.only === 'late' ? late : true,
    )
    return {
      due: found.slice(0, mostShown).map((one) => shown(view, one)),
      counts: {
        all: all.length,
        late: all.filter(({ late }) => late).length,
        alarm: all.filter(({ alarm }) => alarm).length,
      },
      more: found.length > mostShown,
    }
  },
})
