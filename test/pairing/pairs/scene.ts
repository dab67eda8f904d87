/** Pairs in every state, for tests. */
import { close, proposeClosing } from '../../../src/pairing/pairs/closing.ts'
import { agree, decline, handOver, openReview } from '../../../src/pairing/pairs/commands.ts'
import type { PairState } from '../../../src/pairing/pairs/moves.ts'
import type { PairingBook } from '../pairing-for-tests.ts'

export const note = 'As we saw at the kitchen table.'

/** Both sides of a pair agree, as the coordinator heard. */
export function agreeIn({ t, as }: PairingBook, pair: number) {
  t.does(agree, { pair, side: 'helper', how: 'phone' }, as.coordinator)
  return t.does(agree, { pair, side: 'helped', how: 'in_person' }, as.coordinator).output
}

/** Makes a new pair in a state of the book of a test; one handed over brings its successor. */
export function statesOf(bookNow: () => PairingBook): Readonly<Record<PairState, () => number>> {
  const does: PairingBook['t']['does'] = (command, input) =>
    bookNow().t.does(command, input, bookNow().as.coordinator)
  const active = () => bookNow().activePair().pair
  const proposed = () => bookNow().pair(bookNow().need(), bookNow().helper())
  const closing = () =>
    does(proposeClosing, { pair: active(), reason: 'improved', note }).output.pair
  return {
    proposed,
    active,
    under_review: () => does(openReview, { pair: active(), reason: 'due' }).output.pair,
    closing,
    observed: () => {
      const { t, secondCoordinator } = bookNow()
      return t.does(close, { pair: closing(), note }, secondCoordinator).output.pair
    },
    ended: () => does(close, { pair: active(), reason: 'moved', note }).output.pair,
    handed_over: () => {
      const pair = active()
      const next = does(handOver, { pair, helper: bookNow().helper() }).output.pair
      agreeIn(bookNow(), next)
      return pair
    },
    declined: () =>
      does(decline, { pair: proposed(), side: 'helper', reason: 'no_time' }).output.pair,
  }
}
