/** The part of the journey through every room that is about people: units, memberships, households, ties. */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; P-000001 stands in the book already. Answers nothing and asks the end of each. */
export async function peopleRooms(owner: Client): Promise<void> {
  const { party: wife } = await owner.does('/parties', { kind: 'person', name: '王芳' })
  const { party: child } = await owner.does('/parties', { kind: 'person', name: '张丽' })
  await unitRooms(owner)
  const home = { unit: 'north', from_on: '2025-01-01', reason: 'From the register' }
  await owner.does('/parties/P-000001/memberships', home)
  refused(await owner.post('/parties/P-000001/memberships', home), 409, 'membership.overlaps')
  const moved = { unit: 'south', from_on: '2025-02-01', reason: 'Moved' }
  const { membership } = await owner.does('/parties/P-000001/transfers', moved)
  await owner.does(`/memberships/${membership}/end`, { reason: 'Wrong', cause: 'mistake' })
  const { memberships } = await owner.asks('/memberships?party=P-000001')
  assert.equal((memberships as unknown[]).length, 2)
  await householdRooms(owner, `${wife}`, `${child}`)
  await samenessRooms(owner)
  const { tie } = await owner.does('/parties/P-000001/ties', { other: wife, role: 'guarantor' })
  await owner.does(`/ties/${tie}/end`, { reason: 'Paid back' })
  const { ties } = await owner.asks('/parties/P-000001/ties')
  assert.equal((ties as { ended: boolean }[])[0]!.ended, true)
  await owner.does(`/parties/${child}/statuses`, { status: 'left', note: 'Moved away' })
  const { status } = await owner.asks(`/parties/${child}`)
  assert.equal((status as { status: string }).status, 'left')
}

/** Two records of one shop are merged and taken apart; rows of a file are taken, and nothing twice. */
async function samenessRooms(owner: Client): Promise<void> {
  const register = async (name: string) =>
    String((await owner.does('/parties', { kind: 'vendor', name })).party)
  const [kept, merged] = [await register('光明粮店'), await register('光明糧店')]
  const { pairs } = await owner.asks(`/possible-duplicates?party=${kept}`)
  assert.deepEqual(
    (pairs as { other: { party: string }; reasons: string[] }[]).map(({ other, reasons }) => [
      other.party,
      ...reasons,
    ]),
    [[merged, 'name']],
  )
  const reason = 'One licence'
  await owner.does(`/parties/${kept}/merges`, { merged, reason })
  refused(await owner.post(`/parties/${kept}/merges`, { merged, reason }), 409, 'merge.already')
  assert.equal(((await owner.asks(`/parties/${kept}/merges`)).merged as unknown[]).length, 1)
  await owner.does(`/parties/${merged}/unmerges`, { reason: 'Two licences' })
  await owner.does(`/parties/${kept}/distinctions`, { other: merged })
  assert.deepEqual((await owner.asks(`/possible-duplicates?party=${kept}`)).pairs, [])
  const rows = [
    { row: 2, cells: { name: '关爱民', home_unit: 'north' } },
    { row: 3, cells: { name: '关爱国', home_unit: 'nowhere' } },
  ]
  const taken = await owner.does('/imports/people-rows', { rows })
  assert.deepEqual(
    (taken.rows as { outcome: string }[]).map(({ outcome }) => outcome),
    ['added', 'refused'],
  )
  for (const q of ['關愛', 'gam', '爱民']) {
    const { parties } = await owner.asks(`/parties?q=${encodeURIComponent(q)}`)
    assert.equal((parties as { name: string }[])[0]!.name, '关爱民')
  }
}

async function unitRooms(owner: Client): Promise<void> {
  await owner.does('/units', { unit: 'city', name: '江城', kind: '市' })
  await owner.does('/units', { unit: 'north', name: '北支部', kind: '支部', parent: 'city' })
  await owner.does('/units', { unit: 'south', name: '南支部', kind: '支部', parent: 'city' })
  await owner.does('/units/south/revisions', { name: '南街支部' })
  refused(await owner.post('/units/city/revisions', { closed: true }), 409, 'unit.in_use')
  refused(await owner.post('/units/city/revisions', { parent: 'north' }), 409, 'unit.cycle')
  const { units } = await owner.asks('/units?state=all')
  assert.deepEqual(
    (units as { name: string; level: number }[]).map(({ name, level }) => [name, level]),
    [
      ['江城', 0],
      ['北支部', 1],
      ['南街支部', 1],
    ],
  )
  assert.equal(((await owner.asks('/units/south')).versions as unknown[]).length, 2)
}

async function householdRooms(owner: Client, wife: string, child: string): Promise<void> {
  const members = [
    { party: 'P-000001', relation: 'head' },
    { party: wife, relation: 'spouse' },
  ]
  const { household } = await owner.does('/households', { members, from_on: '2025-01-01' })
  const at = `/households/${household}`
  await owner.does(`${at}/members`, { party: child, relation: 'child', from_on: '2025-01-02' })
  const { kin } = await owner.asks(`/parties/${child}/kin?degrees=2`)
  assert.deepEqual(
    (kin as { party: string; near: boolean }[]).map(({ party, near }) => [party, near]),
    [
      ['P-000001', true],
      [wife, true],
    ],
  )
  await owner.does(`${at}/arrangements`, {
    members: [
      { party: 'P-000001', relation: 'spouse' },
      { party: wife, relation: 'head' },
      { party: child, relation: 'child' },
    ],
    from_on: '2025-01-03',
  })
  refused(await owner.post(`${at}/departures`, { party: wife }), 409, 'household.head_stays')
  await owner.does(`${at}/departures`, { party: 'P-000001', to_on: '2025-01-04' })
  const split = { members: [{ party: child, relation: 'head' }], from_on: '2025-01-05' }
  const { household: own } = await owner.does(`${at}/splits`, split)
  assert.equal(own, 'H-000002')
  assert.equal(((await owner.asks(at)).members as unknown[]).length, 1)
  assert.equal(((await owner.asks('/households')).households as unknown[]).length, 2)
}
