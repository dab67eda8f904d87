/** The values of refusals about approvals, caps, awards, allowances and claims, by code. */

interface CapValues {
  case: string
  help: string
  scope: string
  window: string
  months: number | null
  currency: string
  counted: readonly string[]
}

interface OfCase {
  case: string
}

export interface AwardRefusalValues {
  'allowance.month_ahead': { month: string; now: string }
  'award.all_paid': OfCase
  'award.ended': { case: string; cause: string }
  'award.in_batch': { case: string; batch: string }
  'award.no_emergency': OfCase
  'award.none': OfCase
  'award.not_as_decided': { case: string; decided: string; on: string }
  'award.ratified': OfCase
  'award.reason_needed': OfCase
  'cap.below_least': CapValues & { least: string; amount: string }
  'cap.exceeded': CapValues & { limit: string; used: string; left: string; amount: string }
  'cap.not_above': OfCase
  'cap.not_passed': OfCase
  'cap.standard_missing': CapValues & { standard: string }
  'cap.too_often': CapValues & { most: number; times: number }
  'cap_request.approver': OfCase
  'cap_request.decided': { request: number }
  'cap_request.own': { request: number }
  'cap_request.unknown': { request: number }
  'cap_request.waits': { case: string; request: number }
  'case.approved_already': OfCase
  'case.decision_differs': { case: string; decided: string; asked: string; currency: string }
  'case.emergency_never': OfCase
  'case.let_pass_cap': OfCase
  'case.needs_higher': { case: string; amount: string; currency: string }
  'case.no_decision': OfCase
  'case.no_emergency': OfCase
  'clawback.bar_in_past': { until: string; today: string }
  'clawback.bounced': { payout: number }
  'clawback.not_of_case': { payout: number }
  'clawback.received_too_much': { clawback: number; amount: string; left: string; currency: string }
  'clawback.too_large': { payout: number; amount: string; left: string; currency: string }
  'clawback.unknown': { clawback: number }
}
