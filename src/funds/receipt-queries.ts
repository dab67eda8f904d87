/** Queries of receipts: to whom they were given, for how much, and which of them are void. */
import { z } from 'zod'
import { amountOut, codeField, dayField, dayOut, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import type { PartyId, ReceiptId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { fundById, fundsReached, fundWithCode } from '../ledger/funds.ts'
import { partyWithRef } from '../people/parties.ts'
import { build, first, prepare } from '../store/prepare.ts'
import {
  contributionById,
  identificationOf,
  leftOf,
  type Receipt,
  voidedBy,
} from './contribution-facts.ts'
import {
  meantBy,
  partyOut,
  partyShown,
  reversedSql,
  searchField,
  voidReceiptSql,
  where,
} from './listing.ts'

const receiptOut = z.object({
  receipt: z.string(),
  contribution: z.number(),
  fund: z.string(),
  /** To whom it was given. */
  party: partyOut,
  currency: z.string(),
  /** What was kept of the contribution when it was given. */
  amount: amountOut,
  issued_on: dayOut,
  statutory_number: z.string().nullable(),
  /** The event that recorded it. */
  sequence: z.number(),
  /** The reversal that made it void; null while it stands. */
  voided_by: z.number().nullable(),
})

function shown(view: View, receipt: Receipt): z.output<typeof receiptOut> {
  const contribution = contributionById(view, receipt.contribution_id)
  const given = { asOf: null, knownAt: receipt.event_seq }
  const payer =
    contribution.party_id ?? identificationOf(view, contribution.id, given)?.party_id ?? null
  const { code, currency } = fundById(view, contribution.fund_id)
  return {
    receipt: receipt.number,
    contribution: contribution.id,
    fund: code,
    // A receipt is given once it is known whose the contribution is.
    party: partyShown(view, payer!),
    currency,
    amount: amountText(leftOf(view, contribution, receipt.event_seq), currency),
    issued_on: receipt.issued_on,
    statutory_number: receipt.statutory_number,
    sequence: receipt.event_seq,
    voided_by: voidedBy(view, receipt)?.id ?? null,
  }
}

export const receiptStates = ['standing', 'void'] as const

const reversedGift = `exists (
  select 1 from contribution as c where c.id = t.contribution_id and ${reversedSql('c')})`
const isVoid = `(${voidReceiptSql('t')} or ${reversedGift})`

/** Receipts that were given to these parties. */
function givenTo(parties: readonly PartyId[]): Condition {
  const list = JSON.stringify(parties)
  const sql = `t.id in (
    select g.id from contribution as c join receipt as g on g.contribution_id = c.id
    where c.party_id in (select value from json_each(+?))
    union all
    select g.id from contribution_identification as i
    join receipt as g on g.contribution_id = i.contribution_id
    where i.party_id in (select value from json_each(+?)) and i.event_seq < g.event_seq
      and not exists (
        select 1 from entry as r where r.reverses = i.entry_id and r.event_seq < g.event_seq))`
  return where(sql, list, list)
}

function searched(view: View, text: string): Condition {
  const meant = meantBy(view, text)
  if ('row' in meant) return where('t.contribution_id = +?', meant.row)
  if ('parties' in meant) return givenTo(meant.parties)
  return where('t.number = +?', meant.reference)
}

const listInput = z.strictObject({
  fund: codeField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  party: z.string().max(40).optional(),
  state: z.enum(receiptStates).optional(),
  /** The number of a receipt or of its contribution, a reference, or a part of a name. */
  q: searchField,
  cursor: pageCursorField,
  limit: limitField,
})

function listingOf(view: View, asked: z.output<typeof listInput>): Listing {
  const seek: Condition[] = []
  const also: Condition[] = []
  if (asked.q !== undefined) seek.push(searched(view, asked.q))
  if (asked.party !== undefined) seek.push(givenTo([partyWithRef(view, asked.party).id]))
  if (asked.fund !== undefined) {
    const ofFund = `(select fund_id from contribution where id = t.contribution_id) = +?`
    also.push(where(ofFund, fundWithCode(view, asked.fund).id))
  }
  if (asked.from !== undefined) also.push(where('t.issued_on >= +?', asked.from))
  if (asked.to !== undefined) also.push(where('t.issued_on <= +?', asked.to))
  if (asked.state === 'void') also.push(where(isVoid))
  if (asked.state === 'standing') also.push(where(`not ${isVoid}`))
  const within = fundsReached(
    view,
    '(select fund_id from contribution where id = t.contribution_id) in @',
  )
  return { table: 'receipt', key: null, descending: true, seek, also, within }
}

const byId = prepare((p: { id: ReceiptId }) =>
  build.selectFrom('receipt').selectAll().where('id', '=', p.id),
)

export const list = query({
  name: 'receipts.list',
  summary: 'Lists receipts, newest first, by fund, party, days, state or search',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/receipts' },
  input: listInput,
  output: z.object({ receipts: z.array(receiptOut), ...pageOut }),
  run: (view, asked) => {
    const { ids, next, previous } = pageOf(view, listingOf(view, asked), asked)
    const receipts = ids.map((id) => shown(view, first(view, byId, { id: id as ReceiptId })!))
    return { receipts, next, previous }
  },
})
