/** The values of refusals about cases, lists of cases, hardship files and programmes, by code. */
export interface HardshipRefusalValues {
  'aid_event.in_future': { day: string; today: string }
  'aid_event.taken': { aid_event: string }
  'aid_event.unknown': { aid_event: string }
  'case.applied_in_future': { day: string; today: string }
  'case.barred': { party: string; until: string }
  'case.cause_unknown': { cause: string; causes: readonly string[] }
  'case.decided': { case: string; state: string }
  'case.in_round': { party: string; case: string; round: number }
  'case.interest': { case: string; interests: readonly string[] }
  'case.not_at_step': { case: string; at: string; wanted: string }
  'case.not_in_state': { case: string; state: string; act: string }
  'case.open_already': { party: string; case: string; programme: string }
  'case.other_programme': { round: number; programme: string }
  'case.own_hand': { case: string }
  'case.payee_form': { payee: string; form: string }
  'case.too_large': { amount: string; instalments: number }
  'case.unchanged': { case: string }
  'case.under_decision': { case: string }
  'case.unknown': { case: string }
  'case_list.column_missing': { heading: string }
  'case_list.column_twice': { heading: string }
  'case_list.empty': Readonly<Record<never, never>>
  'case_list.too_long': { most: number }
  'case_list.unreadable': { fault: string }
  'cases.grade_unknown': { grade: string; grades: readonly string[] }
  'cases.name_of_nobody': { name: string }
  'cases.name_of_several': { name: string; parties: readonly string[] }
  'cases.none': Readonly<Record<never, never>>
  'cases.row': { row: number; code: string; said: string }
  'cases.twice': { party: string; row: number }
  'hardship_file.exists': { household: string; file: string }
  'hardship_file.needed': { party: string }
  'hardship_file.not_in_hardship': { party: string; file: string }
  'hardship_file.reason_needed': { file: string }
  'hardship_file.review_past': { review_on: string; today: string }
  'hardship_file.unchanged': { file: string }
  'hardship_file.unknown': { file: number }
  'programme.closed': { programme: string }
  'programme.no_workflow': { workflow: string; unit: string | null }
  'programme.taken': { programme: string }
  'programme.unchanged': { programme: string }
  'programme.unknown': { programme: string }
  'round.unknown': { round: number }
}
