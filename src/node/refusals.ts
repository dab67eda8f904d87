/** Refusals of the Node host. */
import { refusal } from '../kit/refusal.ts'

export const bookExists = refusal<{ book: string }>(
  'book.exists',
  409,
  ({ book }) => `There is a book ${book} already.`,
  'Give the new book another code.',
)

export const bookCodeInvalid = refusal<{ book: string }>(
  'book.code',
  422,
  ({ book }) => `"${book}" cannot be the code of a book.`,
  'Give 1 to 40 lower-case letters, digits and hyphens.',
)

export const bookUnavailable = refusal<Record<never, never>>(
  'book.unavailable',
  503,
  () => 'This book cannot be opened now.',
  'Whoever runs the server finds the reason in its log; send the same request again later.',
)

export const tooManyBooks = refusal<{ most: number }>(
  'host.too_many_books',
  503,
  ({ most }) => `This server has ${most} books open, which is as many as it holds.`,
  'Move some of the books to another server.',
)

export const signingKeyMissing = refusal<{ book: string }>(
  'signing_key.missing',
  503,
  ({ book }) => `This server has no signing key of the book ${book}.`,
  'Put the private key beside the book as {book}.key.json, or into CARE_LEDGER_SIGNING_KEY.',
)

export const renderBusy = refusal<{ waiting: number }>(
  'render.busy',
  503,
  ({ waiting }) => `${waiting} papers are waiting to be drawn, which is as many as may wait.`,
  'Send the same request again in a few seconds.',
)
