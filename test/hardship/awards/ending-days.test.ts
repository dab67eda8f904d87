/** On which days an award may end. */
import { afterEach, expect, test } from 'vitest'
import { end } from '../../../src/hardship/awards/ending.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { type AwardBook, awardBook } from './scene.ts'

let book: AwardBook
afterEach(() => book.t.close())

const ending = { cause: 'moved', reason: 'To another city' } as const

test('[G8] what came back is not undone on a day before it came back', () => {
  book = awardBook()
  const { t, as } = book
  book.account(book.families[0].head)
  const cases = [book.award()]
  t.at('2026-04-02T02:00:00Z')
  const batch = book.released()
  t.does(recordResult, { batch, line: 1, outcome: 'paid' }, as.administrator)
  t.at('2026-04-20T02:00:00Z')
  t.does(recordBounce, { batch, line: 1, on: '2026-04-15' }, as.administrator)
  const early = { cases, ...ending, ended_on: '2026-04-14' }
  expect(t.refuses(end, early, as.administrator)).toMatchObject({
    code: 'day.before_origin',
    values: { day: '2026-04-14', origin: '2026-04-15' },
  })
  t.does(end, { ...early, ended_on: '2026-04-15' }, as.administrator)
  expect(book.balance('returned_payments')).toBe(0)
})

test('[G8] what the bank rejected is not undone on a day before that', () => {
  book = awardBook()
  const { t, as } = book
  book.account(book.families[0].head)
  const cases = [book.award()]
  const batch = book.released()
  t.at('2026-04-03T02:00:00Z')
  t.does(recordResult, { batch, line: 1, outcome: 'rejected', on: '2026-04-02' }, as.administrator)
  const early = { cases, ...ending, ended_on: '2026-04-01' }
  expect(t.refuses(end, early, as.administrator).code).toBe('day.before_origin')
  t.does(end, { ...early, ended_on: '2026-04-02' }, as.administrator)
})
