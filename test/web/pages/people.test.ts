/** Pages of people: searched, added, one with what they gave and were paid. */
import { expect, it } from 'vitest'
import { pledge } from '../../../src/funds/contributions.ts'
import { pay } from '../../../src/funds/payouts.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'

it('somebody is added at once, found by name, and once for the same form', async () => {
  const site = await pagesForTests()
  const { key } = formIn((await site.get('/people/new')).html)
  const name = '<b>欧阳</b> =1+1 💥'
  const fields = { kind: 'organisation', name, key: key! }
  const done = await site.send('/people/new', fields)
  expect([done.status, done.location]).toEqual([303, '/b/relief/people/P-000002?done=register'])
  expect((await site.send('/people/new', fields)).location).toBe(done.location)
  const page = await site.get('/people/P-000002?done=register')
  expect(page.html).toContain('&lt;b&gt;欧阳&lt;/b&gt; =1+1 💥')
  expect(page.html).not.toContain('<b>欧阳')
  expect((await site.get('/people?q=欧阳')).html).toContain('P-000002')
  const organisations = await site.get('/people?kind=organisation&order=descending')
  expect(organisations.html).not.toContain('P-000001')
  const blank = await site.send('/people/new', { kind: 'person', name: ' ', key: `${key}-2` })
  expect(blank.status).toBe(422)
  expect(blank.html).toContain('id="field-name-error"')
})

it('a person’s page says what they gave, promised, were helped with and were paid for others', async () => {
  const site = await pagesForTests()
  const { t } = site
  t.does(pledge, { fund: 'care', source: 'member', party: 'P-000001', amount: '30.00' })
  const paid = { fund: 'care', category: 'care_grants' } as const
  const vendor = { kind: 'vendor', name: 'Corner Pharmacy' } as const
  t.does(pay, { ...paid, payee: vendor, beneficiary: 'P-000001', amount: '70.00' })
  t.does(pay, { ...paid, payee: 'P-000001', amount: '5.00' })
  const page = await site.get('/people/P-000001')
  for (const figure of ['1,000.00', '30.00', '70.00', '75.00', 'Corner Pharmacy']) {
    expect(page.html).toContain(figure)
  }
  expect(page.html).toContain('href="/b/relief/contributions?q=P-000001&amp;fund=care"')
  const pharmacy = await site.get('/people/P-000002')
  expect(pharmacy.html).toContain('70.00')
  expect(pharmacy.html).not.toContain('75.00')
  expect((await site.get('/people/P-000009')).status).toBe(404)
})
