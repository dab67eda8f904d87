/** Approving cases: who may, what must have come before, what the last approval makes. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../../src/book/registry.ts'
import { approve as approveRequest } from '../../../src/funds/deciding-requests.ts'
import { payRequest } from '../../../src/funds/paying-requests.ts'
import { request as enter } from '../../../src/funds/payment-requests.ts'
import { comeBack, pay } from '../../../src/funds/payouts.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { awardOf } from '../../../src/hardship/awards/awards.ts'
import { ask, decide } from '../../../src/hardship/caps/overrides.ts'
import { versionOfCase } from '../../../src/hardship/cases/rows.ts'
import { close as closeSitting } from '../../../src/hardship/sittings/closing.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { minor } from '../../../src/kit/money.ts'
import { merge } from '../../../src/people/duplicate-commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { insert, nextId } from '../../../src/store/prepare.ts'
import { committeeSteps, sits } from '../sittings/scene.ts'
import { awardBook } from './scene.ts'

/** Says anew what a case asks for, whatever was decided on it. */
const proposing = command({
  name: 'tests.propose',
  summary: 'Proposes another amount',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/tests/proposals' },
  input: z.strictObject({ case: z.number(), amount: z.number() }),
  output: z.object({ case: z.number() }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const version = versionOfCase(act, input.case as CaseId)
    const { actor } = act.caller
    const said = { amount_minor: minor(input.amount), actor, event_seq: act.seq }
    insert(act, 'case_version', { ...version, ...said, id: nextId(act, 'case_version') })
    return { case: input.case }
  },
})

const duties = { ...neutralPolicies.duties, approval_above: { CNY: '0.00' } }

describe('[G2] approving a case', () => {
  it('makes it payable at once where no notice set it aside, and moves it to its payment', () => {
    const b = awardBook()
    const id = b.award()
    expect(b.entries()).toBe('2026-03-31 award.approved_at_once: 5100 to 2200, 100000')
    expect(b.at(id)).toMatchObject({ state: 'awarded', step_kind: 'pay' })
    const award = awardOf(b.t.book.store, id as CaseId)!
    expect(award).toMatchObject({ instalments: 1, first_month: null, emergency: 0 })
    const body = JSON.parse(
      String(b.ask('select body from detail_body where detail_id = ?', award.snapshot_detail_id)),
    )
    expect(body).toMatchObject({
      case: 'C-000001',
      amount: '1000.00',
      beneficiary: { name: 'Wang Wei' },
      decided_by: 'approver',
      approvals: [b.as.approver.actor],
    })
    expect(award.snapshot_digest).toMatch(/^[0-9a-f]{64}$/)
    b.t.close()
  })

  it('of an allowance sets all months aside and makes the first payable', () => {
    const b = awardBook()
    b.award({ amount: '100.00', instalments: 3 })
    expect(b.entries()).toBe(
      [
        '2026-03-31 award.on_notice: 9110 to 9900, 30000',
        '2026-03-31 award.approved: 5100 to 2200, 10000',
        '2026-03-31 award.approved: 9900 to 9110, 10000',
      ].join('\n'),
    )
    b.t.close()
  })

  it('is not for whoever entered it, nor twice for one person', () => {
    const b = awardBook()
    b.policy('duties', {
      ...duties,
      approvals: [{ currency: 'CNY', above: '500.00', approvals: 2 }],
    })
    const id = b.waiting()
    const own = { ...b.as.administrator, grants: b.as.approver.grants }
    expect(b.t.refuses(approve, { cases: [id] }, own).code).toBe('case.own_hand')
    expect(b.t.does(approve, { cases: [id] }, b.as.approver).output).toMatchObject({ awarded: 0 })
    expect(b.t.refuses(approve, { cases: [id] }, b.as.approver).code).toBe('case.approved_already')
    const { output } = b.t.does(approve, { cases: [id] }, b.as.upperApprover)
    expect(output).toMatchObject({ cases: 1, awarded: 1 })
    expect(b.t.refuses(approve, { cases: [id] }, b.as.owner).code).toBe('case.not_at_step')
    b.t.close()
  })

  it('of what the committee decides waits for its closed sitting', () => {
    const b = awardBook()
    b.policy('tiers', { tiers: [{ currency: 'CNY', above: '500.00', decided_by: 'committee' }] })
    const id = b.waiting()
    expect(b.t.refuses(approve, { cases: [id] }, b.as.approver).code).toBe('case.no_decision')
    b.t.close()
  })

  it('of what the committee carried is refused with another amount', () => {
    const b = awardBook({ steps: committeeSteps })
    const id = b.submitCase()
    const sitting = sits(b)
    b.t.does(vote, { sitting, cases: [id], proposal: 'approve' }, b.as.administrator)
    b.t.does(closeSitting, { sitting }, b.as.administrator)
    // No command lets what was voted on be revised; the approval looks all the same.
    b.t.does(proposing, { case: id, amount: 2_000_00 }, { actor: 'test:clerk' })
    const refused = b.t.refuses(approve, { cases: [id] }, b.as.approver)
    expect(refused.code).toBe('case.decision_differs')
    b.t.does(proposing, { case: id, amount: 1_000_00 }, { actor: 'test:clerk' })
    b.t.does(approve, { cases: [id] }, b.as.approver)
    expect(b.ask('select minutes_digest from award')).toBe(
      b.ask('select digest from sitting_close'),
    )
    b.t.close()
  })

  it('of what the level above decides is for whoever reaches above the unit', () => {
    const b = awardBook()
    b.policy('tiers', { tiers: [{ currency: 'CNY', above: '0.00', decided_by: 'higher_body' }] })
    const id = b.waiting()
    const from = (unit: keyof typeof b.units) => ({
      ...b.as.approver,
      grants: [{ role: 'approver', unit: b.units[unit] }] as const,
    })
    expect(b.t.refuses(approve, { cases: [id] }, from('north')).code).toBe('case.needs_higher')
    expect(b.t.refuses(approve, { cases: [id] }, from('far')).code).toBe('case.unknown')
    expect(b.t.does(approve, { cases: [id] }, from('city')).output.awarded).toBe(1)
    b.t.close()
  })

  it('of what all officers decide takes more than half of them', () => {
    const b = awardBook()
    b.policy('tiers', { tiers: [{ currency: 'CNY', above: '0.00', decided_by: 'all_officers' }] })
    const id = b.waiting()
    expect(b.t.does(approve, { cases: [id] }, b.as.approver).output.awarded).toBe(0)
    expect(b.t.does(approve, { cases: [id] }, b.as.upperApprover).output.awarded).toBe(1)
    b.t.close()
  })

  it('is refused for the dead', () => {
    const b = awardBook()
    const id = b.waiting()
    b.died(b.families[0].head)
    expect(b.t.refuses(approve, { cases: [id] }, b.as.approver).code).toBe('party.has_died')
    b.t.close()
  })

  it('takes no more than is available, to the cent', () => {
    const b = awardBook({ money: '1999.99' })
    const first = b.waiting()
    const second = b.waiting({ beneficiary: b.families[1].head })
    const { code } = b.t.refuses(approve, { cases: [first, second] }, b.as.approver)
    expect(code).toBe('fund.more_than_available')
    b.t.does(approve, { cases: [first] }, b.as.approver)
    expect(b.t.refuses(approve, { cases: [second] }, b.as.approver).code).toBe(
      'fund.more_than_available',
    )
    b.t.close()
  })
})

describe('[A4] a cap at approval', () => {
  const yearly = {
    scope: 'person',
    window: 'calendar_year',
    value: { kind: 'fixed', amount: '1500.00' },
  }

  it('refuses what passes it, saying what is used by what and what is left', () => {
    const b = awardBook()
    b.caps(yearly)
    b.award()
    const second = b.waiting()
    expect(b.t.refuses(approve, { cases: [second] }, b.as.approver).message).toBe(
      'The cap on all help for a person in a calendar year is 1500.00 CNY; 1000.00 CNY is used (C-000001), so 500.00 CNY is left, and case C-000002 asks for 1000.00 CNY.',
    )
    b.t.close()
  })

  it('lets pass what somebody above allowed, who neither asked, entered nor approves', () => {
    const b = awardBook()
    b.caps(yearly)
    b.award()
    const id = b.waiting()
    const reason = 'Her second operation this year'
    const { request } = b.t.does(ask, { case: id, reason }, b.as.approver).output
    expect(b.t.refuses(ask, { case: id, reason }, b.as.member1).code).toBe('cap_request.waits')
    const yes = { request, allowed: true, reason: 'The bills are verified' }
    expect(b.t.refuses(decide, yes, b.as.approver).code).toBe('cap_request.own')
    const north = {
      ...b.as.upperApprover,
      grants: [{ role: 'approver', unit: b.units.north }],
    } as const
    expect(b.t.refuses(decide, yes, north).code).toBe('cap.not_above')
    b.t.does(decide, yes, b.as.upperApprover)
    expect(b.t.refuses(decide, yes, b.as.owner).code).toBe('cap_request.decided')
    expect(b.t.refuses(approve, { cases: [id] }, b.as.upperApprover).code).toBe('case.let_pass_cap')
    expect(b.t.does(approve, { cases: [id] }, b.as.approver).output.awarded).toBe(1)
    b.t.close()
  })

  it('needs nobody to allow what passes none', () => {
    const b = awardBook()
    b.caps(yearly)
    const id = b.waiting()
    expect(b.t.refuses(ask, { case: id, reason: 'Just in case' }, b.as.approver).code).toBe(
      'cap.not_passed',
    )
    b.t.close()
  })

  it('refuses what is too often, below the least, or held to a standard that nobody gave', () => {
    const b = awardBook()
    const refused = (id: number) => b.t.refuses(approve, { cases: [id] }, b.as.approver)
    b.award()
    const id = b.waiting()
    const none = { scope: 'person', window: 'lifetime', value: { kind: 'none' } }
    b.caps({ ...none, times_most: 1 })
    expect(refused(id)).toMatchObject({ code: 'cap.too_often', values: { counted: ['C-000001'] } })
    b.caps({ ...none, least: '1000.01' })
    expect(refused(id).code).toBe('cap.below_least')
    const value = { kind: 'multiple_of_standard', standard: 'Local allowance', times: '2' }
    b.caps({ ...none, value })
    expect(refused(id).code).toBe('cap.standard_missing')
    const standard = { name: 'Local allowance', currency: 'CNY', amount: '1000.00' }
    b.policy('standards', { standards: [standard] })
    expect(b.t.does(approve, { cases: [id] }, b.as.approver).output.awarded).toBe(1)
    b.t.close()
  })

  it('is not let pass by whoever approved the case', () => {
    const b = awardBook()
    b.caps(yearly)
    b.policy('duties', {
      ...duties,
      approvals: [{ currency: 'CNY', above: '500.00', approvals: 2 }],
    })
    const id = b.waiting()
    b.t.does(approve, { cases: [id] }, b.as.approver)
    const paid = { fund: 'care', payee: b.families[0].head, category: 'care_grants' } as const
    const { request: asked } = b.t.does(
      enter,
      { ...paid, amount: '600.00' },
      b.as.administrator,
    ).output
    for (const hand of ['approver', 'upperApprover'] as const) {
      b.t.does(approveRequest, { request: asked }, b.as[hand])
    }
    const { request } = b.t.does(ask, { case: id, reason: 'Ill twice' }, b.as.administrator).output
    const yes = { request, allowed: true, reason: 'Verified' }
    expect(b.t.refuses(decide, yes, b.as.approver).code).toBe('cap_request.approver')
    expect(b.t.refuses(decide, { ...yes, request: 99 }, b.as.owner).code).toBe(
      'cap_request.unknown',
    )
    b.t.close()
  })

  it('counts a household by its file', () => {
    const b = awardBook()
    b.caps({ ...yearly, scope: 'household' })
    b.award()
    const spouse = b.waiting({ beneficiary: b.families[0].spouse })
    expect(b.t.refuses(approve, { cases: [spouse] }, b.as.approver).code).toBe('cap.exceeded')
    b.t.close()
  })

  it('counts two references of one person as one', () => {
    const b = awardBook()
    b.caps(yearly)
    b.award()
    const again = b.alone('Wang Wei', 'south')
    const id = b.waiting({ beneficiary: again })
    b.t.does(merge, { kept: b.families[0].head, merged: again, reason: 'Same card, same birthday' })
    expect(b.t.refuses(approve, { cases: [id] }, b.as.approver).code).toBe('cap.exceeded')
    b.t.close()
  })

  it('counts payouts and payment requests beside cases, and what came back of them no more', () => {
    const b = awardBook()
    b.caps({ ...yearly, value: { kind: 'fixed', amount: '1400.00' } })
    const paid = { fund: 'care', payee: b.families[0].head, category: 'care_grants' } as const
    const { payout } = b.t.does(pay, { ...paid, amount: '300.00' }).output
    const { request } = b.t.does(enter, { ...paid, amount: '400.00' }, b.as.administrator).output
    b.t.does(approveRequest, { request }, b.as.approver)
    const id = b.waiting()
    const told = () => b.t.refuses(approve, { cases: [id] }, b.as.approver).message
    expect(told()).toContain('700.00 CNY is used (payout/1, payment_request/1)')
    const { payout: second } = b.t.does(payRequest, { request }).output
    expect(told()).toContain('700.00 CNY is used (payout/1, payment_request/1)')
    b.t.does(comeBack, { payout, amount: '299.00' })
    expect(told()).toContain('401.00 CNY is used (payout/1, payment_request/1)')
    b.t.does(comeBack, { payout: second })
    expect(b.t.does(approve, { cases: [id] }, b.as.approver).output.awarded).toBe(1)
    b.t.close()
  })
})
