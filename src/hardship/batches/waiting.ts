/** What of batches waits for somebody: to be released, for results, to be sent again, to be closed. */
import type { View } from '../../book/registry.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { BatchId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { reachesFund } from '../../ledger/funds.ts'
import { payableOf } from './payable.ts'
import { requireMayRelease } from './releasing.ts'
import { batchById, standingLines } from './rows.ts'

/** A batch that waits, and since which day. */
export interface WaitingBatch {
  readonly batch: string
  readonly since: Day
}

/** Banks answer within a day (handbook A10); weekends pass. */
const resultDays = 3

const preparedSql = `select b.id as "id", b.pay_on as "since" from batch as b
  where not exists (select 1 from batch_drop as d where d.batch_id = b.id)
    and not exists (select 1 from batch_release as r where r.batch_id = b.id) order by b.id`
const releasedSql = `select r.batch_id as "id", r.released_on as "since",
    exists (select 1 from batch_line as l left join batch_line_result as s on s.line_id = l.id
      where l.batch_id = r.batch_id and s.id is null
        and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)) as "open"
  from batch_release as r
  where not exists (select 1 from batch_close as c where c.batch_id = r.batch_id)
  order by r.batch_id`

/** Batches that this caller may release, oldest first. */
export function toRelease(view: View): WaitingBatch[] {
  return view.all(preparedSql, []).flatMap((row) => {
    const batch = batchById(view, row.id as BatchId)
    if (!reachesFund(view, batch.fund_id)) return []
    try {
      requireMayRelease(view, batch, standingLines(view, batch))
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
    return [{ batch: batch.number, since: row.since as Day }]
  })
}

function released(view: View, open: 0 | 1): WaitingBatch[] {
  return view
    .all(releasedSql, [])
    .filter((row) => row.open === open)
    .map((row) => ({ row, batch: batchById(view, row.id as BatchId) }))
    .filter(({ batch }) => reachesFund(view, batch.fund_id))
    .map(({ row, batch }) => ({ batch: batch.number, since: row.since as Day }))
}

/** Batches of which lines have no result days after the release. */
export function withoutResults(view: View): WaitingBatch[] {
  const before = addDays(view.today, -resultDays)
  return released(view, 1).filter(({ since }) => since <= before)
}

/** Batches whose lines all have a result. */
export function toClose(view: View): WaitingBatch[] {
  return released(view, 0)
}

/** What came back or was rejected and is in no batch: the instalments, and the oldest due day. */
export function toSendAgain(view: View): { readonly count: number; readonly since: Day | null } {
  const found = payableOf(view, { upTo: view.today }).filter(({ state }) => state === 'returned')
  return { count: found.length, since: found[0]?.due_on ?? null }
}
