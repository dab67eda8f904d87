/** Helpers and needs as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { HelperId, NeedId, PartyId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { helperUnknown, needUnknown } from './refusals.ts'

export type Helper = Row<'helper'>
/** How a helper stands from a version on. */
export type HelperVersion = Row<'helper_version'>
export type Need = Row<'need'>
/** How a need stands from a version on. */
export type NeedVersion = Row<'need_version'>

const helperBy = prepare((p: { id: HelperId }) =>
  build.selectFrom('helper').selectAll().where('id', '=', p.id),
)
const helperByParty = prepare((p: { party: PartyId }) =>
  build.selectFrom('helper').selectAll().where('party_id', '=', p.party),
)
const helperNow = prepare((p: { id: HelperId }) =>
  build
    .selectFrom('helper_version')
    .selectAll()
    .where('helper_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)
const helperThen = prepare((p: { id: HelperId }) =>
  build.selectFrom('helper_version').selectAll().where('helper_id', '=', p.id).orderBy('id'),
)
const needBy = prepare((p: { id: NeedId }) =>
  build.selectFrom('need').selectAll().where('id', '=', p.id),
)
const needsBy = prepare((p: { party: PartyId }) =>
  build.selectFrom('need').selectAll().where('party_id', '=', p.party).orderBy('id'),
)
const needNow = prepare((p: { id: NeedId }) =>
  build
    .selectFrom('need_version')
    .selectAll()
    .where('need_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)
const needThen = prepare((p: { id: NeedId }) =>
  build.selectFrom('need_version').selectAll().where('need_id', '=', p.id).orderBy('id'),
)

/** A helper's reference: `HE-` and at least six digits. */
export function helperRef(id: HelperId): string {
  return `HE-${String(id).padStart(6, '0')}`
}

/** A need's reference: `ND-` and at least six digits. */
export function needRef(id: NeedId): string {
  return `ND-${String(id).padStart(6, '0')}`
}

/** The helper with a number, as far as this caller reaches. Refuses `helper.unknown`. */
export function helperWithId(asker: Scoped, id: number): Helper {
  const found = first(asker, helperBy, { id: id as HelperId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw helperUnknown({ helper: id })
  return found
}

/** The helper with an id that stands in the book. */
export function helperById(reader: Reader, id: HelperId): Helper {
  const found = first(reader, helperBy, { id })
  if (!found) throw helperUnknown({ helper: id })
  return found
}

/** The helper that a party is, or undefined. */
export function helperOfParty(reader: Reader, party: PartyId): Helper | undefined {
  return first(reader, helperByParty, { party })
}

/** How a helper stands now. */
export function versionOfHelper(reader: Reader, id: HelperId): HelperVersion {
  return first(reader, helperNow, { id })!
}

/** How they stood before, oldest first. */
export function versionsOfHelper(reader: Reader, id: HelperId): HelperVersion[] {
  return rows(reader, helperThen, { id })
}

/** The need with a number, as far as this caller reaches. Refuses `need.unknown`. */
export function needWithId(asker: Scoped, id: number): Need {
  const found = first(asker, needBy, { id: id as NeedId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw needUnknown({ need: id })
  return found
}

/** The need with an id that stands in the book. */
export function needById(reader: Reader, id: NeedId): Need {
  const found = first(reader, needBy, { id })
  if (!found) throw needUnknown({ need: id })
  return found
}

/** The needs of a party, oldest first. */
export function needsOfParty(reader: Reader, party: PartyId): Need[] {
  return rows(reader, needsBy, { party })
}

/** How a need stands now. */
export function versionOfNeed(reader: Reader, id: NeedId): NeedVersion {
  return first(reader, needNow, { id })!
}

/** How it stood before, oldest first. */
export function versionsOfNeed(reader: Reader, id: NeedId): NeedVersion[] {
  return rows(reader, needThen, { id })
}
