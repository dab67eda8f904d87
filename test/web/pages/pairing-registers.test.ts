/** The pages of helpers, needs and places. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  list as listHelpers,
  show as showHelper,
} from '../../../src/pairing/registers/helper-queries.ts'
import { list as listNeeds, show as showNeed } from '../../../src/pairing/registers/need-queries.ts'
import { list as listPlaces } from '../../../src/pairing/registers/place-queries.ts'
import { furnishPairing, type PairingBook } from '../../pairing/pairing-for-tests.ts'
import { type Pages, pagesForTests } from './pages-for-tests.ts'
import { asShown } from './policy-forms-for-tests.ts'

const coordinator = { role: 'pairing_coordinator' } as const
let site: Pages
let book: PairingBook

beforeAll(async () => {
  site = await pagesForTests()
  book = furnishPairing(site.t)
})
afterAll(() => site.t.close())

test('a helper is entered by a form, and their page says what they can', async () => {
  const form = await site.get('/pairing/helpers/new', coordinator)
  expect(form.status).toBe(200)
  const sent = await site.send(
    '/pairing/helpers/new',
    {
      ...asShown(form.html),
      sort: 'person',
      party: 'Zhang <Min>',
      capacity: '3',
      place: 'hill',
      skills: 'law\nteaching',
      languages: 'zh\nyue',
      more_languages: 'fr, vi',
      times: 'weekend_day',
      most_km: '12',
      refuses: 'health',
      note: 'Retired',
    },
    coordinator,
  )
  expect([sent.status, sent.location]).toEqual([
    303,
    expect.stringMatching(/helpers\/1\?done=enroll$/),
  ])
  const { traits } = site.t.asks(showHelper, { helper: 1 })
  expect(traits).toMatchObject({ languages: ['zh', 'yue', 'fr', 'vi'], most_km: 12 })
  const page = await site.get('/pairing/helpers/1', coordinator)
  for (const told of ['Zhang &lt;Min&gt;', 'Law', 'Cantonese', 'French', '12 km', 'Hill village']) {
    expect(page.html).toContain(told)
  }
  const masked = await site.get('/pairing/helpers/1', { role: 'auditor', readsNames: false })
  expect(masked.html).not.toMatch(/Min|Cantonese|Retired/)
  expect(masked.html).toContain('only to those who read names')
})

test('a change keeps what is not in the form, and says what is wrong at its question', async () => {
  const helper = book.helper({ skills: ['law'], languages: ['zh', 'fr'], serves: ['north'] })
  const path = `/pairing/helpers/${helper}/update`
  const begun = asShown((await site.get(path, coordinator)).html)
  expect(begun).toMatchObject({ skills: 'law', languages: 'zh', more_languages: 'fr' })
  const same = await site.send(path, begun, coordinator)
  expect([same.status, same.html.includes('says exactly this already')]).toEqual([409, true])
  const leaving = { ...begun, standing: 'leaving' }
  const refused = await site.send(path, leaving, coordinator)
  expect([refused.status, refused.html.includes('to leave')]).toEqual([422, true])
  const done = await site.send(path, { ...leaving, leaves_on: '2026-06-30' }, coordinator)
  expect(done.status).toBe(303)
  expect(site.t.asks(showHelper, { helper })).toMatchObject({
    standing: 'leaving',
    traits: { skills: [{ code: 'law' }], languages: ['zh', 'fr'], serves: [{ unit: 'north' }] },
  })
  const blind = { ...coordinator, readsNames: false }
  const short = asShown((await site.get(path, blind)).html)
  expect(Object.keys(short)).not.toContain('skills')
  await site.send(path, { ...short, capacity: '5' }, blind)
  expect(site.t.asks(showHelper, { helper })).toMatchObject({
    capacity: 5,
    traits: { skills: [{ code: 'law' }] },
  })
})

test('a need is opened by a form and leads to its household and to who helps', async () => {
  const [{ head, file }] = book.families
  const form = asShown((await site.get('/pairing/needs/new', coordinator)).html)
  expect(form).toMatchObject({ urgency: '2', wanted: '1' })
  const filled = { ...form, party: head, kind: 'study', urgency: '3', musts: 'times' }
  const sent = await site.send('/pairing/needs/new', filled, coordinator)
  expect(sent.status).toBe(303)
  const need = site.t.asks(listNeeds, {}).needs[0]!.need
  expect(site.t.asks(showNeed, { need })).toMatchObject({ urgency: 3, file: { file } })
  const { helper } = book.activePair({ need })
  const page = await site.get(`/pairing/needs/${need}`, coordinator)
  expect(page.html).toContain(`/hardship-files/${file}"`)
  expect(page.html).toContain(`/pairing/helpers/${helper}"`)
  const again = await site.send('/pairing/needs/new', filled, coordinator)
  expect(again.location ?? again.status).toBe(sent.location)
  const fresh = asShown((await site.get('/pairing/needs/new', coordinator)).html)
  const other = await site.send('/pairing/needs/new', { ...filled, key: fresh.key! }, coordinator)
  expect([other.status, other.html.includes('open need')]).toEqual([409, true])
})

test('places are added with degrees as people write them', async () => {
  const form = asShown((await site.get('/pairing/places/new', coordinator)).html)
  const filled = { ...form, name: '东村', place: 'east', latitude: '31,5', longitude: '１２１.25' }
  const sent = await site.send('/pairing/places/new', filled, coordinator)
  expect(sent.location).toMatch(/places\/east\?done=add$/)
  const [place] = site.t.asks(listPlaces, { q: 'east' }).places
  expect(place).toMatchObject({ latitude: 31.5, longitude: 121.25 })
  const next = asShown((await site.get('/pairing/places/new', coordinator)).html)
  for (const [latitude, longitude] of [
    ['91', '0'],
    ['north', '0'],
    ['10', ''],
  ] as const) {
    const given = { ...next, name: 'x', place: 'west', latitude, longitude }
    const refused = await site.send('/pairing/places/new', given, coordinator)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`value="${latitude}"`)
  }
  const changed = asShown((await site.get('/pairing/places/east/update', coordinator)).html)
  expect(changed).toMatchObject({
    name: '东村',
    latitude: '31.5',
    longitude: '121.25',
    open: 'yes',
  })
})

test('lists filter and lead on; what only keepers may do is offered to them alone', async () => {
  const { helpers } = site.t.asks(listHelpers, { standing: 'open' })
  for (const path of ['/pairing/helpers', '/pairing/needs', '/pairing/places']) {
    const mine = await site.get(path, coordinator)
    const read = await site.get(path, { role: 'auditor' })
    expect([mine.status, read.status]).toEqual([200, 200])
    expect(mine.html).toContain(`${path}/new"`)
    expect(read.html).not.toContain(`${path}/new"`)
    const none = await site.get(`${path}?q=nobody-at-all`, coordinator)
    expect(none.html).toContain('matches these filters')
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      expect((await site.get(path, { ...coordinator, language })).status).toBe(200)
    }
    expect((await site.get(path, { role: 'committee_member' })).status).toBe(403)
  }
  const open = await site.get('/pairing/helpers?standing=open', coordinator)
  for (const { helper } of helpers) expect(open.html).toContain(`/pairing/helpers/${helper}"`)
})

test('a list is looked at row by row, and entered when every row is right', async () => {
  const upload = (text: string, register = false) => {
    const form = new FormData()
    form.set('list', new File([text], 'helpers.csv', { type: 'text/csv' }))
    if (register) form.set('register', 'yes')
    return site.upload('/pairing/helpers/import', form, coordinator)
  }
  const asked = await site.get('/pairing/helpers/import', coordinator)
  expect(asked.html).toContain('/pairing/helpers/import/template.csv"')
  const template = await site.get('/pairing/helpers/import/template.csv', coordinator)
  expect(template.html).toContain('Helper,Sort,Unit')
  const nothing = await site.upload('/pairing/helpers/import', new FormData(), coordinator)
  expect(nothing.status).toBe(422)
  const file = 'Helper,Skills\nLin Hua,law\nLin <b>Hui</b>,flying\nLin Hua,\n'
  const wrong = await upload(file, true)
  expect(wrong.html).toContain('Ready to be entered: 1')
  expect(wrong.html).toContain('flying&quot;')
  const unknown = await upload('Helper\nLin <b>Hui</b>')
  expect(unknown.html).toContain('Lin &lt;b&gt;Hui&lt;/b&gt;')
  expect(unknown.html).not.toContain('<b>Hui')
  const right = await upload('Helper,Skills\nLin Hua,law\nLin Hui,Teaching', true)
  expect(right.html).toContain('Enter all of them (2)')
  const { key, rows } = asShown(right.html)
  const form = new FormData()
  form.set('key', key!)
  form.set('rows', rows!)
  const done = await site.upload('/pairing/helpers/import', form, coordinator)
  expect([done.status, done.location]).toEqual([303, expect.stringContaining('entered=2')])
  const list = await site.get('/pairing/helpers?entered=2', coordinator)
  expect(list.html).toContain('2 rows are entered.')
  expect((await site.get('/pairing/needs/import', { role: 'auditor' })).status).toBe(403)
})
