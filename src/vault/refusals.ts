/** Refusals about fields that lie sealed. */
import { refusal } from '../kit/refusal.ts'

export const vaultClosed = refusal<Record<never, never>>(
  'vault.closed',
  503,
  () =>
    'Identity numbers, accounts, telephones and addresses are kept sealed, and this server holds no master key.',
  'Give the host the master key of the book (CARE_LEDGER_MASTER_KEY, or the file <book>.master.key.json beside it); `care-ledger keys rotate` makes one for a book that has none.',
)

export const vaultKeyUnknown = refusal<{ kid: string }>(
  'vault.key_unknown',
  503,
  ({ kid }) =>
    `What was asked for lies under the master key ${kid}, which this server does not hold.`,
  'Give the host that key too, behind the current one; `care-ledger keys rotate` ends the need for it.',
)

export const vaultAltered = refusal<{ what: string }>(
  'vault.altered',
  500,
  ({ what }) =>
    `The sealed ${what} does not open: it was altered, moved, or sealed in another book.`,
  'Verify the book with `care-ledger verify`, and restore it from a backup that passes.',
)
