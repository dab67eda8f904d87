/** Queries of transfers between funds: what was moved, on which terms, and what is still owed. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { textFor } from '../book/details.ts'
import { amountOut, codeField, dayField, dayOut, idField, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { officers, query, type View } from '../book/registry.ts'
import { lastDay } from '../kit/day.ts'
import type { TransferId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { entryWithId, findReversal } from '../ledger/entries.ts'
import { fundById, fundWithCode } from '../ledger/funds.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { owedFrom } from './debts.ts'
import { reversedSql, where } from './listing.ts'
import { transferUnknown } from './refusals.ts'
import { transferTerms } from './transfers.ts'

type Transfer = Row<'transfer'>

const byId = prepare((p: { id: TransferId }) =>
  build.selectFrom('transfer').selectAll().where('id', '=', p.id),
)

/** A transfer, also one that was reversed. Refuses `transfer.unknown`. */
function transferWithId(reader: Reader, transfer: number): Transfer {
  const found = first(reader, byId, { id: transfer as TransferId })
  if (!found) throw transferUnknown({ transfer })
  return found
}

const transferOut = z.object({
  transfer: z.number(),
  from: z.string(),
  to: z.string(),
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
    from: from.code,
    to: fundById(view, transfer.to_fund_id).code,
    terms: transfer.terms,
    currency: from.currency,
    amount: amountText(transfer.amount_minor, from.currency),
    made_on: entryWithId(view, transfer.entry_id).effective_on,
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
  may: officers,
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
    const listing: Listing = { table: 'transfer', key: null, descending: true, seek: [], also }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return { transfers: ids.map((id) => shown(view, transferWithId(view, id))), next, previous }
  },
})

/** What the two funds of an advance or a repayment owe each other now; null for a transfer for good. */
function owedNow(view: View, transfer: Transfer) {
  if (transfer.terms === 'permanent') return null
  const { from_fund_id: from, to_fund_id: to } = transfer
  const [debtor, creditor] = transfer.terms === 'advance' ? [to, from] : [from, to]
  const { code, currency } = fundById(view, debtor)
  const amount = amountText(owedFrom(view, { debtor, creditor }, lastDay), currency)
  return { debtor: code, creditor: fundById(view, creditor).code, amount }
}

export const show = query({
  name: 'transfers.show',
  summary: 'Shows a transfer, its reason, and what the one fund still owes the other',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/transfers/{transfer}' },
  input: z.strictObject({ transfer: idField }),
  output: transferOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
    reason: z.string().nullable(),
    /** From all advances between the two; null for a transfer for good. */
    owed: z.object({ debtor: z.string(), creditor: z.string(), amount: amountOut }).nullable(),
  }),
  run: (view, input) => {
    const found = transferWithId(view, input.transfer)
    return {
      ...shown(view, found),
      sequence: found.event_seq,
      reason: textFor(view, entryWithId(view, found.entry_id).note_detail_id),
      owed: owedNow(view, found),
    }
  },
})
