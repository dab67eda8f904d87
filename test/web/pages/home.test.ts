/** The first page: what waits, by role; the first steps of a new book; the example fund. And the search. */
import { describe, expect, it } from 'vitest'
import { close } from '../../../src/funds/closing.ts'
import { receive } from '../../../src/funds/contributions.ts'
import { open } from '../../../src/funds/funds.ts'
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
