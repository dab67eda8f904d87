/** Awards as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import type { AwardId, CaseId } from '../../kit/ids.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'

export type Award = Row<'award'>

const byCase = prepare((p: { id: CaseId }) =>
  build.selectFrom('award').selectAll().where('case_id', '=', p.id),
)
const byId = prepare((p: { id: AwardId }) =>
  build.selectFrom('award').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: AwardId }) =>
  build.selectFrom('award_end').selectAll().where('award_id', '=', p.id),
)
const ratificationBy = prepare((p: { id: AwardId }) =>
  build.selectFrom('award_ratification').selectAll().where('award_id', '=', p.id),
)

/** What a case was awarded; undefined before. */
export function awardOf(reader: Reader, caseId: CaseId): Award | undefined {
  return first(reader, byCase, { id: caseId })
}

/** The award with an id that stands in the book. */
export function awardById(reader: Reader, id: AwardId): Award {
  const found = first(reader, byId, { id })
  if (!found) throw new Error(`There is no award ${id}.`)
  return found
}

/** How an award ended before all of it was paid; undefined for one that did not. */
export function endOfAward(reader: Reader, id: AwardId): Row<'award_end'> | undefined {
  return first(reader, endBy, { id })
}

/** What was decided afterwards on an award made in an emergency; undefined before. */
export function ratificationOf(reader: Reader, id: AwardId): Row<'award_ratification'> | undefined {
  return first(reader, ratificationBy, { id })
}
