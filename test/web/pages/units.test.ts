/** Pages of units, memberships, households and ties: forms as they are filled in, and what they refuse. */
import { expect, it } from 'vitest'
import { formIn, pagesForTests } from './pages-for-tests.ts'

type Site = Awaited<ReturnType<typeof pagesForTests>>

/** Fills in a form as it comes, and answers where it ends. */
async function filled(site: Site, path: string, fields: Record<string, string>) {
  const { html, status } = await site.get(path)
  expect([path, status]).toEqual([path, 200])
  return site.send(path, { ...formIn(html), ...fields })
}

async function planted(): Promise<Site> {
  const site = await pagesForTests()
  for (const [unit, name, parent] of [
    ['city', '江城', ''],
    ['north', 'North <b>branch', 'city'],
    ['south', 'South branch', 'city'],
  ] as const) {
    const done = await filled(site, '/units/new', { unit, name, kind: '=支部', parent })
    expect(done.location).toBe(`/b/relief/units/${unit}?done=add`)
  }
  return site
}

it('units are added, shown as a tree, moved, closed and opened again', async () => {
  const site = await planted()
  const list = await site.get('/units')
  expect(list.html).toContain('North &lt;b&gt;branch')
  expect(list.html).not.toContain('<b>branch')
  const twice = await filled(site, '/units/new', { unit: 'city', name: 'C', kind: 'k' })
  expect([twice.status, twice.html.includes('id="field-unit-error"')]).toEqual([409, true])
  const cycle = await filled(site, '/units/city/revision', {
    parent: 'north',
    name: 'x',
    kind: 'k',
  })
  expect([cycle.status, cycle.html.includes('lies below it')]).toEqual([409, true])
  const moved = { name: '北支部', kind: 'branch', parent: '-' }
  expect((await filled(site, '/units/north/revision', moved)).status).toBe(303)
  expect((await site.get('/units/north')).html).toContain('What was said of it')
  expect((await filled(site, '/units/city/closing', {})).html).toContain('cannot be closed')
  expect((await filled(site, '/units/north/closing', {})).location).toContain('done=close')
  expect((await site.get('/units/north')).html).toContain('Open it again')
  expect((await filled(site, '/units/north/reopening', {})).status).toBe(303)
  expect((await site.get('/units/nowhere')).status).toBe(404)
  expect((await site.get('/units/new', { role: 'auditor' })).status).toBe(403)
  for (const language of ['zh-Hans', 'zh-Hant'] as const) {
    expect((await site.get('/units', { language })).html).toMatch(/组织架构|組織架構/)
  }
})

it('a person gets a home, moves, dies; the page tells it, masked for who may not read', async () => {
  const site = await planted()
  const at = '/people/P-000001'
  const begun = await filled(site, `${at}/memberships/new`, { unit: 'north', sort: 'home' })
  expect(begun.location).toBe('/b/relief/people/P-000001?done=begin')
  const again = await filled(site, `${at}/memberships/new`, { unit: 'south', sort: 'home' })
  expect(again.html).toContain('Home unit')
  const late = { unit: 'south', sort: 'current', from_on: '2020-01-01' }
  const refused = await filled(site, `${at}/memberships/new`, late)
  expect([refused.status, refused.html.includes('2020-01-01')]).toEqual([422, true])
  const reason = '<script>alert(1)</script> 💥'
  expect((await filled(site, `${at}/memberships/new`, { ...late, reason })).status).toBe(303)
  expect((await filled(site, `${at}/transfer`, { unit: 'south', sort: 'current' })).status).toBe(
    409,
  )
  expect(
    (await filled(site, `${at}/memberships/2/end`, { reason, cause: 'left' })).location,
  ).toContain('done=end')
  const page = await site.get(at)
  for (const text of ['North &lt;b&gt;branch', 'South branch', 'Home unit', 'Works here now']) {
    expect(page.html).toContain(text)
  }
  expect(page.html).not.toContain('<script>alert')
  const died = await filled(site, `${at}/status`, { status: 'died', note: 'Told by the family' })
  expect(died.location).toContain('done=status')
  expect((await site.get(at)).html).toContain('Told by the family')
  const masked = await site.get(at, { readsNames: false })
  expect(masked.html).not.toContain('Told by the family')
  expect((await site.get(`${at}/status`, { role: 'auditor' })).status).toBe(403)
  expect((await site.get('/people/P-000099/memberships/new')).status).toBe(404)
  expect((await site.get('/people?unit=south&role=vendor')).html).toContain('Nobody matches')
})

it('households are recorded, joined, rearranged, split; kin is told with the way to it', async () => {
  const site = await planted()
  for (const name of ['王芳', '张丽', '李梅']) {
    await filled(site, '/people/new', { kind: 'person', name, unit: 'north' })
  }
  const nobody = await filled(site, '/households/new', { head: '没有此人' })
  expect(nobody.html).toContain('Nobody in the book is called 没有此人')
  const formed = await filled(site, '/households/new', { head: '王芳', unit: '' })
  expect(formed.location).toBe('/b/relief/households/H-000001?done=form')
  const at = '/households/H-000001'
  await filled(site, `${at}/join`, { party: '张丽', relation: 'child' })
  await filled(site, `${at}/join`, { party: 'P-000004', relation: 'parent' })
  expect((await filled(site, `${at}/join`, { party: '张丽', relation: 'child' })).status).toBe(409)
  const leaving = await filled(site, `${at}/departure`, { party: 'P-000002', cause: 'left' })
  expect(leaving.html).toContain('is the head of')
  const tied = { other: '李梅', role: 'guardian' }
  expect((await filled(site, '/people/P-000003/ties/new', tied)).location).toContain('done=tie')
  const page = await site.get('/people/P-000003')
  for (const text of ['Guardian', 'Near relatives']) {
    expect(page.html).toContain(text)
  }
  expect((await filled(site, '/people/P-000003/ties/1/end', { cause: 'over' })).location).toContain(
    'tie_end',
  )
  const anew = {
    relation_000002: 'spouse',
    relation_000003: 'head',
    relation_000004: 'other_kin',
  }
  const two = await filled(site, `${at}/arrangement`, { ...anew, relation_000002: 'head' })
  expect(two.html).toContain('A household has one head; here are 2.')
  expect((await filled(site, `${at}/arrangement`, anew)).location).toContain('done=rearrange')
  const split = { relation_000002: 'head', relation_000003: 'stays', relation_000004: 'child' }
  const own = await filled(site, `${at}/split`, split)
  expect(own.location).toBe('/b/relief/households/H-000002?done=split')
  expect((await site.get('/households?q=王芳')).html).toContain('H-000002')
  expect((await site.get('/households/H-000009')).status).toBe(404)
  for (const language of ['zh-Hans', 'zh-Hant'] as const) {
    expect((await site.get('/people/P-000003', { language })).html).toMatch(/近亲属|近親屬/)
  }
})
