/** Tables of statements and imports. */
import type { Day } from '../../src/kit/day.ts'
import type { EventSeq, FundId, StatementId } from '../../src/kit/ids.ts'
import { blob, int, intOrNull, text } from '../columns.ts'

export const statementsTables = {
  import: {
    id: int(),
    file_digest: blob(),
    entries: int(),
    event_seq: int<EventSeq>(),
  },
  statement: {
    id: int<StatementId>(),
    number: text(),
    fund_id: int<FundId>(),
    from_on: text<Day>(),
    to_on: text<Day>(),
    language: text<'en' | 'zh-Hans' | 'zh-Hant'>(),
    known_seq: int<EventSeq>(),
    digest: blob(),
    document_detail_id: int(),
    since_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
} as const
