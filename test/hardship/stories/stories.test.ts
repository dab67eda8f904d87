/** Stories of hardship, each a page of text with its journal entries (handbook A, journal map G1 to G10). */
import { expect, it } from 'vitest'
import { makeDue } from '../../../src/hardship/awards/allowances.ts'
import { end } from '../../../src/hardship/awards/ending.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { removeLine } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { status } from '../../../src/people/commands.ts'
import {
  answered,
  approved,
  begin,
  closed,
  giveAccounts,
  onNotice,
  prepared,
  released,
  type Story,
  takenDown,
  verified,
} from './acts.ts'
import { payouts } from './payouts.ts'

const short = [{ kind: 'verify' }, { kind: 'approve' }, { kind: 'pay' }] as const
const noticed = [
  { kind: 'verify' },
  { kind: 'notice', level: 'unit' },
  { kind: 'approve' },
  { kind: 'pay' },
] as const

/** Compares the page of a story with the one that was read and agreed to. */
async function agreed(name: string, { h, tell }: Story): Promise<void> {
  await expect(tell.page()).toMatchFileSnapshot(`../../golden/stories/${name}.txt`)
  h.t.close()
}

it('a festival visit list of 300 is paid in one batch, with 7 rejected lines sent again', async () => {
  const story = begin('A festival visit list of 300', { on: '2026-01-19', steps: noticed })
  const { h, tell } = story
  const { round, cases } = tell.step('The branch enters a list of 300 visits, ¥500.00 each', () =>
    h.submitRound(300),
  )
  giveAccounts(
    h,
    cases.map((one) => `P-${String(h.theCase(one).beneficiary_id).padStart(6, '0')}`),
  )
  tell.step('A second hand verifies all of them', () => verified(h, { round }))
  const { notice } = tell.step('They go on public notice, and their money is set aside', () =>
    onNotice(h, { round }),
  )
  tell.refused('The day before its end the notice is to come down', () => takenDown(h, notice))
  tell.day('2026-01-27')
  tell.step('After five working days without an objection it comes down', () =>
    takenDown(h, notice),
  )
  tell.step('The approver approves the list: it is owed', () => approved(h, { round }))
  const first = tell.step('A batch of 300 lines is prepared', () => prepared(h, { round }))
  tell.refused('Whoever prepared it wants to release it', () =>
    h.t.does(release, { batch: first.batch }, h.as.administrator),
  )
  tell.step('Somebody else releases it: the bank debits the total', () => released(h, first.batch))
  tell.day('2026-01-28')
  const rejected = [17, 42, 99, 100, 151, 208, 300]
  tell.step('The bank pays 293 lines and rejects 7: the names do not agree', () =>
    answered(h, first.batch, { lines: 300, on: '2026-01-28', rejected }),
  )
  const again = tell.step('The same file of results comes once more', () =>
    answered(h, first.batch, { lines: 300, on: '2026-01-28', rejected }),
  )
  expect(again).toMatchObject({ recorded: 0, known: 300 })
  tell.step('The batch is closed', () => closed(h, first.batch))
  const second = tell.step('The names are put right, and the 7 are sent again', () =>
    prepared(h, { again_of: first.batch }),
  )
  expect(second.lines).toBe(7)
  tell.step('It is released', () => released(h, second.batch))
  tell.step('The bank pays them', () => answered(h, second.batch, { lines: 7, on: '2026-01-28' }))
  tell.step('The batch is closed', () => closed(h, second.batch))
  expect(cases.every((one) => h.at(one).state === 'paid')).toBe(true)
  await agreed('festival-visits', story)
})

it('a long-term allowance is paid month by month', async () => {
  const story = begin('A long-term monthly allowance', { on: '2026-01-12', steps: short })
  const { h, tell } = story
  const [wang] = h.families
  giveAccounts(h, [wang.head])
  const one = tell.step('Wang, 82 years old, is to have ¥50.00 a month for four months', () =>
    h.submitCase({ cause: 'old-age', amount: '50.00', instalments: 4 }),
  )
  tell.step('A second hand verifies it', () => verified(h, { cases: [one] }))
  tell.step('It is approved: January is owed, three months are set aside', () =>
    approved(h, { cases: [one] }),
  )
  for (const [day, month] of [
    ['2026-01-15', null],
    ['2026-02-10', '2026-02'],
    ['2026-03-10', '2026-03'],
  ] as const) {
    tell.day(day)
    if (month !== null) {
      tell.step(`The instalments of ${month} become payable`, () =>
        h.t.does(makeDue, { month }, h.as.administrator),
      )
      const again = tell.step('The same is asked once more', () =>
        h.t.does(makeDue, { month }, h.as.administrator),
      )
      expect(again.output.made).toBe(0)
    }
    const { batch } = prepared(h, {})
    tell.step('A batch is released', () => released(h, batch))
    tell.step('The bank pays it', () => answered(h, batch, { lines: 1, on: day }))
    tell.step('The batch is closed', () => closed(h, batch))
  }
  tell.day('2026-04-02')
  tell.step('In March the household has come to more income; the allowance ends', () =>
    h.t.does(
      end,
      { cases: [one], cause: 'improved', reason: 'The daughter has found work' },
      h.as.approver,
    ),
  )
  await agreed('monthly-allowance', story)
})

it('a medical grant is paid to the hospital', async () => {
  const story = begin('A medical grant paid to a hospital', { on: '2026-03-02', steps: short })
  const { h, tell } = story
  giveAccounts(h, [h.hospital])
  const one = tell.step(
    'The branch asks ¥8,600.00 for the operation, to be paid to the hospital',
    () =>
      h.submitCase({ payee: h.hospital, amount: '8600.00', cause_text: 'An operation in March' }),
  )
  tell.step('A second hand verifies it', () => verified(h, { cases: [one] }))
  tell.step('It is approved', () => approved(h, { cases: [one] }))
  const { batch } = prepared(h, { name: 'Medical aid' })
  tell.step('A batch is released', () => released(h, batch))
  tell.step('The bank pays the hospital', () => answered(h, batch, { lines: 1, on: '2026-03-02' }))
  tell.step('The batch is closed', () => closed(h, batch))
  const [paid] = payouts(h.t)
  expect(paid).toMatchObject({ payee: h.hospital, beneficiary: h.families[0].head })
  tell.day('2026-03-09')
  tell.step('A week later the transfer comes back: the account was closed', () =>
    h.t.does(
      recordBounce,
      { batch, line: 1, on: '2026-03-09', cause: 'account_closed' },
      h.as.administrator,
    ),
  )
  const second = prepared(h, { again_of: batch })
  tell.step('It is sent again: no new expense', () => released(h, second.batch))
  tell.step('The bank pays it', () => answered(h, second.batch, { lines: 1, on: '2026-03-09' }))
  await agreed('medical-grant', story)
})

it('somebody dies before the payment', async () => {
  const story = begin('A death before payment', { on: '2026-12-28', steps: short })
  const { h, tell } = story
  const [wang, li] = h.families
  giveAccounts(h, [wang.head, li.head])
  const cases = tell.step('Two cases of ¥1,000.00 are entered', () => [
    h.submitCase({ beneficiary: wang.head }),
    h.submitCase({ beneficiary: li.head }),
  ])
  tell.step('They are verified', () => verified(h, { cases }))
  tell.step('They are approved', () => approved(h, { cases }))
  const first = prepared(h, {})
  tell.step('A batch of both is released', () => released(h, first.batch))
  tell.step('The bank rejects both: the accounts do not answer', () =>
    answered(h, first.batch, { lines: 2, on: '2026-12-28', rejected: [1, 2] }),
  )
  tell.step('The batch is closed', () => closed(h, first.batch))
  tell.day('2027-01-06')
  tell.step('Wang died on New Year’s Day', () =>
    h.t.does(status, { party: wang.head, status: 'died', from_on: '2027-01-01' }),
  )
  const second = prepared(h, { again_of: first.batch })
  tell.refused('The batch is to be released again with both', () => released(h, second.batch))
  tell.refused('A new case is asked for Wang', () => h.submitCase({ beneficiary: wang.head }))
  tell.refused('The award is to end while it is in a batch', () =>
    h.t.does(end, { cases: [cases[0]!], cause: 'died', reason: 'No heir' }, h.as.approver),
  )
  tell.step('The line is taken out', () =>
    h.t.does(removeLine, { batch: second.batch, line: 1 }, h.as.administrator),
  )
  tell.step('The award ends in the next year: net assets are adjusted', () =>
    h.t.does(end, { cases: [cases[0]!], cause: 'died', reason: 'No heir' }, h.as.approver),
  )
  tell.step('The batch is released with Li alone', () => released(h, second.batch))
  tell.step('The bank pays Li', () =>
    h.t.does(
      recordResult,
      { batch: second.batch, line: 2, outcome: 'paid', on: '2027-01-06' },
      h.as.administrator,
    ),
  )
  tell.step('The batch is closed', () => closed(h, second.batch))
  await agreed('death-before-payment', story)
})
