/**
 * Visits before a case is decided. Where a case concerns a relative of an officer, the household is visited in every case
 * (handbook, section 0.6 and F3: relatives of officers are registered apart and all of them visited).
 */
import type { Row } from '../../../db/schema.ts'
import type { Act } from '../../book/registry.ts'
import { officers, type View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId, PartyId, UserId } from '../../kit/ids.ts'
import { helpedTogether } from '../../people/households.ts'
import { personOfUser } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { kinWithin } from '../../people/ties.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { concernedIn } from '../cases/duties.ts'
import { caseRef, type HardshipCase, standingOf, workflowOf } from '../cases/rows.ts'
import { caseVisitNeeded } from './refusals.ts'

export type HomeVisit = Row<'home_visit'>

const visitsBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('home_visit').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const officersInForce = prepare(() =>
  build
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', 'e.grant_id', 'g.id')
    .leftJoin('user_end as ue', 'ue.user_id', 'g.user_id')
    .select('g.user_id')
    .distinct()
    .where('g.role', 'in', officers)
    .where('e.id', 'is', null)
    .where('ue.id', 'is', null),
)

/** Near relatives are within two degrees. */
const nearDegrees = 2

/** The visits to the household of a case before it was decided, oldest first. */
export function visitsOf(reader: Reader, id: CaseId): HomeVisit[] {
  return rows(reader, visitsBy, { id })
}

/** Who is an officer now, or lives with one, or is a near relative of one, each by who they are kept as. */
export function nearOfficers(reader: Reader, day: Day): ReadonlySet<PartyId> {
  const found = new Set<PartyId>()
  for (const { user_id } of rows(reader, officersInForce, {})) {
    const person = personOfUser(reader, user_id as UserId)
    if (person === null) continue
    for (const party of helpedTogether(reader, person, day)) found.add(keptInPlaceOf(reader, party))
    for (const kin of kinWithin(reader, person, nearDegrees, day)) {
      if (kin.near) found.add(kin.party)
    }
  }
  return found
}

/** Those of some cases that concern an officer or somebody near to one. */
export function casesNearOfficers(
  asker: View | Act,
  cases: readonly HardshipCase[],
): ReadonlySet<CaseId> {
  const near = nearOfficers(asker, asker.today)
  const concerned = cases.filter((one) =>
    concernedIn(asker, one).some((party) => near.has(keptInPlaceOf(asker, party))),
  )
  return new Set(concerned.map(({ id }) => id))
}

/**
 * Refuses `case.visit_needed` for a case that concerns a relative of an officer, was not visited, and has no visit to
 * come before it is decided.
 */
export function requireVisited(act: Act, cases: readonly HardshipCase[]): void {
  const open = cases.filter((one) => !isVisitToCome(act, one) && visitsOf(act, one.id).length === 0)
  if (open.length === 0) return
  const near = casesNearOfficers(act, open)
  for (const { id } of open) {
    if (near.has(id)) throw caseVisitNeeded({ case: caseRef(id) })
  }
}

function isVisitToCome(act: Act, theCase: HardshipCase): boolean {
  const { step } = standingOf(act, theCase.id)
  return workflowOf(act, theCase).steps.some(({ kind }, at) => at > step && kind === 'home_visit')
}
