/** Refusals of committee sittings. */
import { refusal } from '../../kit/refusal.ts'

export const sittingUnknown = refusal<{ sitting: number }>(
  'sitting.unknown',
  404,
  ({ sitting }) => `There is no sitting ${sitting} in this book.`,
  'Look it up in the list of sittings.',
)

export const sittingNobody = refusal<{ unit: string | null }>(
  'sitting.nobody',
  409,
  ({ unit }) =>
    `Nobody is a committee member in ${unit ?? 'the whole organisation'} or above it, so no committee can sit.`,
  'Give somebody the role of a committee member there first.',
)

export const sittingNotMember = refusal<{ user: number }>(
  'sitting.not_member',
  422,
  ({ user }) => `User ${user} is not of this committee.`,
  'Name somebody who has the role of a committee member in this unit or above it.',
)

export const sittingNotSupervisor = refusal<{ user: number }>(
  'sitting.not_supervisor',
  422,
  ({ user }) => `User ${user} cannot sit with this committee as a supervisor.`,
  'Name an auditor of this unit or above it, where the policy lets supervisors attend.',
)

export const sittingSamePerson = refusal<{ user: number; other: number }>(
  'sitting.same_person',
  422,
  (v) => `Users ${v.user} and ${v.other} are the same person, who has one vote.`,
  'Name one of the two.',
)

export const sittingDay = refusal<{ held_on: string; today: string }>(
  'sitting.day',
  422,
  (v) => `The sitting is held on ${v.held_on}, and today is ${v.today}.`,
  'Record who is there and what is voted on the day of the sitting or after it.',
)

export const sittingClosed = refusal<{ sitting: number }>(
  'sitting.closed',
  409,
  ({ sitting }) => `Sitting ${sitting} is closed, and its minutes are frozen.`,
  'Call another sitting; what was decided can be put to the vote there.',
)

export const caseOutsideSitting = refusal<{ case: string; sitting: number }>(
  'case.outside_sitting',
  409,
  (v) => `Case ${v.case} is of a unit for which sitting ${v.sitting} does not decide.`,
  'Put it before the committee of its own unit or of one above it.',
)

export const ballotSplit = refusal<{ cases: readonly string[] }>(
  'ballot.split',
  409,
  (v) =>
    `Somebody who would vote has an interest in ${v.cases.join(', ')}, but not in the others; these are voted on apart.`,
  'Put them to the vote in a ballot of their own, or ask for the ballots to be split.',
)

export const ballotRecused = refusal<{ user: number; case: string }>(
  'ballot.recused',
  403,
  (v) => `User ${v.user} has an interest in case ${v.case}, and so does not vote on it.`,
  'Leave their vote out. No role is above this rule.',
)

export const ballotVoter = refusal<{ user: number }>(
  'ballot.voter',
  422,
  ({ user }) => `User ${user} is not a member who is present at this sitting.`,
  'Record who is present first; supervisors have no vote.',
)

export const ballotVotesMissing = refusal<{ users: readonly number[] }>(
  'ballot.votes_missing',
  422,
  (v) => `Votes are given by name, and of the users ${v.users.join(', ')} there is none.`,
  'Give the vote of everybody who is present, or none: then all are in favour.',
)

export const ballotNoQuorum = refusal<{
  present: number
  members: number
  cases: readonly string[]
}>(
  'ballot.no_quorum',
  409,
  (v) =>
    `${v.present} of ${v.members} members are present who may vote on ${v.cases.join(', ')}; that is no quorum.`,
  'Wait until more are there, or put these cases before the committee above.',
)

export const ballotAmount = refusal<{ case: string }>(
  'ballot.amount',
  422,
  (v) => `An amount is given for case ${v.case}, which is not put to the vote as an approval.`,
  'Give amounts of cases whose approval is proposed.',
)

export const ballotRule = refusal<{ proposal: string }>(
  'ballot.rule',
  422,
  ({ proposal }) =>
    proposal === 'refuse'
      ? 'A refusal states its rule and what the applicant is told.'
      : `A rule belongs to a refusal, not to the proposal "${proposal}".`,
  'Name the rule by which it is refused, with a text; for other proposals leave the rule out.',
)

export const ballotConditions = refusal<{ proposal: string }>(
  'ballot.conditions',
  422,
  ({ proposal }) => `Conditions belong to an approval, not to the proposal "${proposal}".`,
  'Leave the conditions out.',
)

export const recusedVoted = refusal<{ case: string; user: number }>(
  'sitting.recused_voted',
  409,
  (v) => `User ${v.user} voted on case ${v.case} before an interest in it was known.`,
  'Put this case to the vote once more, without them, and close the sitting then.',
)

export const sittingPartTwice = refusal<{ users: readonly number[] }>(
  'sitting.part_twice',
  422,
  ({ users }) => `Users ${users.join(', ')} are said to be both present and excused.`,
  'Say one of the two.',
)

export const caseBeforeAnother = refusal<{ case: string; sitting: number }>(
  'case.before_another_sitting',
  409,
  (v) => `Case ${v.case} was voted on at sitting ${v.sitting}, which is not closed.`,
  'Close that sitting first, or decide on the case there.',
)

export const caseNotToRatify = refusal<{ case: string }>(
  'case.not_to_ratify',
  409,
  (v) => `What case ${v.case} got in an emergency waits to be ratified or declined, nothing else.`,
  'Propose to approve it as it was paid, or to refuse it.',
)
