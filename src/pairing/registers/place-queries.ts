/** Questions about places: where people live and would go to, and how many of either are there. */
import { z } from 'zod'
import { codeField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { unitOut, unitShown } from '../../hardship/cases/shown.ts'
import type { PlaceId } from '../../kit/ids.ts'
import { unitWithCode } from '../../people/units.ts'
import {
  degrees,
  type Place,
  placeById,
  placesReached,
  placeWithCode,
  versionsOfPlace,
} from './places.ts'
import { pairingReaders } from './roles.ts'
import { reached, where } from './shown.ts'

const degreesOut = z.number().nullable()

const placeOut = z.object({
  place: z.string(),
  name: z.string(),
  /** Null for a place of everybody. */
  unit: unitOut.nullable(),
  latitude: degreesOut,
  longitude: degreesOut,
  open: z.boolean(),
  /** Helpers and needs that name it now, as far as the caller reaches. */
  helpers: z.number(),
  needs: z.number(),
  sequence: z.number(),
})

const listInput = z.strictObject({
  /** Those in use, or those that no longer are. */
  open: z.enum(['true', 'false']).optional(),
  /** Whether it is known where they lie. */
  located: z.enum(['true', 'false']).optional(),
  unit: codeField.optional(),
  /** A code, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  cursor: pageCursorField,
  limit: limitField,
})

/** The newest version of a place `t`. */
const newest = `select v.id from place_version as v
  where v.id = (select max(w.id) from place_version as w where w.place_id = t.id)`

function conditions(view: View, asked: z.output<typeof listInput>): Condition[] {
  const found: Condition[] = []
  const { open, located, unit, q } = asked
  const now = (sql: string, ...values: Condition['values']) =>
    found.push(where(`exists (${newest} and ${sql})`, ...values))
  if (open !== undefined) now('v.open = +?', open === 'true' ? 1 : 0)
  if (located !== undefined) now(`v.latitude_e4 is ${located === 'true' ? 'not null' : 'null'}`)
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  if (q !== undefined) {
    found.push(
      where(
        `(t.code = lower(+?) or exists (${newest} and instr(lower(v.name), lower(+?)) > 0))`,
        q,
        q,
      ),
    )
  }
  return found
}

/** How many helpers or needs, of those that are not over, name each place. */
function countsOf(view: View, table: 'helper' | 'need'): ReadonlyMap<number, number> {
  const within = reached(view)
  const found = view.all(
    `select v.place_id as "place", count(*) as "count" from ${table} as t
     join ${table}_version as v
       on v.id = (select max(w.id) from ${table}_version as w where w.${table}_id = t.id)
     where v.place_id is not null and v.standing not in ('ended', 'met', 'withdrawn')
     ${within.map(({ sql }) => ` and ${sql}`).join('')} group by 1`,
    within.flatMap(({ values }) => values),
  )
  return new Map(found.map((row) => [row.place as number, row.count as number]))
}

interface Counts {
  readonly helpers: ReadonlyMap<number, number>
  readonly needs: ReadonlyMap<number, number>
}

function shown(view: View, place: Place, { helpers, needs }: Counts): z.output<typeof placeOut> {
  return {
    place: place.code,
    name: place.name,
    unit: unitShown(view, place.unit_id),
    latitude: degrees(place.latitude_e4),
    longitude: degrees(place.longitude_e4),
    open: place.open === 1,
    helpers: helpers.get(place.id) ?? 0,
    needs: needs.get(place.id) ?? 0,
    sequence: place.event_seq,
  }
}

export const list = query({
  name: 'places.list',
  summary: 'Lists places in which people live or would go to, with how many helpers and needs',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/places' },
  input: listInput,
  output: z.object({ places: z.array(placeOut), ...pageOut }),
  run: (view, asked) => {
    const also = conditions(view, asked)
    const within = placesReached(view)
    const listing = { table: 'place', key: null, descending: true, seek: [], also, within } as const
    const { ids, next, previous } = pageOf(view, listing, asked)
    const counts = { helpers: countsOf(view, 'helper'), needs: countsOf(view, 'need') }
    const places = ids.map((id) => shown(view, placeById(view, id as PlaceId), counts))
    return { places, next, previous }
  },
})

const versionOut = z.object({
  name: z.string(),
  latitude: degreesOut,
  longitude: degreesOut,
  open: z.boolean(),
  sequence: z.number(),
})

export const show = query({
  name: 'places.show',
  summary: 'Shows a place: what it is called, where it lies, what was said of it before',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/places/{place}' },
  input: z.strictObject({ place: codeField }),
  output: placeOut.extend({ versions: z.array(versionOut) }),
  run: (view, input) => {
    const place = placeWithCode(view, input.place)
    const counts = { helpers: countsOf(view, 'helper'), needs: countsOf(view, 'need') }
    const versions = versionsOfPlace(view, place.id).toReversed()
    return {
      ...shown(view, place, counts),
      versions: versions.map((version) => ({
        name: version.name,
        latitude: degrees(version.latitude_e4),
        longitude: degrees(version.longitude_e4),
        open: version.open === 1,
        sequence: version.event_seq,
      })),
    }
  },
})
