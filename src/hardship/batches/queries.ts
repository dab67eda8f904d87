/** Queries of batches: which there are, how one stands, its lines. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, codeField, dayOut, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { deciders, type Guarded, query, type View } from '../../book/registry.ts'
import { inScope, viewAs } from '../../book/scope.ts'
import type { BatchId } from '../../kit/ids.ts'
import { amountText, type Minor, minor } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { fundById, fundsReached, fundWithCode } from '../../ledger/funds.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { close } from './closing.ts'
import { payableOf } from './payable.ts'
import { drop, prepare as prepareBatch } from './preparing.ts'
import { release, requireMayRelease } from './releasing.ts'
import { recordResult } from './results.ts'
import { accountsChanged } from './roster.ts'
import {
  type Batch,
  batchById,
  batchField,
  batchForms,
  batchStates,
  batchWithNumber,
  releaseOf,
  standingLines,
  stateOfBatch,
} from './rows.ts'

const countsSql = `select count(*) as "lines", coalesce(sum(i.amount_minor), 0) as "total",
    coalesce(sum(r.outcome = 'paid' and b.id is null), 0) as "paid",
    coalesce(sum(case when r.outcome = 'paid' and b.id is null then i.amount_minor end), 0) as "arrived",
    coalesce(sum(r.outcome = 'rejected'), 0) as "rejected",
    coalesce(sum(b.id is not null), 0) as "bounced", coalesce(sum(r.id is null), 0) as "waiting"
  from batch_line as l
  join instalment as i on i.id = l.instalment_id
  left join batch_line_result as r on r.line_id = l.id
  left join batch_line_bounce as b on b.line_id = l.id
  where l.batch_id = +? and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)`

interface Counts {
  readonly lines: number
  readonly total: Minor
  readonly paid: number
  readonly arrived: Minor
  readonly rejected: number
  readonly bounced: number
  readonly waiting: number
}

/** How the lines of a batch stand together; those taken out are not counted. */
export function countsOf(view: View, id: BatchId): Counts {
  return view.first(countsSql, [id]) as unknown as Counts
}

const batchOut = z.object({
  batch: z.string(),
  fund: z.string(),
  form: z.enum(batchForms),
  name: z.string(),
  pay_on: dayOut,
  state: z.enum(batchStates),
  currency: z.string(),
  lines: z.number(),
  total: amountOut,
  /** What has arrived and stands. */
  arrived: amountOut,
  paid: z.number(),
  rejected: z.number(),
  bounced: z.number(),
  /** Lines without a result. */
  waiting: z.number(),
  /** The event that prepared it. */
  sequence: z.number(),
})

function shown(view: View, batch: Batch): z.output<typeof batchOut> {
  const { code, currency } = fundById(view, batch.fund_id)
  const { total, arrived, ...counts } = countsOf(view, batch.id)
  return {
    batch: batch.number,
    fund: code,
    form: batch.form,
    name: batch.name,
    pay_on: batch.pay_on,
    state: stateOfBatch(view, batch),
    currency,
    ...counts,
    total: amountText(minor(total), currency),
    arrived: amountText(minor(arrived), currency),
    sequence: batch.event_seq,
  }
}

const dropped = 'exists (select 1 from batch_drop as d where d.batch_id = t.id)'
const released = 'exists (select 1 from batch_release as r where r.batch_id = t.id)'
const closed = 'exists (select 1 from batch_close as c where c.batch_id = t.id)'
const stateSql: Readonly<Record<(typeof batchStates)[number], string>> = {
  prepared: `not ${dropped} and not ${released}`,
  released: `${released} and not ${closed}`,
  closed,
  dropped,
}

export const list = query({
  name: 'batches.list',
  summary: 'Lists batches, newest first, by fund, form and state',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches' },
  input: z.strictObject({
    fund: codeField.optional(),
    form: z.enum(batchForms).optional(),
    state: z.enum(batchStates).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ batches: z.array(batchOut), ...pageOut }),
  run: (view, input) => {
    const also: Condition[] = []
    if (input.fund !== undefined) {
      also.push({ sql: 't.fund_id = +?', values: [fundWithCode(view, input.fund).id] })
    }
    if (input.form !== undefined) also.push({ sql: 't.form = +?', values: [input.form] })
    if (input.state !== undefined) also.push({ sql: stateSql[input.state], values: [] })
    const within = fundsReached(view, 't.fund_id in @')
    const listing = { table: 'batch', key: null, descending: true, seek: [], also, within } as const
    const { ids, next, previous } = pageOf(view, listing, input)
    const batches = ids.map((id) => shown(view, batchById(view, id as BatchId)))
    return { batches, next, previous }
  },
})

const dropOf = prepare((p: { id: BatchId }) =>
  build.selectFrom('batch_drop').selectAll().where('batch_id', '=', p.id),
)
const closeOf = prepare((p: { id: BatchId }) =>
  build.selectFrom('batch_close').selectAll().where('batch_id', '=', p.id),
)

export const show = query({
  name: 'batches.show',
  summary: 'Shows a batch: its sums, who prepared and released it, and what this reader may do',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}' },
  input: z.strictObject({ batch: batchField }),
  output: batchOut.extend({
    actor: z.string(),
    released: z
      .object({ on: dayOut, actor: z.string(), digest: z.string(), sequence: z.number() })
      .nullable(),
    /** The entry that moved the total to clearing. */
    entry: z.number().nullable(),
    dropped: z.object({ reason: z.string().nullable(), sequence: z.number() }).nullable(),
    closed: z.object({ sequence: z.number() }).nullable(),
    /** Lines whose payee has another account now than when it was released: to those nothing is sent. */
    accounts_changed: z.array(z.number()),
    may: z.object({
      change: z.boolean(),
      release: z.boolean(),
      record: z.boolean(),
      close: z.boolean(),
      again: z.boolean(),
    }),
    /** Why this reader does not release it, where a duty kept apart is the reason. */
    barred: z
      .object({
        code: z.string(),
        sentence: z.string(),
        remedy: z.string(),
        values: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  }),
  run: (view, input) => {
    const batch = batchWithNumber(view, input.batch)
    const released = releaseOf(view, batch)
    const [dropped, closed] = [
      first(view, dropOf, { id: batch.id }),
      first(view, closeOf, { id: batch.id }),
    ]
    const one = shown(view, batch)
    return {
      ...one,
      actor: batch.actor,
      released: released
        ? {
            on: released.released_on,
            actor: released.actor,
            digest: released.digest,
            sequence: released.event_seq,
          }
        : null,
      entry: released?.entry_id ?? null,
      dropped: dropped
        ? { reason: textFor(view, dropped.reason_detail_id), sequence: dropped.event_seq }
        : null,
      closed: closed ? { sequence: closed.event_seq } : null,
      accounts_changed: one.state === 'released' ? accountsChanged(view, batch) : [],
      ...mayOn(view, batch, one),
    }
  },
})

/** What this reader may do with a batch now, and what bars them from releasing it. */
function mayOn(view: View, batch: Batch, { state, waiting, rejected, bounced }: Shown) {
  const fund = fundById(view, batch.fund_id)
  const has = (asked: Guarded) => {
    const reached = viewAs(view, asked)
    return reached !== undefined && inScope(reached.scope, fund.unit_id)
  }
  const releases = state === 'prepared' && has(release)
  const barred = releases ? barredFrom(view, batch) : null
  return {
    may: {
      change: state === 'prepared' && has(drop),
      release: releases && barred === null,
      record: (state === 'released' || state === 'closed') && has(recordResult),
      close: state === 'released' && waiting === 0 && has(close),
      again: rejected + bounced > 0 && has(prepareBatch) && isPayableAgain(view, batch),
    },
    barred,
  }
}
type Shown = z.output<typeof batchOut>

/** Whether what a batch did not bring to its payees is in no other batch yet. */
function isPayableAgain(view: View, batch: Batch): boolean {
  const instalments = standingLines(view, batch).map((line) => line.instalment_id)
  return payableOf(view, { upTo: view.today, instalments }).length > 0
}

function barredFrom(view: View, batch: Batch) {
  try {
    requireMayRelease(view, batch, standingLines(view, batch))
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}
