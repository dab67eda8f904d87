/** The part of a list that a caller reaches, by the unit of its rows. */
import type { Condition } from '../../book/paging.ts'
import { type Scoped, scopeList } from '../../book/scope.ts'

/** A condition on rows `t` that have a unit; null where everything is reached. */
export function unitsWithin({ scope }: Scoped): Condition | null {
  if (scope === 'all') return null
  const values = [scopeList(scope)]
  return { sql: 't.unit_id in (select value from json_each(+?))', values }
}
