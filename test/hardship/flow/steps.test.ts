/** The steps before a decision: who does them, who may not, what each asks for, and what it leaves behind. */
import { afterAll, describe, expect, test } from 'vitest'
import type { Caller } from '../../../src/book/registry.ts'
import { open as openRound } from '../../../src/hardship/cases/rounds.ts'
import { actsOfCase } from '../../../src/hardship/cases/rows.ts'
import { passChecks, recordChecks } from '../../../src/hardship/flow/checks.ts'
import { recordHomeVisit, review, verify } from '../../../src/hardship/flow/commands.ts'
import { progress } from '../../../src/hardship/flow/progress-query.ts'
import { refuse, returnToStep, withdraw } from '../../../src/hardship/flow/turning.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import type { WorkflowStep } from '../../../src/policies/workflows.ts'
import { type Hand, hardshipBook, putWorkflow } from '../hardship-for-tests.ts'

const checks = [
  { code: 'dues', name: 'Dues are paid' },
  { code: 'need', name: 'Household is in need' },
]
const long: readonly WorkflowStep[] = [
  { kind: 'verify' },
  { kind: 'home_visit' },
  { kind: 'review' },
  { kind: 'checks', checks },
  { kind: 'approve' },
  { kind: 'pay' },
]
const book = hardshipBook({ steps: long, workflow: { decide_within_days: 10 } })
const { t, as } = book
afterAll(t.close)

let people = 0
/** A case of somebody new, at the step with a number from 0. */
function caseAt(step: number, given: { beneficiary?: string } = {}): number {
  people += 1
  const { beneficiary = book.alone(`Neighbour ${people}`) } = given
  const id = book.submitCase({ beneficiary })
  const does = [
    () => t.does(verify, { cases: [id] }, as.secondAdministrator),
    () => t.does(recordHomeVisit, { cases: [id], findings: 'Needs a stove' }, as.coordinator),
    () => t.does(review, { cases: [id] }, as.upperApprover),
    () => {
      const outcomes = checks.map(({ code: check }) => ({ check, outcome: 'pass' as const }))
      t.does(recordChecks, { cases: [id], outcomes }, as.approver)
      t.does(passChecks, { cases: [id] }, as.approver)
    },
  ]
  for (const act of does.slice(0, step)) act()
  return id
}

const pass = { check: 'dues', outcome: 'pass' } as const

test('[A5] a case goes from step to step, each by another act', () => {
  expect([0, 1, 2, 3, 4].map((step) => book.at(caseAt(step)).step_kind)).toEqual([
    'verify',
    'home_visit',
    'review',
    'checks',
    'approve',
  ])
})

/** Each act at the step where it may be done, with its input. */
const acts = [
  ['cases.verify', verify, 0, (id: number) => ({ cases: [id] })],
  ['cases.record_home_visit', recordHomeVisit, 1, (id: number) => ({ cases: [id], findings: 'x' })],
  ['cases.review', review, 2, (id: number) => ({ cases: [id] })],
  ['cases.record_checks', recordChecks, 3, (id: number) => ({ cases: [id], outcomes: [pass] })],
  ['cases.pass_checks', passChecks, 3, (id: number) => ({ cases: [id] })],
  [
    'cases.return_to_step',
    returnToStep,
    2,
    (id: number) => ({ cases: [id], to_step: 1, reason: 'x' }),
  ],
  ['cases.refuse', refuse, 2, (id: number) => ({ cases: [id], rule: 'not_in_need', text: 'x' })],
] as const

describe('[7] nobody acts on their own case', () => {
  test.each(acts)('%s: whoever entered it', (_, command, step, input) => {
    const id = caseAt(step)
    const refused = t.refuses(command as typeof verify, input(id) as never, as.administrator)
    expect(refused.code).toBe('case.own_hand')
  })

  test.each(acts)(
    '%s: a relative of whom it concerns, whoever said so',
    (_, command, step, input) => {
      const { head } = book.family(`Relative ${step} ${command.name}`)
      const id = caseAt(step, { beneficiary: head })
      t.does(declare, { party: head, kind: 'friendship' }, as.approver)
      const refused = t.refuses(command as typeof verify, input(id) as never, as.approver)
      expect(refused.code).toBe('case.interest')
    },
  )

  test('cases.withdraw may be done by whoever entered it, not by a relative', () => {
    const id = caseAt(0)
    const { beneficiary_id } = book.theCase(id)
    const party = `P-${String(beneficiary_id).padStart(6, '0')}`
    t.does(declare, { party, kind: 'dispute' }, as.secondAdministrator)
    const given = { cases: [id], reason: 'No longer wanted' }
    expect(t.refuses(withdraw, given, as.secondAdministrator).code).toBe('case.interest')
    t.does(withdraw, given, as.administrator)
    expect(book.at(id).state).toBe('withdrawn')
    expect(t.refuses(withdraw, given, as.administrator).code).toBe('case.not_in_state')
  })
})

describe('a list', () => {
  test('goes on at once, without those in which whoever acts has an interest', () => {
    const { round, cases } = book.submitRound(3, { name: 'With a friend' })
    const party = `P-${String(book.theCase(cases[1]!).beneficiary_id).padStart(6, '0')}`
    t.does(declare, { party, kind: 'friendship' }, as.member1)
    const { output } = t.does(verify, { round, note: 'Seen' }, as.member1)
    const left = `C-${String(cases[1]).padStart(6, '0')}`
    expect(output).toEqual({ cases: 2, first: cases[0], left_out: [left] })
    expect(cases.map((id) => book.at(id).step)).toEqual([1, 0, 1])
    expect(t.refuses(verify, { cases }, as.member1).code).toBe('case.not_at_step')
    expect(t.refuses(verify, { cases: [cases[1]!] }, as.member1).code).toBe('case.interest')
    expect(t.refuses(verify, { round }, as.member1).code).toBe('case.interest')
    t.does(verify, { round }, as.member2)
    expect(t.refuses(verify, { round }, as.member2).code).toBe('cases.none')
  })

  test('of those that are checked, the ones that are clear go on', () => {
    const { round, cases } = book.submitRound(3, { name: 'To be checked' })
    t.does(verify, { round }, as.secondAdministrator)
    t.does(recordHomeVisit, { round, findings: 'Seen' }, as.coordinator)
    t.does(review, { round }, as.upperApprover)
    const outcomes = checks.map(({ code: check }) => ({ check, outcome: 'pass' as const }))
    t.does(recordChecks, { cases: cases.slice(1), outcomes }, as.approver)
    t.does(
      recordChecks,
      { cases: [cases[2]!], outcomes: [{ check: 'need', outcome: 'fail' }] },
      as.approver,
    )
    expect(t.does(passChecks, { round }, as.approver).output).toMatchObject({ cases: 1 })
    expect(cases.map((id) => book.at(id).step_kind)).toEqual(['checks', 'approve', 'checks'])
    expect(t.refuses(passChecks, { round }, as.approver).code).toBe('cases.none')
    expect(t.refuses(passChecks, { cases: [cases[0]!] }, as.approver).code).toBe('case.checks_open')
    expect(t.refuses(passChecks, { cases: [cases[2]!] }, as.approver).code).toBe(
      'case.check_failed',
    )
  })

  test('of 2,559 is verified in under two seconds', () => {
    const big = hardshipBook()
    const { round } = big.submitRound(2_559)
    // What this thread works, so that a busy machine does not count.
    const started = process.threadCpuUsage()
    const { output } = big.t.does(verify, { round }, big.as.secondAdministrator)
    const { user, system } = process.threadCpuUsage(started)
    const took = (user + system) / 1_000
    big.t.close()
    expect(output.cases).toBe(2_559)
    expect(took).toBeLessThan(2_000)
  })
})

describe('[A5] the review', () => {
  const inUnit = (hand: Hand, unit: keyof typeof book.units): Caller => ({
    ...as[hand],
    grants: as[hand].grants.map(({ role }) => ({ role, unit: book.units[unit] })),
  })

  test.each([
    ['north', 'case.not_from_above'],
    ['far', 'case.unknown'],
    ['city', null],
  ] as const)('by a role that begins at %s', (unit, code) => {
    const id = caseAt(2)
    const caller = inUnit('upperApprover', unit)
    if (code !== null) expect(t.refuses(review, { cases: [id] }, caller).code).toBe(code)
    else expect(t.does(review, { cases: [id] }, caller).output.cases).toBe(1)
  })
})

describe('[A3] standing checks', () => {
  const record = (id: number, outcome: object, hand: Hand = 'approver') =>
    t.does(
      recordChecks,
      { cases: [id], outcomes: [{ check: 'dues', ...outcome } as never] },
      as[hand],
    )

  test('are waived by an approver alone, and for a reason', () => {
    const id = caseAt(3)
    const waived = (more: object) => ({
      cases: [id],
      outcomes: [{ check: 'dues', outcome: 'waived' as const, ...more }],
    })
    const byClerk = t.refuses(recordChecks, waived({ reason: 'x' }), as.secondAdministrator)
    expect(byClerk.code).toBe('case.waiver_needs_approver')
    expect(t.refuses(recordChecks, waived({}), as.approver).code).toBe('case.waiver_needs_reason')
    record(id, { outcome: 'waived', reason: 'Was ill for the whole year' })
    record(id, { check: 'need', outcome: 'pass' }, 'secondAdministrator')
    t.does(passChecks, { cases: [id] }, as.approver)
    expect(book.at(id).step_kind).toBe('approve')
  })

  test('are those of the workflow, and of each the newest outcome counts', () => {
    const id = caseAt(3)
    const unknown = { cases: [id], outcomes: [{ check: 'height', outcome: 'pass' as const }] }
    expect(t.refuses(recordChecks, unknown, as.approver).code).toBe('case.check_unknown')
    record(id, { outcome: 'fail', reason: 'Two years unpaid' })
    record(id, { check: 'need', outcome: 'pass' })
    expect(t.refuses(passChecks, { cases: [id] }, as.approver).code).toBe('case.check_failed')
    record(id, { outcome: 'pass' })
    expect(t.asks(progress, { case: id }).checks).toMatchObject([
      { check: 'dues', outcome: 'pass', reason: null },
      { check: 'need', outcome: 'pass' },
    ])
    t.does(passChecks, { cases: [id] }, as.approver)
  })
})

describe('[A9] the household of a relative of an officer', () => {
  const own = hardshipBook()
  afterAll(own.t.close)
  const kin = (role: 'sibling' | 'child', hand: Hand) => {
    const party = own.alone(`Kin ${role} of ${hand}`)
    own.t.does(addTie, { party: own.users[hand].party, other: party, role })
    return party
  }

  test('is visited also where the workflow knows no visit', () => {
    const id = own.submitCase({ beneficiary: kin('sibling', 'member3') })
    expect(own.t.asks(progress, { case: id })).toMatchObject({ near_officer: true, visits: [] })
    const given = { cases: [id] }
    expect(own.t.refuses(verify, given, own.as.secondAdministrator).code).toBe('case.visit_needed')
    const visited = { ...given, visited_on: '2026-03-30', findings: 'Two rooms, no heating' }
    own.t.does(recordHomeVisit, visited, own.as.coordinator)
    expect(own.at(id)).toMatchObject({ state: 'open', step_kind: 'verify' })
    own.t.does(verify, given, own.as.secondAdministrator)
    expect(own.at(id).step_kind).toBe('approve')
    expect(own.t.asks(progress, { case: id }).visits).toMatchObject([
      { visited_on: '2026-03-30', findings: 'Two rooms, no heating' },
    ])
  })

  test('waits for the visit that is to come, and nobody else has to be visited', () => {
    putWorkflow(own.t, [
      { kind: 'verify' },
      { kind: 'home_visit' },
      { kind: 'approve' },
      { kind: 'pay' },
    ])
    const near = own.submitCase({ beneficiary: kin('child', 'approver') })
    own.t.does(verify, { cases: [near] }, own.as.secondAdministrator)
    expect(own.at(near).step_kind).toBe('home_visit')
    putWorkflow(own.t, [{ kind: 'verify' }, { kind: 'approve' }, { kind: 'pay' }], {
      name: 'Short',
    })
    const stranger = own.submitCase({ beneficiary: own.alone('A stranger') })
    own.t.does(verify, { cases: [stranger] }, own.as.secondAdministrator)
    expect(own.t.asks(progress, { case: stranger }).near_officer).toBe(false)
  })

  test('a visit is not in the future, and not recorded once a case is decided', () => {
    const id = own.submitCase({ beneficiary: own.alone('Somebody else') })
    const given = { cases: [id], findings: 'x' }
    const future = { ...given, visited_on: '2026-04-01' }
    expect(own.t.refuses(recordHomeVisit, future, own.as.coordinator).code).toBe(
      'case.visit_in_future',
    )
    own.t.does(refuse, { cases: [id], rule: 'too_late', text: 'x' }, own.as.approver)
    expect(own.t.refuses(recordHomeVisit, given, own.as.coordinator).code).toBe('case.not_in_state')
  })
})

describe('turning a case', () => {
  test('back to an earlier step, for a reason, and no further than that', () => {
    const id = caseAt(3)
    const back = { cases: [id], to_step: 2, reason: 'The visit was to another house' }
    expect(t.refuses(returnToStep, { ...back, to_step: 4 }, as.approver).code).toBe(
      'case.step_not_earlier',
    )
    t.does(returnToStep, back, as.approver)
    expect(book.at(id)).toMatchObject({ state: 'open', step: 1, step_kind: 'home_visit' })
    t.does(recordHomeVisit, { cases: [id], findings: 'The right house' }, as.coordinator)
    expect(book.at(id).step).toBe(2)
    expect(actsOfCase(t.book.store, id as CaseId).map(({ act, step }) => `${act} ${step}`)).toEqual(
      ['submitted 0', 'passed 0', 'passed 1', 'passed 2', 'returned 3', 'passed 1'],
    )
  })

  test('away by a rule that is stated, once', () => {
    const id = caseAt(1)
    const given = {
      cases: [id],
      rule: 'helped_elsewhere' as const,
      text: 'The union paid the same bill',
    }
    t.does(refuse, given, as.approver)
    expect(t.asks(progress, { case: id })).toMatchObject({
      refusal: { rule: 'helped_elsewhere', text: 'The union paid the same bill' },
      clock: { state: 'ended', within: 10, used: 0, overdue: false },
    })
    expect(t.asks(progress, { case: id }, { readsNames: false }).refusal?.text).toBe('***')
    expect(t.refuses(refuse, given, as.approver).code).toBe('case.not_in_state')
    expect(t.refuses(verify, { cases: [id] }, as.approver).code).toBe('case.not_at_step')
  })
})

test('a case of another unit is one that was never there', () => {
  const id = caseAt(0)
  const far = { ...as.approver, grants: [{ role: 'approver' as const, unit: book.units.far }] }
  for (const [, command, , input] of acts) {
    expect(t.refuses(command as typeof verify, input(id) as never, far).code).toBe('case.unknown')
  }
  const { round } = t.does(
    openRound,
    { programme: 'relief', name: 'Elsewhere', unit: 'north' },
    as.administrator,
  ).output
  expect(t.refuses(verify, { round }, far).code).toBe('round.unknown')
})
