/** One event as callers may see it: those whose roles end at a unit see what was done on things of theirs. */
import { z } from 'zod'
import { chainHead, chainHeadAt } from '../book/events.ts'
import { idField } from '../book/fields.ts'
import { eventOut, eventShown, eventWith, rowsWritten } from '../book/queries.ts'
import { eventUnknown } from '../book/refusals.ts'
import { officers, query } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { reachesSubject } from './subjects.ts'

export const show = query({
  name: 'events.show',
  summary:
    'Shows an event: who, when, which command, on what, what it wrote, and its place in the chain',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/events/{sequence}' },
  input: z.strictObject({ sequence: idField }),
  output: eventOut.extend({
    previous_hash: z.string(),
    /** SHA-256 (hex) of the rows it wrote, as the chain hashes them. */
    rows_digest: z.string(),
    /** How many rows it wrote into which tables. */
    rows: z.array(z.object({ table: z.string(), rows: z.number() })),
  }),
  run: (view, { sequence }) => {
    const event = eventWith(view, sequence)
    if (!reachesSubject(view, event.subject)) {
      throw eventUnknown({ sequence, newest: chainHead(view).seq })
    }
    return {
      ...eventShown(event),
      previous_hash: hex(chainHeadAt(view, (sequence - 1) as EventSeq)!.hash),
      rows_digest: hex(event.rows_digest),
      rows: rowsWritten(view, sequence),
    }
  },
})
