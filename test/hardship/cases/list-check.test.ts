/** What each row of a list comes to before it is entered. */
import { afterAll, expect, it } from 'vitest'
import { checkList, type RowGiven } from '../../../src/hardship/cases/list-check.ts'
import { open as openRound, submitMany } from '../../../src/hardship/cases/rounds.ts'
import { person } from '../../people/scene.ts'
import { hardshipBook } from '../hardship-for-tests.ts'

const book = hardshipBook()
const { t, as, families } = book
afterAll(t.close)
const [wang, li] = families
const { round } = t.does(openRound, { programme: 'relief', name: 'Visits' }).output
const unfiled = person(t, 'Sun Unfiled', 'north')
for (const unit of ['north', 'south']) book.alone('Chen Twin', unit)

function checked(rows: readonly Omit<RowGiven, 'row'>[], openFiles = false) {
  const given = rows.map((row, at) => ({ ...row, row: at + 2 }))
  const asked = { round, rows: given, cause: 'poverty', form: 'cash', openFiles } as const
  return t.asks(checkList, asked, as.administrator)
}

it('a row is told as the case it makes, and is entered so', () => {
  const rows = [
    { party: wang.head, amount: '500', cause: '重大疾病', grade: '特别困难', payee: li.head },
    { party: 'Li Fang', amount: '1.5', cause: 'serious ILLNESS', cause_text: '=1+1' },
  ]
  const { ready, faults } = checked(rows)
  expect(faults).toEqual([])
  expect(ready).toEqual([
    {
      ...{ beneficiary: wang.head, amount: '500', cause: 'illness', form: 'cash' },
      ...{ grade: 'special', payee: li.head },
    },
    {
      ...{ beneficiary: li.spouse, amount: '1.5', cause: 'illness', form: 'cash' },
      cause_text: '=1+1',
    },
  ])
  expect(t.does(submitMany, { round, rows: [...ready] }, as.administrator).output.cases).toBe(2)
})

it('what is wrong is told of each row at once', () => {
  const rows = [
    { party: 'P-999999', amount: '1' },
    { party: 'Nobody Known', amount: '1' },
    { party: 'Chen Twin', amount: '1' },
    { party: unfiled, amount: '1' },
    { party: wang.child, amount: '0' },
    { party: wang.spouse, amount: '1', cause: 'other' },
    { party: li.child, amount: '1', grade: 'grave' },
    { party: li.child, amount: '1' },
    { party: wang.head, amount: '1' },
  ]
  const { ready, faults } = checked(rows)
  expect(ready).toEqual([])
  expect(faults.map(({ row, refusal }) => `${row} ${refusal.code}`)).toEqual([
    '2 party.unknown',
    '3 cases.name_of_nobody',
    '4 cases.name_of_several',
    '5 hardship_file.needed',
    '6 amount.not_positive',
    '7 case.cause_unknown',
    '8 cases.grade_unknown',
    '9 cases.twice',
    '10 case.in_round',
  ])
})

it('a file is opened with the case where that is asked for', () => {
  expect(checked([{ party: unfiled, amount: '1' }], true).ready).toEqual([
    { beneficiary: unfiled, amount: '1', cause: 'poverty', form: 'cash', file: {} },
  ])
})
