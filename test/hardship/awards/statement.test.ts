/** How awards stand in a fund's statement: paid under what they were for, owed and noted without moving money. */
import { expect, it } from 'vitest'
import { claim, receive } from '../../../src/hardship/awards/clawbacks.ts'
import { day } from '../../../src/kit/day.ts'
import type { EntryId, EventSeq } from '../../../src/kit/ids.ts'
import { entryById, type Posting, postingsOf } from '../../../src/ledger/entries.ts'
import { lineSource, linesOfEntry } from '../../../src/statements/lines.ts'
import { awardBook } from './scene.ts'

it('an award is owed once, a payment is the expense, a batch moves nothing', () => {
  const b = awardBook()
  b.account(b.families[0].head)
  b.award({ amount: '100.00', instalments: 2 })
  b.pay()
  const wrong = { payout: 1, cause: 'mistake', reason: 'Another Wang' } as const
  const { clawback } = b.t.does(claim, wrong, b.as.administrator).output
  b.t.does(receive, { clawback, amount: '40.00' }, b.as.administrator)
  const { store } = b.t.book
  const known = Number(b.ask('select max(seq) from event')) as EventSeq
  const from = lineSource(store, { to: day('2026-03-31'), known }, 'Asia/Shanghai')
  const entries = store.all(
    "select id from entry where kind like 'award.%' or kind like 'clawback.%'",
    [],
  )
  const lines = entries.flatMap(({ id }) => {
    const entry = entryById(store, id as EntryId)
    return linesOfEntry(from, entry.id, postingsOf(store, entry) as [Posting, ...Posting[]])
  })
  const told = lines.map(
    ({ kind, section, category, amount_minor }) =>
      `${kind}: ${section}, ${category.code}, ${amount_minor}`,
  )
  expect(told).toEqual([
    'award.on_notice: other, 9110, 20000',
    'award.approved: other, 5100, 10000',
    'award.batch_debited: other, 1120, 10000',
    'award.line_confirmed: payment, 5100, 10000',
    'clawback.claimed: other, 1230, 10000',
    'clawback.received: receipt, 1230, 4000',
  ])
  b.t.close()
})
