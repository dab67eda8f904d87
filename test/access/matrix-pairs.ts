/** Pairs in the three places of the matrix, in the states that their acts ask for, and what is asked of them there. */
import { close, proposeClosing } from '../../src/pairing/pairs/closing.ts'
import { agree, propose } from '../../src/pairing/pairs/commands.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface PairsPlace {
  /** A need that nobody was proposed for, and a helper who has room for it. */
  readonly openNeed: number
  readonly freeHelper: number
  readonly proposedPair: number
  readonly activePair: number
  readonly closingPair: number
  readonly observedPair: number
}

export const nowhereInPairs: PairsPlace = {
  openNeed: 900_101,
  freeHelper: 900_102,
  proposedPair: 900_103,
  activePair: 900_104,
  closingPair: 900_105,
  observedPair: 900_106,
}

const clerk = { actor: 'test:clerk' }

/** A need and a helper without each other, and a pair in each state from which something is done. */
export function furnishPairs(
  t: TestBook,
  { unit, word }: { readonly unit: string | null; readonly word: string },
): PairsPlace {
  const inUnit = unit === null ? {} : { unit }
  const person = (what: string, at: number) =>
    t.does(register, { kind: 'person', name: `${word} ${what} ${at}`, ...inUnit }).output.party
  const helper = (at: number) =>
    t.does(enroll, { party: person('Helperson', at), capacity: 9, ...inUnit }, clerk).output.helper
  const need = (at: number) =>
    t.does(openNeed, { party: person('Needyson', at), kind: 'company', ...inUnit }, clerk).output
      .need
  const helping = helper(0)
  const proposed = (at: number) =>
    t.does(propose, { need: need(at), helper: helping, note: `${word} note` }, clerk).output.pair
  const active = (at: number) => {
    const pair = proposed(at)
    for (const side of ['helper', 'helped'] as const) {
      t.does(agree, { pair, side, how: 'paper' }, clerk)
    }
    return pair
  }
  const closing = (at: number) => {
    const given = { pair: active(at), reason: 'improved', note: `${word} evaluation` } as const
    return t.does(proposeClosing, given, clerk).output.pair
  }
  return {
    openNeed: need(1),
    freeHelper: helper(1),
    proposedPair: proposed(2),
    activePair: active(3),
    closingPair: closing(4),
    observedPair: t.does(close, { pair: closing(5), note: `${word} opinion` }).output.pair,
  }
}

const note = 'As was seen'

export const pairsSamples: Readonly<Record<string, Sample>> = {
  'pairs.propose': (of) => ({ need: of.openNeed, helper: of.freeHelper }),
  'pairs.agree': (of) => ({ pair: of.proposedPair, side: 'helper', how: 'phone' }),
  'pairs.decline': (of) => ({ pair: of.proposedPair, side: 'helper', reason: 'no_time' }),
  'pairs.withdraw': (of) => ({ pair: of.proposedPair, note }),
  'pairs.withdraw_consent': (of) => ({ pair: of.activePair, side: 'helper', how: 'phone' }),
  'pairs.open_review': (of) => ({ pair: of.activePair, reason: 'due' }),
  'pairs.review': (of) => ({ pair: of.activePair, note }),
  'pairs.propose_closing': (of) => ({ pair: of.activePair, reason: 'improved', note }),
  'pairs.return_closing': (of) => ({ pair: of.closingPair, note }),
  'pairs.close': (of) => ({ pair: of.closingPair, note }),
  'pairs.hand_over': (of) => ({ pair: of.activePair, helper: of.freeHelper }),
  'pairs.end_observation': (of) => ({ pair: of.observedPair, outcome: 'moved', note }),
  'pairs.resume': (of) => ({ pair: of.observedPair, note }),
  'pairs.list': (of) => ({ need: of.openNeed }),
  'pairs.show': (of) => ({ pair: of.activePair }),
  'pairs.history': (of) => ({ need: of.openNeed }),
  'pairs.candidates': (of) => ({ need: of.openNeed }),
  'pairs.sheet': (of) => ({ pair: of.proposedPair, side: 'helper' }),
}
