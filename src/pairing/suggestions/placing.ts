/** From a suggestion to a pair: what stands in its way now, and putting the two together. */
import type { Act, View } from '../../book/registry.ts'
import type { MatchRunId, PairId, PartyId } from '../../kit/ids.ts'
import { interestsOf } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type Among, amongThem } from '../matching/explaining.ts'
import { ruleCodes } from '../matching/terms.ts'
import { barsBetween } from '../pairs/fitting.ts'
import { helpersOf } from '../pairs/helpers-of-need.ts'
import { liveStates } from '../pairs/moves.ts'
import { proposePair } from '../pairs/proposing.ts'
import { type Pair, pairById, pairsOfNeed, successorOf } from '../pairs/rows.ts'
import { type Helper, type Need, versionOfHelper, versionOfNeed } from '../registers/rows.ts'

/** Why a suggestion cannot be taken now: a hard rule, a need that has its helpers, an interest of whoever would take it. */
export const barCodes = [...ruleCodes, 'served', 'own_interest'] as const
export type BarCode = (typeof barCodes)[number]

/** A need and a helper who might be put together. */
export interface Couple {
  readonly need: Need
  readonly helper: Helper
}

/** What is known of some couples, read at once. */
export interface Judged {
  readonly among: Among
  /** What stands in the way of a couple as the book stood when it was read, in the order in which it is told. */
  bars(couple: Couple): BarCode[]
}

/** Judges couples for whoever asks. */
export function judge(asker: Act | View, couples: readonly Couple[]): Judged {
  const needs = [...new Set(couples.map(({ need }) => need.id))]
  const helpers = [...new Set(couples.map(({ helper }) => helper.id))]
  const among = amongThem(asker, needs, helpers)
  const own = ownInterests(
    asker,
    couples.flatMap(({ need, helper }) => [need.party_id, helper.party_id]),
  )
  return {
    among,
    bars: ({ need, helper }) => {
      const found: BarCode[] = among.rules(need.id, helper.id)
      if (placeOf(asker, need) === null) found.push('served')
      if (own(need.party_id) || own(helper.party_id)) found.push('own_interest')
      return found
    },
  }
}

/** In whom of some parties whoever asks has an interest: nobody puts their own relatives together with a helper. */
function ownInterests(asker: Act | View, parties: readonly PartyId[]): (party: PartyId) => boolean {
  const times = { days: [asker.today], since: null }
  const found = interestsOf(asker, asker.caller.actor, [...new Set(parties)], times)
  const those = new Set(found.map(({ party }) => party))
  return (party) => those.size > 0 && those.has(keptInPlaceOf(asker, party))
}

/**
 * Where a need has a place for one more helper: a free one, or that of a helper who leaves and whom the new one succeeds.
 * Null where it has all that it wants.
 */
function placeOf(asker: Act | View, need: Need): 'free' | Pair | null {
  if (helpersOf(asker, need.id) < versionOfNeed(asker, need.id).wanted) return 'free'
  const leaving = pairsOfNeed(asker, need.id).find(
    ({ pair_id, helper_id, state }) =>
      liveStates.includes(state) &&
      versionOfHelper(asker, helper_id).standing === 'leaving' &&
      !successorOf(asker, pair_id),
  )
  return leaving ? pairById(asker, leaving.pair_id) : null
}

/**
 * What stands in the way of a couple in the midst of an act: what was judged before it, and what the act itself has
 * changed, such as places that are taken.
 */
export function barsNow(act: Act, judged: Judged, couple: Couple): BarCode[] {
  const found = new Set<BarCode>([
    ...judged.bars(couple),
    ...barsBetween(act, couple.need, couple.helper),
  ])
  return barCodes.filter((code) => found.has(code))
}

/** Puts a couple together that nothing keeps apart: proposes the pair, or the successor of a helper who leaves. */
export function place(act: Act, { need, helper }: Couple, run: MatchRunId): PairId {
  const at = placeOf(act, need)
  const succeeds = at === 'free' || at === null ? {} : { succeeds: at }
  return proposePair(act, { need, helper, run, ...succeeds })
}
