/**
 * What a side of a pair does on its own page with a code: agrees, declines, takes its consent back, opens how to reach
 * the other, asks that the pair be looked at.
 */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { type Act, pageCommand } from '../../book/registry.ts'
import { advancePair } from '../pairs/advance.ts'
import {
  agreePair,
  declinePair,
  declineReasons,
  keptNote,
  withdrawConsent,
} from '../pairs/agreeing.ts'
import { recordContactReading } from '../pairs/contacts.ts'
import { pairStates, type ReviewReason } from '../pairs/moves.ts'
import { type Pair, type PairStanding, pairRef } from '../pairs/rows.ts'
import { pairingCodeOfActor } from './codes.ts'
import { type OwnSide, ownSide, requireNotMadeAcross } from './sides.ts'

const pairOut = z.object({
  pair: z.number(),
  reference: z.string(),
  state: z.enum(pairStates),
})

/** The pair of an act and the side that does it. Refuses `pairing_code.unknown`, `pair.unknown`, `pairing_code.own_hand`. */
export function ownSideOfActor(act: Act, pair: number): OwnSide {
  const code = pairingCodeOfActor(act)
  const own = ownSide(act, code, pair)
  requireNotMadeAcross(act, code, own)
  return own
}

function told({ id }: Pair, { state }: PairStanding): z.output<typeof pairOut> {
  return { pair: id, reference: pairRef(id), state }
}

const shared = { may: ['member'], reach: 'oneself' } as const

export const agree = pageCommand({
  name: 'own_pairs.agree',
  summary: 'Agrees to a pair on one’s own page; when both sides have, it begins',
  ...shared,
  input: z.strictObject({ pair: idField }),
  output: pairOut,
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, given) => {
    const { pair, side } = ownSideOfActor(act, given.pair)
    return told(pair, agreePair(act, pair, side, 'own_page'))
  },
})

export const decline = pageCommand({
  name: 'own_pairs.decline',
  summary: 'Declines a pair on one’s own page, with the reason; the other side is not told it',
  ...shared,
  input: z.strictObject({
    pair: idField,
    reason: z.enum(declineReasons),
    note: reasonField.optional(),
  }),
  output: pairOut,
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, { reason, note, ...given }) => {
    const { pair, side } = ownSideOfActor(act, given.pair)
    return told(pair, declinePair(act, pair, side, reason, note))
  },
})

export const withdraw = pageCommand({
  name: 'own_pairs.withdraw_consent',
  summary: 'Takes one’s consent to a pair back: how to reach each other is hidden at once',
  ...shared,
  input: z.strictObject({ pair: idField, note: reasonField.optional() }),
  output: pairOut,
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, { note, ...given }) => {
    const { pair, side } = ownSideOfActor(act, given.pair)
    return told(pair, withdrawConsent(act, pair, side, 'own_page', note))
  },
})

export const openContacts = pageCommand({
  name: 'own_pairs.open_contacts',
  summary: 'Opens how to reach the other side of one’s pair for ten minutes, on record',
  ...shared,
  input: z.strictObject({ pair: idField }),
  output: z.object({ pair: z.number(), until: z.number() }),
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, given) => {
    const { pair, side } = ownSideOfActor(act, given.pair)
    const until = recordContactReading(act, pair, { reader: side, reason: pairRef(pair.id) })
    return { pair: pair.id, until }
  },
})

export const askReview = pageCommand({
  name: 'own_pairs.ask_review',
  summary: 'Asks on one’s own page that a pair be looked at, as for another helper',
  ...shared,
  input: z.strictObject({
    pair: idField,
    /** What the wish is, in one’s own words; for the office alone. */
    note: reasonField,
  }),
  output: pairOut,
  subject: ({ pair }) => `pair/${pair}`,
  run: (act, { note, ...given }) => {
    const { pair, side } = ownSideOfActor(act, given.pair)
    const reason: ReviewReason = side === 'helper' ? 'wish_helper' : 'wish_helped'
    const kept = keptNote(act, note)
    return told(pair, advancePair(act, pair, { act: 'review_opened', reason, note: kept }))
  },
})
