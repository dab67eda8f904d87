/** Votes over random attendance, interests and votes, held against a count by fractions of its own. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { close } from '../../../src/hardship/sittings/closing.ts'
import { recuse } from '../../../src/hardship/sittings/recusing.ts'
import { ballotsOf, casesOf, votesOf } from '../../../src/hardship/sittings/rows.ts'
import { vote } from '../../../src/hardship/sittings/voting.ts'
import type { SittingId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { members, putCommittee, sits, sittingBook, user } from './scene.ts'

const fraction = fc.constantFrom([1, 2], [2, 3], [3, 4], [1, 3], [1, 1]) as fc.Arbitrary<
  [number, number]
>
const kinds = ['for', 'against', 'abstained'] as const

const history = fc.record({
  quorum: fraction,
  quorumMembers: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  majority: fraction,
  over: fc.constantFrom('more_than', 'at_least'),
  of: fc.constantFrom('present', 'members'),
  present: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  votes: fc.array(fc.constantFrom(...kinds), { minLength: 5, maxLength: 5 }),
  /** For each of three cases: who has declared an interest, and who says so on the day. */
  declared: fc.array(fc.subarray([0, 1, 2, 3, 4], { maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  }),
  said: fc.array(fc.subarray([0, 1, 2, 3, 4], { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/** What is due for one case, by cross-multiplied fractions. */
function due(h: History, at: number) {
  const barred = new Set([...h.declared[at]!, ...h.said[at]!])
  const seats = [0, 1, 2, 3, 4].filter((one) => !barred.has(one))
  const there = seats.filter((one) => h.present[one])
  const votes = there.map((one) => h.votes[one]!)
  const inFavour = votes.filter((one) => one === 'for').length
  const [part, whole] = h.quorum
  const quorum =
    seats.length > 0 &&
    (h.quorumMembers === null
      ? BigInt(there.length) * BigInt(whole) >= BigInt(seats.length) * BigInt(part)
      : there.length >= h.quorumMembers)
  const all = h.of === 'present' ? there.length : seats.length
  const [more, than] = h.majority
  const [given, needed] = [BigInt(inFavour) * BigInt(than), BigInt(all) * BigInt(more)]
  const carried = all > 0 && (h.over === 'more_than' ? given > needed : given >= needed)
  return { seats, there, inFavour, quorum, carried }
}

test('[invariant 7] nobody recused votes; quorum and majority are those of an independent count', () => {
  fc.assert(
    fc.property(history, (h) => {
      const book = sittingBook()
      const { t, as, families } = book
      putCommittee(book, {
        quorum_share: h.quorumMembers === null ? h.quorum.join('/') : null,
        quorum_members: h.quorumMembers,
        majority_share: h.majority.join('/'),
        majority_over: h.over,
        majority_of: h.of,
        supervisors_attend: false,
      })
      const cases = families.map(({ head }) => book.submitCase({ beneficiary: head }))
      for (const [at, those] of h.declared.entries()) {
        for (const one of those) {
          t.does(declare, { party: families[at]!.head, kind: 'dispute' }, as[members[one]!])
        }
      }
      const sitting = sits(book, { present: members.filter((_, at) => h.present[at]) })
      for (const [at, those] of h.said.entries()) {
        for (const one of those) {
          const given = { sitting, user: user(book, members[one]!), cases: [cases[at]!] }
          t.does(recuse, { ...given, reason: 'A friend' }, as.administrator)
        }
      }
      const votes = members.flatMap((hand, at) =>
        h.present[at] ? [{ user: user(book, hand), vote: h.votes[at]! }] : [],
      )
      const expected = cases.map((_, at) => due(h, at))
      const put = { sitting, cases, proposal: 'approve', votes, split: true } as const
      if (expected.some(({ quorum }) => !quorum)) {
        expect(t.refuses(vote, put, as.administrator).code).toBe('ballot.no_quorum')
        t.close()
        return
      }
      t.does(vote, put, as.administrator)
      const { store } = t.book
      for (const ballot of ballotsOf(store, sitting as SittingId)) {
        const voted = votesOf(store, ballot.id).map(({ user_id }) => user_id as number)
        for (const { case_id } of casesOf(store, ballot.id)) {
          const want = expected[cases.indexOf(case_id)]!
          expect(voted).toEqual(want.there.map((one) => user(book, members[one]!)))
          expect(ballot).toMatchObject({
            members: want.seats.length,
            present: want.there.length,
            in_favour: want.inFavour,
            carried: want.carried ? 1 : 0,
          })
        }
      }
      const { approved } = t.does(close, { sitting }, as.administrator).output
      expect(approved).toBe(expected.filter(({ carried }) => carried).length)
      t.close()
    }),
    { numRuns: 30, verbose: 1 },
  )
})

test('a vote that the rules do not let stand leaves nothing behind', () => {
  const book = sittingBook()
  const { t, as } = book
  const { cases } = book.submitRound(2)
  const sitting = sits(book, { present: [] })
  const put = { sitting, cases, proposal: 'approve' } as const
  expect(t.refuses(vote, put, as.administrator)).toBeInstanceOf(Refusal)
  expect(ballotsOf(t.book.store, sitting as SittingId)).toEqual([])
  t.close()
})
