/**
 * The part of the journey through every room that is about agreements between bodies: drafted, signed, kept, reckoned up.
 * All tokens of the journey are the owner’s, who recorded what was done and so does not say that a side agrees with it.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

const promised = [
  { side: 'helper', kind: 'jobs', quantity: 12, due_on: '2025-02-28', text: '包装车间用工' },
  { side: 'helper', kind: 'money', amount: '500.00', due_on: '2025-12-31', text: '道路维修' },
  { side: 'helped', kind: 'goods', quantity: 2, due_on: '2025-03-20', text: '旧校舍两间' },
]

/** Walks through them; `test/pairing/agreements` has another hand record how a side answers. */
export async function agreementRooms(owner: Client): Promise<void> {
  const body = (kind: string, name: string) => ({ kind, name })
  const company = body('organisation', '青山果业有限公司')
  const { helper } = await owner.does('/helpers', { party: company, sort: 'enterprise' })
  const terms = { kinds: ['industry'], from_on: '2025-01-01', until_on: '2025-12-31' }
  const text = '共同建设果园'
  const between = { helper, party: body('public_body', '上溪村村民委员会') }
  const drafted = await owner.does('/agreements', { ...between, ...terms, text })
  const at = `/agreements/${drafted.agreement}`
  const commitments: unknown[] = []
  for (const one of promised) {
    commitments.push((await owner.does(`${at}/commitments`, one)).commitment)
  }
  for (const side of ['helper', 'helped']) {
    await owner.does(`${at}/signatures`, { version: 1, side, signer: '钱经理' })
  }
  const of = (commitment: unknown) => `/commitments-of-agreements/${commitment}`
  const done = { quantity: 5, on_day: '2025-01-10', text: '现场核实' }
  const { evidence } = await owner.does(`${of(commitments[0])}/evidence`, done)
  await owner.does(`/evidence-of-agreements/${evidence}/removal`, { reason: '重复登记' })
  await owner.does(`${of(commitments[0])}/evidence`, done)
  await owner.does(`${of(commitments[2])}/release`, { reason: '校舍另有用途' })
  const { statement } = await owner.does(`${at}/variance-statements`, {})
  const yes = { side: 'helper', answer: 'signed', signer: '钱经理' }
  const answered = await owner.post(`/variance-statements/${statement}/signatures`, yes)
  refused(answered, 403, 'variance.own_hand')
  const told = await owner.asks(`/variance-statements/${statement}`)
  assert.deepEqual({ ...told, sound: true, newer: null, may_sign: [] }, told)
  await owner.does(`${at}/versions`, { ...terms, text: '共同建设果园，为期一年' })
  const shown = await owner.asks(at)
  assert.deepEqual({ ...shown, newest_version: 2, signed_version: 1, commitments: 3 }, shown)
  const { due } = await owner.asks('/agreements/due?within_days=3650')
  assert.equal((due as unknown[]).length, 2)
  for (const paper of [`${at}/agreement.pdf`, `/variance-statements/${statement}/statement.pdf`]) {
    const { status, bytes } = await owner.get(`${paper}?language=zh-Hans`)
    assert.equal(status, 200)
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 5)), '%PDF-')
  }
  await owner.does(`${at}/end`, { reason: '双方另行协商' })
  const { agreements } = await owner.asks('/agreements?state=ended')
  assert.equal((agreements as unknown[]).length, 1)
}
