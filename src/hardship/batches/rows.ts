/** Batches and their lines as they stand in the book. */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import type { Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type {
  AwardId,
  BatchId,
  BatchLineId,
  CaseId,
  FundId,
  InstalmentId,
  PartyId,
  PayoutId,
} from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import { reachesFund } from '../../ledger/funds.ts'
import type { PayoutCategory } from '../../ledger/roles.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { batchLineUnknown, batchNotPrepared, batchUnknown } from './refusals.ts'

export type Batch = Row<'batch'>
export type BatchRelease = Row<'batch_release'>

/** A county's year has some 2,600 grants (handbook 0.4); banks take as many in one file. */
export const mostLines = 5_000

export const batchForms = ['bank', 'cash', 'goods'] as const
export type BatchForm = (typeof batchForms)[number]

/** The number of a batch, such as `B-2026-0001`. */
export const batchField = z
  .string()
  .regex(/^B-\d{4}-\d{4,}$/, 'write the number of a batch, such as B-2026-0001')
  .max(35)
  .meta({ examples: ['B-2026-0001'] })

export const batchStates = ['prepared', 'released', 'closed', 'dropped'] as const
export type BatchState = (typeof batchStates)[number]

const byNumber = prepare((p: { number: string }) =>
  build.selectFrom('batch').selectAll().where('number', '=', p.number),
)
const byId = prepare((p: { id: BatchId }) =>
  build.selectFrom('batch').selectAll().where('id', '=', p.id),
)
const ofBatch = prepare((p: { id: BatchId }) =>
  build
    .selectFrom('batch as b')
    .leftJoin('batch_release as r', 'r.batch_id', 'b.id')
    .leftJoin('batch_drop as d', 'd.batch_id', 'b.id')
    .leftJoin('batch_close as c', 'c.batch_id', 'b.id')
    .select(['r.id as release', 'd.id as drop', 'c.id as close'])
    .where('b.id', '=', p.id),
)
const releaseBy = prepare((p: { id: BatchId }) =>
  build.selectFrom('batch_release').selectAll().where('batch_id', '=', p.id),
)

/** The batch with a number, if this caller reaches its fund. Refuses `batch.unknown`. */
export function batchWithNumber(asker: Scoped, number: string): Batch {
  const found = first(asker, byNumber, { number })
  if (!found || !reachesFund(asker, found.fund_id)) throw batchUnknown({ batch: number })
  return found
}

/** The batch with an id that stands in the book. */
export function batchById(reader: Reader, id: BatchId): Batch {
  return first(reader, byId, { id })!
}

/** How far a batch has come. */
export function stateOfBatch(reader: Reader, { id }: Pick<Batch, 'id'>): BatchState {
  const { release, drop, close } = first(reader, ofBatch, { id })!
  if (drop !== null) return 'dropped'
  if (release === null) return 'prepared'
  return close === null ? 'released' : 'closed'
}

/** Its release, or undefined. */
export function releaseOf(reader: Reader, { id }: Pick<Batch, 'id'>): BatchRelease | undefined {
  return first(reader, releaseBy, { id })
}

/** Refuses `batch.not_prepared` for a batch that was released or dropped. */
export function requirePrepared(reader: Reader, batch: Batch): void {
  const state = stateOfBatch(reader, batch)
  if (state !== 'prepared') throw batchNotPrepared({ batch: batch.number, state })
}

/** What a bank gives back with the result of a line: `B-2026-0001-000012`. */
export function endToEndId(batch: string, position: number): string {
  return `${batch}-${String(position).padStart(6, '0')}`
}

/** The batch and the position that a bank's reference names, or undefined. */
export function readEndToEndId(text: string): { batch: string; position: number } | undefined {
  const [, batch, position] = /^(B-\d{4}-\d{4,})-(\d{6})$/.exec(text.trim()) ?? []
  return batch === undefined ? undefined : { batch, position: Number(position) }
}

/** A line with the instalment that it pays and what came of it. */
export interface BatchLine {
  readonly id: BatchLineId
  readonly batch_id: BatchId
  readonly position: number
  readonly instalment_id: InstalmentId
  readonly award_id: AwardId
  readonly case_id: CaseId
  /** Its number among the instalments of the award, and how many those are. */
  readonly number: number
  readonly instalments: number
  readonly fund_id: FundId
  readonly category: PayoutCategory
  readonly payee_id: PartyId
  readonly beneficiary_id: PartyId
  readonly amount_minor: Minor
  readonly removed: 0 | 1
  readonly outcome: 'paid' | 'rejected' | null
  readonly cause: string | null
  readonly on_day: Day | null
  readonly payout_id: PayoutId | null
  readonly result_entry_id: number | null
  readonly bounced_on: Day | null
  readonly bounce_cause: string | null
}

const lineSql = `select l.id as "id", l.batch_id as "batch_id", l.position as "position",
    l.instalment_id as "instalment_id", i.award_id as "award_id", a.case_id as "case_id",
    i.number as "number", a.instalments as "instalments", i.fund_id as "fund_id",
    i.category as "category", i.payee_id as "payee_id", i.beneficiary_id as "beneficiary_id",
    i.amount_minor as "amount_minor", x.id is not null as "removed", r.outcome as "outcome",
    r.cause as "cause", r.on_day as "on_day", r.payout_id as "payout_id",
    r.entry_id as "result_entry_id", b.on_day as "bounced_on", b.cause as "bounce_cause"
  from batch_line as l
  join instalment as i on i.id = l.instalment_id
  join award as a on a.id = i.award_id
  left join batch_line_removal as x on x.line_id = l.id
  left join batch_line_result as r on r.line_id = l.id
  left join batch_line_bounce as b on b.line_id = l.id`

/** All lines of a batch in their order, those taken out too. */
export function linesOf(reader: Reader, { id }: Pick<Batch, 'id'>): BatchLine[] {
  const sql = `${lineSql} where l.batch_id = +? order by l.position`
  return reader.all(sql, [id]) as unknown as BatchLine[]
}

/** Those that were not taken out. */
export function standingLines(reader: Reader, batch: Pick<Batch, 'id'>): BatchLine[] {
  return linesOf(reader, batch).filter(({ removed }) => removed === 0)
}

/** The line at a position. Refuses `batch_line.unknown`. */
export function lineAt(reader: Reader, { id, number }: Batch, position: number): BatchLine {
  const sql = `${lineSql} where l.batch_id = +? and l.position = +?`
  const found = reader.first(sql, [id, position])
  if (!found) throw batchLineUnknown({ batch: number, line: position })
  return found as unknown as BatchLine
}

/** All lines that an instalment was ever in, oldest first. */
export function linesOfInstalment(reader: Reader, instalment: InstalmentId): BatchLine[] {
  const sql = `${lineSql} where l.instalment_id = +? order by l.id`
  return reader.all(sql, [instalment]) as unknown as BatchLine[]
}

/** How a line stands, as lists tell it. */
export const lineStates = ['waiting', 'paid', 'rejected', 'bounced', 'removed'] as const
export type LineState = (typeof lineStates)[number]

/** How a line stands: `waiting` for its result or its release. */
export function stateOfLine({ removed, outcome, bounced_on }: BatchLine): LineState {
  if (removed === 1) return 'removed'
  if (bounced_on !== null) return 'bounced'
  return outcome ?? 'waiting'
}
