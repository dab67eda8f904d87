/** What is late is told: in lists, and first of what waits. */
import { afterAll, expect, test } from 'vitest'
import { list } from '../../../src/hardship/cases/queries.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { refuse } from '../../../src/hardship/flow/turning.ts'
import { waiting } from '../../../src/work/waiting.ts'
import { turn } from '../flow/turn.ts'
import { hardshipBook } from '../hardship-for-tests.ts'

const book = hardshipBook({ workflow: { decide_within_days: 5 } })
const { t, as } = book
afterAll(t.close)

const entered = (name: string, applied_on: string) =>
  book.submitCase({ beneficiary: book.alone(name), applied_on })
const late = entered('Late', '2026-03-16')
const later = entered('Later', '2026-03-12')
const inTime = entered('In time', '2026-03-26')
const asked = entered('Asked for more', '2026-03-16')
t.does(turn, { case: asked, act: 'asked' }, {})
const gone = entered('Refused late', '2026-03-02')
t.does(refuse, { cases: [gone], rule: 'too_late', text: 'x' }, as.approver)

test('a list says by when each is to be decided, and which are late', () => {
  const told = t.asks(list, {}).cases.map(({ case: id, due_on, overdue }) => [id, due_on, overdue])
  expect(told.sort()).toEqual([
    [late, '2026-03-23', true],
    [later, '2026-03-19', true],
    [inTime, '2026-04-02', false],
    // It was late before anybody asked.
    [asked, '2026-03-23', true],
    [gone, null, false],
  ])
})

test('late cases wait for whoever may decide on them, those due first at the head', () => {
  const items = t.asks(waiting, {}, as.approver).items
  const found = items.find(({ code }) => code === 'cases_overdue')
  expect(found).toMatchObject({ count: 3, more: false, oldest_on: '2026-03-19' })
  expect(found?.subjects[0]).toBe(`case/${later}`)
  const byStep = items.find(({ code }) => code === 'cases_to_verify')
  expect(byStep?.subjects).toEqual([later, late, inTime].map((id) => `case/${id}`))
  expect(t.asks(waiting, {}, as.auditor).items.map(({ code }) => code)).not.toContain(
    'cases_overdue',
  )
})

test('what is decided is late no more; without a limit nothing is', () => {
  t.does(verify, { cases: [late, later] }, as.secondAdministrator)
  for (const id of [late, later]) t.does(turn, { case: id, act: 'approved', step: 2 }, {})
  t.does(turn, { case: asked, act: 'withdrawn' }, {})
  const items = t.asks(waiting, {}, as.approver).items
  expect(items.map(({ code }) => code)).not.toContain('cases_overdue')
})
