/** A book of cases that was changed behind its back is found out, and by name (handbook G6, rules 2, 3, 9 and 10). */
import { afterAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../src/verification/report.ts'
import { hardshipFile } from './hardship-book.ts'
import { tamper, verifyFile } from './rich-book.ts'

const file = hardshipFile()
afterAll(() => file.remove())

test('a book in which cases went all ways verifies, and says what was looked at', () => {
  const { checks, passed } = verifyFile(file.path)
  expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  expect(passed).toBe(true)
  const said = checks.filter(({ name }) => name === 'cases' || name === 'awards')
  expect(said.map(({ name, counted }) => `${name}: ${counted}`).join('\n')).toMatchInlineSnapshot(`
    "cases: 6 cases: each act follows from the one before, no step is left out, nobody acted on their own
    awards: 5 awards: after clean notices; what is owed is what of them is not paid; closed batches are cleared"
  `)
})

type Case = readonly [name: string, change: string, finding: Partial<Finding>]

const cases: readonly Case[] = [
  [
    'a case that stands elsewhere',
    "update case_state set state = 'open' where case_id = 1",
    { code: 'case_state.state', row: '1' },
  ],
  [
    'a case at a later step',
    "update case_state set step = 3, step_kind = 'pay' where case_id = 6",
    { code: 'case_state.step', row: '6' },
  ],
  [
    'a step under another name',
    "update case_state set step_kind = 'checks' where case_id = 6",
    { code: 'case_state.step_kind', row: '6' },
  ],
  [
    'a longer wait',
    "update case_state set since_on = '2020-01-01' where case_id = 5",
    { code: 'case_state.since_on', row: '5' },
  ],
  [
    'a case in another unit',
    'update case_state set unit_id = null where case_id = 5',
    { code: 'case_state.unit_id', row: '5' },
  ],
  [
    'a removed state',
    'delete from case_state where case_id = 2',
    { code: 'case_state.missing', row: '2' },
  ],
  [
    'the state of a case that is none',
    "insert into case_state values (99, 'open', 0, 'verify', '2026-03-02', null, 1, null)",
    { code: 'case_state.without_case', row: '99' },
  ],
  [
    'an act that does not follow',
    "update case_act set act = 'answered' where case_id = 1 and act = 'passed' and step = 0",
    { code: 'case_act.act' },
  ],
  [
    'a step left out',
    "update case_act set to_step = 2 where case_id = 1 and act = 'passed' and step = 0",
    { code: 'case_act.to_step' },
  ],
  [
    'an act at another step',
    "update case_act set step = 1 where case_id = 4 and act = 'approved'",
    { code: 'case_act.step' },
  ],
  [
    'an approval by whoever entered the case',
    'update case_approval set actor = (select actor from hardship_case where id = 1) where case_id = 1',
    { code: 'case.own_hand', table: 'case_approval' },
  ],
  [
    'a visit by whoever proposed it',
    'update home_visit set actor = (select actor from hardship_case where id = 6)',
    { code: 'case.own_hand', table: 'home_visit', row: '1' },
  ],
  [
    'more than was awarded',
    'update award set amount_minor = amount_minor - 1 where id = 1',
    { code: 'award.sum', row: '1' },
  ],
  [
    'more than was proposed',
    'update award set version_id = 2 where id = 1',
    { code: 'award.version', row: '1' },
  ],
  [
    'an instalment too many',
    'update instalment set number = 2 where id = 5',
    { code: 'award.instalments', row: '5' },
  ],
  [
    'an instalment of another amount',
    'update instalment set amount_minor = amount_minor + 100 where id = 5',
    { code: 'instalment.entry', row: '5' },
  ],
  [
    'an instalment that nobody is owed',
    'delete from instalment where id = 5',
    { code: 'award.payable', row: 'care' },
  ],
  [
    'a payment that was never made',
    "update batch_line_result set outcome = 'rejected', payout_id = null where id = 1",
    { code: 'award.payable', row: 'care' },
  ],
  [
    'an award before its notice had run',
    "update notice_end set outcome = 'voided'",
    { code: 'award.notice', row: '1' },
  ],
  [
    'a notice that was taken down afterwards',
    'update notice_end set event_seq = event_seq + 100',
    { code: 'award.notice_open', row: '1' },
  ],
  [
    'an objection that was still open',
    `insert into objection (id, notice_id, case_id, received_on, form, text_detail_id, actor, event_seq)
      select 1, 1, 2, '2026-03-05', 'named', 1, 'x', event_seq from notice where id = 1`,
    { code: 'award.objection_open', row: '2' },
  ],
  [
    'a batch of another total',
    'update batch_release set total_minor = total_minor + 1 where id = 1',
    { code: 'batch.total', row: '1' },
  ],
  [
    'a closed batch without an answer',
    'delete from batch_line_result where id = 2',
    { code: 'batch.closed_open', row: '1' },
  ],
  [
    'money that stayed in clearing',
    'delete from batch_line_result where id = 2',
    { code: 'batch.clearing', row: 'care' },
  ],
]

describe('[G6] what was changed behind its back is found and named', () => {
  test.each(cases)('%s: %s', (_, change, finding) => {
    const path = file.copy()
    tamper(path, (database) => database.exec(change))
    const { passed, checks } = verifyFile(path)
    expect(passed).toBe(false)
    const found = checks.flatMap(({ findings }) => findings)
    expect(found).toContainEqual(expect.objectContaining(finding))
  })
})
