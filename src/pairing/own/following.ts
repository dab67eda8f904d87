/**
 * What each side of a pair is told on its own page. Before both have agreed a person is told by their masked name and
 * nothing by which they could be reached; what the office writes to itself is told to nobody here.
 */
import { erased, readDetail } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { PlaceId, UnitId } from '../../kit/ids.ts'
import { partyById, partyName } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { unitById } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Named } from '../../policies/pairing.ts'
import { hasAgreed } from '../pairs/agreeing.ts'
import {
  type Contacts,
  contactsOf,
  contactsOpenUntil,
  otherSideOf,
  partyOfSide,
} from '../pairs/contacts.ts'
import type { PairActKind, PairSide, PairState } from '../pairs/moves.ts'
import { actsOfPair, pairRef, sharesContacts, standingOfPair } from '../pairs/rows.ts'
import { placeById } from '../registers/places.ts'
import { helperById, needById, versionOfHelper, versionOfNeed } from '../registers/rows.ts'
import type { HelperSort } from '../registers/traits.ts'
import type { PairingCode } from './codes.ts'
import { type OwnSide, ownSides } from './sides.ts'

/** A pair as one of its sides is told of it. */
export interface FollowedPair {
  readonly pair: number
  readonly reference: string
  readonly side: PairSide
  readonly state: PairState
  readonly since_on: Day
  readonly review_on: Day | null
  /** With what help is wanted, as the policy calls it; null for a kind that it no longer knows. */
  readonly kind: Named['name'] | null
  readonly urgency: 1 | 2 | 3
  /** Who is on the other side: of a person the masked name until both have agreed. */
  readonly other: string
  /** What kind of helper it is. */
  readonly sort: HelperSort
  /** The rank of the helper, as the policy calls it. */
  readonly rank: Named['name'] | null
  /** Where the one who is helped lives, for the helper, or the helper, for the one who is helped: a village, never a home. */
  readonly place: string | null
  /** The unit of the other side. */
  readonly unit: string | null
  readonly agreed: boolean
  readonly other_agreed: boolean
  readonly shares: boolean
  /** How to reach the other; null unless it was opened. */
  readonly contacts: Contacts | null
  /** Until when it is open, in milliseconds since the epoch, UTC. */
  readonly open_until: number | null
  readonly acts: readonly {
    readonly act: PairActKind
    readonly side: PairSide | null
    readonly on: Day
  }[]
}

/** What is told of the history: nothing of why it is reviewed or ends, which the office says in its own words. */
const toldActs: readonly PairActKind[] = [
  'proposed',
  'agreed',
  'declined',
  'withdrawn',
  'began',
  'consent_withdrawn',
  'review_opened',
  'reviewed',
  'closed',
  'handed_over',
  'observation_ended',
  'resumed',
]

function placeName(view: View, id: PlaceId | null): string | null {
  return id === null ? null : placeById(view, id).name
}

function unitName(view: View, id: UnitId | null): string | null {
  return id === null ? null : unitById(view, id).name
}

/** The other side by name: in full while both agree, else as the mask of names has it. */
function otherName(view: View, { pair, side }: OwnSide, shares: boolean): string {
  const id = partyOfSide(view, pair, otherSideOf(side))
  if (!shares) return nameFor(view, view.caller, id)
  return partyName(view, partyById(view, id)).full?.name ?? erased
}

/** A pair as a side is told of it. */
export function followedPair(view: View, own: OwnSide): FollowedPair {
  const { pair, side } = own
  const standing = standingOfPair(view, pair.id)
  const { kinds, ranks } = policyInForce(view, 'pairing', {
    unit: pair.unit_id,
    on: view.today,
  }).body
  const need = needById(view, pair.need_id)
  const helper = helperById(view, pair.helper_id)
  const wish = versionOfNeed(view, need.id)
  const stand = versionOfHelper(view, helper.id)
  const [place, unit] =
    side === 'helper' ? [wish.place_id, need.unit_id] : [stand.place_id, helper.unit_id]
  const shares = sharesContacts(standing)
  return {
    pair: pair.id,
    reference: pairRef(pair.id),
    side,
    state: standing.state,
    since_on: standing.since_on,
    review_on: standing.review_on,
    kind: kinds.find(({ code }) => code === need.kind)?.name ?? null,
    urgency: wish.urgency as FollowedPair['urgency'],
    other: otherName(view, own, shares),
    sort: helper.sort,
    rank: ranks.find(({ code }) => code === stand.rank)?.name ?? null,
    place: placeName(view, place),
    unit: unitName(view, unit),
    agreed: hasAgreed(standing, side),
    other_agreed: hasAgreed(standing, otherSideOf(side)),
    shares,
    contacts: contactsOf(view, pair, side),
    open_until: contactsOpenUntil(view, pair, side),
    acts: actsOfPair(view, pair.id)
      .filter(({ act }) => toldActs.includes(act))
      .map(({ act, side: by, on_day }) => ({ act, side: by, on: on_day })),
  }
}

/** All pairs of a code, newest first. */
export function followedPairs(view: View, code: PairingCode): FollowedPair[] {
  return ownSides(view, code).map((own) => followedPair(view, own))
}

/** A text that somebody wrote about what concerns the reader; null for none, and once it was erased. */
export function ownText(view: View, detail: number | null): string | null {
  return detail === null ? null : (readDetail(view, detail)?.body ?? null)
}
