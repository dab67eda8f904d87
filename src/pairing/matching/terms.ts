/** What the matching speaks of: helpers and needs as they stand, what keeps two apart, and what speaks for them. */
import type { Day } from '../../kit/day.ts'
import type { EventSeq, HelperId, NeedId, PartyId, UnitId } from '../../kit/ids.ts'
import type { MatchReason, Pairing } from '../../policies/pairing.ts'
import type { HelperSort, HelperTraits, NeedTraits, TimeOfWeek } from '../registers/traits.ts'

/** Why a helper and a need are not put together, in the order in which it is told. */
export const ruleCodes = [
  'not_open',
  'same_party',
  'same_household',
  'kin',
  'interest',
  'rejected',
  'paired',
  'sort',
  'refuses_kind',
  'unit',
  'too_far',
  'languages',
  'times',
  'gender',
  'skills',
  'full',
] as const
export type RuleCode = (typeof ruleCodes)[number]

/** Rules that are about two parties and what was between them, found for all at once. */
export type RelationCode =
  | 'same_party'
  | 'same_household'
  | 'kin'
  | 'interest'
  | 'rejected'
  | 'paired'

/** Where something lies, in degrees. */
export interface Spot {
  readonly latitude: number
  readonly longitude: number
}

export interface MatchHelper {
  readonly id: HelperId
  readonly party: PartyId
  readonly sort: HelperSort
  readonly unit: UnitId | null
  readonly open: boolean
  /** How many needs at once, and how many they have. */
  readonly capacity: number
  readonly load: number
  readonly spot: Spot | null
  readonly traits: HelperTraits
}

export interface MatchNeed {
  readonly id: NeedId
  readonly party: PartyId
  /** Whether a person needs help, and no body. */
  readonly person: boolean
  readonly kind: string
  readonly unit: UnitId | null
  readonly open: boolean
  readonly urgency: number
  /** Places that are empty. */
  readonly places: number
  readonly spot: Spot | null
  readonly traits: NeedTraits
}

/** All that a match is made of, as the book knew it after an event. */
export interface MatchingInput {
  readonly today: Day
  readonly known: EventSeq
  readonly policy: Pairing
  readonly helpers: readonly MatchHelper[]
  readonly needs: readonly MatchNeed[]
  /** Units from a unit upwards, itself first. */
  readonly above: ReadonlyMap<UnitId, readonly UnitId[]>
  /** Codes of units, as helpers name them. */
  readonly unitCodes: ReadonlyMap<string, UnitId>
  /** Of a need, the helpers (by their place in `helpers`) who are kept from it. */
  readonly apart: ReadonlyMap<NeedId, ReadonlyMap<number, RelationCode>>
  /** Of a need, the helpers whom the last run suggested, or who helped before. */
  readonly before: ReadonlyMap<NeedId, ReadonlySet<number>>
}

/** What a reason for a match rests on, for words. */
export interface ReasonFacts {
  readonly km?: number
  /** Steps between the units in the tree, where no distance is known. */
  readonly steps?: number
  readonly shared?: readonly string[]
  readonly wanted?: readonly string[]
  readonly times?: readonly TimeOfWeek[]
  readonly gender?: boolean
  readonly same_unit?: boolean
}

/** What a reason gave, in tenths of a point, of how many it could. */
export interface ScorePart {
  readonly reason: MatchReason
  readonly points: number
  readonly most: number
  readonly facts: ReasonFacts
}

export interface Score {
  readonly points: number
  readonly most: number
  readonly parts: readonly ScorePart[]
}
