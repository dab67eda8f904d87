/** Queries of tasks: what is on record. How far one is, the process that does it tells. */
import { z } from 'zod'
import { idField, limitField } from '../book/fields.ts'
import { query } from '../book/registry.ts'
import type { TaskId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { watchers } from './commands.ts'
import {
  askedOf,
  resultOf,
  type TaskRecord,
  tasksBefore,
  tasksUnended,
  taskWithId,
} from './records.ts'

const taskShown = z.object({
  task: z.number(),
  kind: z.enum(['import_journal', 'import_grants', 'issue_statements', 'verify_book']),
  /** The actor who began it, such as `user:3`. */
  begun_by: z.string(),
  /** Milliseconds since the epoch, UTC. */
  begun_at: z.number(),
  /** What was asked; null once it was erased. */
  asked: z.record(z.string(), z.unknown()).nullable(),
  /** Whether somebody asked it to stop. */
  stop_asked: z.boolean(),
  /** Null while it is not known to have ended: it is under way, or its process ended before it. */
  outcome: z.enum(['finished', 'stopped', 'failed']).nullable(),
  ended_at: z.number().nullable(),
  /** What came of it; null before the end, and once it was erased. */
  result: z.record(z.string(), z.unknown()).nullable(),
})

export type TaskShown = z.output<typeof taskShown>

function shown(reader: Reader, record: TaskRecord): TaskShown {
  return {
    task: record.id,
    kind: record.kind,
    begun_by: record.begun_by,
    begun_at: record.begun_at,
    asked: askedOf(reader, record),
    stop_asked: record.stop_seq !== null,
    outcome: record.outcome,
    ended_at: record.ended_at,
    result: resultOf(reader, record),
  }
}

export const list = query({
  name: 'tasks.list',
  summary: 'Lists background work, newest first, or only what has not ended',
  may: watchers,
  route: { method: 'GET', path: '/tasks' },
  input: z.strictObject({
    before: idField.optional(),
    open: z.enum(['true', 'false']).default('false'),
    limit: limitField,
  }),
  output: z.object({ tasks: z.array(taskShown), before: z.number().nullable() }),
  run: (view, { before, open, limit }) => {
    if (open === 'true') {
      const tasks = tasksUnended(view, limit).map((record) => shown(view, record))
      return { tasks, before: null }
    }
    const from = (before ?? Number.MAX_SAFE_INTEGER) as TaskId
    const found = tasksBefore(view, from, limit)
    return {
      tasks: found.map((record) => shown(view, record)),
      before: found.length === limit ? found.at(-1)!.id : null,
    }
  },
})

export const show = query({
  name: 'tasks.show',
  summary: 'Shows a task: who began it, what was asked, how it ended and what came of it',
  may: watchers,
  route: { method: 'GET', path: '/tasks/{task}' },
  input: z.strictObject({ task: idField }),
  output: taskShown,
  run: (view, { task }) => shown(view, taskWithId(view, task as TaskId)),
})
