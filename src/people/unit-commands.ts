/** Commands of units: adding them, renaming and moving them, closing them. */
import { z } from 'zod'
import { codeField, nameField } from '../book/fields.ts'
import { type Act, command, type Role } from '../book/registry.ts'
import type { UnitId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import { countMembers } from './memberships.ts'
import {
  unitClosed,
  unitCycle,
  unitExists,
  unitInUse,
  unitNothingRevised,
  unitTopOnly,
} from './refusals.ts'
import {
  listUnits,
  openUnitWithCode,
  type Unit,
  unitById,
  unitMeant,
  unitWithCode,
} from './units.ts'

const arrangers: readonly Role[] = ['owner']

/** What kind of unit it is, in the organisation's own word: branch, county, department. */
const kindField = nameField.max(60, 'write at most 60 characters').meta({ examples: ['branch'] })

type Said = Pick<Unit, 'id' | 'parent_id' | 'name' | 'kind' | 'closed'>

function say(act: Act, { id, parent_id, name, kind, closed }: Said): void {
  insert(act, 'unit_version', {
    id: nextId(act, 'unit_version'),
    unit_id: id,
    parent_id,
    name,
    kind,
    closed: closed ? 1 : 0,
    event_seq: act.seq,
  })
}

export const add = command({
  name: 'units.add',
  summary: 'Adds a unit to the tree of the organisation',
  may: arrangers,
  reach: 'units',
  route: { method: 'POST', path: '/units' },
  input: z.strictObject({
    unit: codeField,
    name: nameField,
    kind: kindField,
    /** The unit above it; without one it stands where the caller’s own part of the tree begins. */
    parent: codeField.nullable().default(null),
  }),
  output: z.object({ unit: z.string() }),
  subject: ({ unit }) => `unit/${unit}`,
  run: (act, { unit: code, name, kind, parent }) => {
    const above = unitMeant(act, parent)
    if (above?.closed) throw unitClosed({ unit: above.code })
    if (act.first('select 1 as "found" from unit where code = +?', [code])) {
      throw unitExists({ unit: code })
    }
    const id = nextId(act, 'unit')
    insert(act, 'unit', { id, code, event_seq: act.seq })
    say(act, { id, parent_id: above?.id ?? null, name, kind, closed: false })
    return { unit: code }
  },
})

/** Open funds of a unit. */
const openFunds = `select count(*) as "count" from fund as f
  where f.unit_id = +? and not exists (select 1 from fund_closing as c where c.fund_id = f.id)`

/** Refuses `unit.in_use`. */
function requireUnused(act: Act, { id, code }: Unit): void {
  const funds = act.first(openFunds, [id])!.count as number
  const members = countMembers(act, act.today).get(id) ?? 0
  const units = listUnits(act, 'all').filter((one) => one.parent_id === id && !one.closed).length
  if (funds + members + units > 0) throw unitInUse({ unit: code, funds, members, units })
}

/** The new place of a unit. Refuses `unit.unknown`, `unit.closed`, `unit.cycle`, `unit.top_only`. */
function placeMeant(act: Act, unit: Unit, parent: string | null | undefined): UnitId | null {
  if (parent === undefined) return unit.parent_id
  if (parent === null) {
    if (act.scope !== 'all' && unit.parent_id !== null) throw unitTopOnly({ unit: unit.code })
    return null
  }
  const above = openUnitWithCode(act, parent)
  for (let at: Unit | null = above; at; at = at.parent_id && unitById(act, at.parent_id)) {
    if (at.id === unit.id) throw unitCycle({ unit: unit.code, parent })
  }
  return above.id
}

export const revise = command({
  name: 'units.revise',
  summary: 'Renames a unit, moves it under another, closes it or opens it again',
  may: arrangers,
  reach: 'units',
  route: { method: 'POST', path: '/units/{unit}/revisions' },
  input: z.strictObject({
    unit: codeField,
    name: nameField.optional(),
    kind: kindField.optional(),
    /** The unit above it; null places it directly under the organisation. */
    parent: codeField.nullable().optional(),
    closed: z.boolean().optional(),
  }),
  output: z.object({ unit: z.string() }),
  subject: ({ unit }) => `unit/${unit}`,
  run: (act, input) => {
    const unit = unitWithCode(act, input.unit)
    const next: Said = {
      id: unit.id,
      parent_id: placeMeant(act, unit, input.parent),
      name: input.name ?? unit.name,
      kind: input.kind ?? unit.kind,
      closed: input.closed ?? unit.closed,
    }
    const keys = ['parent_id', 'name', 'kind', 'closed'] as const
    if (keys.every((key) => next[key] === unit[key])) throw unitNothingRevised({ unit: unit.code })
    if (next.closed && !unit.closed) requireUnused(act, unit)
    // What is opened again needs an open place to stand in.
    const above = next.parent_id === null ? null : unitById(act, next.parent_id)
    if (!next.closed && above?.closed) throw unitClosed({ unit: above.code })
    say(act, next)
    return { unit: unit.code }
  },
})
