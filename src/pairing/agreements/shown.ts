/** Agreements as answers show them. */
import { z } from 'zod'
import { amountOut, dayOut } from '../../book/fields.ts'
import type { View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { amountText, minor } from '../../kit/money.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { helperRef } from '../registers/rows.ts'
import { type Line, outcomes, type Total } from './counting.ts'
import {
  type Agreement,
  type AgreementVersion,
  agreementRef,
  agreementSides,
  agreementStates,
  commitmentsOf,
  isBinding,
  kindsInMoney,
  type PromiseKind,
  partiesOf,
  promiseKinds,
  signedVersion,
  stateOf,
  versionsOfAgreement,
} from './rows.ts'
import { reckoned } from './variance.ts'

export const kindOut = z.object({
  code: z.string(),
  /** As the policy names it; null for a kind that it no longer knows. */
  name: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }).nullable(),
})

export const agreementOut = z.object({
  agreement: z.number(),
  reference: z.string(),
  helper: personOut.extend({ helper: z.number(), reference: z.string() }),
  party: personOut,
  /** Null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
  currency: z.string(),
  state: z.enum(agreementStates),
  /** Of the version that holds, else of the newest. */
  kinds: z.array(kindOut),
  from_on: dayOut,
  until_on: dayOut,
  /** The number of the newest version, and of the one that both sides signed last. */
  newest_version: z.number(),
  signed_version: z.number().nullable(),
  /** How many commitments bind a side, and how many of those are open past their day. */
  commitments: z.number(),
  overdue: z.number(),
  sequence: z.number(),
})
export type AgreementOut = z.output<typeof agreementOut>

/** An agreement with its figures of today. */
export function agreementShown(view: View, agreement: Agreement): AgreementOut {
  const { id, helper_id, unit_id, currency } = agreement
  const versions = versionsOfAgreement(view, id)
  const signed = signedVersion(view, id)
  const holds = signed ?? versions.at(-1)!
  const { helper, helped } = partiesOf(view, agreement)
  const lines = commitmentsOf(view, id)
    .filter((commitment) => isBinding(view, commitment))
    .map((commitment) => reckoned(view, commitment, view.today))
  return {
    agreement: id,
    reference: agreementRef(id),
    helper: { helper: helper_id, reference: helperRef(helper_id), ...personShown(view, helper) },
    party: personShown(view, helped),
    unit: unitShown(view, unit_id),
    currency,
    state: stateOf(view, id, view.today),
    kinds: kindsShown(view, agreement, holds),
    from_on: holds.from_on,
    until_on: holds.until_on,
    newest_version: versions.length,
    signed_version: signed ? versions.findIndex((one) => one.id === signed.id) + 1 : null,
    commitments: lines.length,
    overdue: lines.filter(isOverdue).length,
    sequence: agreement.event_seq,
  }
}

/** Whether the day of a commitment is over and something of it is open. */
export function isOverdue({ outcome }: Line): boolean {
  return outcome === 'overdue' || outcome === 'partly'
}

/** What a version is about, by the policy that holds today. */
export function kindsShown(
  view: View,
  { unit_id }: Agreement,
  { kinds }: AgreementVersion,
): z.output<typeof kindOut>[] {
  const known = policyInForce(view, 'pairing', { unit: unit_id, on: view.today }).body.agreements
  return (JSON.parse(kinds) as string[]).map((code) => ({
    code,
    name: known.find((one) => one.code === code)?.name ?? null,
  }))
}

/** A measure as text: an amount in the agreement's currency, else a whole number. */
export function measureText(kind: PromiseKind, currency: string, measure: number): string {
  return kindsInMoney.includes(kind) ? amountText(minor(measure), currency) : String(measure)
}

/** Amounts in the agreement's currency for money and purchases, whole numbers for all else; both as text. */
const measuresOut = {
  promised: amountOut,
  on_time: amountOut,
  late: amountOut,
  open: amountOut,
  released: amountOut,
  beyond: amountOut,
}

export const lineOut = z.object({
  commitment: z.number(),
  side: z.enum(agreementSides),
  kind: z.enum(promiseKinds),
  /** Whether its measures are amounts of money. */
  in_money: z.boolean(),
  due_on: dayOut,
  ...measuresOut,
  outcome: z.enum(outcomes),
  kept_on: dayOut.nullable(),
  days_late: z.number().nullable(),
  /** What the commitment says; masked for who does not read names. */
  text: z.string().nullable(),
})

export const totalOut = z.object({
  side: z.enum(agreementSides),
  kind: z.enum(promiseKinds),
  in_money: z.boolean(),
  commitments: z.number(),
  ...measuresOut,
  overdue: amountOut,
})

/** The measures of a line or a total as text. */
export function measuresShown(line: Line | Total, currency: string) {
  const told = (measure: number) => measureText(line.kind, currency, measure)
  return {
    in_money: kindsInMoney.includes(line.kind),
    promised: told(line.promised),
    on_time: told(line.on_time),
    late: told(line.late),
    open: told(line.open),
    released: told(line.released),
    beyond: told(line.beyond),
  }
}

/** A line of what was promised and came of it. */
export function lineShown(
  line: Line,
  currency: string,
  text: string | null,
): z.output<typeof lineOut> {
  const { commitment, side, kind, due_on, outcome, kept_on, days_late } = line
  const measures = measuresShown(line, currency)
  return { commitment, side, kind, due_on, outcome, kept_on, days_late, text, ...measures }
}

/** The sums of a kind on a side. */
export function totalShown(total: Total, currency: string): z.output<typeof totalOut> {
  const { side, kind, commitments } = total
  const overdue = measureText(kind, currency, total.overdue)
  return { side, kind, commitments, overdue, ...measuresShown(total, currency) }
}
