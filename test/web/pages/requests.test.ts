/** Pages of payment requests and interests: who may not decide is told why, and is not offered to. */
import { expect, it } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { formIn, pagesForTests, type Reader } from './pages-for-tests.ts'

const administrator = { role: 'fund_administrator' } as const
const approver = { role: 'approver' } as const
const owner = { role: 'owner' } as const

const answers = {
  fund: 'care',
  payee: 'Li Wei',
  payee_kind: 'person',
  category: 'care_grants',
  amount: '200.00',
  form: 'bank',
  note: '<script>alert(1)</script>',
}

type Pages = Awaited<ReturnType<typeof pagesForTests>>

/** Sends a form, from its questions through the page of answers. */
async function done(site: Pages, path: string, fields: Record<string, string>, reader: Reader) {
  const { key } = formIn((await site.get(path, reader)).html)
  return site.send(path, { ...fields, key: key!, step: 'post' }, reader)
}

it('[D1] refuses one’s own request with the reason shown; another approves; a third pays', async () => {
  const site = await pagesForTests()
  const entered = await done(site, '/payment-requests/new', answers, owner)
  expect([entered.status, entered.location]).toEqual([
    303,
    '/b/relief/payment-requests/1?done=entered',
  ])
  const own = await site.get('/payment-requests/1', owner)
  expect(own.html).toContain('You entered payment request 1 yourself')
  expect(own.html).not.toContain('/payment-requests/1/approval')
  expect(own.html).not.toContain('<script>alert')
  const forced = await done(site, '/payment-requests/1/approval', {}, owner)
  expect(forced.status).toBe(403)
  expect(forced.html).toContain('No role is above this rule')
  const check = await site.send(
    '/payment-requests/1/approval',
    { key: formIn((await site.get('/payment-requests/1/approval', approver)).html).key! },
    approver,
  )
  expect(check.html).toContain('200.00')
  const approved = await done(site, '/payment-requests/1/approval', {}, approver)
  expect(approved.location).toBe('/b/relief/payment-requests/1?done=approve')
  const home = await site.get('', administrator)
  expect(home.html).toContain('An approved payment is to be made')
  const paid = await done(site, '/payment-requests/1/payment', {}, administrator)
  expect(paid.status).toBe(303)
  const page = await site.get('/payment-requests/1', { ...approver, language: 'zh-Hans' })
  expect(page.html).toContain('已付款')
  expect((await site.get('/payouts/1', administrator)).html).toContain('Li Wei')
})

it('a payout above the policy is led to a request, with every answer kept', async () => {
  const site = await pagesForTests()
  const body = { ...neutralPolicies.duties, approval_above: { CNY: '100.00' } }
  site.t.does(put, { kind: 'duties', body })
  const refused = await done(site, '/payouts/new', answers, administrator)
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Enter a payment request')
  for (const kept of ['200.00', 'Li Wei']) expect(refused.html).toContain(`value="${kept}"`)
})

it('[D4] an emergency says so on its page for ever; in each language why it could not wait', async () => {
  const site = await pagesForTests()
  const body = { ...neutralPolicies.duties, emergency_allowed: true }
  site.t.does(put, { kind: 'duties', body: { ...body, emergency_limit: { CNY: '500.00' } } })
  const given = { ...answers, emergency: 'House fire' }
  await done(site, '/payment-requests/new', given, administrator)
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const { html } = await site.get('/payment-requests/1', { ...approver, language })
    expect(html).toContain('House fire')
    expect(html).toContain('/payment-requests/1/agreement')
  }
  const list = await site.get('/payment-requests?emergency=true', approver)
  expect(list.html).toContain('Emergency')
  const masked = await site.get('/payment-requests/1', { role: 'auditor', readsNames: false })
  expect(masked.html).not.toMatch(/House fire|Li Wei/)
})

it('[D3] an interest declared on its page bars its user, and its end is theirs alone', async () => {
  const site = await pagesForTests()
  await done(site, '/payment-requests/new', answers, administrator)
  await site.get('', approver)
  const declared = await done(
    site,
    '/interests/new',
    { party: 'P-000002', kind: 'friendship', note: '=cmd()' },
    approver,
  )
  expect([declared.status, declared.location]).toEqual([303, '/b/relief/interests?done=declared'])
  const barred = await site.get('/payment-requests/1', approver)
  expect(barred.html).toContain('You may not decide on this')
  expect(barred.html).toContain('Friendship')
  const register = await site.get('/interests', owner)
  expect(register.html).toContain('Friendship')
  expect(register.html).not.toContain('/interests/1/end')
  const unknown = await done(site, '/interests/new', { party: 'Nobody', kind: 'other' }, approver)
  expect(unknown.status).toBe(422)
  expect((await done(site, '/interests/1/end', {}, owner)).status).toBe(404)
  expect((await done(site, '/interests/1/end', {}, approver)).status).toBe(303)
  expect((await site.get('/interests', approver)).html).toContain('Ended')
})

it('which person a user is, is said by an owner', async () => {
  const site = await pagesForTests()
  await done(site, '/payment-requests/new', answers, administrator)
  const said = await done(site, '/settings/users/1/person', { party: 'P-000002' }, owner)
  expect(said.location).toBe('/b/relief/settings?done=person#users')
  expect((await site.get('/settings/users/1/person', approver)).status).toBe(403)
})
