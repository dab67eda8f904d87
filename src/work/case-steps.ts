/** What waits at each step of hardship cases, and for whom: whoever may do what that step asks for. */
import type { Guarded } from '../book/registry.ts'
import { approve } from '../hardship/awards/approving.ts'
import { casesOverdue } from '../hardship/cases/overdue.ts'
import { casesAtStep, filesToReview } from '../hardship/cases/waiting.ts'
import { revise as reviseFile } from '../hardship/files/commands.ts'
import { passChecks } from '../hardship/flow/checks.ts'
import { recordHomeVisit, review, verify } from '../hardship/flow/commands.ts'
import { refuse } from '../hardship/flow/turning.ts'
import { putUp } from '../hardship/notices/putting-up.ts'
import { call } from '../hardship/sittings/calling.ts'
import type { StepKind } from '../policies/workflows.ts'
import { item, type Kind } from './items.ts'

/** In the order of urgency: what is decided first, then what leads there. */
export const caseCodes = [
  'cases_overdue',
  'cases_to_approve',
  'cases_to_deliberate',
  'cases_to_review',
  'cases_to_put_up',
  'cases_to_check',
  'cases_to_visit',
  'cases_to_verify',
  'files_to_review',
] as const

/** `byAnother`: whoever entered a case is not told of it, for others decide. */
function atStep(step: StepKind, by: Guarded, byAnother: boolean): Kind {
  return {
    by,
    find: (view) => {
      const { cases, ...found } = casesAtStep(view, step, byAnother)
      return item(
        cases.map((id) => `case/${id}`),
        found,
      )
    },
  }
}

export const caseKinds: Readonly<Record<(typeof caseCodes)[number], Kind>> = {
  cases_overdue: {
    by: refuse,
    find: (view) => {
      const { cases, more } = casesOverdue(view)
      return item(
        cases.map(({ id }) => `case/${id}`),
        { oldest_on: cases[0]?.due_on ?? null, more },
      )
    },
  },
  cases_to_approve: atStep('approve', approve, true),
  cases_to_deliberate: atStep('deliberate', call, false),
  cases_to_review: atStep('review', review, true),
  cases_to_put_up: atStep('notice', putUp, false),
  cases_to_check: atStep('checks', passChecks, true),
  cases_to_visit: atStep('home_visit', recordHomeVisit, true),
  cases_to_verify: atStep('verify', verify, true),
  files_to_review: {
    by: reviseFile,
    find: (view) => {
      const found = filesToReview(view)
      return item(
        found.map(({ id }) => `hardship_file/${id}`),
        { oldest_on: found[0]?.on ?? null },
      )
    },
  },
}
