/** Questions about helpers: who can help, how much of it is in use, how they stood before. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { HelperId, UnitId } from '../../kit/ids.ts'
import { listUnits, unitWithCode } from '../../people/units.ts'
import { inUse } from '../pairs/counted.ts'
import { capacityOf } from './capacity.ts'
import { placeWithCode } from './places.ts'
import { pairingReaders } from './roles.ts'
import { type HelperVersion, helperById, helperWithId, versionsOfHelper } from './rows.ts'
import {
  codeOut,
  codeShown,
  helperOut,
  helperShown,
  helperStandings,
  placeShown,
  placeShownOut,
  policyOf,
  reached,
  searched,
  standingsOf,
  where,
} from './shown.ts'
import { genders, helperSorts, helperTraitsOf, timesOfWeek } from './traits.ts'

/** How much of what a helper takes on is in use: some is free, all is in use, or more than they take on. */
export const helperLoadStates = ['free', 'full', 'over'] as const

const listInput = z.strictObject({
  standing: z.enum(helperStandings).optional(),
  sort: z.enum(helperSorts).optional(),
  unit: codeField.optional(),
  /** Codes of the policy on pairing. */
  rank: codeField.optional(),
  skill: codeField.optional(),
  place: codeField.optional(),
  load: z.enum(helperLoadStates).optional(),
  /** A helper's number, a person's, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  cursor: pageCursorField,
  limit: limitField,
})
type ListInput = z.output<typeof listInput>

/** The newest version of a helper `t`. */
const newest = `select v.id from helper_version as v
  where v.id = (select max(w.id) from helper_version as w where w.helper_id = t.id)`

function conditions(view: View, asked: ListInput): Condition[] {
  const found: Condition[] = []
  const { standing, sort, unit, rank, skill, place, load, q } = asked
  const now = (sql: string, ...values: Condition['values']) =>
    found.push(where(`exists (${newest} and ${sql})`, ...values))
  if (standing !== undefined) now('v.standing = +?', standing)
  if (sort !== undefined) found.push(where('t.sort = +?', sort))
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  if (rank !== undefined) now('v.rank = +?', rank)
  if (place !== undefined) now('v.place_id = +?', placeWithCode(view, place).id)
  // What somebody can is told to who reads names, and so found by them alone.
  if (skill !== undefined) {
    const knows = `exists (select 1 from detail_body as b, json_each(b.body, '$.skills') as s
      where b.detail_id = v.traits_detail_id and s.value = +?)`
    now(view.caller.readsNames ? knows : `${knows} and false`, skill)
  }
  if (load !== undefined) found.push(loaded(view, load))
  if (q !== undefined) found.push(searched(view, 'HE', q))
  return found
}

const loads = `select h.id as "id", h.unit_id as "unit", v.standing as "standing", v.rank as "rank",
    v.capacity as "capacity",
    (select count(*) from pair_state as s where s.helper_id = h.id
      and s.state in ${inUse}) as "load"
  from helper as h
  join helper_version as v on v.id = (select max(w.id) from helper_version as w where w.helper_id = h.id)`

/** What somebody takes on follows from the policy of their unit, and so is told for all of them at once. */
function loaded(view: View, state: (typeof helperLoadStates)[number]): Condition {
  type Row = Pick<HelperVersion, 'standing' | 'rank' | 'capacity'> & {
    readonly id: HelperId
    readonly unit: UnitId | null
    readonly load: number
  }
  const ids = (view.all(loads, []) as unknown as Row[])
    .filter(({ unit }) => inScope(view.scope, unit))
    .filter((row) => {
      const most = capacityOf(view, { unit_id: row.unit }, row, view.today)
      if (state === 'over') return row.load > most
      return state === 'full' ? most > 0 && row.load >= most : row.load < most
    })
    .map(({ id }) => id)
  return where('t.id in (select value from json_each(+?))', JSON.stringify(ids))
}

export const list = query({
  name: 'helpers.list',
  summary: 'Lists helpers by standing, sort, skill and place, with how many each takes on and has',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/helpers' },
  input: listInput,
  output: z.object({
    helpers: z.array(helperOut),
    /** How many there are of each standing, whatever is asked for. */
    standings: z.array(z.object({ standing: z.enum(helperStandings), count: z.number() })),
    ...pageOut,
  }),
  run: (view, asked) => {
    const seek = reached(view)
    const also = conditions(view, asked)
    const listing: Listing = { table: 'helper', key: null, descending: true, seek, also }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      helpers: ids.map((id) => helperShown(view, helperById(view, id as HelperId))),
      standings: standingsOf(view, 'helper', helperStandings),
      next,
      previous,
    }
  },
})

/** What a helper can and will do, in codes with their names. */
const traitsOut = z.object({
  skills: z.array(codeOut),
  languages: z.array(z.string()),
  times: z.array(z.enum(timesOfWeek)),
  gender: z.enum(genders).nullable(),
  /** Units they would go to, with all below; everywhere when none is named. */
  serves: z.array(z.object({ unit: z.string(), name: z.string() })),
  most_km: z.number().nullable(),
  refuses: z.array(codeOut),
})

const versionOut = z.object({
  standing: z.enum(helperStandings),
  leaves_on: dayOut.nullable(),
  rank: codeOut.nullable(),
  capacity: z.number().nullable(),
  place: placeShownOut.nullable(),
  /** Whether what they can and will do was said anew. */
  traits_changed: z.boolean(),
  note: z.string().nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'helpers.show',
  summary: 'Shows a helper: what they can and will do, how many they have, how they stood before',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/helpers/{helper}' },
  input: z.strictObject({ helper: idField }),
  output: helperOut.extend({
    /** Null for who does not read names. */
    traits: traitsOut.nullable(),
    /** How they stand now, and before: newest first. */
    versions: z.array(versionOut),
  }),
  run: (view, input) => {
    const helper = helperWithId(view, input.helper)
    const versions = versionsOfHelper(view, helper.id)
    return {
      ...helperShown(view, helper),
      traits: view.caller.readsNames
        ? traitsShown(view, helper.unit_id, versions.at(-1)!.traits_detail_id)
        : null,
      versions: versions
        .map((version, at) => versionShown(view, helper.unit_id, version, versions[at - 1]))
        .toReversed(),
    }
  },
})

function traitsShown(view: View, unit: UnitId | null, detail: number): z.output<typeof traitsOut> {
  const { skills, kinds } = policyOf(view, unit)
  const said = helperTraitsOf(view, detail)
  const names = new Map(listUnits(view, view.scope).map(({ code, name }) => [code, name]))
  return {
    ...said,
    skills: said.skills.map((code) => codeShown(skills, code)),
    refuses: said.refuses.map((code) => codeShown(kinds, code)),
    serves: said.serves.map((code) => ({ unit: code, name: names.get(code) ?? code })),
  }
}

function versionShown(
  view: View,
  unit: UnitId | null,
  version: HelperVersion,
  before: HelperVersion | undefined,
): z.output<typeof versionOut> {
  const { ranks } = policyOf(view, unit)
  return {
    standing: version.standing,
    leaves_on: version.leaves_on,
    rank: version.rank === null ? null : codeShown(ranks, version.rank),
    capacity: version.capacity,
    place: placeShown(view, version.place_id),
    traits_changed: before !== undefined && before.traits_detail_id !== version.traits_detail_id,
    note: textFor(view, version.note_detail_id),
    sequence: version.event_seq,
  }
}
