/** Pairs and needs that somebody should look at: a review is over its day, an answer is long in coming, nobody is found. */

import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { NeedId, PairId, PartyId, UnitId } from '../../kit/ids.ts'
import { notOver, takenOf } from '../pairs/counted.ts'
import type { PairState } from '../pairs/moves.ts'

/** Whoever was asked answers within a fortnight, or is asked again: longer, and a household waits for nothing. */
export const proposalDays = 14

/** A pair that is not over. */
export interface OpenPair {
  readonly pair: PairId
  readonly state: PairState
  readonly since_on: Day
  /** When it is to be looked at, or the last day of its observation. */
  readonly review_on: Day | null
  readonly unit: UnitId | null
  /** Whose need it is. */
  readonly party: PartyId
  readonly helper_party: PartyId
}

const pairsSql = `select s.pair_id as "pair", s.state as "state", s.since_on as "since_on",
    s.review_on as "review_on", s.unit_id as "unit", n.party_id as "party",
    h.party_id as "helper_party"
  from pair_state as s join need as n on n.id = s.need_id join helper as h on h.id = s.helper_id
  where s.state in ${notOver}
  order by s.pair_id`

/** Every pair that is not over, as far as the caller reaches, in the order of their numbers. */
export function openPairs(view: View): OpenPair[] {
  return (view.all(pairsSql, []) as unknown as OpenPair[]).filter(({ unit }) =>
    inScope(view.scope, unit),
  )
}

/**
 * By when a pair should have been looked at: the day of its review or of the end of its observation, or at once where a
 * review was opened; null where nothing is to be looked at.
 */
export function reviewOn({ state, review_on, since_on }: OpenPair): Day | null {
  if (state === 'under_review') return since_on
  return state === 'active' || state === 'observed' ? review_on : null
}

/** Whether the day of a review is over. */
export function isReviewLate(pair: OpenPair, today: Day): boolean {
  const day = reviewOn(pair)
  return day !== null && day < today
}

/** The day by which a proposal should be answered; null for what is no proposal. */
export function answerOn({ state, since_on }: OpenPair): Day | null {
  return state === 'proposed' ? addDays(since_on, proposalDays) : null
}

/** A need that still wants a helper for whom nobody is even proposed. */
export interface UnmetNeed {
  readonly need: NeedId
  readonly party: PartyId
  readonly unit: UnitId | null
  readonly urgency: 1 | 2 | 3
  readonly wanted: number
  /** Helpers of it, those who were asked among them. */
  readonly taken: number
  /** The day on which it was opened. */
  readonly opened_at: number
}

const unmetSql = `select n.id as "need", n.party_id as "party", n.unit_id as "unit",
    v.urgency as "urgency", v.wanted as "wanted", ${takenOf('n.id')} as "taken",
    e.at as "opened_at"
  from need as n
  join need_version as v on v.id = (select max(w.id) from need_version as w where w.need_id = n.id)
  join event as e on e.seq = n.event_seq
  where v.standing = 'open' and ${takenOf('n.id')} < v.wanted
  order by v.urgency desc, n.id`

/** Open needs with places that nobody takes, the most urgent first, as far as the caller reaches. */
export function unmetNeeds(view: View): UnmetNeed[] {
  return (view.all(unmetSql, []) as unknown as UnmetNeed[]).filter(({ unit }) =>
    inScope(view.scope, unit),
  )
}
