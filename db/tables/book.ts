/** Tables of the book itself: its events, texts kept apart, background work. */
import type { EventSeq, TaskId } from '../../src/kit/ids.ts'
import { blob, int, text } from '../columns.ts'

export const bookTables = {
  event: {
    seq: int<EventSeq>(),
    at: int(),
    actor: text(),
    command: text(),
    subject: text(),
    rows_digest: blob(),
    hash: blob(),
  },
  request: {
    key: text(),
    command: text(),
    input_digest: blob(),
    answer: text(),
    event_seq: int<EventSeq>(),
  },
  organisation: {
    id: int(),
    book: text(),
    name: text(),
    time_zone: text(),
    currency: text(),
    chart: text(),
    chart_version: int(),
    event_seq: int<EventSeq>(),
  },
  signing_key: {
    id: int(),
    kid: text(),
    public_jwk: text(),
    event_seq: int<EventSeq>(),
  },
  detail: {
    id: int(),
    kind: text(),
    digest: blob(),
    event_seq: int<EventSeq>(),
  },
  detail_body: {
    detail_id: int(),
    salt: blob(),
    body: text(),
  },
  merkle_block: {
    level: int(),
    position: int(),
    hash: blob(),
  },
  task: {
    id: int<TaskId>(),
    kind: text<
      | 'import_journal'
      | 'import_grants'
      | 'check_people'
      | 'import_people'
      | 'issue_statements'
      | 'verify_book'
      | 'take_bank_results'
      | 'match_helpers'
    >(),
    asked_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  task_stop: {
    id: int(),
    task_id: int<TaskId>(),
    event_seq: int<EventSeq>(),
  },
  task_end: {
    id: int(),
    task_id: int<TaskId>(),
    outcome: text<'finished' | 'stopped' | 'failed'>(),
    result_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
} as const
