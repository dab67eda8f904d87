/** The values of refusals about codes of pairing, what is done with them, and how two sides reach each other, by code. */
type Nothing = Readonly<Record<never, never>>

export interface OwnPageRefusalValues {
  'own_visit.helper_only': { pair: string }
  'own_visit.too_many': { pair: string; most: number }
  'pair.contacts_closed': { pair: string }
  'pair.contacts_not_shared': { pair: string }
  'pairing_code.ended': { code: number }
  'pairing_code.exists': Nothing
  'pairing_code.mistyped': Nothing
  'pairing_code.nobody': { party: string }
  'pairing_code.not_there': { code: number }
  'pairing_code.own_hand': { pair: string }
  'pairing_code.throttled': { minutes: number }
  'pairing_code.unknown': Nothing
  'pairing_code.until': { until: string; today: string; most_days: number }
}
