/** What waits of awards: emergencies to be agreed to and ratified, requests to pass a cap, claims that are open. */
import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { AwardId, CaseId, UnitId } from '../../kit/ids.ts'
import { interestsInCases, isOwnCase } from '../cases/duties.ts'
import { caseById, type HardshipCase } from '../cases/rows.ts'
import { awardById } from './awards.ts'
import { ratifyBy } from './ratifying.ts'

/** Looked at, oldest first: nobody has more of them on one morning. */
const mostLookedAt = 200

const toAgree = `select c.id as "case", c.unit_id as "unit" from hardship_case as c
  join case_state as s on s.case_id = c.id
  where c.emergency = 1 and s.state = 'open' and s.step_kind <> 'approve' order by c.id`
const toRatify = `select a.id as "award", a.case_id as "case", c.unit_id as "unit" from award as a
  join hardship_case as c on c.id = a.case_id
  where a.emergency = 1
    and not exists (select 1 from award_ratification as r where r.award_id = a.id) order by a.id`
const toDecide = `select q.case_id as "case", c.unit_id as "unit" from cap_override_request as q
  join hardship_case as c on c.id = q.case_id
  join case_state as s on s.case_id = c.id
  where s.state in ('open', 'asked', 'suspended')
    and not exists (select 1 from cap_override as o where o.request_id = q.id) order by q.id`
const openClaims = `select w.case_id as "case", c.unit_id as "unit", e.effective_on as "on"
  from clawback as w join hardship_case as c on c.id = w.case_id join entry as e on e.id = w.entry_id
  where w.amount_minor > (select coalesce(sum(r.amount_minor), 0) from clawback_receipt as r
    where r.clawback_id = w.id) order by w.id`

function reached(view: View, sql: string) {
  return view
    .all(sql, [])
    .filter(({ unit }) => inScope(view.scope, unit as UnitId | null))
    .slice(0, mostLookedAt)
}

/** Cases that others may decide on: not those that the reader entered or has an interest in. */
function forAnother(view: View, cases: readonly HardshipCase[]): HardshipCase[] {
  const interests = interestsInCases(view, view.caller.actor, cases)
  return cases.filter((one) => !interests.has(one.id) && !isOwnCase(view, one))
}

function casesFor(view: View, sql: string): CaseId[] {
  const cases = reached(view, sql).map((row) => caseById(view, row.case as CaseId))
  return forAnother(view, cases).map(({ id }) => id)
}

/** Emergencies that wait for somebody to agree. */
export function emergenciesToAgree(view: View): CaseId[] {
  return casesFor(view, toAgree)
}

/** Requests to pass a cap that wait for somebody above, by their cases. */
export function capsToDecide(view: View): CaseId[] {
  return casesFor(view, toDecide)
}

/** Emergencies that wait to be ratified, with the day until which that is in time. */
export function emergenciesToRatify(view: View): { readonly id: CaseId; readonly by: Day }[] {
  const awards = new Map(
    reached(view, toRatify).map((row) => [row.case as CaseId, row.award as AwardId]),
  )
  const cases = forAnother(
    view,
    [...awards.keys()].map((id) => caseById(view, id)),
  )
  return cases.map((one) => ({
    id: one.id,
    by: ratifyBy(view, one, awardById(view, awards.get(one.id)!)),
  }))
}

/** Claims on which something is still open, by their cases, with the day they were made. */
export function claimsOpen(view: View): { readonly id: CaseId; readonly on: Day }[] {
  return reached(view, openClaims).map((row) => ({ id: row.case as CaseId, on: row.on as Day }))
}
