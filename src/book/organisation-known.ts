/** Whose book it was at an earlier event: papers issued then keep the name and the time zone. */
import type { EventSeq } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Organisation } from './book.ts'
import { notSetUp } from './refusals.ts'

const known = prepare((p: { seq: EventSeq }) =>
  build
    .selectFrom('organisation')
    .selectAll()
    .where('event_seq', '<=', p.seq)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The organisation's particulars as they were in force at an event. Refuses `book.not_set_up`. */
export function organisationKnown(reader: Reader, seq: EventSeq): Organisation {
  const found = first(reader, known, { seq })
  if (!found) throw notSetUp({})
  return found
}
