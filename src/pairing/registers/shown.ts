/** What the registers tell of a helper, a need and a place in every answer. */
import { z } from 'zod'
import type { Condition } from '../../book/paging.ts'
import type { View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { fileRef } from '../../hardship/files/files.ts'
import type { PlaceId, UnitId } from '../../kit/ids.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyWithRef } from '../../people/parties.ts'
import { partiesNamed } from '../../people/search.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Pairing } from '../../policies/pairing.ts'
import { helpersOf } from '../pairs/helpers-of-need.ts'
import { capacityBy, loadOf } from './capacity.ts'
import { placeById } from './places.ts'
import {
  type Helper,
  helperRef,
  type Need,
  needRef,
  versionOfHelper,
  versionOfNeed,
} from './rows.ts'
import { helperSorts } from './traits.ts'

export const helperStandings = ['open', 'paused', 'leaving', 'ended'] as const
export const needStandings = ['open', 'paused', 'met', 'withdrawn'] as const

/** A code of the policy with its name in each language. */
export const codeOut = z.object({
  code: z.string(),
  name: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
})
/** A place with its code and name. */
export const placeShownOut = z.object({ place: z.string(), name: z.string() })

export const helperOut = z.object({
  helper: z.number(),
  reference: z.string(),
  ...personOut.shape,
  sort: z.enum(helperSorts),
  /** Null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
  standing: z.enum(helperStandings),
  /** The day on which they leave; null for all others. */
  leaves_on: z.string().nullable(),
  rank: codeOut.nullable(),
  place: placeShownOut.nullable(),
  /** How many they take on at once, whether by a number of their own, and how many of it are in use. */
  capacity: z.number(),
  own_capacity: z.number().nullable(),
  load: z.number(),
  sequence: z.number(),
})
export type HelperOut = z.output<typeof helperOut>

export const needOut = z.object({
  need: z.number(),
  reference: z.string(),
  ...personOut.shape,
  kind: codeOut,
  /** The hardship file of the household; null for none. */
  file: z.object({ file: z.number(), reference: z.string() }).nullable(),
  unit: unitOut.nullable(),
  standing: z.enum(needStandings),
  urgency: z.number(),
  /** How many helpers it is to have, and how many it has or is about to. */
  wanted: z.number(),
  taken: z.number(),
  place: placeShownOut.nullable(),
  sequence: z.number(),
})
export type NeedOut = z.output<typeof needOut>

/** The policy on pairing of a unit today. */
export function policyOf(view: View, unit: UnitId | null): Pairing {
  return policyInForce(view, 'pairing', { unit, on: view.today }).body
}

/** A code with its name; one that the policy no longer names is told by itself. */
export function codeShown(
  named: readonly z.output<typeof codeOut>[],
  code: string,
): z.output<typeof codeOut> {
  const found = named.find((one) => one.code === code)
  return { code, name: found?.name ?? { en: code, 'zh-Hans': code, 'zh-Hant': code } }
}

/** The place with an id, by code and name; null for none. */
export function placeShown(view: View, id: PlaceId | null): z.output<typeof placeShownOut> | null {
  if (id === null) return null
  const { code, name } = placeById(view, id)
  return { place: code, name }
}

/** A helper as lists and pages tell them. */
export function helperShown(view: View, helper: Helper): HelperOut {
  const now = versionOfHelper(view, helper.id)
  const policy = policyOf(view, helper.unit_id)
  return {
    helper: helper.id,
    reference: helperRef(helper.id),
    ...personShown(view, helper.party_id),
    sort: helper.sort,
    unit: unitShown(view, helper.unit_id),
    standing: now.standing,
    leaves_on: now.leaves_on,
    rank: now.rank === null ? null : codeShown(policy.ranks, now.rank),
    place: placeShown(view, now.place_id),
    capacity: capacityBy(policy, now),
    own_capacity: now.capacity,
    load: loadOf(view, helper),
    sequence: helper.event_seq,
  }
}

/** A need as lists and pages tell it. */
export function needShown(view: View, need: Need): NeedOut {
  const now = versionOfNeed(view, need.id)
  return {
    need: need.id,
    reference: needRef(need.id),
    ...personShown(view, need.party_id),
    kind: codeShown(policyOf(view, need.unit_id).kinds, need.kind),
    file: need.file_id === null ? null : { file: need.file_id, reference: fileRef(need.file_id) },
    unit: unitShown(view, need.unit_id),
    standing: now.standing,
    urgency: now.urgency,
    wanted: now.wanted,
    taken: helpersOf(view, need.id),
    place: placeShown(view, now.place_id),
    sequence: need.event_seq,
  }
}

/** A condition with its values. */
export const where = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** How many there are of each standing, as far as the caller reaches, whatever else is asked for. */
export function standingsOf<S extends string>(
  view: View,
  table: 'helper' | 'need',
  standings: readonly S[],
): { standing: S; count: number }[] {
  const within = reached(view)
  const found = view.all(
    `select v.standing as "standing", count(*) as "count" from ${table} as t
     join ${table}_version as v
       on v.id = (select max(w.id) from ${table}_version as w where w.${table}_id = t.id)
     where true${within.map(({ sql }) => ` and ${sql}`).join('')} group by 1`,
    within.flatMap(({ values }) => values),
  )
  const counts = new Map(found.map((row) => [row.standing, row.count as number]))
  return standings.map((standing) => ({ standing, count: counts.get(standing) ?? 0 }))
}

/** The part of a list that the caller reaches. */
export function reached({ scope }: View): Condition[] {
  return scope === 'all'
    ? []
    : [where('t.unit_id in (select value from json_each(+?))', scopeList(scope))]
}

/** What a search names: a number of the list with its letters, a person's, or a part of a name. */
export function searched(view: View, letters: 'HE' | 'ND', q: string): Condition {
  const number = new RegExp(`^(?:${letters}-)?0*([1-9]\\d{0,14})$`, 'i').exec(q)?.[1]
  if (number !== undefined) return where('t.id = +?', Number(number))
  const parties = /^P-\d+$/i.test(q)
    ? togetherWith(view, partyWithRef(view, q.toUpperCase()).id)
    : partiesNamed(view, view.caller, q)
  return where('t.party_id in (select value from json_each(+?))', JSON.stringify(parties))
}
