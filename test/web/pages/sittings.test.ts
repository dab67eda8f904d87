/** The pages of sittings: calling one, attendance, voting on many at once, stepping back, closing. */
import { afterAll, expect, test } from 'vitest'
import { declare } from '../../../src/people/interest-commands.ts'
import { type Hand, hardshipBook } from '../../hardship/hardship-for-tests.ts'
import { committeeSteps, members, user } from '../../hardship/sittings/scene.ts'
import { pagesOfHands } from './hands.ts'

const book = hardshipBook({ steps: committeeSteps })
const { t, families } = book
const pages = pagesOfHands(book)
afterAll(t.close)

const held_on = '2026-03-31'
const numbers = (hands: readonly Hand[]) => hands.map((hand) => user(book, hand)).join('\n')
const allFor = members.map(() => 'for').join('\n')

test('a list of cases is called, voted on apart where somebody steps back, and closed', async () => {
  const [one, other] = families.map(({ head }) => book.submitCase({ beneficiary: head }))
  t.does(declare, { party: families[1].head, kind: 'friendship' }, book.as.member2)
  const called = await pages.fill(
    '/sittings/new',
    { held_on, place: 'Room <b>2</b>' },
    'administrator',
  )
  expect(called.location).toBe('/b/relief/sittings/1?done=call')
  const fresh = await pages.get('/sittings/1', 'administrator')
  expect(fresh.html).toContain('Room &lt;b&gt;2&lt;/b&gt;')
  expect(fresh.html).not.toContain('/sittings/1/vote')

  const there = { present: numbers(members) }
  const attended = await pages.fill('/sittings/1/attendance', there, 'administrator')
  expect(attended.location).toBe('/b/relief/sittings/1?done=attendance')

  const form = await pages.get('/sittings/1/vote', 'administrator')
  expect(form.html).toContain(`C-00000${one}`)
  expect(form.html).toContain('Voted on apart, without Officer member2')
  const put = { cases: `${one}\n${other}`, proposal: 'approve', votes_vote: allFor }
  const voted = await pages.fill('/sittings/1/vote', put, 'administrator')
  expect([voted.status, voted.location]).toEqual([303, '/b/relief/sittings/1?done=vote'])
  const after = await pages.get('/sittings/1?done=vote', 'administrator')
  expect(after.html).toContain('5 for, 0 against, 0 abstained')
  expect(after.html).toContain('4 for, 0 against, 0 abstained')
  expect(after.html).toContain('Known to the book')

  const closed = await pages.fill('/sittings/1/closing', {}, 'administrator')
  expect(closed.location).toBe('/b/relief/sittings/1?done=close')
  expect(book.at(one!).step_kind).toBe('approve')
  const { html } = await pages.get('/sittings/1', 'auditor')
  expect(html).toContain('care-ledger/minutes/1')
  expect(html).toContain('/sittings/1/minutes.pdf?language=en')
  expect(html).not.toContain('/sittings/1/closing')
  const section = await pages.get(`/cases/${one}`, 'auditor')
  expect(section.html).toContain('Votes of the committee')
  const list = await pages.get('/sittings', 'auditor')
  expect(list.html).toContain('2 approved')
})

test('a refused vote keeps what was chosen and says what is missing', async () => {
  const id = book.submitCase({ beneficiary: families[2].spouse })
  await pages.fill('/sittings/new', { held_on }, 'administrator')
  const nobody = await pages.get('/sittings/2/vote', 'administrator')
  expect(nobody.html).not.toContain(`value="${id}"`)
  await pages.fill('/sittings/2/attendance', { present: numbers(members) }, 'administrator')
  const put = { cases: String(id), proposal: 'refuse', votes_vote: allFor, reason: '<script>1' }
  const refused = await pages.fill('/sittings/2/vote', put, 'administrator')
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('A refusal states its rule')
  expect(refused.html).toContain('&lt;script&gt;1')
})

test('somebody steps back by hand on the page', async () => {
  const id = book.submitCase({ beneficiary: families[2].child })
  const said = {
    user: String(user(book, 'member4')),
    numbers: `C-00000${id}`,
    reason: 'An old friend',
  }
  const done = await pages.fill('/sittings/2/recusals/new', said, 'member4')
  expect(done.location).toBe('/b/relief/sittings/2?done=recusal')
  const { html } = await pages.get('/sittings/2', 'auditor')
  expect(html).toContain('An old friend')
  const wrong = await pages.fill('/sittings/2/recusals/new', { ...said, numbers: 'x' }, 'member4')
  expect(wrong.status).toBe(422)
})

test.each(['zh-Hans', 'zh-Hant'] as const)('they are told in %s', async (language) => {
  const { html } = await pages.get('/sittings/2', 'administrator', language)
  expect(html).toContain(language === 'zh-Hans' ? '等待评议' : '等待評議')
})

test('who has no part in decisions is not offered them', async () => {
  for (const hand of ['auditor', 'approver'] as const) {
    const { html } = await pages.get('/sittings/2', hand)
    expect(html).not.toMatch(/\/sittings\/2\/(vote|attendance|closing|recusals)/)
    expect((await pages.get('/sittings/2/vote', hand)).status).toBe(403)
  }
  expect((await pages.get('/sittings', 'coordinator')).status).toBe(403)
  expect((await pages.get('/sittings/99', 'auditor')).status).toBe(404)
})
