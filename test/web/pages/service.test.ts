/** The pages of service, and the section on pairing of a person, a file and a case. */
import { afterAll, expect, test } from 'vitest'
import { pairingBook } from '../../pairing/pairing-for-tests.ts'
import { person } from '../../people/scene.ts'
import { pagesOfHands } from './hands.ts'

const book = pairingBook()
const { t } = book
const pages = pagesOfHands(book)
afterAll(t.close)
const anna = person(t, 'Anna Giver', 'north')
const pledge = {
  party: anna,
  text: '<b>I read to Grandmother Li</b>',
  from_on: '2026-03-01',
  due_on: '2026-06-30',
  minutes: '600',
}

test('a pledge is recorded, given time to, and ended by another', async () => {
  const before = await pages.get('/pairing/service/pledges', 'coordinator')
  expect(before.html).toContain('Nobody pledged anything yet')
  const late = { ...pledge, due_on: '2026-02-28' }
  const refused = await pages.fill('/pairing/service/pledges/new', late, 'coordinator')
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('28 Feb 2026')
  expect(refused.html).toContain('&lt;b&gt;I read to Grandmother Li')
  const done = await pages.fill('/pairing/service/pledges/new', pledge, 'coordinator')
  expect(done.location).toBe('/b/relief/pairing/service/pledges/1?done=pledged')
  const time = { party: anna, on: '2026-03-30', minutes: '90', given_to: 'pledge:1', text: 'Two' }
  const given = await pages.fill('/pairing/service/hours/new', time, 'coordinator')
  expect(given.location).toBe('/b/relief/pairing/service/hours?done=recorded')
  const one = await pages.get('/pairing/service/pledges/1', 'auditor')
  expect(one.html).toContain('1 h 30 min')
  expect(one.html).not.toContain('/pairing/service/pledges/1/end')
  const ended = { outcome: 'kept', text: 'She came every week', on: '2026-03-31' }
  const end = await pages.fill('/pairing/service/pledges/1/end', ended, 'coordinator')
  expect(end.location).toBe('/b/relief/pairing/service/pledges/1?done=ended')
  const list = await pages.get('/pairing/service/pledges?state=ended', 'auditor')
  expect(list.html).toContain('She came every week')
})

test('a post is opened, taken, given back and closed', async () => {
  const post = { name: 'Keeper of the reading room', post: 'reading-room', wanted: '1' }
  const done = await pages.fill('/pairing/service/posts/new', post, 'coordinator')
  expect(done.location).toBe('/b/relief/pairing/service/posts/reading-room?done=opened')
  const at = '/pairing/service/posts/reading-room'
  await pages.fill(`${at}/take`, { party: anna, from_on: '2026-03-01' }, 'coordinator')
  const held = await pages.get(at, 'coordinator')
  expect(held.html).toContain('1 of 1')
  expect(held.html).not.toContain(`${at}/take`)
  const choices = await pages.get('/pairing/service/hours/new', 'coordinator')
  expect(choices.html).toContain('Keeper of the reading room · Anna Giver')
  const back = { to_on: '2026-03-31', text: 'Four hundred books are in order' }
  const given = await pages.fill('/pairing/service/holdings/1/end', back, 'coordinator')
  expect(given.location).toBe(`/b/relief${at}?done=given_back`)
  const shown = await pages.get(at, 'auditor')
  expect(shown.html).toContain('Four hundred books are in order')
  // It is checked first, as what cannot be taken back.
  await pages.fill(`${at}/close`, { reason: '' }, 'coordinator')
  expect((await pages.get(at, 'coordinator')).html).not.toContain(`${at}/take`)
})

test('[invariant 7] time that one recorded is offered for checking to others alone', async () => {
  const own = await pages.get('/pairing/service/hours/check', 'coordinator')
  expect(own.html).toContain('Nothing waits that you may check')
  const other = await pages.get('/pairing/service/hours/check', 'owner')
  expect(other.html).toContain('Anna Giver')
  const said = { times: '1', agreed: 'yes', note: '' }
  const done = await pages.fill('/pairing/service/hours/check', said, 'owner')
  expect(done.location).toBe('/b/relief/pairing/service/hours?done=checked')
  const list = await pages.get('/pairing/service/hours?state=agreed', 'auditor')
  expect(list.html).toContain('1 h 30 min')
})

test('time is added up, and leaves as a file', async () => {
  for (const by of ['person', 'post', 'unit', 'month']) {
    const { html, status } = await pages.get(`/pairing/service?by=${by}`, 'auditor')
    expect([by, status]).toEqual([by, 200])
    expect(html).toContain('1 h 30 min')
  }
  const file = await pages.get('/pairing/service?by=person&as=csv', 'auditor')
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.html.split('\r\n')[1]).toBe(`Anna Giver,${anna},1,1,90,0,0`)
  const hours = await pages.get('/pairing/service/hours?state=agreed&as=csv', 'auditor')
  expect(hours.html.split('\r\n')[1]).toBe(
    `2026-03-30,${anna},Anna Giver,90,Pledge 1,North branch,Checked`,
  )
  const refused = await pages.get('/pairing/service?from=yesterday', 'auditor')
  expect(refused.html).toContain('not a day of the calendar')
})

test('pages say in each language who helps whom, and nothing to who may not see it', async () => {
  const { head, file } = book.families[0]
  const before = await pages.get(`/hardship-files/${file}`, 'coordinator')
  expect(before.html).toContain('Nobody helps this household as a pair yet.')
  const need = book.need({ party: head })
  const helper = book.helper({ party: anna })
  book.activePair({ need, helper })
  for (const path of [`/hardship-files/${file}`, `/people/${head}`, `/people/${anna}`]) {
    const { html } = await pages.get(path, 'coordinator')
    expect([path, html.includes('/pairing/pairs/1')]).toEqual([path, true])
  }
  const helping = await pages.get(`/people/${anna}`, 'coordinator')
  expect(helping.html).toContain('/pairing/helpers/1')
  const id = book.submitCase()
  expect((await pages.get(`/cases/${id}`, 'coordinator')).html).toContain('/pairing/pairs/1')
  const member = await pages.get(`/people/${head}`, 'member1')
  expect(member.html).not.toContain('/pairing/pairs/1')
  expect((await pages.get('/pairing/service', 'member1')).status).toBe(403)
})
