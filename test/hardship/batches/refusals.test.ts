/** What batches and their lines refuse, each with the values that say why. */
import { afterEach, describe, expect, it } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { claim as claimBack } from '../../../src/hardship/awards/clawbacks.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { close } from '../../../src/hardship/batches/closing.ts'
import { drop, removeLine } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { signFor } from '../../../src/hardship/batches/signing.ts'
import { keptApart } from '../../../src/policies/deciding.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { award } from './awarding.ts'
import { type PaidBook, paidBook } from './scene.ts'

const books: PaidBook[] = []
function book(): PaidBook {
  const made = paidBook()
  books.push(made)
  return made
}
afterEach(() => {
  for (const { t } of books.splice(0)) t.close()
})

describe('lines', () => {
  it('[B7] that are not there, were not sent, or were paid already take no result', () => {
    const b = book()
    b.awarded(2)
    const by = b.as.administrator
    const batch = b.prepared()
    const result = (line: number, more = {}) =>
      b.t.refuses(recordResult, { batch, line, outcome: 'paid', ...more }, by)
    expect(result(9).code).toBe('batch_line.unknown')
    expect(result(1).code).toBe('batch_line.not_released')
    expect(b.t.refuses(close, { batch }, by).code).toBe('batch.not_released')
    b.t.does(release, { batch }, b.as.secondAdministrator)
    const early = result(1, { on: '2026-03-30' })
    expect([early.code, early.values.released]).toEqual(['batch_line.before_release', '2026-03-31'])
    const bounce = (line: number) => b.t.refuses(recordBounce, { batch, line }, by).code
    expect(bounce(1)).toBe('batch_line.not_paid')
    b.t.does(recordResult, { batch, line: 1, outcome: 'paid' }, by)
    b.t.does(recordBounce, { batch, line: 1 }, by)
    expect(bounce(1)).toBe('batch_line.bounced')
    expect(b.t.refuses(removeLine, { batch, line: 2 }, by).code).toBe('batch.not_prepared')
  })

  it('[G9] that are claimed back do not come back from the bank besides', () => {
    const b = book()
    b.awarded(1)
    const by = b.as.administrator
    const batch = b.released()
    const paid = { batch, line: 1, outcome: 'paid' } as const
    const { payout } = b.t.does(recordResult, paid, by).output
    const claim = { payout: payout!, cause: 'mistake', reason: 'Wrong' } as const
    b.t.does(claimBack, claim, b.as.upperApprover)
    expect(b.t.refuses(recordBounce, { batch, line: 1 }, by).code).toBe('batch_line.claimed')
  })

  it('[B8] are not handed out to oneself', () => {
    const b = book()
    const me = b.users.administrator.party
    const asked = { beneficiary: me, form: 'cash', file: { facts: {} } } as const
    const mine = b.submitCase(asked, 'owner')
    b.t.does(award, { cases: [mine] }, b.as.approver)
    const batch = b.released({ form: 'cash' })
    const lines = [{ line: 1, slip_digest: 'ab'.repeat(32) }]
    expect(b.t.refuses(signFor, { batch, lines }, b.as.administrator).code).toBe(
      'batch_line.own_receipt',
    )
  })
})

describe('a release', () => {
  it('[B9] is not for who entered a case, where the policy on duties keeps those apart', () => {
    const b = book()
    const one = b.submitCase({}, 'secondAdministrator')
    b.t.does(award, { cases: [one] }, b.as.approver)
    b.account(b.families[0].head)
    const batch = b.prepared()
    const body = { ...neutralPolicies.duties, not_the_same: [...keptApart] }
    b.t.does(put, { kind: 'duties', body })
    expect(b.t.refuses(release, { batch }, b.as.secondAdministrator).code).toBe(
      'batch.entered_by_oneself',
    )
    b.t.does(release, { batch }, b.as.upperApprover)
  })

  it('[B10] looks again whether each case is awarded still', () => {
    const b = book()
    const [one] = b.awarded(1)
    const batch = b.prepared()
    b.t.book.store.run("update case_state set state = 'cancelled' where case_id = ?", [one!])
    const refused = b.t.refuses(release, { batch }, b.as.secondAdministrator)
    expect([refused.code, refused.values.state]).toEqual(['batch.line_not_payable', 'cancelled'])
    b.t.does(drop, { batch, reason: 'Ended' }, b.as.administrator)
  })
})
