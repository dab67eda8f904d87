/** Sittings as questions tell them. */
import { z } from 'zod'
import { userInScope } from '../../access/grants.ts'
import { readDetail, textFor } from '../../book/details.ts'
import { amountOut, dayOut } from '../../book/fields.ts'
import type { View } from '../../book/registry.ts'
import type { BallotId, UserId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { caseById, caseRef } from '../cases/rows.ts'
import { personOut, personShown, unitOut, unitShown } from '../cases/shown.ts'
import { proposals, voteKinds } from './ballots.ts'
import {
  attendanceOf,
  type Ballot,
  ballotsOf,
  casesOf,
  closeOf,
  countedBallots,
  isVoter,
  type Sitting,
  sittingRef,
  votesOf,
} from './rows.ts'

const nameOfUser = prepare((p: { user: UserId }) =>
  build.selectFrom('user').select('name_detail_id').where('id', '=', p.user),
)

export const userOut = z.object({
  user: z.number(),
  /** Null once it was erased, and for somebody whose roles all lie beyond the caller's reach. */
  name: z.string().nullable(),
})

/** A user by name, as far as the caller reaches them: whoever sits for the level above is a number to a branch. */
export function userShown(view: View, user: UserId): z.output<typeof userOut> {
  if (!userInScope(view, view.scope, user)) return { user, name: null }
  const found = first(view, nameOfUser, { user })
  return { user, name: (found && readDetail(view, found.name_detail_id)?.body) ?? null }
}

export const sittingOut = z.object({
  sitting: z.number(),
  reference: z.string(),
  /** Null for the whole organisation. */
  unit: unitOut.nullable(),
  held_on: dayOut,
  members: z.number(),
  present: z.number(),
  ballots: z.number(),
  /** Cases by what the vote on them came to that counts. */
  approved: z.number(),
  refused: z.number(),
  waiting: z.number(),
  closed: z.boolean(),
  /** SHA-256 in hex of its minutes; null while it is open. */
  digest: z.string().nullable(),
  sequence: z.number(),
})

/** A sitting as lists tell it. */
export function sittingShown(view: View, sitting: Sitting): z.output<typeof sittingOut> {
  const { id } = sitting
  const voters = attendanceOf(view, id).filter(isVoter)
  const counted = [...countedBallots(view, id).values()].map(({ ballot }) => ballot)
  const carried = (proposal: Ballot['proposal']) =>
    counted.filter((one) => one.carried === 1 && one.proposal === proposal).length
  const [approved, refused] = [carried('approve'), carried('refuse')]
  const closed = closeOf(view, id)
  return {
    sitting: id,
    reference: sittingRef(id),
    unit: unitShown(view, sitting.unit_id),
    held_on: sitting.held_on,
    members: voters.length,
    present: voters.filter(({ presence }) => presence === 'present').length,
    ballots: ballotsOf(view, id).length,
    approved,
    refused,
    waiting: counted.length - approved - refused,
    closed: closed !== undefined,
    digest: closed?.digest ?? null,
    sequence: sitting.event_seq,
  }
}

export const caseVotedOut = z.object({
  case: z.number(),
  reference: z.string(),
  beneficiary: personOut,
  currency: z.string(),
  /** Of one instalment, and how many. */
  amount: amountOut,
  instalments: z.number(),
  /** A later vote of the same sitting counts in its place. */
  superseded: z.boolean(),
})

export const ballotShownOut = z.object({
  ballot: z.number(),
  proposal: z.enum(proposals),
  rule: z.string().nullable(),
  members: z.number(),
  present: z.number(),
  in_favour: z.number(),
  against: z.number(),
  abstained: z.number(),
  carried: z.boolean(),
  conditions: z.string().nullable(),
  reason: z.string().nullable(),
  votes: z.array(userOut.extend({ vote: z.enum(voteKinds) })),
  cases: z.array(caseVotedOut),
})

/** A ballot with its votes and its cases. */
export function ballotShown(
  view: View,
  ballot: Ballot,
  counting: ReadonlyMap<number, BallotId>,
): z.output<typeof ballotShownOut> {
  const { id, proposal, rule, members, present, in_favour, against, abstained } = ballot
  return {
    ballot: id,
    proposal,
    rule,
    members,
    present,
    in_favour,
    against,
    abstained,
    carried: ballot.carried === 1,
    conditions: textFor(view, ballot.conditions_detail_id),
    reason: textFor(view, ballot.reason_detail_id),
    votes: votesOf(view, id).map(({ user_id, vote }) => ({ ...userShown(view, user_id), vote })),
    cases: casesOf(view, id).map(({ case_id, amount_minor, instalments }) => {
      const theCase = caseById(view, case_id)
      const { currency } = fundById(view, theCase.fund_id)
      return {
        case: case_id as number,
        reference: caseRef(case_id),
        beneficiary: personShown(view, theCase.beneficiary_id),
        currency,
        amount: amountText(amount_minor, currency),
        instalments,
        superseded: counting.get(case_id) !== id,
      }
    }),
  }
}
