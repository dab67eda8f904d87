/** Refusals of the door itself. */
import { refusal } from '../kit/refusal.ts'

export interface InputIssue {
  readonly field: string
  readonly problem: string
}

export const inputInvalid = refusal<{ issues: readonly InputIssue[] }>(
  'input.invalid',
  422,
  ({ issues }) =>
    issues.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join('; '),
  'Correct the fields named and send the request again.',
)

export const keyMissing = refusal<Record<never, never>>(
  'idempotency_key.missing',
  400,
  () => 'A command needs an idempotency key, so that the same request sent twice happens once.',
  'Send the header Idempotency-Key with 16 to 200 characters made for this one act, such as a UUID.',
)

export const keyInvalid = refusal<{ key: string }>(
  'idempotency_key.invalid',
  400,
  ({ key }) =>
    `The idempotency key "${key}" does not have 16 to 200 printable ASCII characters without spaces, or begins with "erased:".`,
  'Make a new key for this one act, such as a UUID.',
)

export const keyReused = refusal<{ key: string; command: string }>(
  'idempotency_key.reused',
  409,
  ({ key, command }) =>
    `The idempotency key "${key}" was already used for another request (${command}).`,
  'If this is a new act, make a new key; if it is the same act, send exactly the same input.',
)

export const notAllowed = refusal<{
  roles: readonly string[]
  name: string
  may: readonly string[]
}>(
  'access.not_allowed',
  403,
  ({ roles, name, may }) =>
    `The role ${roles.join(', ') || '(none)'} may not do ${name}; that is for ${may.join(', ')}.`,
  'Ask someone with one of these roles.',
)

export const beyondScope = refusal<{ name: string }>(
  'access.beyond_scope',
  403,
  ({ name }) => `${name} is about the whole organisation; your roles end at a unit of it.`,
  'Ask someone whose role is for the whole organisation.',
)

export const notAmongCommands = refusal<{ name: string; only: readonly string[] }>(
  'access.not_among_commands',
  403,
  ({ name, only }) => `${name} is not among what this token may do: ${only.join(', ')}.`,
  'Use a token that may do this, or one without a list of commands.',
)

export const readsOnly = refusal<{ name: string }>(
  'access.reads_only',
  403,
  ({ name }) => `This access only reads; ${name} would change the book.`,
  'Use a token that may also write.',
)

export const notSetUp = refusal<Record<never, never>>(
  'book.not_set_up',
  409,
  () => 'This book has no organisation yet.',
  'Set it up first by POST /organisation; `care-ledger init` makes a book that is set up.',
)

export const eventUnknown = refusal<{ sequence: number; newest: number }>(
  'event.unknown',
  404,
  ({ sequence, newest }) =>
    `There is no event ${sequence} in this book; its newest event is ${newest}.`,
  'Look it up in the list of events.',
)

export const detailErased = refusal<{ what: string }>(
  'detail.erased',
  404,
  ({ what }) => `The text of ${what} has been erased.`,
  'The ledger keeps its digest; the text itself cannot be shown any more.',
)
