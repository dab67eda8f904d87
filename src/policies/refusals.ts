/** Refusals of policies. */
import { refusal } from '../kit/refusal.ts'

export const policyBeforeToday = refusal<{ kind: string; from: string; today: string }>(
  'policy.before_today',
  409,
  ({ kind, from, today }) =>
    `A policy on ${kind} is in force already, so a new version from ${from} would change what was decided under it; today is ${today}.`,
  'Let the new version hold from today or a later day.',
)

export const policyUnchanged = refusal<{ kinds: readonly string[]; from: string }>(
  'policy.unchanged',
  409,
  ({ kinds, from }) =>
    `On ${from} the policy on ${kinds.join(', ')} says exactly this already, so there is nothing to record.`,
  'Change what it says, or choose another day.',
)

export const policyOfOrganisation = refusal<{ kind: string; unit: string }>(
  'policy.of_organisation',
  422,
  ({ kind, unit }) =>
    `The policy on ${kind} holds for the whole organisation and cannot be another in the unit "${unit}".`,
  'Leave the unit out.',
)

export const policyUnknown = refusal<{ version: number }>(
  'policy.unknown',
  404,
  ({ version }) => `There is no version ${version} of a policy in this book.`,
  'Look it up in the history of the policy.',
)
