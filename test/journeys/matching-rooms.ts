/** The part of the journey through every room that is about the matching: a run, what comes of it, what it proves. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** How long the matching of a few people may take on the busiest machine. */
const mostTries = 2_000

async function matched(owner: Client): Promise<number> {
  const { task } = await owner.does('/matching/runs', {})
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { outcome, result } = await owner.asks(`/matching/tasks/${task}`)
    if (outcome === 'finished') return (result as { run: number }).run
    assert.equal(outcome, null)
    await new Promise((go) => setTimeout(go, 10))
  }
  throw new Error('The matching did not end.')
}

/** Walks through it; needs and helpers of its own beside those of other rooms. */
export async function matchingRooms(owner: Client): Promise<void> {
  const person = async (name: string) =>
    (await owner.does('/parties', { kind: 'person', name })).party
  const helper = async (name: string, skills: string[]) =>
    (await owner.does('/helpers', { party: await person(name), skills, capacity: 2 })).helper
  await helper('令狐文远', ['medicine', 'care'])
  await helper('慕容秋水', [])
  const open = { kind: 'health', urgency: 3 }
  const { need } = await owner.does('/needs', { party: await person('东方老伯'), ...open })
  const { need: other } = await owner.does('/needs', { party: await person('西门阿姨'), ...open })
  const run = await matched(owner)
  const at = `/matching/runs/${run}`
  assert.ok(((await owner.asks('/matching/runs')).runs as unknown[]).length > 0)
  const told = await owner.asks(at)
  assert.ok(Number(told.suggested) >= 2)
  const { bound, cost, faults, digest_holds } = await owner.asks(`${at}/certificate`)
  assert.deepEqual([bound, faults, digest_holds], [cost, [], true])
  const list = (await owner.asks(`${at}/suggestions`)).suggestions as {
    need: { need: number }
    helper: { helper: number }
  }[]
  const suggestedFor = (of: unknown) => list.find((one) => one.need.need === of)!.helper.helper
  const mine = { need, helper: suggestedFor(need) }
  await owner.does(`${at}/acceptances`, { suggestions: [mine] })
  refused(
    await owner.post(`${at}/acceptances`, { suggestions: [mine] }),
    409,
    'match.suggestion_stale',
  )
  const { candidates } = await owner.asks(`${at}/needs/${other}/candidates`)
  const instead = (candidates as { helper: number; bars: string[] }[]).find(
    (one) => one.bars.length === 0 && one.helper !== suggestedFor(other),
  )!
  const swapped = { need: other, helper: suggestedFor(other), instead: instead.helper }
  await owner.does(`${at}/swaps`, { run, ...swapped })
  await owner.asks(`${at}/unmet`)
  const explained = await owner.asks(`/matching/needs/${other}/explanation`)
  assert.ok(Array.isArray(explained.by_rule))
  const apart = [{ need: other, helper: suggestedFor(other) }]
  const said = { suggestions: apart, reason: 'conflict' }
  const { rejected } = await owner.does('/matching/rejections', said)
  const [{ rejection }] = rejected as [{ rejection: number }]
  assert.ok(((await owner.asks('/matching/rejections')).rejections as unknown[]).length > 0)
  await owner.does(`/matching/rejections/${rejection}/end`, {})
  const compared = await owner.asks('/matching/what-if?distance=90&spread=0')
  assert.equal((compared.weights as { after: { distance: number } }).after.distance, 90)
}
