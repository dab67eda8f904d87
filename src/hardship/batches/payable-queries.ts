/** What waits to be put into a batch, and how the instalments of a case were paid. */
import { z } from 'zod'
import { amountOut, dayField, dayOut, idField } from '../../book/fields.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import type { FundId } from '../../kit/ids.ts'
import { addMinor, amountText, zeroMinor } from '../../kit/money.ts'
import { fundById, fundWithCode } from '../../ledger/funds.ts'
import { awardOf } from '../awards/awards.ts'
import { instalmentStates, instalmentsOf, stateOfInstalment } from '../awards/instalments.ts'
import { caseWithId } from '../cases/rows.ts'
import { findingOut, findingsOnLines } from './checks.ts'
import type { CheckedLine } from './findings.ts'
import { type Payable, payableOf } from './payable.ts'
import { selected, selectionFields } from './preparing.ts'
import {
  type BatchForm,
  batchById,
  batchForms,
  lineStates,
  linesOfInstalment,
  mostLines,
  stateOfLine,
} from './rows.ts'

const heapOut = z.object({
  fund: z.string(),
  form: z.enum(batchForms),
  currency: z.string(),
  count: z.number(),
  amount: amountOut,
  /** Of these so many were sent before, and came back or were rejected. */
  again: z.number(),
  oldest_due_on: dayOut,
})

/** What is payable up to a day, by fund and form. */
export function heapsOf(view: View, upTo = view.today): z.output<typeof heapOut>[] {
  const heaps = new Map<string, [Payable, ...Payable[]]>()
  for (const one of payableOf(view, { upTo })) {
    const key = `${one.fund_id} ${one.form}`
    const heap = heaps.get(key)
    if (heap) heap.push(one)
    else heaps.set(key, [one])
  }
  return [...heaps.values()].map((heap) => {
    const [{ fund_id, form, due_on }] = heap
    const { code, currency } = fundById(view, fund_id as FundId)
    const sum = heap.map(({ amount_minor }) => amount_minor).reduce(addMinor, zeroMinor)
    return {
      fund: code,
      form,
      currency,
      count: heap.length,
      amount: amountText(sum, currency),
      again: heap.filter(({ state }) => state === 'returned').length,
      oldest_due_on: due_on,
    }
  })
}

export const payable = query({
  name: 'batches.payable',
  summary: 'What is payable and in no batch, by fund and form: how many instalments, and how much',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/payable' },
  input: z.strictObject({ up_to: dayField.optional() }),
  output: z.object({ payable: z.array(heapOut) }),
  run: (view, input) => ({ payable: heapsOf(view, input.up_to) }),
})

export const foresee = query({
  name: 'batches.foresee',
  summary: 'What a batch would hold and what the checks would find, before it is prepared',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'GET', path: '/payable/selection' },
  input: z.strictObject({
    fund: selectionFields.fund,
    form: selectionFields.form,
    round: selectionFields.round,
    again_of: selectionFields.again_of,
    pay_on: dayField.optional(),
  }),
  output: z.object({
    count: z.number(),
    amount: amountOut,
    currency: z.string(),
    findings: z.array(findingOut),
  }),
  run: (view, input) => {
    const fund = fundWithCode(view, input.fund)
    const { currency } = fund
    const chosen = selected(view, input, input.pay_on ?? view.today).slice(0, mostLines)
    const sum = chosen.map(({ amount_minor }) => amount_minor).reduce(addMinor, zeroMinor)
    const lines = chosen.map((one, place) => checkedLine(one, place + 1))
    const form: BatchForm = input.form
    const given = { fund: fund.id, form, lines, maker: view.caller.actor }
    return {
      count: chosen.length,
      amount: amountText(sum, currency),
      currency,
      findings: lines.length === 0 ? [] : findingsOnLines(view, given),
    }
  },
})

function checkedLine(one: Payable, position: number): CheckedLine {
  const { case_id, payee_id, beneficiary_id, amount_minor } = one
  return { position, case_id, payee_id, beneficiary_id, amount_minor }
}

export const ofCase = query({
  name: 'cases.payments',
  summary: 'The instalments of a case that became payable, and the lines of batches each was in',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/payments' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    instalments: z.array(
      z.object({
        instalment: z.number(),
        number: z.number(),
        due_on: dayOut,
        currency: z.string(),
        amount: amountOut,
        form: z.enum(batchForms),
        state: z.enum(instalmentStates),
        lines: z.array(
          z.object({
            batch: z.string(),
            line: z.number(),
            state: z.enum(lineStates),
            on: dayOut.nullable(),
            cause: z.string().nullable(),
            payout: z.number().nullable(),
          }),
        ),
      }),
    ),
  }),
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    const award = awardOf(view, theCase.id)
    if (!award) return { instalments: [] }
    return {
      instalments: instalmentsOf(view, award.id).map((one) => {
        const { currency } = fundById(view, one.fund_id)
        return {
          instalment: one.id,
          number: one.number,
          due_on: one.due_on,
          currency,
          amount: amountText(one.amount_minor, currency),
          form: one.form,
          state: stateOfInstalment(view, one.id),
          lines: linesOfInstalment(view, one.id).map((line) => ({
            batch: batchById(view, line.batch_id).number,
            line: line.position,
            state: stateOfLine(line),
            on: line.bounced_on ?? line.on_day,
            cause: line.bounce_cause ?? line.cause,
            payout: line.payout_id,
          })),
        }
      }),
    }
  },
})
