/**
 * What is done about visits on an own page: a helper tells of one and of what they have done since, and whoever is helped
 * says whether it was so. Nothing here names a person, a payment or an occasion, so that nobody finds out by asking.
 */
import { z } from 'zod'
import { idField, reasonField } from '../../book/fields.ts'
import { type Act, pageCommand } from '../../book/registry.ts'
import type { FollowUpId, VisitId } from '../../kit/ids.ts'
import type { Pair } from '../pairs/rows.ts'
import { pairRef } from '../pairs/rows.ts'
import { confirmVisit } from '../visits/confirming.ts'
import { visitFields } from '../visits/fields.ts'
import { finishFollowUp, followUpById } from '../visits/following.ts'
import { recordVisit } from '../visits/recording.ts'
import { followUpUnknown, visitHelpUnclear, visitUnknown } from '../visits/refusals.ts'
import { type Visit, visitById } from '../visits/rows.ts'
import { hadAHandInVisit, visitOfPair } from '../visits/who-went.ts'
import { type PairingCode, pairingCodeOfActor } from './codes.ts'
import { ownSideOfActor } from './pair-acts.ts'
import { ownVisitTooMany, pairingCodeOwnHand, pairingHelperOnly } from './refusals.ts'
import { ownSide, ownSides, requireNotMadeAcross } from './sides.ts'

const { kind, visited_on, minutes, met, at_place, found, wishes, help, follow_ups } = visitFields
const shared = { may: ['member'], reach: 'oneself' } as const

export const record = pageCommand({
  name: 'own_visits.record',
  summary: 'Tells on a helper’s own page of a visit or a call to whom they help',
  ...shared,
  input: z.strictObject({
    pair: idField,
    ...{ kind, visited_on, minutes, met, at_place, found, wishes, help, follow_ups },
  }),
  output: z.object({ visit: z.number(), pair: z.number() }),
  subject: ({ visit }) => `visit/${visit}`,
  run: (act, { pair: id, ...given }) => {
    const { pair, side } = ownSideOfActor(act, id)
    if (side !== 'helper') throw pairingHelperOnly({ pair: pairRef(pair.id) })
    requireNoFlood(act, pair)
    // Money of the book is handed over by the office, which sees what there is.
    if (given.help.some(({ payout }) => payout !== undefined))
      throw visitHelpUnclear({ form: 'money' })
    const told = { ...given, companions: [] }
    const { visit } = recordVisit(act, visitOfPair(act, pair), told)
    return { visit, pair: pair.id }
  },
})

/** More than anybody visits or calls the same people in a day, also when they write down a week at once. */
const mostVisitsADay = 20
const dayMs = 86_400_000

const toldSince = `select count(*) as "count" from visit as v join event as e on e.seq = v.event_seq
  where v.pair_id = +? and v.actor = +? and e.at > +?`

/** Refuses `own_visit.too_many`: whoever holds a code fills no book. */
function requireNoFlood(act: Act, { id }: Pair): void {
  const told = act.first(toldSince, [id, act.caller.actor, act.at - dayMs])!.count as number
  if (told >= mostVisitsADay) throw ownVisitTooMany({ pair: pairRef(id), most: mostVisitsADay })
}

/** The pairs of a code in which its party is on one side. */
function pairsAs(act: Act, code: PairingCode, as: 'helper' | 'helped'): Pair[] {
  return ownSides(act, code).flatMap(({ pair, side }) => (side === as ? [pair] : []))
}

/** A visit of one of the pairs in which the code’s party is helped. Refuses `visit.unknown`. */
function visitToOneself(act: Act, code: PairingCode, id: number): Visit {
  const visit = visitById(act, id as VisitId)
  if (!pairsAs(act, code, 'helped').some((pair) => pair.id === visit.pair_id)) {
    throw visitUnknown({ visit: id })
  }
  return visit
}

export const confirm = pageCommand({
  name: 'own_visits.confirm',
  summary: 'Says on the own page of whoever is helped whether a visit was as it is recorded',
  ...shared,
  input: z.strictObject({ visit: idField, agreed: z.boolean(), note: reasonField.optional() }),
  output: z.object({ visit: z.number(), red: z.boolean() }),
  subject: ({ visit }) => `visit/${visit}`,
  run: (act, { visit: id, agreed, note }) => {
    const code = pairingCodeOfActor(act)
    const visit = visitToOneself(act, code, id)
    requireMakerIsNotConcerned(act, code, visit)
    confirmVisit(act, visit, { how: 'own_page', agreed, note })
    return { visit: visit.id, red: !agreed }
  },
})

/**
 * Refuses `pairing_code.own_hand` when whoever made the code went on the visit or recorded it, or is close to who helps:
 * they hold the code, and would confirm their own visit.
 */
function requireMakerIsNotConcerned(act: Act, code: PairingCode, visit: Visit): void {
  requireNotMadeAcross(act, code, ownSide(act, code, visit.pair_id!))
  const asMaker = { ...act, caller: { ...act.caller, actor: code.actor } }
  if (hadAHandInVisit(asMaker, visit)) {
    throw pairingCodeOwnHand({ pair: pairRef(visit.pair_id!) })
  }
}

export const finish = pageCommand({
  name: 'own_follow_ups.finish',
  summary: 'Says on a helper’s own page what came of something that they were to do',
  ...shared,
  input: z.strictObject({
    follow_up: idField,
    outcome: z.enum(['done', 'dropped']),
    note: reasonField.optional(),
  }),
  output: z.object({ follow_up: z.number() }),
  subject: (output) => `follow_up/${output.follow_up}`,
  run: (act, { follow_up: id, outcome, note }) => {
    const code = pairingCodeOfActor(act)
    const followUp = followUpById(act, id as FollowUpId)
    const own = pairsAs(act, code, 'helper').some((pair) => pair.id === followUp.pair_id)
    if (!own || followUp.for_whom !== 'helper') throw followUpUnknown({ follow_up: id })
    finishFollowUp(act, followUp, { outcome, note })
    return { follow_up: followUp.id }
  },
})
