/** Grievances about cases, appeals against refusals. */
import { afterAll, expect, test } from 'vitest'
import { recordHomeVisit } from '../../../src/hardship/flow/commands.ts'
import { decide, file } from '../../../src/hardship/grievances/commands.ts'
import { list, show } from '../../../src/hardship/grievances/queries.ts'
import { decide as decideObjection } from '../../../src/hardship/notices/deciding.ts'
import { record } from '../../../src/hardship/notices/objecting.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { noticeBook } from '../notices/notice-scene.ts'

const open: { t: { close(): void } }[] = []
afterAll(() => {
  for (const { t } of open) t.close()
})

const text = 'The income was counted twice.'
const reason = 'It was'

/** A case refused by an objection that the first member upheld. */
function refused() {
  const book = noticeBook()
  open.push(book)
  const { t, as } = book
  const [id] = book.submitRound(1).cases as [number]
  book.toNotice([id])
  const notice = book.putUp([id])
  const objected = { notice, serial: 1, form: 'confidential', text: 'Two houses' } as const
  const { objection } = t.does(record, objected, as.secondAdministrator).output
  t.does(decideObjection, { objection, outcome: 'upheld', reason: 'Rule 4' }, as.member1)
  return { ...book, id }
}

test('[F3] an appeal that is upheld has the case looked at again from the step given', () => {
  const { t, as, id, at } = refused()
  const { grievance } = t.does(
    file,
    { case: id, kind: 'appeal', from: 'Wu', text },
    as.coordinator,
  ).output
  expect(t.refuses(file, { case: id, kind: 'appeal', text }, as.owner).code).toBe('grievance.open')
  const upheld = { grievance, outcome: 'upheld', reason } as const
  expect(t.refuses(decide, { ...upheld, step: 3 }, as.member3).code).toBe('grievance.step')
  const { output } = t.does(decide, { ...upheld, step: 1 }, as.member3)
  expect(output.reopened).toBe(true)
  expect(at(id)).toMatchObject({ state: 'open', step: 1, step_kind: 'notice' })
  expect(t.refuses(decide, upheld, as.member3).code).toBe('grievance.decided')
})

test('[invariant 7] whoever had a part in the case, or has an interest, does not decide on it', () => {
  const { t, as, id, users, theCase } = refused()
  const { grievance } = t.does(file, { case: id, kind: 'appeal', text }, as.coordinator).output
  const upheld = { grievance, outcome: 'dismissed', reason } as const
  // Entered and put on notice by the one, the objection decided by the other.
  for (const hand of ['administrator', 'member1'] as const) {
    expect(t.refuses(decide, upheld, as[hand]).code, hand).toBe('grievance.own_part')
  }
  const party = `P-${String(theCase(id).beneficiary_id).padStart(6, '0')}`
  t.does(declare, { party, kind: 'friendship' }, as.member2)
  expect(t.refuses(decide, upheld, as.member2).code).toBe('case.interest')
  expect(t.asks(show, { grievance }, as.member1)).toMatchObject({
    may_decide: false,
    barred: { code: 'grievance.own_part' },
  })
  expect(t.does(decide, upheld, as.member3).output.reopened).toBe(false)
  expect(users.member3.user).toBeGreaterThan(0)
})

test('[invariant 7] nor whoever visited the household, recorded the objection, or filed the appeal', () => {
  const book = noticeBook()
  open.push(book)
  const { t, as } = book
  const cases = [...book.submitRound(1).cases]
  const visit = { cases, visited_on: '2026-03-30', findings: 'Two houses' }
  t.does(recordHomeVisit, visit, as.member4)
  book.toNotice(cases)
  const notice = book.putUp(cases)
  const objected = { notice, serial: 1, form: 'confidential', text: 'Two houses' } as const
  const { objection } = t.does(record, objected, as.secondAdministrator).output
  t.does(decideObjection, { objection, outcome: 'upheld', reason: 'Rule 4' }, as.member1)
  const appeal = { case: cases[0]!, kind: 'appeal', text } as const
  const { grievance } = t.does(file, appeal, as.member5).output
  const upheld = { grievance, outcome: 'upheld', reason } as const
  for (const hand of ['member4', 'secondAdministrator', 'member5'] as const) {
    expect(t.refuses(decide, upheld, as[hand]).code, hand).toBe('grievance.own_part')
  }
  expect(t.does(decide, upheld, as.member3).output.reopened).toBe(true)
})

test('an appeal is against a refusal; a grievance is about any case and moves none', () => {
  const book = noticeBook()
  open.push(book)
  const { t, as } = book
  const id = book.submitCase()
  const appeal = { case: id, kind: 'appeal', text } as const
  expect(t.refuses(file, appeal, as.owner).code).toBe('grievance.nothing_to_appeal')
  const { grievance } = t.does(file, { case: id, kind: 'grievance', text }, as.owner).output
  t.does(decide, { grievance, outcome: 'upheld', reason }, as.approver)
  expect(book.at(id).state).toBe('open')
  expect(t.asks(list, { state: 'decided' }, as.auditor).grievances).toMatchObject([
    { grievance, outcome: 'upheld' },
  ])
  const far = {
    ...as.administrator,
    grants: [{ role: 'fund_administrator', unit: book.units.far }] as const,
  }
  expect(t.asks(list, {}, far).grievances).toEqual([])
  expect(t.refuses(decide, { grievance, outcome: 'upheld', reason }, far).code).toBe(
    'grievance.unknown',
  )
})
