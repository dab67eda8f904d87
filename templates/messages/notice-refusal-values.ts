/** The values of refusals about public notices, objections and grievances, by code. */
type Nothing = Readonly<Record<never, never>>

export interface NoticeRefusalValues {
  'case.notice_missing': { case: string; level: string }
  'case.notice_open': { case: string; notice: number }
  'case.objection_open': { case: string; objection: number }
  'case.on_notice': { case: string; notice: number }
  'grievance.decided': { grievance: number; outcome: string }
  'grievance.nothing_to_appeal': { case: string; state: string }
  'grievance.open': { case: string; grievance: number }
  'grievance.own_part': { case: string }
  'grievance.step': { step: number; most: number }
  'grievance.unknown': { grievance: number }
  'notice.ended': { notice: number; ended_on: string }
  'notice.no_stage': { level: string; unit: string }
  'notice.several_units': Nothing
  'notice.still_up': { notice: number; last_on: string }
  'notice.two_currencies': { currencies: readonly string[] }
  'notice.two_levels': { cases: readonly string[] }
  'notice.unknown': { notice: number }
  'objection.decided': { objection: number; outcome: string }
  'objection.needs_name': Nothing
  'objection.not_confidential': { objection: number }
  'objection.not_on_notice': { notice: number; serial: number }
  'objection.outside_time': { given: string; from: string; to: string }
  'objection.too_many': { notice: number; most: number }
  'objection.unknown': { objection: number }
}
