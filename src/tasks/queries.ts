/** Queries of tasks: what is on record. How far one is, the process that does it tells. */
import { z } from 'zod'
import { masked } from '../book/details.ts'
import { idField, limitField } from '../book/fields.ts'
import { query, type View } from '../book/registry.ts'
import { importProblems } from '../exchange/imports.ts'
import type { TaskId } from '../kit/ids.ts'
import { watchers } from './commands.ts'
import {
  askedOf,
  resultOf,
  type TaskRecord,
  tasksBefore,
  tasksUnended,
  taskWithId,
} from './records.ts'

const taskKinds = [
  'import_journal',
  'import_grants',
  'check_people',
  'import_people',
  'issue_statements',
  'verify_book',
  'take_bank_results',
  'match_helpers',
] as const satisfies readonly TaskRecord['kind'][]

const taskShown = z.object({
  task: z.number(),
  kind: z.enum(taskKinds),
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

/** Whether a task works on a file that somebody sent. */
export function isOfFile(kind: TaskRecord['kind']): boolean {
  return kind.startsWith('import') || kind === 'check_people' || kind === 'take_bank_results'
}

/** A file's name and its faulty lines may name people: whoever sent it reads them, and who reads names. */
function maySeeFile({ caller }: View, { kind, begun_by }: TaskRecord): boolean {
  return caller.readsNames || caller.actor === begun_by || !isOfFile(kind)
}

type Kept = Record<string, unknown> | null

function fileMasked(asked: Kept): Kept {
  if (asked === null) return null
  const { file, mapping_file } = asked
  return {
    ...asked,
    ...(file === undefined ? {} : { file: masked }),
    ...(mapping_file === undefined ? {} : { mapping_file: masked }),
  }
}

/** Of lines only their numbers stay; of a refusal that quotes one, what kind it is. */
function linesMasked(result: Kept): Kept {
  if (result === null) return null
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map(textsMasked)]
      const { code } = (name === 'refusal' ? value : {}) as { code?: string }
      return [name, code === importProblems.code ? { ...Object(value), sentence: masked } : value]
    }),
  )
}

function textsMasked(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? masked : value]),
  )
}

function shown(view: View, record: TaskRecord): TaskShown {
  const [asked, result] = [askedOf(view, record), resultOf(view, record)]
  const open = maySeeFile(view, record)
  return {
    task: record.id,
    kind: record.kind,
    begun_by: record.begun_by,
    begun_at: record.begun_at,
    asked: open ? asked : fileMasked(asked),
    stop_asked: record.stop_seq !== null,
    outcome: record.outcome,
    ended_at: record.ended_at,
    result: open ? result : linesMasked(result),
  }
}

export const list = query({
  name: 'tasks.list',
  summary: 'Lists background work, newest first, or only what has not ended',
  may: watchers,
  reach: 'organisation',
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
  reach: 'organisation',
  route: { method: 'GET', path: '/tasks/{task}' },
  input: z.strictObject({ task: idField }),
  output: taskShown,
  run: (view, { task }) => shown(view, taskWithId(view, task as TaskId)),
})
