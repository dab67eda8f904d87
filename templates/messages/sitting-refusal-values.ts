/** The values of refusals of sittings, and of what comes after a payment, by code. */
export interface SittingRefusalValues {
  'ballot.amount': { case: string }
  'ballot.conditions': { proposal: string }
  'ballot.no_quorum': { present: number; members: number; cases: readonly string[] }
  'ballot.recused': { user: number; case: string }
  'ballot.rule': { proposal: string }
  'ballot.split': { cases: readonly string[] }
  'ballot.voter': { user: number }
  'ballot.votes_missing': { users: readonly number[] }
  'call_back.unknown': { call_back: number }
  'call_back_draw.done': { draw: number }
  'call_back_draw.nobody': { from: string; to: string }
  'call_back_draw.not_over': { to: string; today: string }
  'call_back_draw.range': { from: string; to: string }
  'call_back_draw.unknown': { draw: number }
  'case.before_another_sitting': { case: string; sitting: number }
  'case.not_to_ratify': { case: string }
  'case.outside_sitting': { case: string; sitting: number }
  'delivery.came_back': { payout: number }
  'delivery.confirmed': { payout: number }
  'delivery.day': { day: string; paid_on: string; today: string }
  'delivery.own_hand': { payout: number }
  'delivery.unknown': { payout: number }
  'revisit.day': { visited_on: string; next_on: string | null; today: string }
  'revisit.not_paid': { case: string; state: string }
  'sitting.closed': { sitting: number }
  'sitting.day': { held_on: string; today: string }
  'sitting.nobody': { unit: string | null }
  'sitting.not_member': { user: number }
  'sitting.not_supervisor': { user: number }
  'sitting.part_twice': { users: readonly number[] }
  'sitting.recused_voted': { case: string; user: number }
  'sitting.same_person': { user: number; other: number }
  'sitting.unknown': { sitting: number }
}
