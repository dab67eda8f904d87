/** Amounts as large as a book can hold, many of them: pages and acts answer, if only by refusing. */
import { afterAll, expect, test } from 'vitest'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { list } from '../../../src/hardship/cases/queries.ts'
import { show as showRound } from '../../../src/hardship/cases/round-queries.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { agenda } from '../../../src/hardship/sittings/agenda.ts'
import { hardshipBook } from '../hardship-for-tests.ts'
import { sits, sittingBook } from '../sittings/scene.ts'

const most = '90071992547409.91'
const book = hardshipBook()
const { t, as } = book
const { round } = book.submitRound(1_100, { amount: most })
afterAll(t.close)

test('a list whose sum no book can hold is shown without its sum', () => {
  const { totals, cases } = t.asks(list, { limit: 5 }, as.administrator)
  expect(totals).toBeNull()
  expect(cases).toHaveLength(5)
  expect(t.asks(showRound, { round }, as.administrator).totals).toBeNull()
})

test('and the exact sum is told of what a book can hold', () => {
  const one = t.asks(list, { q: 'C-000001' }, as.administrator)
  expect(one.totals).toEqual([{ currency: 'CNY', count: 1, amount: most }])
})

test('its cases are refused for the money that is not there', () => {
  t.does(verify, { round }, as.secondAdministrator)
  expect(t.refuses(approve, { round }, as.approver).code).toBe('fund.more_than_available')
})

test('and a sitting is told of them without their sum', () => {
  const other = sittingBook()
  other.submitRound(3, { amount: most })
  const sitting = sits(other)
  const { groups } = other.t.asks(agenda, { sitting }, other.as.administrator)
  expect(groups).toMatchObject([{ cases: [{}, {}, {}], total: null }])
  other.t.close()
})
