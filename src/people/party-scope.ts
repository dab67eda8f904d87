/**
 * Which parties exist for a caller, said once for lookups, lists and searches. A party is where it was
 * registered, and where it is or lately was a member. Bodies without a unit are the whole organisation's,
 * for every branch pays the same pharmacy; persons without one are known to who reaches all.
 */
import type { Condition } from '../book/paging.ts'
import { inScope, type Scope, scopeList } from '../book/scope.ts'
import { addDays, type Day } from '../kit/day.ts'
import type { PartyId, UnitId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'

/** Who asks: a command or a query at work. */
export interface Asker extends Reader {
  readonly scope: Scope
  readonly today: Day
}

/** What of a party decides where it belongs. */
interface Placed {
  readonly id: PartyId
  readonly kind: string
  readonly unit_id: UnitId | null
}

/** So long after its end a membership still shows somebody to the unit: to the same day of the next year. */
const daysRemembered = 366

/** Memberships in units of a list that hold, or held within the last year. */
const lately = `from membership as m left join membership_end as e on e.membership_id = m.id
  where m.unit_id in (select value from json_each(+?)) and m.from_on <= +?
    and coalesce(e.to_on, m.until_on, '9999-12-31') >= max(+?, m.from_on)`

/** Whether a party exists for who asks. */
export function partyInScope({ scope, today, first }: Asker, party: Placed): boolean {
  if (scope === 'all' || inScope(scope, party.unit_id)) return true
  if (party.unit_id === null && party.kind !== 'person') return true
  const since = addDays(today, -daysRemembered)
  const found = first(`select 1 as "found" ${lately} and m.party_id = +? limit 1`, [
    scopeList(scope),
    today,
    since,
    party.id,
  ])
  return found !== undefined
}

/** Units with more people than this are looked through row by row: to list them all first costs 20 ms and more. */
const mostListed = 20_000

/**
 * The same as a condition on the rows of a list; null where everything is reached. `column` holds the
 * number of a party, such as `t.id` or `t.party_id`. Among 100,000 people a page costs up to 12 ms.
 */
export function partiesInScope(asker: Asker, column: string): Condition | null {
  const { scope, today } = asker
  if (scope === 'all') return null
  const units = scopeList(scope)
  const since = addDays(today, -daysRemembered)
  const registered = asker.first(
    `select count(*) as "count" from (
      select 1 from party where unit_id in (select value from json_each(+?)) limit ${mostListed})`,
    [units],
  )!.count as number
  if (registered < mostListed) {
    return {
      sql: `${column} in (
        select id from party where unit_id in (select value from json_each(+?))
        union all select id from party where unit_id is null and kind <> 'person'
        union all select m.party_id ${lately})`,
      values: [units, units, today, since],
    }
  }
  return {
    sql: `(exists (select 1 from party as s where s.id = ${column}
        and (s.unit_id in (select value from json_each(+?))
          or (s.unit_id is null and s.kind <> 'person')))
      or exists (select 1 ${lately} and m.party_id = ${column}))`,
    values: [units, units, today, since],
  }
}
