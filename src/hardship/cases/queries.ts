/** Lists of cases: what waits, at which step, for how long. */
import { z } from 'zod'
import { amountOut, codeField, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { CaseId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyWithRef } from '../../people/parties.ts'
import { partiesNamed } from '../../people/search.ts'
import { unitWithCode } from '../../people/units.ts'
import { stepKinds } from '../../policies/workflows.ts'
import { fileWithId } from '../files/files.ts'
import { programmeWithCode } from '../programmes/programmes.ts'
import { caseStates } from './moves.ts'
import { caseById, roundWithId } from './rows.ts'
import { caseOut, caseShown } from './shown.ts'

const listInput = z.strictObject({
  state: z.enum(caseStates).optional(),
  /** Only those that are open at such a step. */
  step: z.enum(stepKinds).optional(),
  programme: codeField.optional(),
  round: idField.optional(),
  unit: codeField.optional(),
  file: idField.optional(),
  /** Who is helped, paid, or asked. */
  party: z.string().max(40).optional(),
  emergency: z.literal('true').optional(),
  /** A case's number or a person's, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  /** `newest`: entered last; `waiting`: standing as they do for the longest. */
  sort: z.enum(['newest', 'waiting']).default('newest'),
  cursor: pageCursorField,
  limit: limitField,
})
type ListInput = z.output<typeof listInput>

const where = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** Cases in which one of some parties is helped, paid, or asked. */
function concerning(parties: readonly number[]): Condition {
  const list = JSON.stringify(parties)
  const among = '(select value from json_each(+?))'
  return where(
    `t.case_id in (select c.id from hardship_case as c where c.beneficiary_id in ${among}
      union select c.id from hardship_case as c where c.applicant_id in ${among}
      union select v.case_id from case_version as v where v.payee_id in ${among})`,
    list,
    list,
    list,
  )
}

function searched(view: View, q: string): Condition {
  const number = /^(?:C-)?0*([1-9]\d{0,14})$/i.exec(q)?.[1]
  if (number !== undefined) return where('t.case_id = +?', Number(number))
  if (/^P-\d+$/i.test(q)) {
    return concerning(togetherWith(view, partyWithRef(view, q.toUpperCase()).id))
  }
  return concerning(partiesNamed(view, view.caller, q))
}

/** What of all cases the caller reaches. */
function reached({ scope }: View): Condition[] {
  if (scope === 'all') return []
  return [where('t.unit_id in (select value from json_each(+?))', scopeList(scope))]
}

/** Which part of the cases is spoken of, whatever their state. */
function partOf(view: View, asked: ListInput): Condition[] {
  const found = reached(view)
  const { programme, round, unit, file, party, q } = asked
  if (programme !== undefined) {
    found.push(where('t.programme_id = +?', programmeWithCode(view, programme).id))
  }
  if (round !== undefined) found.push(where('t.round_id = +?', roundWithId(view, round).id))
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  const ofCase = 't.case_id in (select c.id from hardship_case as c where'
  if (file !== undefined) found.push(where(`${ofCase} c.file_id = +?)`, fileWithId(view, file).id))
  if (asked.emergency) found.push(where(`${ofCase} c.emergency = 1)`))
  if (party !== undefined) {
    found.push(concerning(togetherWith(view, partyWithRef(view, party).id)))
  }
  if (q !== undefined) found.push(searched(view, q))
  return found
}

function standing({ state, step }: ListInput): Condition[] {
  const found: Condition[] = []
  if (state !== undefined) found.push(where('t.state = +?', state))
  if (step !== undefined) found.push(where("t.state = 'open' and t.step_kind = +?", step))
  return found
}

export const waitingOut = z.object({
  state: z.enum(caseStates),
  /** At which step, of those that are open; null for other states. */
  step_kind: z.enum(stepKinds).nullable(),
  count: z.number(),
})

/** How many cases of a part stand where. */
export function countsOf(view: View, part: readonly Condition[]): z.output<typeof waitingOut>[] {
  const all = [...reached(view), ...part]
  const sql = all.length === 0 ? '' : `where ${all.map((one) => one.sql).join(' and ')}`
  return view.all(
    `select t.state as "state", case when t.state = 'open' then t.step_kind end as "step_kind",
       count(*) as "count" from case_state as t ${sql} group by 1, 2`,
    all.flatMap(({ values }) => values),
  ) as unknown as z.output<typeof waitingOut>[]
}

/** Rows that a total is made of, at most: some 20 ms. */
const rowsTotalled = 10_000

export const totalsOut = z
  .array(z.object({ currency: z.string(), count: z.number(), amount: amountOut }))
  .nullable()

/**
 * What the cases of a part ask for, by currency; null when there are too many to add up at once, or their sum is more than
 * a book can hold: whoever enters such amounts does not take the list away from others.
 */
export function totalsOfCases(view: View, part: readonly Condition[]): z.output<typeof totalsOut> {
  const sql = part.length === 0 ? '' : `where ${part.map((one) => one.sql).join(' and ')}`
  const found = view.all(
    `select f.currency as "currency", count(*) as "count",
       total(v.amount_minor * v.instalments) as "sum"
     from (select t.case_id from case_state as t ${sql} limit ${rowsTotalled + 1}) as t
     join hardship_case as c on c.id = t.case_id
     join fund as f on f.id = c.fund_id
     join case_version as v
       on v.id = (select max(w.id) from case_version as w where w.case_id = c.id)
     group by f.currency order by f.currency`,
    part.flatMap(({ values }) => values),
  ) as unknown as { currency: string; count: number; sum: Minor }[]
  if (found.reduce((all, { count }) => all + count, 0) > rowsTotalled) return null
  // Sums of whole numbers are exact as long as they are safe; `sum` would fail beyond 64 bits.
  if (found.some(({ sum }) => !Number.isSafeInteger(sum))) return null
  return found.map(({ currency, count, sum }) => ({
    currency,
    count,
    amount: amountText(sum, currency),
  }))
}

export const list = query({
  name: 'cases.list',
  summary: 'Lists cases by state, step, programme, list or person, with how many wait where',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases' },
  input: listInput,
  output: z.object({
    cases: z.array(caseOut),
    /** How many of the part asked for stand where, whatever state is asked for. */
    waiting: z.array(waitingOut),
    totals: totalsOut,
    ...pageOut,
  }),
  run: (view, asked) => {
    const part = partOf(view, asked)
    const state = standing(asked)
    const listing: Listing = {
      table: 'case_state',
      id: 'case_id',
      key: asked.sort === 'waiting' ? 'since_on' : null,
      descending: asked.sort === 'newest',
      seek: [...state, ...part],
      also: [],
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      cases: ids.map((id) => caseShown(view, caseById(view, id as CaseId))),
      waiting: countsOf(view, part.slice(reached(view).length)),
      totals: totalsOfCases(view, [...state, ...part]),
      next,
      previous,
    }
  },
})
