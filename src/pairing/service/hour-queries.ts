/** Questions about time that was given: row by row, and added up by person, post, unit and month. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayField, dayOut, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import type { PartyId, PostHoldingId, ServicePostId, UnitId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { unitWithCode } from '../../people/units.ts'
import { pairRef } from '../pairs/rows.ts'
import { requireMayCheck } from './hours.ts'
import { giftFilters, unitOut, unitTold } from './pledge-queries.ts'
import {
  checkOf,
  holdingWithId,
  partyTold,
  postById,
  type ServiceTime,
  serviceReaders,
  timeWithId,
  withinUnits,
} from './rows.ts'

export const timeStates = ['unchecked', 'agreed', 'not_agreed'] as const

const timeOut = z.object({
  time: z.number(),
  party: z.string(),
  name: z.string(),
  on: dayOut,
  minutes: z.number(),
  post: z.object({ post: z.string(), name: z.string() }).nullable(),
  pledge: z.number().nullable(),
  pair: z.object({ pair: z.number(), reference: z.string() }).nullable(),
  /** What came of it; masked for who reads no names. */
  came_of_it: z.string().nullable(),
  unit: unitOut,
  state: z.enum(timeStates),
  note: z.string().nullable(),
  /** Why this reader may not check it: a code of a refusal; null for who may, and where it was checked. */
  barred: z.string().nullable(),
  sequence: z.number(),
})

function told(view: View, id: number): z.output<typeof timeOut> {
  const time = timeWithId({ ...view, scope: 'all' }, id)
  const check = checkOf(view, time.id)
  return {
    time: time.id,
    ...partyTold(view, time.party_id),
    on: time.on_day,
    minutes: time.minutes,
    post: postOf(view, time.holding_id),
    pledge: time.pledge_id,
    pair: time.pair_id && { pair: time.pair_id, reference: pairRef(time.pair_id) },
    came_of_it: textFor(view, time.text_detail_id),
    unit: unitTold(view, time.unit_id),
    state: check === undefined ? 'unchecked' : check.agreed === 1 ? 'agreed' : 'not_agreed',
    note: textFor(view, check?.note_detail_id ?? null),
    barred: check ? null : barredFrom(view, time),
    sequence: time.event_seq,
  }
}

function postOf(view: View, holding: PostHoldingId | null) {
  if (holding === null) return null
  const { post_id } = holdingWithId({ ...view, scope: 'all' }, holding)
  const { code, name } = postById(view, post_id)
  return { post: code, name }
}

function barredFrom(view: View, time: ServiceTime): string | null {
  try {
    requireMayCheck(view, time)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

const found = (agreed: 0 | 1) =>
  `exists (select 1 from service_time_check as c where c.time_id = t.id and c.agreed = ${agreed})`
const byState: Readonly<Record<(typeof timeStates)[number], string>> = {
  unchecked: 'not exists (select 1 from service_time_check as c where c.time_id = t.id)',
  agreed: found(1),
  not_agreed: found(0),
}

const within = { from: dayField.optional(), to: dayField.optional() }

function inDays({ from, to }: { from?: string | undefined; to?: string | undefined }): Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: 't.on_day >= +?', values: [from] }]),
    ...(to === undefined ? [] : [{ sql: 't.on_day <= +?', values: [to] }]),
  ]
}

export const list = query({
  name: 'service_hours.list',
  summary: 'Time that was given, newest first: by whom, to what, what came of it, whether checked',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-hours' },
  input: z.strictObject({
    party: z.string().max(40).optional(),
    unit: codeField.optional(),
    ...within,
    state: z.enum(timeStates).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ times: z.array(timeOut), ...pageOut }),
  run: (view, input) => {
    const { seek, also } = giftFilters(view, input)
    also.push(...inDays(input))
    if (input.state !== undefined) also.push({ sql: byState[input.state], values: [] })
    const { ids, next, previous } = pageOf(
      view,
      { table: 'service_time', key: null, descending: true, seek, also, within: withinUnits(view) },
      input,
    )
    return { times: ids.map((id) => told(view, id)), next, previous }
  },
})

export const totalsBy = ['person', 'post', 'unit', 'month'] as const

/** By what it is added up. Whoever stands merged in another is one with them. */
const keys: Readonly<Record<(typeof totalsBy)[number], string>> = {
  person: 'coalesce(g.kept_id, t.party_id)',
  post: '(select h.post_id from post_holding as h where h.id = t.holding_id)',
  unit: 't.unit_id',
  month: 'substr(t.on_day, 1, 7)',
}

/** As many as anybody reads on one page. */
const mostRows = 1_000

interface Summed {
  readonly key: string | number | null
  readonly times: number
  readonly people: number
  readonly agreed: number
  readonly unchecked: number
  readonly not_agreed: number
}

const sums = `count(*) as "times", count(distinct coalesce(g.kept_id, t.party_id)) as "people",
  coalesce(sum(case when c.agreed = 1 then t.minutes end), 0) as "agreed",
  coalesce(sum(case when c.agreed is null then t.minutes end), 0) as "unchecked",
  coalesce(sum(case when c.agreed = 0 then t.minutes end), 0) as "not_agreed"
  from service_time as t left join service_time_check as c on c.time_id = t.id
  left join party_merge as g on g.merged_id = t.party_id
    and not exists (select 1 from party_unmerge as u where u.merge_id = g.id)`

/** What counts: all but what was found wrong. */
const counted = 'sum(case when coalesce(c.agreed, 1) = 1 then t.minutes else 0 end)'

const sumOut = {
  /** How many records, and of how many people and bodies. */
  times: z.number(),
  people: z.number(),
  /** Minutes that somebody else found right, that nobody looked at yet, and that were found wrong. */
  agreed: z.number(),
  unchecked: z.number(),
  not_agreed: z.number(),
}

export const totals = query({
  name: 'service_hours.totals',
  summary: 'Time that was given, added up by person, by post, by unit or by month',
  may: serviceReaders,
  reach: 'units',
  route: { method: 'GET', path: '/service-hours/totals' },
  input: z.strictObject({
    by: z.enum(totalsBy).default('person'),
    unit: codeField.optional(),
    ...within,
  }),
  output: z.object({
    by: z.enum(totalsBy),
    /** The most first; months in their order, the newest first. At most a thousand. */
    rows: z.array(
      z.object({
        party: z.string().nullable(),
        post: z.string().nullable(),
        unit: z.string().nullable(),
        month: z.string().nullable(),
        /** Of the person, the post or the unit; null for what belongs to none, and for a month. */
        name: z.string().nullable(),
        ...sumOut,
      }),
    ),
    /** True when there are more rows. */
    more: z.boolean(),
    total: z.object(sumOut),
  }),
  run: (view, input) => {
    const conditions = [
      ...(withinUnits(view) ? [withinUnits(view)!] : []),
      ...inDays(input),
      ...(input.unit === undefined
        ? []
        : [{ sql: 't.unit_id = +?', values: [unitWithCode(view, input.unit).id as number] }]),
    ]
    const where = conditions.map(({ sql }) => sql).join(' and ') || 'true'
    const values = conditions.flatMap((one) => one.values)
    const order = input.by === 'month' ? '"key" desc' : `${counted} desc, "key"`
    const all = view.all(
      `select ${keys[input.by]} as "key", ${sums} where ${where} group by 1
       order by ${order} limit ${mostRows + 1}`,
      values,
    ) as unknown as Summed[]
    const total = view.first(`select ${sums} where ${where}`, values) as unknown as Summed
    return {
      by: input.by,
      rows: all.slice(0, mostRows).map((row) => rowOf(view, input.by, row)),
      more: all.length > mostRows,
      total,
    }
  },
})

function rowOf(view: View, by: (typeof totalsBy)[number], { key, ...summed }: Summed) {
  const none = { party: null, post: null, unit: null, month: null, name: null, ...summed }
  if (key === null) return none
  if (by === 'month') return { ...none, month: key as string }
  if (by === 'person') return { ...none, ...partyTold(view, key as PartyId) }
  if (by === 'unit') return { ...none, ...unitTold(view, key as UnitId)! }
  const { code, name } = postById(view, key as ServicePostId)
  return { ...none, post: code, name }
}
