/** Refusals of visits, what follows from them and what prompts them. */
import { refusal } from '../../kit/refusal.ts'

export const visitUnknown = refusal<{ visit: number | string }>(
  'visit.unknown',
  404,
  ({ visit }) => `There is no visit ${visit} in this book.`,
  'Look it up in the list of visits.',
)

export const visitDay = refusal<{ day: string; today: string }>(
  'visit.day',
  422,
  (v) => `A visit on ${v.day} cannot be recorded; today is ${v.today}.`,
  'Give the day on which somebody was there.',
)

export const visitPairNotThen = refusal<{ pair: string; day: string }>(
  'visit.pair_not_then',
  422,
  (v) => `Pair ${v.pair} did not stand on ${v.day}.`,
  'Give a day on which the pair stood, or record the visit without the pair.',
)

export const visitWhoWent = refusal<Record<string, never>>(
  'visit.who_went',
  422,
  () => 'It is not said whom the visit was to: a pair, or a person or body.',
  'Name the pair, or whom it was to; not both.',
)

export const visitKindUnknown = refusal<{ kind: string }>(
  'visit.kind_unknown',
  422,
  ({ kind }) => `The policy on pairing has no kind of need ${kind}.`,
  'Choose one of the kinds under Settings, or add it there first.',
)

export const visitHelpUnclear = refusal<{ form: string }>(
  'visit.help_unclear',
  422,
  ({ form }) =>
    `Help in ${form} is told as what it was, and money as a payout of the book or as private.`,
  'Name the payout that was handed over, or mark the money as private with its amount.',
)

export const visitPayoutOfAnother = refusal<{ payout: number; party: string }>(
  'visit.payout_of_another',
  422,
  (v) => `Payout ${v.payout} did not go to ${v.party} or their household.`,
  'Name a payout to whom the visit was to.',
)

export const visitPayoutHandedOver = refusal<{ payout: number; visit: string }>(
  'visit.payout_handed_over',
  409,
  (v) => `Payout ${v.payout} was handed over at visit ${v.visit}.`,
  'A payout is handed over once. Take that visit back first if it is wrong.',
)

export const visitSlipOfAnother = refusal<{ batch: string; line: number; party: string }>(
  'visit.slip_of_another',
  422,
  (v) => `Line ${v.line} of batch ${v.batch} is not for ${v.party} or their household.`,
  'Name a line for whom the visit was to.',
)

export const visitSlipNotMet = refusal<Record<string, never>>(
  'visit.slip_not_met',
  422,
  () => 'Nobody was met at this visit, so nobody can have signed.',
  'Say who was met, or leave the slip for a visit at which somebody signs.',
)

export const visitTakenBack = refusal<{ visit: string }>(
  'visit.taken_back',
  409,
  ({ visit }) => `Visit ${visit} was taken back.`,
  'Record it anew if it took place.',
)

export const visitConfirmed = refusal<{ visit: string }>(
  'visit.confirmed',
  409,
  ({ visit }) => `The household was asked about visit ${visit} already.`,
  'What they said stands; what was heard later is a visit or a follow-up of its own.',
)

export const visitOwnHand = refusal<{ visit: string }>(
  'visit.own_hand',
  403,
  ({ visit }) =>
    `You went on visit ${visit} or recorded it; whether it was so is asked by another.`,
  'The household says it on their own page, or somebody else asks them. No role is above this rule.',
)

export const visitCarriedSlip = refusal<{ visit: string }>(
  'visit.carried_slip',
  409,
  ({ visit }) => `Visit ${visit} closed a payout by its slip, and so is not taken back.`,
  'What came back of the payout is told at its batch; what else was wrong is a follow-up.',
)

export const followUpUnknown = refusal<{ follow_up: number | string }>(
  'follow_up.unknown',
  404,
  (v) => `There is no follow-up ${v.follow_up} in this book.`,
  'Look it up in the list of follow-ups.',
)

export const followUpDay = refusal<{ due_on: string; from: string }>(
  'follow_up.day',
  422,
  (v) => `A follow-up due on ${v.due_on} lies before ${v.from}.`,
  'Give a day that is still to come.',
)

export const followUpEnded = refusal<{ follow_up: string }>(
  'follow_up.ended',
  409,
  (v) => `Follow-up ${v.follow_up} is finished.`,
  'What is still to be done is a follow-up of its own.',
)

export const careEventUnknown = refusal<{ care_event: number | string }>(
  'care_event.unknown',
  404,
  (v) => `There is no occasion ${v.care_event} in this book.`,
  'Look it up in the list of what prompts visits.',
)

export const careEventDay = refusal<{ day: string; today: string }>(
  'care_event.day',
  422,
  (v) => `It cannot have happened on ${v.day}; today is ${v.today}.`,
  'Give the day on which it happened.',
)

export const careEventEnded = refusal<{ care_event: string }>(
  'care_event.ended',
  409,
  (v) => `Occasion ${v.care_event} was taken back.`,
  'Record it anew if it did happen.',
)

export const careEventOfAnother = refusal<{ care_event: string; party: string }>(
  'care_event.of_another',
  422,
  (v) => `Occasion ${v.care_event} is not about ${v.party} or their household.`,
  'Choose one of theirs, or none.',
)
