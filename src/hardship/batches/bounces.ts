/** What was paid and came back later: it is owed again, and its case is no longer paid. */
import { z } from 'zod'
import { dayField, idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { beforeOrigin } from '../../funds/refusals.ts'
import { compareDays } from '../../kit/day.ts'
import { fundById } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { requireOpenDay } from '../../ledger/periods.ts'
import { post } from '../../ledger/post.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { advance } from '../cases/advance.ts'
import { caseById, standingOf, workflowOf } from '../cases/rows.ts'
import { lineBounced, lineClaimed, lineNotPaid } from './refusals.ts'
import { resultCauses } from './results.ts'
import { type BatchLine, batchField, batchWithNumber, lineAt } from './rows.ts'

const moneyOf = { bank: 'bank', cash: 'cash', goods: 'relief_goods' } as const

const claimedSql = 'select 1 as "one" from clawback where payout_id = +? limit 1'

export const recordBounce = command({
  name: 'batch_lines.record_bounce',
  summary: 'Records that what a line had paid came back later; it is owed again',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/lines/{line}/bounce' },
  input: z.strictObject({
    batch: batchField,
    line: idField,
    on: dayField.optional(),
    cause: z.enum(resultCauses).default('other'),
  }),
  output: z.object({
    batch: z.string(),
    line: z.number(),
    payout: z.number(),
    entry: z.number(),
  }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    const line = lineAt(act, batch, input.line)
    const of = { batch: batch.number, line: line.position }
    const on = input.on ?? act.today
    if (line.outcome !== 'paid' || line.payout_id === null) throw lineNotPaid(of)
    if (line.bounced_on !== null) throw lineBounced(of)
    if (act.first(claimedSql, [line.payout_id])) throw lineClaimed(of)
    const paidOn = line.on_day!
    if (compareDays(on, paidOn) < 0) throw beforeOrigin({ day: on, origin: paidOn })
    requireOpenDay(act, on)
    const { id: entry } = post(act, {
      kind: 'award.bounced',
      effectiveOn: on,
      subject: `payout/${line.payout_id}`,
      legs: legsOf(act, 'award.bounced', {
        fund: fundById(act, line.fund_id),
        amountMinor: line.amount_minor,
        partyId: line.payee_id,
        slots: { $money: moneyOf[batch.form] },
      }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'payout_return', {
      id: nextId(act, 'payout_return'),
      payout_id: line.payout_id,
      amount_minor: line.amount_minor,
      entry_id: entry,
      event_seq: act.seq,
    })
    insert(act, 'batch_line_bounce', {
      id: nextId(act, 'batch_line_bounce'),
      line_id: line.id,
      cause: input.cause,
      on_day: on,
      entry_id: entry,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    moveUnpaid(act, line, on)
    return { ...of, payout: line.payout_id, entry }
  },
})

/** A case that was paid is awarded again, at its step of payment. */
function moveUnpaid(act: Act, { case_id }: BatchLine, on: Act['today']): void {
  if (standingOf(act, case_id).state !== 'paid') return
  const theCase = caseById(act, case_id)
  const step = workflowOf(act, theCase).steps.findIndex(({ kind }) => kind === 'pay')
  advance(act, theCase, { act: 'unpaid', step, on })
}
