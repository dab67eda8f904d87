/** The values of refusals about agreements between bodies and about variance statements, by code. */
export interface AgreementRefusalValues {
  'agreement.commitment_unknown': { commitment: number }
  'agreement.contribution_counted': { contribution: number; agreement: string }
  'agreement.contribution_other': { contribution: number }
  'agreement.days': { from: string; until: string }
  'agreement.due': { due: string; from: string }
  'agreement.ended': { agreement: string; on: string }
  'agreement.evidence_day': { day: string; from: string; today: string }
  'agreement.evidence_taken_back': { evidence: number }
  'agreement.evidence_unknown': { evidence: number }
  'agreement.helper_ended': { helper: string }
  'agreement.interest': { agreement: string; interests: readonly string[] }
  'agreement.kind_unknown': { kind: string }
  'agreement.measure': { kind: string; wanted: 'amount' | 'quantity' }
  'agreement.needs_bodies': { party: string }
  'agreement.not_signed': { agreement: string }
  'agreement.promises_nothing': { agreement: string }
  'agreement.released': { commitment: number }
  'agreement.same_party': { party: string }
  'agreement.signed_already': { agreement: string; side: string }
  'agreement.unknown': { agreement: number }
  'agreement.version_changed': { agreement: string; version: number }
  'agreement.version_signed': { agreement: string; version: number }
  'variance.answered': { statement: string; side: string }
  'variance.day': { day: string; from: string; today: string }
  'variance.newer': { statement: string; newer: string }
  'variance.own_hand': { statement: string }
  'variance.reason_missing': Readonly<Record<never, never>>
  'variance.same': { statement: string }
  'variance.signed_before': { day: string; to: string }
  'variance.unknown': { statement: number }
}
