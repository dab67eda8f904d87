/** Pages of periods: closed by one person, reopened by two. */
import { expect, it } from 'vitest'
import { receive } from '../../funds/scene.ts'
import { formIn, pagesForTests, type Reader } from './pages-for-tests.ts'

const owner: Reader = { role: 'owner' }
const approver: Reader = { role: 'approver' }

async function site() {
  const pages = await pagesForTests()
  receive(pages.t, 'care', '10.00', { party: 'P-000001', received_on: '2026-01-15' })
  return pages
}

it('[P1] a month is closed after its page said what that means', async () => {
  const pages = await site()
  const list = await pages.get('/periods')
  expect(list.html).toContain('January 2026')
  expect(list.html).toContain('Still running')
  const form = await pages.get('/periods/2026-01/closing')
  expect(form.html).toContain('No entry can be dated in this month any more')
  expect(form.html).toContain('/ledger/trial-balance?as_of=2026-01-31')
  const sent = formIn(form.html)
  const closed = await pages.send('/periods/2026-01/closing', sent)
  expect([closed.status, closed.location]).toEqual([303, '/b/relief/periods/2026-01?done=closing'])
  const replay = await pages.send('/periods/2026-01/closing', sent)
  expect(replay.location).toBe(closed.location)
  const twice = await pages.send('/periods/2026-01/closing', {})
  expect(twice.status).toBe(409)
  expect(twice.html).toContain('“Closed”')
  const early = await pages.send('/periods/2026-03/closing', {})
  expect(early.html).toContain('is not over')
})

it('[P2] who asked for a reopening is not offered to decide on it; a second person is', async () => {
  const pages = await site()
  await pages.send('/periods/2026-01/closing', {})
  const nothing = await pages.send('/periods/2026-01/reopening-request', {}, owner)
  expect(nothing.status).toBe(422)
  const reason = 'A <gift> was missed'
  await pages.send('/periods/2026-01/reopening-request', { reason }, owner)
  const own = await pages.get('/periods/2026-01', owner)
  expect(own.html).toContain('A &lt;gift&gt; was missed')
  expect(own.html).toContain('You asked for this')
  expect(own.html).not.toContain('/periods/2026-01/reopening"')
  const refused = await pages.send('/periods/2026-01/reopening', {}, owner)
  expect([refused.status, refused.html.includes('may not decide')]).toEqual([403, true])
  const other = await pages.get('/periods/2026-01', approver)
  expect(other.html).toContain('/periods/2026-01/reopening"')
  const form = await pages.get('/periods/2026-01/declining', approver)
  expect(form.html).toContain('A &lt;gift&gt; was missed')
  await pages.send('/periods/2026-01/declining', { reason: 'Book it in March' }, approver)
  const declined = await pages.get('/periods/2026-01', owner)
  expect(declined.html).toContain('Book it in March')
  await pages.send('/periods/2026-01/reopening-request', { reason }, owner)
  const open = await pages.send('/periods/2026-01/reopening', {}, approver)
  expect(open.location).toBe('/b/relief/periods/2026-01?done=reopening')
  const masked = await pages.get('/periods/2026-01', { role: 'auditor', readsNames: false })
  expect(masked.html).not.toContain('gift')
  expect(masked.html).not.toContain('/closing"')
})

it('a month that is none is nowhere', async () => {
  const pages = await site()
  for (const path of ['/periods/2026-13', '/periods/2026-1', '/periods/x']) {
    expect((await pages.get(path)).status).toBeGreaterThanOrEqual(404)
  }
  const hant = await pages.get('/periods', { language: 'zh-Hant' })
  expect(hant.html).toContain('會計期間')
})
