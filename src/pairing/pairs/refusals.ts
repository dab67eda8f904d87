/** Refusals of pairs. */
import { refusal } from '../../kit/refusal.ts'

export const pairUnknown = refusal<{ pair: number | string }>(
  'pair.unknown',
  404,
  ({ pair }) => `There is no pair ${pair} in this book.`,
  'Look it up in the list of pairs.',
)

export const pairNotInState = refusal<{ pair: string; state: string; act: string }>(
  'pair.not_in_state',
  409,
  (v) => `Pair ${v.pair} is ${v.state}, and so cannot be ${v.act}.`,
  'Look at what was done with it; somebody else may have been quicker.',
)

export const pairBarred = refusal<{ need: string; helper: string; bars: readonly string[] }>(
  'pair.barred',
  409,
  (v) => `Helper ${v.helper} and need ${v.need} cannot be a pair: ${v.bars.join(', ')}.`,
  'Choose another helper; or have what bars them corrected first, if it is recorded wrongly.',
)

export const pairNeedServed = refusal<{ need: string; wanted: number }>(
  'pair.need_served',
  409,
  (v) => `Need ${v.need} wants ${v.wanted} at once, and has or is offered as many.`,
  'Hand a pair over to somebody else, or have the need ask for more helpers first.',
)

export const pairEndsBefore = refusal<{ until: string; today: string }>(
  'pair.ends_before',
  422,
  (v) => `A pair until ${v.until} would be over before it begins; today is ${v.today}.`,
  'Give a later day, or none.',
)

export const pairAgreedAlready = refusal<{ pair: string; side: string }>(
  'pair.agreed_already',
  409,
  (v) => `The ${v.side} has agreed to pair ${v.pair} already.`,
  'Nothing more is to be done for this side.',
)

export const pairNotAgreed = refusal<{ pair: string; side: string }>(
  'pair.not_agreed',
  409,
  (v) => `The ${v.side} has not agreed to pair ${v.pair}, or took it back.`,
  'Ask them, and record that they agree; or hand the pair over, or end it.',
)

export const pairSucceeded = refusal<{ pair: string; successor: string }>(
  'pair.succeeded',
  409,
  (v) => `Pair ${v.successor} is to take pair ${v.pair} over already.`,
  'Wait for what both sides say to it, or withdraw it first.',
)

export const contactsNotShared = refusal<{ pair: string }>(
  'pair.contacts_not_shared',
  409,
  ({ pair }) => `How to reach each other in pair ${pair} is told when both sides have agreed.`,
  'Record the consent of both sides first; whoever took theirs back is asked anew.',
)

export const contactsClosed = refusal<{ pair: string }>(
  'pair.contacts_closed',
  409,
  ({ pair }) => `How to reach each other in pair ${pair} is not open to you now.`,
  'Open it first, which is put on record; it is then read for some minutes.',
)

export const pairInterest = refusal<{ interests: readonly string[] }>(
  'pair.interest',
  403,
  (v) =>
    `You have an interest in this pair (${v.interests.join(', ')}), and so take no part in it.`,
  'Somebody without an interest does this. If a tie is recorded wrongly, have it corrected first.',
)

export const pairOwnClosing = refusal<{ pair: string }>(
  'pair.own_closing',
  403,
  (v) => `You proposed that pair ${v.pair} end; whoever proposes it does not approve it.`,
  'Somebody else who may closes it. No role is above this rule.',
)

export const pairClosingFirst = refusal<{ pair: string; reason: string }>(
  'pair.closing_first',
  409,
  (v) => `That pair ${v.pair} ends because of “${v.reason}” is not proposed yet.`,
  'Propose its end with what was found; another person then approves it.',
)

export const pairReasonMissing = refusal<{ pair: string }>(
  'pair.reason_missing',
  422,
  (v) => `It is not said why pair ${v.pair} ends.`,
  'Give the reason; only where its end was proposed it is known.',
)

export const pairNotExpired = refusal<{ pair: string; until: string | null }>(
  'pair.not_expired',
  409,
  (v) =>
    v.until === null
      ? `Pair ${v.pair} was agreed for no set time, and so its time is not over.`
      : `Pair ${v.pair} was agreed until ${v.until}, and so its time is not over.`,
  'Give another reason, or wait for the day.',
)

export const pairStillObserved = refusal<{ pair: string; until: string }>(
  'pair.still_observed',
  409,
  (v) => `Pair ${v.pair} is watched until ${v.until}; whether it lasts is not known before.`,
  'Wait for the day; or say that they died, moved away or do not wish it any more.',
)

export const pairDayPast = refusal<{ day: string; today: string }>(
  'pair.day_past',
  422,
  (v) => `A pair cannot be looked at next on ${v.day}; today is ${v.today}.`,
  'Give a day from tomorrow on, or none.',
)
