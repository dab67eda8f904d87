/** Who sits on a committee, what it may decide of an emergency, and how long a long list takes. */
import { afterEach, expect, test } from 'vitest'
import { agree } from '../../../src/hardship/awards/approving.ts'
import { agenda } from '../../../src/hardship/sittings/agenda.ts'
import { call, recordAttendance } from '../../../src/hardship/sittings/calling.ts'
import { close } from '../../../src/hardship/sittings/closing.ts'
import { ratifiedSince } from '../../../src/hardship/sittings/decisions.ts'
import { onCase, seats, show } from '../../../src/hardship/sittings/queries.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { merge } from '../../../src/people/duplicate-commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { bookForTests } from '../../journeys/book-for-tests.ts'
import { awardBook } from '../awards/scene.ts'
import type { HardshipBook } from '../hardship-for-tests.ts'
import { putCommittee, sits, sittingBook, user } from './scene.ts'

let book: HardshipBook
afterEach(() => book.t.close())

test('all who are members there or above sit, each person once', () => {
  book = sittingBook()
  const { t, as, users } = book
  const one = { kept: users.member1.party, merged: users.member5.party }
  t.does(merge, { ...one, reason: 'Registered twice' })
  expect(t.does(call, { unit: 'north' }, as.administrator).output).toEqual({
    sitting: 1,
    members: 4,
    supervisors: 0,
  })
  const both = [users.member1.user, users.member5.user]
  expect(t.refuses(call, { members: both }, as.administrator).code).toBe('sitting.same_person')
})

test('supervisors sit without a vote where the policy lets them', () => {
  book = sittingBook()
  const { t, as } = book
  const supervisors = [user(book, 'auditor')]
  const named = { supervisors, chair: user(book, 'member2') }
  expect(t.refuses(call, named, as.administrator).code).toBe('sitting.not_supervisor')
  putCommittee(book, { ...neutralPolicies.committee, supervisors_attend: true })
  expect(t.asks(seats, {}, as.administrator).supervisors).toMatchObject([
    { user: user(book, 'auditor') },
  ])
  const { sitting } = t.does(call, named, as.administrator).output
  const present = [...supervisors, user(book, 'member2'), user(book, 'member3')]
  t.does(recordAttendance, { sitting, present: [...present, user(book, 'member1')] }, as.member1)
  const told = t.asks(show, { sitting }, as.auditor)
  expect(told.attendance.map(({ part, presence }) => [part, presence])).toEqual(
    expect.arrayContaining([
      ['chair', 'present'],
      ['supervisor', 'present'],
      ['member', 'absent'],
    ]),
  )
  const id = book.submitCase()
  const { ballots } = t.does(
    vote,
    { sitting, cases: [id], proposal: 'approve' },
    as.administrator,
  ).output
  expect(ballots[0]).toMatchObject({ members: 5, present: 3 })
})

test('whoever is no member does not sit, and nobody is there and away at once', () => {
  book = sittingBook()
  const { t, as } = book
  const approver = user(book, 'approver')
  expect(t.refuses(call, { members: [approver] }, as.administrator).code).toBe('sitting.not_member')
  const { sitting } = t.does(call, {}, as.administrator).output
  const stranger = { sitting, present: [approver] }
  expect(t.refuses(recordAttendance, stranger, as.administrator).code).toBe('sitting.not_member')
  const [one] = [user(book, 'member1')]
  const twice = { sitting, present: [one], excused: [one] }
  expect(t.refuses(recordAttendance, twice, as.administrator).code).toBe('sitting.part_twice')
})

test('where nobody is a committee member no committee sits', () => {
  book = sittingBook()
  const bare = bookForTests({ inMemory: true })
  expect(bare.refuses(call, {}).code).toBe('sitting.nobody')
  bare.close()
})

test('[A5] what was paid in an emergency is ratified by a ballot, or declined, and not put off', () => {
  const b = awardBook()
  book = b
  const { t, as } = b
  b.policy('duties', {
    ...neutralPolicies.duties,
    emergency_allowed: true,
    emergency_limit: { CNY: '1000.00' },
  })
  const id = b.submitCase({ amount: '100.00', emergency: true } as never)
  t.does(agree, { cases: [id] }, as.upperApprover)
  t.does(agree, { cases: [id] }, as.approver)
  const sitting = sits(b)
  const [group] = t.asks(agenda, { sitting }, as.administrator).groups
  expect(group!.cases).toMatchObject([{ case: id, to_ratify: true }])
  const put = { sitting, cases: [id], proposal: 'defer' as const }
  expect(t.refuses(vote, put, as.administrator).code).toBe('case.not_to_ratify')
  t.does(vote, { ...put, proposal: 'approve' }, as.administrator)
  expect(t.does(close, { sitting }, as.administrator).output).toMatchObject({ waiting: 1 })
  expect(b.at(id).state).toBe('awarded')
  expect(ratifiedSince(t.book.store, id as CaseId, 0)).toMatchObject({ ratified: true })
  expect(t.asks(onCase, { case: id }, as.auditor).ballots).toMatchObject([{ carried: true }])
})

test('300 cases are voted on and closed in about a second', () => {
  book = sittingBook()
  const { t, as } = book
  const { round } = book.submitRound(300)
  const sitting = sits(book)
  const began = performance.now()
  const asked = t.asks(agenda, { sitting, round: String(round) as never }, as.administrator)
  t.does(vote, { sitting, round, proposal: 'approve' }, as.administrator)
  t.does(close, { sitting }, as.administrator)
  const closed = performance.now()
  expect(asked.groups.map(({ cases }) => cases.length)).toEqual([300])
  expect(closed - began).toBeLessThan(3_000)
})
