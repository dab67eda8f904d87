/** What is to be done by a day, after a visit or without one: how it is written. */
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { FollowUpId, PairId, PartyId, UnitId, VisitId } from '../../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import type { FollowUpGiven } from './fields.ts'
import { followUpDay, followUpEnded, followUpUnknown } from './refusals.ts'
import { type FollowUp, followUpRef } from './rows.ts'

const byId = prepare((p: { id: FollowUpId }) =>
  build.selectFrom('follow_up').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: FollowUpId }) =>
  build.selectFrom('follow_up_end').selectAll().where('follow_up_id', '=', p.id),
)

/** The follow-up with a number, as far as this caller reaches. Refuses `follow_up.unknown`. */
export function followUpWithId(asker: Scoped, id: number): FollowUp {
  const found = first(asker, byId, { id: id as FollowUpId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw followUpUnknown({ follow_up: id })
  return found
}

/** The follow-up with an id that stands in the book. Refuses `follow_up.unknown`. */
export function followUpById(reader: Reader, id: FollowUpId): FollowUp {
  const found = first(reader, byId, { id })
  if (!found) throw followUpUnknown({ follow_up: id })
  return found
}

/** What came of a follow-up, or undefined while it is open. */
export function endOfFollowUp(reader: Reader, id: FollowUpId): Row<'follow_up_end'> | undefined {
  return first(reader, endBy, { id })
}

/** Refuses `follow_up.day` for one that is due before the day from which it is counted. */
export function requireFollowUpDay(due_on: Day, from: Day): void {
  if (due_on < from) throw followUpDay({ due_on, from })
}

/** What a follow-up belongs to. */
export interface FollowUpOf {
  readonly party: PartyId
  readonly unit: UnitId | null
  readonly pair: PairId | null
  readonly visit: VisitId | null
}

/** Writes what is to be done. */
export function writeFollowUp(act: Act, of: FollowUpOf, given: FollowUpGiven): FollowUpId {
  const id = nextId(act, 'follow_up')
  insert(act, 'follow_up', {
    id,
    party_id: of.party,
    visit_id: of.visit,
    pair_id: of.pair,
    for_whom: given.for_whom,
    due_on: given.due_on,
    text_detail_id: keepDetail(act, 'follow_up', given.text),
    unit_id: of.unit,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}

/** What came of a follow-up. */
export interface FollowUpEnd {
  readonly outcome: 'done' | 'dropped'
  readonly note?: string | undefined
}

/** Finishes a follow-up, by the office or by the helper whose it is. Refuses `follow_up.ended`. */
export function finishFollowUp(act: Act, followUp: FollowUp, given: FollowUpEnd): void {
  if (endOfFollowUp(act, followUp.id)) {
    throw followUpEnded({ follow_up: followUpRef(followUp.id) })
  }
  insert(act, 'follow_up_end', {
    id: nextId(act, 'follow_up_end'),
    follow_up_id: followUp.id,
    outcome: given.outcome,
    on_day: act.today,
    note_detail_id: given.note === undefined ? null : keepDetail(act, 'follow_up_note', given.note),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
