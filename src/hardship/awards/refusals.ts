/** Refusals of approvals, awards, allowances and claims. */
import { refusal } from '../../kit/refusal.ts'

export const caseApprovedAlready = refusal<{ case: string }>(
  'case.approved_already',
  409,
  (v) => `You have approved case ${v.case} already; each person counts once.`,
  'Somebody else gives the next approval.',
)

export const caseNoDecision = refusal<{ case: string }>(
  'case.no_decision',
  409,
  (v) => `No closed sitting of the committee has carried case ${v.case}.`,
  'Have the committee vote on it and close its sitting; then approve it.',
)

export const caseDecisionDiffers = refusal<{
  case: string
  decided: string
  asked: string
  currency: string
}>(
  'case.decision_differs',
  409,
  (v) =>
    `The committee carried ${v.decided} ${v.currency} in all for case ${v.case}, which now asks for ${v.asked} ${v.currency}.`,
  'Propose what was carried, or have the committee vote again.',
)

export const caseNeedsHigher = refusal<{ case: string; amount: string; currency: string }>(
  'case.needs_higher',
  403,
  (v) =>
    `${v.amount} ${v.currency} for case ${v.case} is decided by the level above its unit, and your role does not reach above it.`,
  'An approver of a unit above, or of the whole organisation, approves it.',
)

export const caseLetPassedCap = refusal<{ case: string }>(
  'case.let_pass_cap',
  403,
  (v) => `You let case ${v.case} pass a cap; whoever does so does not approve it.`,
  'Somebody else approves it.',
)

export const caseEmergencyNever = refusal<{ case: string }>(
  'case.emergency_never',
  409,
  (v) => `The workflow of case ${v.case} has no route for emergencies.`,
  'Take it through its steps.',
)

export const caseNoEmergency = refusal<{ case: string }>(
  'case.no_emergency',
  409,
  (v) => `Case ${v.case} was not entered as an emergency.`,
  'Take it through its steps; what is one is said when it is entered.',
)

export const awardNone = refusal<{ case: string }>(
  'award.none',
  404,
  (v) => `Nothing is awarded to case ${v.case}.`,
  'Look at where the case stands.',
)

export const awardEnded = refusal<{ case: string; cause: string }>(
  'award.ended',
  409,
  (v) => `The award to case ${v.case} has ended (${v.cause}).`,
  'What was paid may be claimed back; a new need is a new case.',
)

export const awardAllPaid = refusal<{ case: string }>(
  'award.all_paid',
  409,
  (v) => `All of the award to case ${v.case} is paid; nothing of it is left to end.`,
  'What should not have been paid is claimed back.',
)

export const awardInBatch = refusal<{ case: string; batch: string }>(
  'award.in_batch',
  409,
  (v) =>
    `An instalment of case ${v.case} is in batch ${v.batch}, of which the result is not known.`,
  'Take it out of the batch, or record what came of it; then end the award.',
)

export const awardNoEmergency = refusal<{ case: string }>(
  'award.no_emergency',
  409,
  (v) => `Case ${v.case} was approved through its steps, and needs nobody to ratify it.`,
  'Only what was awarded in an emergency is ratified.',
)

export const awardRatified = refusal<{ case: string }>(
  'award.ratified',
  409,
  (v) => `It is decided already whether the emergency of case ${v.case} is ratified.`,
  'It is decided once.',
)

export const awardNotAsDecided = refusal<{ case: string; decided: string; on: string }>(
  'award.not_as_decided',
  409,
  (v) =>
    `On ${v.on} the committee ${v.decided === 'ratified' ? 'ratified' : 'declined to ratify'} the emergency of case ${v.case}.`,
  'Record what it decided.',
)

export const awardReasonNeeded = refusal<{ case: string }>(
  'award.reason_needed',
  422,
  (v) => `Why the emergency of case ${v.case} is not ratified is not said.`,
  'Give the reason: what was paid is claimed back on it.',
)

export const allowanceMonthAhead = refusal<{ month: string; now: string }>(
  'allowance.month_ahead',
  422,
  (v) => `${v.month} has not begun; this is ${v.now}.`,
  'A month of allowances becomes payable once it has begun.',
)

export const clawbackUnknown = refusal<{ clawback: number }>(
  'clawback.unknown',
  404,
  (v) => `There is no claim ${v.clawback} in this book.`,
  'Look it up in the list of claims.',
)

export const clawbackNotOfCase = refusal<{ payout: number }>(
  'clawback.not_of_case',
  409,
  (v) => `Payout ${v.payout} was not paid on a case.`,
  'What came back of a direct payout is recorded at the payout.',
)

export const clawbackBounced = refusal<{ payout: number }>(
  'clawback.bounced',
  409,
  (v) => `Payout ${v.payout} came back from the bank.`,
  'It is owed again; end the award if it is not to be paid.',
)

export const clawbackTooLarge = refusal<{
  payout: number
  amount: string
  left: string
  currency: string
}>(
  'clawback.too_large',
  409,
  (v) =>
    `${v.amount} ${v.currency} is more than the ${v.left} ${v.currency} of payout ${v.payout} that is not claimed back yet.`,
  'Claim at most what is left.',
)

export const clawbackReceivedTooMuch = refusal<{
  clawback: number
  amount: string
  left: string
  currency: string
}>(
  'clawback.received_too_much',
  409,
  (v) =>
    `${v.amount} ${v.currency} is more than the ${v.left} ${v.currency} still open on claim ${v.clawback}.`,
  'Record at most what is open; what exceeds it is a contribution.',
)

export const clawbackBarInPast = refusal<{ until: string; today: string }>(
  'clawback.bar_in_past',
  422,
  (v) => `The day until which the household gets no help, ${v.until}, is before today, ${v.today}.`,
  'Give a later day, or none.',
)
