/** Pages of payouts: asked, checked, done once; refused with every answer kept. */
import { expect, it } from 'vitest'
import { formIn, pagesForTests } from './pages-for-tests.ts'

const answers = {
  fund: 'care',
  payee: 'Zhang Xiaoming',
  payee_kind: 'person',
  category: 'care_grants',
  amount: '1,00０.00',
  form: 'bank',
}

it('a payout is asked for, checked with the entry to be posted, and recorded once', async () => {
  const site = await pagesForTests()
  const form = await site.get('/payouts/new')
  expect(form.status).toBe(200)
  const { key } = formIn(form.html)
  const check = await site.send('/payouts/new', { ...answers, key: key! })
  expect(check.status).toBe(200)
  expect(check.html).toContain('one thousand yuan')
  const sent = formIn(check.html)
  expect(sent.key).toBe(key)
  const done = await site.send('/payouts/new', { ...sent, step: 'post' })
  const again = await site.send('/payouts/new', { ...sent, step: 'post' })
  expect([done.status, done.location]).toEqual([303, '/b/relief/payouts/1?done=pay'])
  expect(again.location).toBe(done.location)
  const page = await site.get('/payouts/1?done=pay')
  expect(page.html).toContain('Zhang Xiaoming')
  const masked = await site.get('/payouts', { role: 'auditor', readsNames: false })
  expect(masked.status).toBe(200)
  expect(masked.html).not.toContain('Xiaoming')
})

it('tells of nothing done when the address names something else', async () => {
  const site = await pagesForTests()
  const { key } = formIn((await site.get('/payouts/new')).html)
  await site.send('/payouts/new', { ...answers, key: key!, step: 'post' })
  for (const done of ['constructor', '__proto__', 'toString', 'nothing']) {
    expect((await site.get(`/payouts/1?done=${done}`)).html).not.toContain('notice-success')
  }
  expect((await site.get('/payouts/1?done=pay')).html).toContain('notice-success')
})
