/** The part of the journey through every room that is about pairs: from the proposal to the handing over and the end. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'
import { drawn } from './coverage-rooms.ts'

/** Walks through them; that things improved another approves (`test/pairing/pairs`). */
export async function pairRooms(owner: Client): Promise<void> {
  const helper = async (name: string) =>
    (await owner.does('/helpers', { party: { kind: 'person', name } })).helper as number
  const wanted = { party: { kind: 'person', name: '陈阿婆' }, kind: 'company' }
  const { need } = await owner.does('/needs', wanted)
  const [first, second] = [await helper('周志强'), await helper('吴建国')]
  const fit = (await owner.asks(`/needs/${need}/candidates`)).candidates as { helper: number }[]
  assert.deepEqual(
    fit
      .map((one) => one.helper)
      .filter((one) => one >= first)
      .sort(),
    [first, second],
  )
  const { pair } = await owner.does('/pairs', { need, helper: first })
  const at = `/pairs/${pair}`
  const { other } = await owner.asks(`${at}/sheets/helper`)
  assert.notEqual(other, '陈阿婆')
  refused(await owner.post('/pairs', { need, helper: second }), 409, 'pair.need_served')
  await owner.does(`${at}/consents`, { side: 'helper', how: 'phone' })
  assert.equal((await owner.asks(at)).shares_contacts, false)
  await owner.does(`${at}/consents`, { side: 'helped', how: 'in_person' })
  assert.equal((await owner.asks(at)).shares_contacts, true)
  await owner.does(`${at}/contact-readings`, { side: 'helper', reason: '印联系卡' })
  assert.equal((await owner.asks(`${at}/contacts?side=helper`)).name, '陈阿婆')
  await drawn(owner, `${at}/card.pdf?side=helper`)
  await owner.does(`${at}/consent-withdrawals`, { side: 'helped', how: 'phone' })
  const note = '看过了'
  refused(await owner.post(`${at}/review-results`, { note }), 409, 'pair.not_agreed')
  await owner.does(`${at}/consents`, { side: 'helped', how: 'phone' })
  await owner.does(`${at}/review-results`, { note })
  await owner.does(`${at}/reviews`, { reason: 'due' })
  await owner.does(`${at}/closings`, { reason: 'improved', note })
  refused(await owner.post(`${at}/end`, { note }), 403, 'pair.own_closing')
  await owner.does(`${at}/closings/return`, { note })
  const tried = (await owner.does(`${at}/successors`, { helper: second })).pair
  await owner.does(`/pairs/${tried}/refusals`, { side: 'helper', reason: 'too_far' })
  const next = (await owner.does(`${at}/successors`, { helper: await helper('郑和平') })).pair
  await owner.does(`/pairs/${next}/consents`, { side: 'helper', how: 'paper' })
  assert.equal((await owner.asks(at)).state, 'active')
  await owner.does(`/pairs/${next}/consents`, { side: 'helped', how: 'paper' })
  assert.equal((await owner.asks(at)).state, 'handed_over')
  const { lines } = await owner.asks(`/needs/${need}/pairs`)
  const states = (lines as { state: string }[]).map(({ state }) => state)
  assert.deepEqual(states, ['handed_over', 'declined', 'active'])
  await owner.does(`/pairs/${next}/end`, { reason: 'moved', note })
  const again = (await owner.does('/needs', { ...wanted, kind: 'health' })).need
  const proposed = (await owner.does('/pairs', { need: again, helper: first })).pair
  await owner.does(`/pairs/${proposed}/withdrawal`, { note })
  const listed = (await owner.asks(`/pairs?need=${need}`)).pairs as unknown[]
  assert.equal(listed.length, 3)
}
