/** Recording a visit: the one place where visits are written, whoever tells of them and however. */
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type {
  CareEventId,
  FollowUpId,
  NeedId,
  PartyId,
  PayoutId,
  UnitId,
  VisitId,
} from '../../kit/ids.ts'
import { helpedTogether } from '../../people/households.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyRef, partyWithRef } from '../../people/parties.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { daysOfPair, type Pair, pairRef } from '../pairs/rows.ts'
import { newNeedField, openNeed } from '../registers/need-writing.ts'
import type { Helper } from '../registers/rows.ts'
import { careEventById, endOfCareEvent } from './care-event-rows.ts'
import type { VisitGiven } from './fields.ts'
import { requireFollowUpDay, writeFollowUp } from './following.ts'
import { closeBySlip, requireHelp, writeHelp } from './helping.ts'
import {
  careEventEnded,
  careEventOfAnother,
  visitDay,
  visitKindUnknown,
  visitPairNotThen,
} from './refusals.ts'
import { careEventRef, type VisitKind } from './rows.ts'

/** Whom a visit was to, and who went. */
export interface VisitOf {
  readonly party: PartyId
  /** Where it belongs: the unit of the pair, or of whom it was to. */
  readonly unit: UnitId | null
  readonly pair: Pair | null
  /** Null where somebody of the office went. */
  readonly helper: Helper | null
}

/** What was written of a visit. */
export interface VisitRecorded {
  readonly visit: VisitId
  /** The payout that its slip closed, or null. */
  readonly payout: PayoutId | null
  readonly follow_ups: readonly FollowUpId[]
}

/**
 * Records a visit with what was wanted and given at it and what is to be done after it. Refuses `visit.day`,
 * `visit.pair_not_then`, `party.unknown` of who came along, `visit.kind_unknown`, `care_event.unknown`,
 * `care_event.of_another`, `care_event.ended`, `follow_up.day`, and what `requireHelp`, `openNeed` and `closeBySlip` refuse; then writes.
 */
export function recordVisit(act: Act, of: VisitOf, given: VisitGiven): VisitRecorded {
  const on = given.visited_on ?? act.today
  if (on > act.today) throw visitDay({ day: on, today: act.today })
  if (of.pair) requireStood(act, of.pair, on)
  const companions = companionsMeant(act, of, given)
  requireKinds(act, of, given)
  const prompted = careEventMeant(act, of, given)
  for (const { due_on } of given.follow_ups) requireFollowUpDay(due_on, on)
  const help = requireHelp(act, of, { ...given, visited_on: on })
  const wishes = openWishes(act, of, given)
  const payout = closeBySlip(act, help)
  const visit = nextId(act, 'visit')
  insert(act, 'visit', {
    id: visit,
    party_id: of.party,
    pair_id: of.pair?.id ?? null,
    helper_id: of.helper?.id ?? null,
    kind: given.kind,
    visited_on: on,
    minutes: given.minutes ?? null,
    met: given.met,
    at_place: given.at_place ?? (given.kind === 'phone' ? 'phone' : placeOf(given.kind)),
    care_event_id: prompted,
    found_detail_id: given.found === undefined ? null : keepDetail(act, 'visit_found', given.found),
    unit_id: of.unit,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  writeCompanions(act, visit, companions)
  writeWishes(act, visit, wishes)
  writeHelp(act, visit, help, payout)
  const follow_ups = given.follow_ups.map((one) =>
    writeFollowUp(act, { ...of, pair: of.pair?.id ?? null, visit }, one),
  )
  return { visit, payout, follow_ups }
}

/** Where one mostly is at a visit of a kind. */
function placeOf(kind: VisitKind): 'hospital' | 'home' {
  return kind === 'hospital' ? 'hospital' : 'home'
}

/** Refuses `visit.pair_not_then` for a day before the pair began or after it ended. */
function requireStood(act: Act, pair: Pair, on: Day): void {
  const days = daysOfPair(act, pair.id)
  if (!days || on < days.from || (days.to !== null && on > days.to)) {
    throw visitPairNotThen({ pair: pairRef(pair.id), day: on })
  }
}

/** Who else came along; neither who went nor whom it was to comes along with themselves. */
function companionsMeant(act: Act, of: VisitOf, { companions }: VisitGiven): PartyId[] {
  const meant = companions.map((ref) => keptInPlaceOf(act, partyWithRef(act, ref).id))
  return [...new Set(meant)].filter((one) => one !== of.helper?.party_id && one !== of.party)
}

function requireKinds(act: Act, { unit }: VisitOf, given: VisitGiven): void {
  const { kinds } = policyInForce(act, 'pairing', { unit, on: act.today }).body
  const named = [...given.wishes, ...given.help, ...(given.handed_over ? [given.handed_over] : [])]
  for (const { kind } of named) {
    if (!kinds.some(({ code }) => code === kind)) throw visitKindUnknown({ kind })
  }
}

function careEventMeant(act: Act, of: VisitOf, { care_event }: VisitGiven): CareEventId | null {
  if (care_event === undefined) return null
  const found = careEventById(act, care_event)
  const care = careEventRef(found.id)
  if (!helpedTogether(act, of.party, act.today).includes(found.party_id)) {
    throw careEventOfAnother({ care_event: care, party: partyRef(of.party) })
  }
  if (endOfCareEvent(act, found.id)) throw careEventEnded({ care_event: care })
  return found.id
}

function writeCompanions(act: Act, visit: VisitId, parties: readonly PartyId[]): void {
  for (const party_id of parties) {
    const id = nextId(act, 'visit_companion')
    insert(act, 'visit_companion', { id, visit_id: visit, party_id, event_seq: act.seq })
  }
}

/** A wish that a need is opened for at once, or that waits for somebody to do so. */
interface WishRead {
  readonly kind: string
  readonly text: string
  readonly need: NeedId | null
}

/** Opens needs for what is wished so, with the wish as their note. Refuses what `openNeed` refuses. */
function openWishes(act: Act, { party }: VisitOf, { wishes }: VisitGiven): WishRead[] {
  return wishes.map(({ kind, text, open }) => {
    if (!open) return { kind, text, need: null }
    const given = newNeedField.parse({ party: partyRef(party), kind, note: text })
    return { kind, text, need: openNeed(act, given).id }
  })
}

function writeWishes(act: Act, visit: VisitId, wishes: readonly WishRead[]): void {
  for (const { kind, text, need } of wishes) {
    insert(act, 'visit_wish', {
      id: nextId(act, 'visit_wish'),
      visit_id: visit,
      kind,
      text_detail_id: keepDetail(act, 'visit_wish', text),
      need_id: need,
      event_seq: act.seq,
    })
  }
}
