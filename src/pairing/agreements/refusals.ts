/** Refusals of agreements between bodies. */
import { refusal } from '../../kit/refusal.ts'

export const agreementUnknown = refusal<{ agreement: number }>(
  'agreement.unknown',
  404,
  ({ agreement }) => `There is no agreement ${agreement} in this book.`,
  'Look it up in the list of agreements.',
)

export const commitmentUnknown = refusal<{ commitment: number }>(
  'agreement.commitment_unknown',
  404,
  ({ commitment }) => `There is no commitment ${commitment} of an agreement in this book.`,
  'Look it up on the page of its agreement.',
)

export const evidenceUnknown = refusal<{ evidence: number }>(
  'agreement.evidence_unknown',
  404,
  ({ evidence }) => `There is no evidence ${evidence} of an agreement in this book.`,
  'Look it up on the page of its agreement.',
)

export const varianceUnknown = refusal<{ statement: number }>(
  'variance.unknown',
  404,
  ({ statement }) => `There is no variance statement ${statement} in this book.`,
  'Look it up on the page of its agreement.',
)

export const agreementNeedsBodies = refusal<{ party: string }>(
  'agreement.needs_bodies',
  422,
  ({ party }) => `An agreement is between two bodies, and ${party} is a person.`,
  'Pair a person with a need; or name the body that they belong to.',
)

export const agreementSameParty = refusal<{ party: string }>(
  'agreement.same_party',
  422,
  ({ party }) => `${party} would be both sides of the agreement.`,
  'Name the body that is helped; it is another than the one that helps.',
)

export const agreementHelperEnded = refusal<{ helper: string }>(
  'agreement.helper_ended',
  409,
  ({ helper }) => `Helper ${helper} has ended, and so promises nothing more.`,
  'Choose another helper, or open this one again.',
)

export const agreementKindUnknown = refusal<{ kind: string }>(
  'agreement.kind_unknown',
  422,
  ({ kind }) => `The policy on pairing knows no kind of agreement ${kind}.`,
  'Choose one of its kinds, or add this one to the policy.',
)

export const agreementDays = refusal<{ from: string; until: string }>(
  'agreement.days',
  422,
  ({ from, until }) => `The agreement would end on ${until}, before it begins on ${from}.`,
  'Let it end on the day on which it begins or later.',
)

export const agreementDue = refusal<{ due: string; from: string }>(
  'agreement.due',
  422,
  ({ due, from }) => `A commitment is due on ${due}, before the agreement begins on ${from}.`,
  'Give a day from the beginning of the agreement on.',
)

export const agreementMeasure = refusal<{ kind: string; wanted: 'amount' | 'quantity' }>(
  'agreement.measure',
  422,
  ({ kind, wanted }) =>
    wanted === 'amount'
      ? `What is promised as ${kind} is told by an amount of money, and by nothing else.`
      : `What is promised as ${kind} is told by a number, and by nothing else.`,
  ({ wanted }) => (wanted === 'amount' ? 'Give an amount alone.' : 'Give a whole number alone.'),
)

export const agreementEnded = refusal<{ agreement: string; on: string }>(
  'agreement.ended',
  409,
  ({ agreement, on }) => `Agreement ${agreement} ended on ${on}.`,
  'What goes on between the two is a new agreement.',
)

export const agreementVersionSigned = refusal<{ agreement: string; version: number }>(
  'agreement.version_signed',
  409,
  (v) => `A side has signed version ${v.version} of agreement ${v.agreement}; it is not added to.`,
  'Write a new version first; both sides sign it when it is complete.',
)

export const agreementVersionChanged = refusal<{ agreement: string; version: number }>(
  'agreement.version_changed',
  409,
  (v) => `Agreement ${v.agreement} has a newer version than ${v.version}.`,
  'Read the newest version; that is the one to sign.',
)

export const agreementSigned = refusal<{ agreement: string; side: string }>(
  'agreement.signed_already',
  409,
  (v) => `The ${v.side} side has signed this version of agreement ${v.agreement} already.`,
  'Look at its page; nothing more is to do for this side.',
)

export const agreementEmpty = refusal<{ agreement: string }>(
  'agreement.promises_nothing',
  409,
  ({ agreement }) => `Agreement ${agreement} promises nothing yet.`,
  'Add what a side commits itself to, with its day, before anybody signs.',
)

export const agreementNotSigned = refusal<{ agreement: string }>(
  'agreement.not_signed',
  409,
  ({ agreement }) =>
    `Both sides have not signed this of agreement ${agreement}, so it binds nobody.`,
  'Have both sides sign the version in which it stands.',
)

export const commitmentReleased = refusal<{ commitment: number }>(
  'agreement.released',
  409,
  ({ commitment }) => `Commitment ${commitment} was released.`,
  'What is promised instead is a commitment of its own, in a new version.',
)

export const evidenceDay = refusal<{ day: string; from: string; today: string }>(
  'agreement.evidence_day',
  422,
  (v) => `The agreement began on ${v.from} and today is ${v.today}; ${v.day} lies outside.`,
  'Give the day on which it was done.',
)

export const evidenceTakenBack = refusal<{ evidence: number }>(
  'agreement.evidence_taken_back',
  409,
  ({ evidence }) => `Evidence ${evidence} was taken back already.`,
  'Look at the page of its agreement.',
)

export const contributionOther = refusal<{ contribution: number }>(
  'agreement.contribution_other',
  422,
  ({ contribution }) =>
    `Contribution ${contribution} is not money in the agreement’s currency from the side that promised it, or is less.`,
  'Name the contribution that this commitment was kept with, and no more than what stands of it.',
)

export const contributionCounted = refusal<{ contribution: number; agreement: string }>(
  'agreement.contribution_counted',
  409,
  (v) => `Contribution ${v.contribution} counts for agreement ${v.agreement} already.`,
  'Money that came once keeps one commitment; take that evidence back if it was a mistake.',
)

export const agreementInterest = refusal<{ agreement: string; interests: readonly string[] }>(
  'agreement.interest',
  403,
  (v) => `You have an interest in agreement ${v.agreement}: ${v.interests.join(', ')}.`,
  'Somebody without an interest in either side does this. No role is above this rule.',
)

export const varianceOwnHand = refusal<{ statement: string }>(
  'variance.own_hand',
  403,
  ({ statement }) =>
    `You recorded evidence or a release that ${statement} counts, and so do not record that a side agrees.`,
  'Somebody who recorded none of it does this. No role is above this rule.',
)

export const varianceSame = refusal<{ statement: string }>(
  'variance.same',
  409,
  ({ statement }) => `${statement} says the same, to the letter.`,
  'Have that one signed; make another when something has changed.',
)

export const varianceNewer = refusal<{ statement: string; newer: string }>(
  'variance.newer',
  409,
  ({ statement, newer }) => `${newer} has taken the place of ${statement}.`,
  'Have the newer one signed.',
)

export const varianceAnswered = refusal<{ statement: string; side: string }>(
  'variance.answered',
  409,
  ({ statement, side }) => `The ${side} side has answered ${statement} already.`,
  'An answer stands. What has changed since is told by a new statement.',
)

export const varianceReason = refusal<Record<never, never>>(
  'variance.reason_missing',
  422,
  () => 'A side that does not sign says why.',
  'Write what it does not agree with.',
)

export const varianceDay = refusal<{ day: string; from: string; today: string }>(
  'variance.day',
  422,
  (v) => `The agreement began on ${v.from} and today is ${v.today}; ${v.day} lies outside.`,
  'Give a day from the beginning of the agreement up to today.',
)

export const varianceSignedBefore = refusal<{ day: string; to: string }>(
  'variance.signed_before',
  422,
  (v) => `The statement tells what was done up to ${v.to}; it was not signed on ${v.day}.`,
  'Give the day on which the side answered.',
)
