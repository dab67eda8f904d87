/** Refusals of what comes after a payment: confirmations, call-backs, revisits. */
import { refusal } from '../../kit/refusal.ts'

export const deliveryUnknown = refusal<{ payout: number }>(
  'delivery.unknown',
  404,
  ({ payout }) => `There is no payout ${payout} of a case in this book.`,
  'Look it up among the arrivals.',
)

export const deliveryConfirmed = refusal<{ payout: number }>(
  'delivery.confirmed',
  409,
  ({ payout }) => `Payout ${payout} was confirmed already.`,
  'Look at its case. What was heard later is recorded as a call-back or a grievance.',
)

export const deliveryCameBack = refusal<{ payout: number }>(
  'delivery.came_back',
  409,
  ({ payout }) => `Payout ${payout} came back, so nobody has received it.`,
  'It is confirmed once it was sent again.',
)

export const deliveryOwnHand = refusal<{ payout: number }>(
  'delivery.own_hand',
  403,
  ({ payout }) =>
    `You proposed, approved, prepared, released or handed over payout ${payout}; whether it arrived is asked by somebody else.`,
  'Somebody who had no part in it asks the person. No role is above this rule.',
)

export const deliveryDay = refusal<{ day: string; paid_on: string; today: string }>(
  'delivery.day',
  422,
  (v) => `It was paid on ${v.paid_on} and today is ${v.today}; ${v.day} lies outside.`,
  'Give the day on which the person was asked.',
)

export const drawUnknown = refusal<{ draw: number }>(
  'call_back_draw.unknown',
  404,
  ({ draw }) => `There is no drawing ${draw} in this book.`,
  'Look it up in the list of call-backs.',
)

export const drawRange = refusal<{ from: string; to: string }>(
  'call_back_draw.range',
  422,
  (v) => `The period from ${v.from} to ${v.to} has no day.`,
  'Give a first day that is not after the last.',
)

export const drawNotOver = refusal<{ to: string; today: string }>(
  'call_back_draw.not_over',
  409,
  (v) => `The period ends on ${v.to}, and today is ${v.today}.`,
  'Draw on a later day, when everything paid in the period is known.',
)

export const drawDone = refusal<{ draw: number }>(
  'call_back_draw.done',
  409,
  ({ draw }) => `Drawing ${draw} was made already, and its seed is public.`,
  'Record what those who were drawn say.',
)

export const drawNobody = refusal<{ from: string; to: string }>(
  'call_back_draw.nobody',
  409,
  (v) => `Nothing was paid on a case from ${v.from} to ${v.to}, so nobody can be drawn.`,
  'Announce a drawing for another period or another unit.',
)

export const callBackUnknown = refusal<{ call_back: number }>(
  'call_back.unknown',
  404,
  (v) => `There is no call-back ${v.call_back} in this book.`,
  'Look it up on the page of its drawing.',
)

export const revisitNotPaid = refusal<{ case: string; state: string }>(
  'revisit.not_paid',
  409,
  (v) => `Case ${v.case} is ${v.state}; a household is visited again after it was helped.`,
  'Before a case is decided, record a home visit.',
)

export const revisitDay = refusal<{ visited_on: string; next_on: string | null; today: string }>(
  'revisit.day',
  422,
  (v) =>
    v.next_on === null
      ? `The visit was on ${v.visited_on}, and today is ${v.today}.`
      : `The next visit is on ${v.next_on}, and today is ${v.today}.`,
  'A visit lies in the past or is today, and the next one is to come.',
)
