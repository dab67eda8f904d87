/**
 * The part of the journey through every room that is about batches of payments. Nobody here may approve a case, so
 * nothing is payable; what follows an approval is walked by several in test/hardship/batches.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; case 1 stands in the book and was not awarded. */
export async function batchRooms(owner: Client, fund: string): Promise<void> {
  const given = { fund, form: 'bank', name: '春节走访' }
  refused(await owner.post('/batches', given), 422, 'batch.nothing_payable')
  const past = { ...given, pay_on: '2020-01-01' }
  refused(await owner.post('/batches', past), 422, 'batch.pay_on_past')
  assert.deepEqual(await owner.asks('/payable'), { payable: [] })
  const foreseen = await owner.asks(`/payable/selection?fund=${fund}&form=bank`)
  assert.deepEqual(foreseen, { count: 0, amount: '0.00', currency: 'CNY', findings: [] })
  assert.deepEqual((await owner.asks('/batches')).batches, [])
  assert.deepEqual(await owner.asks('/cases/1/payments'), { instalments: [] })
  const none = '/batches/B-2026-0001'
  for (const path of [none, `${none}/lines`, `${none}/check`]) {
    refused(await owner.get(path), 404, 'batch.unknown')
  }
  const row = { end_to_end_id: 'B-2026-0001-000001', outcome: 'paid', on: '2026-01-01' }
  const { refused: left, rows } = await owner.does('/bank-results', { rows: [row] })
  const [first] = rows as { fault: { code: string } }[]
  assert.deepEqual([left, first?.fault.code], [1, 'bank_result.reference_unknown'])
}
