/** A bank's file of results as background work: in parts, gone on with after it was interrupted, nothing twice. */
import { afterEach, expect, it } from 'vitest'
import { endToEndId } from '../../src/hardship/batches/rows.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import { beginBankResults } from '../../src/tasks/commands.ts'
import { show } from '../../src/tasks/queries.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { type PaidBook, paidBook } from '../hardship/batches/scene.ts'
import { comes, ended, runnerFor } from './tasks-for-tests.ts'

const lines = 120
let made: PaidBook | undefined
afterEach(() => made?.t.close())

function fileOf(batch: string): Uint8Array {
  const rows = Array.from({ length: lines }, (_, at) =>
    at === 7
      ? `${endToEndId(batch, 8)},失败,500.00,账户已销户`
      : `${endToEndId(batch, at + 1)},成功,${at === 9 ? '50.00' : '500.00'},`,
  )
  return new TextEncoder().encode(
    ['流水号,处理结果,金额,失败原因', ...rows, 'B-2026-0009-000001,成功,1.00,', 'x,也许,,'].join(
      '\r\n',
    ),
  )
}

it('[P3] is taken in parts, gone on with where it was interrupted, and not twice when it comes again', async () => {
  const b = paidBook()
  made = b
  b.awarded(lines)
  const batch = b.released()
  const bytes = fileOf(batch)
  const files = { results: bytes }
  const { t, as } = b
  const begun = () =>
    t.does(beginBankResults, { file: '回盘.csv', digest: sha256Hex(bytes) }, as.administrator)
      .output.task
  const task = begun()
  const first = runnerFor(t.book)
  first.begin(task, as.administrator, files)
  await comes(first, task, () => (first.live(task)?.progress?.done ?? 0) >= 50)
  await first.close()
  const recorded = () =>
    Number(t.book.store.first('select count(*) as n from batch_line_result', [])!.n)
  expect(recorded()).toBeGreaterThanOrEqual(49)
  expect(recorded()).toBeLessThan(lines - 1)
  const second = runnerFor(t.book)
  second.begin(task, as.administrator, files)
  await ended(second, task)
  const told = t.asks(show, { task }, as.administrator)
  expect(told.outcome).toBe('finished')
  expect(told.result).toMatchObject({
    total: lines + 1,
    recorded: lines - 1,
    known: 0,
    refused: 2,
    unread: 1,
    not_taken: [
      { reference: endToEndId(batch, 10), fault: { code: 'bank_result.amount_differs' } },
      { reference: 'B-2026-0009-000001', fault: { code: 'bank_result.reference_unknown' } },
    ],
  })
  const again = begun()
  second.begin(again, as.administrator, files)
  await ended(second, again)
  expect(t.asks(show, { task: again }, as.administrator).result).toMatchObject({
    recorded: 0,
    known: lines - 1,
    refused: 2,
  })
  await second.close()
  expect(recorded()).toBe(lines - 1)
  const cause = t.book.store.first('select cause from batch_line_result where outcome = ?', [
    'rejected',
  ])
  expect(cause).toEqual({ cause: 'account_closed' })
  expect(b.balance('payment_clearing')).toBe(50_000)
  expect(verifyBook(t.book.store).passed).toBe(true)
})
