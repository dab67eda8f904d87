/** The values of refusals about applications with a code and about documents, by code. */
type Nothing = Readonly<Record<never, never>>

export interface ApplicationRefusalValues {
  'application.changed': Nothing
  'application.incomplete': { missing: readonly string[] }
  'application.no_account': { case: string }
  'application.none': { case: string }
  'application.not_sent': Nothing
  'application.not_taken': Nothing
  'application.sent': { case: string }
  'application_code.ended': { code: number }
  'application_code.exists': Nothing
  'application_code.mistyped': Nothing
  'application_code.not_there': { code: number }
  'application_code.throttled': { minutes: number }
  'application_code.unknown': Nothing
  'application_code.until': { until: string; today: string; most_days: number }
  'document.active': { name: string }
  'document.content': Nothing
  'document.empty': { name: string }
  'document.erased': { document: number }
  'document.file': Nothing
  'document.kind': { name: string }
  'document.locked': { name: string }
  'document.names': { document: number }
  'document.no_amount': { document: number; kind: string }
  'document.not_its_kind': { name: string; kind: string }
  'document.own_hand': { document: number }
  'document.too_large': { name: string; most_mib: number }
  'document.too_large_inside': { name: string }
  'document.too_large_together': { most_mib: number }
  'document.too_many': { most: number }
  'document.unknown': { document: number }
}
