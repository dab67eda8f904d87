/** Leave to pass a cap is for what was asked about, as things stood then. */
import { afterEach, expect, test } from 'vitest'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { ask, decide } from '../../../src/hardship/caps/overrides.ts'
import { revise } from '../../../src/hardship/cases/revising.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { awardBook } from '../awards/scene.ts'

let book: { t: { close(): void } }
afterEach(() => book.t.close())
test('[A9] leave to pass a cap that was given for one payee is not used for another', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.caps({
    scope: 'household',
    window: 'calendar_year',
    value: { kind: 'fixed', amount: '900.00' },
  })
  const id = b.waiting()
  const { request } = t.does(ask, { case: id, reason: 'A long illness' }, as.member1).output
  t.does(decide, { request, allowed: true, reason: 'It is so' }, as.upperApprover)
  t.does(revise, { case: id, payee: b.families[2].head }, as.administrator)
  expect(t.refuses(approve, { cases: [id] }, as.approver).code).toBe('cap.exceeded')
})
test('[A9] leave to pass a cap by little is not used once others were helped, and may be asked for again', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.caps({
    scope: 'household',
    window: 'calendar_year',
    value: { kind: 'fixed', amount: '1500.00' },
  })
  t.does(openProgramme, {
    programme: 'other',
    fund: 'care',
    name: 'O',
    category: 'care_grants',
    help: 'one_off',
    workflow: 'standard',
  })
  b.award()
  const id = b.waiting({ amount: '600.00' })
  const other = b.waiting({
    programme: 'other',
    amount: '500.00',
    beneficiary: b.families[0].spouse,
  })
  const { request } = t.does(ask, { case: id, reason: 'A long illness' }, as.member1).output
  t.does(decide, { request, allowed: true, reason: 'It is so' }, as.upperApprover)
  t.does(approve, { cases: [other] }, as.approver)
  expect(t.refuses(approve, { cases: [id] }, as.approver).code).toBe('cap.exceeded')
  const again = t.does(ask, { case: id, reason: 'Still' }, as.member1).output
  t.does(decide, { request: again.request, allowed: true, reason: 'Yes' }, as.upperApprover)
  expect(t.does(approve, { cases: [id] }, as.approver).output.awarded).toBe(1)
})
test('[A4] a household’s cap is not passed by two cases of one act', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.caps({
    scope: 'household',
    window: 'calendar_year',
    value: { kind: 'fixed', amount: '1500.00' },
  })
  const cases = [b.waiting(), b.waiting({ beneficiary: b.families[0].spouse })]
  expect(t.refuses(approve, { cases }, as.approver).code).toBe('cap.exceeded')
})
