/** The lines of a batch, a page of them at a time. */
import { z } from 'zod'
import { amountOut, dayOut, idField, limitField } from '../../book/fields.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import { amountText } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { caseRef } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import {
  type Batch,
  type BatchLine,
  batchField,
  batchWithNumber,
  endToEndId,
  lineStates,
  linesOf,
  stateOfLine,
} from './rows.ts'

const lineOut = z.object({
  line: z.number(),
  end_to_end_id: z.string(),
  case: z.number(),
  case_ref: z.string(),
  instalment: z.number(),
  /** Its number among the instalments of the award, and how many those are. */
  number: z.number(),
  instalments: z.number(),
  beneficiary: personOut,
  payee: personOut,
  amount: amountOut,
  state: z.enum(lineStates),
  /** The day of the result, or that on which it came back. */
  on: dayOut.nullable(),
  cause: z.string().nullable(),
  payout: z.number().nullable(),
})

function lineShown(view: View, batch: Batch, line: BatchLine): z.output<typeof lineOut> {
  const { currency } = fundById(view, batch.fund_id)
  const payee = personShown(view, line.payee_id)
  return {
    line: line.position,
    end_to_end_id: endToEndId(batch.number, line.position),
    case: line.case_id,
    case_ref: caseRef(line.case_id),
    instalment: line.instalment_id,
    number: line.number,
    instalments: line.instalments,
    beneficiary:
      line.beneficiary_id === line.payee_id ? payee : personShown(view, line.beneficiary_id),
    payee,
    amount: amountText(line.amount_minor, currency),
    state: stateOfLine(line),
    on: line.bounced_on ?? line.on_day,
    cause: line.bounce_cause ?? line.cause,
    payout: line.payout_id,
  }
}

export const lines = query({
  name: 'batches.lines',
  summary: 'Lists the lines of a batch in their order, by state',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}/lines' },
  input: z.strictObject({
    batch: batchField,
    state: z.enum(lineStates).optional(),
    /** Lines after this position. */
    after: idField.optional().meta({ examples: [100] }),
    limit: limitField,
  }),
  output: z.object({
    lines: z.array(lineOut),
    /** The position after which the next page begins; null on the last one. */
    next: z.number().nullable(),
  }),
  run: (view, input) => {
    const batch = batchWithNumber(view, input.batch)
    const found = linesOf(view, batch).filter(
      (line) =>
        line.position > (input.after ?? 0) &&
        (input.state === undefined || stateOfLine(line) === input.state),
    )
    const page = found.slice(0, input.limit)
    return {
      lines: page.map((line) => lineShown(view, batch, line)),
      next: found.length > page.length ? page.at(-1)!.position : null,
    }
  },
})
