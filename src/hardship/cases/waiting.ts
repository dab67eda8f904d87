/** Cases that wait at a step for whoever may do it. */
import type { View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId } from '../../kit/ids.ts'
import type { StepKind } from '../../policies/workflows.ts'
import { isOwnCase } from './duties.ts'
import { lateFirst } from './overdue.ts'
import { caseById } from './rows.ts'

/** Cases looked at one by one, those waiting longest first. */
const mostLookedAt = 200

export interface WaitingAtStep {
  readonly count: number
  /** True when there are more than were looked at. */
  readonly more: boolean
  readonly oldest_on: Day | null
  /** Those that are late first, then those that wait longest. */
  readonly cases: readonly CaseId[]
}

/** Already hanging out, a case waits for nobody but the end of its notice. */
const notHanging = `not exists (select 1 from notice_case as c join notice as n on n.id = c.notice_id
  where c.case_id = t.case_id and n.step = t.step
    and not exists (select 1 from notice_end as e where e.notice_id = n.id))`

/**
 * The cases open at a step, as far as the view reaches. `byAnother`: without those that the caller entered or proposed,
 * on which others decide.
 */
export function casesAtStep(view: View, step: StepKind, byAnother: boolean): WaitingAtStep {
  const within = view.scope === 'all' ? '' : ' and t.unit_id in (select value from json_each(+?))'
  const hanging = step === 'notice' ? ` and ${notHanging}` : ''
  const found = view.all(
    `select t.case_id as "id", t.since_on as "on" from case_state as t
     where t.state = 'open' and t.step_kind = +?${within}${hanging}
     order by t.since_on, t.case_id limit ${mostLookedAt + 1}`,
    [step, ...(view.scope === 'all' ? [] : [scopeList(view.scope)])],
  ) as unknown as { id: CaseId; on: Day }[]
  const looked = found.slice(0, mostLookedAt)
  const theirs = byAnother
    ? looked.filter(({ id }) => !isOwnCase(view, caseById(view, id)))
    : looked
  return {
    count: theirs.length,
    more: found.length > mostLookedAt,
    oldest_on: theirs[0]?.on ?? null,
    cases: lateFirst(
      view,
      theirs.map(({ id }) => id),
    ),
  }
}

/** Files of households in hardship whose day to be looked at again has come, the oldest day first. */
export function filesToReview(view: View): { readonly id: number; readonly on: Day }[] {
  const within = view.scope === 'all' ? '' : ' and f.unit_id in (select value from json_each(+?))'
  return view.all(
    `select f.id as "id", v.review_on as "on"
     from hardship_file_version as v join hardship_file as f on f.id = v.file_id
     where v.review_on <= +? and v.in_hardship = 1${within}
       and v.id = (select max(w.id) from hardship_file_version as w where w.file_id = f.id)
     order by v.review_on, f.id limit ${mostLookedAt}`,
    [view.today, ...(view.scope === 'all' ? [] : [scopeList(view.scope)])],
  ) as unknown as { id: number; on: Day }[]
}
