/** An approval given before a case was turned back does not count when it comes again. */
import { afterEach, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { revise } from '../../../src/hardship/cases/revising.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { refuse, returnToStep } from '../../../src/hardship/flow/turning.ts'
import { decide, file } from '../../../src/hardship/grievances/commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { type HardshipBook, hardshipBook } from '../hardship-for-tests.ts'

let book: HardshipBook
afterEach(() => book.t.close())

const reason = 'The bill is of another hospital'

/** A case that one of two approved. */
function approvedOnce(): number[] {
  book = hardshipBook()
  const { t, as } = book
  const approvals = [{ currency: 'CNY', above: '0.00', approvals: 2 }]
  const body = { ...neutralPolicies.duties, approval_above: { CNY: '0.00' }, approvals }
  t.does(put, { kind: 'duties', body })
  const cases = [book.submitCase()]
  t.does(verify, { cases }, as.secondAdministrator)
  expect(t.does(approve, { cases }, as.approver).output.awarded).toBe(0)
  return cases
}

function needsTwoAgain(cases: number[]): void {
  const { t, as } = book
  expect(t.does(approve, { cases }, as.upperApprover).output.awarded).toBe(0)
  expect(t.refuses(approve, { cases }, as.upperApprover).code).toBe('case.approved_already')
  expect(t.does(approve, { cases }, as.approver).output.awarded).toBe(1)
}

test('[invariant 7] not when it was returned to an earlier step', () => {
  const cases = approvedOnce()
  const { t, as } = book
  t.does(returnToStep, { cases, to_step: 1, reason }, as.upperApprover)
  t.does(verify, { cases }, as.secondAdministrator)
  needsTwoAgain(cases)
})

test('[invariant 7] not when it was refused, and reopened by an appeal', () => {
  const cases = approvedOnce()
  const { t, as } = book
  t.does(refuse, { cases, rule: 'not_in_need', text: reason }, as.upperApprover)
  const appeal = { case: cases[0]!, kind: 'appeal', text: 'We are' } as const
  const { grievance } = t.does(file, appeal, as.member1).output
  t.does(decide, { grievance, outcome: 'upheld', reason, step: 1 }, as.member2)
  needsTwoAgain(cases)
})

test('[invariant 7] nor when what it asks for was revised in between', () => {
  const cases = approvedOnce()
  const { t, as } = book
  t.does(revise, { case: cases[0]!, amount: '5000.00' }, as.administrator)
  needsTwoAgain(cases)
})
