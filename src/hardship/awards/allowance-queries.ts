/** The query of a month of allowances: what became payable of it, what would, and what is left out and why. */
import { z } from 'zod'
import { amountOut, monthField } from '../../book/fields.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { monthOf } from '../../kit/day.ts'
import { amountText, minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { caseRef } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import {
  type AllowanceMonth,
  allowancesIn,
  requireBegun,
  skippedFor,
  skipReasons,
  versionAwarded,
} from './allowances.ts'

const standings = ['made', 'due', ...skipReasons] as const

const allowanceOut = z.object({
  case: z.number(),
  reference: z.string(),
  beneficiary: personOut,
  currency: z.string(),
  amount: amountOut,
  /** Which of its instalments it is, of how many. */
  number: z.number(),
  of: z.number(),
  /** Made payable; due, and so payable with the next act; or why it is left out. */
  standing: z.enum(standings),
})
type AllowanceOut = z.output<typeof allowanceOut>

function shown(view: View, one: AllowanceMonth): AllowanceOut {
  const { theCase, number, instalments, made } = one
  const { currency } = fundById(view, theCase.fund_id)
  const { amount_minor } = versionAwarded(view, one.version)
  return {
    case: theCase.id,
    reference: caseRef(theCase.id),
    beneficiary: personShown(view, theCase.beneficiary_id),
    currency,
    amount: amountText(minor(amount_minor), currency),
    number,
    of: instalments,
    standing: made ? 'made' : (skippedFor(view, one, view.today) ?? 'due'),
  }
}

/** How many allowances of a month wait to become payable. */
export function allowancesDue(view: View): AllowanceMonth[] {
  return allowancesIn(view, monthOf(view.today)).filter(
    (one) => !one.made && skippedFor(view, one, view.today) === null,
  )
}

export const show = query({
  name: 'allowances.show',
  summary: 'Shows the allowances that run in a month: payable, due, or left out and why',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/allowances/{month}' },
  input: z.strictObject({ month: monthField }),
  output: z.object({ month: z.string(), allowances: z.array(allowanceOut) }),
  run: (view, { month }) => {
    requireBegun(view, month)
    return { month, allowances: allowancesIn(view, month).map((one) => shown(view, one)) }
  },
})
