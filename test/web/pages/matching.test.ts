/** Pages of the matching: begun, looked at, chosen several at once, explained, and compared with other weights. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { list } from '../../../src/pairing/suggestions/suggestion-queries.ts'
import { furnishPairing, type PairingBook } from '../../pairing/pairing-for-tests.ts'
import { formIn, type Pages, pagesForTests, type Reader } from './pages-for-tests.ts'

const coordinator: Reader = { role: 'pairing_coordinator' }
const auditor: Reader = { role: 'auditor', readsNames: false }
const path = '/pairing/matching'
let pages: Pages
let b: PairingBook

beforeEach(async () => {
  pages = await pagesForTests()
  b = furnishPairing(pages.t)
})
afterEach(() => pages.t.close())

/** Begins a matching by its button and follows it to its run. */
async function matched(): Promise<string> {
  const { html } = await pages.get(path, coordinator)
  const begun = await pages.send(path, formIn(html), coordinator)
  expect(begun.status).toBe(303)
  for (;;) {
    const { status, location } = await pages.get(below(begun.location!), coordinator)
    if (status === 303) return below(location!).replace(/\?.*/, '')
    await new Promise((go) => setTimeout(go, 5))
  }
}

function below(location: string): string {
  return location.replace('/b/relief', '')
}

/** Two helpers by the river and three needs, of which one speaks what nobody speaks. */
function riverside() {
  b.helper({ place: 'riverside', skills: ['care'], languages: ['zh'], name: 'Zhou Near' })
  b.helper({ place: 'hill', capacity: 1, name: 'Sun Far' })
  b.need({ place: 'riverside', urgency: 3, languages: ['zh'], name: 'Old Chen' })
  b.need({ place: 'hill', name: 'Old Lin' })
  b.need({ languages: ['bo'], musts: ['languages'], name: 'Old Hu' })
}

const choices = (html: string) => [...html.matchAll(/name="(s-\d+-\d+)"/g)].map(([, name]) => name!)

describe('the pages of the matching', () => {
  it('[MF20] teach before the first run, and are for who pairs or checks', async () => {
    const { html } = await pages.get(path, coordinator)
    expect(html).toContain('Nothing has been matched yet')
    expect(html).toContain('Match helpers and needs')
    const looking = await pages.get(path, auditor)
    expect(looking.status).toBe(200)
    expect(looking.html).not.toContain('Match helpers and needs')
    expect((await pages.get(path, { role: 'training_provider' })).status).toBe(403)
    expect((await pages.send(path, {}, auditor)).status).toBe(403)
    expect((await pages.get(`${path}/7`, coordinator)).status).toBe(404)
  })

  it('[MF21] tell each suggestion with its reasons in words, in three languages', async () => {
    riverside()
    const run = await matched()
    const { html } = await pages.get(run, coordinator)
    expect(html).toContain('Zhou Near for Old Chen')
    expect(html).toContain('Can: Care and company')
    expect(html).toContain('Speaks Mandarin')
    expect(html).toContain('100 of 120 points')
    expect(html).toContain('Needs without a helper')
    const hans = await pages.get(run, { ...coordinator, language: 'zh-Hans' })
    expect(hans.html).toContain('擅长：照料陪伴')
    const hant = await pages.get(run, { ...coordinator, language: 'zh-Hant' })
    expect(hant.html).toContain('擅長：照顧陪伴')
    const masked = await pages.get(run, auditor)
    for (const secret of ['Zhou Near', 'Old Chen', 'Speaks', 'Can: ']) {
      expect(masked.html).not.toContain(secret)
    }
    expect(choices(masked.html)).toEqual([])
    expect((await pages.get(path, coordinator)).html).toContain('Run 1')
  })

  it('[MF22] accept those chosen, once for a form, and say what was left', async () => {
    riverside()
    const run = await matched()
    const { html } = await pages.get(run, coordinator)
    const chosen = Object.fromEntries(choices(html).map((name) => [name, 'yes']))
    expect(Object.keys(chosen)).toHaveLength(2)
    const none = await pages.send(run, { ...formIn(html), act: 'accept' }, coordinator)
    expect([none.status, none.html.includes('Choose at least one suggestion.')]).toEqual([
      422,
      true,
    ])
    const fields = { ...formIn(html), ...chosen, act: 'accept' }
    const done = await pages.send(run, fields, coordinator)
    expect(done.status).toBe(303)
    expect(done.location).toContain('done=accepted&count=2&left=0')
    await pages.send(run, fields, coordinator)
    expect(b.t.book.store.first('select count(*) as n from pair', [])!.n).toBe(2)
    const shown = await pages.get(below(done.location!), coordinator)
    expect(shown.html).toContain('2 pairs are proposed.')
    expect(shown.html).toContain('PA-000001')
    const stale = await pages.send(run, { ...fields, key: 'another-key-000000000001' }, coordinator)
    expect(stale.status).toBe(422)
    expect(stale.html).toContain('no longer fits')
  })

  it('[MF23] refuse those chosen with a reason, and take that back', async () => {
    riverside()
    const run = await matched()
    const { html } = await pages.get(run, coordinator)
    const [name] = choices(html)
    const fields = { ...formIn(html), [name!]: 'yes', act: 'reject' }
    const without = await pages.send(run, fields, coordinator)
    expect([without.status, without.html.includes('Say why they are refused.')]).toEqual([
      422,
      true,
    ])
    const done = await pages.send(run, { ...fields, reason: 'acquainted' }, coordinator)
    expect(done.location).toContain('done=rejected')
    const kept = await pages.get(`${path}/rejections`, coordinator)
    expect(kept.html).toContain('We know each other already')
    const sent = { key: 'take-back-key-0000000001' }
    const back = await pages.send(`${path}/rejections/1/end`, sent, coordinator)
    expect(below(back.location!)).toBe(`${path}/rejections?done=taken_back`)
    expect((await pages.get(below(back.location!), coordinator)).html).toContain('Taken back')
    expect((await pages.get(`${path}/rejections?state=standing`, coordinator)).html).toContain(
      'Nobody is kept apart',
    )
  })

  it('[MF24] lead to another candidate, and say why nobody fits', async () => {
    riverside()
    const run = await matched()
    const first = b.t.asks(list, { run: 1 }).suggestions[0]!
    const at = `${run}/needs/${first.need.need}?helper=${first.helper.helper}`
    const { html } = await pages.get(at, coordinator)
    expect(html).toContain('Suggested by the run')
    expect(html).toContain('Propose this helper')
    const swapped = await pages.send(at, formIn(html), coordinator)
    expect(below(swapped.location!)).toBe('/pairing/pairs/1?done=proposed')
    expect(b.pairRow(1).helper_id).not.toBe(first.helper.helper)
    const why = await pages.get(`${path}/needs/3?run=1`, coordinator)
    expect(why.html).toContain('Of 2 helpers, as things stand now:')
    expect(why.html).toContain('But for this: no language in common')
  })

  it('[MF25] compare other weights without keeping anything, and name what is wrong', async () => {
    riverside()
    const events = () => b.t.book.store.first('select count(*) as n from event', [])!.n
    const { html } = await pages.get(`${path}/what-if`, coordinator)
    expect(html).toContain('In force: 30')
    expect(html).not.toContain('What it would come to')
    const before = events()
    const tried = await pages.get(`${path}/what-if?compare=yes&distance=90&spread=0`, coordinator)
    expect(tried.html).toContain('What it would come to')
    expect(tried.html).toContain('2 of 3')
    const scope = await pages.get(`${path}/what-if?compare=yes&unit=nowhere`, coordinator)
    expect(scope.status).toBe(404)
    for (const wrong of ['101', '-1', '1,5', '<script>']) {
      const query = new URLSearchParams({ compare: 'yes', skills: wrong })
      const shown = await pages.get(`${path}/what-if?${query}`, coordinator)
      expect([wrong, shown.status]).toEqual([wrong, 422])
      expect(shown.html).not.toContain('<script>')
    }
    expect(events()).toBe(before)
  })

  it('[MF26] hand the certificate out as a file', async () => {
    riverside()
    const run = await matched()
    const file = await pages.get(`${run}/certificate.json`, auditor)
    expect(file.headers.get('content-disposition')).toContain('matching-1.json')
    const told = JSON.parse(file.html) as Record<string, unknown>
    expect(told).toMatchObject({ format: 'care-ledger/matching@1', faults: [], digest_holds: true })
    expect(told.bound).toBe(told.cost)
    expect(file.html).not.toMatch(/Zhou|Old/)
  })

  it('[MF27] list the runs of a unit to its coordinator alone', async () => {
    b.helper({ unit: 'south' })
    b.need({ unit: 'south' })
    await matched()
    const south: Reader = { role: 'pairing_coordinator', unit: 'south' }
    expect((await pages.get(path, south)).html).toContain('Nothing has been matched yet')
    expect((await pages.get(`${path}/1`, south)).status).toBe(404)
    expect((await pages.get(`${path}?task=1`, south)).status).toBe(404)
  })
})
