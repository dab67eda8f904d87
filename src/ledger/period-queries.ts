/** Queries of periods: every month of the book, its state, and who decided on it. */

import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { textFor } from '../book/details.ts'
import { monthField } from '../book/fields.ts'
import { keepers, query, type View } from '../book/registry.ts'
import { mayDo } from '../book/scope.ts'
import { addDays, type Day, type Month, monthOf, monthRange } from '../kit/day.ts'
import type { EventSeq, FundId } from '../kit/ids.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import { close, reopen } from './commands.ts'
import { fundsReached, listFunds } from './funds.ts'
import { listPeriods, periodState } from './periods.ts'
import { stretchOf } from './places.ts'

type PeriodAct = Row<'period_act'>

function oldestOf() {
  return build.selectFrom('balance as b').select((e) =>
    e.fn
      .min(
        e
          .selectFrom('balance_day as d')
          .select((f) => f.fn.min('d.day').as('day'))
          .whereRef('d.account_id', '=', 'b.account_id')
          .whereRef('d.fund_id', '=', 'b.fund_id')
          .$asScalar(),
      )
      .as('day'),
  )
}
const oldestDay = prepare<Record<never, never>, { day: Day | null }>(oldestOf)
const oldestDayOf = prepare<{ fundId: FundId }, { day: Day | null }>(({ fundId }) =>
  oldestOf().where('b.fund_id', '=', fundId),
)
const actsOf = prepare((p: { month: Month }) =>
  build.selectFrom('period_act').selectAll().where('month', '=', p.month).orderBy('id', 'desc'),
)
const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)
const entryOfPosting = prepare((p: { id: number }) =>
  build
    .selectFrom('posting')
    .select('entry_id')
    .where('id', '<', p.id as never)
    .orderBy('id', 'desc')
    .limit(1),
)

const actOut = z.object({
  act: z.enum(['closed', 'reopening_requested', 'reopened', 'reopening_declined']),
  actor: z.string(),
  at: z.number(),
  /** Masked for who may not read names. */
  reason: z.string().nullable(),
  sequence: z.number(),
})

const periodOut = z.object({
  month: z.string(),
  state: z.enum(['open', 'closed', 'reopening_requested']),
  /** The last act on it; null for a month that was never closed. */
  last_act: actOut.nullable(),
  /** Open and over. */
  closable: z.boolean(),
  /** Whether this caller may close it now. */
  may_close: z.boolean(),
  /** Whether this caller may decide on the reopening that was asked for. */
  may_decide: z.boolean(),
  entries: z.number(),
})

function actShown(view: View, act: PeriodAct): z.output<typeof actOut> {
  return {
    act: act.act,
    actor: act.actor,
    at: first(view, eventAt, { seq: act.event_seq })!.at,
    reason: textFor(view, act.reason_detail_id),
    sequence: act.event_seq,
  }
}

/** A month as this caller finds it: its state, the last act on it, and what they may do. */
export function shownPeriod(view: View, month: Month): Omit<z.output<typeof periodOut>, 'entries'> {
  const state = periodState(view, month)
  const [last] = rows(view, actsOf, { month })
  const closable = state === 'open' && monthRange(month).to < view.today
  const { caller } = view
  return {
    month,
    state,
    last_act: last ? actShown(view, last) : null,
    closable,
    may_close: closable && mayDo(caller, close),
    may_decide:
      state === 'reopening_requested' && last?.actor !== caller.actor && mayDo(caller, reopen),
  }
}

/** Entries recorded before a place in the order of postings. */
function entriesBefore(view: View, place: number): number {
  return first(view, entryOfPosting, { id: place })?.entry_id ?? 0
}

/** What was backdated: entries by the month they lie in and by the month in which they were recorded. */
function backdatedByMonth(view: View): Map<string, number> {
  const moved = new Map<string, number>()
  const found = view.all(
    `select substr(effective_on, 1, 7) as "month", substr(high_on, 1, 7) as "seen",
       count(distinct entry_id) as "entries"
     from posting where effective_on < high_on group by 1, 2`,
    [],
  )
  const add = (month: string, count: number) => moved.set(month, (moved.get(month) ?? 0) + count)
  for (const { month, seen, entries } of found) {
    add(String(month), Number(entries))
    add(String(seen), -Number(entries))
  }
  return moved
}

/** How many entries of the caller's funds lie in each month; null for who reaches all of them. */
function entriesReached(view: View): Map<string, number> | null {
  const within = fundsReached(view, 'fund_id in @')
  if (within === null) return null
  const found = view.all(
    `select substr(effective_on, 1, 7) as "month", count(distinct entry_id) as "entries"
     from posting where ${within.sql} group by 1`,
    within.values,
  )
  return new Map(found.map(({ month, entries }) => [String(month), Number(entries)]))
}

/** How many entries lie in a month, as far as the caller reaches. */
function entriesByMonth(view: View): (month: Month) => number {
  const reached = entriesReached(view)
  if (reached !== null) return (month) => reached.get(month) ?? 0
  const backdated = backdatedByMonth(view)
  return (month) => entriesIn(view, month, backdated)
}

/** How many entries lie in a month, without counting them one by one. */
function entriesIn(view: View, month: Month, backdated: ReadonlyMap<string, number>): number {
  const { first: begin, end } = stretchOf(view, null, monthRange(month))
  const recorded = entriesBefore(view, end!) - entriesBefore(view, begin)
  return recorded + (backdated.get(month) ?? 0)
}

function monthsUpTo(from: Month, to: Month): Month[] {
  const found: Month[] = []
  for (let month = from; month <= to; month = monthOf(addDays(monthRange(month).to, 1))) {
    found.unshift(month)
    if (month === to) break
  }
  return found
}

/** The first day on which anything moved in the caller's funds. */
function oldestReached(view: View): Day | null {
  if (view.scope === 'all') return first(view, oldestDay, {})?.day ?? null
  const days = listFunds(view).flatMap(
    ({ id }) => first(view, oldestDayOf, { fundId: id })?.day ?? [],
  )
  return days.sort()[0] ?? null
}

/** Every month from the first entry or act on to the present one, newest first. */
export function monthsOf(view: View): Month[] {
  const oldest = oldestReached(view)
  const acted = listPeriods(view).at(-1)?.month
  const now = monthOf(view.today)
  const [begin] = [oldest ? monthOf(oldest) : now, acted ?? now, now].sort()
  return monthsUpTo(begin!, now)
}

export const periods = query({
  name: 'periods.list',
  summary: 'Lists the months from the first entry to now, newest first, with state and last act',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/periods' },
  input: z.strictObject({}),
  output: z.object({ periods: z.array(periodOut) }),
  run: (view) => {
    const entries = entriesByMonth(view)
    return {
      periods: monthsOf(view).map((month) => ({
        ...shownPeriod(view, month),
        entries: entries(month),
      })),
    }
  },
})

export const period = query({
  name: 'periods.show',
  summary: 'Shows a month: its state and every act on it, newest first',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/periods/{month}' },
  input: z.strictObject({ month: monthField }),
  output: periodOut.extend({ acts: z.array(actOut) }),
  run: (view, { month }) => ({
    ...shownPeriod(view, month),
    entries: entriesByMonth(view)(month),
    acts: rows(view, actsOf, { month }).map((act) => actShown(view, act)),
  }),
})
