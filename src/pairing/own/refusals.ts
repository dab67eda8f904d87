/** Refusals of pairing codes, and of what is done with them. */
import { refusal } from '../../kit/refusal.ts'

export const pairingCodeMistyped = refusal<Record<never, never>>(
  'pairing_code.mistyped',
  422,
  () => 'This is no whole code: a character is missing, too many or another one.',
  'Compare it with your sheet, character by character. Capitals and dashes do not matter.',
)

export const pairingCodeUnknown = refusal<Record<never, never>>(
  'pairing_code.unknown',
  404,
  () => 'This code opens nothing: it is another one, has ended, or its day has passed.',
  'Ask whoever gave it to you for a new sheet.',
)

export const pairingCodeThrottled = refusal<{ minutes: number }>(
  'pairing_code.throttled',
  429,
  ({ minutes }) =>
    `There were too many codes that open nothing. Another can be tried in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  'Wait that long, and compare the code with your sheet.',
)

export const pairingCodeNowhere = refusal<{ code: number }>(
  'pairing_code.not_there',
  404,
  ({ code }) => `There is no pairing code ${code} in this book.`,
  'Look it up in the list of pairing codes.',
)

export const pairingCodeEnded = refusal<{ code: number }>(
  'pairing_code.ended',
  409,
  ({ code }) => `The pairing code ${code} has ended already.`,
  'Make another one where it is still needed.',
)

export const pairingCodeUntil = refusal<{ until: string; today: string; most_days: number }>(
  'pairing_code.until',
  422,
  ({ until, today, most_days }) =>
    `A code lasts from today, ${today}, for at most ${most_days} days, and not until ${until}.`,
  'Choose a day in that time; a new code costs nothing.',
)

export const pairingCodeExists = refusal<Record<never, never>>(
  'pairing_code.exists',
  409,
  () => 'There is a pairing code with this hash already.',
  'Make the code from fresh random bytes.',
)

export const pairingCodeNobody = refusal<{ party: string }>(
  'pairing_code.nobody',
  409,
  ({ party }) => `${party} neither helps nor is to be helped, so a code would open an empty page.`,
  'Enrol them as a helper or record their need first.',
)

export const pairingCodeOwnHand = refusal<{ pair: string }>(
  'pairing_code.own_hand',
  403,
  ({ pair }) =>
    `This code was made by whoever stands on the other side of pair ${pair}, is close to them, or was there.`,
  'Ask the office for a code that somebody else makes.',
)

export const ownVisitTooMany = refusal<{ pair: string; most: number }>(
  'own_visit.too_many',
  429,
  ({ pair, most }) => `Of pair ${pair} ${most} visits were told here within a day.`,
  'Tell of the others tomorrow, or to the office.',
)

export const pairingHelperOnly = refusal<{ pair: string }>(
  'own_visit.helper_only',
  403,
  ({ pair }) => `Visits of pair ${pair} are told by whoever helps.`,
  'Say at a visit that is recorded whether it was so.',
)
