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

export const tooManyBooks = refusal<{ most: number }>(
  'host.too_many_books',
  503,
  ({ most }) => `This server has ${most} books open, which is as many as it holds.`,
  'Move some of the books to another server.',
)

export const renderBusy = refusal<{ waiting: number }>(
  'render.busy',
  503,
  ({ waiting }) => `${waiting} papers are waiting to be drawn, which is as many as may wait.`,
  'Send the same request again in a few seconds.',
)

export const keyFileOpen = refusal<{ path: string; mode: string }>(
  'vault.key_file_open',
  500,
  ({ path, mode }) =>
    `The file of master keys ${path} can be read by others than its owner (mode ${mode}).`,
  ({ path }) =>
    `Run \`chmod 600 ${path}\`. If somebody may have read it, make another key by \`care-ledger keys rotate\`.`,
)

export const erasureLogUnreadable = refusal<{ path: string; line: number }>(
  'erasure_log.unreadable',
  500,
  ({ path, line }) => `Line ${line} of the log of erasures ${path} is none of ours.`,
  'Put back the log as it was; the book is not opened, for a backup may have brought back people who were erased.',
)
