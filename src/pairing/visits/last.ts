/** When somebody who is helped was last seen or spoken to. */
import type { Day } from '../../kit/day.ts'
import type { PairId, PartyId } from '../../kit/ids.ts'
import { togetherWith } from '../../people/merges.ts'
import type { Reader } from '../../store/store.ts'
import { type VisitKind, visitKinds } from './rows.ts'

/** Whose visits are asked for: all to a party, or those of a pair. */
export type VisitsTo = { readonly party: PartyId } | { readonly pair: PairId }

/** True of a visit `v` that was not taken back and at which somebody was met. */
export const countsSql = `v.met <> 'nobody'
  and not exists (select 1 from visit_end as e where e.visit_id = v.id)`

/** True of a visit `v` on which the helper of a pair `p` went, whichever of their pairs it was for. */
export const byHelperSql = `(v.helper_id = p.helper_id
  or exists (select 1 from visit_companion as c join helper as h on h.party_id = c.party_id
    where c.visit_id = v.id and h.id = p.helper_id))`

const toParty = `select max(v.visited_on) as "on" from visit as v
  where v.party_id in (select value from json_each(+?))
    and v.kind in (select value from json_each(+?)) and ${countsSql}`
const toPair = `select max(v.visited_on) as "on" from pair as p
  join need as n on n.id = p.need_id
  join visit as v on v.party_id = n.party_id and ${byHelperSql}
  where p.id = +? and v.kind in (select value from json_each(+?)) and ${countsSql}`

/**
 * The day of the last contact of some kinds, all unless said; null where there was none. A visit at which nobody was met
 * and one that was taken back do not count. Of a pair every visit counts on which its helper went to whom it is for.
 */
export function lastVisitTo(
  reader: Reader,
  to: VisitsTo,
  kinds: readonly VisitKind[] = visitKinds,
): Day | null {
  const listed = JSON.stringify(kinds)
  const found =
    'party' in to
      ? reader.first(toParty, [JSON.stringify(togetherWith(reader, to.party)), listed])
      : reader.first(toPair, [to.pair, listed])
  return (found?.on ?? null) as Day | null
}

const lineSql = `with recursive line(id) as (
    select +? union select p.succeeds_id from line join pair as p on p.id = line.id
      where p.succeeds_id is not null)
  select max("on") as "on" from (
    select max(v.visited_on) as "on" from line
      join pair as p on p.id = line.id join need as n on n.id = p.need_id
      join visit as v on v.party_id = n.party_id and ${byHelperSql}
      where v.kind <> 'phone' and ${countsSql}
    union all
    select min(a.on_day) from line join pair_act as a on a.pair_id = line.id and a.act = 'began')`

/** The last visit in person by a pair’s helper or by any whom they succeeded; when the first of them began, before any. */
export function lastOfLine(reader: Reader, pair: PairId): Day {
  return reader.first(lineSql, [pair])!.on as Day
}
