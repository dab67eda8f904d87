/** What keeps somebody from acting on a case: an interest in it, or that they entered it (design invariant 7). */
import { organisationOf } from '../../book/book.ts'
import type { Act, View } from '../../book/registry.ts'
import { dayAt } from '../../kit/day.ts'
import type { CaseId, EventSeq, PartyId } from '../../kit/ids.ts'
import { type Interest, interestsOf, interestText, isSamePerson } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { caseInterest, caseOwnHand } from './refusals.ts'
import { caseRef, type HardshipCase, versionOfCase, versionsOfCase } from './rows.ts'

const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

/** Whom a case concerns: who is helped, who is paid, who asked. */
export function concernedIn(asker: View | Act, theCase: HardshipCase): PartyId[] {
  const { payee_id } = versionOfCase(asker, theCase.id)
  return [...new Set([theCase.beneficiary_id, theCase.applicant_id, payee_id])]
}

/**
 * What ties an actor to each of some cases, today or since the oldest of them was entered; cases without an interest are
 * left out. The ties of the actor are walked once for all of them.
 */
export function interestsInCases(
  asker: View | Act,
  actor: string,
  cases: readonly HardshipCase[],
): Map<CaseId, Interest[]> {
  const found = new Map<CaseId, Interest[]>()
  const oldest = cases.toSorted((a, b) => a.event_seq - b.event_seq)[0]
  if (!oldest) return found
  const concerned = cases.map((one) => ({ id: one.id, parties: concernedIn(asker, one) }))
  const all = [...new Set(concerned.flatMap(({ parties }) => parties))]
  const entered = first(asker, eventAt, { seq: oldest.event_seq })
  const zone = organisationOf(asker).time_zone
  const days = entered ? [...new Set([asker.today, dayAt(entered.at, zone)])] : [asker.today]
  const interests = interestsOf(asker, actor, all, { days, since: oldest.event_seq })
  if (interests.length === 0) return found
  for (const { id, parties } of concerned) {
    const kept = new Set(parties.map((party) => keptInPlaceOf(asker, party)))
    const theirs = interests.filter(({ party }) => kept.has(party))
    if (theirs.length > 0) found.set(id, theirs)
  }
  return found
}

/** Refuses `case.interest` for whoever has an interest in one of some cases. */
export function requireNoInterestInCases(act: View | Act, cases: readonly HardshipCase[]): void {
  for (const [id, interests] of interestsInCases(act, act.caller.actor, cases)) {
    throw caseInterest({
      case: caseRef(id),
      interests: [...new Set(interests.map(interestText))],
    })
  }
}

/** Whether whoever asks is the person who entered a case or ever proposed what it asks for. */
export function isOwnCase(asker: View | Act, theCase: HardshipCase): boolean {
  const proposed = versionsOfCase(asker, theCase.id).map(({ actor }) => actor)
  return [...new Set([theCase.actor, ...proposed])].some((hand) =>
    isSamePerson(asker, hand, asker.caller.actor, theCase.event_seq),
  )
}

/** Refuses `case.own_hand` for whoever entered one of some cases or proposed what it asks for. */
export function requireAnotherHand(act: View | Act, cases: readonly HardshipCase[]): void {
  for (const one of cases) {
    if (isOwnCase(act, one)) throw caseOwnHand({ case: caseRef(one.id) })
  }
}
