/** The part of the journey through every room that is about visits: recorded, asked about, taken back; what is to be done. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; that a visit was so another asks (`test/pairing/visits`). */
export async function visitRooms(owner: Client): Promise<void> {
  const { party } = await owner.does('/parties', { kind: 'person', name: '林奶奶' })
  const happened = await owner.does('/care-events', { party, kind: 'hospital' })
  const { due } = await owner.asks('/visits/due?until=2199-01-01&why=hospital')
  assert.equal((due as { pair: unknown }[])[0]!.pair, null)
  const given = {
    party,
    kind: 'hospital',
    care_event: happened.care_event,
    found: '恢复得不错',
    wishes: [{ kind: 'health', text: '想换一副眼镜' }],
    help: [{ kind: 'company', form: 'goods', text: '一篮水果' }],
    follow_ups: [{ text: '联系眼镜店', due_on: '2199-01-31', for_whom: 'coordinator' }],
  }
  const { visit, follow_ups } = await owner.does('/visits', given)
  const at = `/visits/${visit}`
  const told = await owner.asks(at)
  assert.deepEqual({ ...told, at_place: 'hospital', wishes: 1, help: 1 }, told)
  const offered = await owner.asks(`/visits/to-hand-over?party=${party}`)
  assert.deepEqual(offered.slips, [])
  refused(
    await owner.post(`${at}/confirmation`, { how: 'call', agreed: true }),
    403,
    'visit.own_hand',
  )
  const [followUp] = follow_ups as number[]
  await owner.does(`/follow-ups/${followUp}/end`, { outcome: 'done' })
  const later = { party, text: '再去看一次', due_on: '2199-02-01' }
  await owner.does('/follow-ups', later)
  const open = (await owner.asks('/follow-ups?state=open')).follow_ups as unknown[]
  assert.equal(open.length, 1)
  await owner.does(`/care-events/${happened.care_event}/withdrawal`, { reason: '已经出院' })
  const { care_events } = await owner.asks('/care-events')
  assert.equal((care_events as { state: string }[])[0]!.state, 'taken_back')
  await owner.does(`${at}/withdrawal`, { reason: '登记错了人' })
  const standing = (await owner.asks(`/visits?state=standing&party=${party}`)).visits as unknown[]
  assert.equal(standing.length, 0)
  const asked = [`/care-events/${happened.care_event}`, `/follow-ups/${followUp}`]
  for (const path of asked)
    assert.equal(((await owner.asks(path)).party as { party: string }).party, party)
  const { signs } = await owner.asks('/visits/signs')
  assert.ok(Array.isArray(signs))
}
