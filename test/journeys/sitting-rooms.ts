/**
 * The part of the journey through every room that is about sittings and about what comes after payments. The committee
 * is one user who signs in elsewhere; a token of the owner keeps the record. Nothing was paid on a case here; what
 * follows a payment is walked by several in test/hardship/after.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; the fund may pay hardship grants. */
export async function sittingRooms(owner: Client, fund: string, password: string): Promise<void> {
  const { user } = await owner.does('/users', {
    ...{ login: 'lin', name: 'Lin', role: 'committee_member', password },
  })
  const kinds = ['deliberate', 'approve', 'pay'].map((kind) => ({ kind }))
  const voted = { code: 'voted', name: 'Voted', steps: kinds }
  const workflow = { ...voted, decide_within_days: null, ratify_within_days: null }
  await owner.does('/policies/workflows/versions', { body: { workflows: [workflow] } })
  const programme = { programme: 'voted', name: '互助评议', workflow: 'voted' }
  const given = { fund, category: 'care_grants', help: 'medical' }
  await owner.does('/programmes', { ...programme, ...given })
  const file = { grade: 'general', facts: { people: 1, income_year: '0' } }
  const beneficiary = { kind: 'person', name: '诸葛明' }
  const asked = { programme: 'voted', cause: 'illness', amount: '1.00' }
  const entered = await owner.does('/cases', { ...asked, beneficiary, file })
  const cases = [entered.case]
  assert.deepEqual(await owner.asks('/committee-seats'), {
    members: [{ user, name: 'Lin' }],
    supervisors: [],
  })
  const { sitting } = await owner.does('/sittings', { place: '会议室' })
  const at = `/sittings/${sitting}`
  const put = { cases, proposal: 'approve' }
  refused(await owner.post(`${at}/ballots`, put), 409, 'ballot.no_quorum')
  await owner.does(`${at}/attendance`, { present: [user] })
  const { groups } = await owner.asks(`${at}/agenda`)
  assert.equal((groups as { cases: unknown[] }[])[0]!.cases.length, 1)
  await owner.does(`${at}/ballots`, put)
  const recused = { user, cases, reason: '亲属' }
  await owner.does(`${at}/recusals`, recused)
  refused(await owner.post(`${at}/closing`, {}), 409, 'sitting.recused_voted')
  refused(await owner.post(`${at}/ballots`, put), 409, 'ballot.no_quorum')
  const told = await owner.asks(at)
  assert.deepEqual({ ...told, members: 1, present: 1, ballots: 1, closed: false }, told)
  assert.equal(((await owner.asks('/sittings')).sittings as unknown[]).length, 1)
  const ballots = (await owner.asks(`/cases/${entered.case}/ballots`)).ballots as unknown[]
  assert.equal(ballots.length, 1)
  const empty = await owner.does('/sittings', {})
  const closed = await owner.does(`/sittings/${empty.sitting}/closing`, {})
  assert.deepEqual({ ...closed, approved: 0, refused: 0, waiting: 0 }, closed)
  await followUpRooms(owner, entered.case as number)
}

async function followUpRooms(owner: Client, open: number): Promise<void> {
  assert.deepEqual((await owner.asks('/deliveries')).deliveries, [])
  const said = { payouts: [1], how: 'call', received: true, asked_back: false }
  refused(await owner.post('/delivery-confirmations', said), 404, 'delivery.unknown')
  const period = { from: '2025-01-01', to: '2025-01-31', size: 3 }
  const { draw, seed_hash } = await owner.does('/call-back-draws', period)
  const none = await owner.post(`/call-back-draws/${draw}/drawing`, {})
  refused(none, 409, 'call_back_draw.nobody')
  const shown = await owner.asks(`/call-back-draws/${draw}`)
  assert.deepEqual({ ...shown, seed: null, seed_hash, called: [] }, shown)
  assert.equal(((await owner.asks('/call-back-draws')).draws as unknown[]).length, 1)
  const answered = await owner.post('/call-backs/1/answers', { outcome: 'received' })
  refused(answered, 404, 'call_back.unknown')
  const visit = await owner.post(`/cases/${open}/revisits`, { outcome: 'better' })
  refused(visit, 409, 'revisit.not_paid')
  assert.deepEqual((await owner.asks(`/cases/${open}/follow-up`)).deliveries, [])
  assert.deepEqual(await owner.asks('/revisits/due'), { due: [] })
  assert.deepEqual(await owner.asks('/follow-up/signals'), { signals: [], more: false })
}
