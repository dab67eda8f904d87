/** Cases whose time has run out, and those that are late of some. */
import type { Row } from '../../../db/schema.ts'
import type { View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { CaseId } from '../../kit/ids.ts'
import type { Clock } from './clock.ts'
import { clocksOn } from './clock-of-case.ts'
import { caseById, workflowUnder } from './rows.ts'

/** Cases looked at one by one, the oldest applications first. */
const mostLookedAt = 200

type Ruled = Pick<Row<'hardship_case'>, 'workflow' | 'policy_version_id'>

/** The workflows under which cases were entered, with the working days within which they are decided. */
function limits(view: View): (Ruled & { readonly within: number })[] {
  const ruled = view.all(
    'select distinct policy_version_id, workflow from hardship_case',
    [],
  ) as unknown as Ruled[]
  return ruled.flatMap((one) => {
    const { decide_within_days: within } = workflowUnder(view, one.policy_version_id, one.workflow)
    return within === null ? [] : [{ ...one, within }]
  })
}

/** A case that is late, with the last day on which it was in time. */
export interface Overdue {
  readonly id: CaseId
  readonly due_on: Day | null
}

/**
 * Cases that are not decided and late, as far as the view reaches, those due first at the head; `more` where there may be
 * others beyond those looked at. A book whose workflows have no limit looks at none.
 */
export function casesOverdue(view: View): { readonly cases: Overdue[]; readonly more: boolean } {
  const within = view.scope === 'all' ? '' : ' and c.unit_id in (select value from json_each(+?))'
  const found = limits(view).flatMap(({ workflow, policy_version_id, within: days }) =>
    view.all(
      `select c.id as "id" from hardship_case as c join case_state as t on t.case_id = c.id
       where c.workflow = +? and c.policy_version_id is +? and c.applied_on < +?
         and t.state in ('open', 'asked', 'suspended')${within}
       order by c.applied_on, c.id limit ${mostLookedAt + 1}`,
      [
        workflow,
        policy_version_id,
        // No working day is shorter than a day.
        addDays(view.today, -days),
        ...(view.scope === 'all' ? [] : [scopeList(view.scope)]),
      ],
    ),
  ) as unknown as { id: CaseId }[]
  const clockOf = clocksOn(view, view.today)
  const late = found.slice(0, mostLookedAt).flatMap(({ id }) => {
    const { overdue, due_on } = clockOf(caseById(view, id))
    return overdue ? [{ id, due_on }] : []
  })
  return { cases: late.toSorted(byDue), more: found.length > mostLookedAt }
}

function byDue(a: Pick<Clock, 'due_on'>, b: Pick<Clock, 'due_on'>): number {
  const [one, other] = [a.due_on ?? '9', b.due_on ?? '9']
  return one < other ? -1 : one > other ? 1 : 0
}

/** Some cases, those that are late first, otherwise in the order in which they come. */
export function lateFirst(view: View, cases: readonly CaseId[]): CaseId[] {
  const clockOf = clocksOn(view, view.today)
  const isLate = new Map(cases.map((id) => [id, clockOf(caseById(view, id)).overdue]))
  return cases.toSorted((a, b) => Number(isLate.get(b)) - Number(isLate.get(a)))
}
