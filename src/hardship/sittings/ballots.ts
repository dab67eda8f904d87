/** Ballots: who may vote on which cases, how the votes are counted, what is written of it. */
import { z } from 'zod'
import type { Act } from '../../book/registry.ts'
import type { CaseId, UserId } from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import { hasQuorum, isCarried } from '../../policies/deciding.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { caseRef, type HardshipCase } from '../cases/rows.ts'
import { committeePolicyOf } from './policy.ts'
import type { Recused } from './recusing.ts'
import {
  ballotNoQuorum,
  ballotRecused,
  ballotSplit,
  ballotVoter,
  ballotVotesMissing,
} from './refusals.ts'
import type { Sitting } from './rows.ts'

export const proposals = ['approve', 'refuse', 'defer'] as const
export const voteKinds = ['for', 'against', 'abstained'] as const
type VoteKind = (typeof voteKinds)[number]

/** A ballot as answers tell it. */
export const ballotOut = z.object({
  ballot: z.number(),
  cases: z.number(),
  carried: z.boolean(),
  /** Those who may vote on these cases, and those of them who are there. */
  members: z.number(),
  present: z.number(),
  in_favour: z.number(),
  against: z.number(),
  abstained: z.number(),
  /** Users who took no part in it. */
  recused: z.array(z.number()),
})

/** What a case would get: the amount of one instalment, and how many. */
export interface Proposed {
  readonly amountMinor: Minor
  readonly instalments: number
}

/** Cases on which the same users have no vote. */
export interface Group {
  readonly cases: readonly HardshipCase[]
  readonly recused: readonly UserId[]
}

/** Cases by who steps back from them; first those from which nobody does. */
export function groupedBy(recused: Recused, cases: readonly HardshipCase[]): Group[] {
  const groups = new Map<string, { cases: HardshipCase[]; recused: UserId[] }>()
  for (const one of cases) {
    const users = [...(recused.get(one.id) ?? [])].toSorted((a, b) => a - b)
    const key = users.join(' ')
    const group = groups.get(key) ?? { cases: [], recused: users }
    group.cases.push(one)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted(
    (a, b) => a.recused.length - b.recused.length || a.cases[0]!.id - b.cases[0]!.id,
  )
}

/** Cases named in a refusal. */
const fewCases = 5

function refsOf(cases: readonly HardshipCase[]): string[] {
  return cases.slice(0, fewCases).map(({ id }) => caseRef(id))
}

/** Refuses `ballot.split`. */
export function requireSplit(groups: readonly Group[], split: boolean): void {
  if (groups.length < 2 || split) return
  const apart = groups.filter(({ recused }) => recused.length > 0).flatMap(({ cases }) => cases)
  throw ballotSplit({ cases: refsOf(apart) })
}

/** Refuses `ballot.voter`. */
export function votesNamed(
  voters: readonly UserId[],
  votes: readonly { readonly user: number; readonly vote: VoteKind }[] | undefined,
): ReadonlyMap<UserId, VoteKind | null> {
  const named = new Map(votes?.map(({ user, vote: said }) => [user, said]))
  const stranger = [...named.keys()].find((user) => !voters.includes(user as UserId))
  if (stranger !== undefined) throw ballotVoter({ user: stranger })
  return new Map(voters.map((user) => [user, votes ? (named.get(user) ?? null) : 'for']))
}

export interface Counted extends Group {
  readonly votes: readonly { readonly user: UserId; readonly vote: VoteKind }[]
  readonly members: number
  readonly carried: boolean
}

/** Refuses `ballot.recused`, `ballot.votes_missing` and `ballot.no_quorum`. */
export function countGroup(
  act: Act,
  sitting: Sitting,
  group: Group,
  given: {
    readonly members: readonly UserId[]
    readonly votes: ReadonlyMap<UserId, VoteKind | null>
    readonly split: boolean
  },
): Counted {
  const { cases, recused } = group
  const barred = new Set(recused)
  const named = [...given.votes].filter(([user]) => barred.has(user))
  const byName = [...given.votes.values()].some((said) => said !== 'for')
  const wrongly = named.find(([, said]) => said !== null)
  if (byName && wrongly && !given.split) {
    throw ballotRecused({ user: wrongly[0], case: caseRef(cases[0]!.id) })
  }
  const voting = [...given.votes].filter(([user]) => !barred.has(user))
  const missing = voting.filter(([, said]) => said === null).map(([user]) => user)
  if (missing.length > 0) throw ballotVotesMissing({ users: missing })
  const votes = voting.map(([user, said]) => ({ user, vote: said! }))
  const members = given.members.filter((user) => !barred.has(user)).length
  const policy = committeePolicyOf(act, sitting)
  const present = votes.length
  if (!hasQuorum(policy, { present, members })) {
    throw ballotNoQuorum({ present, members, cases: refsOf(cases) })
  }
  const inFavour = votes.filter(({ vote: said }) => said === 'for').length
  return { ...group, votes, members, carried: isCarried(policy, { inFavour, present, members }) }
}

/** What is written of every ballot of an act. */
export interface Kept {
  readonly proposal: (typeof proposals)[number]
  readonly rule: string | null
  readonly conditions: number | null
  readonly reason: number | null
  readonly amounts: ReadonlyMap<CaseId, Proposed>
}

export function writeBallot(act: Act, sitting: Sitting, counted: Counted, kept: Kept) {
  const { cases, votes, members, carried, recused } = counted
  const count = (kind: VoteKind) => votes.filter(({ vote: said }) => said === kind).length
  const numbers = {
    in_favour: count('for'),
    against: count('against'),
    abstained: count('abstained'),
  }
  const ballot = nextId(act, 'ballot')
  insert(act, 'ballot', {
    id: ballot,
    sitting_id: sitting.id,
    proposal: kept.proposal,
    members,
    present: votes.length,
    ...numbers,
    carried: carried ? 1 : 0,
    rule: kept.rule,
    conditions_detail_id: kept.conditions,
    reason_detail_id: kept.reason,
    event_seq: act.seq,
  })
  const caseRow = nextId(act, 'ballot_case')
  for (const [at, { id }] of cases.entries()) {
    const { amountMinor, instalments } = kept.amounts.get(id)!
    insert(act, 'ballot_case', {
      id: caseRow + at,
      ballot_id: ballot,
      case_id: id,
      amount_minor: amountMinor,
      instalments,
      event_seq: act.seq,
    })
  }
  const voteRow = nextId(act, 'ballot_vote')
  for (const [at, { user, vote: said }] of votes.entries()) {
    insert(act, 'ballot_vote', {
      id: voteRow + at,
      ballot_id: ballot,
      user_id: user,
      vote: said,
      event_seq: act.seq,
    })
  }
  const told = { ballot: ballot as number, cases: cases.length, carried, members }
  return { ...told, present: votes.length, ...numbers, recused: [...recused] as number[] }
}
