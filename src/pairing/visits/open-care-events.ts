/** What happened to people who are helped and nobody has come for yet. */
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { CareEventId, PartyId, UnitId } from '../../kit/ids.ts'
import { helpedTogether } from '../../people/households.ts'
import type { CareEventKind } from '../../policies/visiting.ts'
import type { Reader } from '../../store/store.ts'
import { countsSql } from './last.ts'

/** What happened to somebody, and still prompts a visit. */
export interface CareEventOpen {
  readonly care_event: CareEventId
  readonly kind: CareEventKind
  readonly party: PartyId
  readonly unit: UnitId | null
  readonly on: Day
}

const openSql = `select c.id as "care_event", c.kind as "kind", c.party_id as "party",
    c.unit_id as "unit", c.on_day as "on"
  from care_event as c
  where not exists (select 1 from care_event_end as x where x.care_event_id = c.id)
    and not exists (select 1 from visit as v where v.care_event_id = c.id and ${countsSql})
    and not exists (select 1 from visit as v where v.party_id = c.party_id
      and v.visited_on >= c.on_day and v.kind <> 'phone' and ${countsSql})
  order by c.on_day, c.id`
const cameSql = `select 1 as "came" from visit as v
  where v.party_id in (select value from json_each(+?)) and v.visited_on >= +?
    and v.kind <> 'phone' and ${countsSql} limit 1`

/** Whether somebody came to a household since a day. */
export function hasComeSince(reader: Reader, household: readonly PartyId[], day: Day): boolean {
  return reader.first(cameSql, [JSON.stringify(household), day]) !== undefined
}

/** Occasions that stand, within reach, for which nobody of any household member was visited since; oldest first. */
export function openCareEvents(asker: Scoped & { readonly today: Day }): CareEventOpen[] {
  const found = asker.all(openSql, []) as unknown as CareEventOpen[]
  return found.filter(({ party, unit, on }) => {
    if (!inScope(asker.scope, unit)) return false
    return !hasComeSince(asker, helpedTogether(asker, party, asker.today), on)
  })
}
