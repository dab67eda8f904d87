/**
 * The part of an organisation that a caller reaches. A grant of a role reaches its unit and every unit
 * below it; what lies outside does not exist for the caller.
 */
import type { UnitId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { beyondScope, notAllowed } from './refusals.ts'
import { type Caller, type Guarded, holdsAny } from './registry.ts'

/** Everything, or the units reached. */
export type Scope = 'all' | ReadonlySet<UnitId>

/** Who looks things up for a caller: an act or a view, with what the caller reaches. */
export interface Scoped extends Reader {
  readonly scope: Scope
}

/**
 * Whether a thing lies within a scope. What belongs to no unit belongs to the whole organisation, and so
 * to nobody whose roles end at a unit.
 */
export function inScope(scope: Scope, unit: UnitId | null): boolean {
  return scope === 'all' || (unit !== null && scope.has(unit))
}

/** The units of a scope as a JSON array, for `in (select value from json_each(+?))`. */
export function scopeList(scope: ReadonlySet<UnitId>): string {
  return JSON.stringify([...scope])
}

const subtree = `with recursive reached(id) as (
    select value from json_each(+?)
    union
    select v.unit_id from unit_version as v join reached on v.parent_id = reached.id
    where v.id = (select max(w.id) from unit_version as w where w.unit_id = v.unit_id))
  select id from reached`

/** Some units and all units below them, as the tree stands now. */
export function unitsBelow(reader: Reader, units: readonly UnitId[]): ReadonlySet<UnitId> {
  return new Set(reader.all(subtree, [JSON.stringify(units)]).map(({ id }) => id as UnitId))
}

/**
 * What a caller reaches with a command or query, by those of their roles that may. Refuses
 * `access.not_allowed` when none does, and `access.beyond_scope` when all of them end at units.
 */
export function scopeFor(reader: Reader, caller: Caller, asked: Guarded): Scope {
  requireMay(caller, asked)
  const grants = caller.grants.filter(({ role }) => asked.may.includes(role))
  if (asked.reach === 'oneself' || grants.some(({ unit }) => unit === null)) return 'all'
  return unitsBelow(
    reader,
    grants.flatMap(({ unit }) => unit ?? []),
  )
}

/** Whether a caller may at all, wherever it is. */
export function mayDo(caller: Caller, asked: Pick<Guarded, 'may' | 'reach'>): boolean {
  return caller.grants.some(
    ({ role, unit }) =>
      asked.may.includes(role) && (asked.reach !== 'organisation' || unit === null),
  )
}

/** The same view with what the caller reaches by another query or command; undefined when they may not. */
export function viewAs<V extends Scoped & { readonly caller: Caller }>(
  view: V,
  asked: Guarded,
): V | undefined {
  if (!mayDo(view.caller, asked)) return undefined
  return { ...view, scope: scopeFor(view, view.caller, asked) }
}

/** Refuses what `scopeFor` refuses, where no rows are at hand. */
export function requireMay(caller: Caller, asked: Guarded): void {
  if (mayDo(caller, asked)) return
  if (holdsAny(caller, asked.may)) throw beyondScope({ name: asked.name })
  throw notAllowed({ ...asked, roles: rolesOf(caller) })
}

function rolesOf(caller: Caller): readonly string[] {
  return [...new Set(caller.grants.map(({ role }) => role))]
}
