/** Dealings with people in the rooms of pairing, with their days, for the policy on retention. */

import { notOver } from '../pairing/pairs/counted.ts'

/** Where somebody has a helper, or is one, the dealing goes on: it has no day yet. */
const lastOf = (key: string, table: string): string => `select p.party_id,
  case when s.state in ${notOver} then '9999-12-31' else s.since_on end as last_on
  from pair_state as s join ${table} as p on p.id = s.${key}`

const dayOf = "strftime('%Y-%m-%d', v.at / 1000, 'unixepoch')"
/** How those of a register stand now: open until they end, then the day on which that was written. */
const registered = (table: string, over: string): string => `select h.party_id,
  case when n.standing in (${over}) then ${dayOf} else '9999-12-31' end as last_on
  from ${table} as h join ${table}_version as n on n.id = (
    select max(l.id) from ${table}_version as l where l.${table}_id = h.id)
  join event as v on v.seq = n.event_seq`

/** Each is asked by itself: a Durable Object takes five parts of one union at most. */
export const dealingsOfHelped: readonly string[] = [
  registered('need', "'met', 'withdrawn'"),
  lastOf('need_id', 'need'),
  `select party_id, visited_on as last_on from visit
   union all select party_id, on_day from care_event
   union all select f.party_id, coalesce(e.on_day, '9999-12-31') from follow_up as f
     left join follow_up_end as e on e.follow_up_id = f.id`,
]

/** What people give: as a helper, as companions at visits, in service. */
export const dealingsOfHelpers: readonly string[] = [
  registered('helper', "'ended'"),
  lastOf('helper_id', 'helper'),
  `select h.party_id, t.visited_on as last_on from visit as t join helper as h on h.id = t.helper_id
   union all select c.party_id, t.visited_on from visit_companion as c
     join visit as t on t.id = c.visit_id`,
  `select p.party_id, coalesce(e.on_day, '9999-12-31') as last_on from service_pledge as p
     left join service_pledge_end as e on e.pledge_id = p.id
   union all select h.party_id, coalesce(e.to_on, '9999-12-31') from post_holding as h
     left join post_holding_end as e on e.holding_id = h.id
   union all select party_id, on_day from service_time`,
]
