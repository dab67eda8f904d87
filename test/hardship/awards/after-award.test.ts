/** What becomes of awards: emergencies ratified or not, months of allowances, ends, claims. */
import { describe, expect, it } from 'vitest'
import { makeDue } from '../../../src/hardship/awards/allowances.ts'
import { agree, approve } from '../../../src/hardship/awards/approving.ts'
import { claim, receive } from '../../../src/hardship/awards/clawbacks.ts'
import { end } from '../../../src/hardship/awards/ending.ts'
import { ratify } from '../../../src/hardship/awards/ratifying.ts'
import { revise as reviseFile } from '../../../src/hardship/files/commands.ts'
import { close as closeSitting } from '../../../src/hardship/sittings/closing.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { sits } from '../sittings/scene.ts'
import { type AwardBook, awardBook } from './scene.ts'

const urgent = {
  ...neutralPolicies.duties,
  emergency_allowed: true,
  emergency_limit: { CNY: '1000.00' },
}

function emergency(b: AwardBook, amount = '1000.00'): number {
  return b.submitCase({ amount, emergency: true } as never)
}

function agreed(b: AwardBook): number {
  b.policy('duties', urgent)
  const id = emergency(b)
  b.t.does(agree, { cases: [id] }, b.as.member1)
  b.t.does(agree, { cases: [id] }, b.as.approver)
  return id
}

describe('[A5] an emergency', () => {
  it('is awarded by two others before its steps, and marked for ever', () => {
    const b = awardBook()
    b.policy('duties', urgent)
    const id = emergency(b)
    expect(b.t.refuses(agree, { cases: [id] }, b.as.administrator).code).toBe('case.own_hand')
    expect(b.t.does(agree, { cases: [id] }, b.as.member1).output.awarded).toBe(0)
    expect(b.t.refuses(agree, { cases: [id] }, b.as.member1).code).toBe('case.approved_already')
    expect(b.t.does(agree, { cases: [id] }, b.as.approver).output.awarded).toBe(1)
    expect(b.at(id)).toMatchObject({ state: 'awarded', step_kind: 'pay' })
    expect(b.ask('select emergency from award')).toBe(1)
    b.t.close()
  })

  it('is refused above its limit, where duties or the workflow know none, and for what is none', () => {
    const b = awardBook()
    const refused = (id: number) => b.t.refuses(agree, { cases: [id] }, b.as.approver).code
    expect(refused(emergency(b, '10.00'))).toBe('duties.emergency_not_allowed')
    b.policy('duties', urgent)
    const head = (at: 1 | 2) => ({ beneficiary: b.families[at].head })
    const large = b.submitCase({ ...head(1), amount: '1000.01', emergency: true } as never)
    expect(refused(large)).toBe('duties.emergency_too_large')
    expect(refused(b.submitCase(head(2)))).toBe('case.no_emergency')
    b.t.close()
    const never = awardBook({ workflow: { ratify_within_days: null } })
    never.policy('duties', urgent)
    expect(never.t.refuses(agree, { cases: [emergency(never)] }, never.as.approver).code).toBe(
      'case.emergency_never',
    )
    never.t.close()
  })

  it('is ratified in time by an approver who had no part in it, once', () => {
    const b = awardBook()
    const id = agreed(b)
    const yes = { cases: [id], ratified: true }
    expect(b.t.refuses(ratify, yes, b.as.approver).code).toBe('case.approved_already')
    b.t.at('2026-04-30T02:00:00Z')
    expect(b.t.does(ratify, yes, b.as.upperApprover).output).toMatchObject({ late: 0, claims: 0 })
    expect(b.t.refuses(ratify, yes, b.as.owner).code).toBe('award.ratified')
    b.t.close()
  })

  it('that is ratified a day late is marked so', () => {
    const b = awardBook()
    const id = agreed(b)
    b.t.at('2026-05-01T02:00:00Z')
    const { output } = b.t.does(ratify, { cases: [id], ratified: true }, b.as.upperApprover)
    expect(output.late).toBe(1)
    expect(b.ask('select late from award_ratification')).toBe(1)
    b.t.close()
  })

  it('on which the committee decided is ratified or not as it decided', () => {
    const b = awardBook()
    const id = agreed(b)
    const sitting = sits(b)
    const put = { sitting, cases: [id] }
    expect(b.t.refuses(vote, { ...put, proposal: 'defer' }, b.as.administrator).code).toBe(
      'case.not_to_ratify',
    )
    const against = {
      proposal: 'refuse',
      rule: 'not_in_need',
      reason: 'There was no fire',
    } as const
    b.t.does(vote, { ...put, ...against }, b.as.administrator)
    b.t.does(closeSitting, { sitting }, b.as.administrator)
    const yes = { cases: [id], ratified: true }
    expect(b.t.refuses(ratify, yes, b.as.upperApprover).code).toBe('award.not_as_decided')
    const no = { ...yes, ratified: false, reason: 'As the committee found' }
    b.t.does(ratify, no, b.as.upperApprover)
    expect(b.ask('select ballot_id from award_ratification')).toBe(1)
    b.t.close()
  })

  it('is asked of emergencies alone', () => {
    const b = awardBook()
    const id = b.award()
    const yes = { cases: [id], ratified: true }
    expect(b.t.refuses(ratify, yes, b.as.upperApprover).code).toBe('award.no_emergency')
    b.t.close()
  })

  it('that is not ratified is undone, and what was paid is claimed back', () => {
    const b = awardBook()
    const id = agreed(b)
    b.account(b.families[0].head)
    b.pay()
    b.entries()
    const no = { cases: [id], ratified: false }
    expect(b.t.refuses(ratify, no, b.as.upperApprover).code).toBe('award.reason_needed')
    const { output } = b.t.does(ratify, { ...no, reason: 'There was no fire' }, b.as.upperApprover)
    expect(output.claims).toBe(1)
    expect(b.entries()).toBe('2026-03-31 clawback.claimed: 1230 to 5100, 100000')
    b.t.close()
  })

  it('that is not ratified before it is paid is cancelled', () => {
    const b = awardBook()
    const id = agreed(b)
    b.entries()
    const no = { cases: [id], ratified: false, reason: 'There was no fire' }
    b.t.does(ratify, no, b.as.upperApprover)
    expect(b.entries()).toBe('2026-03-31 award.cancelled: 2200 to 5100, 100000')
    expect(b.at(id).state).toBe('cancelled')
    expect(b.ask('select cause from award_end')).toBe('not_ratified')
    b.t.close()
  })
})

describe('[A4] an allowance', () => {
  it('becomes payable month by month, each once, and its last month ends what is set aside', () => {
    const b = awardBook()
    b.award({ amount: '100.00', instalments: 3 })
    const due = (month: string) => {
      const { made, last } = b.t.does(makeDue, { month }, b.as.administrator).output
      return `${made} made, ${last} last, ${b.balance('awards_on_notice')} set aside`
    }
    expect(due('2026-03')).toBe('0 made, 0 last, 20000 set aside')
    expect(b.t.refuses(makeDue, { month: '2026-04' }, b.as.administrator).code).toBe(
      'allowance.month_ahead',
    )
    b.t.at('2026-05-01T02:00:00Z')
    expect(due('2026-04')).toBe('1 made, 0 last, 10000 set aside')
    expect(due('2026-04')).toBe('0 made, 0 last, 10000 set aside')
    expect(due('2026-05')).toBe('1 made, 1 last, 0 set aside')
    b.t.at('2026-06-01T02:00:00Z')
    expect(due('2026-06')).toBe('0 made, 0 last, 0 set aside')
    expect(b.balance('grants_payable')).toBe(-30000)
    b.t.close()
  })

  it('leaves out the dead and the delisted, and says so; a month left out is not made up for', () => {
    const b = awardBook()
    const [wang, li] = b.families
    const first = b.award({ amount: '100.00', instalments: 3 })
    const second = b.award({ amount: '100.00', instalments: 3, beneficiary: li.head })
    b.died(wang.head)
    b.t.does(reviseFile, { file: li.file, in_hardship: false, reason: 'Found work' } as never)
    b.t.at('2026-04-02T02:00:00Z')
    const { skipped, made } = b.t.does(makeDue, { month: '2026-04' }, b.as.administrator).output
    expect({ skipped, made }).toEqual({
      made: 0,
      skipped: [
        { case: first, reason: 'died' },
        { case: second, reason: 'delisted' },
      ],
    })
    b.t.does(reviseFile, { file: li.file, in_hardship: true, reason: 'Lost it again' } as never)
    b.t.at('2026-05-02T02:00:00Z')
    expect(b.t.does(makeDue, { month: '2026-05' }, b.as.administrator).output).toMatchObject({
      made: 1,
      last: 1,
    })
    // The head's second and third month stand aside still.
    expect(b.balance('awards_on_notice')).toBe(20000)
    expect(b.t.does(makeDue, { month: '2026-04' }, b.as.administrator).output.made).toBe(0)
    b.t.close()
  })
})

describe('[G8] an award ends', () => {
  const died = { cause: 'died', reason: 'Died in hospital' } as const

  it('before it is paid: the expense of the year is undone, and the case is over', () => {
    const b = awardBook()
    const id = b.award({ amount: '100.00', instalments: 3 })
    b.entries()
    const { output } = b.t.does(end, { cases: [id], ...died }, b.as.administrator)
    expect(output).toMatchObject({ cases: 1, cancelled: 1 })
    expect(b.entries()).toBe(
      [
        '2026-03-31 award.reservation_freed: 9900 to 9110, 20000',
        '2026-03-31 award.cancelled: 2200 to 5100, 10000',
      ].join('\n'),
    )
    expect(b.at(id).state).toBe('cancelled')
    expect(b.t.refuses(end, { cases: [id], ...died }, b.as.administrator).code).toBe('award.ended')
    b.t.close()
  })

  it('after the year: net assets are adjusted, by the restriction of the fund', () => {
    const b = awardBook()
    const id = b.award()
    b.entries()
    b.t.at('2027-01-04T02:00:00Z')
    b.t.does(end, { cases: [id], ...died }, b.as.administrator)
    expect(b.entries()).toBe('2027-01-04 award.cancelled_prior_year: 2200 to 3200, 100000')
    b.t.close()
  })

  it('not while the bank has it, and not when all is paid', () => {
    const b = awardBook()
    const id = b.award()
    b.account(b.families[0].head)
    const batch = b.prepared()
    const refused = b.t.refuses(end, { cases: [id], ...died }, b.as.administrator)
    expect(refused.message).toContain(batch)
    expect(refused.code).toBe('award.in_batch')
    b.t.close()
    const paid = awardBook()
    const other = paid.award()
    paid.account(paid.families[0].head)
    paid.pay()
    expect(paid.t.refuses(end, { cases: [other], ...died }, paid.as.administrator).code).toBe(
      'award.all_paid',
    )
    paid.t.close()
  })

  it('what came back from the bank is undone as returned', () => {
    const b = awardBook()
    const id = b.award()
    b.account(b.families[0].head)
    b.pay()
    b.bounce(String(b.ask('select number from batch')))
    b.entries()
    b.t.does(end, { cases: [id], ...died }, b.as.administrator)
    expect(b.entries()).toBe('2026-03-31 award.cancelled: 2210 to 5100, 100000')
    expect(b.at(id).state).toBe('cancelled')
    b.t.close()
  })

  it('what is not paid gives its room back', () => {
    const b = awardBook()
    b.caps({
      scope: 'person',
      window: 'calendar_year',
      value: { kind: 'fixed', amount: '1000.00' },
      times_most: 1,
    })
    const id = b.award()
    b.t.does(end, { cases: [id], cause: 'mistake', reason: 'Wrong person' }, b.as.administrator)
    const again = b.waiting()
    expect(b.t.does(approve, { cases: [again] }, b.as.approver).output.awarded).toBe(1)
    b.t.close()
  })
})

describe('[G9] a claim', () => {
  function paid(): { b: AwardBook; payout: number } {
    const b = awardBook()
    b.award()
    b.account(b.families[0].head)
    const [payout] = b.pay()
    b.entries()
    return { b, payout: payout! }
  }
  const lied = { cause: 'false_declaration', reason: 'Has a second house' } as const

  it('is made once for every cent, and bars the household', () => {
    const { b, payout } = paid()
    const given = { payout, ...lied, barred_until: '2029-03-31' }
    const past = { ...given, barred_until: '2026-03-30' }
    expect(b.t.refuses(claim, past, b.as.administrator).code).toBe('clawback.bar_in_past')
    b.t.does(claim, { ...given, amount: '600.00' }, b.as.administrator)
    expect(b.t.refuses(claim, { ...given, amount: '400.01' }, b.as.administrator).code).toBe(
      'clawback.too_large',
    )
    b.t.does(claim, given, b.as.administrator)
    expect(b.entries()).toBe(
      [
        '2026-03-31 clawback.claimed: 1230 to 5100, 60000',
        '2026-03-31 clawback.claimed: 1230 to 5100, 40000',
      ].join('\n'),
    )
    const next = { beneficiary: b.families[0].spouse }
    expect(() => b.submitCase(next)).toThrow(/no help until 2029-03-31/)
    b.t.close()
  })

  it('after the year adjusts net assets; money comes in part by part, by bank or in cash', () => {
    const { b, payout } = paid()
    b.t.at('2027-02-01T02:00:00Z')
    const { clawback } = b.t.does(claim, { payout, ...lied }, b.as.administrator).output
    const part = { clawback, amount: '300.00', form: 'cash' } as const
    expect(b.t.does(receive, part, b.as.administrator).output.open).toBe('700.00')
    expect(b.t.does(receive, { clawback }, b.as.administrator).output.open).toBe('0.00')
    expect(b.t.refuses(receive, { clawback }, b.as.administrator).code).toBe(
      'clawback.received_too_much',
    )
    expect(b.entries()).toBe(
      [
        '2027-02-01 clawback.claimed_prior_year: 1230 to 3200, 100000',
        '2027-02-01 clawback.received: 1110 to 1230, 30000',
        '2027-02-01 clawback.received: 1100 to 1230, 70000',
      ].join('\n'),
    )
    b.t.close()
  })

  it('is not made of what came back from the bank', () => {
    const { b, payout } = paid()
    b.bounce(String(b.ask('select number from batch')))
    expect(b.t.refuses(claim, { payout, ...lied }, b.as.administrator).code).toBe(
      'clawback.bounced',
    )
    b.t.close()
  })
})
