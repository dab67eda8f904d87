/** Commands of places. */
import { z } from 'zod'
import { codeField, nameField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { beyondScope } from '../../book/refusals.ts'
import { type Act, command } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { PlaceId } from '../../kit/ids.ts'
import { unitMeant } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type Place, placeByCode, placeWithCode } from './places.ts'
import { placeExists, placeHalf, placeUnchanged } from './refusals.ts'
import { pairingKeepers } from './roles.ts'

/** Decimal degrees (WGS 84); kept to four decimals, some eleven metres, so that no home is told by them. */
function degreesField(most: number) {
  return z
    .number({ error: 'write a number' })
    .min(-most, `write a number from ${-most} on`)
    .max(most, `write a number up to ${most}`)
}

const latitudeField = degreesField(90).meta({ examples: [31.2304] })
const longitudeField = degreesField(180).meta({ examples: [121.4737] })

const output = z.object({ place: z.string() })
const shared = {
  may: pairingKeepers,
  reach: 'units',
  output,
  subject: ({ place }: z.output<typeof output>) => `place/${place}`,
} as const

export const add = command({
  name: 'places.add',
  summary: 'Adds a place in which people live or would go to: a village, a district',
  ...shared,
  route: { method: 'POST', path: '/places' },
  input: z.strictObject({
    place: codeField,
    name: nameField,
    /** Whose place it is; everybody's unless said, as far as the caller reaches. */
    unit: codeField.optional(),
    latitude: latitudeField.nullable().default(null),
    longitude: longitudeField.nullable().default(null),
  }),
  run: (act, { place: code, name, unit, latitude, longitude }) => {
    const kept = unitMeant(act, unit)
    requireBoth(code, latitude, longitude)
    if (placeByCode(act, code)) throw placeExists({ place: code })
    const id = nextId(act, 'place')
    const actor = principalOf(act, act.caller.actor)
    insert(act, 'place', { id, code, unit_id: kept?.id ?? null, actor, event_seq: act.seq })
    const where = { latitude_e4: e4(latitude), longitude_e4: e4(longitude) }
    writeVersion(act, id, { name, ...where, open: 1 })
    return { place: code }
  },
})

export const update = command({
  name: 'places.update',
  summary: 'Says what a place is called and where it lies from now on, or that it is out of use',
  ...shared,
  route: { method: 'POST', path: '/places/{place}/versions' },
  input: z.strictObject({
    place: codeField,
    name: nameField.optional(),
    /** Both or neither; null when it is no longer known. */
    latitude: latitudeField.nullable().optional(),
    longitude: longitudeField.nullable().optional(),
    /** False takes it out of use: nobody new is said to live there. */
    open: z.boolean().optional(),
  }),
  run: (act, input) => {
    const before = placeWithCode(act, input.place)
    if (!inScope(act.scope, before.unit_id)) throw beyondScope({ name: 'places.update' })
    const next = {
      name: input.name ?? before.name,
      latitude_e4: input.latitude === undefined ? before.latitude_e4 : e4(input.latitude),
      longitude_e4: input.longitude === undefined ? before.longitude_e4 : e4(input.longitude),
      open: input.open === undefined ? before.open : input.open ? (1 as const) : (0 as const),
    }
    requireBoth(before.code, next.latitude_e4, next.longitude_e4)
    const names = ['name', 'latitude_e4', 'longitude_e4', 'open'] as const
    if (names.every((name) => before[name] === next[name])) {
      throw placeUnchanged({ place: before.code })
    }
    writeVersion(act, before.id, next)
    return { place: before.code }
  },
})

function requireBoth(place: string, latitude: number | null, longitude: number | null): void {
  if ((latitude === null) !== (longitude === null)) throw placeHalf({ place })
}

function e4(degrees: number | null): number | null {
  // `-0` would stand in the book as another number than 0.
  return degrees === null ? null : Math.round(degrees * 10_000) + 0
}

function writeVersion(
  act: Act,
  id: PlaceId,
  said: Pick<Place, 'name' | 'latitude_e4' | 'longitude_e4' | 'open'>,
): void {
  insert(act, 'place_version', {
    id: nextId(act, 'place_version'),
    place_id: id,
    ...said,
    event_seq: act.seq,
  })
}
