/** Cash and goods: each line is signed for, by the payee or by kin with authority. */
import { afterEach, describe, expect, it } from 'vitest'
import { receive } from '../../../src/funds/contributions.ts'
import { list as listPayouts } from '../../../src/funds/payout-queries.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { close } from '../../../src/hardship/batches/closing.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { signFor } from '../../../src/hardship/batches/signing.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { award } from './awarding.ts'
import { type PaidBook, paidBook } from './scene.ts'

const books: PaidBook[] = []
function book(form: 'cash' | 'in_kind'): PaidBook {
  const b = paidBook()
  books.push(b)
  const party = { kind: 'person', name: 'Giver' } as const
  b.t.does(receive, { fund: 'care', source: 'member', party, amount: '5000.00', form })
  return b
}
afterEach(() => {
  for (const { t } of books.splice(0)) t.close()
})

const slip = 'ab'.repeat(32)

describe('cash', () => {
  it('[G10] is paid by signatures; what nobody collected is payable again without an entry', () => {
    const b = book('cash')
    const [family] = b.families
    const mine = b.submitCase({ form: 'cash', amount: '300.00' })
    b.t.does(award, { cases: [mine] }, b.as.approver)
    b.awarded(2, { form: 'cash' })
    const batch = b.released({ form: 'cash' })
    expect(b.balance('payment_clearing')).toBe(0)
    const by = b.as.administrator
    const paid = { batch, line: 2, outcome: 'paid' } as const
    expect(b.t.refuses(recordResult, paid, by).code).toBe('batch.needs_signature')
    const stranger = { line: 1, slip_digest: slip, receiver: b.families[1].head }
    const withPaper = { ...stranger, authority_digest: slip }
    expect(b.t.refuses(signFor, { batch, lines: [withPaper] }, by).code).toBe(
      'batch_line.receiver_not_kin',
    )
    expect(b.t.refuses(signFor, { batch, lines: [stranger] }, by).code).toBe('input.invalid')
    const kin = { line: 1, slip_digest: slip, receiver: family.spouse, authority_digest: slip }
    const lines = [kin, { line: 2, slip_digest: slip }]
    expect(b.t.does(signFor, { batch, lines }, by).output).toMatchObject({ lines: 2 })
    expect(b.t.refuses(signFor, { batch, lines: [kin] }, by).code).toBe('batch_line.has_result')
    expect(b.at(mine).state).toBe('paid')
    b.t.does(recordResult, { batch, line: 3, outcome: 'rejected', cause: 'not_collected' }, by)
    b.t.does(close, { batch }, by)
    expect([b.balance('cash'), b.balance('grants_payable')]).toEqual([420_000, -50_000])
    expect(b.t.does(prepare, { fund: 'care', form: 'cash', name: 'Two' }, by).output.lines).toBe(1)
    expect(b.t.asks(listPayouts, { form: 'cash' }).payouts).toHaveLength(2)
    expect(verifyBook(b.t.book.store).passed).toBe(true)
  })

  it('[G7] that comes back is owed as returned, and handed out again from there', () => {
    const b = book('cash')
    b.awarded(1, { form: 'cash' })
    const by = b.as.administrator
    const batch = b.released({ form: 'cash' })
    b.t.does(signFor, { batch, lines: [{ line: 1, slip_digest: slip }] }, by)
    b.t.does(recordBounce, { batch, line: 1, cause: 'declined' }, by)
    expect([b.balance('cash'), b.balance('returned_payments')]).toEqual([500_000, -50_000])
    const again = b.released({ form: 'cash', again_of: batch })
    b.t.does(signFor, { batch: again, lines: [{ line: 1, slip_digest: slip }] }, by)
    expect([b.balance('cash'), b.balance('returned_payments')]).toEqual([450_000, 0])
  })
})

describe('goods', () => {
  it('[G10] leave the stock of relief goods against a slip, and are payouts like others', () => {
    const b = book('in_kind')
    const [one] = b.awarded(1, { form: 'goods' })
    const batch = b.released({ form: 'goods' })
    const lines = [{ line: 1, slip_digest: slip }]
    b.t.does(signFor, { batch, lines }, b.as.administrator)
    expect([b.balance('relief_goods'), b.balance('grants_payable')]).toEqual([450_000, 0])
    expect(b.at(one!).state).toBe('paid')
    expect(b.t.asks(listPayouts, {}).payouts[0]).toMatchObject({ form: 'goods', amount: '500.00' })
    expect(verifyBook(b.t.book.store).passed).toBe(true)
  })

  it('[G10] by bank nobody signs', () => {
    const b = book('cash')
    b.awarded(1)
    const batch = b.released()
    const lines = [{ line: 1, slip_digest: slip }]
    expect(b.t.refuses(signFor, { batch, lines }, b.as.administrator).code).toBe('batch.by_bank')
  })
})
