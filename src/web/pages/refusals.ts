/** Refusals of pages themselves. */
import { refusal } from '../../kit/refusal.ts'

export const formType = refusal<{ type: string }>(
  'form.type',
  415,
  ({ type }) => `This page takes what its own form sends, not “${type}”.`,
  'Open the page, fill in its form and send that.',
)

export const formBroken = refusal<Record<never, never>>(
  'form.broken',
  400,
  () => 'What this form sent broke off, or cannot be read.',
  'Open the page, fill in its form and send that.',
)

export const formForeign = refusal<Record<never, never>>(
  'form.foreign',
  403,
  () => 'This form was not sent from a page of this book.',
  'Open the page here, fill in its form and send that.',
)

export const pageUnknown = refusal<{ path: string }>(
  'page.unknown',
  404,
  ({ path }) => `There is no page ${path}.`,
  'Begin at “What waits for you”, or search.',
)
