/** Refusals of cases as such. */
import { refusal } from '../../kit/refusal.ts'

export const caseUnknown = refusal<{ case: string }>(
  'case.unknown',
  404,
  (v) => `There is no case ${v.case} in this book.`,
  'Look it up in the list of cases.',
)

export const roundUnknown = refusal<{ round: number }>(
  'round.unknown',
  404,
  ({ round }) => `There is no list of cases ${round} in this book.`,
  'Look it up in the lists of the programme.',
)

export const caseNotInState = refusal<{ case: string; state: string; act: string }>(
  'case.not_in_state',
  409,
  (v) => `Case ${v.case} is ${v.state}, and so cannot be ${v.act}.`,
  'Look at what was done with it; somebody else may have been quicker.',
)

export const caseNotAtStep = refusal<{ case: string; at: string; wanted: string }>(
  'case.not_at_step',
  409,
  (v) => `Case ${v.case} stands at "${v.at}", not at the step "${v.wanted}".`,
  'Look at what was done with it; what waits at its step is done first.',
)

export const caseInterest = refusal<{ case: string; interests: readonly string[] }>(
  'case.interest',
  403,
  (v) =>
    `You have an interest in case ${v.case} (${v.interests.join(', ')}), and so take no part in it.`,
  'Somebody without an interest does this. If a tie is recorded wrongly, have it corrected first.',
)

export const caseOwnHand = refusal<{ case: string }>(
  'case.own_hand',
  403,
  (v) => `You entered case ${v.case} yourself; whoever enters a case does not decide on it.`,
  'Somebody else who may decide does this. No role is above this rule.',
)

export const casesNone = refusal<Record<never, never>>(
  'cases.none',
  422,
  () => 'No case was named.',
  'Name cases by their numbers, or a list of cases of which some wait at this step.',
)
