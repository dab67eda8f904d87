/** Reversing an entry that a contribution, a payout or a transfer stands on. */
import { z } from 'zod'
import { dayOut, idField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { EntryId } from '../kit/ids.ts'
import { amountText, subtractMinor } from '../kit/money.ts'
import {
  type Entry,
  entryWithId,
  findReversal,
  requireAllReached,
  reverseEntry,
} from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { keptOf } from './contribution-facts.ts'
import { repaymentsStandingOn } from './debts.ts'
import { heldByRequest } from './duty-refusals.ts'
import { entryOfAward, hasDependants, pledgeExceeded } from './refusals.ts'

/**
 * Entries that stand on an entry: refunds and identifications of its contribution, and so on. In two
 * queries, since a Durable Object takes at most five terms in one compound SELECT.
 */
const ofGifts = prepare((p: { entry: EntryId }) =>
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
    ),
)
const ofPayments = prepare((p: { entry: EntryId }) =>
  build
    .selectFrom('payout_return as d')
    .innerJoin('payout as o', 'o.id', 'd.payout_id')
    .select('d.entry_id')
    .where('o.entry_id', '=', p.entry)
    .unionAll(
      build
        .selectFrom('commitment_release as d')
        .innerJoin('commitment as o', 'o.id', 'd.commitment_id')
        .select('d.entry_id')
        .where('o.entry_id', '=', p.entry),
    ),
)

const approvalBy = prepare((p: { entry: EntryId }) =>
  build.selectFrom('payment_approval').select('request_id').where('entry_id', '=', p.entry),
)

/** What makes a payment request payable is undone by cancelling the request. */
function requireNotOfRequest(reader: Reader, entry: EntryId): void {
  const held = first(reader, approvalBy, { entry })
  if (held) throw heldByRequest({ entry, request: held.request_id })
}

/** What an award made payable, paid or claimed is undone where that was done, or the case would not know. */
function requireNotOfAward({ id, kind, subject }: Entry): void {
  if (/^(award|clawback)\./.test(kind)) throw entryOfAward({ entry: id, subject })
}

function requireNoDependants(reader: Reader, entry: EntryId): void {
  const standing = [...rows(reader, ofGifts, { entry }), ...rows(reader, ofPayments, { entry })]
    .map(({ entry_id }) => entry_id)
    .filter((dependant) => !findReversal(reader, dependant))
    .concat(repaymentsStandingOn(reader, entry))
  if (standing.length === 0) return
  throw hasDependants({ entry, dependants: standing.map((dependant) => `entry ${dependant}`) })
}

const refundedPledge = prepare((p: { entry: EntryId }) =>
  build
    .selectFrom('contribution_refund as b')
    .innerJoin('contribution as c', 'c.id', 'b.contribution_id')
    .innerJoin('pledge as p', 'p.id', 'c.pledge_id')
    .select(['p.id', 'p.fund_id', 'p.amount_minor as promised', 'b.amount_minor as refunded'])
    .where('b.entry_id', '=', p.entry),
)

/** A refund had opened its pledge again: it is undone only while nothing else has kept that part. */
function requireRoomInPledge(reader: Reader, entry: EntryId): void {
  const of = first(reader, refundedPledge, { entry })
  if (!of || findReversal(reader, entry)) return
  const left = subtractMinor(of.promised, keptOf(reader, of.id))
  if (of.refunded <= left) return
  const { currency } = fundById(reader, of.fund_id)
  const [amount, rest] = [amountText(of.refunded, currency), amountText(left, currency)]
  throw pledgeExceeded({ pledge: of.id, amount, left: rest, currency })
}

export const reverse = command({
  name: 'entries.reverse',
  summary:
    'Reverses an entry, once: on its own day if that period is open, else on the first open day',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
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
    requireAllReached(act, entry)
    requireNotOfRequest(act, entry.id)
    requireNotOfAward(entry)
    requireNoDependants(act, entry.id)
    requireRoomInPledge(act, entry.id)
    const reversal = reverseEntry(act, entry.id, input.reason)
    return {
      entry: reversal.id,
      reverses: entry.id,
      effective_on: reversal.effectiveOn,
      original_on: reversal.originalOn,
    }
  },
})
