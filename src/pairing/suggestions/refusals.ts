/** Refusals of runs of the matching, and of what is done with their suggestions. */
import { refusal } from '../../kit/refusal.ts'

export const matchRunUnknown = refusal<{ run: number }>(
  'match.run_unknown',
  404,
  ({ run }) => `There is no run ${run} of the matching in this book.`,
  'Look it up in the list of runs.',
)

export const matchNotCandidate = refusal<{ need: string; helper: string; run: number }>(
  'match.not_candidate',
  422,
  (v) => `Helper ${v.helper} was not among the candidates of need ${v.need} in run ${v.run}.`,
  'Choose one of the candidates, propose the pair by hand, or match again.',
)

export const matchNotSuggested = refusal<{ need: string; helper: string; run: number }>(
  'match.not_suggested',
  422,
  (v) => `Run ${v.run} does not suggest helper ${v.helper} for need ${v.need}.`,
  'Choose one of the suggestions of the run.',
)

export const matchNeedNotInRun = refusal<{ need: string; run: number }>(
  'match.need_not_in_run',
  404,
  (v) => `Need ${v.need} had no part in run ${v.run}.`,
  'It was opened later, was not open then, or had its helpers; match again.',
)

export const matchSuggestionStale = refusal<{
  need: string
  helper: string
  rules: readonly string[]
}>(
  'match.suggestion_stale',
  409,
  (v) =>
    `Helper ${v.helper} no longer fits need ${v.need}: something changed since the run (${v.rules.join(', ')}).`,
  'Choose another candidate, or match again.',
)

export const matchAlreadyRejected = refusal<{ need: string; helper: string }>(
  'match.already_rejected',
  409,
  (v) => `Helper ${v.helper} and need ${v.need} are kept apart already.`,
  'Nothing is left to do; take the rejection back to allow them again.',
)

export const matchRejectionUnknown = refusal<{ rejection: number }>(
  'match.rejection_unknown',
  404,
  ({ rejection }) => `There is no rejection ${rejection} in this book.`,
  'Look it up in the list of rejections.',
)

export const matchRejectionEnded = refusal<{ rejection: number }>(
  'match.rejection_ended',
  409,
  ({ rejection }) => `Rejection ${rejection} was taken back already.`,
  'Nothing is left to do.',
)

export const matchTooLarge = refusal<{ needs: number; helpers: number; most: number }>(
  'match.too_large',
  413,
  (v) =>
    `${v.needs} needs and ${v.helpers} helpers are more than the ${v.most} that are compared in one question.`,
  'Ask for one unit, or compare on the page of the matching, which takes its time.',
)
