/** Refusals about duties kept apart: who may not approve, pay or decide, and why. */
import { refusal } from '../kit/refusal.ts'

export const paymentRequestUnknown = refusal<{ request: number }>(
  'payment_request.unknown',
  404,
  ({ request }) => `There is no payment request ${request} in this book.`,
  'Look it up in the list of payment requests.',
)

export const needsRequest = refusal<{ amount: string; above: string; currency: string }>(
  'payout.needs_request',
  409,
  ({ amount, above, currency }) =>
    `Together with what the same person gets that day this is ${amount} ${currency}; above ${above} ${currency} somebody else approves first.`,
  'Enter a payment request; once it is approved, it is paid from there.',
)

export const payoutOfInterest = refusal<{ interests: readonly string[] }>(
  'payout.interest',
  403,
  ({ interests }) =>
    `You have an interest in whom this payment concerns (${interests.join(', ')}), and so do not make it alone.`,
  'Have somebody else record it; or, for a payout, enter a payment request, which others decide on.',
)

export const requestEnded = refusal<{ request: number; act: string }>(
  'payment_request.ended',
  409,
  ({ request, act }) => `Payment request ${request} was ${act}.`,
  'Enter a new request if it is to be paid after all.',
)

export const requestNotApproved = refusal<{ request: number; approvals: number; needed: number }>(
  'payment_request.not_approved',
  409,
  ({ request, approvals, needed }) =>
    `Payment request ${request} has ${approvals} of the ${needed} approvals that it needs.`,
  'Ask those who may approve it; the list of what waits for them shows it.',
)

export const requestApproved = refusal<{ request: number }>(
  'payment_request.approved',
  409,
  ({ request }) => `Payment request ${request} has all the approvals that it needs.`,
  'It is to be paid now, or to be cancelled with a reason.',
)

export const requestPaid = refusal<{ request: number; payout: number }>(
  'payment_request.paid',
  409,
  ({ request, payout }) => `Payment request ${request} was paid as payout ${payout}.`,
  'Look at that payout; what came back of it is recorded there.',
)

export const enteredByOneself = refusal<{ request: number }>(
  'duties.entered_by_oneself',
  403,
  ({ request }) =>
    `You entered payment request ${request} yourself; whoever enters a payment does not approve it.`,
  'Somebody else who may approve decides on it. No role is above this rule.',
)

export const decidedAlready = refusal<{ request: number }>(
  'duties.decided_already',
  409,
  ({ request }) => `You have approved payment request ${request} already; each person counts once.`,
  'The next approval comes from somebody else.',
)

export const approvedByOneself = refusal<{ request: number }>(
  'duties.approved_by_oneself',
  403,
  ({ request }) =>
    `You approved payment request ${request}; whoever approves a payment does not pay it.`,
  'Somebody else who may pay makes the payment. No role is above this rule.',
)

export const payerEntered = refusal<{ request: number }>(
  'duties.payer_entered',
  403,
  ({ request }) =>
    `You entered payment request ${request}; by the policy on duties whoever enters a payment does not pay it.`,
  'Somebody else who may pay makes the payment, or the policy is changed first.',
)

export const hasInterest = refusal<{ request: number; interests: readonly string[] }>(
  'duties.interest',
  403,
  ({ request, interests }) =>
    `You have an interest in payment request ${request} (${interests.join(', ')}), and so do not decide on it.`,
  'Somebody without an interest decides. If a tie is recorded wrongly, have it corrected first.',
)

export const notWhoEntered = refusal<{ request: number }>(
  'payment_request.of_another',
  403,
  ({ request }) => `Payment request ${request} was entered by somebody else.`,
  'Whoever entered it withdraws it; whoever may approve it declines it.',
)

export const notAnEmergency = refusal<{ request: number }>(
  'payment_request.not_an_emergency',
  409,
  ({ request }) => `Payment request ${request} was not entered as an emergency.`,
  'It is approved in the usual way.',
)

export const isAnEmergency = refusal<{ request: number }>(
  'payment_request.is_an_emergency',
  409,
  ({ request }) => `Payment request ${request} was entered as an emergency.`,
  'Agree to it as to an emergency; so many others must as the policy says.',
)

export const emergencyNotAllowed = refusal<Record<never, never>>(
  'duties.emergency_not_allowed',
  409,
  () => 'The policy on duties allows no payment in an emergency here.',
  'Enter a usual request, or have the policy changed first.',
)

export const emergencyTooLarge = refusal<{ amount: string; limit: string; currency: string }>(
  'duties.emergency_too_large',
  409,
  ({ amount, limit, currency }) =>
    `In an emergency at most ${limit} ${currency} is paid; this is ${amount} ${currency}.`,
  'Pay that much now, and enter a usual request for the rest.',
)

export const heldByRequest = refusal<{ entry: number; request: number }>(
  'entry.of_payment_request',
  409,
  ({ entry, request }) => `Entry ${entry} makes payment request ${request} payable.`,
  'Cancel the request; that undoes the entry.',
)
