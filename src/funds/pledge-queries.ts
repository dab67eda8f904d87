/** Queries of pledges: who promised what, what of it was kept, what is still open. */
import { z } from 'zod'
import { amountOut, codeField, dayOut, idField, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import { amountText, subtractMinor, zeroMinor } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById, fundsReached, fundWithCode } from '../ledger/funds.ts'
import { partiesWithRef } from '../people/merges.ts'
import { keptOf, type Pledge, pledgeEverWithId } from './contribution-facts.ts'
import { meantBy, partyOut, partyShown, reversedSql, searchField, where } from './listing.ts'

const pledgeOut = z.object({
  pledge: z.number(),
  fund: z.string(),
  party: partyOut,
  currency: z.string(),
  amount: amountOut,
  /** What contributions have kept of it, less what was refunded of them. */
  kept: amountOut,
  /** What is still promised; nothing once the pledge was reversed. */
  left: amountOut,
  made_on: dayOut,
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, pledge: Pledge): z.output<typeof pledgeOut> {
  const { code, currency } = fundById(view, pledge.fund_id)
  const kept = keptOf(view, pledge.id)
  const reversal = findReversal(view, pledge.entry_id)
  const left = reversal ? zeroMinor : subtractMinor(pledge.amount_minor, kept)
  return {
    pledge: pledge.id,
    fund: code,
    party: partyShown(view, pledge.party_id),
    currency,
    amount: amountText(pledge.amount_minor, currency),
    kept: amountText(kept, currency),
    left: amountText(left, currency),
    made_on: entryById(view, pledge.entry_id).effective_on,
    entry: pledge.entry_id,
    reversed_by: reversal?.id ?? null,
  }
}

export const pledgeStates = ['open', 'kept', 'reversed'] as const

/** As `keptOf` counts it. */
const keptSql = `(select coalesce(sum(c.amount_minor - (
    select coalesce(sum(d.amount_minor), 0) from contribution_refund as d
    where d.contribution_id = c.id and not ${reversedSql('d')})), 0)
  from contribution as c where c.pledge_id = t.id and not ${reversedSql('c')})`

const inState: Readonly<Record<(typeof pledgeStates)[number], Condition>> = {
  open: where(`not ${reversedSql('t')} and t.amount_minor > ${keptSql}`),
  kept: where(`not ${reversedSql('t')} and t.amount_minor <= ${keptSql}`),
  reversed: where(reversedSql('t')),
}

const listInput = z.strictObject({
  fund: codeField.optional(),
  party: z.string().max(40).optional(),
  state: z.enum(pledgeStates).optional(),
  q: searchField,
  cursor: pageCursorField,
  limit: limitField,
})

function searched(view: View, text: string): Condition {
  const meant = meantBy(view, text)
  if ('row' in meant) return where('t.id = +?', meant.row)
  const parties = 'parties' in meant ? meant.parties : []
  return where('t.party_id in (select value from json_each(+?))', JSON.stringify(parties))
}

export const list = query({
  name: 'pledges.list',
  summary: 'Lists pledges, newest first, with what of each is kept and what is open',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/pledges' },
  input: listInput,
  output: z.object({ pledges: z.array(pledgeOut), ...pageOut }),
  run: (view, asked) => {
    const also: Condition[] = []
    if (asked.fund !== undefined) {
      also.push(where('t.fund_id = +?', fundWithCode(view, asked.fund).id))
    }
    if (asked.party !== undefined) {
      const parties = partiesWithRef(view, asked.party)
      also.push(where('t.party_id in (select value from json_each(+?))', JSON.stringify(parties)))
    }
    if (asked.state !== undefined) also.push(inState[asked.state])
    if (asked.q !== undefined) also.push(searched(view, asked.q))
    const within = fundsReached(view, 't.fund_id in @')
    const listing: Listing = {
      table: 'pledge',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const pledges = ids.map((id) => shown(view, pledgeEverWithId(view, id)))
    return { pledges, next, previous }
  },
})

export const show = query({
  name: 'pledges.show',
  summary: 'Shows a pledge and what is left of it',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/pledges/{pledge}' },
  input: z.strictObject({ pledge: idField }),
  output: pledgeOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
  }),
  run: (view, input) => {
    const found = pledgeEverWithId(view, input.pledge)
    return { ...shown(view, found), sequence: found.event_seq }
  },
})
