/** Places as they stand in the book: where people live and would go to, never a home. */
import type { Row } from '../../../db/schema.ts'
import type { Condition } from '../../book/paging.ts'
import { inScope, type Scoped, scopeList } from '../../book/scope.ts'
import type { PlaceId, UnitId } from '../../kit/ids.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { placeClosed, placeUnknown } from './refusals.ts'

/** A place with what is said of it now. */
export interface Place {
  readonly id: PlaceId
  readonly code: string
  readonly unit_id: UnitId | null
  readonly name: string
  readonly latitude_e4: number | null
  readonly longitude_e4: number | null
  readonly open: 0 | 1
  readonly event_seq: number
}

/** What was said of a place from a time on. */
export type PlaceVersion = Row<'place_version'>

const known = `select p.id as "id", p.code as "code", p.unit_id as "unit_id", v.name as "name",
    v.latitude_e4 as "latitude_e4", v.longitude_e4 as "longitude_e4", v.open as "open",
    p.event_seq as "event_seq"
  from place as p join place_version as v
    on v.id = (select max(w.id) from place_version as w where w.place_id = p.id)`

const versions = prepare((p: { id: PlaceId }) =>
  build.selectFrom('place_version').selectAll().where('place_id', '=', p.id).orderBy('id'),
)

/** A place with an id that stands in the book. */
export function placeById(reader: Reader, id: PlaceId): Place {
  const found = reader.first(`${known} where p.id = +?`, [id])
  if (!found) throw placeUnknown({ place: String(id) })
  return found as unknown as Place
}

/** A place by its code wherever it belongs, or undefined. */
export function placeByCode(reader: Reader, code: string): Place | undefined {
  return reader.first(`${known} where p.code = +?`, [code]) as unknown as Place | undefined
}

/**
 * The place with a code. A place of no unit is everybody's, as a body of no unit is; one of a unit is for who reaches
 * that. Refuses `place.unknown`.
 */
export function placeWithCode(asker: Scoped, code: string): Place {
  const found = placeByCode(asker, code)
  if (!found || !(found.unit_id === null || inScope(asker.scope, found.unit_id))) {
    throw placeUnknown({ place: code })
  }
  return found
}

/** The same if it is in use. Refuses `place.unknown`, `place.closed`. */
export function openPlaceWithCode(asker: Scoped, code: string): Place {
  const place = placeWithCode(asker, code)
  if (place.open === 0) throw placeClosed({ place: code })
  return place
}

/** The condition on rows `t` of places that a caller reaches; null for all of them. */
export function placesReached({ scope }: Scoped): Condition | null {
  if (scope === 'all') return null
  const sql = '(t.unit_id is null or t.unit_id in (select value from json_each(+?)))'
  return { sql, values: [scopeList(scope)] }
}

/** What was said of a place, oldest first. */
export function versionsOfPlace(reader: Reader, id: PlaceId): PlaceVersion[] {
  return rows(reader, versions, { id })
}

/** Degrees with four decimals at most, such as 31.2304; null where they are not known. */
export function degrees(e4: number | null): number | null {
  return e4 === null ? null : e4 / 10_000
}
