/** What somebody would try who wants to be paid, or to decide, where they may not. */
import { afterEach, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { comeBack } from '../../../src/funds/payouts.ts'
import { reverse } from '../../../src/funds/reversals.ts'
import { agree, approve } from '../../../src/hardship/awards/approving.ts'
import { claim } from '../../../src/hardship/awards/clawbacks.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { record } from '../../../src/hardship/notices/objecting.ts'
import { declare, end as endInterest } from '../../../src/people/interest-commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { noticeBook } from '../notices/notice-scene.ts'
import { awardBook } from './scene.ts'

let book: { t: { close(): void } }
afterEach(() => book.t.close())

test('entries of a payment on a case are not reversed, nor come back, beside its batch', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.account(b.families[0].head)
  b.award()
  const [payout] = b.pay()
  const entries = t.book.store.all("select id from entry where kind like 'award.%'", [])
  expect(entries.length).toBeGreaterThan(2)
  for (const { id } of entries) {
    const given = { entry: Number(id), reason: 'Again' }
    expect(t.refuses(reverse, given, as.owner).code).toBe('entry.of_award')
  }
  const back = { payout: payout!, amount: '1000.00' }
  expect(t.refuses(comeBack, back as never, as.administrator).code).toBe('payout.of_batch')
})

test('what bounced is paid again once, by one batch', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.account(b.families[0].head)
  b.award()
  b.pay()
  const [first] = t.book.store.all('select number from batch', [])
  const batch = String(first!.number)
  t.does(recordBounce, { batch, line: 1 }, as.administrator)
  expect(t.refuses(recordBounce, { batch, line: 1 }, as.administrator).code).toBe(
    'batch_line.bounced',
  )
  const again = { fund: 'care', form: 'bank', name: 'Again', again_of: batch } as const
  const { batch: second } = t.does(prepare, again, as.administrator).output
  expect(t.refuses(prepare, again, as.administrator).code).toBe('batch.nothing_payable')
  t.does(release, { batch: second }, as.secondAdministrator)
  t.does(recordResult, { batch: second, line: 1, outcome: 'paid' }, as.administrator)
  expect(t.refuses(prepare, again, as.administrator).code).toBe('batch.nothing_payable')
  expect(b.balance('returned_payments')).toBe(0)
  expect(b.balance('payment_clearing')).toBe(0)
})

test('an interest that is ended just before the approval counts still, in the payee too', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  const said = { party: b.families[1].spouse, kind: 'friendship' } as const
  const { interest } = t.does(declare, said, as.approver).output
  const id = b.submitCase({ payee: b.families[1].spouse })
  t.does(verify, { cases: [id] }, as.upperApprover)
  t.does(endInterest, { interest }, as.approver)
  expect(t.refuses(approve, { cases: [id] }, as.approver).code).toBe('case.interest')
  expect(t.does(approve, { cases: [id] }, as.upperApprover).output.awarded).toBe(1)
})

test('emergencies are not agreed to while an objection is open', () => {
  const b = noticeBook()
  book = b
  const { t, as } = b
  const duties = { ...neutralPolicies.duties, emergency_allowed: true }
  t.does(put, { kind: 'duties', body: { ...duties, emergency_limit: { CNY: '2000.00' } } })
  const id = b.submitCase({ emergency: true } as never)
  b.toNotice([id])
  const notice = b.putUp([id])
  const given = { notice, serial: 1, form: 'confidential', text: 'Two houses' } as const
  t.does(record, given, as.member1)
  expect(t.refuses(agree, { cases: [id] }, as.approver).code).toBe('case.not_in_state')
})

test('whoever reaches another unit alone does not claim back what was paid elsewhere', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.account(b.families[0].head)
  b.award()
  const [payout] = b.pay()
  const far = { ...as.approver, grants: [{ role: 'approver' as const, unit: b.units.far }] }
  const given = { payout: payout!, cause: 'mistake', reason: 'No' } as const
  expect(t.refuses(claim, given, far).code).toBe('payout.unknown')
})
