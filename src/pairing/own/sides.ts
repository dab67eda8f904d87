/** Which pairs a code opens, and on which side of them its party stands. */
import { userBehind } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { HelperId, PairId, PartyId, UserId } from '../../kit/ids.ts'
import { interestsOf, personOfUser } from '../../people/interests.ts'
import { togetherWith } from '../../people/merges.ts'
import type { Reader } from '../../store/store.ts'
import { otherSideOf, partyOfSide } from '../pairs/contacts.ts'
import type { PairSide } from '../pairs/moves.ts'
import { pairUnknown } from '../pairs/refusals.ts'
import { type Pair, pairById, pairRef, pairsOfHelper, pairsOfNeed } from '../pairs/rows.ts'
import { helperOfParty, needsOfParty } from '../registers/rows.ts'
import { type PairingCode, partyOfPairingCode } from './codes.ts'
import { pairingCodeOwnHand } from './refusals.ts'

/** A pair as one of its two sides sees it. */
export interface OwnSide {
  readonly pair: Pair
  readonly side: PairSide
}

/** The numbers under which a party helps; more than one only where helpers were merged. */
function helperIdsOf(reader: Reader, parties: readonly PartyId[]): HelperId[] {
  return parties.flatMap((party) => helperOfParty(reader, party)?.id ?? [])
}

/** All pairs of a code's party, whether it helps or is helped, newest first. */
export function ownSides(reader: Reader, code: PairingCode): OwnSide[] {
  const parties = togetherWith(reader, partyOfPairingCode(reader, code))
  const helping = helperIdsOf(reader, parties).flatMap((id) => pairsOfHelper(reader, id))
  const helped = parties
    .flatMap((party) => needsOfParty(reader, party))
    .flatMap(({ id }) => pairsOfNeed(reader, id))
  const of = (side: PairSide, found: readonly { readonly pair_id: PairId }[]) =>
    found.map(({ pair_id }) => ({ pair: pairById(reader, pair_id), side }))
  return [...of('helper', helping), ...of('helped', helped)].sort(
    (one, other) => other.pair.id - one.pair.id,
  )
}

/** One of them by its number. Refuses `pair.unknown` for another's, as for one that is not there. */
export function ownSide(reader: Reader, code: PairingCode, id: number): OwnSide {
  const found = ownSides(reader, code).find(({ pair }) => pair.id === id)
  if (!found) throw pairUnknown({ pair: id })
  return found
}

/**
 * Refuses `pairing_code.own_hand` when the code was made by the person on the other side of a pair, or by somebody close
 * to them: whoever makes a code holds it, and nobody speaks for both sides. One’s own code is made by oneself.
 */
export function requireNotMadeAcross(act: Act, code: PairingCode, { pair, side }: OwnSide): void {
  const user = userBehind(act, code.actor) as UserId | null
  if (user === null || personOfUser(act, user) === partyOfSide(act, pair, side)) return
  const across = partyOfSide(act, pair, otherSideOf(side))
  const times = { days: [act.today], since: pair.event_seq }
  if (interestsOf(act, code.actor, [across], times).length > 0) {
    throw pairingCodeOwnHand({ pair: pairRef(pair.id) })
  }
}
