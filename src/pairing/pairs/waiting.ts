/** Pairs that wait for somebody, as conditions on `pair_state`, which is called `t`. */

import type { Condition } from '../../book/paging.ts'
import type { View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import { diedSql } from '../registers/gone.ts'
import { helping, notOver } from './counted.ts'

export const pairWaits = [
  /** Proposed: one side or both have not said anything. */
  'answers',
  /** Its end is proposed and waits for another hand. */
  'closing',
  /** It is under review, or the day on which it is to be looked at has come. */
  'review',
  /** A side took its consent back. */
  'consent',
  /** It was watched until a day that has come. */
  'observation',
  /** Somebody of it died: it does not end by itself. */
  'died',
  /** The helper leaves, and nobody has begun in their place. */
  'leaving',
] as const
export type PairWait = (typeof pairWaits)[number]

const live = `t.state in ${helping}`
const notEnded = `t.state in ${notOver}`

/** What pairs wait for, as a condition on `pair_state`. */
export function waitingFor(wait: PairWait, today: Day): Condition {
  switch (wait) {
    case 'answers':
      return { sql: "t.state = 'proposed'", values: [] }
    case 'closing':
      return { sql: "t.state = 'closing'", values: [] }
    case 'review':
      return {
        sql: "(t.state = 'under_review' or (t.state = 'active' and t.review_on <= +?))",
        values: [today],
      }
    case 'consent':
      return { sql: `${live} and t.helper_agreed + t.helped_agreed < 2`, values: [] }
    case 'observation':
      return { sql: "t.state = 'observed' and t.review_on <= +?", values: [today] }
    case 'died': {
      const helper = '(select h.party_id from helper as h where h.id = t.helper_id)'
      const helped = '(select n.party_id from need as n where n.id = t.need_id)'
      return { sql: `${notEnded} and (${diedSql(helper)} or ${diedSql(helped)})`, values: [] }
    }
    case 'leaving': {
      const standing = `(select v.standing from helper_version as v where v.helper_id = t.helper_id
        order by v.id desc limit 1)`
      return { sql: `${live} and ${standing} = 'leaving'`, values: [] }
    }
  }
}

/** The part of the pairs that a caller reaches; null for all of them. */
export function pairsReached({ scope }: Pick<View, 'scope'>): Condition | null {
  if (scope === 'all') return null
  return { sql: 't.unit_id in (select value from json_each(+?))', values: [scopeList(scope)] }
}

/** How many pairs that the caller reaches wait for something. */
export function countWaiting(view: View, wait: PairWait): number {
  const conditions = [waitingFor(wait, view.today), pairsReached(view) ?? []].flat()
  const sql = conditions.map((one) => one.sql).join(' and ')
  const values = conditions.flatMap((one) => one.values)
  const found = view.first(`select count(*) as "count" from pair_state as t where ${sql}`, values)
  return found!.count as number
}
