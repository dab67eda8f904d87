/**
 * The part of the journey through every room that is about decisions on cases and what follows from them. All tokens of a
 * journey come from one hand, and so nobody here decides on what was entered here.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; the workflow `stepped` holds, and P-000001 stands in the book. */
export async function awardRooms(owner: Client, fund: string): Promise<void> {
  const said = { category: 'care_grants', help: 'schooling', workflow: 'stepped' }
  await owner.does('/programmes', { programme: 'schooling', name: '助学', fund, ...said })
  const value = { kind: 'fixed', amount: '100.00' }
  const none = { window_months: null, least: null, most: null, times_most: null }
  const cap = { ...none, help: 'schooling', scope: 'person', window: 'calendar_year', value }
  await owner.does('/policies/caps/versions', { body: { caps: [{ ...cap, currency: 'CNY' }] } })
  const file = { grade: 'general', facts: { people: 1, income_year: '0' } }
  const beneficiary = { kind: 'person', name: '欧阳修' }
  const asked = { programme: 'schooling', cause: 'illness', amount: '200.00' }
  const entered = await owner.does('/cases', { ...asked, beneficiary, file })
  const cases = [entered.case]
  const at = `/cases/${entered.case}`
  refused(await owner.post('/cases/approvals', { cases }), 409, 'case.not_at_step')
  refused(await owner.post('/cases/emergency-agreements', { cases }), 409, 'case.no_emergency')
  const request = await owner.does(`${at}/cap-requests`, { reason: '两个孩子都在上学' })
  assert.equal(request.amount, '200.00')
  const decision = { allowed: true, reason: '核实过' }
  const own = await owner.post(`/cap-requests/${request.request}/decision`, decision)
  refused(own, 403, 'cap_request.own')
  const caps = await owner.asks(`${at}/caps`)
  const [counted] = caps.caps as { limit: string; left: string; passed: string[] }[]
  assert.deepEqual(counted && [counted.limit, counted.left, counted.passed], [
    '100.00',
    '100.00',
    ['amount'],
  ])
  const award = await owner.asks(`${at}/award`)
  assert.deepEqual({ ...award, award: null, decided_by: 'approver', claims: [] }, award)
  const ended = { cases, cause: 'declined', reason: '不需要' }
  refused(await owner.post('/awards/ends', ended), 404, 'award.none')
  const ratified = { cases, ratified: true }
  refused(await owner.post('/awards/ratifications', ratified), 403, 'case.own_hand')
  assert.deepEqual((await owner.asks('/awards')).awards, [])
  const month = '2025-03'
  const made = await owner.does(`/allowances/${month}/instalments`, {})
  assert.equal(made.made, 0)
  assert.deepEqual((await owner.asks(`/allowances/${month}`)).allowances, [])
  const payouts = (await owner.asks('/payouts')).payouts as { payout: number }[]
  const wrong = { cause: 'mistake', reason: '付错了' }
  const claimed = await owner.post(`/payouts/${payouts[0]!.payout}/clawbacks`, wrong)
  refused(claimed, 409, 'clawback.not_of_case')
  refused(await owner.post('/clawbacks/99/receipts', {}), 404, 'clawback.unknown')
  assert.deepEqual((await owner.asks('/clawbacks')).clawbacks, [])
  const support = await owner.asks('/parties/P-000001/support')
  assert.equal(support.party, 'P-000001')
}
