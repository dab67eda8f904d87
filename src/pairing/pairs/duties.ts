/** Who approves the end of pairs, and what keeps somebody from acting on one (design invariant 7). */
import { organisationOf } from '../../book/book.ts'
import type { Act, Role, View } from '../../book/registry.ts'
import { dayAt } from '../../kit/day.ts'
import type { EventSeq, PartyId } from '../../kit/ids.ts'
import { interestsOf, interestText } from '../../people/interests.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { helperById, needById } from '../registers/rows.ts'
import { pairInterest } from './refusals.ts'
import type { Pair } from './rows.ts'

/** Who approves that a pair ends; one of them may be an approver who never meets the people. */
export const closers: readonly Role[] = [...pairingKeepers, 'approver']

const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

/** Whom a pair concerns: who helps, and who is helped. */
export function sidesOfPair(
  reader: Act | View,
  { helper_id, need_id }: Pick<Pair, 'helper_id' | 'need_id'>,
): readonly [helper: PartyId, helped: PartyId] {
  return [helperById(reader, helper_id).party_id, needById(reader, need_id).party_id]
}

/**
 * Refuses `pair.interest` for whoever has an interest in one of the sides, today or since the pair was proposed: nobody
 * puts their own relatives together with a helper, nor says that a pair of theirs is over.
 */
export function requireNoInterest(
  asker: Act | View,
  parties: readonly PartyId[],
  since: EventSeq | null = null,
): void {
  const at = since === null ? undefined : first(asker, eventAt, { seq: since })?.at
  const zone = organisationOf(asker).time_zone
  const days = at === undefined ? [asker.today] : [...new Set([asker.today, dayAt(at, zone)])]
  const interests = interestsOf(asker, asker.caller.actor, parties, { days, since })
  if (interests.length === 0) return
  throw pairInterest({ interests: [...new Set(interests.map(interestText))] })
}

/** The same of a pair that stands. */
export function requireNoInterestIn(asker: Act | View, pair: Pair): void {
  requireNoInterest(asker, sidesOfPair(asker, pair), pair.event_seq)
}
