/** Fifty approvals at once on one person's cap: exactly as many pass as fit. */
import { expect, it } from 'vitest'
import { groupCommit } from '../../../src/book/group-commit.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { awardBook } from './scene.ts'

it('[G6.8] a cap is exact under fifty approvals at once', async () => {
  const b = awardBook()
  const value = { kind: 'fixed', amount: '15499.99' }
  b.caps({ scope: 'person', window: 'calendar_year', value })
  const cases = Array.from({ length: 50 }, (_, at) => {
    const programme = `programme-${at}`
    const said = { name: programme, category: 'care_grants', help: 'one_off' } as const
    b.t.does(openProgramme, { programme, fund: 'care', workflow: 'standard', ...said })
    return b.submitCase({ programme })
  })
  b.t.does(verify, { cases }, b.as.approver)
  const submit = groupCommit(b.t.book)
  const answers = await Promise.allSettled(
    cases.map((id, at) =>
      submit({
        command: approve,
        input: { cases: [id] },
        key: `approve-at-once-${String(at).padStart(4, '0')}`,
        caller: at % 2 === 0 ? b.as.approver : b.as.upperApprover,
        dryRun: false,
      }),
    ),
  )
  const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(answers.length - refused.length).toBe(15)
  const codes = refused.map((one) => (one instanceof Refusal ? one.code : String(one)))
  expect(new Set(codes)).toEqual(new Set(['cap.exceeded']))
  expect(b.ask('select sum(amount_minor) from award')).toBe(15_000_00)
  b.t.close()
})

it('[G2] a county’s year is approved in one act, in less than two seconds of processor', () => {
  const b = awardBook({ money: '9000000.00' })
  const value = { kind: 'fixed', amount: '5000.00' }
  b.caps({ scope: 'household', window: 'calendar_year', value })
  const { round } = b.submitRound(2_559)
  b.t.does(verify, { round }, b.as.approver)
  const before = process.cpuUsage()
  const { output } = b.t.does(approve, { round }, b.as.approver)
  const { user, system } = process.cpuUsage(before)
  expect(output.awarded).toBe(2_559)
  expect((user + system) / 1_000).toBeLessThan(2_000)
  b.t.close()
}, 60_000)
