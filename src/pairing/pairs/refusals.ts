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

export const contactsNotShared = refusal<{ pair: string }>(
  'pair.contacts_not_shared',
  409,
  ({ pair }) => `How to reach each other in pair ${pair} is told when both sides have agreed.`,
  'Record the consent of both sides first; whoever took theirs back is asked anew.',
)
