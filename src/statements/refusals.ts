/** Refusals about statements. */
import { refusal } from '../kit/refusal.ts'

export const rangeInvalid = refusal<{ from: string; to: string }>(
  'statement.range',
  422,
  ({ from, to }) => `The period from ${from} to ${to} ends before it begins.`,
  'Give a first day that is not after the last.',
)

export const rangeInFuture = refusal<{ to: string; today: string }>(
  'statement.not_over',
  409,
  ({ to, today }) => `The period ends on ${to}, after today, ${today}.`,
  'Issue it when the period is over; a preview may be had at any time.',
)

export const tooManyLines = refusal<{ lines: number; most: number }>(
  'statement.too_many_lines',
  422,
  ({ lines, most }) => `The period has ${lines} lines; a statement holds at most ${most}.`,
  'Issue statements for shorter periods.',
)

export const statementTooLarge = refusal<{ lines: number; bytes: number; most_bytes: number }>(
  'statement.too_large',
  422,
  ({ lines, bytes, most_bytes }) =>
    `The statement of ${lines} lines has ${bytes} bytes; at most ${most_bytes} can be kept as one.`,
  'Issue statements for shorter periods; some 4,500 lines fit into one.',
)

export const statementUnknown = refusal<{ number: string }>(
  'statement.unknown',
  404,
  ({ number }) => `There is no statement ${number} in this book.`,
  'Look it up in the list of statements.',
)

export const namesNotAllowed = refusal<Record<never, never>>(
  'statement.names_not_allowed',
  403,
  () => 'Full names are for those who may read them.',
  'Take the masked edition, or have a token made that may read names.',
)

export const statementKeyMissing = refusal<{ number: string; kid: string }>(
  'statement.key_missing',
  409,
  ({ number, kid }) =>
    `Statement ${number} was issued under the signing key ${kid}, which this server does not hold.`,
  'Keep earlier signing keys beside the one in force, in one JWK Set with the newest first.',
)
