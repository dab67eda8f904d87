/** Closing a batch: all its lines have a result, and what it moved to clearing has left it again. */
import { z } from 'zod'
import { type Act, command } from '../../book/registry.ts'
import { accountInRole } from '../../ledger/accounts.ts'
import { fundById } from '../../ledger/funds.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { batchNotReleased, linesOpen } from './refusals.ts'
import { type Batch, batchField, batchWithNumber, standingLines, stateOfBatch } from './rows.ts'

/** What the entries of a batch, on its release and on its lines, have moved on an account of its fund. */
const clearingSql = `with mine (entry_id) as (
    select entry_id from batch_release where batch_id = +? and entry_id is not null
    union all
    select r.entry_id from batch_line_result as r join batch_line as l on l.id = r.line_id
    where l.batch_id = +? and r.entry_id is not null)
  select coalesce(sum(case when p.debit_account_id = +? then p.amount_minor else 0 end
    - case when p.credit_account_id = +? then p.amount_minor else 0 end), 0) as "left"
  from mine join entry as e on e.id = mine.entry_id
  join posting as p on p.id >= e.first_posting_id and p.id < e.first_posting_id + e.legs
  where p.fund_id = +?`

/** What of a batch is still in clearing, in minor units of its fund: the lines without a result. */
export function clearingOf(reader: Reader, { id, fund_id }: Batch): number {
  const { id: account } = accountInRole(reader, 'payment_clearing')
  return Number(reader.first(clearingSql, [id, id, account, account, fund_id])!.left)
}

export const close = command({
  name: 'batches.close',
  summary: 'Closes a batch whose lines all have a result; its clearing is then zero',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/close' },
  input: z.strictObject({ batch: batchField }),
  output: z.object({ batch: z.string(), paid: z.number(), rejected: z.number() }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act: Act, input) => {
    const batch = batchWithNumber(act, input.batch)
    const state = stateOfBatch(act, batch)
    if (state !== 'released') throw batchNotReleased({ batch: batch.number, state })
    const lines = standingLines(act, batch)
    const open = lines.filter(({ outcome }) => outcome === null).length
    if (open > 0) throw linesOpen({ batch: batch.number, open })
    const left = clearingOf(act, batch)
    if (left !== 0) {
      const { code } = fundById(act, batch.fund_id)
      throw new Error(`${left} of ${batch.number} is left in the clearing of ${code}.`)
    }
    insert(act, 'batch_close', {
      id: nextId(act, 'batch_close'),
      batch_id: batch.id,
      event_seq: act.seq,
    })
    const paid = lines.filter(({ outcome }) => outcome === 'paid').length
    return { batch: batch.number, paid, rejected: lines.length - paid }
  },
})
