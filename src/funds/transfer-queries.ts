/** Queries of transfers between funds: what was moved, on which terms, and what is still owed. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { textFor } from '../book/details.ts'
import { amountOut, codeField, dayField, dayOut, idField, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import { lastDay } from '../kit/day.ts'
import type { FundId, TransferId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById, fundsReached, fundWithCode, reachesFund } from '../ledger/funds.ts'
import { build, first, prepare } from '../store/prepare.ts'
import { owedFrom } from './debts.ts'
import { reversedSql, where } from './listing.ts'
import { transferUnknown } from './refusals.ts'
import { transferTerms } from './transfers.ts'

type Transfer = Row<'transfer'>

const byId = prepare((p: { id: TransferId }) =>
  build.selectFrom('transfer').selectAll().where('id', '=', p.id),
)

/** A transfer of which this caller reaches a fund, also one that was reversed. Refuses `transfer.unknown`. */
export function transferWithId(asker: Scoped, transfer: number): Transfer {
  const found = first(asker, byId, { id: transfer as TransferId })
  const reached =
    found && [found.from_fund_id, found.to_fund_id].some((id) => reachesFund(asker, id))
  if (!reached) throw transferUnknown({ transfer })
  return found
}

/** The code of one of the two funds; null for one that does not exist for this caller. */
function sideShown(view: View, fundId: FundId): string | null {
  return reachesFund(view, fundId) ? fundById(view, fundId).code : null
}

const transferOut = z.object({
  transfer: z.number(),
  /** Null for a fund outside of the caller's units: then only one's own side is told. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  terms: z.enum(transferTerms),
  currency: z.string(),
  amount: amountOut,
  made_on: dayOut,
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, transfer: Transfer): z.output<typeof transferOut> {
  const from = fundById(view, transfer.from_fund_id)
  return {
    transfer: transfer.id,
    from: sideShown(view, from.id),
    to: sideShown(view, transfer.to_fund_id),
    terms: transfer.terms,
    currency: from.currency,
    amount: amountText(transfer.amount_minor, from.currency),
    made_on: entryById(view, transfer.entry_id).effective_on,
    entry: transfer.entry_id,
    reversed_by: findReversal(view, transfer.entry_id)?.id ?? null,
  }
}

export const transferStates = ['standing', 'reversed'] as const

const onDay = (sign: '>=' | '<=') =>
  `(select e.effective_on from entry as e where e.id = t.entry_id) ${sign} +?`

export const list = query({
  name: 'transfers.list',
  summary: 'Lists transfers between funds, newest first, by fund, terms, days or state',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/transfers' },
  input: z.strictObject({
    /** The fund that gave or took. */
    fund: codeField.optional(),
    terms: z.enum(transferTerms).optional(),
    state: z.enum(transferStates).optional(),
    from: dayField.optional(),
    to: dayField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ transfers: z.array(transferOut), ...pageOut }),
  run: (view, asked) => {
    const also: Condition[] = []
    if (asked.fund !== undefined) {
      const { id } = fundWithCode(view, asked.fund)
      also.push(where('(t.from_fund_id = +? or t.to_fund_id = +?)', id, id))
    }
    if (asked.terms !== undefined) also.push(where('t.terms = +?', asked.terms))
    if (asked.state === 'standing') also.push(where(`not ${reversedSql('t')}`))
    if (asked.state === 'reversed') also.push(where(reversedSql('t')))
    if (asked.from !== undefined) also.push(where(onDay('>='), asked.from))
    if (asked.to !== undefined) also.push(where(onDay('<='), asked.to))
    const within = fundsReached(view, 't.from_fund_id in @ or t.to_fund_id in @')
    const listing: Listing = {
      table: 'transfer',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return { transfers: ids.map((id) => shown(view, transferWithId(view, id))), next, previous }
  },
})

/** What the two funds of an advance or a repayment owe each other now; null for a transfer for good. */
function owedNow(view: View, transfer: Transfer) {
  if (transfer.terms === 'permanent') return null
  const { from_fund_id: from, to_fund_id: to } = transfer
  const [debtor, creditor] = transfer.terms === 'advance' ? [to, from] : [from, to]
  const { currency } = fundById(view, debtor)
  const amount = amountText(owedFrom(view, { debtor, creditor }, lastDay), currency)
  return { debtor: sideShown(view, debtor), creditor: sideShown(view, creditor), amount }
}

export const show = query({
  name: 'transfers.show',
  summary: 'Shows a transfer, its reason, and what the one fund still owes the other',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/transfers/{transfer}' },
  input: z.strictObject({ transfer: idField }),
  output: transferOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
    reason: z.string().nullable(),
    /** From all advances between the two; null for a transfer for good. */
    owed: z
      .object({ debtor: z.string().nullable(), creditor: z.string().nullable(), amount: amountOut })
      .nullable(),
  }),
  run: (view, input) => {
    const found = transferWithId(view, input.transfer)
    return {
      ...shown(view, found),
      sequence: found.event_seq,
      reason: textFor(view, entryById(view, found.entry_id).note_detail_id),
      owed: owedNow(view, found),
    }
  },
})
