/** Notices and objections as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { CaseId, NoticeId, ObjectionId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { noticeUnknown, objectionUnknown } from './refusals.ts'

export type Notice = Row<'notice'>
export type NoticeCase = Row<'notice_case'>
export type NoticeEnd = Row<'notice_end'>
export type Objection = Row<'objection'>
export type ObjectionEnd = Row<'objection_end'>

const byId = prepare((p: { id: NoticeId }) =>
  build.selectFrom('notice').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: NoticeId }) =>
  build.selectFrom('notice_end').selectAll().where('notice_id', '=', p.id),
)
const casesBy = prepare((p: { id: NoticeId }) =>
  build.selectFrom('notice_case').selectAll().where('notice_id', '=', p.id).orderBy('serial'),
)
const ofCase = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('notice_case as c')
    .innerJoin('notice as n', 'n.id', 'c.notice_id')
    .leftJoin('notice_end as e', 'e.notice_id', 'n.id')
    .select(['n.id', 'n.level', 'n.step', 'n.put_up_on', 'n.last_on', 'n.event_seq'])
    .select(['c.serial', 'c.amount_minor', 'e.outcome', 'e.ended_on'])
    .where('c.case_id', '=', p.id)
    .orderBy('n.id'),
)
const objectionById = prepare((p: { id: ObjectionId }) =>
  build.selectFrom('objection').selectAll().where('id', '=', p.id),
)
const objectionsBy = prepare((p: { id: NoticeId }) =>
  build
    .selectFrom('objection as o')
    .leftJoin('objection_end as e', 'e.objection_id', 'o.id')
    .selectAll('o')
    .select('e.outcome')
    .where('o.notice_id', '=', p.id)
    .orderBy('o.id'),
)
const openOnCase = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('notice_case as c')
    .innerJoin('objection as o', 'o.notice_id', 'c.notice_id')
    .leftJoin('objection_end as e', 'e.objection_id', 'o.id')
    .selectAll('o')
    .where('c.case_id', '=', p.id)
    .where((e) => e.or([e('o.case_id', '=', p.id), e('o.case_id', 'is', null)]))
    .where('e.id', 'is', null)
    .orderBy('o.id'),
)
const objectionEndBy = prepare((p: { id: ObjectionId }) =>
  build.selectFrom('objection_end').selectAll().where('objection_id', '=', p.id),
)

/** A notice of which nothing is said about who asks. */
export function findNotice(reader: Reader, id: number): Notice | undefined {
  return first(reader, byId, { id: id as NoticeId })
}

/** The notice with a number, as far as this caller reaches. Refuses `notice.unknown`. */
export function noticeWithId(asker: Scoped, id: number): Notice {
  const found = findNotice(asker, id)
  if (!found || !inScope(asker.scope, found.unit_id)) throw noticeUnknown({ notice: id })
  return found
}

/** How a notice ended, or undefined while it has not been taken down. */
export function endOfNotice(reader: Reader, id: NoticeId): NoticeEnd | undefined {
  return first(reader, endBy, { id })
}

/** The cases on a notice in the order of their serials. */
export function casesOnNotice(reader: Reader, id: NoticeId): NoticeCase[] {
  return rows(reader, casesBy, { id })
}

/** The notices a case has been on, oldest first; `outcome` is null for one not taken down. */
export function noticesOfCase(reader: Reader, id: CaseId) {
  return rows(reader, ofCase, { id })
}

/** The objections to a notice, oldest first; `outcome` is null for one not decided. */
export function objectionsTo(reader: Reader, id: NoticeId) {
  return rows(reader, objectionsBy, { id })
}

/** Whether an objection to a whole list was upheld: it counts as a notice of none of its cases. */
export function listFoundWrong(reader: Reader, id: NoticeId): boolean {
  return objectionsTo(reader, id).some(
    ({ case_id, outcome }) => case_id === null && outcome === 'upheld',
  )
}

/** The objections that stop a case: to it or to a whole list that it is on, and not decided. */
export function openObjections(reader: Reader, id: CaseId): Objection[] {
  return rows(reader, openOnCase, { id })
}

/** The objection with a number, as far as this caller reaches its notice. Refuses `objection.unknown`. */
export function objectionWithId(asker: Scoped, id: number): Objection {
  const found = first(asker, objectionById, { id: id as ObjectionId })
  const notice = found && findNotice(asker, found.notice_id)
  if (!found || !notice || !inScope(asker.scope, notice.unit_id)) {
    throw objectionUnknown({ objection: id })
  }
  return found
}

/** How an objection was decided, or undefined. */
export function endOfObjection(reader: Reader, id: ObjectionId): ObjectionEnd | undefined {
  return first(reader, objectionEndBy, { id })
}
