/** Queries of commitments: what is set aside for what, and what was released of it. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { amountOut, codeField, dayOut, idField, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { deciders, query, type View } from '../book/registry.ts'
import type { CommitmentId } from '../kit/ids.ts'
import { amountText, subtractMinor, zeroMinor } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById, fundsReached, fundWithCode } from '../ledger/funds.ts'
import { type CommitmentRole, commitmentRoles } from '../ledger/roles.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import { commitmentEverWithId, releasedOf } from './commitments.ts'
import { reversedSql, where } from './listing.ts'

const commitmentOut = z.object({
  commitment: z.number(),
  fund: z.string(),
  kind: z.enum(commitmentRoles),
  currency: z.string(),
  amount: amountOut,
  /** What is still set aside; nothing once the commitment was reversed. */
  left: amountOut,
  made_on: dayOut,
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, commitment: Row<'commitment'>): z.output<typeof commitmentOut> {
  const { code, currency } = fundById(view, commitment.fund_id)
  const reversal = findReversal(view, commitment.entry_id)
  const released = releasedOf(view, commitment.id)
  const left = reversal ? zeroMinor : subtractMinor(commitment.amount_minor, released)
  return {
    commitment: commitment.id,
    fund: code,
    kind: commitment.role as CommitmentRole,
    currency,
    amount: amountText(commitment.amount_minor, currency),
    left: amountText(left, currency),
    made_on: entryById(view, commitment.entry_id).effective_on,
    entry: commitment.entry_id,
    reversed_by: reversal?.id ?? null,
  }
}

export const commitmentStates = ['open', 'released', 'reversed'] as const

/** As `releasedOf` counts it. */
const releasedSql = `(select coalesce(sum(d.amount_minor), 0) from commitment_release as d
  where d.commitment_id = t.id and not ${reversedSql('d')})`

const inState: Readonly<Record<(typeof commitmentStates)[number], Condition>> = {
  open: where(`not ${reversedSql('t')} and t.amount_minor > ${releasedSql}`),
  released: where(`not ${reversedSql('t')} and t.amount_minor <= ${releasedSql}`),
  reversed: where(reversedSql('t')),
}

export const list = query({
  name: 'commitments.list',
  summary: 'Lists commitments, newest first, by fund, kind or state',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/commitments' },
  input: z.strictObject({
    fund: codeField.optional(),
    kind: z.enum(commitmentRoles).optional(),
    state: z.enum(commitmentStates).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ commitments: z.array(commitmentOut), ...pageOut }),
  run: (view, asked) => {
    const also: Condition[] = []
    if (asked.fund !== undefined) {
      also.push(where('t.fund_id = +?', fundWithCode(view, asked.fund).id))
    }
    if (asked.kind !== undefined) also.push(where('t.role = +?', asked.kind))
    if (asked.state !== undefined) also.push(inState[asked.state])
    const within = fundsReached(view, 't.fund_id in @')
    const listing: Listing = {
      table: 'commitment',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const commitments = ids.map((id) => shown(view, commitmentEverWithId(view, id)))
    return { commitments, next, previous }
  },
})

const releasesOf = prepare((p: { commitment: CommitmentId }) =>
  build
    .selectFrom('commitment_release')
    .selectAll()
    .where('commitment_id', '=', p.commitment)
    .orderBy('id'),
)

export const show = query({
  name: 'commitments.show',
  summary: 'Shows a commitment and what was released of it',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/commitments/{commitment}' },
  input: z.strictObject({ commitment: idField }),
  output: commitmentOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
    releases: z.array(
      z.object({
        entry: z.number(),
        day: dayOut,
        sequence: z.number(),
        amount: amountOut,
        reversed_by: z.number().nullable(),
      }),
    ),
  }),
  run: (view, input) => {
    const found = commitmentEverWithId(view, input.commitment)
    const { currency } = fundById(view, found.fund_id)
    return {
      ...shown(view, found),
      sequence: found.event_seq,
      releases: rows(view, releasesOf, { commitment: found.id }).map((row) => ({
        entry: row.entry_id,
        day: entryById(view, row.entry_id).effective_on,
        sequence: row.event_seq,
        amount: amountText(row.amount_minor, currency),
        reversed_by: findReversal(view, row.entry_id)?.id ?? null,
      })),
    }
  },
})
