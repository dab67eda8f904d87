/** The values of refusals about sealed fields, consent, reading with a reason and erasure, by code. */

interface Held {
  readonly kind: string
  readonly of: string
}

export interface DataRefusalValues {
  'consent.ended': { consent: number; on: string }
  'consent.ends_too_soon': { from: string; to: string }
  'consent.given': { party: string; purpose: string; on: string }
  'consent.in_future': { day: string; today: string }
  'consent.unknown': { consent: number }
  'erasure.asked': { party: string; request: number }
  'erasure.by_another': { request: number }
  'erasure.held': { party: string; holds: readonly Held[] }
  'erasure.merged': { party: string; kept: string }
  'erasure.merged_since': { request: number; parties: readonly string[] }
  'erasure.unknown': { request: number }
  'erasure_log.unreadable': { path: string; line: number }
  'party.erased': { party: string }
  'sealed_field.empty': { party: string; field: string }
  'sealed_field.of_kinds': { party: string; field: string }
  'sealed_field.too_long': { field: string; most: number }
  'unsealing.names_needed': Readonly<Record<never, never>>
  'unsealing.nothing': { party: string; fields: readonly string[] }
  'unsealing.over': { unsealing: number; minutes: number }
  'unsealing.unknown': { unsealing: number }
}
