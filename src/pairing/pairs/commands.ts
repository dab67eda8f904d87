/** Commands by which pairs are proposed, answered, handed over and looked at. */
import { z } from 'zod'
import { dayField, idField, reasonField } from '../../book/fields.ts'
import { command } from '../../book/registry.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { helperWithId, needById, needWithId } from '../registers/rows.ts'
import { advancePair, requireMayMove } from './advance.ts'
import {
  agreePair,
  declinePair,
  declineReasons,
  hasAgreed,
  keptNote,
  nextReview,
  withdrawConsent,
} from './agreeing.ts'
import { requireNoInterest, requireNoInterestIn } from './duties.ts'
import { consentWays, pairSides, pairStates, reviewReasons } from './moves.ts'
import { proposePair } from './proposing.ts'
import { pairDayPast, pairNotAgreed } from './refusals.ts'
import { type Pair, type PairStanding, pairRef, pairWithId } from './rows.ts'

/** What acts on a pair answer. */
export const pairMovedOut = z.object({
  pair: z.number(),
  reference: z.string(),
  state: z.enum(pairStates),
})

/** The answer of an act on a pair. */
export function moved({ id }: Pair, { state }: PairStanding): z.output<typeof pairMovedOut> {
  return { pair: id, reference: pairRef(id), state }
}

const shared = {
  may: pairingKeepers,
  reach: 'units',
  output: pairMovedOut,
  subject: ({ pair }: { readonly pair: number }) => `pair/${pair}`,
} as const

/** Ways in which the office hears what somebody wants; their own page is theirs alone. */
const heardWays = consentWays.filter((way) => way !== 'own_page')

export const propose = command({
  ...shared,
  name: 'pairs.propose',
  summary: 'Proposes a pair: a helper for a need, put to both sides without contact details',
  route: { method: 'POST', path: '/pairs' },
  input: z.strictObject({
    need: idField,
    helper: idField,
    /** The last day that it is meant for; as the policy on pairing says when left out. */
    until_on: dayField.optional(),
    note: reasonField.optional(),
  }),
  run: (act, input) => {
    const need = needWithId(act, input.need)
    const helper = helperWithId(act, input.helper)
    requireNoInterest(act, [helper.party_id, need.party_id])
    const { until_on: until, note } = input
    const id = proposePair(act, { need, helper, until, note })
    return { pair: id, reference: pairRef(id), state: 'proposed' as const }
  },
})

export const handOver = command({
  ...shared,
  name: 'pairs.hand_over',
  summary: 'Proposes who takes a pair over; the one before goes on until both sides have agreed',
  route: { method: 'POST', path: '/pairs/{pair}/successors' },
  input: z.strictObject({
    pair: idField,
    helper: idField,
    until_on: dayField.optional(),
    note: reasonField.optional(),
  }),
  run: (act, input) => {
    const succeeds = pairWithId(act, input.pair)
    const helper = helperWithId(act, input.helper)
    requireNoInterestIn(act, succeeds)
    requireNoInterest(act, [helper.party_id])
    requireMayMove(act, succeeds, 'handed_over')
    const need = needById(act, succeeds.need_id)
    const { until_on: until, note } = input
    const id = proposePair(act, { need, helper, succeeds, until, note })
    return { pair: id, reference: pairRef(id), state: 'proposed' as const }
  },
})

export const agree = command({
  ...shared,
  name: 'pairs.agree',
  summary: 'Records that a side agrees to a pair, and how it said so; with both the pair begins',
  route: { method: 'POST', path: '/pairs/{pair}/consents' },
  input: z.strictObject({ pair: idField, side: z.enum(pairSides), how: z.enum(heardWays) }),
  run: (act, { side, how, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    return moved(pair, agreePair(act, pair, side, how))
  },
})

export const decline = command({
  ...shared,
  name: 'pairs.decline',
  summary: 'Records that a side declines a pair; the next run of the matching heeds it',
  route: { method: 'POST', path: '/pairs/{pair}/refusals' },
  input: z.strictObject({
    pair: idField,
    side: z.enum(pairSides),
    reason: z.enum(declineReasons),
    note: reasonField.optional(),
  }),
  run: (act, { side, reason, note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    return moved(pair, declinePair(act, pair, side, reason, note))
  },
})

export const withdraw = command({
  ...shared,
  name: 'pairs.withdraw',
  summary: 'Withdraws a pair that was proposed and has not begun',
  route: { method: 'POST', path: '/pairs/{pair}/withdrawal' },
  input: z.strictObject({ pair: idField, note: reasonField }),
  run: (act, { note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    return moved(pair, advancePair(act, pair, { act: 'withdrawn', note: keptNote(act, note) }))
  },
})

export const takeConsentBack = command({
  ...shared,
  name: 'pairs.withdraw_consent',
  summary: 'Records that a side takes its consent back: contact details are hidden at once',
  route: { method: 'POST', path: '/pairs/{pair}/consent-withdrawals' },
  input: z.strictObject({
    pair: idField,
    side: z.enum(pairSides),
    how: z.enum(heardWays),
    note: reasonField.optional(),
  }),
  run: (act, { side, how, note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    return moved(pair, withdrawConsent(act, pair, side, how, note))
  },
})

export const openReview = command({
  ...shared,
  name: 'pairs.open_review',
  summary: 'Has a pair looked at: it is time, a side wishes it, no visits, a complaint',
  route: { method: 'POST', path: '/pairs/{pair}/reviews' },
  input: z.strictObject({
    pair: idField,
    reason: z.enum(reviewReasons),
    note: reasonField.optional(),
  }),
  run: (act, { reason, note, ...input }) => {
    const pair = pairWithId(act, input.pair)
    const kept = keptNote(act, note)
    return moved(pair, advancePair(act, pair, { act: 'review_opened', reason, note: kept }))
  },
})

export const review = command({
  ...shared,
  name: 'pairs.review',
  summary: 'Records what a look at a pair found; it goes on until it is looked at next',
  route: { method: 'POST', path: '/pairs/{pair}/review-results' },
  input: z.strictObject({
    pair: idField,
    note: reasonField,
    /** When it is looked at next; as the policy on pairing says when left out. */
    next_on: dayField.optional(),
  }),
  run: (act, { note, next_on, ...input }) => {
    const pair = pairWithId(act, input.pair)
    requireNoInterestIn(act, pair)
    const standing = requireMayMove(act, pair, 'reviewed')
    for (const side of pairSides) {
      if (!hasAgreed(standing, side)) throw pairNotAgreed({ pair: pairRef(pair.id), side })
    }
    if (next_on !== undefined && next_on <= act.today) {
      throw pairDayPast({ day: next_on, today: act.today })
    }
    const next = next_on ?? nextReview(act, pair)
    return moved(pair, advancePair(act, pair, { act: 'reviewed', next, note: keptNote(act, note) }))
  },
})
