/** Units of the organisation: its tree of provinces, branches, departments, as it stands now. */
import type { Row } from '../../db/schema.ts'
import { inScope, type Scope } from '../book/scope.ts'
import type { EventSeq, UnitId } from '../kit/ids.ts'
import { refusal } from '../kit/refusal.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { unitClosed } from './refusals.ts'

export const unitUnknown = refusal<{ unit: string }>(
  'unit.unknown',
  404,
  ({ unit }) => `There is no unit "${unit}" in this book.`,
  'Look it up in the list of units, or add it first.',
)

/** A unit with the version of it that is in force. */
export interface Unit {
  readonly id: UnitId
  readonly code: string
  readonly parent_id: UnitId | null
  readonly name: string
  readonly kind: string
  readonly closed: boolean
}

const newest = `select u.id as "id", u.code as "code", v.parent_id as "parent_id",
    v.name as "name", v.kind as "kind", v.closed as "closed"
  from unit as u join unit_version as v
    on v.id = (select max(w.id) from unit_version as w where w.unit_id = u.id)`

function unitOf(row: Record<string, unknown>): Unit {
  return { ...(row as unknown as Unit), closed: row.closed === 1 }
}

/** A unit by its id, which stands in the book. */
export function unitById(reader: Reader, id: UnitId): Unit {
  const row = reader.first(`${newest} where u.id = +?`, [id])
  if (!row) throw unitUnknown({ unit: String(id) })
  return unitOf(row)
}

/** The unit with a code, within the caller's scope. Refuses `unit.unknown`. */
export function unitWithCode(reader: Reader & { readonly scope: Scope }, code: string): Unit {
  const row = reader.first(`${newest} where u.code = +?`, [code])
  if (!row || !inScope(reader.scope, row.id as UnitId)) throw unitUnknown({ unit: code })
  return unitOf(row)
}

/** The same if it is open: closed units take nothing new. Refuses `unit.unknown`, `unit.closed`. */
export function openUnitWithCode(reader: Reader & { readonly scope: Scope }, code: string): Unit {
  const unit = unitWithCode(reader, code)
  if (unit.closed) throw unitClosed({ unit: code })
  return unit
}

/**
 * The unit that a new thing is to belong to: the one named, else the whole organisation for whoever
 * reaches it, else the one unit that the caller's scope begins at. Refuses `unit.unknown`, also for who
 * must name a unit and names none.
 */
export function unitMeant(
  reader: Reader & { readonly scope: Scope },
  code: string | null | undefined,
): Unit | null {
  if (code !== null && code !== undefined) return unitWithCode(reader, code)
  if (reader.scope === 'all') return null
  const [only, ...others] = topUnits(reader, reader.scope)
  if (!only || others.length > 0) throw unitUnknown({ unit: '' })
  return only
}

/** The units at which a scope begins: those of it whose parent is not in it. */
export function topUnits(reader: Reader, scope: ReadonlySet<UnitId>): Unit[] {
  return listUnits(reader, scope).filter(
    ({ parent_id }) => parent_id === null || !scope.has(parent_id),
  )
}

/** All units within a scope, in the order of their codes. */
export function listUnits(reader: Reader, scope: Scope): Unit[] {
  return reader
    .all(`${newest} order by u.code`, [])
    .map(unitOf)
    .filter(({ id }) => inScope(scope, id))
}

const versionKnown = prepare((p: { unit: UnitId; known: EventSeq }) =>
  build
    .selectFrom('unit_version')
    .select('name')
    .where('unit_id', '=', p.unit)
    .where('event_seq', '<=', p.known)
    .orderBy('id', 'desc')
    .limit(1),
)

/** A unit's name as the book knew it at an event; null for none, and for one that was not there yet. */
export function unitNameKnown(reader: Reader, unit: UnitId | null, known: EventSeq): string | null {
  return unit === null ? null : (first(reader, versionKnown, { unit, known })?.name ?? null)
}

const versions = prepare((p: { unit: UnitId }) =>
  build.selectFrom('unit_version').selectAll().where('unit_id', '=', p.unit).orderBy('id'),
)

/** What was said of a unit over time, oldest first. */
export function versionsOf(reader: Reader, unit: UnitId): Row<'unit_version'>[] {
  return rows(reader, versions, { unit })
}
