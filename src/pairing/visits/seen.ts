/** When each pair’s helper was last there and last spoke to whom they help. */
import type { Day } from '../../kit/day.ts'
import type { HelperId, PairId, PartyId, UnitId } from '../../kit/ids.ts'
import type { Reader } from '../../store/store.ts'
import type { PairState } from '../pairs/moves.ts'
import { byHelperSql, countsSql } from './last.ts'

/** A pair, and when it was seen to. */
export interface PairSeen {
  readonly pair: PairId
  readonly succeeds: PairId | null
  readonly party: PartyId
  readonly helper: HelperId
  readonly unit: UnitId | null
  readonly urgency: number
  /** When it began, or was resumed last. */
  readonly began_on: Day
  /** The last visit in person; null for none. */
  readonly seen_on: Day | null
  /** The last contact of any kind; null for none. */
  readonly spoken_on: Day | null
}

const newest = (kinds: string) => `(select v.visited_on from visit as v
    where v.party_id = n.party_id and ${kinds} and ${byHelperSql} and ${countsSql}
    order by v.visited_on desc limit 1)`

const pairsSql = `select s.pair_id as "pair", p.succeeds_id as "succeeds", n.party_id as "party",
    s.helper_id as "helper", s.unit_id as "unit", w.urgency as "urgency",
    (select max(a.on_day) from pair_act as a
      where a.pair_id = s.pair_id and a.act in ('began', 'resumed')) as "began_on",
    ${newest("v.kind <> 'phone'")} as "seen_on", ${newest('true')} as "spoken_on"
  from pair_state as s
  join pair as p on p.id = s.pair_id
  join need as n on n.id = s.need_id
  join need_version as w on w.id = (select max(x.id) from need_version as x where x.need_id = n.id)
  where s.state in (select value from json_each(+?))
  order by s.pair_id`

/** All pairs in some states, with when they were seen to. */
export function pairsSeen(reader: Reader, states: readonly PairState[]): PairSeen[] {
  return reader.all(pairsSql, [JSON.stringify(states)]) as unknown as PairSeen[]
}
