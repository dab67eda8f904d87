/** Preparing a batch: what is payable is put together by one person, for another to release. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import {
  amountOut,
  codeField,
  dayField,
  idField,
  nameField,
  reasonField,
} from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import { compareDays, type Day } from '../../kit/day.ts'
import type { BatchId } from '../../kit/ids.ts'
import { addMinor, amountText, zeroMinor } from '../../kit/money.ts'
import { fundWithCode, requireOpenFund } from '../../ledger/funds.ts'
import { build, first, insert, nextId, prepare as prepared } from '../../store/prepare.ts'
import { roundWithId } from '../cases/rows.ts'
import { type Payable, payableOf } from './payable.ts'
import {
  instalmentNotPayable,
  lastLine,
  lineRemoved,
  nothingPayable,
  payOnPast,
} from './refusals.ts'
import {
  batchField,
  batchForms,
  batchWithNumber,
  lineAt,
  linesOf,
  mostLines,
  requirePrepared,
  standingLines,
} from './rows.ts'

/** The fields that say what goes into a batch; of the last three at most one, all that is payable without. */
export const selectionFields = {
  fund: codeField,
  form: z.enum(batchForms),
  /** These instalments, by their numbers. */
  instalments: z.array(idField).min(1).max(mostLines).optional(),
  /** What is payable of a list of cases. */
  round: idField.optional(),
  /** What a batch did not bring to its payees: rejected, not collected, or come back. */
  again_of: batchField.optional(),
}

interface Selection {
  readonly fund: string
  readonly form: (typeof batchForms)[number]
  readonly instalments?: readonly number[] | undefined
  readonly round?: number | undefined
  readonly again_of?: string | undefined
}

/**
 * What a selection means, in the order in which it is paid. Refuses `fund.unknown`, `round.unknown`,
 * `batch.unknown` and `batch.instalment_not_payable`.
 */
export function selected(asker: View | Act, asked: Selection, upTo: Day): Payable[] {
  const fund = fundWithCode(asker, asked.fund)
  const { form } = asked
  if (asked.round !== undefined) roundWithId(asker, asked.round)
  const again =
    asked.again_of === undefined
      ? undefined
      : linesOf(asker, batchWithNumber(asker, asked.again_of)).map((line) => line.instalment_id)
  const named = asked.instalments && [...new Set(asked.instalments)]
  const found = payableOf(asker, {
    upTo,
    fund: fund.id,
    form,
    round: asked.round as never,
    instalments: named ?? again,
  })
  const known = new Set<number>(found.map(({ instalment_id }) => instalment_id))
  const missing = named?.find((one) => !known.has(one))
  if (missing !== undefined) throw instalmentNotPayable({ instalment: missing })
  return found
}

const newestNumber = prepared((p: { like: string }) =>
  build
    .selectFrom('batch')
    .select('number')
    .where('number', 'like', p.like)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The next number of a year; one that was dropped keeps its own. */
function nextNumber(act: Act): string {
  const series = `B-${act.today.slice(0, 4)}-`
  const newest = first(act, newestNumber, { like: `${series}%` })?.number
  const next = newest === undefined ? 1 : Number(newest.slice(series.length)) + 1
  return series + String(next).padStart(4, '0')
}

export const prepare = command({
  name: 'batches.prepare',
  summary: 'Prepares a batch: payable instalments of a fund that are paid together, for release',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches' },
  input: z.strictObject({
    ...selectionFields,
    name: nameField,
    /** When it is to be paid; today unless said. */
    pay_on: dayField.optional(),
  }),
  output: z.object({
    batch: z.string(),
    lines: z.number(),
    total: amountOut,
    currency: z.string(),
    /** Payable instalments that are left for another batch, since one has at most 5,000 lines. */
    left: z.number(),
  }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const { today } = act
    const payOn = input.pay_on ?? today
    requireOpenFund(act, fund)
    if (compareDays(payOn, today) < 0) throw payOnPast({ pay_on: payOn, today })
    const found = selected(act, input, payOn)
    const chosen = found.slice(0, mostLines)
    if (chosen.length === 0) throw nothingPayable({ fund: fund.code, form: input.form })
    const id = nextId(act, 'batch')
    const number = nextNumber(act)
    insert(act, 'batch', {
      id,
      number,
      fund_id: fund.id,
      form: input.form,
      name: input.name,
      pay_on: payOn,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    writeLines(act, id, chosen)
    const total = chosen.map(({ amount_minor }) => amount_minor).reduce(addMinor, zeroMinor)
    return {
      batch: number,
      lines: chosen.length,
      total: amountText(total, fund.currency),
      currency: fund.currency,
      left: found.length - chosen.length,
    }
  },
})

function writeLines(act: Act, batch: BatchId, chosen: readonly Payable[]): void {
  let id = nextId(act, 'batch_line')
  for (const [place, { instalment_id }] of chosen.entries()) {
    insert(act, 'batch_line', {
      id,
      batch_id: batch,
      position: place + 1,
      instalment_id,
      event_seq: act.seq,
    })
    id = (id + 1) as typeof id
  }
}

export const removeLine = command({
  name: 'batches.remove_line',
  summary: 'Takes a line out of a batch that was not released; its instalment is payable again',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/lines/{line}/removal' },
  input: z.strictObject({ batch: batchField, line: idField, reason: reasonField.optional() }),
  output: z.object({ batch: z.string(), line: z.number() }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    requirePrepared(act, batch)
    const line = lineAt(act, batch, input.line)
    if (line.removed === 1) throw lineRemoved({ batch: batch.number, line: line.position })
    if (standingLines(act, batch).length === 1) throw lastLine({ batch: batch.number })
    insert(act, 'batch_line_removal', {
      id: nextId(act, 'batch_line_removal'),
      line_id: line.id,
      reason_detail_id:
        input.reason === undefined ? null : keepDetail(act, 'batch_reason', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { batch: batch.number, line: line.position }
  },
})

export const drop = command({
  name: 'batches.drop',
  summary: 'Drops a batch that was not released; its instalments are payable again',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/drop' },
  input: z.strictObject({ batch: batchField, reason: reasonField }),
  output: z.object({ batch: z.string() }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    requirePrepared(act, batch)
    insert(act, 'batch_drop', {
      id: nextId(act, 'batch_drop'),
      batch_id: batch.id,
      reason_detail_id: keepDetail(act, 'batch_reason', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { batch: batch.number }
  },
})
