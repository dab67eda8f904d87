/** The minutes of a sitting for paper, with names as the caller may read them. */
import { textFor } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import { caseById, caseRef, versionOfCase } from '../../hardship/cases/rows.ts'
import { causeShown } from '../../hardship/cases/shown.ts'
import { committeePolicyOf } from '../../hardship/sittings/policy.ts'
import {
  attendanceOf,
  type Ballot,
  type BallotCase,
  ballotsOf,
  casesOf,
  closeOf,
  isVoter,
  recusalsOf,
  type Sitting,
  sittingRef,
  sittingWithId,
} from '../../hardship/sittings/rows.ts'
import { fundById } from '../../ledger/funds.ts'
import { nameFor } from '../../people/shown.ts'
import { hasQuorum } from '../../policies/deciding.ts'
import type { StatementLanguage } from '../statement.ts'
import type { Minutes, MinutesBallot, BallotCase as PrintedCase } from './minutes.ts'
import { frameFor, unitTold, userTold } from './paper-made.ts'

/** The minutes of a sitting. Refuses `sitting.unknown`. */
export function minutesPaper(view: View, id: number, language: StatementLanguage): Minutes {
  const sitting = sittingWithId(view, id)
  const attendance = attendanceOf(view, sitting.id)
  const voters = attendance.filter(isVoter)
  const present = voters.filter(({ presence }) => presence === 'present')
  const needed = quorumOf(view, sitting, voters.length)
  return {
    format: 'care-ledger/minutes@1',
    frame: frameFor(view, { number: sittingRef(sitting.id), mark: 'internal', language }),
    committee: unitTold(view, sitting.unit_id),
    held_on: sitting.held_on,
    place: textFor(view, sitting.place_detail_id) ?? '',
    attendance: attendance.map(({ user_id, part, presence }) => {
      return { name: userTold(view, user_id), part, presence }
    }),
    quorum: { needed, met: present.length >= needed },
    recusals: recusalsOf(view, sitting.id).map((one) => ({
      name: userTold(view, one.user_id),
      case: caseRef(one.case_id),
      ground: one.ground,
      reason: textFor(view, one.reason_detail_id) ?? '',
    })),
    ballots: ballotsOf(view, sitting.id).map((ballot, place) =>
      ballotPrinted(view, ballot, place + 1, language),
    ),
    digest: closeOf(view, sitting.id)?.digest ?? null,
  }
}

/** How many must be there of so many who vote, by the policy under which it sits. */
function quorumOf(view: View, sitting: Sitting, members: number): number {
  const policy = committeePolicyOf(view, sitting)
  let present = 0
  while (present < members && !hasQuorum(policy, { present, members })) present += 1
  return present
}

function ballotPrinted(
  view: View,
  ballot: Ballot,
  number: number,
  language: StatementLanguage,
): MinutesBallot {
  const { proposal, members, present, in_favour, against, abstained } = ballot
  return {
    ...{ number, proposal, members, present, in_favour, against, abstained },
    carried: ballot.carried === 1,
    conditions: textFor(view, ballot.conditions_detail_id) ?? '',
    reason: textFor(view, ballot.reason_detail_id) ?? '',
    cases: casesOf(view, ballot.id).map((one) => casePrinted(view, one, language)),
  }
}

function casePrinted(view: View, on: BallotCase, language: StatementLanguage): PrintedCase {
  const theCase = caseById(view, on.case_id)
  const { cause } = versionOfCase(view, on.case_id)
  return {
    case: caseRef(on.case_id),
    name: nameFor(view, view.caller, theCase.beneficiary_id),
    category: causeShown(view, theCase.unit_id, cause).name[language],
    currency: fundById(view, theCase.fund_id).currency,
    amount_minor: on.amount_minor,
    instalments: on.instalments,
  }
}
