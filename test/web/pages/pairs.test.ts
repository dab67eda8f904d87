/** The pages of pairs: what waits, each act by its form, the sheet for a side, and who sees which button. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { furnishPairing, type PairingBook } from '../../pairing/pairing-for-tests.ts'
import { agreeIn, statesOf } from '../../pairing/pairs/scene.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

let site: Pages
let b: PairingBook
beforeEach(async () => {
  site = await pagesForTests()
  b = furnishPairing(site.t)
})
afterEach(() => site.t.close())

const coordinator = { role: 'pairing_coordinator' } as const
const approver = { role: 'approver' } as const
const auditor = { role: 'auditor', readsNames: false } as const

/** Fills a form in and sends it, with the page of answers where there is one. */
async function fill(path: string, fields: Record<string, string>, reader: object = coordinator) {
  const { html } = await site.get(path, reader)
  const asked = await site.send(path, { ...formIn(html), ...fields }, reader)
  if (asked.status !== 200) return asked
  return site.send(path, { ...formIn(asked.html), step: 'post' }, reader)
}

/** The buttons of a page that lead to forms about pairs. */
function actsIn(html: string): string[] {
  const main = html.slice(html.indexOf('<main'))
  return [...main.matchAll(/href="\/b\/relief\/pairing\/pairs\/\d+\/([a-z/-]+)"/g)].map(
    ([, path]) => path!,
  )
}

describe('the list', () => {
  test('teaches while it is empty, then tells what waits and leads to it', async () => {
    const empty = await site.get('/pairing/pairs', coordinator)
    expect(empty.html).toContain('No pairs yet')
    const states = statesOf(() => b)
    for (const make of Object.values(states)) make()
    const { html, status } = await site.get('/pairing/pairs', coordinator)
    expect(status).toBe(200)
    expect(html).toContain('Waiting for an answer (1)')
    expect(html).toContain('End to be approved (1)')
    expect(html).toContain('?waits=closing')
    const closing = await site.get('/pairing/pairs?waits=closing', coordinator)
    expect(closing.html.match(/PA-\d{6}/g)).toEqual(['PA-000004'])
    const none = await site.get('/pairing/pairs?q=PA-000999', coordinator)
    expect(none.html).toContain('No pair matches these filters.')
  })

  test('is for who may look at pairs; names are masked for who may not read them', async () => {
    b.pair(b.need({ name: 'Chen Dashan' }), b.helper())
    expect((await site.get('/pairing/pairs', { role: 'committee_member' })).status).toBe(403)
    const { html } = await site.get('/pairing/pairs', auditor)
    expect(html).not.toContain('Dashan')
    expect(html).not.toContain('/pairing/pairs/new')
  })
})

describe('proposing', () => {
  test('from a need: those who fit best are offered, and another by number', async () => {
    const [need, near, far] = [b.need(), b.helper({ name: 'He Ping' }), b.helper()]
    const path = `/pairing/needs/${need}/pairs/new`
    const { html } = await site.get(path, coordinator)
    expect(html).toContain('He Ping')
    expect(html).toContain('HE-000001')
    const wrong = await fill(path, { helper: 'another', another: 'somebody' })
    expect(wrong.status).toBe(422)
    const done = await fill(path, { helper: 'another', another: 'he-000002', note: '<script>' })
    expect(done.location).toBe('/b/relief/pairing/pairs/1?done=proposed')
    expect(b.pairRow(1)).toMatchObject({ need_id: need, helper_id: far })
    const page = await site.get('/pairing/pairs/1?done=proposed', coordinator)
    expect(page.html).toContain('The pair is proposed.')
    expect(page.html).toContain('&lt;script&gt;')
    const served = await fill(path, { helper: String(near) })
    expect(served.status).toBe(409)
    expect(served.html).toContain('ND-000001')
  })

  test('by numbers alone; a form sent twice proposes once', async () => {
    b.need()
    b.helper()
    const fields = { need: 'nd-1', helper: '1' }
    const { html } = await site.get('/pairing/pairs/new', coordinator)
    const asked = await site.send('/pairing/pairs/new', { ...formIn(html), ...fields }, coordinator)
    const answers = { ...formIn(asked.html), step: 'post' }
    for (const _ of [1, 2]) {
      const { location } = await site.send('/pairing/pairs/new', answers, coordinator)
      expect(location).toBe('/b/relief/pairing/pairs/1?done=proposed')
    }
    const refused = await fill('/pairing/pairs/new', { need: '999', helper: '1' })
    expect(refused.status).toBe(404)
  })

  test('the sheet for a side names nobody of the other side in full', async () => {
    const need = b.need({ name: 'Chen Dashan', place: 'hill', urgency: 3 })
    const pair = b.pair(need, b.helper({ name: 'He Ping' }))
    const toHelper = await site.get(`/pairing/pairs/${pair}/sheets/helper`, coordinator)
    expect(toHelper.html).toContain('He Ping')
    expect(toHelper.html).toContain('Hill village')
    expect(toHelper.html).toContain('Urgent')
    expect(toHelper.html).not.toContain('Dashan')
    const toHelped = await site.get(`/pairing/pairs/${pair}/sheets/helped`, coordinator)
    expect(toHelped.html).toContain('Chen Dashan')
    expect(toHelped.html).not.toContain('He Ping')
    expect((await site.get(`/pairing/pairs/${pair}/sheets/helper`, auditor)).status).toBe(403)
  })
})

describe('one pair', () => {
  test('each state offers what follows on it, to who may', async () => {
    const offered: string[] = []
    for (const [state, make] of Object.entries(statesOf(() => b))) {
      const path = `/pairing/pairs/${make()}`
      for (const [name, reader] of Object.entries({ coordinator, approver, auditor })) {
        const { html } = await site.get(path, reader)
        offered.push(`${state}, ${name}: ${actsIn(html).join(' ')}`)
      }
    }
    expect(offered.join('\n')).toMatchInlineSnapshot(`
      "proposed, coordinator: consents refusals sheets/helper sheets/helped withdrawal
      proposed, approver: 
      proposed, auditor: 
      active, coordinator: review-results successors contacts reviews consent-withdrawals closings end
      active, approver: end
      active, auditor: 
      under_review, coordinator: review-results successors contacts consent-withdrawals closings end
      under_review, approver: end
      under_review, auditor: 
      closing, coordinator: end closings/return successors contacts consent-withdrawals
      closing, approver: end closings/return
      closing, auditor: 
      observed, coordinator: observation-end resumption
      observed, approver: 
      observed, auditor: 
      ended, coordinator: 
      ended, approver: 
      ended, auditor: 
      handed_over, coordinator: 
      handed_over, approver: 
      handed_over, auditor: 
      declined, coordinator: 
      declined, approver: 
      declined, auditor: "
    `)
  })

  /** Does acts by their forms, and answers where each ended. */
  async function through(pair: number, acts: readonly (readonly [string, object, object?])[]) {
    const done: string[] = []
    for (const [path, fields, reader] of acts) {
      const at = `/pairing/pairs/${pair}/${path}`
      const { location, status } = await fill(at, fields as Record<string, string>, reader)
      const shown = location && (await site.get(location.replace('/b/relief', ''), coordinator))
      expect(shown ? shown.status : 200).toBe(200)
      done.push(`${path}: ${location?.split('?')[1] ?? status}`)
    }
    return done.join(', ')
  }

  test('goes from the first consent to a look at it by its forms', async () => {
    const pair = b.pair(b.need(), b.helper())
    const done = await through(pair, [
      ['consents', { side: 'helper', how: 'phone' }],
      ['consents', { side: 'helped', how: 'in_person' }],
      ['consent-withdrawals', { side: 'helped', how: 'phone', note: 'Not now' }],
      ['consents', { side: 'helped', how: 'phone' }],
      ['review-results', { note: 'They get on well', next_on: '' }],
      ['reviews', { reason: 'complaint', note: '' }],
    ])
    expect(done).toMatchInlineSnapshot(
      `"consents: done=agreed, consents: done=agreed, consent-withdrawals: done=consent_back, consents: done=agreed, review-results: done=review, reviews: done=open_review"`,
    )
    const { html } = await site.get(`/pairing/pairs/${pair}`, coordinator)
    for (const text of ['Both agree.', 'A complaint', 'They get on well', 'by telephone']) {
      expect(html).toContain(text)
    }
  })

  test('goes from the proposal of its end to the end by its forms', async () => {
    const { pair } = b.activePair()
    const done = await through(pair, [
      ['closings', { reason: 'improved', note: 'Has had work for months' }],
      ['end', { reason: 'improved', note: 'Mine' }],
      ['end', { reason: 'improved', note: 'Agreed' }, approver],
      ['resumption', { note: 'Ill again' }],
      ['end', { reason: 'moved', note: 'To the city' }],
    ])
    expect(done).toMatchInlineSnapshot(
      `"closings: done=closing, end: 403, end: done=closed, resumption: done=resume, end: done=closed"`,
    )
    const { html } = await site.get(`/pairing/pairs/${pair}`, coordinator)
    expect(html).toContain('Moved away')
  })

  test('goes on where its end is not approved', async () => {
    const done = await through(statesOf(() => b).closing(), [
      ['closings/return', { note: 'Not yet' }, approver],
      ['reviews', { reason: 'due', note: '' }],
    ])
    expect(done).toBe('closings/return: done=returned, reviews: done=open_review')
  })

  test('is handed over, and shows its lines', async () => {
    const { pair } = b.activePair({ helper: b.helper({ name: 'He Ping' }) })
    b.helper({ name: 'Lin Tao' })
    const { location } = await fill(`/pairing/pairs/${pair}/successors`, { helper: '2' })
    expect(location).toBe('/b/relief/pairing/pairs/2?done=proposed')
    expect((await site.get(`/pairing/pairs/${pair}`, coordinator)).html).toContain(
      'To be taken over by',
    )
    agreeIn(b, 2)
    const { html } = await site.get(`/pairing/pairs/${pair}`, coordinator)
    for (const text of ['Handed over', 'Lin Tao', 'Who has helped with this need']) {
      expect(html).toContain(text)
    }
  })

  test.each(['zh-Hans', 'zh-Hant'] as const)('speaks %s throughout', async (language) => {
    const { pair } = b.activePair()
    for (const path of ['/pairing/pairs', `/pairing/pairs/${pair}`]) {
      const { html, status } = await site.get(path, { ...coordinator, language })
      expect(status).toBe(200)
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main'))
      expect(main).not.toMatch(/Propose|Under way|undefined/)
    }
  })

  test('a pair that is none is told as that', async () => {
    expect((await site.get('/pairing/pairs/99', coordinator)).status).toBe(404)
    expect((await site.get('/pairing/pairs/99/consents', coordinator)).status).toBe(404)
  })
})
