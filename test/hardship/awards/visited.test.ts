/** Cases near officers are visited before they are approved, whatever their workflow says. */
import { afterEach, expect, test } from 'vitest'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { recordHomeVisit, verify } from '../../../src/hardship/flow/commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { type HardshipBook, hardshipBook } from '../hardship-for-tests.ts'

let book: HardshipBook
afterEach(() => book.t.close())

const visit = { visited_on: '2026-03-30', findings: 'Two rooms, no heating' }

test('[A9] the child of an officer is visited also where approval is the first step', () => {
  book = hardshipBook({ steps: [{ kind: 'approve' }, { kind: 'pay' }] })
  const { t, as, users } = book
  const child = book.alone('Child of an officer')
  t.does(addTie, { party: users.member3.party, other: child, role: 'child' })
  const cases = [book.submitCase({ beneficiary: child })]
  expect(t.refuses(approve, { cases }, as.approver).code).toBe('case.visit_needed')
  t.does(recordHomeVisit, { cases, ...visit }, as.coordinator)
  expect(t.does(approve, { cases }, as.approver).output.awarded).toBe(1)
})

test('[A9] also where kin are paid for somebody else, or the tie came to light after the verification', () => {
  book = hardshipBook()
  const { t, as, users, families } = book
  const id = book.submitCase({ payee: families[1].spouse })
  const other = book.submitCase({ beneficiary: families[2].head })
  const cases = [id, other]
  t.does(verify, { cases }, as.secondAdministrator)
  t.does(addTie, { party: users.member3.party, other: families[1].spouse, role: 'sibling' })
  expect(t.refuses(approve, { cases }, as.approver)).toMatchObject({
    code: 'case.visit_needed',
    values: { case: `C-00000${id}` },
  })
  expect(t.does(approve, { cases: [other] }, as.approver).output.awarded).toBe(1)
})
