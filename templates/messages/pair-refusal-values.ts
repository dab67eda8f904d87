/** The values of refusals about pairs, by code. */
export interface PairRefusalValues {
  'pair.agreed_already': { pair: string; side: string }
  'pair.barred': { need: string; helper: string; bars: readonly string[] }
  'pair.closing_first': { pair: string; reason: string }
  'pair.day_past': { day: string; today: string }
  'pair.ends_before': { until: string; today: string }
  'pair.interest': { interests: readonly string[] }
  'pair.need_served': { need: string; wanted: number }
  'pair.not_agreed': { pair: string; side: string }
  'pair.not_expired': { pair: string; until: string | null }
  'pair.not_in_state': { pair: string; state: string; act: string }
  'pair.own_closing': { pair: string }
  'pair.reason_missing': { pair: string }
  'pair.still_observed': { pair: string; until: string }
  'pair.succeeded': { pair: string; successor: string }
  'pair.unknown': { pair: number | string }
}
