/** What may go wrong when two parties are said to be the same, or not to be. */
import { refusal } from '../kit/refusal.ts'

export const mergeWithItself = refusal<{ party: string }>(
  'merge.with_itself',
  422,
  ({ party }) => `${party} is the same party already.`,
  'Give the references of two parties.',
)

export const mergeOfKinds = refusal<{ kept: string; merged: string }>(
  'merge.of_kinds',
  409,
  ({ kept, merged }) => `Of ${kept} and ${merged} one is a person and the other is a body.`,
  'Merge persons with persons and bodies with bodies.',
)

export const mergedAlready = refusal<{ party: string; kept: string }>(
  'merge.already',
  409,
  ({ party, kept }) => `${party} stands merged in ${kept} already.`,
  'Go on with the party that is kept; or take that merge back first.',
)

export const mergeHolds = refusal<{ party: string; others: readonly string[] }>(
  'merge.holds_others',
  409,
  ({ party, others }) => `Others stand merged in ${party}: ${others.join(', ')}.`,
  'Keep this one and merge the other one in it; or take those merges back first.',
)

export const mergeUnknown = refusal<{ party: string }>(
  'merge.unknown',
  404,
  ({ party }) => `${party} does not stand merged in any other.`,
  'Look at the page of the party.',
)

export const toldApartAlready = refusal<{ party: string; other: string }>(
  'merge.told_apart',
  409,
  ({ party, other }) => `That ${party} and ${other} are not the same is recorded already.`,
  'Nothing needs to be done.',
)
