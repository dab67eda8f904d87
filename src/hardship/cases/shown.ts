/** A case as questions tell it: who is helped with what, and where it stands. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut } from '../../book/fields.ts'
import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { PartyId, UnitId } from '../../kit/ids.ts'
import { amountText, type Minor, minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { partyRef } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { unitById } from '../../people/units.ts'
import { grades } from '../../policies/caps.ts'
import type { Causes } from '../../policies/causes.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { type StepKind, stepKinds } from '../../policies/workflows.ts'
import { fileRef } from '../files/files.ts'
import { type Help, helps, programmeById } from '../programmes/programmes.ts'
import { clockOfCase } from './clock-of-case.ts'
import { forms } from './fields.ts'
import { caseStates } from './moves.ts'
import {
  caseRef,
  type HardshipCase,
  roundById,
  standingOf,
  versionOfCase,
  workflowOf,
} from './rows.ts'

export const personOut = z.object({ party: z.string(), name: z.string() })
export const unitOut = z.object({ unit: z.string(), name: z.string() })
const namedOut = z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() })

export const caseOut = z.object({
  case: z.number(),
  reference: z.string(),
  programme: z.object({ programme: z.string(), name: z.string() }),
  /** Null where the fund lies beyond the caller's reach. */
  fund: z.string().nullable(),
  currency: z.string(),
  category: z.enum(payoutCategories),
  help: z.enum(helps as [Help, ...Help[]]),
  /** The list to which it belongs; null for none, and beyond the caller's reach. */
  round: z.number().nullable(),
  file: z.object({ file: z.number(), reference: z.string() }),
  beneficiary: personOut,
  payee: personOut,
  /** Null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
  applied_on: dayOut,
  emergency: z.boolean(),
  form: z.enum(forms),
  /** The class of the policy on causes, with its name in each language. */
  cause: z.object({ code: z.string(), name: namedOut, sensitive: z.boolean() }),
  grade: z.enum(grades).nullable(),
  /** Of one instalment, how many, and what they come to. */
  amount: amountOut,
  instalments: z.number(),
  total: amountOut,
  state: z.enum(caseStates),
  /** The number of the step at which it is, from 0, and its kind. */
  step: z.number(),
  step_kind: z.enum(stepKinds),
  /** Since when it has stood so. */
  since_on: dayOut,
  /** The last day on which a decision is in time; null without a limit, and once it is decided. */
  due_on: dayOut.nullable(),
  /** It is not decided, and late. */
  overdue: z.boolean(),
  sequence: z.number(),
})
export type CaseOut = z.output<typeof caseOut>

/** A person as this caller may read them. */
export function personShown(view: View, id: PartyId): z.output<typeof personOut> {
  return { party: partyRef(id), name: nameFor(view, view.caller, id) }
}

/** A unit within the caller's reach; null for others and for the whole organisation. */
export function unitShown(view: View, id: UnitId | null): z.output<typeof unitOut> | null {
  if (id === null || !inScope(view.scope, id)) return null
  const { code, name } = unitById(view, id)
  return { unit: code, name }
}

/** The class of a cause where a case belongs; a class that was since removed is told by its code. */
export function causeShown(view: View, unit: UnitId | null, code: string): CaseOut['cause'] {
  const { causes }: Causes = policyInForce(view, 'causes', { unit, on: view.today }).body
  const found = causes.find((cause) => cause.code === code)
  const name = found?.name ?? { en: code, 'zh-Hans': code, 'zh-Hant': code }
  return { code, name, sensitive: found?.sensitive ?? true }
}

/** What all instalments of a case come to. */
export function totalOf({ amount_minor, instalments }: TotalParts): Minor {
  return minor(amount_minor * instalments)
}
interface TotalParts {
  readonly amount_minor: Minor
  readonly instalments: number
}

/** A case as lists and pages tell it. */
export function caseShown(view: View, theCase: HardshipCase): CaseOut {
  const { id, unit_id } = theCase
  const asked = versionOfCase(view, id)
  const { state, step, step_kind, since_on } = standingOf(view, id)
  const programme = programmeById(view, theCase.programme_id)
  const fund = fundById(view, theCase.fund_id)
  const { currency } = fund
  return {
    case: id,
    reference: caseRef(id),
    programme: { programme: programme.code, name: programme.name },
    fund: inScope(view.scope, fund.unit_id) ? fund.code : null,
    currency,
    category: theCase.category as CaseOut['category'],
    help: theCase.help as Help,
    round: roundReached(view, theCase),
    file: { file: theCase.file_id, reference: fileRef(theCase.file_id) },
    beneficiary: personShown(view, theCase.beneficiary_id),
    payee: personShown(view, asked.payee_id),
    unit: unitShown(view, unit_id),
    applied_on: theCase.applied_on,
    emergency: theCase.emergency === 1,
    form: asked.form,
    cause: causeShown(view, unit_id, asked.cause),
    grade: asked.grade,
    amount: amountText(asked.amount_minor, currency),
    instalments: asked.instalments,
    total: amountText(totalOf(asked), currency),
    state,
    step,
    step_kind: step_kind as StepKind,
    since_on,
    ...timeOf(view, theCase, state),
    sequence: theCase.event_seq,
  }
}

const undecided: readonly string[] = ['open', 'asked', 'suspended']

function timeOf(view: View, theCase: HardshipCase, state: string) {
  const limited = workflowOf(view, theCase).decide_within_days !== null
  if (!limited || !undecided.includes(state)) return { due_on: null, overdue: false }
  const { due_on, overdue } = clockOfCase(view, theCase, view.today)
  return { due_on, overdue }
}

/** A list of the whole organisation holds cases of branches, which do not see the list. */
function roundReached(view: View, { round_id }: HardshipCase): number | null {
  if (round_id === null) return null
  return inScope(view.scope, roundById(view, round_id).unit_id) ? round_id : null
}

/** A text kept as JSON, for who reads names; null for others, for none, and once it has been erased. */
export function factsFor<T>(view: View, id: number | null): T | null {
  if (!view.caller.readsNames) return null
  const text = textFor(view, id)
  return text?.startsWith('{') ? (JSON.parse(text) as T) : null
}

/** Adds up amounts of one currency as answers give them; null for more than a book can hold. */
export function sumText(amounts: readonly Minor[], currency: string): string | null {
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  return Number.isSafeInteger(sum) ? amountText(minor(sum), currency) : null
}
