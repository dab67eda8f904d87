/** Refusals of applications made with a code, and of documents. */
import { refusal } from '../../kit/refusal.ts'

export const applicationCodeMistyped = refusal<Record<never, never>>(
  'application_code.mistyped',
  422,
  () => 'This is no whole code: a character is missing, too many or another one.',
  'Compare it with your sheet, character by character. Capitals and dashes do not matter.',
)

export const applicationCodeUnknown = refusal<Record<never, never>>(
  'application_code.unknown',
  404,
  () => 'This code opens nothing: it is another one, has ended, or its day has passed.',
  'Ask the office that gave it to you for a new sheet.',
)

export const applicationCodeThrottled = refusal<{ minutes: number }>(
  'application_code.throttled',
  429,
  ({ minutes }) =>
    `There were too many codes that open nothing. Another can be tried in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  'Wait that long, and compare the code with your sheet.',
)

export const applicationCodeNowhere = refusal<{ code: number }>(
  'application_code.not_there',
  404,
  ({ code }) => `There is no application code ${code} in this book.`,
  'Look it up in the list of application codes.',
)

export const applicationCodeEnded = refusal<{ code: number }>(
  'application_code.ended',
  409,
  ({ code }) => `The application code ${code} has ended already.`,
  'Make another one where it is still needed.',
)

export const applicationCodePast = refusal<{ until: string; today: string; most_days: number }>(
  'application_code.until',
  422,
  ({ until, today, most_days }) =>
    `A code lasts from today, ${today}, for at most ${most_days} days, and not until ${until}.`,
  'Choose a day in that time; a new code costs nothing.',
)

export const applicationCodeExists = refusal<Record<never, never>>(
  'application_code.exists',
  409,
  () => 'There is an application code with this hash already.',
  'Make the code from fresh random bytes.',
)

export const applicationSent = refusal<{ case: string }>(
  'application.sent',
  409,
  (v) => `This application was sent already, as case ${v.case}.`,
  'See where it stands; what is missing is asked for there.',
)

export const applicationNotSent = refusal<Record<never, never>>(
  'application.not_sent',
  409,
  () => 'This application was not sent yet.',
  'Finish it and send it first.',
)

export const applicationChanged = refusal<Record<never, never>>(
  'application.changed',
  409,
  () => 'The application was changed since it was looked at, perhaps on another device.',
  'Look at the answers once more, then send them.',
)

export const applicationIncomplete = refusal<{ missing: readonly string[] }>(
  'application.incomplete',
  422,
  ({ missing }) => `The application is not complete: ${missing.join(', ')}.`,
  'Fill in what is missing; it stays saved meanwhile.',
)

/** Why is not told: who has only the code learns nothing of what the registers hold. */
export const applicationNotTaken = refusal<Record<never, never>>(
  'application.not_taken',
  409,
  () => 'The application cannot be taken in this way.',
  'Ask the office that gave you the code; what you wrote stays saved.',
)

export const applicationNone = refusal<{ case: string }>(
  'application.none',
  404,
  (v) => `Case ${v.case} was not applied for with a code.`,
  'Look at who entered it.',
)

export const applicationNoAccount = refusal<{ case: string }>(
  'application.no_account',
  409,
  (v) => `The application of case ${v.case} names no account of the person helped.`,
  'Ask for it, or record the account with the person.',
)

export const documentUnknown = refusal<{ document: number }>(
  'document.unknown',
  404,
  ({ document }) => `There is no document ${document} in this book.`,
  'Look it up with its case.',
)

export const documentFileMissing = refusal<Record<never, never>>(
  'document.file',
  422,
  () => 'No file was chosen.',
  'Choose a file or take a photograph first.',
)

export const documentTooMany = refusal<{ most: number }>(
  'document.too_many',
  409,
  ({ most }) => `A case has ${most} documents at most.`,
  'Put pages that belong together into one PDF.',
)

export const documentsTooLarge = refusal<{ most_mib: number }>(
  'document.too_large_together',
  413,
  ({ most_mib }) => `The documents of an application come to ${most_mib} MiB at most.`,
  'Send the most important ones; more can be added when the application was sent.',
)

export const documentContentBroken = refusal<Record<never, never>>(
  'document.content',
  422,
  () => 'The content of the document is not base64.',
  'Send the bytes of the file in base64 (RFC 4648).',
)

export const documentNeedsNames = refusal<{ document: number }>(
  'document.names',
  403,
  ({ document }) => `Document ${document} tells who somebody is, which you may not read.`,
  'Ask somebody who may read names.',
)

export const documentErased = refusal<{ document: number }>(
  'document.erased',
  404,
  ({ document }) => `Document ${document} was erased with the person it was about.`,
  'Nothing brings it back; its digest stays in the chain.',
)

export const documentOwnHand = refusal<{ document: number }>(
  'document.own_hand',
  403,
  ({ document }) => `You added document ${document} yourself; somebody else verifies its amount.`,
  'Have another person look at it.',
)

export const documentNoAmount = refusal<{ document: number; kind: string }>(
  'document.no_amount',
  422,
  ({ document, kind }) =>
    `Document ${document} (${kind}) is no paper with an amount to be verified.`,
  'Verify the amounts of bills and papers like them.',
)
