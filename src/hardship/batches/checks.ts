/** The dry run of a batch: what the checks of the policy on payments find, graded, before it is released. */
import { z } from 'zod'
import { type Act, deciders, query, type View } from '../../book/registry.ts'
import type { FundId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { type CheckGrade, type Payments, paymentChecks } from '../../policies/payments.ts'
import { type Checked, type CheckedLine, checksByName } from './findings.ts'
import { type Batch, type BatchForm, batchField, batchWithNumber, standingLines } from './rows.ts'

const grades = ['red', 'amber', 'green'] as const

export const findingOut = z.object({
  check: z.enum(paymentChecks),
  grade: z.enum(grades),
  /** The positions of the lines that it is about. */
  lines: z.array(z.number()),
  /** What it is told from: references, amounts, counts; never a name. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type Finding = z.output<typeof findingOut>

/** The policy on payments that holds in the unit of a fund today. */
export function paymentsPolicy(asker: View | Act, fund: FundId): Payments {
  const unit = fundById(asker, fund).unit_id
  return policyInForce(asker, 'payments', { unit, on: asker.today }).body
}

export interface ToCheck {
  readonly fund: FundId
  readonly form: BatchForm
  readonly lines: readonly CheckedLine[]
  readonly maker: string | null
}

/** What the checks find on some lines, red first. */
export function findingsOnLines(asker: View | Act, given: ToCheck): Finding[] {
  const policy = paymentsPolicy(asker, given.fund)
  const { form, lines, maker } = given
  const checked: Checked = { asker, lines, form, policy, maker }
  const { currency } = fundById(asker, given.fund)
  const found = paymentChecks.flatMap((check) => {
    const grade = policy.grades[check]
    if (grade === 'off') return []
    return checksByName[check](checked).map((one) => ({
      check,
      grade: grade as Exclude<CheckGrade, 'off'>,
      lines: [...one.lines],
      values: amountsTold(one.values, currency),
    }))
  })
  return found.toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade))
}

/** Values whose names end in `_minor` are told as amounts. */
function amountsTold(
  values: Readonly<Record<string, string | number | readonly string[]>>,
  currency: string,
): Finding['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'object') return [name, [...value]]
      if (!name.endsWith('_minor')) return [name, value]
      return [name.slice(0, -'_minor'.length), amountText(value as Minor, currency)]
    }),
  )
}

/** What the checks find on a batch as it stands now. */
export function findingsOn(asker: View | Act, batch: Batch): Finding[] {
  const { fund_id: fund, form, actor: maker } = batch
  return findingsOnLines(asker, { fund, form, maker, lines: standingLines(asker, batch) })
}

/** Which checks are red, and on how many lines. */
export function redLines(findings: readonly Finding[]): { checks: string[]; lines: number } {
  const red = findings.filter(({ grade }) => grade === 'red')
  return {
    checks: [...new Set(red.map(({ check }) => check))],
    lines: new Set(red.flatMap(({ lines }) => lines)).size,
  }
}

export const check = query({
  name: 'batches.check',
  summary: 'What the checks of the policy on payments find on a batch: the dry run of its release',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}/check' },
  input: z.strictObject({ batch: batchField }),
  output: z.object({
    batch: z.string(),
    lines: z.number(),
    /** Whether the policy lets red hold the batch up, and it does. */
    blocked: z.boolean(),
    findings: z.array(findingOut),
  }),
  run: (view, input) => {
    const batch = batchWithNumber(view, input.batch)
    const findings = findingsOn(view, batch)
    const blocked = paymentsPolicy(view, batch.fund_id).red_blocks && redLines(findings).lines > 0
    return { batch: batch.number, lines: standingLines(view, batch).length, blocked, findings }
  },
})
