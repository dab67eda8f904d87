/**
 * The part of the journey through every room that is about the steps of a case. All tokens of a journey come from one
 * hand, and so nobody here verifies, reviews or refuses what was entered here.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; a person of P-000001 and upwards stands in the book, and the fund may pay hardship grants. */
export async function flowRooms(owner: Client, fund: string): Promise<void> {
  const checks = [{ code: 'dues', name: 'Dues are paid' }]
  const kinds = ['verify', 'home_visit', 'review', 'approve', 'pay'].map((kind) => ({ kind }))
  const steps = [...kinds.slice(0, 3), { kind: 'checks', checks }, ...kinds.slice(3)]
  const stepped = { code: 'stepped', name: 'Stepped', steps }
  const workflow = { ...stepped, decide_within_days: 20, ratify_within_days: null }
  await owner.does('/policies/workflows/versions', { body: { workflows: [workflow] } })
  const programme = { programme: 'stepped', name: '大病救助', workflow: 'stepped' }
  const given = { fund, category: 'care_grants', help: 'medical' }
  await owner.does('/programmes', { ...programme, ...given })
  const file = { grade: 'general', facts: { people: 1, income_year: '0' } }
  const beneficiary = { kind: 'person', name: '司马光' }
  const asked = { programme: 'stepped', cause: 'illness', amount: '1.00' }
  const entered = await owner.does('/cases', { ...asked, beneficiary, file })
  const cases = [entered.case]
  const own = async (path: string, more: object = {}) =>
    refused(await owner.post(`/cases/${path}`, { cases, ...more }), 403, 'case.own_hand')
  const elsewhere = async (path: string, more: object = {}) =>
    refused(await owner.post(`/cases/${path}`, { cases, ...more }), 409, 'case.not_at_step')
  await own('verifications')
  await own('home-visits', { findings: '两间房' })
  await elsewhere('reviews')
  await elsewhere('checks', { outcomes: [{ check: 'dues', outcome: 'pass' }] })
  await elsewhere('clearances')
  const back = await owner.post('/cases/returns', { cases, to_step: 1, reason: '材料不全' })
  refused(back, 422, 'case.step_not_earlier')
  await own('refusals', { rule: 'not_in_need', text: '收入高于标准' })
  const at = `/cases/${entered.case}/progress`
  const told = await owner.asks(at)
  assert.deepEqual({ ...told, near_officer: false, visits: [], refusal: null }, told)
  const clock = told.clock as { state: string; used: number; within: number; overdue: boolean }
  assert.deepEqual({ ...clock, state: 'running', used: 0, within: 20, overdue: false }, clock)
  assert.equal((told.checks as { outcome: string | null }[])[0]!.outcome, null)
  const gone = await owner.does('/cases/withdrawals', { cases, reason: '不再需要' })
  assert.deepEqual(gone, { cases: 1, first: entered.case, left_out: [] })
  const after = await owner.asks(`/cases/${entered.case}`)
  assert.deepEqual({ ...after, state: 'withdrawn' }, after)
}
