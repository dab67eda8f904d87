/** Over random histories of batches nobody is paid twice, and the ledger agrees with the lines after every act. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AnyCommand } from '../../../src/book/registry.ts'
import { recordResults } from '../../../src/hardship/batches/bank-results.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { close } from '../../../src/hardship/batches/closing.ts'
import { drop, prepare, removeLine } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type PaidBook, paidBook } from './scene.ts'

const people = 5

const step = fc.record({
  act: fc.constantFrom(
    ...['prepare', 'some', 'some', 'remove', 'drop', 'release', 'release', 'release'],
    ...['paid', 'paid', 'rejected', 'file', 'file', 'bounce', 'bounce', 'bounce', 'close'],
  ),
  /** Which of the newest batches. */
  back: fc.integer({ min: 0, max: 2 }),
  person: fc.integer({ min: 1, max: people }),
  mask: fc.integer({ min: 1, max: 2 ** people - 1 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function take(b: PaidBook, step: Step): void {
  const count = (sql: string) => Number(b.t.book.store.first(sql, [])!.n)
  const newest = Math.max(1, count('select count(*) as n from batch') - step.back)
  const lines = count(`select count(*) as n from batch_line where batch_id = ${newest}`)
  const batch = `B-2026-${String(newest).padStart(4, '0')}`
  const line = 1 + (step.person % Math.max(1, lines))
  const [command, input] = meant({ ...step, batch, line })
  const caller = command === release ? b.as.secondAdministrator : b.as.administrator
  try {
    b.t.does(command, input, caller)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** The command that a step means; many are refused, which is part of the history. */
function meant({
  act,
  batch,
  person,
  line,
  mask,
}: Step & { readonly batch: string; readonly line: number }): readonly [AnyCommand, object] {
  const fund = { fund: 'care', form: 'bank', name: 'One' }
  const chosen = Array.from({ length: people }, (_, at) => at + 1).filter(
    (at) => mask & (1 << (at - 1)),
  )
  const row = (at: number, outcome: string) => ({
    end_to_end_id: `${batch}-${String(at).padStart(6, '0')}`,
    outcome,
    on: '2026-03-31',
  })
  switch (act) {
    case 'prepare':
      return [prepare, fund]
    case 'some':
      return [prepare, { ...fund, instalments: [person] }]
    case 'remove':
      return [removeLine, { batch, line }]
    case 'drop':
      return [drop, { batch, reason: 'Wrong' }]
    case 'release':
      return [release, { batch }]
    case 'paid':
    case 'rejected':
      return [recordResult, { batch, line, outcome: act }]
    case 'file': {
      const rows = chosen.map((at) => row(at, (mask >> at) % 3 === 0 ? 'rejected' : 'paid'))
      return [recordResults, { rows: [...rows, ...rows.slice(0, 1)] }]
    }
    case 'bounce':
      return [recordBounce, { batch, line }]
    default:
      return [close, { batch }]
  }
}

const arrivedSql = `select i.id, count(case when r.outcome = 'paid' and x.id is null then 1 end) as n,
    s.state as state
  from instalment as i join award as a on a.id = i.award_id join case_state as s on s.case_id = a.case_id
  left join batch_line as l on l.instalment_id = i.id
  left join batch_line_result as r on r.line_id = l.id
  left join batch_line_bounce as x on x.line_id = l.id group by i.id order by i.id`
const underWaySql = `select coalesce(sum(i.amount_minor), 0) as n from batch_line as l
  join batch_release as r on r.batch_id = l.batch_id join instalment as i on i.id = l.instalment_id
  where not exists (select 1 from batch_line_removal as x where x.line_id = l.id)
    and not exists (select 1 from batch_line_result as s where s.line_id = l.id)`

/** The laws: each instalment arrives at most once, and money, debts and cases say the same. */
function laws(b: PaidBook, opening: number): void {
  const { store } = b.t.book
  const found = store.all(arrivedSql, []) as { n: number; state: string }[]
  expect(found.every(({ n }) => n <= 1)).toBe(true)
  expect(found.map(({ n, state }) => [n, state])).toEqual(
    found.map(({ n }) => [n, n === 1 ? 'paid' : 'awarded']),
  )
  const arrived = found.reduce((sum, { n }) => sum + n, 0) * 50_000
  const underWay = Number(store.first(underWaySql, [])!.n)
  const owed = 0 - b.balance('grants_payable') - b.balance('returned_payments')
  expect(owed).toBe(people * 50_000 - arrived)
  expect(b.balance('payment_clearing')).toBe(underWay)
  expect(b.balance('bank')).toBe(opening - arrived - underWay)
  expect(b.balance('care_grants')).toBe(people * 50_000)
}

it('[P2] nobody is paid twice, over random histories of rejections, bounces, re-sends and drops', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  let [acts, payouts, bounces] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120, size: 'max' }), (steps) => {
      const b = paidBook()
      try {
        b.awarded(people)
        const opening = b.balance('bank')
        for (const one of steps) {
          take(b, one)
          laws(b, opening)
          acts += 1
        }
        const count = (table: string) =>
          Number(b.t.book.store.first(`select count(*) as n from ${table}`, [])!.n)
        payouts += count('payout')
        bounces += count('batch_line_bounce')
        expect(verifyBook(b.t.book.store).passed).toBe(true)
      } finally {
        b.t.close()
      }
    }),
    { seed, numRuns: 15, endOnFailure: true },
  )
  expect(Math.min(payouts, bounces)).toBeGreaterThan(0)
  console.log(
    `seed ${seed}: the laws held after each of ${acts} acts, ${payouts} payouts and ${bounces} bounces among them`,
  )
})
