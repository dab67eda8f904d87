/** Stories in which something turns out otherwise, each a page of text with its journal entries (handbook A, journal map G1 to G10). */
import { expect, it } from 'vitest'
import { receive as receiveGift } from '../../../src/funds/contributions.ts'
import { agree, approve } from '../../../src/hardship/awards/approving.ts'
import { claim, receive } from '../../../src/hardship/awards/clawbacks.ts'
import { ratify } from '../../../src/hardship/awards/ratifying.ts'
import { signFor } from '../../../src/hardship/batches/signing.ts'
import { decide } from '../../../src/hardship/notices/deciding.ts'
import { record } from '../../../src/hardship/notices/objecting.ts'
import { call, recordAttendance } from '../../../src/hardship/sittings/calling.ts'
import { close as closeSitting } from '../../../src/hardship/sittings/closing.ts'
import { recuse } from '../../../src/hardship/sittings/recusing.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import {
  allowEmergencies,
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

it('a false declaration is clawed back after the end of the year', async () => {
  const story = begin('A false declaration', { on: '2026-11-02', steps: short })
  const { h, tell } = story
  giveAccounts(h, [h.families[0].head])
  const one = tell.step('¥3,000.00 are asked for', () => h.submitCase({ amount: '3000.00' }))
  tell.step('It is verified', () => verified(h, { cases: [one] }))
  tell.step('It is approved', () => approved(h, { cases: [one] }))
  const { batch } = prepared(h, {})
  tell.step('A batch is released', () => released(h, batch))
  tell.step('The bank pays it', () => answered(h, batch, { lines: 1, on: '2026-11-02' }))
  tell.step('The batch is closed', () => closed(h, batch))
  tell.day('2027-02-15')
  const [paid] = payouts(h.t)
  const claimed = tell.step('The household owns a second flat: all of it is claimed back', () =>
    h.t.does(
      claim,
      {
        payout: paid!.payout,
        cause: 'false_declaration',
        reason: 'A second flat was not declared',
        barred_until: '2030-02-14',
      },
      h.as.approver,
    ),
  )
  const { clawback } = claimed.output
  tell.refused('The same is claimed once more', () =>
    h.t.does(claim, { payout: paid!.payout, cause: 'mistake', reason: 'Again' }, h.as.approver),
  )
  tell.refused('The household asks again within three years', () =>
    h.submitCase({ beneficiary: h.families[0].spouse }),
  )
  tell.day('2027-03-01')
  tell.step('¥1,200.00 come back', () =>
    h.t.does(receive, { clawback, amount: '1200.00' }, h.as.administrator),
  )
  tell.refused('More comes back than is open', () =>
    h.t.does(receive, { clawback, amount: '1800.01' }, h.as.administrator),
  )
  tell.step('The rest comes back', () => h.t.does(receive, { clawback }, h.as.administrator))
  await agreed('false-declaration', story)
})

it('an objection stops a payout', async () => {
  const story = begin('An objection', { on: '2026-09-21', steps: noticed })
  const { h, tell } = story
  const cases = tell.step('Two cases are entered', () => [
    h.submitCase(),
    h.submitCase({ beneficiary: h.families[1].head }),
  ])
  tell.step('They are verified', () => verified(h, { cases }))
  const { notice, last_on } = tell.step('They go on notice before the Mid-Autumn Festival', () =>
    onNotice(h, { cases }),
  )
  // Five working days: 22 to 24 September, 28 and 29; the 25th is the Mid-Autumn Festival, then a weekend.
  expect(last_on).toBe('2026-09-29')
  tell.day('2026-09-24')
  const { objection } = tell.step('A neighbour objects to the second, in confidence', () =>
    h.t.does(
      record,
      {
        notice,
        serial: 2,
        form: 'confidential',
        from: 'A neighbour',
        text: 'The household has let a shop',
      },
      h.as.secondAdministrator,
    ),
  ).output
  tell.day('2026-09-30')
  tell.step('The notice comes down; the first goes on, the second stands still', () =>
    takenDown(h, notice),
  )
  tell.refused('The approver approves both', () => approved(h, { cases }))
  tell.step('The approver approves the first', () => approved(h, { cases: [cases[0]!] }))
  tell.refused('Who entered the case decides the objection', () =>
    h.t.does(
      decide,
      { objection, outcome: 'dismissed', reason: 'Not so' },
      {
        ...h.as.administrator,
        grants: h.as.approver.grants,
      },
    ),
  )
  tell.step('The objection is upheld: the case is refused, its money is free', () =>
    h.t.does(
      decide,
      { objection, outcome: 'upheld', reason: 'The rent is above the line of the measure' },
      h.as.approver,
    ),
  )
  expect(h.at(cases[1]!).state).toBe('refused')
  await agreed('objection', story)
})

it('an emergency is ratified late', async () => {
  const story = begin('An emergency ratified late', { on: '2026-05-04', steps: short })
  const { h, tell } = story
  allowEmergencies(h)
  const [wang] = h.families
  tell.step('A collection of ¥2,000.00 lies in the cash box', () =>
    h.t.does(receiveGift, {
      fund: 'care',
      source: 'member',
      form: 'cash',
      party: { kind: 'person', name: 'Zhang Min' },
      amount: '2000.00',
    }),
  )
  const one = tell.step('A fire at night: ¥1,500.00 in cash, entered as an emergency', () =>
    h.submitCase({
      beneficiary: wang.head,
      cause: 'accident',
      amount: '1500.00',
      form: 'cash',
      emergency: true,
    }),
  )
  tell.refused('Who entered it agrees to it', () =>
    h.t.does(agree, { cases: [one] }, h.as.administrator),
  )
  tell.step('One other agrees', () => h.t.does(agree, { cases: [one] }, h.as.approver))
  tell.step('A second agrees: it is owed before its steps', () =>
    h.t.does(agree, { cases: [one] }, h.as.member1),
  )
  const { batch } = prepared(h, { form: 'cash', name: 'Fire at night' })
  tell.step('Cash is released to be handed out', () => released(h, batch))
  tell.step('Wang signs for it', () =>
    h.t.does(
      signFor,
      { batch, lines: [{ line: 1, slip_digest: 'ab'.repeat(32) }] },
      h.as.administrator,
    ),
  )
  tell.day('2026-06-20')
  const late = tell.step('It is ratified, 47 days after', () =>
    h.t.does(ratify, { cases: [one], ratified: true }, h.as.upperApprover),
  )
  expect(late.output.late).toBe(1)
  await agreed('emergency-ratified-late', story)
})

it('a conflict is found on the day of the vote', async () => {
  const steps = [{ kind: 'verify' }, { kind: 'deliberate' }, ...short.slice(1)] as const
  const story = begin('A conflict found on the day of the vote', { on: '2026-04-07', steps })
  const { h, tell } = story
  const [, li] = h.families
  const cases = tell.step('Two cases are entered', () => [
    h.submitCase(),
    h.submitCase({ beneficiary: li.head }),
  ])
  tell.step('They are verified', () => verified(h, { cases }))
  const { users } = h
  const seats = (['member1', 'member2', 'member3', 'member4', 'member5'] as const).map(
    (hand) => users[hand].user,
  )
  const { sitting } = tell.step('The committee of five is called', () =>
    h.t.does(call, { members: seats, chair: seats[0]! }, h.as.secondAdministrator),
  ).output
  tell.step('Three of five are there', () =>
    h.t.does(recordAttendance, { sitting, present: seats.slice(0, 3) }, h.as.secondAdministrator),
  )
  tell.step('The second member declares that Li is their friend', () =>
    h.t.does(declare, { party: li.head, kind: 'friendship' }, h.as.member2),
  )
  tell.step('The third says at the table that Wang owes them money, and steps back', () =>
    h.t.does(
      recuse,
      { sitting, user: seats[2]!, cases: [cases[0]!], reason: 'A debt' },
      h.as.secondAdministrator,
    ),
  )
  const all = { sitting, cases, proposal: 'approve' as const }
  tell.refused('Both cases are put to one vote', () =>
    h.t.does(vote, all, h.as.secondAdministrator),
  )
  const voted = tell.step('Each case is put to those without an interest in it', () =>
    h.t.does(vote, { ...all, split: true }, h.as.secondAdministrator),
  )
  expect(voted.output.ballots.map(({ members, present }) => [members, present])).toEqual([
    [4, 2],
    [4, 2],
  ])
  tell.step('The sitting is closed, its minutes are frozen', () =>
    h.t.does(closeSitting, { sitting }, h.as.secondAdministrator),
  )
  tell.step('What was decided is approved', () => h.t.does(approve, { cases }, h.as.approver))
  await agreed('conflict-on-the-day', story)
})
