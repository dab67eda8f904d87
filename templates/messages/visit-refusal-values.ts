/** The values of refusals about visits, what is to be done after them and what prompts them, by code. */
export interface VisitRefusalValues {
  'care_event.day': { day: string; today: string }
  'care_event.ended': { care_event: string }
  'care_event.of_another': { care_event: string; party: string }
  'care_event.unknown': { care_event: number | string }
  'follow_up.day': { due_on: string; from: string }
  'follow_up.ended': { follow_up: string }
  'follow_up.unknown': { follow_up: number | string }
  'visit.carried_slip': { visit: string }
  'visit.confirmed': { visit: string }
  'visit.day': { day: string; today: string }
  'visit.help_unclear': { form: string }
  'visit.kind_unknown': { kind: string }
  'visit.own_hand': { visit: string }
  'visit.pair_not_then': { pair: string; day: string }
  'visit.payout_handed_over': { payout: number; visit: string }
  'visit.payout_of_another': { payout: number; party: string }
  'visit.slip_not_met': Readonly<Record<string, never>>
  'visit.slip_of_another': { batch: string; line: number; party: string }
  'visit.taken_back': { visit: string }
  'visit.unknown': { visit: number | string }
  'visit.who_went': Readonly<Record<string, never>>
}
