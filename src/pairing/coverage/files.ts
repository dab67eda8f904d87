/**
 * Whether each household in hardship is covered: it has somebody who helps it now, and was visited within the interval
 * of its unit (handbook B; the rule that nobody is left without a helper). Every open file is exactly one of covered,
 * without a helper, or not visited in time.
 */

import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { HardshipFileId, HouseholdId, UnitId } from '../../kit/ids.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Visiting } from '../../policies/visiting.ts'
import { inUse } from '../pairs/counted.ts'
import { liveStates } from '../pairs/moves.ts'
import { countsSql } from '../visits/last.ts'

/** How an open file stands. */
export interface FileCover {
  readonly file: HardshipFileId
  readonly household: HouseholdId
  readonly unit: UnitId | null
  /** Pairs by which it is helped now. */
  readonly helped: number
  /** Pairs that are proposed for it and wait for an answer. */
  readonly proposed: number
  /** The last visit at which somebody of it was met; null before the first. */
  readonly visited_on: Day | null
  /** By when somebody has to go; null where nobody helps it yet, or the policy asks for no visits. */
  readonly due_on: Day | null
  readonly state: 'covered' | 'no_helper' | 'no_visit'
}

const filesSql = `select f.id as "file", f.household_id as "household", f.unit_id as "unit"
  from hardship_file as f join hardship_file_version as v
    on v.id = (select max(w.id) from hardship_file_version as w where w.file_id = f.id)
  where v.in_hardship = 1 order by f.id`

/** Live and proposed pairs of files. A pair that took another over goes on from where that began. */
const pairsSql = `
  with recursive line(pair, at) as (
    select s.pair_id, s.pair_id from pair_state as s
      where s.state in ${inUse}
    union all
    select line.pair, p.succeeds_id from line join pair as p on p.id = line.at
      where p.succeeds_id is not null)
  select n.file_id as "file", s.state as "state", v.urgency as "urgency", b.began as "began_on"
  from pair_state as s join need as n on n.id = s.need_id
  join need_version as v on v.id = (select max(w.id) from need_version as w where w.need_id = n.id)
  left join (select line.pair, min(a.on_day) as began from line
    join pair_act as a on a.pair_id = line.at and a.act = 'began' group by line.pair) as b
    on b.pair = s.pair_id
  where n.file_id is not null and s.state in ${inUse}`

/** The last visit to each household in person, by its pairs or to who lived in it on that day. */
const visitsSql = `
  select "file", max("day") as "day" from (
    select n.file_id as "file", v.visited_on as "day"
      from visit as v join pair as p on p.id = v.pair_id join need as n on n.id = p.need_id
      where n.file_id is not null and v.kind <> 'phone' and ${countsSql}
    union all
    select f.id, v.visited_on
      from visit as v join household_member as m on m.party_id = v.party_id
      left join household_member_end as l on l.member_id = m.id
      join hardship_file as f on f.household_id = m.household_id
      where v.kind <> 'phone' and ${countsSql}
        and m.from_on <= v.visited_on and coalesce(l.to_on, '9999-12-31') >= v.visited_on)
  group by "file"`

interface FileRow {
  readonly file: HardshipFileId
  readonly household: HouseholdId
  readonly unit: UnitId | null
}

interface PairRow {
  readonly file: HardshipFileId
  readonly state: string
  readonly urgency: 1 | 2 | 3
  readonly began_on: Day | null
}

/** Every file of a household that is in hardship, as far as the caller reaches, in the order of their numbers. */
export function coverOfFiles(view: View): FileCover[] {
  const files = view.all(filesSql, []) as unknown as FileRow[]
  const pairs = Map.groupBy(view.all(pairsSql, []) as unknown as PairRow[], ({ file }) => file)
  const visits = new Map(view.all(visitsSql, []).map((row) => [row.file, row.day as Day]))
  const policies = visitingIn(view)
  return files
    .filter(({ unit }) => inScope(view.scope, unit))
    .map((row) =>
      coverOf(view, row, {
        pairs: pairs.get(row.file) ?? [],
        visited_on: visits.get(row.file) ?? null,
        policy: policies(row.unit),
      }),
    )
}

/** The policy on visits of each unit, looked up once for a question. */
function visitingIn(view: View): (unit: UnitId | null) => Visiting {
  const known = new Map<UnitId | null, Visiting>()
  return (unit) => {
    const found = known.get(unit) ?? policyInForce(view, 'visiting', { unit, on: view.today }).body
    known.set(unit, found)
    return found
  }
}

/**
 * After how many days at most somebody goes, as visits that are due are counted; null: nobody is bound to. Urgent needs
 * do not wait longer than others.
 */
function visitDays({ visit_days, urgent_visit_days, alarm_days }: Visiting, urgent: boolean) {
  const limits = [visit_days, urgent ? urgent_visit_days : null, alarm_days]
  const among = limits.filter((days) => days !== null)
  return among.length === 0 ? null : Math.min(...among)
}

function coverOf(
  { today }: View,
  row: FileRow,
  known: {
    readonly pairs: readonly PairRow[]
    readonly visited_on: Day | null
    readonly policy: Visiting
  },
): FileCover {
  const { visited_on, policy } = known
  const live = known.pairs.filter(({ state }) => (liveStates as readonly string[]).includes(state))
  const proposed = known.pairs.length - live.length
  const days = visitDays(
    policy,
    live.some(({ urgency }) => urgency === 3),
  )
  const began =
    live
      .map(({ began_on }) => began_on)
      .filter((day) => day !== null)
      .sort()[0] ?? null
  const from = [visited_on, began]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  const due_on = live.length === 0 || days === null || !from ? null : addDays(from, days)
  const late = due_on !== null && due_on < today
  const state = live.length === 0 ? 'no_helper' : late ? 'no_visit' : 'covered'
  return { ...row, helped: live.length, proposed, visited_on, due_on, state }
}
