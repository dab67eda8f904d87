/** The values of refusals about the steps that a case goes through, by code. */
export interface FlowRefusalValues {
  'case.check_failed': { case: string; checks: readonly string[] }
  'case.check_unknown': { case: string; check: string; checks: readonly string[] }
  'case.checks_open': { case: string; checks: readonly string[] }
  'case.not_from_above': { case: string; unit: string }
  'case.step_not_earlier': { case: string; step: number; at: number }
  'case.visit_in_future': { day: string; today: string }
  'case.visit_needed': { case: string }
  'case.waiver_needs_approver': { check: string }
  'case.waiver_needs_reason': { check: string }
}
