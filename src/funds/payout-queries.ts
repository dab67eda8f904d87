/** Queries of payouts: what was paid, to whom, for whom, and what came back. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { amountOut, dayOut, idField } from '../book/fields.ts'
import { type Condition, type Listing, pageOf, pageOut } from '../book/paging.ts'
import { deciders, query, type View } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { amountText, subtractMinor } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { type PayoutCategory, payoutCategories } from '../ledger/roles.ts'
import { partiesWithRef } from '../people/merges.ts'
import { partyWithRef } from '../people/parties.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import {
  actsOf,
  listFields,
  meantBy,
  partyOut,
  partyShown,
  reversedSql,
  searchField,
  sortFields,
  totalsOut,
  totalsShown,
  where,
} from './listing.ts'
import { requestOfPayout } from './payment-requests.ts'
import { batchLineOfPayout, type Payout, payoutWithId, returnedOf } from './payouts.ts'

const forms = ['bank', 'cash', 'goods'] as const

const payoutOut = z.object({
  payout: z.number(),
  fund: z.string(),
  payee: partyOut,
  beneficiary: partyOut,
  category: z.enum(payoutCategories),
  form: z.enum(forms),
  currency: z.string(),
  amount: amountOut,
  returned: amountOut,
  paid_on: dayOut,
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, payout: Payout): z.output<typeof payoutOut> {
  const { code, currency } = fundById(view, payout.fund_id)
  const payee = partyShown(view, payout.payee_id)
  const same = payout.beneficiary_id === payout.payee_id
  return {
    payout: payout.id,
    fund: code,
    payee,
    beneficiary: same ? payee : partyShown(view, payout.beneficiary_id),
    category: payout.category as PayoutCategory,
    form: payout.form,
    currency,
    amount: amountText(payout.amount_minor, currency),
    returned: amountText(returnedOf(view, payout.id), currency),
    paid_on: payout.paid_on,
    entry: payout.entry_id,
    reversed_by: findReversal(view, payout.entry_id)?.id ?? null,
  }
}

export const payoutStates = ['standing', 'reversed', 'returned'] as const

const standingReturn = `exists (select 1 from payout_return as d
  where d.payout_id = t.id and not ${reversedSql('d')})`

/** Payouts on behalf of these parties, or to them. */
function ofParties(parties: readonly PartyId[]): Condition {
  const list = JSON.stringify(parties)
  const sql = `t.id in (
    select id from payout where beneficiary_id in (select value from json_each(+?))
    union all
    select id from payout
    where payee_id in (select value from json_each(+?)) and payee_id <> beneficiary_id)`
  return where(sql, list, list)
}

/** Payouts to a party, whether it was helped itself or another was. */
function paidTo(party: PartyId): Condition {
  const sql = `t.id in (
    select id from payout where beneficiary_id = +? and payee_id = beneficiary_id
    union all
    select id from payout where payee_id = +? and payee_id <> beneficiary_id)`
  return where(sql, party, party)
}

function searched(view: View, text: string): Condition {
  const meant = meantBy(view, text)
  if ('row' in meant) return where('t.id = +?', meant.row)
  return ofParties('parties' in meant ? meant.parties : [])
}

const listInput = z.strictObject({
  ...listFields,
  ...sortFields,
  /** Who was paid, or was helped. */
  party: z.string().max(40).optional(),
  payee: z.string().max(40).optional(),
  beneficiary: z.string().max(40).optional(),
  category: z.enum(payoutCategories).optional(),
  form: z.enum(forms).optional(),
  state: z.enum(payoutStates).optional(),
  q: searchField,
})

function listingOf(view: View, asked: z.output<typeof listInput>): Listing {
  const narrow: Condition[] = []
  const also: Condition[] = []
  if (asked.party !== undefined) narrow.push(ofParties(partiesWithRef(view, asked.party)))
  if (asked.payee !== undefined) {
    narrow.push(paidTo(partyWithRef(view, asked.payee).id))
  }
  if (asked.beneficiary !== undefined) {
    narrow.push(where('t.beneficiary_id = +?', partyWithRef(view, asked.beneficiary).id))
  }
  if (asked.q !== undefined) narrow.push(searched(view, asked.q))
  if (asked.category !== undefined) also.push(where('t.category = +?', asked.category))
  if (asked.form !== undefined) also.push(where('t.form = +?', asked.form))
  if (asked.state === 'standing') also.push(where(`not ${reversedSql('t')}`))
  if (asked.state === 'reversed') {
    const reversed = `t.id in (select c.id from entry as e
      join payout as c on c.entry_id = e.reverses where e.reverses is not null)`
    narrow.push(where(reversed))
  }
  if (asked.state === 'returned') {
    narrow.push(where('t.id in (select payout_id from payout_return)'))
    also.push(where(standingReturn))
  }
  return actsOf(view, { table: 'payout', day: 'paid_on' }, asked, { narrow, also })
}

export const list = query({
  name: 'payouts.list',
  summary: 'Lists payouts, newest first, by fund, party, category, form, days, state or search',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/payouts' },
  input: listInput,
  output: z.object({
    payouts: z.array(payoutOut),
    /** What the filter finds, by fund; null when there are too many to add up at once. */
    totals: totalsOut,
    ...pageOut,
  }),
  run: (view, input) => {
    const listing = listingOf(view, input)
    const { ids, next, previous } = pageOf(view, listing, input)
    return {
      payouts: ids.map((id) => shown(view, payoutWithId(view, id))),
      totals: totalsShown(view, listing),
      next,
      previous,
    }
  },
})

const returnsOf = prepare((p: { payout: Payout['id'] }) =>
  build.selectFrom('payout_return').selectAll().where('payout_id', '=', p.payout).orderBy('id'),
)

export const show = query({
  name: 'payouts.show',
  summary: 'Shows a payout, its note and what came back of it',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/payouts/{payout}' },
  input: z.strictObject({ payout: idField }),
  output: payoutOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
    /** What has not come back. */
    left: amountOut,
    note: z.string().nullable(),
    /** The payment request that it paid, and whether that was an emergency; null for a direct payout. */
    request: z.object({ request: z.number(), emergency: z.boolean() }).nullable(),
    /** The line of a batch that it is: what comes back is told there. */
    batch: z.object({ batch: z.string(), line: z.number() }).nullable(),
    returns: z.array(
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
    const found = payoutWithId(view, input.payout)
    const { currency } = fundById(view, found.fund_id)
    const request = requestOfPayout(view, found.id)
    const line = batchLineOfPayout(view, found.id)
    return {
      ...shown(view, found),
      request: request ? { request: request.id, emergency: request.emergency === 1 } : null,
      batch: line ? { batch: line.number, line: line.position } : null,
      sequence: found.event_seq,
      left: amountText(subtractMinor(found.amount_minor, returnedOf(view, found.id)), currency),
      note: textFor(view, entryById(view, found.entry_id).note_detail_id),
      returns: rows(view, returnsOf, { payout: found.id }).map((row) => ({
        entry: row.entry_id,
        day: entryById(view, row.entry_id).effective_on,
        sequence: row.event_seq,
        amount: amountText(row.amount_minor, currency),
        reversed_by: findReversal(view, row.entry_id)?.id ?? null,
      })),
    }
  },
})
