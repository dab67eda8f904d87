/** The part of the journey through every room that is about the registers of pairing: places, helpers, needs. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; what each refuses is tried in `test/pairing/registers`. */
export async function registerRooms(owner: Client): Promise<void> {
  await owner.does('/places', { place: 'east', name: '东村', latitude: 31.25, longitude: 121.5 })
  await owner.does('/places/east/versions', { name: '东村新区' })
  refused(await owner.post('/places', { place: 'east', name: '另一个' }), 409, 'place.exists')
  const person = (name: string) => ({ kind: 'person', name })
  const can = { skills: ['law'], languages: ['zh'], times: ['weekend_day'], place: 'east' }
  const { helper } = await owner.does('/helpers', { party: person('顾问律师'), ...can })
  const at = `/helpers/${helper}`
  refused(await owner.post(`${at}/versions`, { skills: ['law'] }), 409, 'helper.unchanged')
  await owner.does(`${at}/versions`, { capacity: 4 })
  const told = await owner.asks(at)
  assert.deepEqual([told.capacity, (told.versions as unknown[]).length], [4, 2])
  const list = { rows: [{ party: person('名单甲') }, { party: person('名单乙'), place: 'east' }] }
  assert.equal((await owner.does('/helper-lists', list)).entered, 2)
  const found = (await owner.asks('/helpers?place=east&load=free')).helpers as unknown[]
  assert.equal(found.length, 2)
  const wanted = { party: person('求助的人'), kind: 'legal', urgency: 3, place: 'east' }
  const { need } = await owner.does('/needs', wanted)
  await owner.does(`/needs/${need}/versions`, { standing: 'withdrawn' })
  assert.equal((await owner.asks(`/needs/${need}`)).standing, 'withdrawn')
  const needs = { rows: [{ party: person('名单丙'), kind: 'study' }] }
  const { first } = await owner.does('/need-lists', needs)
  const open = (await owner.asks('/needs?standing=open&covered=without&kind=study')).needs
  assert.deepEqual(
    (open as { need: number }[]).map((one) => one.need),
    [first],
  )
  assert.equal((await owner.asks('/places/east')).name, '东村新区')
  const { places } = await owner.asks('/places?q=east')
  assert.deepEqual(
    (places as { helpers: number; needs: number }[]).map((one) => [one.helpers, one.needs]),
    [[2, 0]],
  )
}
