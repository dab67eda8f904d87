/** Refusals of the steps that a case goes through. */
import { refusal } from '../../kit/refusal.ts'

export const caseNotFromAbove = refusal<{ case: string; unit: string }>(
  'case.not_from_above',
  403,
  (v) => `Case ${v.case} belongs to ${v.unit}; your role does not begin above that.`,
  'Somebody of the level above, or of the whole organisation, reviews it.',
)

export const caseCheckUnknown = refusal<{
  case: string
  check: string
  checks: readonly string[]
}>(
  'case.check_unknown',
  422,
  (v) => `The workflow of case ${v.case} has no check "${v.check}", only ${v.checks.join(', ')}.`,
  'Choose one of its checks.',
)

export const caseWaiverNeedsApprover = refusal<{ check: string }>(
  'case.waiver_needs_approver',
  403,
  (v) => `The check "${v.check}" is waived by an approver, and your role is another.`,
  'Ask an approver to waive it, or record whether it passes.',
)

export const caseWaiverNeedsReason = refusal<{ check: string }>(
  'case.waiver_needs_reason',
  422,
  (v) => `The check "${v.check}" is waived for a reason, and none was given.`,
  'Say why it is waived.',
)

export const caseChecksOpen = refusal<{ case: string; checks: readonly string[] }>(
  'case.checks_open',
  409,
  (v) => `Of case ${v.case} nobody has recorded: ${v.checks.join(', ')}.`,
  'Record the outcome of each check first.',
)

export const caseCheckFailed = refusal<{ case: string; checks: readonly string[] }>(
  'case.check_failed',
  409,
  (v) => `Case ${v.case} does not pass: ${v.checks.join(', ')}.`,
  'Refuse the case by that rule; an approver may waive a check with a reason.',
)

export const caseVisitInFuture = refusal<{ day: string; today: string }>(
  'case.visit_in_future',
  422,
  (v) => `The visit is said to be on ${v.day}, and today is ${v.today}.`,
  'Give the day on which somebody was there.',
)

export const caseVisitNeeded = refusal<{ case: string }>(
  'case.visit_needed',
  409,
  (v) => `Case ${v.case} concerns a relative of an officer, and nobody has visited the household.`,
  'Visit the household and record what was found; for relatives of officers no visit is left out.',
)

export const caseStepNotEarlier = refusal<{ case: string; step: number; at: number }>(
  'case.step_not_earlier',
  422,
  (v) =>
    `Case ${v.case} is at step ${v.at}, and can be returned to an earlier one, not to ${v.step}.`,
  'Choose a step before the one it is at.',
)
