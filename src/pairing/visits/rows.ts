/** Visits as they stand in the book, with what was wanted and given at them. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { CareEventId, FollowUpId, PartyId, VisitId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { visitUnknown } from './refusals.ts'

export type Visit = Row<'visit'>
export type VisitWish = Row<'visit_wish'>
export type VisitHelp = Row<'visit_help'>
export type VisitConfirmation = Row<'visit_confirmation'>
export type FollowUp = Row<'follow_up'>
export type CareEvent = Row<'care_event'>

export const visitKinds = [
  'visit',
  'phone',
  'festival',
  'hospital',
  'disaster',
  'bereavement',
] as const
export type VisitKind = (typeof visitKinds)[number]

/** Contacts at which somebody was there, and did not only call. */
export const kindsInPerson: readonly VisitKind[] = visitKinds.filter((kind) => kind !== 'phone')

export const whoWasMet = ['oneself', 'family', 'nobody'] as const
export type Met = (typeof whoWasMet)[number]

export const visitPlaces = ['home', 'hospital', 'work', 'elsewhere', 'phone'] as const
export type VisitPlace = (typeof visitPlaces)[number]

export const helpForms = ['service', 'goods', 'money'] as const
export type HelpForm = (typeof helpForms)[number]

/** How a household is asked whether a visit was so. */
export const askedWays = ['own_page', 'call', 'paper'] as const
export type AskedWay = (typeof askedWays)[number]

const byId = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit_end').selectAll().where('visit_id', '=', p.id),
)
const companionsBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit_companion').select('party_id').where('visit_id', '=', p.id).orderBy('id'),
)
const wishesBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit_wish').selectAll().where('visit_id', '=', p.id).orderBy('id'),
)
const helpBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit_help').selectAll().where('visit_id', '=', p.id).orderBy('id'),
)
const confirmationBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('visit_confirmation').selectAll().where('visit_id', '=', p.id),
)
const followUpsBy = prepare((p: { id: VisitId }) =>
  build.selectFrom('follow_up').selectAll().where('visit_id', '=', p.id).orderBy('id'),
)

/** A visit’s reference: `VI-` and at least six digits. */
export function visitRef(id: VisitId): string {
  return `VI-${String(id).padStart(6, '0')}`
}

/** A follow-up’s reference: `FU-` and at least six digits. */
export function followUpRef(id: FollowUpId): string {
  return `FU-${String(id).padStart(6, '0')}`
}

/** The reference of what prompts a visit: `CE-` and at least six digits. */
export function careEventRef(id: CareEventId): string {
  return `CE-${String(id).padStart(6, '0')}`
}

/** The visit with a number, as far as this caller reaches; one that was taken back too. Refuses `visit.unknown`. */
export function visitWithId(asker: Scoped, id: number): Visit {
  const found = first(asker, byId, { id: id as VisitId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw visitUnknown({ visit: id })
  return found
}

/** The visit with an id that stands in the book. Refuses `visit.unknown`. */
export function visitById(reader: Reader, id: VisitId): Visit {
  const found = first(reader, byId, { id })
  if (!found) throw visitUnknown({ visit: id })
  return found
}

/** That a visit was taken back, or undefined while it stands. */
export function endOfVisit(reader: Reader, id: VisitId): Row<'visit_end'> | undefined {
  return first(reader, endBy, { id })
}

/** Who else came along. */
export function companionsOf(reader: Reader, id: VisitId): PartyId[] {
  return rows(reader, companionsBy, { id }).map(({ party_id }) => party_id)
}

/** What was wanted at a visit. */
export function wishesOf(reader: Reader, id: VisitId): VisitWish[] {
  return rows(reader, wishesBy, { id })
}

/** What was given at a visit. */
export function helpOf(reader: Reader, id: VisitId): VisitHelp[] {
  return rows(reader, helpBy, { id })
}

/** What the household said of a visit, or undefined while nobody asked. */
export function confirmationOfVisit(reader: Reader, id: VisitId): VisitConfirmation | undefined {
  return first(reader, confirmationBy, { id })
}

/** What was to be done after a visit. */
export function followUpsOf(reader: Reader, id: VisitId): FollowUp[] {
  return rows(reader, followUpsBy, { id })
}
