/** Lists of cases and how far each has come. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { codeField, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { RoundId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import { programmeById, programmeWithCode } from '../programmes/programmes.ts'
import { countsOf, totalsOfCases, totalsOut, waitingOut } from './queries.ts'
import { roundById, roundWithId } from './rows.ts'
import { unitOut, unitShown } from './shown.ts'

const roundOut = z.object({
  round: z.number(),
  name: z.string(),
  programme: z.object({ programme: z.string(), name: z.string(), open: z.boolean() }),
  currency: z.string(),
  unit: unitOut.nullable(),
  /** How many of its cases stand where, as far as the caller reaches them. */
  waiting: z.array(waitingOut),
  /** What they ask for; null when there are too many to add up at once. */
  totals: totalsOut,
  sequence: z.number(),
})

function shown(view: View, round: Row<'case_round'>): z.output<typeof roundOut> {
  const programme = programmeById(view, round.programme_id)
  const part: Condition[] = [{ sql: 't.round_id = +?', values: [round.id] }]
  return {
    round: round.id,
    name: round.name,
    programme: {
      programme: programme.code,
      name: programme.name,
      open: programme.open === 1,
    },
    currency: fundById(view, programme.fund_id).currency,
    unit: unitShown(view, round.unit_id),
    waiting: countsOf(view, part),
    totals: totalsOfCases(view, [...withinScope(view), ...part]),
    sequence: round.event_seq,
  }
}

function withinScope({ scope }: View): Condition[] {
  if (scope === 'all') return []
  return [{ sql: 't.unit_id in (select value from json_each(+?))', values: [scopeList(scope)] }]
}

export const list = query({
  name: 'rounds.list',
  summary: 'Lists the lists of cases, newest first, with how far each has come',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/rounds' },
  input: z.strictObject({
    programme: codeField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ rounds: z.array(roundOut), ...pageOut }),
  run: (view, asked) => {
    const seek = withinScope(view)
    if (asked.programme !== undefined) {
      const { id } = programmeWithCode(view, asked.programme)
      seek.push({ sql: 't.programme_id = +?', values: [id] })
    }
    const listing: Listing = { table: 'case_round', key: null, descending: true, seek, also: [] }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const rounds = ids.map((id) => shown(view, roundById(view, id as RoundId)))
    return { rounds, next, previous }
  },
})

export const show = query({
  name: 'rounds.show',
  summary: 'Shows a list of cases and how many of them stand where',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/rounds/{round}' },
  input: z.strictObject({ round: idField }),
  output: roundOut,
  run: (view, { round }) => shown(view, roundWithId(view, round)),
})
