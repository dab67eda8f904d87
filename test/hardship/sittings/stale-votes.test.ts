/** What was voted on is what goes on: nothing is put in its place between the vote and the minutes. */
import { afterEach, expect, test } from 'vitest'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { revise } from '../../../src/hardship/cases/revising.ts'
import { close } from '../../../src/hardship/sittings/closing.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import type { HardshipBook } from '../hardship-for-tests.ts'
import { sits, sittingBook } from './scene.ts'

let book: HardshipBook
afterEach(() => book.t.close())

test('[G6] who is paid is not changed between the vote and the closing of a sitting', () => {
  book = sittingBook()
  const { t, as, families } = book
  const id = book.submitCase({ payee: book.hospital })
  const sitting = sits(book)
  const put = { sitting, cases: [id], proposal: 'approve' as const }
  t.does(vote, put, as.secondAdministrator)
  t.does(revise, { case: id, payee: families[2].head }, as.administrator)
  const { output } = t.does(close, { sitting }, as.secondAdministrator)
  expect(output).toMatchObject({ approved: 0, waiting: 1 })
  expect(book.at(id)).toMatchObject({ state: 'open', step_kind: 'deliberate' })
  expect(t.refuses(approve, { cases: [id] }, as.approver).code).toBe('case.not_at_step')
})

test('[G6] a case that was revised after the vote and voted on again goes on', () => {
  book = sittingBook()
  const { t, as, families } = book
  const id = book.submitCase({ payee: book.hospital })
  const sitting = sits(book)
  const put = { sitting, cases: [id], proposal: 'approve' as const }
  t.does(vote, put, as.secondAdministrator)
  t.does(revise, { case: id, payee: families[0].spouse }, as.administrator)
  t.does(vote, put, as.secondAdministrator)
  const { output } = t.does(close, { sitting }, as.secondAdministrator)
  expect(output).toMatchObject({ approved: 1, waiting: 0 })
})

test('no more is proposed to the vote than a case can ask for, all months together', () => {
  book = sittingBook()
  const { t, as } = book
  const id = book.submitCase()
  const sitting = sits(book)
  const amounts = [{ case: id, amount: '90071992547409.91', instalments: 120 }]
  const put = { sitting, cases: [id], proposal: 'approve' as const, amounts }
  expect(t.refuses(vote, put, as.secondAdministrator).code).toBe('case.too_large')
})
