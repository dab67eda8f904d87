/** A list that was found wrong counts for none of its cases, whatever else is decided of them. */
import { afterEach, expect, test } from 'vitest'
import { decide } from '../../../src/hardship/notices/deciding.ts'
import { record } from '../../../src/hardship/notices/objecting.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { takeDown } from '../../../src/hardship/notices/taking-down.ts'
import { type NoticeBook, noticeBook, said } from './notice-scene.ts'

let book: NoticeBook
afterEach(() => book.t.close())

const text = 'They own two houses.'
const reason = 'Looked at: rule 4'

test('[invariant 10] a case of a list found wrong does not go on when another objection to it is dismissed', () => {
  book = noticeBook()
  const { t, as, at } = book
  const { cases } = book.submitRound(2)
  book.toNotice(cases)
  const notice = book.putUp(cases)
  const list = t.does(record, { notice, form: 'confidential', text }, as.member1).output
  const one = t.does(record, { notice, serial: 1, form: 'confidential', text }, as.member1).output
  t.at('2026-04-08T02:00:00Z')
  t.does(takeDown, { notice }, as.administrator)
  const upheld = { objection: list.objection, outcome: 'upheld', reason } as const
  t.does(decide, upheld, as.approver)
  const dismissed = { objection: one.objection, outcome: 'dismissed', reason } as const
  t.does(decide, dismissed, as.approver)
  expect(cases.map((id) => at(id))).toMatchObject([
    { state: 'open', step_kind: 'notice' },
    { state: 'open', step_kind: 'notice' },
  ])
  expect(t.does(putUp, { ...said, cases }, as.administrator).output.cases).toBe(2)
})

test('[invariant 10] whether the list or the case is decided first', () => {
  book = noticeBook()
  const { t, as, at } = book
  const { cases } = book.submitRound(1)
  book.toNotice(cases)
  const notice = book.putUp(cases)
  const list = t.does(record, { notice, form: 'confidential', text }, as.member1).output
  const one = t.does(record, { notice, serial: 1, form: 'confidential', text }, as.member1).output
  t.at('2026-04-08T02:00:00Z')
  t.does(takeDown, { notice }, as.administrator)
  t.does(decide, { objection: one.objection, outcome: 'dismissed', reason }, as.approver)
  expect(at(cases[0]!).state).toBe('suspended')
  t.does(decide, { objection: list.objection, outcome: 'upheld', reason }, as.approver)
  expect(at(cases[0]!)).toMatchObject({ state: 'open', step_kind: 'notice' })
})

test('sums of a list beyond what a book can hold are refused as money that is not there', () => {
  book = noticeBook()
  const { t, as } = book
  const { cases } = book.submitRound(3, { amount: '90071992547409.00' })
  book.toNotice(cases)
  expect(t.refuses(putUp, { ...said, cases }, as.administrator).code).toBe(
    'fund.more_than_available',
  )
})
