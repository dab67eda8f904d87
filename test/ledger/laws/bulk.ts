/** Many entries posted in one run, as an import does: contributions and payments by turns. */
import { z } from 'zod'
import { dayField } from '../../../src/book/fields.ts'
import { command } from '../../../src/book/registry.ts'
import { minor } from '../../../src/kit/money.ts'
import { accountInRole } from '../../../src/ledger/accounts.ts'
import { fundWithCode } from '../../../src/ledger/funds.ts'
import { PostingRun } from '../../../src/ledger/post.ts'

export const bulk = command({
  name: 'test.bulk',
  summary: 'Posts an entry a day given',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/test/bulk' },
  input: z.strictObject({
    fund: z.string(),
    days: z.array(dayField),
    amounts: z.array(z.number()),
  }),
  output: z.object({ entries: z.number() }),
  subject: ({ entries }) => `test/${entries}`,
  run: (act, { fund: code, days, amounts }) => {
    const fund = fundWithCode(act, code)
    const bank = accountInRole(act, 'bank')
    const income = accountInRole(act, 'contributions_restricted')
    const expense = accountInRole(act, 'care_grants')
    const run = new PostingRun(act)
    days.forEach((effectiveOn, position) => {
      const amountMinor = minor(amounts[position]!)
      const inwards = position % 3 !== 1
      const leg = inwards ? { debit: bank, credit: income } : { debit: expense, credit: bank }
      const legs = [{ fund, amountMinor, partyId: null, ...leg }]
      const about = { kind: 'journal.imported', subject: 'test/1' } as const
      run.post({ ...about, effectiveOn, legs, reverses: null, noteDetailId: null })
    })
    run.close()
    return { entries: days.length }
  },
})
