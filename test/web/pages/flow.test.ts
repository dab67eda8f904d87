/** The steps of a case on its page and over a list: what is offered to whom, and what the forms do. */
import { afterAll, describe, expect, it } from 'vitest'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { progress } from '../../../src/hardship/flow/progress-query.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import type { WorkflowStep } from '../../../src/policies/workflows.ts'
import { hardshipBook } from '../../hardship/hardship-for-tests.ts'
import { pagesOfHands } from './hands.ts'

const steps: readonly WorkflowStep[] = [
  { kind: 'verify' },
  { kind: 'home_visit' },
  { kind: 'review' },
  {
    kind: 'checks',
    checks: [
      { code: 'dues', name: 'Dues are paid' },
      { code: 'need', name: 'Household is in need' },
    ],
  },
  { kind: 'approve' },
  { kind: 'pay' },
]
const book = hardshipBook({ steps, workflow: { decide_within_days: 10 } })
const { t } = book
const pages = pagesOfHands(book)
afterAll(t.close)

let people = 0
const newCase = () => {
  people += 1
  return book.submitCase({ beneficiary: book.alone(`Neighbour ${people}`) })
}

/** The acts of this room that a page leads to. */
const ours = ['verification', 'home-visit', 'review', 'checks', 'clearance', 'return', 'refusal']
const linksIn = (html: string, id: number) =>
  [...html.matchAll(new RegExp(`href="/b/relief/cases/${id}/([a-z-]+)"`, 'g'))]
    .map(([, act]) => act!)
    .filter((act) => ours.includes(act))

describe('a case goes its way from its page', () => {
  it('by the forms of its steps, each offered at its step to who may', async () => {
    const id = newCase()
    const page = (hand: Parameters<typeof pages.get>[1]) => pages.get(`/cases/${id}`, hand)
    const mine = linksIn((await page('administrator')).html, id)
    expect(mine).toEqual([])
    expect(linksIn((await page('approver')).html, id)).toEqual(
      expect.arrayContaining(['verification', 'refusal']),
    )
    expect(linksIn((await page('auditor')).html, id)).toEqual([])

    const verified = await pages.fill(
      `/cases/${id}/verification`,
      { note: '<b>seen</b>' },
      'approver',
    )
    expect([verified.status, verified.location]).toEqual([303, `/b/relief/cases/${id}?done=verify`])
    const after = await pages.get(`/cases/${id}?done=verify`, 'approver')
    expect(after.html).toContain('Verified.')
    expect(after.html).toContain('&lt;b&gt;seen')

    const visited = { visited_on: '2026-03-30', findings: 'Two rooms, no heating' }
    await pages.fill(`/cases/${id}/home-visit`, visited, 'coordinator')
    await pages.fill(`/cases/${id}/review`, {}, 'upperApprover')
    expect(book.at(id).step_kind).toBe('checks')

    const some = { outcomes_outcome: 'pass\n', outcomes_reason: '\n' }
    await pages.fill(`/cases/${id}/checks`, some, 'approver')
    const { html } = await page('approver')
    expect(html).toContain('Not looked at yet')
    expect(linksIn(html, id)).not.toContain('clearance')
    const unwaived = { outcomes_outcome: '\nwaived', outcomes_reason: '\n' }
    const refused = await pages.send(
      `/cases/${id}/checks`,
      { key: 'k'.repeat(24), ...unwaived },
      'approver',
    )
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('is waived for a reason')
    await pages.fill(
      `/cases/${id}/checks`,
      { ...unwaived, outcomes_reason: '\nLost work' },
      'approver',
    )
    expect(t.asks(progress, { case: id }).checks.map(({ outcome }) => outcome)).toEqual([
      'pass',
      'waived',
    ])
    expect(linksIn((await page('approver')).html, id)[0]).toBe('clearance')
    await pages.fill(`/cases/${id}/clearance`, {}, 'approver')
    expect(book.at(id).step_kind).toBe('approve')
  })

  it('is sent back to an earlier step, and refused by a rule that its page states', async () => {
    const id = newCase()
    t.does(verify, { cases: [id] }, book.as.approver)
    const form = await pages.get(`/cases/${id}/return`, 'approver')
    expect(form.html).toContain('1. Verification')
    expect(form.html).not.toContain('2. Home visit')
    const back = await pages.fill(
      `/cases/${id}/return`,
      { to_step: '1', reason: 'Wrong bill' },
      'approver',
    )
    expect([back.status, book.at(id).step]).toEqual([303, 0])
    const without = await pages.fill(`/cases/${id}/refusal`, { rule: '', text: 'x' }, 'approver')
    expect(without.status).toBeGreaterThanOrEqual(400)
    const told = { rule: 'helped_elsewhere', text: 'The union paid this bill' }
    const done = await pages.fill(`/cases/${id}/refusal`, told, 'approver')
    expect(done.location).toBe(`/b/relief/cases/${id}?done=refuse`)
    const { html } = await pages.get(`/cases/${id}?done=refuse`, 'approver')
    expect(html).toContain('Helped elsewhere for the same')
    expect(html).toContain('The union paid this bill')
    expect(linksIn(html, id)).toEqual([])
  })

  it('tells how much time is used, that it is late, and that an officer is near', async () => {
    const near = book.alone('Kin of a member')
    t.does(addTie, { party: book.users.member1.party, other: near, role: 'sibling' })
    const id = book.submitCase({ beneficiary: near, applied_on: '2026-03-02' })
    for (const [language, late, officer] of [
      ['en', 'Overdue', 'It concerns an officer'],
      ['zh-Hans', '已超期', '涉及负责人员'],
      ['zh-Hant', '已逾期', '涉及負責人員'],
    ] as const) {
      const { html } = await pages.get(`/cases/${id}`, 'approver', language)
      expect(html).toContain(late)
      expect(html).toContain(officer)
    }
    const { html } = await pages.get(`/cases/${id}`, 'approver')
    expect(html).toContain('21 of 10 working days used')
    expect(linksIn(html, id)).toContain('home-visit')
  })
})

describe('a list', () => {
  it('goes on at once, after a look at how many', async () => {
    const { round, cases } = book.submitRound(4, { name: 'Festival' })
    const form = await pages.get(`/cases/verification?round=${round}`, 'approver')
    expect(form.html).toContain(`<option value="${round}" selected`)
    const check = await pages.send(
      '/cases/verification',
      { key: 'r'.repeat(24), round: String(round), note: '' },
      'approver',
    )
    expect(check.html).toContain('4 cases')
    const done = await pages.fill(
      `/cases/verification?round=${round}`,
      { round: String(round), note: '' },
      'approver',
    )
    expect(done.location).toBe(`/b/relief/rounds/${round}?done=verify`)
    expect(cases.map((id) => book.at(id).step_kind)).toEqual(Array(4).fill('home_visit'))
  })
})
