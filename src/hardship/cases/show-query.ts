/** One case: what it asks for, the steps before and behind it, and everything that was done with it. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayOut, idField } from '../../book/fields.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { interestText } from '../../people/interests.ts'
import { shownCause } from '../../people/shown.ts'
import { stepKinds } from '../../policies/workflows.ts'
import { aidEventById } from '../programmes/programmes.ts'
import { interestsInCases, isOwnCase } from './duties.ts'
import { appliedBy, type CaseFacts, caseFactsField } from './fields.ts'
import { caseActs } from './moves.ts'
import {
  actsOfCase,
  caseWithId,
  type HardshipCase,
  roundById,
  versionOfCase,
  versionsOfCase,
  workflowOf,
} from './rows.ts'
import { caseOut, caseShown, factsFor, personOut, personShown } from './shown.ts'

const stepOut = z.object({
  kind: z.enum(stepKinds),
  /** Of a notice: at which level it hangs. */
  level: z.enum(['unit', 'upper']).nullable(),
})

const actOut = z.object({
  act: z.enum(caseActs),
  step: z.number(),
  on: dayOut,
  reason: z.string().nullable(),
  /** The event that recorded it, which tells who did and when. */
  sequence: z.number(),
})

export const caseShowOut = caseOut.extend({
  applicant: personOut,
  applied_by: z.enum(appliedBy),
  aid_event: z.object({ aid_event: z.string(), name: z.string(), happened_on: dayOut }).nullable(),
  round_name: z.string().nullable(),
  /** The short text of its cause; masked for who does not read names. */
  cause_text: z.string().nullable(),
  /** Null for who does not read names. */
  facts: caseFactsField.nullable(),
  workflow: z.object({
    workflow: z.string(),
    name: z.string(),
    /** The version of the policy under which it was entered; null for the house's own. */
    policy: z.number().nullable(),
    decide_within_days: z.number().nullable(),
  }),
  steps: z.array(stepOut),
  acts: z.array(actOut),
  /** How often what it asks for was said; more than once when it was revised. */
  versions: z.number(),
  /** The caller entered it or proposed what it asks for, and so does not decide on it. */
  own_hand: z.boolean(),
  /** What ties the caller to somebody whom it concerns. */
  interests: z.array(z.string()),
})
/** A case as its page and its sections have it. */
export type CaseTold = z.output<typeof caseShowOut>

export const show = query({
  name: 'cases.show',
  summary:
    'Shows a case: what it asks for, its steps, what was done with it, what bars this reader',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}' },
  input: z.strictObject({ case: idField }),
  output: caseShowOut,
  run: (view, input) => caseTold(view, caseWithId(view, input.case)),
})

/** What was written of the cause, as far as the policy on masks shows it to who reads names. */
function causeText(
  view: View,
  { unit_id }: HardshipCase,
  sensitive: boolean,
  detail: number | null,
): string | null {
  const text = textFor(view, detail)
  if (text === null || !view.caller.readsNames) return text
  return shownCause(view, view.caller, unit_id, { text, sensitive, purpose: 'internal' })
}

function caseTold(view: View, theCase: HardshipCase): CaseTold {
  const { id } = theCase
  const { cause_detail_id, facts_detail_id } = versionOfCase(view, id)
  const workflow = workflowOf(view, theCase)
  const interests = interestsInCases(view, view.caller.actor, [theCase]).get(id) ?? []
  const event = theCase.aid_event_id === null ? null : aidEventById(view, theCase.aid_event_id)
  const shown = caseShown(view, theCase)
  return {
    ...shown,
    applicant: personShown(view, theCase.applicant_id),
    applied_by: theCase.applied_by,
    aid_event: event && {
      aid_event: event.code,
      name: event.name,
      happened_on: event.happened_on,
    },
    round_name: shown.round === null ? null : roundById(view, theCase.round_id!).name,
    cause_text: causeText(view, theCase, shown.cause.sensitive, cause_detail_id),
    facts: factsFor<CaseFacts>(view, facts_detail_id),
    workflow: {
      workflow: workflow.code,
      name: workflow.name,
      policy: theCase.policy_version_id,
      decide_within_days: workflow.decide_within_days,
    },
    steps: workflow.steps.map((step) => ({
      kind: step.kind,
      level: step.kind === 'notice' ? step.level : null,
    })),
    acts: actsOfCase(view, id).map(({ act, step, on_day, reason_detail_id, event_seq }) => ({
      act,
      step,
      on: on_day,
      reason: textFor(view, reason_detail_id),
      sequence: event_seq,
    })),
    versions: versionsOfCase(view, id).length,
    own_hand: isOwnCase(view, theCase),
    interests: [...new Set(interests.map(interestText))],
  }
}
