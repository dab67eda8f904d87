/** The pages of what came after payments: arrivals, call-backs, visits, hints. */
import { afterAll, expect, test } from 'vitest'
import { recordResults } from '../../../src/hardship/batches/bank-results.ts'
import { paidBook } from '../../hardship/batches/scene.ts'
import { pagesOfHands } from './hands.ts'

/** Three cases that were paid ten minutes before April begins in Shanghai. */
function paid() {
  const book = paidBook({
    at: '2026-03-31T15:50:00Z',
    steps: [{ kind: 'approve' }, { kind: 'pay' }, { kind: 'revisit', after_months: 1 }],
  })
  const cases = book.awarded(3)
  const batch = book.released()
  const rows = cases.map((_, at) => ({
    end_to_end_id: `${batch}-${String(at + 1).padStart(6, '0')}`,
    outcome: 'paid' as const,
    on: '2026-03-31',
  }))
  book.t.does(recordResults, { rows }, book.as.administrator)
  return { book, cases }
}

const { book, cases } = paid()
const { t } = book
const pages = pagesOfHands(book)
afterAll(t.close)

test('whoever had no part asks, and is told so who had one', async () => {
  const mine = await pages.get('/follow-up', 'approver')
  expect(mine.html).toContain('You had a hand in it')
  expect(mine.html).not.toContain('/follow-up/confirmation?payouts=1')
  const form = '/follow-up/confirmation?payouts=1'
  const said = {
    payouts: '1',
    how: 'visit',
    on: '2026-03-31',
    received: 'yes',
    asked_back: 'yes',
    note: '<b>He came at night</b>',
  }
  const half = await pages.fill(form, { ...said, asked_back: '' }, 'coordinator')
  expect(half.status).toBe(422)
  const done = await pages.fill(form, said, 'coordinator')
  expect(done.location).toBe('/b/relief/follow-up?done=confirm')
  const { html } = await pages.get('/follow-up?state=red', 'coordinator')
  expect(html).toContain('Was asked to give it back')
  expect(html).toContain('&lt;b&gt;He came at night')
  const section = await pages.get(`/cases/${cases[0]}`, 'auditor')
  expect(section.html).toContain('After payment')
})

test('a drawing is announced, drawn when its period is over, and answered', async () => {
  const period = { from: '2026-03-01', to: '2026-03-31', size: '2' }
  const announced = await pages.fill('/call-backs/new', period, 'auditor')
  expect(announced.location).toBe('/b/relief/call-backs/1?done=announce')
  const before = await pages.get('/call-backs/1', 'auditor')
  expect(before.html).toContain('Published when it is drawn')
  expect(before.html).not.toContain('/call-backs/1/drawing')
  t.at('2026-03-31T16:01:00Z')
  const drawn = await pages.fill('/call-backs/1/drawing', {}, 'auditor')
  expect(drawn.location).toBe('/b/relief/call-backs/1?done=draw')
  const { html } = await pages.get('/call-backs/1', 'coordinator')
  const form = /\/call-backs\/1\/answers\/\d+/.exec(html)![0]
  const said = { outcome: 'less', on: '2026-04-01', note: 'A third is missing' }
  const answered = await pages.fill(form, said, 'coordinator')
  expect(answered.location).toBe('/b/relief/call-backs/1?done=answer')
  const list = await pages.get('/call-backs', 'auditor')
  expect(list.html).toContain('Received less: 1')
  expect(list.html).toContain('one not called yet')
})

test('a visit is due when the workflow says, and is recorded from the list', async () => {
  const other = paid()
  const [id] = other.cases
  other.book.t.at('2026-05-02T02:00:00Z')
  const later = pagesOfHands(other.book)
  const due = await later.get('/follow-up/visits', 'coordinator')
  expect(due.html).toContain(`/cases/${id}/revisits/new`)
  expect((await later.get('/programmes', 'coordinator')).status).toBe(200)
  const home = await later.get('', 'coordinator')
  expect(home.html).toContain('3 households are due to be visited again')
  const said = { visited_on: '2026-05-02', outcome: 'improved', findings: 'Found work' }
  const done = await later.fill(`/cases/${id}/revisits/new`, said, 'coordinator')
  expect(done.status).toBe(303)
  const { html } = await later.get(`/cases/${id}`, 'coordinator')
  expect(html).toContain('Out of hardship')
  expect(html).toContain('Take the household off the list')
  other.book.t.close()
})

test.each([
  ['en', 'Hints'],
  ['zh-Hans', '疑点提示'],
  ['zh-Hant', '疑點提示'],
] as const)('hints are told in %s', async (language, title) => {
  const { html, status } = await pages.get('/follow-up/signals', 'auditor', language)
  expect(status).toBe(200)
  expect(html).toContain(title)
})

test('who only looks is not offered what they may not do', async () => {
  const { html } = await pages.get('/follow-up', 'member1')
  expect(html).not.toContain('/follow-up/signals')
  expect((await pages.get('/follow-up/signals', 'member1')).status).toBe(403)
  expect((await pages.get('/call-backs/new', 'coordinator')).status).toBe(403)
  expect((await pages.get('/call-backs/99', 'auditor')).status).toBe(404)
})
