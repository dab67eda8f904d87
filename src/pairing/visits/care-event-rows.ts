/** What happens to people who are helped and prompts a visit, as it stands in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { CareEventId } from '../../kit/ids.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { careEventUnknown } from './refusals.ts'
import type { CareEvent } from './rows.ts'

const byId = prepare((p: { id: CareEventId }) =>
  build.selectFrom('care_event').selectAll().where('id', '=', p.id),
)
const endBy = prepare((p: { id: CareEventId }) =>
  build.selectFrom('care_event_end').selectAll().where('care_event_id', '=', p.id),
)

/** The occasion with a number, as far as this caller reaches. Refuses `care_event.unknown`. */
export function careEventWithId(asker: Scoped, id: number): CareEvent {
  const found = first(asker, byId, { id: id as CareEventId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw careEventUnknown({ care_event: id })
  return found
}

/** The occasion with an id. Refuses `care_event.unknown`. */
export function careEventById(reader: Reader, id: number): CareEvent {
  const found = first(reader, byId, { id: id as CareEventId })
  if (!found) throw careEventUnknown({ care_event: id })
  return found
}

/** That an occasion was taken back, or undefined while it stands. */
export function endOfCareEvent(reader: Reader, id: CareEventId): Row<'care_event_end'> | undefined {
  return first(reader, endBy, { id })
}
