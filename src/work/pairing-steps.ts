/** What waits in pairing, and for whom: households without a helper first, then what somebody said or promised. */
import { holdsAny, type View } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import { coverOfFiles } from '../pairing/coverage/files.ts'
import { helperLoads, isLeaving } from '../pairing/coverage/helpers.ts'
import { close, endObservation } from '../pairing/pairs/closing.ts'
import { agree, handOver, openReview, propose, review } from '../pairing/pairs/commands.ts'
import { show as showPair } from '../pairing/pairs/queries.ts'
import { type PairWait, pairsReached, waitingFor } from '../pairing/pairs/waiting.ts'
import { pairingKeepers } from '../pairing/registers/roles.ts'
import { record as recordVisit } from '../pairing/visits/commands.ts'
import { dueOf } from '../pairing/visits/due.ts'
import type { Follower } from '../pairing/visits/fields.ts'
import { finish, list as listFollowUps } from '../pairing/visits/follow-ups.ts'
import { list as listVisits } from '../pairing/visits/queries.ts'
import { item, type Kind } from './items.ts'

/** In the order of urgency. */
export const pairingCodes = [
  'households_without_helper',
  'helpers_leaving',
  'pairs_without_consent',
  'pairs_of_the_dead',
  'visits_disputed',
  'pair_ends_to_approve',
  'pair_visits_late',
  'pair_follow_ups_due',
  'proposals_to_answer',
  'pairs_to_review',
  'observations_over',
] as const

/** Looked at one by one, oldest first. */
const mostLookedAt = 200

interface PairWaiting {
  readonly pair: number
  readonly since: Day
}

/** Pairs that wait for something, the longest waiting first. */
function pairsThat(view: View, wait: PairWait): PairWaiting[] {
  const conditions = [waitingFor(wait, view.today), pairsReached(view) ?? []].flat()
  const sql = conditions.map((one) => one.sql).join(' and ')
  const values = conditions.flatMap((one) => one.values)
  const found = view.all(
    `select t.pair_id as "pair", t.since_on as "since" from pair_state as t
      where ${sql} order by t.since_on, t.pair_id limit ${mostLookedAt}`,
    values,
  )
  return found as unknown as PairWaiting[]
}

function ofPairs(found: readonly PairWaiting[]) {
  return item(
    found.map(({ pair }) => `pair/${pair}`),
    { oldest_on: found[0]?.since ?? null, more: found.length === mostLookedAt },
  )
}

/** Whose follow-ups somebody sees to: the office of pairing also to those of helpers. */
function followersOf({ caller }: View): Follower[] {
  return holdsAny(caller, pairingKeepers) ? ['coordinator', 'helper'] : ['administrator']
}

function followUpsDue(view: View) {
  const asked = { state: 'open', until: view.today, limit: mostLookedAt } as const
  const found = followersOf(view)
    .flatMap((for_whom) => listFollowUps.run(view, { ...asked, for_whom }).follow_ups)
    .toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
  return item(
    found.map(({ follow_up }) => `follow_up/${follow_up}`),
    { oldest_on: found[0]?.due_on ?? null, more: found.length >= mostLookedAt },
  )
}

export const pairingKinds: Readonly<Record<(typeof pairingCodes)[number], Kind>> = {
  households_without_helper: {
    by: propose,
    find: (view) => {
      const found = coverOfFiles(view).filter(({ state }) => state === 'no_helper')
      return item(found.map(({ file }) => `hardship_file/${file}`))
    },
  },
  helpers_leaving: {
    by: handOver,
    find: (view) => {
      const found = helperLoads(view).filter(isLeaving)
      const days = found.map(({ leaves_on }) => leaves_on).filter((day) => day !== null)
      return item(
        found.map(({ helper }) => `helper/${helper}`),
        { oldest_on: days.sort()[0] ?? null },
      )
    },
  },
  pairs_without_consent: { by: review, find: (view) => ofPairs(pairsThat(view, 'consent')) },
  pairs_of_the_dead: { by: close, find: (view) => ofPairs(pairsThat(view, 'died')) },
  visits_disputed: {
    by: openReview,
    find: (view) => {
      const found = listVisits.run(view, { state: 'red', limit: mostLookedAt }).visits.toReversed()
      return item(
        found.map(({ visit }) => `visit/${visit}`),
        { oldest_on: found[0]?.visited_on ?? null, more: found.length === mostLookedAt },
      )
    },
  },
  pair_ends_to_approve: {
    by: close,
    // Not by whoever proposed it, nor by who has an interest.
    find: (view) =>
      ofPairs(
        pairsThat(view, 'closing').filter(
          ({ pair }) => showPair.run(view, { pair }).barred === null,
        ),
      ),
  },
  pair_visits_late: {
    by: recordVisit,
    find: (view) => {
      const found = dueOf(view).filter(({ late, pair }) => late && pair !== null)
      const pairs = [...new Set(found.map(({ pair }) => `pair/${pair}`))]
      return item(pairs, { oldest_on: found[0]?.due_on ?? null })
    },
  },
  pair_follow_ups_due: { by: finish, find: followUpsDue },
  proposals_to_answer: { by: agree, find: (view) => ofPairs(pairsThat(view, 'answers')) },
  pairs_to_review: { by: review, find: (view) => ofPairs(pairsThat(view, 'review')) },
  observations_over: {
    by: endObservation,
    find: (view) => ofPairs(pairsThat(view, 'observation')),
  },
}
