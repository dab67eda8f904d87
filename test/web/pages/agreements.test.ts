/** The pages of agreements between bodies: drafted, signed, kept, reckoned up, each by its form. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draft } from '../../../src/pairing/agreements/drafting.ts'
import { make } from '../../../src/pairing/agreements/variance.ts'
import {
  type AgreementScene,
  furnishAgreements,
  terms,
} from '../../pairing/agreements/agreement-scene.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

let site: Pages
let scene: AgreementScene
beforeEach(async () => {
  site = await pagesForTests()
  scene = furnishAgreements(site.t)
})
afterEach(() => site.t.close())

const coordinator = { role: 'pairing_coordinator' } as const
const auditor = { role: 'auditor', readsNames: false } as const

/** Fills a form in and sends it, with the page of answers where there is one. */
async function fill(path: string, fields: Record<string, string>, reader: object = coordinator) {
  const { html } = await site.get(path, reader)
  const asked = await site.send(path, { ...formIn(html), ...fields }, reader)
  if (asked.status !== 200) return asked
  return site.send(path, { ...formIn(asked.html), step: 'post' }, reader)
}

/** The links of a page to forms of an agreement. */
function formsIn(html: string): string[] {
  const main = html.slice(html.indexOf('<main'))
  const link = /href="\/b\/relief\/pairing\/agreements\/\d+\/([a-z0-9/-]+)"/g
  return [...new Set([...main.matchAll(link)].map(([, path]) => path!))]
}

describe('an agreement', () => {
  test('is drafted, added to, signed by both sides and kept, by forms alone', async () => {
    const empty = await site.get('/pairing/agreements', coordinator)
    expect(empty.html).toContain('No agreement yet')
    const text = 'Orchard <script>alert(1)</script>'
    const given = { helper: String(scene.helper), party: scene.village, kinds: 'donation' }
    const days = { from_on: '2026-01-01', until_on: '2026-12-31' }
    const drafted = await fill('/pairing/agreements/new', { ...given, ...days, text })
    expect(drafted.location).toBe('/b/relief/pairing/agreements/1?done=drafted')
    const at = '/pairing/agreements/1'
    const page = await site.get(at, coordinator)
    expect(page.html).toContain('&lt;script&gt;')
    expect(formsIn(page.html).sort()).toEqual(['commitments/new', 'end'])
    const promised = { side: 'helper', kind: 'money', amount: '1000.00', due_on: '2026-02-28' }
    const wrong = await fill(`${at}/commitments/new`, { ...promised, quantity: '3', text: 'Road' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('“Money” is told by an amount of money')
    expect(wrong.html).toContain('value="1000.00"')
    const added = await fill(`${at}/commitments/new`, { ...promised, text: 'Road' })
    expect(added.location).toBe('/b/relief/pairing/agreements/1?done=promised')
    for (const side of ['helper', 'helped']) {
      const signed = await fill(`${at}/signatures/new`, {
        ...{ side, signer: 'Qian', on_day: '2026-01-05' },
      })
      expect(signed.location).toBe('/b/relief/pairing/agreements/1?done=signed')
    }
    const inForce = await site.get(at, coordinator)
    expect(inForce.html).toContain('In force')
    expect(formsIn(inForce.html)).not.toContain('commitments/new')
    const gift = scene.paid('400.00')
    const done = await fill(`${at}/commitments/1/evidence/new`, {
      ...{ contribution: String(gift), text: 'Paid in' },
    })
    expect(done.location).toBe('/b/relief/pairing/agreements/1?done=recorded')
    const kept = await site.get(at, coordinator)
    expect(kept.html).toContain('Overdue in part')
    expect(kept.html).toContain('evidence/1/removal')
    const list = await site.get('/pairing/agreements?state=active', coordinator)
    expect(list.html).toContain('AG-000001')
    expect(list.html).toContain('1 overdue')
  })

  test('what is due leads to its agreement; a filter that means nothing is told', async () => {
    const { agreement } = scene.inForce()
    const { html } = await site.get('/pairing/agreements/due', auditor)
    expect(html).toContain(`/pairing/agreements/${agreement}#commitments`)
    expect(html.match(/AG-000001/g)).toHaveLength(3)
    const ahead = await site.get('/pairing/agreements/due?within_days=120&side=helper', auditor)
    expect(ahead.html.match(/AG-000001/g)).toHaveLength(3)
    const wrong = await site.get('/pairing/agreements/due?within_days=-1', auditor)
    expect(wrong.status).toBe(200)
    expect(wrong.html).toContain('within_days')
    expect(wrong.html).toContain('notice-refusal')
  })

  test('offers to each reader what they may do, and hides what was written from who reads no names', async () => {
    const { agreement } = scene.inForce()
    const at = `/pairing/agreements/${agreement}`
    const seen = await site.get(at, auditor)
    expect(seen.status).toBe(200)
    expect(formsIn(seen.html)).toEqual([])
    expect(seen.html).not.toContain('orchard')
    expect((await site.get(at, { role: 'committee_member' })).status).toBe(403)
    const clerk = await site.get(at, { role: 'fund_administrator' })
    expect(new Set(formsIn(clerk.html).map((path) => path.split('/')[0]))).toEqual(
      new Set(['commitments']),
    )
    expect((await site.get(`${at}/end`, auditor)).status).toBe(403)
    expect((await site.get('/pairing/agreements/999', coordinator)).status).toBe(404)
    const other = await site.get(`${at}/commitments/999/release`, coordinator)
    expect(other.status).toBe(404)
  })

  test('a form that is sent twice drafts one agreement', async () => {
    const given = { helper: String(scene.helper), party: scene.village, kinds: 'donation' }
    const fields = { ...given, from_on: '2026-01-01', until_on: '2026-12-31', text: 'Once' }
    const { html } = await site.get('/pairing/agreements/new', coordinator)
    const form = { ...formIn(html), ...fields }
    const one = await site.send('/pairing/agreements/new', form, coordinator)
    const again = await site.send('/pairing/agreements/new', form, coordinator)
    expect(again.location).toBe(one.location)
    const list = await site.get('/pairing/agreements', coordinator)
    expect(new Set(list.html.match(/AG-\d{6}/g))).toEqual(new Set(['AG-000001']))
  })
})

describe('a variance statement', () => {
  test('is made, printed, answered by both sides, and says when a newer one is there', async () => {
    const { agreement } = scene.inForce()
    const path = `/pairing/agreements/${agreement}/variance/new`
    const made = await fill(path, { as_of: '2026-03-31' })
    expect(made.location).toBe('/b/relief/pairing/variance-statements/1?done=made')
    const at = '/pairing/variance-statements/1'
    const shown = await site.get(at, coordinator)
    expect(shown.html).toContain('AG-000001-V1')
    expect(shown.html).toContain('What is kept comes to this digest.')
    const answer = { side: 'helped', answer: 'refused', signer: 'Sun', on_day: '2026-03-31' }
    const bare = await fill(`${at}/answers/new`, answer)
    expect(bare.status).toBe(422)
    const said = await fill(`${at}/answers/new`, { ...answer, note: 'Two left' })
    expect(said.location).toBe('/b/relief/pairing/variance-statements/1?done=answered')
    expect((await site.get(at, coordinator)).html).toContain('Two left')
    const paper = await site.open('/variance-statements/1/statement.pdf?language=zh-Hans', auditor)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(paper.headers.get('cache-control')).toBe('no-store')
    const again = site.t.does(make, { agreement, as_of: '2026-03-30' }, scene.book.as.coordinator)
    const old = await site.get(at, coordinator)
    expect(old.html).toContain(`variance-statements/${again.output.statement}`)
  })

  test('whoever recorded what it counts is told why they do not record an answer', async () => {
    const { agreement, promised } = scene.inForce()
    await site.get('/pairing/agreements', coordinator)
    const at = `/pairing/agreements/${agreement}/commitments/${promised[1]}/evidence/new`
    await fill(at, { quantity: '12', on_day: '2026-03-10', text: 'Seen' })
    await fill(`/pairing/agreements/${agreement}/variance/new`, { as_of: '2026-03-31' })
    const { html } = await site.get('/pairing/variance-statements/1', coordinator)
    expect(html).toContain('You have no hand in this')
    expect(html).not.toContain('answers/new')
  })

  test('the paper of a draft says that it binds nobody', async () => {
    const { helper, village, book } = scene
    site.t.does(draft, { helper, party: village, ...terms }, book.as.coordinator)
    const paper = await site.open('/agreements/1/agreement.pdf', coordinator)
    expect(paper.status).toBe(200)
    expect(paper.headers.get('content-disposition')).toContain('AG-000001-en.pdf')
  })
})
