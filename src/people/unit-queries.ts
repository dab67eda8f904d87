/** Queries of units: the tree as far as the caller reaches, one unit with what lies in it. */
import { z } from 'zod'
import { codeField } from '../book/fields.ts'
import { officers, query, type View } from '../book/registry.ts'
import { scopeList, unitsBelow } from '../book/scope.ts'
import type { UnitId } from '../kit/ids.ts'
import { countMembers, holdsCounted } from './memberships.ts'
import { listUnits, type Unit, unitById, unitWithCode, versionsOf } from './units.ts'

const unitOut = z.object({
  unit: z.string(),
  name: z.string(),
  kind: z.string(),
  /** The unit above it; null under the organisation, and where the caller’s part of the tree begins. */
  parent: z.string().nullable(),
  closed: z.boolean(),
  /** How deep it lies below the first one shown: 0, 1, 2 … */
  level: z.number(),
  /** People who belong to it today, at home or at work. */
  members: z.number(),
  /** Its open funds. */
  funds: z.number(),
})
type UnitShown = z.output<typeof unitOut>

function countFunds(view: View): ReadonlyMap<UnitId, number> {
  const counted = view.all(
    `select f.unit_id as "unit", count(*) as "count" from fund as f
     where f.unit_id is not null
       and not exists (select 1 from fund_closing as c where c.fund_id = f.id)
     group by f.unit_id`,
    [],
  )
  return new Map(counted.map(({ unit, count }) => [unit as UnitId, count as number]))
}

/** The tree within the caller’s scope, each unit before those below it. */
function tree(view: View): (UnitShown & { readonly id: UnitId })[] {
  const units = listUnits(view, view.scope)
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const below = Map.groupBy(units, ({ parent_id }) =>
    parent_id !== null && known.has(parent_id) ? parent_id : null,
  )
  const members = countMembers(view, view.today)
  const funds = countFunds(view)
  const walk = (parent: Unit | null, level: number): ReturnType<typeof tree> =>
    (below.get(parent?.id ?? null) ?? []).flatMap((unit) => [
      {
        id: unit.id,
        unit: unit.code,
        name: unit.name,
        kind: unit.kind,
        parent: parent?.code ?? null,
        closed: unit.closed,
        level,
        members: members.get(unit.id) ?? 0,
        funds: funds.get(unit.id) ?? 0,
      },
      ...walk(unit, level + 1),
    ])
  return walk(null, 0)
}

export const list = query({
  name: 'units.list',
  summary:
    'The tree of units as far as the caller reaches, with how many members and funds each has',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/units' },
  input: z.strictObject({ state: z.enum(['open', 'closed', 'all']).default('open') }),
  output: z.object({ units: z.array(unitOut) }),
  run: (view, { state }) => ({
    units: tree(view)
      .filter(({ closed }) => state === 'all' || closed === (state === 'closed'))
      .map(({ id: _, ...unit }) => unit),
  }),
})

/** Members of some units today, each person once. */
const membersOfAll = `select count(distinct m.party_id) as "count" from membership as m
  where m.unit_id in (select value from json_each(+?)) and ${holdsCounted}`

export const show = query({
  name: 'units.show',
  summary: 'Shows a unit: what lies above and below it, its members, what was said of it over time',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/units/{unit}' },
  input: z.strictObject({ unit: codeField }),
  output: unitOut.omit({ level: true }).extend({
    /** People who belong to it or to a unit below it, each counted once. */
    members_in_all: z.number(),
    /** From where the caller’s part of the tree begins down to the unit above this one. */
    path: z.array(z.object({ unit: z.string(), name: z.string() })),
    units: z.array(unitOut.omit({ level: true })),
    versions: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        parent: z.string().nullable(),
        closed: z.boolean(),
        sequence: z.number(),
      }),
    ),
  }),
  run: (view, { unit: code }) => {
    const unit = unitWithCode(view, code)
    const all = tree(view)
    const shown = ({ id: _, level: __, ...rest }: (typeof all)[number]) => rest
    const known = new Map(all.map((one) => [one.unit, one]))
    const path: { unit: string; name: string }[] = []
    for (let at = known.get(code)!.parent; at !== null; at = known.get(at)!.parent) {
      path.unshift({ unit: at, name: known.get(at)!.name })
    }
    const inAll = scopeList(unitsBelow(view, [unit.id]))
    const ids = new Set(all.map(({ id }) => id))
    return {
      ...shown(known.get(code)!),
      members_in_all: view.first(membersOfAll, [inAll, view.today, view.today, view.today])!
        .count as number,
      path,
      units: all.filter(({ parent }) => parent === code).map(shown),
      versions: versionsOf(view, unit.id).map(({ name, kind, parent_id, closed, event_seq }) => ({
        name,
        kind,
        parent: parent_id !== null && ids.has(parent_id) ? unitById(view, parent_id).code : null,
        closed: closed === 1,
        sequence: event_seq,
      })),
    }
  },
})
