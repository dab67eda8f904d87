/** A page of answers is made from a rehearsal: of that nothing may stay, in the book or in its memory. */
import { expect, test } from 'vitest'
import { verifyBook } from '../../../src/verification/book.ts'
import { dump } from '../../journeys/dump.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'

const payee = { fund: 'care', category: 'care_grants', amount: '1.00', form: 'bank' }
const giver = { fund: 'care', source: 'member', party: 'Ghost', party_kind: 'person' }
const month = { fund: 'care', from: '2026-02-01', to: '2026-02-28', language: 'en' }
const rehearsed: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/funds/new', { fund: 'ghost', name: 'Ghost', restriction: 'purpose', purpose: 'None' }],
  ['/ledger/accounts/new', { code: '1999', name: 'Ghost', class: 'asset' }],
  ['/payouts/new', { ...payee, payee: 'Ghost', payee_kind: 'person' }],
  ['/contributions/new', { ...giver, amount: '1.00', form: 'bank' }],
  ['/contributions/1/refund', { amount: '1.00', reason: 'Ghost' }],
  ['/contributions/1/receipt', {}],
  ['/entries/1/reversal', { reason: 'Ghost' }],
  ['/pledges/new', { ...giver, amount: '1.00' }],
  ['/commitments/new', { fund: 'care', kind: 'awards_on_notice', amount: '1.00' }],
  ['/statements/new', month],
]

test('a page of answers leaves no trace, and the form behind it keeps its key', async () => {
  const site = await pagesForTests()
  await site.get('/funds')
  const before = dump(site.t.book.store)
  for (const [path, fields] of rehearsed) {
    const { key } = formIn((await site.get(path)).html)
    const { status, html } = await site.send(path, { ...fields, key: key! })
    expect([path, status, formIn(html).key]).toEqual([path, 200, key])
    expect(html).toContain('value="post"')
    expect(dump(site.t.book.store)).toBe(before)
  }
  for (const path of ['/funds', '/people', '/ledger', '/pledges', '/receipts', '/statements']) {
    expect([path, (await site.get(path)).html.includes('Ghost')]).toEqual([path, false])
  }
  expect((await site.get('/funds/ghost')).status).toBe(404)
  // What was rehearsed and taken back can be done, under the number that it would have had.
  const [path, fields] = rehearsed[2]!
  const done = await site.send(path, { ...fields, key: 'k'.repeat(20), step: 'post' })
  expect(done.location).toBe('/b/relief/payouts/1?done=pay')
  const ghost = await site.send(path, { ...fields, fund: 'ghost', key: 'g'.repeat(20) })
  expect(ghost.status).toBe(404)
  expect(verifyBook(site.t.book.store).passed).toBe(true)
})
