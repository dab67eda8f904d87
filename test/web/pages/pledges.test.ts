/** Pages of pledges: recorded, kept in part, kept. */
import { expect, it } from 'vitest'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

async function through(site: Pages, path: string, fields: Record<string, string>) {
  const { key } = formIn((await site.get(path)).html)
  const check = await site.send(path, { ...fields, key: key! })
  return site.send(path, { ...formIn(check.html), step: 'post' })
}

const promise = { fund: 'care', source: 'member', party: 'P-000001', amount: '200' }

/** The fields of a form as its page fills them in. */
function filledIn(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'))
  const value = (name: string) =>
    new RegExp(`<input[^>]*value="([^"]*)"[^>]* name="${name}"`).exec(main)?.[1] ??
    new RegExp(`<input[^>]* name="${name}"[^>]*value="([^"]*)"`).exec(main)?.[1] ??
    ''
  const chosen = (name: string) =>
    new RegExp(`<select[^>]* name="${name}"[^]*?<option value="([^"]*)" selected`).exec(
      main,
    )?.[1] ?? ''
  const checked = (name: string) =>
    new RegExp(`<input type="radio" name="${name}" value="([^"]*)"[^>]*checked`).exec(main)?.[1] ??
    ''
  return {
    fund: chosen('fund'),
    pledge: chosen('pledge'),
    source: checked('source'),
    form: checked('form'),
    party: value('party'),
    amount: value('amount'),
  }
}

it('a pledge is recorded, and what keeps it is filled in from it', async () => {
  const site = await pagesForTests()
  const done = await through(site, '/pledges/new', promise)
  expect([done.status, done.location]).toEqual([303, '/b/relief/pledges/1?done=make'])
  const page = await site.get('/pledges/1?done=make')
  expect(page.html).toContain('The pledge is recorded.')
  expect(page.html).toContain('href="/b/relief/contributions/new?pledge=1"')
  const keeping = filledIn((await site.get('/contributions/new?pledge=1')).html)
  expect(keeping).toEqual({
    fund: 'care',
    pledge: '1',
    source: 'member',
    form: 'bank',
    party: 'P-000001 · Zhang Xiaoming',
    amount: '200.00',
  })
  const part = { ...keeping, amount: '150.00' }
  expect((await through(site, '/contributions/new', part)).location).toContain('/contributions/2')
  expect((await site.get('/pledges?state=open')).html).toContain('Partly kept')
  await through(site, '/contributions/new', { ...keeping, amount: '50.00' })
  const kept = await site.get('/pledges/1')
  expect(kept.html).not.toContain('contributions/new?pledge=1')
  for (const contribution of [2, 3]) expect(kept.html).toContain(`/contributions/${contribution}"`)
  expect((await site.get('/contributions/2')).html).toContain('href="/b/relief/pledges/1"')
})

it('more than was promised is refused at the amount', async () => {
  const site = await pagesForTests()
  await through(site, '/pledges/new', promise)
  const { key } = formIn((await site.get('/contributions/new?pledge=1')).html)
  const given = { ...promise, pledge: '1', form: 'bank', amount: '200.01', key: key! }
  const shown = await site.send('/contributions/new', given)
  expect(shown.status).toBe(409)
  expect(shown.html).toContain('id="field-amount-error"')
  const other = { ...given, party: 'Wu Mei', amount: '1' }
  const mismatch = await site.send('/contributions/new', other)
  expect(mismatch.html).toContain('id="field-pledge-error"')
})
