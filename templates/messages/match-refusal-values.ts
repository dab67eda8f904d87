/** The values of refusals about runs of the matching and their suggestions, by code. */
export interface MatchRefusalValues {
  'match.run_unknown': { run: number }
  'match.not_candidate': { need: string; helper: string; run: number }
  'match.not_suggested': { need: string; helper: string; run: number }
  'match.need_not_in_run': { need: string; run: number }
  'match.suggestion_stale': { need: string; helper: string; rules: readonly string[] }
  'match.already_rejected': { need: string; helper: string }
  'match.rejection_unknown': { rejection: number }
  'match.rejection_ended': { rejection: number }
  'match.too_large': { needs: number; helpers: number; most: number }
}
