/**
 * Who takes no part in which case at a sitting (design invariant 7; handbook F3): whoever has an interest in it or
 * entered it, which the book knows, and whoever says so on the day.
 */
import { z } from 'zod'
import { userActor } from '../../access/users.ts'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import type { CaseId, SittingId, UserId } from '../../kit/ids.ts'
import { isSamePerson } from '../../people/interests.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { interestsInCases } from '../cases/duties.ts'
import { caseWithId, type HardshipCase, versionsOfCase } from '../cases/rows.ts'
import { sittingAtWork, sittingKeepers } from './calling.ts'
import { sittingNotMember } from './refusals.ts'
import { attendanceOf, isVoter, recusalsOf, type Sitting } from './rows.ts'
import { requireBefore } from './votable.ts'

/** For each case the users who take no part in it. */
export type Recused = Map<CaseId, Set<UserId>>

/**
 * Which of some users the book knows to have an interest in which of some cases, or to have entered it or proposed what
 * it asks for: nobody decides on what they entered.
 */
export function knownRecusals(
  asker: View | Act,
  users: readonly UserId[],
  cases: readonly HardshipCase[],
): Recused {
  const found: Recused = new Map()
  const add = (id: CaseId, user: UserId) => {
    const those = found.get(id) ?? new Set()
    found.set(id, those.add(user))
  }
  const hands = cases.map((one) => ({
    id: one.id,
    actors: new Set([one.actor, ...versionsOfCase(asker, one.id).map(({ actor }) => actor)]),
  }))
  const everyHand = new Set(hands.flatMap(({ actors }) => [...actors]))
  const since = cases.map(({ event_seq }) => event_seq).toSorted((a, b) => a - b)[0] ?? null
  for (const user of users) {
    const actor = userActor(user)
    for (const id of interestsInCases(asker, actor, cases).keys()) add(id, user)
    const own = [...everyHand].filter((hand) => isSamePerson(asker, hand, actor, since))
    if (own.length === 0) continue
    for (const { id, actors } of hands) if (own.some((hand) => actors.has(hand))) add(id, user)
  }
  return found
}

/** What stands on record of a sitting together with what the book knows. */
export function recusedFrom(
  asker: View | Act,
  sitting: Sitting,
  users: readonly UserId[],
  cases: readonly HardshipCase[],
): Recused {
  const found = knownRecusals(asker, users, cases)
  const meant = new Set(cases.map(({ id }) => id))
  for (const { case_id, user_id } of recusalsOf(asker, sitting.id)) {
    if (!meant.has(case_id)) continue
    found.set(case_id, (found.get(case_id) ?? new Set()).add(user_id))
  }
  return found
}

/** Writes recusals that do not stand yet. */
export function writeRecusals(
  act: Act,
  sitting: SittingId,
  recused: Recused,
  said: { readonly ground: 'known' | 'said'; readonly reason?: string },
): number {
  const standing = new Set(
    recusalsOf(act, sitting).map(({ case_id, user_id }) => `${case_id} ${user_id}`),
  )
  let id = nextId(act, 'sitting_recusal')
  let written = 0
  for (const [case_id, users] of recused) {
    for (const user_id of users) {
      if (standing.has(`${case_id} ${user_id}`)) continue
      insert(act, 'sitting_recusal', {
        id: id++,
        sitting_id: sitting,
        case_id,
        user_id,
        ground: said.ground,
        reason_detail_id:
          said.reason === undefined ? null : keepDetail(act, 'recusal_reason', said.reason),
        event_seq: act.seq,
      })
      written += 1
    }
  }
  return written
}

/** At one sitting nobody steps back from more cases by hand. */
const mostNamed = 500

export const recuse = command({
  name: 'sittings.recuse',
  summary: 'Records that a member takes no part in cases, for an interest that came to light',
  may: sittingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/sittings/{sitting}/recusals' },
  input: z.strictObject({
    sitting: idField,
    user: idField,
    cases: z.array(idField).min(1).max(mostNamed),
    /** What the interest is, in words. */
    reason: reasonField,
  }),
  output: z.object({ sitting: z.number(), recused: z.number() }),
  subject: ({ sitting }) => `sitting/${sitting}`,
  run: (act, input) => {
    const sitting = sittingAtWork(act, input.sitting)
    const user = attendanceOf(act, sitting.id).find(({ user_id }) => user_id === input.user)
    if (!user || !isVoter(user)) throw sittingNotMember({ user: input.user })
    const cases = [...new Set(input.cases)].map((id) => caseWithId(act, id))
    for (const one of cases) requireBefore(act, sitting, one)
    const recused: Recused = new Map(cases.map(({ id }) => [id, new Set([user.user_id])]))
    const { reason } = input
    const written = writeRecusals(act, sitting.id, recused, { ground: 'said', reason })
    return { sitting: sitting.id, recused: written }
  },
})
