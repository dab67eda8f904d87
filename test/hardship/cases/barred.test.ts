/** After a false declaration a household gets no help until a day; others do, and the household after it. */
import { afterAll, expect, it } from 'vitest'
import { claim } from '../../../src/hardship/awards/clawbacks.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { awardBook } from '../awards/scene.ts'

const b = awardBook()
const { t, as, families } = b
afterAll(t.close)

it('[A9] a household is barred through the day that the claim names, whoever of it asks', () => {
  b.award()
  b.account(families[0].head)
  const [payout] = b.pay()
  const why = { cause: 'false_declaration', reason: 'The flat was let out' } as const
  t.does(claim, { payout: payout!, ...why, barred_until: '2026-06-30' }, as.approver)
  const [wang, li] = families
  const asked = { programme: 'relief', cause: 'illness', amount: '10.00' } as const
  for (const beneficiary of [wang.head, wang.spouse, wang.child]) {
    const refusal = t.refuses(submit, { ...asked, beneficiary }, as.coordinator)
    expect([refusal.code, refusal.values.until]).toEqual(['case.barred', '2026-06-30'])
  }
  t.does(submit, { ...asked, beneficiary: li.head }, as.coordinator)
  t.at('2026-06-30T15:59:00Z')
  expect(t.refuses(submit, { ...asked, beneficiary: wang.head }, as.coordinator).code).toBe(
    'case.barred',
  )
  t.at('2026-06-30T16:00:00Z')
  t.does(submit, { ...asked, beneficiary: wang.head }, as.coordinator)
})
