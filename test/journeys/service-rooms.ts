/** The part of the journey through every room that is about service: pledges, posts, time that is given. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; somebody else checks what the owner recorded (`test/pairing/service`). */
export async function serviceRooms(owner: Client): Promise<void> {
  const { party } = await owner.does('/parties', { kind: 'person', name: '司马光华' })
  const text = '每周为老人读报'
  const made = { party, text, from_on: '2025-01-01', due_on: '2025-12-31' }
  const { pledge } = await owner.does('/service-pledges', made)
  const post = { post: 'reading-room', name: '阅览室管理员' }
  await owner.does('/service-posts', post)
  const at = '/service-posts/reading-room'
  const { holding } = await owner.does(`${at}/holdings`, { party, from_on: '2025-01-01' })
  refused(await owner.post(`${at}/end`, {}), 409, 'service_post.held')
  const given = { party, holding, pledge, on: '2025-01-05', minutes: 90, text: '整理图书' }
  const { time } = await owner.does('/service-hours', given)
  const checked = await owner.post('/service-hours/checks', { times: [time], agreed: true })
  refused(checked, 403, 'service_time.own_hand')
  const { times } = await owner.asks('/service-hours')
  assert.equal((times as { barred: string }[])[0]!.barred, 'service_time.own_hand')
  const sums = await owner.asks('/service-hours/totals')
  const total = { times: 1, people: 1, agreed: 0, unchecked: 90, not_agreed: 0 }
  assert.deepEqual(sums.total, total)
  await owner.does(`/post-holdings/${holding}/end`, { to_on: '2025-01-31', text: '完成' })
  const { holdings } = await owner.asks('/post-holdings')
  assert.equal((holdings as { to_on: string }[])[0]!.to_on, '2025-01-31')
  await owner.does(`${at}/end`, {})
  const ended = { outcome: 'kept', text: '坚持了一年', on: '2025-01-31' }
  await owner.does(`/service-pledges/${pledge}/end`, ended)
  const told = await owner.asks(`/service-pledges/${pledge}`)
  assert.deepEqual({ ...told, given: 90, outcome: 'kept' }, told)
  assert.equal(((await owner.asks('/service-pledges')).pledges as unknown[]).length, 1)
  assert.equal(((await owner.asks('/service-posts')).posts as unknown[]).length, 1)
  assert.deepEqual({ ...(await owner.asks(at)), open: false, minutes: 90 }, await owner.asks(at))
}
