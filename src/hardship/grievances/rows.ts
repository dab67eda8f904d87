/** Grievances as they stand in the book, and who had a part in a case. */
import type { Row } from '../../../db/schema.ts'
import type { View } from '../../book/registry.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { CaseId, GrievanceId } from '../../kit/ids.ts'
import { isSamePerson } from '../../people/interests.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { caseById, type HardshipCase } from '../cases/rows.ts'
import { grievanceUnknown } from './refusals.ts'

export type Grievance = Row<'grievance'>
export type GrievanceEnd = Row<'grievance_end'>

const byId = prepare((p: { id: GrievanceId }) =>
  build.selectFrom('grievance').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: GrievanceId }) =>
  build.selectFrom('grievance_end').selectAll().where('grievance_id', '=', p.id),
)
const ofCase = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('grievance as g')
    .leftJoin('grievance_end as e', 'e.grievance_id', 'g.id')
    .selectAll('g')
    .select('e.outcome')
    .where('g.case_id', '=', p.id)
    .orderBy('g.id'),
)

/** A grievance by its number, or undefined, of whichever unit. */
export function findGrievance(reader: Reader, id: number): Grievance | undefined {
  return first(reader, byId, { id: id as GrievanceId })
}

/** The grievance with a number, as far as this caller reaches its case. Refuses `grievance.unknown`. */
export function grievanceWithId(asker: Scoped, id: number): Grievance {
  const found = findGrievance(asker, id)
  if (!found || !inScope(asker.scope, caseById(asker, found.case_id).unit_id)) {
    throw grievanceUnknown({ grievance: id })
  }
  return found
}

/** How a grievance was decided, or undefined. */
export function endOfGrievance(reader: Reader, id: GrievanceId): GrievanceEnd | undefined {
  return first(reader, endBy, { id })
}

/** The grievances about a case, oldest first; `outcome` is null for one not decided. */
export function grievancesOf(reader: Reader, id: CaseId) {
  return rows(reader, ofCase, { id })
}

/**
 * Everybody who did something with a case or decided something about it. One question each: a Durable Object takes no
 * more than a few of them in one.
 */
const parts: readonly string[] = [
  'select actor from hardship_case where id = +?',
  'select actor from case_version where case_id = +?',
  'select actor from case_act where case_id = +?',
  'select actor from case_check where case_id = +?',
  'select actor from home_visit where case_id = +?',
  'select actor from case_document where case_id = +?',
  'select actor from case_approval where case_id = +?',
  'select actor from cap_override_request where case_id = +?',
  `select o.actor from cap_override as o join cap_override_request as r on r.id = o.request_id
   where r.case_id = +?`,
  `select 'user:' || v.user_id as actor from ballot_vote as v
   join ballot_case as c on c.ballot_id = v.ballot_id where c.case_id = +?`,
  `select n.actor from notice as n join notice_case as c on c.notice_id = n.id
   where c.case_id = +?`,
  `select o.actor from notice_case as c
   join objection as o on o.notice_id = c.notice_id and (o.case_id = c.case_id or o.case_id is null)
   where c.case_id = +?`,
  'select actor from grievance where case_id = +?',
  `select e.actor from notice_case as c
   join objection as o on o.notice_id = c.notice_id and (o.case_id = c.case_id or o.case_id is null)
   join objection_end as e on e.objection_id = o.id where c.case_id = +?`,
  `select e.actor from award as a join award_end as e on e.award_id = a.id where a.case_id = +?`,
  `select r.actor from award as a join award_ratification as r on r.award_id = a.id
   where a.case_id = +?`,
]

/**
 * Whether whoever asks had a part in a case: entered, examined, visited, voted, approved, recorded or decided what was
 * said against it.
 */
export function hadPart(asker: Reader & Pick<View, 'caller'>, theCase: HardshipCase): boolean {
  const { actor: mine } = asker.caller
  const actors = parts.flatMap((sql) => asker.all(sql, [theCase.id]).map(({ actor }) => actor))
  return [...new Set(actors)].some((actor) =>
    isSamePerson(asker, actor as string, mine, theCase.event_seq),
  )
}
