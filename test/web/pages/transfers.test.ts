/** Pages of transfers and commitments: asked, checked with what both funds post, done once. */
import { expect, it } from 'vitest'
import { openFund } from '../../funds/scene.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'

async function site() {
  const pages = await pagesForTests()
  openFund(pages.t, 'free', { restriction: 'unrestricted' })
  openFund(pages.t, 'goods')
  return pages
}

const lent = { terms: 'advance', from: 'care', to: 'goods', amount: '120', form: 'bank' }

it('[F3] a transfer is explained, checked with the entry of both funds, and made once', async () => {
  const pages = await site()
  expect((await pages.get('/transfers')).html).toContain('No transfer yet')
  const form = await pages.get('/transfers/new')
  expect(form.html).toContain('The other fund owes it and repays it later')
  const { key } = formIn(form.html)
  const given = { ...lent, reason: 'To <b>bridge</b>', key: key! }
  const check = await pages.send('/transfers/new', given)
  expect(check.html).toContain('one hundred and twenty yuan')
  expect(check.html).toContain('goods')
  const sent = formIn(check.html)
  const done = await pages.send('/transfers/new', { ...sent, step: 'post' })
  const again = await pages.send('/transfers/new', { ...sent, step: 'post' })
  expect([done.status, done.location]).toEqual([303, '/b/relief/transfers/1?done=make'])
  expect(again.location).toBe(done.location)
  const page = await pages.get('/transfers/1?done=make')
  expect(page.html).toContain('To &lt;b&gt;bridge&lt;/b&gt;')
  expect(page.html).toContain('The fund goods owes The fund care')
  expect(page.html).toContain('The fund goods, no. 1')
  expect(page.html).toContain(
    '/transfers/new?terms=repayment&amp;from=goods&amp;to=care&amp;amount=120.00',
  )
  expect((await pages.get('/transfers?fund=goods')).html).toContain('Transfer 1')
  const none = await pages.get('/transfers?fund=free')
  expect(none.html).toContain('No transfer matches')
})

it('a transfer that restrictions forbid is refused with every answer kept', async () => {
  const pages = await site()
  const refused = await pages.send('/transfers/new', { ...lent, to: 'free', reason: 'Help' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('its money may not go to The fund free, which is unrestricted')
  expect(refused.html).toContain('Help</textarea>')
  const doubtful = await pages.send('/transfers/new', { ...lent, amount: '1,00', reason: '=cmd()' })
  expect(doubtful.html).toContain('can be read in two ways')
  const nothing = await pages.send('/transfers/new', {})
  expect(nothing.html.match(/href="#field-/g)?.length).toBe(6)
})

it('auditors see transfers and commitments, and are offered no form', async () => {
  const pages = await site()
  for (const path of ['/transfers', '/commitments']) {
    const { status, html } = await pages.get(path, { role: 'auditor', readsNames: false })
    expect([status, html.includes('/new')]).toEqual([200, false])
  }
  const form = await pages.get('/transfers/new', { role: 'auditor' })
  expect(form.status).toBe(403)
  expect((await pages.get('/transfers/9')).status).toBe(404)
})

it('money is set aside, released in part, and what is left is told', async () => {
  const pages = await site()
  const given = { fund: 'care', kind: 'awards_on_notice', amount: '300' }
  const check = await pages.send('/commitments/new', given)
  const made = await pages.send('/commitments/new', { ...formIn(check.html), step: 'post' })
  expect(made.location).toBe('/b/relief/commitments/1?done=make')
  const form = await pages.get('/commitments/1/release')
  expect(form.html).toContain('300.00) when left empty')
  const some = await pages.send('/commitments/1/release', { amount: '100' })
  const freed = await pages.send('/commitments/1/release', { ...formIn(some.html), step: 'post' })
  expect(freed.location).toBe('/b/relief/commitments/1?done=release')
  const page = await pages.get('/commitments/1', { language: 'zh-Hant' })
  expect(page.html).toContain('部分解除')
  expect(page.html).toContain('200.00')
  const list = await pages.get('/commitments?fund=care&state=open')
  expect(list.html).toContain('/b/relief/commitments/new?fund=care')
  const more = await pages.send('/commitments/1/release', { amount: '200.01' })
  expect(more.status).toBe(409)
})
