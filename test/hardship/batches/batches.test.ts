import { afterEach, describe, expect, it } from 'vitest'
import { comeBack } from '../../../src/funds/payouts.ts'
import { reverse } from '../../../src/funds/reversals.ts'
import { recordResults } from '../../../src/hardship/batches/bank-results.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { close } from '../../../src/hardship/batches/closing.ts'
import { lines } from '../../../src/hardship/batches/line-queries.ts'
import { payable } from '../../../src/hardship/batches/payable-queries.ts'
import { drop, prepare, removeLine } from '../../../src/hardship/batches/preparing.ts'
import { list, show } from '../../../src/hardship/batches/queries.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type PaidBook, paidBook, ref } from './scene.ts'

const books: PaidBook[] = []
function book(): PaidBook {
  const made = paidBook()
  books.push(made)
  return made
}
afterEach(() => {
  for (const { t } of books.splice(0)) t.close()
})

const say = (batch: string, place: number, outcome: 'paid' | 'rejected', more = {}) => ({
  end_to_end_id: `${batch}-${String(place).padStart(6, '0')}`,
  outcome,
  on: '2026-03-31',
  ...more,
})

describe('preparing a batch', () => {
  it('[B1] takes all that is payable, numbers batches of a year without a gap, and none twice', () => {
    const b = book()
    b.awarded(3)
    const first = b.t.does(prepare, { fund: 'care', form: 'bank', name: 'One' }, b.as.administrator)
    expect(first.output).toEqual({
      batch: 'B-2026-0001',
      lines: 3,
      total: '1500.00',
      currency: 'CNY',
      left: 0,
    })
    const again = { fund: 'care', form: 'bank', name: 'Two' } as const
    expect(b.t.refuses(prepare, again, b.as.administrator).code).toBe('batch.nothing_payable')
    b.t.does(drop, { batch: 'B-2026-0001', reason: 'Wrong day' }, b.as.administrator)
    expect(b.t.does(prepare, again, b.as.administrator).output.batch).toBe('B-2026-0002')
    expect(b.t.asks(list, {}, b.as.auditor).batches.map((one) => [one.batch, one.state])).toEqual([
      ['B-2026-0002', 'prepared'],
      ['B-2026-0001', 'dropped'],
    ])
  })

  it('[B2] takes instalments by their numbers and lists by theirs; what is not payable is refused', () => {
    const b = book()
    const [one] = b.awarded(2)
    b.awarded(2)
    const input = { fund: 'care', form: 'bank', name: 'One' } as const
    const { output } = b.t.does(prepare, { ...input, round: 2 }, b.as.administrator)
    expect(output.lines).toBe(2)
    const wrong = b.t.refuses(prepare, { ...input, instalments: [1, 3] }, b.as.administrator)
    expect(wrong.code).toBe('batch.instalment_not_payable')
    expect(
      b.t.does(prepare, { ...input, instalments: [1, 2] }, b.as.administrator).output.lines,
    ).toBe(2)
    expect(b.at(one!).state).toBe('awarded')
    expect(b.t.refuses(prepare, { ...input, pay_on: '2026-03-30' }, b.as.administrator).code).toBe(
      'batch.pay_on_past',
    )
  })

  it('[B3] a line is taken out before the release and is payable again; never the last one', () => {
    const b = book()
    b.awarded(2)
    const batch = b.prepared()
    b.t.does(removeLine, { batch, line: 1, reason: 'Moved away' }, b.as.administrator)
    expect(b.t.refuses(removeLine, { batch, line: 1 }, b.as.administrator).code).toBe(
      'batch_line.removed',
    )
    expect(b.t.refuses(removeLine, { batch, line: 2 }, b.as.administrator).code).toBe(
      'batch.last_line',
    )
    expect(b.t.asks(payable, {}, b.as.administrator).payable).toMatchObject([
      { fund: 'care', form: 'bank', count: 1, amount: '500.00', again: 0 },
    ])
  })
})

describe('releasing a batch', () => {
  it('[B4] is for another than who prepared it and than who approved a case of it', () => {
    const b = book()
    b.awarded(2)
    const batch = b.prepared()
    expect(b.t.refuses(release, { batch }, b.as.administrator).code).toBe('batch.own_release')
    expect(b.t.refuses(release, { batch }, b.as.approver).code).toBe('batch.approved_by_oneself')
    const { output } = b.t.does(release, { batch }, b.as.secondAdministrator)
    expect(output).toMatchObject({ lines: 2, total: '1000.00' })
    expect(b.balance('payment_clearing')).toBe(100_000)
    expect(b.t.asks(show, { batch }, b.as.auditor).released?.digest).toBe(output.digest)
    expect(b.t.refuses(release, { batch }, b.as.upperApprover).code).toBe('batch.not_prepared')
    expect(b.t.refuses(drop, { batch, reason: 'x' }, b.as.administrator).code).toBe(
      'batch.not_prepared',
    )
  })

  it('[B5] is refused to whoever has an interest in a case of it', () => {
    const b = book()
    const [, two] = b.awarded(2)
    const batch = b.prepared()
    const party = b.users.secondAdministrator.party
    const other = ref(b.theCase(two!).beneficiary_id)
    b.t.does(addTie, { party, other, role: 'sibling' }, b.as.administrator)
    const refused = b.t.refuses(release, { batch }, b.as.secondAdministrator)
    expect([refused.code, refused.values.case]).toEqual(['case.interest', 'C-000002'])
    b.t.does(removeLine, { batch, line: 2 }, b.as.administrator)
    expect(b.t.does(release, { batch }, b.as.secondAdministrator).output.lines).toBe(1)
  })
})

describe('results', () => {
  it('[G3-G7] one batch: paid, rejected, sent again, bounced; clearing is zero, the book verifies', () => {
    const b = book()
    const cases = b.awarded(4)
    const batch = b.released()
    expect(b.t.refuses(close, { batch }, b.as.administrator).code).toBe('batch.lines_open')
    const rows = [
      say(batch, 1, 'paid', { amount: '500.00', currency: 'CNY', name: 'PERSON 1' }),
      say(batch, 2, 'rejected', { cause: 'AC04 account closed' }),
      say(batch, 3, 'paid', { amount: '50.00' }),
      say(batch, 4, 'paid', { name: 'Somebody Else' }),
      say(batch, 9, 'paid'),
      say(batch, 1, 'paid'),
      say('B-2026-0009', 1, 'paid'),
    ]
    const taken = b.t.does(recordResults, { rows }, b.as.administrator).output
    expect(taken.rows.map((one) => one.fault?.code ?? one.outcome)).toEqual([
      'recorded',
      'recorded',
      'bank_result.amount_differs',
      'bank_result.name_differs',
      'bank_result.reference_unknown',
      'known',
      'bank_result.reference_unknown',
    ])
    const known = b.t.does(recordResults, { rows: [say(batch, 1, 'paid')] }, b.as.administrator)
    expect(known.output).toMatchObject({ recorded: 0, known: 1, refused: 0 })
    const other = b.t.does(recordResults, { rows: [say(batch, 1, 'rejected')] }, b.as.administrator)
    expect(other.output.rows[0]!.fault?.code).toBe('bank_result.differs')
    b.t.does(recordResult, { batch, line: 3, outcome: 'paid' }, b.as.administrator)
    b.t.does(recordResult, { batch, line: 4, outcome: 'paid' }, b.as.administrator)
    expect(
      b.t.refuses(recordResult, { batch, line: 4, outcome: 'paid' }, b.as.administrator).code,
    ).toBe('batch_line.has_result')
    expect(b.balance('payment_clearing')).toBe(0)
    expect(b.balance('returned_payments')).toBe(-50_000)
    expect(b.balance('grants_payable')).toBe(0)
    expect(cases.map((id) => b.at(id).state)).toEqual(['paid', 'awarded', 'paid', 'paid'])
    expect(b.t.does(close, { batch }, b.as.administrator).output).toMatchObject({
      paid: 3,
      rejected: 1,
    })
    const payout = b.t.asks(lines, { batch }, b.as.auditor).lines[0]!.payout!
    expect(b.t.refuses(comeBack, { payout }).code).toBe('payout.of_batch')
    const { entry } = b.t.does(
      recordBounce,
      { batch, line: 1, cause: 'account_wrong' },
      b.as.administrator,
    ).output
    expect(b.t.refuses(reverse, { entry, reason: 'x' }).code).toBe('entry.of_award')
    expect(b.at(cases[0]!)).toMatchObject({ state: 'awarded', step_kind: 'pay' })
    expect(b.balance('returned_payments')).toBe(-100_000)
    const again = b.released({ again_of: batch })
    expect(b.t.asks(show, { batch: again }, b.as.auditor)).toMatchObject({
      lines: 2,
      total: '1000.00',
    })
    const back = [say(again, 1, 'paid'), say(again, 2, 'rejected')]
    b.t.does(recordResults, { rows: back }, b.as.administrator)
    expect(b.balance('payment_clearing')).toBe(0)
    expect(b.balance('returned_payments')).toBe(-50_000)
    expect(b.balance('care_grants')).toBe(200_000)
    const third = b.released()
    b.t.does(recordResults, { rows: [say(third, 1, 'paid')] }, b.as.administrator)
    expect(cases.map((id) => b.at(id).state)).toEqual(['paid', 'paid', 'paid', 'paid'])
    expect([b.balance('returned_payments'), b.balance('bank')]).toEqual([0, 100_000_000 - 200_000])
    const report = verifyBook(b.t.book.store)
    expect(report.passed).toBe(true)
  })
})
