/** What a committee decides, who takes no part in it, and what its minutes say. */
import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { readDetail } from '../../../src/book/details.ts'
import { revise } from '../../../src/hardship/cases/revising.ts'
import { versionsOfCase } from '../../../src/hardship/cases/rows.ts'
import { call, recordAttendance } from '../../../src/hardship/sittings/calling.ts'
import { close } from '../../../src/hardship/sittings/closing.ts'
import { decisionOf } from '../../../src/hardship/sittings/decisions.ts'
import { recuse } from '../../../src/hardship/sittings/recusing.ts'
import { closeOf, recusalsOf } from '../../../src/hardship/sittings/rows.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import type { CaseId, SittingId } from '../../../src/kit/ids.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import type { HardshipBook } from '../hardship-for-tests.ts'
import { putCommittee, sits, sittingBook, user } from './scene.ts'

let book: HardshipBook
afterEach(() => book.t.close())

const minutesOf = (sitting: number) => {
  const { store } = book.t.book
  const closed = closeOf(store, sitting as SittingId)!
  return { digest: closed.digest, text: readDetail(store, closed.minutes_detail_id)!.body }
}

test('a list is voted on in one act, and goes on when the sitting is closed', () => {
  book = sittingBook()
  const { t, as } = book
  const { round, cases } = book.submitRound(30)
  const sitting = sits(book)
  const put = { sitting, round, proposal: 'approve' } as const
  const { ballots } = t.does(vote, put, as.administrator).output
  expect(ballots).toEqual([
    {
      ballot: 1,
      cases: 30,
      carried: true,
      members: 5,
      present: 5,
      in_favour: 5,
      against: 0,
      abstained: 0,
      recused: [],
    },
  ])
  expect(book.at(cases[0]!)).toMatchObject({ state: 'open', step_kind: 'deliberate' })
  expect(decisionOf(t.book.store, cases[0] as CaseId)).toBeUndefined()
  const { output } = t.does(close, { sitting }, as.administrator)
  expect(output).toMatchObject({ approved: 30, refused: 0, waiting: 0 })
  expect(cases.map((id) => book.at(id).step_kind)).toEqual(Array(30).fill('approve'))
  expect(decisionOf(t.book.store, cases[0] as CaseId)).toEqual({
    ballot: 1,
    amountMinor: 50_000,
    instalments: 1,
    minutesDigest: output.digest,
  })
})

test('minutes are one canonical text with its digest, and name nobody', () => {
  book = sittingBook()
  const { t, as, families } = book
  const id = book.submitCase({ beneficiary: families[0].head })
  const other = book.submitCase({ beneficiary: families[1].head })
  t.does(declare, { party: families[0].spouse, kind: 'friendship' }, as.member1)
  t.does(declare, { party: families[0].head, kind: 'friendship' }, as.member1)
  const sitting = sits(book, { present: ['member1', 'member2', 'member3', 'member4'] })
  const conditions = 'Wang Wei pays the school directly'
  t.does(
    vote,
    { sitting, cases: [id, other], proposal: 'approve', conditions, split: true },
    as.administrator,
  )
  t.does(close, { sitting }, as.administrator)
  const { text, digest } = minutesOf(sitting)
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest)
  expect(text).not.toMatch(/Wang|Officer|Wei/)
  expect(JSON.parse(text)).toMatchObject({
    format: 'care-ledger/minutes/1',
    organisation: 'relief',
    sitting: 'S-0001',
    unit: null,
    held_on: '2026-03-31',
    recusals: [
      { user: user(book, 'member1'), case: `C-00000${id}`, ground: 'known', reason: null },
    ],
    ballots: [
      { members: 5, present: 4, in_favour: 4, cases: [{ case: `C-00000${other}` }] },
      { members: 4, present: 3, in_favour: 3, cases: [{ case: `C-00000${id}` }] },
    ],
  })
})

test('[invariant 7] cases in which a voter has an interest are voted on apart, without them', () => {
  book = sittingBook()
  const { t, as, families, users } = book
  const first = book.submitCase({ beneficiary: families[0].head })
  const second = book.submitCase({ beneficiary: families[1].head })
  t.does(addTie, { party: users.member2.party, other: families[1].head, role: 'sibling' })
  const sitting = sits(book)
  const both = { sitting, cases: [first, second], proposal: 'approve' as const }
  expect(t.refuses(vote, both, as.administrator)).toMatchObject({
    code: 'ballot.split',
    values: { cases: [`C-00000${second}`] },
  })
  const byName = (['member1', 'member2', 'member3', 'member4', 'member5'] as const).map((hand) => ({
    user: user(book, hand),
    vote: hand === 'member1' ? ('against' as const) : ('for' as const),
  }))
  const apart = { ...both, cases: [second], votes: byName }
  expect(t.refuses(vote, apart, as.administrator).code).toBe('ballot.recused')
  const { ballots } = t.does(vote, { ...both, split: true }, as.administrator).output
  expect(ballots.map(({ cases, members, recused }) => ({ cases, members, recused }))).toEqual([
    { cases: 1, members: 5, recused: [] },
    { cases: 1, members: 4, recused: [user(book, 'member2')] },
  ])
})

test('whoever entered a case, or revised it, does not vote on it', () => {
  book = sittingBook()
  const { t, as, families } = book
  const id = book.submitCase({ beneficiary: families[0].head })
  const entered = { ...as.member3, grants: [...as.member3.grants, ...as.administrator.grants] }
  t.does(revise, { case: id, amount: '900.00' }, entered)
  const sitting = sits(book)
  const { output } = t.does(vote, { sitting, cases: [id], proposal: 'approve' }, as.administrator)
  expect(output.ballots[0]).toMatchObject({ members: 4, recused: [user(book, 'member3')] })
})

test('a conflict that comes to light after the vote is voted on again before the minutes', () => {
  book = sittingBook()
  const { t, as } = book
  const { round, cases } = book.submitRound(3)
  const sitting = sits(book)
  t.does(vote, { sitting, round, proposal: 'approve' }, as.administrator)
  const reason = 'Her son is engaged to the applicant'
  const recused = { sitting, user: user(book, 'member4'), cases: [cases[1]!], reason }
  t.does(recuse, recused, as.member4)
  const refused = t.refuses(close, { sitting }, as.administrator)
  expect(refused).toMatchObject({
    code: 'sitting.recused_voted',
    values: { case: `C-00000${cases[1]}`, user: user(book, 'member4') },
  })
  const again = { sitting, cases: [cases[1]!], proposal: 'approve' as const }
  const { ballots } = t.does(vote, again, as.administrator).output
  expect(ballots[0]).toMatchObject({ members: 4, present: 4, recused: [user(book, 'member4')] })
  t.does(close, { sitting }, as.administrator)
  expect(decisionOf(t.book.store, cases[1] as CaseId)?.ballot).toBe(2)
  expect(decisionOf(t.book.store, cases[0] as CaseId)?.ballot).toBe(1)
  expect(recusalsOf(t.book.store, sitting as SittingId)).toMatchObject([{ ground: 'said' }])
})

test('without a quorum of those who may vote nothing is decided', () => {
  book = sittingBook()
  const { t, as, families } = book
  putCommittee(book, {
    quorum_share: '2/3',
    quorum_members: null,
    majority_share: '2/3',
    majority_over: 'at_least',
    majority_of: 'present',
    supervisors_attend: true,
  })
  const id = book.submitCase({ beneficiary: families[0].head })
  const sitting = sits(book, { present: ['member1', 'member2', 'member3'] })
  const put = { sitting, cases: [id], proposal: 'approve' as const }
  expect(t.refuses(vote, put, as.administrator)).toMatchObject({
    code: 'ballot.no_quorum',
    values: { present: 3, members: 5 },
  })
  const present = (['member1', 'member2', 'member3', 'member4'] as const).map((one) =>
    user(book, one),
  )
  t.does(recordAttendance, { sitting, present }, as.administrator)
  const votes = present.map((one, at) => ({
    user: one,
    vote: at < 2 ? ('against' as const) : ('for' as const),
  }))
  const { ballots } = t.does(vote, { ...put, votes }, as.administrator).output
  expect(ballots[0]).toMatchObject({ carried: false, in_favour: 2, against: 2 })
  expect(t.does(close, { sitting }, as.administrator).output).toMatchObject({ waiting: 1 })
  expect(book.at(id).step_kind).toBe('deliberate')
})

test('what is decided otherwise than asked is a version by whoever closes', () => {
  book = sittingBook()
  const { t, as } = book
  const { cases } = book.submitRound(2)
  const [first, second] = cases as [number, number]
  const sitting = sits(book)
  const amounts = [{ case: first, amount: '350.00', instalments: 2 }]
  t.does(vote, { sitting, cases, proposal: 'approve', amounts }, as.secondAdministrator)
  t.does(close, { sitting }, as.secondAdministrator)
  const versions = versionsOfCase(t.book.store, first as CaseId)
  expect(
    versions.map(({ amount_minor, instalments, actor }) => [amount_minor, instalments, actor]),
  ).toEqual([
    [50_000, 1, as.administrator.actor],
    [35_000, 2, as.secondAdministrator.actor],
  ])
  expect(versionsOfCase(t.book.store, second as CaseId)).toHaveLength(1)
  expect(decisionOf(t.book.store, first as CaseId)).toMatchObject({
    amountMinor: 35_000,
    instalments: 2,
  })
})

test('a refusal states its rule; what is deferred stays', () => {
  book = sittingBook()
  const { t, as } = book
  const { cases } = book.submitRound(2)
  const sitting = sits(book)
  const put = { sitting, cases: [cases[0]!], proposal: 'refuse' as const }
  expect(t.refuses(vote, put, as.administrator).code).toBe('ballot.rule')
  const said = { rule: 'not_in_need', reason: 'Income above the line' } as const
  t.does(vote, { ...put, ...said }, as.administrator)
  t.does(vote, { sitting, cases: [cases[1]!], proposal: 'defer' }, as.administrator)
  expect(t.does(close, { sitting }, as.administrator).output).toMatchObject({
    approved: 0,
    refused: 1,
    waiting: 1,
  })
  expect(cases.map((id) => book.at(id).state)).toEqual(['refused', 'open'])
  expect(t.refuses(vote, put, as.administrator).code).toBe('sitting.closed')
})

test.each([
  ['sitting.unknown', { sitting: 99 }],
  ['case.unknown', { cases: [99] }],
  ['ballot.conditions', { proposal: 'defer', conditions: 'Some' }],
  ['ballot.rule', { rule: 'too_late', reason: 'x' }],
  ['ballot.amount', { amounts: [{ case: 99, amount: '1.00' }] }],
  ['ballot.voter', { votes: [{ user: 1_000, vote: 'for' }] }],
  ['ballot.votes_missing', { votes: [] }],
] as const)('a vote is refused with %s', (code, given) => {
  book = sittingBook()
  const { cases } = book.submitRound(1)
  const sitting = sits(book)
  const input = { sitting, cases, proposal: 'approve', ...given } as never
  expect(book.t.refuses(vote, input, book.as.administrator).code).toBe(code)
})

test('a committee decides on its own units, on its day, and one sitting at a time', () => {
  book = sittingBook()
  const { t, as } = book
  const { cases } = book.submitRound(1)
  const south = sits(book, { unit: 'south' })
  const put = { sitting: south, cases, proposal: 'approve' as const }
  expect(t.refuses(vote, put, as.administrator).code).toBe('case.outside_sitting')
  const north = sits(book, { unit: 'north' })
  t.does(vote, { ...put, sitting: north }, as.administrator)
  const city = sits(book, { unit: 'city' })
  expect(t.refuses(vote, { ...put, sitting: city }, as.administrator).code).toBe(
    'case.before_another_sitting',
  )
  const later = t.does(call, { held_on: '2026-04-02' }, as.administrator).output.sitting
  expect(t.refuses(vote, { ...put, sitting: later }, as.administrator).code).toBe('sitting.day')
})

test('[invariant 7] the database itself takes no vote of somebody recused', () => {
  book = sittingBook()
  const { t, as } = book
  const { cases } = book.submitRound(1)
  const sitting = sits(book)
  const { output } = t.does(vote, { sitting, cases, proposal: 'approve' }, as.administrator)
  const barred = user(book, 'member1')
  t.does(recuse, { sitting, user: barred, cases, reason: 'Neighbours' }, as.administrator)
  const { store } = t.book
  const seq = store.first('select max(seq) + 1 as "seq" from event', [])!.seq as number
  expect(() =>
    store.transaction((): undefined => {
      store.run('insert into ballot_vote values (99, ?, ?, ?, ?)', [
        output.ballots[0]!.ballot,
        barred,
        'for',
        seq,
      ])
    }),
  ).toThrow(/recused/)
})
