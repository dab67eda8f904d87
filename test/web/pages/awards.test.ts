/** Decisions, caps, allowances and claims on pages: what is offered to whom, what the forms post. */
import { afterAll, describe, expect, it } from 'vitest'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { awardBook } from '../../hardship/awards/scene.ts'
import { pagesOfHands } from './hands.ts'

// Half an hour before a month ends, so that the sessions last into the next.
const b = awardBook({ at: '2026-03-31T15:30:00Z' })
b.payments({ red_blocks: false })
const pages = pagesOfHands(b)
afterAll(b.t.close)

type Hand = Parameters<typeof pages.get>[1]
const links = async (id: number, hand: Hand) => {
  const { html } = await pages.get(`/cases/${id}`, hand)
  const found = html.matchAll(new RegExp(`href="/b/relief/cases/${id}/([a-z-]+)"`, 'g'))
  return [...found].map(([, act]) => act)
}

let people = 0
const someone = () => {
  people += 1
  const party = b.alone(`Neighbour ${people}`)
  b.account(party)
  return party
}

describe('a case at its approval', () => {
  it('is approved from its page, which shows the caps, by who may', async () => {
    b.caps({
      scope: 'person',
      window: 'calendar_year',
      value: { kind: 'fixed', amount: '1500.00' },
    })
    const id = b.waiting({ beneficiary: someone() })
    expect(await links(id, 'administrator')).not.toContain('approval')
    expect(await links(id, 'auditor')).not.toContain('approval')
    expect(await links(id, 'approver')).toContain('approval')
    const { html } = await pages.get(`/cases/${id}`, 'approver')
    expect(html).toContain('Any help · each person in a calendar year')
    const done = await pages.fill(`/cases/${id}/approval`, {}, 'approver')
    expect([done.status, done.location]).toEqual([303, `/b/relief/cases/${id}?done=approve`])
    expect(b.at(id).state).toBe('awarded')
  })

  it('that passes a cap is let pass by somebody else first', async () => {
    const beneficiary = someone()
    b.award({ beneficiary })
    const id = b.waiting({ beneficiary })
    expect(await links(id, 'approver')).not.toContain('approval')
    expect(await links(id, 'approver')).toContain('cap-request')
    const refused = await pages.fill(`/cases/${id}/approval`, {}, 'approver')
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('¥500.00 is left')
    const reason = '<i>twice</i> ill'
    const asked = await pages.fill(`/cases/${id}/cap-request`, { reason }, 'approver')
    expect(asked.location).toBe(`/b/relief/cases/${id}?done=cap_ask`)
    const given = { allowed: 'yes', reason: 'The bills are there' }
    expect(await links(id, 'upperApprover')).toContain('cap-decision')
    const said = await pages.fill(`/cases/${id}/cap-decision`, given, 'upperApprover')
    expect(said.location).toBe(`/b/relief/cases/${id}?done=cap_decide`)
    expect((await pages.get(`/cases/${id}`, 'approver')).html).toContain('&lt;i&gt;twice')
    const done = await pages.fill(`/cases/${id}/approval`, {}, 'approver')
    expect(done.status).toBe(303)
  })

  it('an emergency is agreed to, and ratified', async () => {
    const duties = { ...neutralPolicies.duties, emergency_allowed: true }
    b.policy('duties', { ...duties, emergency_limit: { CNY: '5000.00' } })
    const id = b.submitCase({ beneficiary: someone(), emergency: true } as never)
    for (const hand of ['member1', 'approver'] as const) {
      expect(await links(id, hand)).toContain('emergency')
      expect((await pages.fill(`/cases/${id}/emergency`, {}, hand)).status).toBe(303)
    }
    expect((await pages.get('/awards?state=to_ratify', 'approver')).html).toContain(
      'To be ratified',
    )
    const no = await pages.fill(`/cases/${id}/ratification`, { ratified: 'no' }, 'upperApprover')
    expect(no.status).toBe(422)
    const yes = await pages.fill(`/cases/${id}/ratification`, { ratified: 'yes' }, 'upperApprover')
    expect(yes.location).toBe(`/b/relief/cases/${id}?done=ratify`)
  })

  it('a list is approved at once', async () => {
    const { round, cases } = b.submitRound(3)
    for (const one of cases) expect(b.at(one).step_kind).toBe('verify')
    await pages.fill('/cases/verification', { round: String(round) }, 'approver')
    expect((await pages.get(`/rounds/${round}`, 'approver')).html).toContain('Approve all 3')
    const done = await pages.fill('/cases/approval', { round: String(round) }, 'approver')
    expect([done.status, done.location]).toEqual([303, `/b/relief/rounds/${round}?done=approve`])
    expect(cases.map((one) => b.at(one).state)).toEqual(['awarded', 'awarded', 'awarded'])
  })
})

describe('after the award', () => {
  it('a month of allowances is made payable from its page', async () => {
    const id = b.award({ beneficiary: someone(), amount: '50.00', instalments: 2 })
    b.t.at('2026-03-31T16:10:00Z')
    const { html } = await pages.get('/allowances', 'administrator')
    expect(html).toContain('/b/relief/allowances/2026-04/instalments')
    const done = await pages.fill('/allowances/2026-04/instalments', {}, 'administrator')
    expect(done.location).toBe('/b/relief/allowances?month=2026-04&done=make_due')
    expect((await pages.get('/allowances?month=2026-04', 'auditor')).html).toContain('2 of 2')
    expect((await pages.get('/allowances?month=2099-01', 'auditor')).html).toContain(
      'has not begun',
    )
    const ended = { cause: 'moved', reason: 'To the coast', ended_on: '2026-04-01' }
    expect((await pages.fill(`/cases/${id}/end`, ended, 'administrator')).location).toBe(
      `/b/relief/cases/${id}?done=end`,
    )
    expect((await pages.get(`/cases/${id}`, 'auditor')).html).toContain('Moved away')
  })

  it('a payment is claimed back and comes in', async () => {
    const id = b.award({ beneficiary: someone(), amount: '70.00' })
    const payouts = b.pay()
    const payout = String(payouts.at(-1))
    const given = { payout, cause: 'mistake', reason: 'Another Li', amount: '69.99' }
    expect(await links(id, 'administrator')).toContain('clawback')
    const done = await pages.fill(`/cases/${id}/clawback`, given, 'administrator')
    expect(done.location).toBe(`/b/relief/cases/${id}?done=claim`)
    const list = await pages.get('/claims?state=open', 'administrator')
    const claim = /claims\/(\d+)\/receipt/.exec(list.html)?.[1]
    const paid = { form: 'bank', received_on: '2026-04-01', amount: '70.00' }
    const refused = await pages.fill(`/claims/${claim}/receipt`, paid, 'administrator')
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('value="70.00"')
    const taken = await pages.fill(
      `/claims/${claim}/receipt`,
      { ...paid, amount: '' },
      'administrator',
    )
    expect(taken.location).toBe(`/b/relief/cases/${id}?done=receive`)
    expect((await pages.get('/claims?state=open', 'auditor')).html).not.toContain('Another Li')
  })

  it('the whole support of a person stands on their page', async () => {
    const party = someone()
    b.award({ beneficiary: party, amount: '80.00' })
    const { html } = await pages.get(`/people/${party}`, 'administrator')
    expect(html).toContain('Support so far')
    expect(html).toContain('1,420.00')
  })
})
