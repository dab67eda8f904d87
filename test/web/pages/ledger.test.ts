/** Pages of the ledger: every figure leads to what it is made of, and a mistake is reversed once. */
import { expect, it } from 'vitest'
import { make } from '../../../src/funds/transfers.ts'
import { openFund, receive } from '../../funds/scene.ts'
import { formIn, pagesForTests } from './pages-for-tests.ts'

async function site() {
  const pages = await pagesForTests()
  openFund(pages.t, 'free', { restriction: 'unrestricted' })
  receive(pages.t, 'free', '2000.00', { party: 'P-000001', received_on: '2026-01-05' })
  return pages
}

const masked = { role: 'auditor', readsNames: false } as const

it('the chart tells what each account holds, in its fund and in all of them', async () => {
  const pages = await site()
  const { html } = await pages.get('/ledger')
  expect(html).toContain('href="/b/relief/funds/free/register/1100"')
  expect(html).toContain('href="/b/relief/ledger/entries?account=1100"')
  expect(html).toContain('value="3000.00"')
  // Income stands on the credit side, which is its own.
  expect(html).not.toContain('value="-')
  const one = await pages.get('/ledger?fund=care', { language: 'zh-Hant' })
  expect(one.html).toContain('會計科目表')
  expect(one.html).not.toContain('value="3000.00"')
  expect(one.html).not.toContain('>Bank<')
})

it('an account is added by the owner alone, and its code only once', async () => {
  const pages = await site()
  const given = { code: '5199', class: 'expense', name: '<b>Other</b> help' }
  const check = await pages.send('/ledger/accounts/new', given)
  expect(check.html).toContain('no money moves')
  const sent = { ...formIn(check.html), step: 'post' }
  const done = await pages.send('/ledger/accounts/new', sent)
  expect([done.status, done.location]).toEqual([303, '/b/relief/ledger?added=5199'])
  const page = await pages.get('/ledger?added=5199')
  expect(page.html).toContain('Account 5199 is added.')
  expect(page.html).toContain('&lt;b&gt;Other&lt;/b&gt; help')
  const again = await pages.send('/ledger/accounts/new', given)
  expect([again.status, again.html.includes('already in the chart')]).toEqual([409, true])
  expect((await pages.get('/ledger/accounts/new', masked)).status).toBe(403)
  expect((await pages.get('/ledger', masked)).html).not.toContain('/accounts/new')
})

it('the journal is filtered in its address, and an entry tells who recorded it and about what', async () => {
  const pages = await site()
  const all = await pages.get('/ledger/entries')
  expect(all.html.indexOf('Entry 2<')).toBeLessThan(all.html.indexOf('Entry 1<'))
  const some = await pages.get('/ledger/entries?from=2026-01-01&to=2026-01-31&account=1100')
  expect(some.html).toContain('Entry 2<')
  expect(some.html).not.toContain('Entry 1<')
  expect(some.html).toContain('<a href="/b/relief/funds/free">The fund free</a>')
  // The row of a transfer tells the posting in the fund that is asked for.
  const lent = { from: 'free', to: 'care', terms: 'advance', amount: '9.00', reason: 'x' } as const
  pages.t.does(make, lent)
  const rows = async (fund: string) => (await pages.get(`/ledger/entries?fund=${fund}`)).html
  expect(await rows('care')).toContain('>Due to other funds<')
  expect(await rows('free')).not.toContain('>Due to other funds<')
  const none = await pages.get('/ledger/entries?state=reversed')
  expect(none.html).toContain('No entry matches')
  const wrong = await pages.get('/ledger/entries?fund=nowhere&from=x')
  expect(wrong.html).toContain('value="x"')
  const { html } = await pages.get('/entries/2')
  expect(html).toContain('href="/b/relief/contributions/2"')
  expect(html).toContain('href="/b/relief/funds/free/register/1100"')
  expect(html).toContain('Zhang Xiaoming')
  expect(html).toContain('href="/b/relief/entries/2/reversal"')
  const other = await pages.get('/entries/2', masked)
  expect(other.html).not.toContain('Xiaoming')
  expect(other.html).not.toContain('/reversal"')
  expect((await pages.get('/entries/99')).status).toBe(404)
})

it('the journal, a register and the trial balance are taken along as files, masked as the page is', async () => {
  const pages = await site()
  const { headers, html } = await pages.get('/ledger/entries?fund=free&as=csv')
  expect(headers.get('content-type')).toContain('text/csv')
  expect(html.split('\r\n')[1]).toMatch(
    /^2,2026-01-05,Contribution,contribution\/2,free,1,1100 Bank,/,
  )
  const register = '/funds/free/register/1100?as=csv'
  expect((await pages.get(register)).html).toContain('Zhang Xiaoming')
  const file = await pages.get(register, masked)
  expect(file.html).not.toContain('Xiaoming')
  expect(file.html.trim().split('\r\n').length).toBe(2)
  const balances = await pages.get('/ledger/trial-balance?as=csv&fund=care', {
    language: 'zh-Hans',
  })
  expect(balances.html).toContain('care,1100,银行存款')
})

it('[P3] a reversal shows the day of the original and the day it is booked on, and is done once', async () => {
  const pages = await site()
  await pages.send('/periods/2026-01/closing', {})
  const form = await pages.get('/entries/2/reversal')
  expect(form.html).toContain('Reverse entry 2')
  const nothing = await pages.send('/entries/2/reversal', { reason: ' ' })
  expect(nothing.status).toBe(422)
  const check = await pages.send('/entries/2/reversal', { reason: '=cmd() 😀' })
  expect(check.html).toContain('datetime="2026-01-05"')
  expect(check.html).toContain('datetime="2026-02-01"')
  const sent = { ...formIn(check.html), step: 'post' }
  const done = await pages.send('/entries/2/reversal', sent)
  expect([done.status, done.location]).toEqual([303, '/b/relief/entries/3?done=reverse'])
  expect((await pages.send('/entries/2/reversal', sent)).location).toBe(done.location)
  const reversal = await pages.get('/entries/3?done=reverse')
  expect(reversal.html).toContain('=cmd() 😀')
  expect(reversal.html).toContain('href="/b/relief/entries/2"')
  const original = await pages.get('/entries/2')
  expect(original.html).toContain('href="/b/relief/entries/3"')
  expect(original.html).not.toContain('/reversal"')
  const twice = await pages.send('/entries/2/reversal', { reason: 'Again' })
  expect([twice.status, twice.html.includes('it is reversed once')]).toEqual([409, true])
})

it('[L2] the trial balance comes to the same on both sides: now, on a day, and as it was known', async () => {
  const pages = await site()
  const now = await pages.get('/ledger/trial-balance')
  expect(now.html.match(/value="2000.00"/g)?.length).toBe(4)
  const before = await pages.get('/ledger/trial-balance?as_of=2025-12-31')
  expect(before.html).toContain('No account holds anything then')
  const known = await pages.get('/ledger/trial-balance?known_at=3&fund=care')
  expect(known.html).toContain('as known at event 3')
  expect(known.html).not.toContain('2000.00')
  const wrong = await pages.get('/ledger/trial-balance?known_at=999999')
  expect(wrong.html).toContain('no event 999999')
})

it('a register pages both ways, begins at a day, and is signed on paper', async () => {
  const pages = await site()
  for (let day = 1; day <= 9; day += 1) {
    for (let count = 0; count < 7; count += 1) {
      const received_on = `2026-03-0${day}`
      receive(pages.t, 'free', '1.00', { party: 'P-000001', received_on })
    }
  }
  const newest = await pages.get('/funds/free/register/1100')
  expect(newest.html).toContain('value="2063.00"')
  expect(newest.html).toContain('Prepared by')
  const older = /rel="next" href="([^"]*)"/.exec(newest.html)![1]!
  const second = await pages.get(older.replace('/b/relief', ''))
  expect(second.html).toContain('datetime="2026-01-05"')
  const newer = /rel="prev" href="([^"]*)"/.exec(second.html)![1]!
  const back = await pages.get(newer.replace('/b/relief', ''))
  const rowsOf = (html: string) => html.slice(html.indexOf('<tbody'), html.indexOf('</tbody'))
  expect(rowsOf(back.html)).toBe(rowsOf(newest.html))
  const early = await pages.get('/funds/free/register/1100?from_day=2026-02-01')
  expect(rowsOf(early.html).match(/<tr>/g)?.length).toBe(1)
  const wrong = await pages.get('/funds/free/register/1100?from_day=never')
  expect(wrong.html).toContain('value="never"')
  const empty = await pages.get('/funds/care/register/1000')
  expect([200, 404]).toContain(empty.status)
  expect((await pages.get('/funds/care/register/9999')).status).toBe(404)
  const other = await pages.get('/funds/free/register/1100', masked)
  expect(other.html).not.toContain('Xiaoming')
})
