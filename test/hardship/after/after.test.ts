/** What comes after a payment: whether it arrived, who is called back, who is visited again, what looks like one hand. */
import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import {
  list as listDraws,
  show as showDraw,
} from '../../../src/hardship/after/call-back-queries.ts'
import { announce, answer, draw } from '../../../src/hardship/after/call-backs.ts'
import { confirm } from '../../../src/hardship/after/confirming.ts'
import { list as listDeliveries, ofCase } from '../../../src/hardship/after/delivery-queries.ts'
import { due } from '../../../src/hardship/after/due.ts'
import { record as recordRevisit } from '../../../src/hardship/after/revisiting.ts'
import { signals } from '../../../src/hardship/after/signals.ts'
import { recordResults } from '../../../src/hardship/batches/bank-results.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { revise as reviseFile } from '../../../src/hardship/files/commands.ts'
import { file as fileGrievance } from '../../../src/hardship/grievances/commands.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { cardNumber, type PaidBook, paidBook, ref } from '../batches/scene.ts'

let book: PaidBook
afterEach(() => book.t.close())

/** Cases of 500.00 that were paid in one batch, by the numbers of their payouts. */
function paid(
  n: number,
  at?: Parameters<typeof paidBook>[0],
): { cases: number[]; payouts: number[] } {
  book = paidBook(at)
  const cases = book.awarded(n)
  const batch = book.released()
  const results = cases.map((_, place) => ({
    end_to_end_id: `${batch}-${String(place + 1).padStart(6, '0')}`,
    outcome: 'paid' as const,
    on: '2026-03-31',
  }))
  book.t.does(recordResults, { rows: results }, book.as.administrator)
  const found = book.t.asks(listDeliveries, {}, book.as.auditor).deliveries
  return { cases, payouts: found.map(({ payout }) => payout).toSorted((a, b) => a - b) }
}

const asked = { how: 'call', received: true, asked_back: false } as const

test('[A9] whoever had no part in a payout confirms it, and whoever had does not', () => {
  const { payouts } = paid(2)
  const { t, as } = book
  for (const hand of ['administrator', 'secondAdministrator', 'approver'] as const) {
    const refused = t.refuses(confirm, { payouts, ...asked }, as[hand])
    expect(refused.code).toBe('delivery.own_hand')
  }
  const { output } = t.does(confirm, { payouts: [payouts[0]!], ...asked }, as.coordinator)
  expect(output).toEqual({ confirmed: 1, first: payouts[0], red: false })
  expect(t.refuses(confirm, { payouts, ...asked }, as.coordinator).code).toBe('delivery.confirmed')
  const open = t.asks(listDeliveries, { state: 'to_confirm' }, as.coordinator).deliveries
  expect(open.map(({ payout, own }) => [payout, own])).toEqual([[payouts[1], false]])
  const own = t.asks(listDeliveries, { state: 'to_confirm' }, as.approver).deliveries
  expect(own.map((one) => one.own)).toEqual([true])
})

test('[invariant 7] a relative of who was helped does not confirm', () => {
  const { cases, payouts } = paid(1)
  const { t, as, users } = book
  const other = ref(book.theCase(cases[0]!).beneficiary_id)
  t.does(addTie, { party: users.coordinator.party, other, role: 'sibling' })
  expect(t.refuses(confirm, { payouts, ...asked }, as.coordinator).code).toBe('case.interest')
})

test('"they asked me to return it" is red until somebody takes it up', () => {
  const { cases, payouts } = paid(1)
  const { t, as } = book
  const note = 'The secretary came for it in the evening'
  const said = { payouts, how: 'visit', received: true, asked_back: true, note } as const
  expect(t.does(confirm, said, as.coordinator).output.red).toBe(true)
  const red = () => t.asks(listDeliveries, { state: 'red' }, as.auditor).deliveries.length
  expect(red()).toBe(1)
  t.does(
    fileGrievance,
    { case: cases[0]!, kind: 'grievance' as const, text: 'Money was taken back' },
    as.coordinator,
  )
  expect(red()).toBe(0)
})

test.each([
  ['delivery.unknown', { payouts: [999] }],
  ['delivery.day', { on: '2026-04-09' }],
  ['delivery.day', { on: '2026-03-01' }],
])('a confirmation is refused with %s', (code, given) => {
  const { payouts } = paid(1)
  const input = { payouts, ...asked, ...given }
  expect(book.t.refuses(confirm, input, book.as.coordinator).code).toBe(code)
})

test('what came back was received by nobody', () => {
  const { payouts } = paid(1)
  const { t, as } = book
  const line = { batch: 'B-2026-0001', line: 1, on: '2026-03-31', cause: 'account_closed' as const }
  t.does(recordBounce, line, as.administrator)
  expect(t.refuses(confirm, { payouts, ...asked }, as.coordinator).code).toBe('delivery.came_back')
  expect(t.asks(listDeliveries, { state: 'to_confirm' }, as.auditor).deliveries).toEqual([])
})

test('[A9] who is called back follows from a seed whose hash was public before', () => {
  const { payouts } = paid(20)
  const { t, as } = book
  const period = { from: '2026-03-01', to: '2026-03-31', size: 6 } as const
  const { draw: id, seed_hash } = t.does(announce, period, as.auditor).output
  expect(t.asks(showDraw, { draw: id }, as.auditor)).toMatchObject({ seed: null, called: [] })
  expect(t.refuses(draw, { draw: id }, as.auditor).code).toBe('call_back_draw.not_over')
  t.at('2026-04-02T02:00:00Z')
  t.does(draw, { draw: id }, as.auditor)
  expect(t.refuses(draw, { draw: id }, as.auditor).code).toBe('call_back_draw.done')
  const shown = t.asks(showDraw, { draw: id }, as.auditor)
  // Recomputed here from what is public, by nothing of the house.
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  expect(hash(shown.seed!)).toBe(seed_hash)
  expect(shown.payouts).toEqual(payouts)
  const order = shown.payouts!.map(
    (payout) => [hash(shown.seed! + String(payout)), payout] as const,
  )
  order.sort(([a], [b]) => (a < b ? -1 : 1))
  expect(shown.called.map(({ delivery }) => delivery.payout)).toEqual(
    order.slice(0, 6).map(([, payout]) => payout),
  )
})

test('what those say who were drawn is counted by the newest answer of each', () => {
  paid(5)
  const { t, as } = book
  t.at('2026-04-02T02:00:00Z')
  const period = { from: '2026-03-01', to: '2026-03-31', size: 3 } as const
  const { draw: id } = t.does(announce, period, as.auditor).output
  t.does(draw, { draw: id }, as.auditor)
  const [first, second] = t.asks(showDraw, { draw: id }, as.auditor).called
  t.does(answer, { call_back: first!.call_back, outcome: 'not_reached' }, as.coordinator)
  t.does(answer, { call_back: first!.call_back, outcome: 'received' }, as.coordinator)
  const less = t.does(answer, { call_back: second!.call_back, outcome: 'less' }, as.coordinator)
  expect(less.output.red).toBe(true)
  expect(t.asks(listDraws, {}, as.auditor).draws[0]).toMatchObject({
    drawn: 3,
    population: 5,
    unanswered: 1,
    outcomes: [
      { outcome: 'received', count: 1 },
      { outcome: 'less', count: 1 },
    ],
  })
  const own = { call_back: first!.call_back, outcome: 'received' } as const
  expect(t.refuses(answer, own, as.administrator).code).toBe('delivery.own_hand')
  expect(t.refuses(answer, { ...own, call_back: 99 }, as.coordinator).code).toBe(
    'call_back.unknown',
  )
})

test.each([
  ['call_back_draw.range', { from: '2026-03-02', to: '2026-03-01' }],
  ['unit.unknown', { unit: 'nowhere' }],
])('a drawing is refused with %s', (code, given) => {
  paid(1)
  const input = { from: '2026-03-01', to: '2026-03-31', size: 3, ...given }
  expect(book.t.refuses(announce, input, book.as.auditor).code).toBe(code)
})

test('a period in which nothing was paid has nobody to call', () => {
  paid(1)
  const { t, as } = book
  const period = { from: '2026-01-01', to: '2026-01-31', size: 3 } as const
  const { draw: id } = t.does(announce, period, as.auditor).output
  expect(t.refuses(draw, { draw: id }, as.auditor).code).toBe('call_back_draw.nobody')
  expect(t.refuses(draw, { draw: 9 }, as.auditor).code).toBe('call_back_draw.unknown')
})

const visiting = {
  steps: [
    { kind: 'approve' },
    { kind: 'pay' },
    { kind: 'revisit', after_months: 6 },
    { kind: 'revisit', after_months: 12 },
  ],
} as const

test('a household is visited when the workflow says, and again when the visit says', () => {
  const { cases } = paid(1, visiting)
  const { t, as } = book
  const [id] = cases as [number]
  const dueBy = (until: string) =>
    t.asks(due, { until }, as.coordinator).due.map(({ case: one, due_on }) => [one, due_on])
  expect(dueBy('2026-09-29')).toEqual([])
  expect(dueBy('2026-09-30')).toEqual([[id, '2026-09-30']])
  t.at('2026-10-05T02:00:00Z')
  t.does(recordRevisit, { case: id, outcome: 'as_before', next_on: '2026-11-05' }, as.coordinator)
  expect(dueBy('2026-11-05')).toEqual([[id, '2026-11-05']])
  t.at('2026-11-06T02:00:00Z')
  t.does(recordRevisit, { case: id, outcome: 'better' }, as.coordinator)
  expect(dueBy('2027-12-31')).toEqual([])
  expect(t.asks(ofCase, { case: id }, as.auditor).revisits.map(({ outcome }) => outcome)).toEqual([
    'as_before',
    'better',
  ])
})

test('who needs no more help is proposed to leave the list, and the file keeps its history', () => {
  const { cases } = paid(1, visiting)
  const { t, as } = book
  const [id] = cases as [number]
  const file = book.theCase(id).file_id
  const visit = { case: id, outcome: 'improved', findings: 'Found work' } as const
  expect(t.does(recordRevisit, visit, as.coordinator).output).toEqual({ case: id, delist: file })
  expect(t.asks(ofCase, { case: id }, as.auditor).delist).toBe(file)
  t.does(reviseFile, { file, in_hardship: false, reason: 'Found work' }, as.coordinator)
  expect(t.asks(ofCase, { case: id }, as.auditor).delist).toBeNull()
})

test('a file whose day has come is due as well', () => {
  paid(1)
  const { t, as, families } = book
  t.does(reviseFile, { file: families[0].file, review_on: '2026-05-01' }, as.coordinator)
  expect(t.asks(due, { until: '2026-05-01' }, as.coordinator).due).toMatchObject([
    { why: 'file', file: families[0].file, due_on: '2026-05-01', late: false },
  ])
})

test('a household is visited again after it was helped, on a day that is over', () => {
  const { cases } = paid(1, visiting)
  const { t, as } = book
  const open = book.submitCase()
  const visit = { case: open, outcome: 'better' } as const
  expect(t.refuses(recordRevisit, visit, as.coordinator).code).toBe('revisit.not_paid')
  const given = { case: cases[0]!, outcome: 'better' } as const
  const later = { ...given, visited_on: '2026-05-01' }
  expect(t.refuses(recordRevisit, later, as.coordinator).code).toBe('revisit.day')
  const before = { ...given, next_on: '2026-03-31' }
  expect(t.refuses(recordRevisit, before, as.coordinator).code).toBe('revisit.day')
})

test('one number of people who do not live together is a hint, and of a couple it is none', () => {
  book = paidBook()
  const { t, as, families } = book
  const [one, other] = [families[0], families[1]]
  const help = (beneficiary: string, text: string) =>
    t.does(
      submit,
      { programme: 'relief', beneficiary, cause: 'illness', cause_text: text, amount: '10.00' },
      as.administrator,
    ).output.case
  const first = help(one.head, 'Long illness')
  help(one.spouse, 'Something else')
  const second = help(other.head, 'Another cause')
  t.does(seal, { party: one.head, field: 'phone', value: '13800138000' })
  t.does(seal, { party: one.spouse, field: 'phone', value: '13800138000' })
  expect(t.asks(signals, {}, as.auditor).signals).toEqual([])
  t.does(seal, { party: one.head, field: 'bank_account', value: cardNumber(7) })
  t.does(seal, { party: other.head, field: 'bank_account', value: cardNumber(7) })
  const found = t.asks(signals, {}, as.auditor).signals
  expect(found.map(({ kind, count, cases }) => [kind, count, cases.map((c) => c.case)])).toEqual([
    ['bank_account', 2, [first, second]],
  ])
  expect(t.asks(signals, { from: '2025-01-01', to: '2025-01-31' }, as.auditor).signals).toEqual([])
})

test('many confirmations of one minute, and one text for many cases, are hints', () => {
  const { payouts } = paid(4)
  const { t, as, families } = book
  for (const payout of payouts) t.does(confirm, { payouts: [payout], ...asked }, as.coordinator)
  for (const [at, { head }] of families.entries()) {
    const cause_text = [
      'Long illness, no income',
      'long illness no income',
      'Long illness. No income.',
    ][at]!
    const input = { programme: 'relief', beneficiary: head, cause: 'illness', amount: '10.00' }
    t.does(submit, { ...input, cause_text }, as.administrator)
  }
  const found = t.asks(signals, {}, as.auditor).signals
  expect(found.map(({ kind, count }) => [kind, count])).toEqual([
    ['minute', 4],
    ['reason', 3],
  ])
})
