/**
 * Minutes: what a sitting decided, as one frozen text (RFC 8785). It names nobody: users by their numbers, cases by their
 * references, what was written in words by the digest that the chain holds of it. So it can be checked for ever, and
 * people can be erased.
 */
import { organisationOf } from '../../book/book.ts'
import type { Act } from '../../book/registry.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { hex, sha256Hex } from '../../kit/digest.ts'
import { amountText } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { unitById } from '../../people/units.ts'
import type { Committee } from '../../policies/deciding.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { caseById, caseRef } from '../cases/rows.ts'
import { committeePolicyOf } from './policy.ts'
import {
  attendanceOf,
  type Ballot,
  ballotsOf,
  casesOf,
  countedBallots,
  recusalsOf,
  type Sitting,
  sittingRef,
  votesOf,
} from './rows.ts'

const digestOf = prepare((p: { id: number }) =>
  build.selectFrom('detail').select('digest').where('id', '=', p.id),
)

/** A text in words: its number in the book and the SHA-256 (hex) of its salt and its bytes. */
export interface TextOf {
  readonly detail: number
  readonly digest: string
}

/** One vote, with what it was on. */
export interface BallotMinuted {
  readonly ballot: number
  readonly proposal: Ballot['proposal']
  readonly rule: string | null
  readonly members: number
  readonly present: number
  readonly in_favour: number
  readonly against: number
  readonly abstained: number
  readonly carried: boolean
  readonly votes: readonly { readonly user: number; readonly vote: string }[]
  readonly conditions: TextOf | null
  readonly reason: TextOf | null
  readonly cases: readonly {
    readonly case: string
    readonly currency: string
    /** Of one instalment. */
    readonly amount: string
    readonly instalments: number
    /** A later vote of the same sitting counts in its place. */
    readonly superseded: boolean
  }[]
}

/** What stands in minutes. */
export interface Minutes {
  readonly format: 'care-ledger/minutes/1'
  readonly organisation: string
  readonly sitting: string
  /** The code of the unit whose committee sat; null for the whole organisation. */
  readonly unit: string | null
  readonly held_on: string
  readonly place: TextOf | null
  /** The version of the policy on committees, and what it says. */
  readonly policy: { readonly version: number | null; readonly body: Committee }
  readonly attendance: readonly {
    readonly user: number
    readonly part: string
    readonly presence: string
  }[]
  readonly recusals: readonly {
    readonly user: number
    readonly case: string
    readonly ground: string
    readonly reason: TextOf | null
  }[]
  readonly ballots: readonly BallotMinuted[]
}

function textOf(reader: Reader, id: number | null): TextOf | null {
  return id === null ? null : { detail: id, digest: hex(first(reader, digestOf, { id })!.digest) }
}

/** The minutes of a sitting as it stands. */
export function minutesOf(reader: Act, sitting: Sitting): Minutes {
  const { id, unit_id, held_on, place_detail_id, policy_version_id } = sitting
  const counted = countedBallots(reader, id)
  return {
    format: 'care-ledger/minutes/1',
    organisation: organisationOf(reader).book,
    sitting: sittingRef(id),
    unit: unit_id === null ? null : unitById(reader, unit_id).code,
    held_on,
    place: textOf(reader, place_detail_id),
    policy: { version: policy_version_id, body: committeePolicyOf(reader, sitting) },
    attendance: attendanceOf(reader, id).map(({ user_id, part, presence }) => ({
      user: user_id,
      part,
      presence,
    })),
    recusals: recusalsOf(reader, id).map(({ user_id, case_id, ground, reason_detail_id }) => ({
      user: user_id,
      case: caseRef(case_id),
      ground,
      reason: textOf(reader, reason_detail_id),
    })),
    ballots: ballotsOf(reader, id).map((ballot) => ({
      ...minuted(reader, ballot),
      cases: casesOf(reader, ballot.id).map(({ case_id, amount_minor, instalments }) => {
        const { currency } = fundById(reader, caseById(reader, case_id).fund_id)
        return {
          case: caseRef(case_id),
          currency,
          amount: amountText(amount_minor, currency),
          instalments,
          superseded: counted.get(case_id)?.ballot.id !== ballot.id,
        }
      }),
    })),
  }
}

function minuted(reader: Reader, ballot: Ballot): Omit<BallotMinuted, 'cases'> {
  const { id, proposal, rule, members, present, in_favour, against, abstained, carried } = ballot
  return {
    ballot: id,
    proposal,
    rule,
    members,
    present,
    in_favour,
    against,
    abstained,
    carried: carried === 1,
    votes: votesOf(reader, id).map(({ user_id, vote }) => ({ user: user_id, vote })),
    conditions: textOf(reader, ballot.conditions_detail_id),
    reason: textOf(reader, ballot.reason_detail_id),
  }
}

/** Minutes as they are frozen: the canonical text and its SHA-256 in hex. */
export function frozen(minutes: Minutes): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(minutes)
  return { text, digest: sha256Hex(text) }
}
