/** The first page: what waits, by role; the first steps of a new book; the example fund. And the search. */
import { describe, expect, it } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { close } from '../../../src/funds/closing.ts'
import { receive } from '../../../src/funds/contributions.ts'
import { open } from '../../../src/funds/funds.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { pagesForTests } from './pages-for-tests.ts'

const nameless = { fund: 'care', source: 'unidentified', amount: '5.00' } as const

describe('what waits', () => {
  it('is told by role, each item with the way to where it is done', async () => {
    const site = await pagesForTests()
    site.t.does(receive, nameless)
    const { html } = await site.get('')
    expect(html).toContain('A contribution is not identified')
    expect(html).toContain('href="/b/relief/contributions/2/identification"')
    expect(html).toContain('href="/b/relief/contributions?state=without_receipt"')
    const auditor = await site.get('', { role: 'auditor', readsNames: false })
    expect(auditor.html).not.toMatch(/identification|First steps/)
    expect(auditor.html).toContain('Nothing waits for you')
    const coordinator = await site.get('', { role: 'pairing_coordinator' })
    expect(coordinator.status).toBe(200)
  })

  it.each([
    ['en', 'What waits for you'],
    ['zh-Hans', '笔收款来源不明'],
    ['zh-Hant', '筆收款來源不明'],
  ] as const)('is told in %s', async (language, words) => {
    const site = await pagesForTests()
    site.t.does(receive, nameless)
    const { html } = await site.get('', { language })
    expect(html).toContain(words)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  it('leads to pages that are there', async () => {
    const site = await pagesForTests()
    site.t.does(receive, nameless)
    const { html } = await site.get('')
    const main = html.slice(html.indexOf('<main'))
    for (const [, href] of main.matchAll(/href="\/b\/relief([^"#]*)/g)) {
      const { status } = await site.get(href!.replaceAll('&amp;', '&'))
      expect(`${href} ${status}`).toBe(`${href} 200`)
    }
  })
})

describe('a new book', () => {
  it('shows the first steps, done ones as done, to who may take them', async () => {
    const site = await pagesForTests()
    const { html } = await site.get('', { role: 'fund_administrator' })
    expect(html).toContain('First steps')
    expect(html).toContain('href="/b/relief/payouts/new"')
    expect(html.match(/>Done</g)).toHaveLength(2)
  })

  it.each([
    [[], 'two people', 2],
    [['entered_paid'], 'three people', 3],
  ] as const)(
    'where nobody pays alone it leads to others and to a request: %j',
    async (apart, told, people) => {
      const site = await pagesForTests({ unused: true })
      const duties = { ...neutralPolicies.duties, approval_above: { CNY: '0.00' } }
      const not_the_same = [...duties.not_the_same, ...apart]
      site.t.does(put, { kind: 'duties', body: { ...duties, not_the_same } })
      const { html } = await site.get('')
      expect(html).toContain(told)
      expect(html).toContain('href="/b/relief/settings/users/invite"')
      expect(html).toContain('href="/b/relief/payment-requests/new"')
      for (const path of ['', '/payouts', '/funds/care', '/people']) {
        expect((await site.get(path)).html).not.toContain('/b/relief/payouts/new')
      }
      expect((await site.get('/payouts/new')).html).toContain('Every payout is approved')
      // Whoever only keeps the books invites nobody.
      const keeper = { role: 'fund_administrator' } as const
      expect((await site.get('', keeper)).html).not.toContain('/users/invite')
      const others = ['approver', 'auditor'] as const
      for (const role of others.slice(0, people - 2)) await site.get('', { role })
      expect((await site.get('')).html.match(/>Done</g)).toHaveLength(2)
    },
  )

  it('says above which amount a payout is asked for first', async () => {
    const site = await pagesForTests()
    const duties = { ...neutralPolicies.duties, approval_above: { CNY: '500.00' } }
    site.t.does(put, { kind: 'duties', body: duties })
    expect((await site.get('')).html).toContain('href="/b/relief/payouts/new"')
    const { html } = await site.get('/payouts/new')
    expect(html).toMatch(/Above CN¥500\.00 somebody else approves first/)
    expect(html).toContain('href="/b/relief/payment-requests/new"')
  })

  it('offers its example fund to be kept or removed while nothing was recorded, to owners', async () => {
    const site = await pagesForTests()
    expect((await site.get('')).html).not.toContain('is an example')
    const unused = await pagesForTests({ unused: true })
    const { html } = await unused.get('')
    expect(html).toContain('“The fund care” is an example')
    expect(html).toContain('href="/b/relief/funds/care"')
    const remove = /href="\/b\/relief(\/funds\/care\/closing[^"]*)"/.exec(html)![1]!
    expect((await unused.get(remove)).html).toContain('The example fund was not needed.')
    const keeper = await unused.get('', { role: 'fund_administrator' })
    expect(keeper.html).not.toContain('is an example')
  })
})

describe('the search', () => {
  it('without a question teaches what can be looked for', async () => {
    const site = await pagesForTests()
    const reading = (await site.get('/search')).html
    expect(reading).toContain('a part of their name')
    const masked = await site.get('/search', { role: 'fund_administrator', readsNames: false })
    expect(masked.html).toContain('Names are not shown to you')
  })

  it('finds by kind, and names only for who may read them', async () => {
    const site = await pagesForTests()
    const { html } = await site.get('/search?q=xiaoming')
    expect(html).toContain('href="/b/relief/people/P-000001"')
    expect(html).toContain('value="xiaoming"')
    const masked = await site.get('/search?q=xiaoming', { role: 'auditor', readsNames: false })
    expect(masked.html).not.toContain('P-000001"')
    const numbers = await site.get('/search?q=1')
    expect(numbers.html).toContain('href="/b/relief/contributions/1"')
    expect(numbers.html).toContain('href="/b/relief/entries/1"')
  })

  it('goes to what a whole reference names', async () => {
    const site = await pagesForTests()
    expect((await site.get('/search?q=p-000001')).location).toBe('/b/relief/people/P-000001')
    expect((await site.get('/search?q=care')).location).toBe('/b/relief/funds/care')
  })

  it.each([
    '<script>alert(1)</script>',
    '%%%',
    "' or 1=1 --",
    '=cmd()',
    '🙂',
    '\\',
    'x'.repeat(500),
  ])('takes %j as a text', async (q) => {
    const site = await pagesForTests()
    const { html, status } = await site.get(`/search?q=${encodeURIComponent(q)}`)
    expect([200, 422]).toContain(status)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('P-000001')
  })
})

it('an example fund is gone once it is closed', async () => {
  const site = await pagesForTests()
  const policy = { payout_categories: null }
  const fund = { fund: 'extra', name: 'Extra', restriction: 'purpose', purpose: 'Help' } as const
  site.t.does(open, { ...fund, policy })
  expect((await site.get('')).html).toContain('A fund has no entry yet')
  site.t.does(close, { fund: 'extra', reason: 'Not needed' })
  expect((await site.get('')).html).not.toContain('A fund has no entry yet')
})
