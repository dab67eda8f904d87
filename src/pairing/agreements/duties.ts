/**
 * What keeps somebody from a hand in an agreement: an interest in one of its sides, or that they recorded what a side is
 * to agree with (design invariant 7).
 */
import type { Act, View } from '../../book/registry.ts'
import { interestsOf, interestText, isSamePerson } from '../../people/interests.ts'
import { agreementInterest, varianceOwnHand } from './refusals.ts'
import {
  type Agreement,
  agreementById,
  agreementRef,
  commitmentsOf,
  evidenceEndOf,
  evidenceOf,
  partiesOf,
  releaseOf,
  type VarianceStatement,
  varianceRef,
} from './rows.ts'

/** Refuses `agreement.interest` for whoever is tied to one of the two sides, or was since the agreement was drafted. */
export function requireNoInterest(asker: Act | View, agreement: Agreement): void {
  const { helper, helped } = partiesOf(asker, agreement)
  const interests = interestsOf(asker, asker.caller.actor, [helper, helped], {
    days: [asker.today],
    since: agreement.event_seq,
  })
  if (interests.length === 0) return
  const told = [...new Set(interests.map(interestText))]
  throw agreementInterest({ agreement: agreementRef(agreement.id), interests: told })
}

/**
 * Refuses `variance.own_hand` for whoever recorded, took back or released something that a statement counts: they would
 * say for a side that it agrees with their own record.
 */
export function requireAnotherHand(asker: Act | View, statement: VarianceStatement): void {
  const agreement = agreementById(asker, statement.agreement_id)
  const hands = new Set(
    commitmentsOf(asker, agreement.id)
      .flatMap(({ id }) => [
        releaseOf(asker, id),
        ...evidenceOf(asker, id).flatMap((one) => [one, evidenceEndOf(asker, one.id)]),
      ])
      .flatMap((row) => (row && row.event_seq < statement.event_seq ? [row.actor] : [])),
  )
  const { actor } = asker.caller
  const since = agreement.event_seq
  if ([...hands].some((hand) => isSamePerson(asker, hand, actor, since))) {
    throw varianceOwnHand({ statement: varianceRef(asker, statement) })
  }
}
