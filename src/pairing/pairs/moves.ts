/**
 * The states of a pair and the moves between them, in one readable table (handbook B). Its lines are only ever added to:
 * a helper who leaves is followed by another, and the household keeps its history.
 */

export const pairStates = [
  /** Put to both sides, who do not see each other’s contact details yet. */
  'proposed',
  'active',
  /** Something is to be looked at: it is time, one side wishes it, a visit is long due. */
  'under_review',
  /** Its end is proposed and waits for another hand. */
  'closing',
  /** Ended because things improved or the time is over; watched for a while whether it lasts. */
  'observed',
  'ended',
  /** Another helper took over. */
  'handed_over',
  /** One side said no, or it was withdrawn, before it began. */
  'declined',
] as const
export type PairState = (typeof pairStates)[number]

export const pairActs = [
  'proposed',
  'agreed',
  'declined',
  'withdrawn',
  'began',
  'consent_withdrawn',
  'review_opened',
  'reviewed',
  'closing_proposed',
  'closing_returned',
  'closed',
  'handed_over',
  'observation_ended',
  'resumed',
] as const
export type PairActKind = (typeof pairActs)[number]

export const pairSides = ['helper', 'helped'] as const
export type PairSide = (typeof pairSides)[number]

/** How somebody’s consent came. */
export const consentWays = ['in_person', 'phone', 'paper', 'own_page'] as const
export type ConsentWay = (typeof consentWays)[number]

/** Why a pair ends. A helper who leaves is none of them: their pair is handed over. */
export const endReasons = ['improved', 'moved', 'died', 'declined', 'expired'] as const
export type EndReason = (typeof endReasons)[number]

/** Ends that somebody evaluates and another approves, and after which is watched whether they last. */
export const evaluatedEnds: readonly EndReason[] = ['improved', 'expired']

export const reviewReasons = [
  'due',
  'wish_helped',
  'wish_helper',
  'no_visits',
  'complaint',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** States in which a helper has a place in use. */
export const loadStates: readonly PairState[] = ['proposed', 'active', 'under_review', 'closing']

/** States in which somebody has a helper. */
export const liveStates: readonly PairState[] = ['active', 'under_review', 'closing']

export interface PairMove {
  readonly from: readonly PairState[]
  /** `stays`: where it is. `evaluated`: observed after an end that is watched, ended after any other. */
  readonly to: PairState | 'stays' | 'evaluated'
}

export const pairMoves: Readonly<Record<PairActKind, PairMove>> = {
  proposed: { from: [], to: 'proposed' },
  // Once under way, whoever took their consent back may give it again.
  agreed: { from: ['proposed', 'under_review'], to: 'stays' },
  declined: { from: ['proposed'], to: 'declined' },
  withdrawn: { from: ['proposed'], to: 'declined' },
  // Both sides have agreed.
  began: { from: ['proposed'], to: 'active' },
  // Contact details are hidden again at once, and somebody looks at what is to become of it.
  consent_withdrawn: { from: ['active', 'under_review', 'closing'], to: 'under_review' },
  review_opened: { from: ['active'], to: 'under_review' },
  reviewed: { from: ['active', 'under_review'], to: 'active' },
  closing_proposed: { from: ['active', 'under_review'], to: 'closing' },
  closing_returned: { from: ['closing'], to: 'active' },
  closed: { from: ['active', 'under_review', 'closing'], to: 'evaluated' },
  // The successor has begun.
  handed_over: { from: ['active', 'under_review', 'closing'], to: 'handed_over' },
  observation_ended: { from: ['observed'], to: 'ended' },
  // It did not last: the same helper goes on.
  resumed: { from: ['observed'], to: 'active' },
}

/** Acts that say when a pair is looked at next, or until when it is watched; after all others that stays as it was. */
export const actsThatSetNext: readonly PairActKind[] = [
  'began',
  'reviewed',
  'resumed',
  'closed',
  'handed_over',
  'observation_ended',
]
