/** Beginning a matching of helpers and needs, and how far one's own is: whoever pairs need not see other tasks. */
import { z } from 'zod'
import { codeField, idField } from '../book/fields.ts'
import { command, query } from '../book/registry.ts'
import type { TaskId } from '../kit/ids.ts'
import { matchers } from '../pairing/suggestions/recording.ts'
import { unitMeant } from '../people/units.ts'
import { begin, subject, taskOut } from './commands.ts'
import { resultOf, taskWithId } from './records.ts'
import { taskUnknown } from './refusals.ts'

export const beginMatching = command({
  name: 'matching.begin',
  summary: 'Begins to match helpers and needs; what it suggests pairs nobody before it is accepted',
  may: matchers,
  reach: 'units',
  route: { method: 'POST', path: '/matching/runs' },
  input: z.strictObject({
    /** The needs of this unit and those below it; all that the caller reaches unless said. */
    unit: codeField.optional(),
  }),
  output: taskOut,
  subject,
  run: (act, { unit }) => begin(act, 'match_helpers', { unit: unitMeant(act, unit)?.code ?? null }),
})

export const findMatching = query({
  name: 'matching.task',
  summary: 'Shows what came of a matching that the caller began',
  may: matchers,
  reach: 'oneself',
  route: { method: 'GET', path: '/matching/tasks/{task}' },
  input: z.strictObject({ task: idField }),
  output: z.object({
    task: z.number(),
    /** Null while it is not known to have ended. */
    outcome: z.enum(['finished', 'stopped', 'failed']).nullable(),
    /** What came of it; null before the end. Once finished it names the run. */
    result: z.record(z.string(), z.unknown()).nullable(),
  }),
  run: (view, { task }) => {
    const record = taskWithId(view, task as TaskId)
    const isOwn = record.kind === 'match_helpers' && record.begun_by === view.caller.actor
    if (!isOwn) throw taskUnknown({ task })
    return { task: record.id, outcome: record.outcome, result: resultOf(view, record) }
  },
})
