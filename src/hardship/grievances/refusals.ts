/** Refusals of grievances and appeals. */
import { refusal } from '../../kit/refusal.ts'

export const grievanceUnknown = refusal<{ grievance: number }>(
  'grievance.unknown',
  404,
  ({ grievance }) => `There is no grievance ${grievance} in this book.`,
  'Look it up in the list of grievances.',
)

export const grievanceNothingToAppeal = refusal<{ case: string; state: string }>(
  'grievance.nothing_to_appeal',
  409,
  (v) => `Case ${v.case} is ${v.state}; an appeal is against a refusal.`,
  'File it as a grievance about the case.',
)

export const grievanceOpen = refusal<{ case: string; grievance: number }>(
  'grievance.open',
  409,
  (v) => `Appeal ${v.grievance} against the refusal of case ${v.case} is not decided.`,
  'Add what is new to that appeal, or wait until it is decided.',
)

export const grievanceDecided = refusal<{ grievance: number; outcome: string }>(
  'grievance.decided',
  409,
  (v) => `Grievance ${v.grievance} was ${v.outcome}.`,
  'A decision stands; what is new is a grievance of its own.',
)

export const grievanceOwnPart = refusal<{ case: string }>(
  'grievance.own_part',
  403,
  (v) => `You had a part in case ${v.case}, and so do not decide what is said against it.`,
  'Somebody who had no part in the case decides this. No role is above this rule.',
)

export const grievanceStep = refusal<{ step: number; most: number }>(
  'grievance.step',
  422,
  (v) => `The case goes back to a step from 0 to ${v.most}, before its award; ${v.step} is none.`,
  'Choose one of the steps that come before the award.',
)
