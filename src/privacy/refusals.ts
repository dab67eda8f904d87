/** What may stand in the way of an erasure. */
import { refusal } from '../kit/refusal.ts'
import type { Hold } from './holds.ts'

function told(holds: readonly Hold[]): string {
  return holds.map(({ kind, of }) => `${kind.replace('_', ' ')} ${of}`).join(', ')
}

export const erasureHeld = refusal<{ party: string; holds: readonly Hold[] }>(
  'erasure.held',
  409,
  ({ party, holds }) => `${party} cannot be erased while something is open: ${told(holds)}.`,
  'Pay or decline what is to be paid, settle promises, decide on the months to be reopened, end the user; then ask again.',
)

export const erasureAsked = refusal<{ party: string; request: number }>(
  'erasure.asked',
  409,
  ({ party, request }) => `The erasure of ${party} was asked for already, by request ${request}.`,
  'Somebody else confirms it.',
)

export const erasureUnknown = refusal<{ request: number }>(
  'erasure.unknown',
  404,
  ({ request }) => `There is no open request ${request} for an erasure in this book.`,
  'Look it up in the list of erasures.',
)

export const erasureByAnother = refusal<{ request: number }>(
  'erasure.by_another',
  409,
  ({ request }) => `Whoever asked for erasure ${request} does not confirm it: nobody erases alone.`,
  'Have another owner confirm it.',
)

export const erasureMergedSince = refusal<{ request: number; parties: readonly string[] }>(
  'erasure.merged_since',
  409,
  ({ request, parties }) =>
    `Since request ${request} for an erasure ${parties.join(', ')} came to stand merged in that party, and would be erased too.`,
  'Withdraw the request and ask again, or take the merge back first.',
)

export const erasureMergedElsewhere = refusal<{ party: string; kept: string }>(
  'erasure.merged',
  409,
  ({ party, kept }) => `${party} stands merged in ${kept}, and both are erased together.`,
  'Ask for the erasure of the one that is kept, or take the merge back first.',
)
