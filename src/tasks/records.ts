/** What the book has on record of a task: who began it, who stopped it, how it ended. */

import { readDetail } from '../book/details.ts'
import { chainHeadAt } from '../book/events.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq, TaskId } from '../kit/ids.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { taskUnknown } from './refusals.ts'

const records = build
  .selectFrom('task as t')
  .innerJoin('event as begun', 'begun.seq', 't.event_seq')
  .leftJoin('task_stop as s', 's.task_id', 't.id')
  .leftJoin('task_end as e', 'e.task_id', 't.id')
  .leftJoin('event as ended', 'ended.seq', 'e.event_seq')
  .select([
    't.id',
    't.kind',
    't.asked_detail_id',
    't.event_seq',
    'begun.at as begun_at',
    'begun.actor as begun_by',
    's.event_seq as stop_seq',
    'e.outcome',
    'e.result_detail_id',
    'ended.at as ended_at',
  ])

const withId = prepare((p: { id: TaskId }) => records.where('t.id', '=', p.id))
const pageBefore = prepare((p: { before: TaskId; limit: number }) =>
  records.where('t.id', '<', p.before).orderBy('t.id', 'desc').limit(p.limit),
)
const unended = prepare((p: { limit: number }) =>
  records.where('e.task_id', 'is', null).orderBy('t.id', 'desc').limit(p.limit),
)

export type TaskRecord = NonNullable<(typeof withId)['row']>

/** The record of a task. Refuses `task.unknown`. */
export function taskWithId(reader: Reader, id: TaskId): TaskRecord {
  const found = first(reader, withId, { id })
  if (!found) throw taskUnknown({ task: id })
  return found
}

/** The newest tasks before one, newest first. */
export function tasksBefore(reader: Reader, before: TaskId, limit: number): TaskRecord[] {
  return rows(reader, pageBefore, { before, limit })
}

/** The newest tasks that have not ended, newest first. */
export function tasksUnended(reader: Reader, limit: number): TaskRecord[] {
  return rows(reader, unended, { limit })
}

/** What was asked of a task; null once it was erased. */
export function askedOf(reader: Reader, record: TaskRecord): Record<string, unknown> | null {
  return parsed(reader, record.asked_detail_id)
}

/** What came of a task; null while it has not ended, and once it was erased. */
export function resultOf(reader: Reader, record: TaskRecord): Record<string, unknown> | null {
  return record.result_detail_id === null ? null : parsed(reader, record.result_detail_id)
}

function parsed(reader: Reader, detail: number): Record<string, unknown> | null {
  const kept = readDetail(reader, detail)
  return kept ? (JSON.parse(kept.body) as Record<string, unknown>) : null
}

/**
 * The idempotency key of one part of a task: the same whenever the task is begun again, and, being made
 * from the hash of the event that began it, known to nobody before.
 */
export function keyOfPart(reader: Reader, record: TaskRecord, part: string): string {
  const { hash } = chainHeadAt(reader, record.event_seq as EventSeq)!
  return `task-${record.id}-${hex(hash).slice(0, 32)}-${part}`
}
