/** Reversing an entry that a contribution, a payout or a transfer stands on. */
import { z } from 'zod'
import { dayOut, idField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { EntryId } from '../kit/ids.ts'
import { entryWithId, findReversal, reverseEntry } from '../ledger/entries.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { hasDependants } from './refusals.ts'

/** Entries that stand on an entry: refunds and identifications of its contribution, and so on. */
const dependants = prepare((p: { entry: EntryId }) =>
  build
    .selectFrom('contribution_refund as d')
    .innerJoin('contribution as o', 'o.id', 'd.contribution_id')
    .select('d.entry_id')
    .where('o.entry_id', '=', p.entry)
    .unionAll(
      build
        .selectFrom('contribution_identification as d')
        .innerJoin('contribution as o', 'o.id', 'd.contribution_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    )
    .unionAll(
      build
        .selectFrom('contribution_refund as d')
        .innerJoin('contribution_identification as o', 'o.contribution_id', 'd.contribution_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    )
    .unionAll(
      build
        .selectFrom('contribution as d')
        .innerJoin('pledge as o', 'o.id', 'd.pledge_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    )
    .unionAll(
      build
        .selectFrom('payout_return as d')
        .innerJoin('payout as o', 'o.id', 'd.payout_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    )
    .unionAll(
      build
        .selectFrom('commitment_release as d')
        .innerJoin('commitment as o', 'o.id', 'd.commitment_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    ),
)

function requireNoDependants(reader: Reader, entry: EntryId): void {
  const standing = rows(reader, dependants, { entry })
    .map(({ entry_id }) => entry_id)
    .filter((dependant) => !findReversal(reader, dependant))
  if (standing.length === 0) return
  throw hasDependants({ entry, dependants: standing.map((dependant) => `entry ${dependant}`) })
}

export const reverse = command({
  name: 'entries.reverse',
  summary:
    'Reverses an entry, once: on its own day if that period is open, else on the first open day',
  may: ['owner', 'fund_administrator'],
  route: { method: 'POST', path: '/entries/{entry}/reversal' },
  input: z.strictObject({ entry: idField, reason: reasonField }),
  output: z.object({
    entry: z.number(),
    reverses: z.number(),
    effective_on: dayOut,
    original_on: dayOut,
  }),
  subject: ({ reverses }) => `entry/${reverses}`,
  run: (act, input) => {
    const entry = entryWithId(act, input.entry as EntryId)
    requireNoDependants(act, entry.id)
    const reversal = reverseEntry(act, entry.id, input.reason)
    return {
      entry: reversal.id,
      reverses: entry.id,
      effective_on: reversal.effectiveOn,
      original_on: reversal.originalOn,
    }
  },
})
