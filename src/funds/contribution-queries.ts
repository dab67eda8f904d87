/** Queries of contributions: what came, from whom, and what became of it. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { amountOut, dayOut, idField } from '../book/fields.ts'
import { type Condition, type Listing, pageOf, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { PartyId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { partiesWithRef } from '../people/merges.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import {
  type Contribution,
  contributionWithId,
  identificationOf,
  knownSources,
  receiptsFor,
  refundedOf,
  standingReceipt,
  voidedBy,
} from './contribution-facts.ts'
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
  voidReceiptSql,
  where,
} from './listing.ts'

const sources = [...knownSources, 'unidentified'] as const
const forms = ['bank', 'cash', 'in_kind'] as const

const contributionOut = z.object({
  contribution: z.number(),
  fund: z.string(),
  source: z.enum(sources),
  form: z.enum(forms),
  party: partyOut.nullable(),
  currency: z.string(),
  amount: amountOut,
  refunded: amountOut,
  received_on: dayOut,
  pledge: z.number().nullable(),
  earmark: z.string().nullable(),
  /** The number of the receipt that stands. */
  receipt: z.string().nullable(),
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, contribution: Contribution): z.output<typeof contributionOut> {
  const { code, currency } = fundById(view, contribution.fund_id)
  const identified = identificationOf(view, contribution.id)
  const partyId = identified?.party_id ?? contribution.party_id
  return {
    contribution: contribution.id,
    fund: code,
    source: identified?.source ?? contribution.source,
    form: contribution.form,
    party: partyId === null ? null : partyShown(view, partyId),
    currency,
    amount: amountText(contribution.amount_minor, currency),
    refunded: amountText(refundedOf(view, contribution.id), currency),
    received_on: contribution.received_on,
    pledge: contribution.pledge_id,
    earmark: textFor(view, contribution.earmark_detail_id),
    receipt: standingReceipt(view, contribution.id)?.number ?? null,
    entry: contribution.entry_id,
    reversed_by: findReversal(view, contribution.entry_id)?.id ?? null,
  }
}

/** True of a row that was identified and still is, under a further condition on the identification. */
function identifiedSql(further = 'true'): string {
  return `exists (select 1 from contribution_identification as i
    where i.contribution_id = t.id and not ${reversedSql('i')} and ${further})`
}
const standingRefunds = `(select coalesce(sum(d.amount_minor), 0) from contribution_refund as d
  where d.contribution_id = t.id and not ${reversedSql('d')})`
const unidentified = `(t.source = 'unidentified' and not ${identifiedSql()})`

export const contributionStates = [
  'standing',
  'reversed',
  'refunded',
  'unidentified',
  'without_receipt',
] as const
export type ContributionState = (typeof contributionStates)[number]

interface Conditions {
  readonly narrow: readonly Condition[]
  readonly also: readonly Condition[]
}

/** What makes a contribution be in a state; `unidentified` and `without_receipt` are those that wait. */
function inState(state: ContributionState): Conditions {
  const standing = where(`not ${reversedSql('t')}`)
  const kept = where(`t.amount_minor > ${standingRefunds}`)
  switch (state) {
    case 'standing':
      return { narrow: [], also: [standing] }
    case 'reversed': {
      const reversed = `t.id in (select c.id from entry as e
        join contribution as c on c.entry_id = e.reverses where e.reverses is not null)`
      return { narrow: [where(reversed)], also: [] }
    }
    case 'refunded': {
      const some = where('t.id in (select contribution_id from contribution_refund)')
      return { narrow: [some], also: [where(`${standingRefunds} > 0`)] }
    }
    case 'unidentified':
      return {
        narrow: [where(`t.source = 'unidentified'`)],
        also: [where(unidentified), standing, kept],
      }
    case 'without_receipt': {
      const none = `not exists (
        select 1 from receipt as g where g.contribution_id = t.id and not ${voidReceiptSql('g')})`
      return { narrow: [], also: [where(none), where(`not ${unidentified}`), standing, kept] }
    }
  }
}

function fromParties(parties: readonly PartyId[]): Condition {
  const list = JSON.stringify(parties)
  const sql = `t.id in (
    select id from contribution where party_id in (select value from json_each(+?))
    union all
    select i.contribution_id from contribution_identification as i
    where i.party_id in (select value from json_each(+?)) and not ${reversedSql('i')})`
  return where(sql, list, list)
}

function searched(view: View, text: string): Condition {
  const meant = meantBy(view, text)
  if ('row' in meant) return where('t.id = +?', meant.row)
  if ('parties' in meant) return fromParties(meant.parties)
  return where('t.id in (select contribution_id from receipt where number = +?)', meant.reference)
}

const listInput = z.strictObject({
  ...listFields,
  ...sortFields,
  party: z.string().max(40).optional(),
  source: z.enum(sources).optional(),
  form: z.enum(forms).optional(),
  state: z.enum(contributionStates).optional(),
  /** The pledge that they keep. */
  pledge: idField.optional(),
  q: searchField,
})

function listingOf(view: View, asked: z.output<typeof listInput>): Listing {
  const state = asked.state === undefined ? { narrow: [], also: [] } : inState(asked.state)
  const narrow = [...state.narrow]
  const also = [...state.also]
  if (asked.party !== undefined) narrow.push(fromParties(partiesWithRef(view, asked.party)))
  if (asked.pledge !== undefined) narrow.push(where('t.pledge_id = +?', asked.pledge))
  if (asked.q !== undefined) narrow.push(searched(view, asked.q))
  if (asked.form !== undefined) also.push(where('t.form = +?', asked.form))
  if (asked.source === 'unidentified') also.push(where(unidentified))
  else if (asked.source !== undefined) {
    const found = `(t.source = 'unidentified' and ${identifiedSql('i.source = +?')})`
    also.push(where(`(t.source = +? or ${found})`, asked.source, asked.source))
  }
  return actsOf(view, { table: 'contribution', day: 'received_on' }, asked, { narrow, also })
}

/** The contributions in a state that were recorded first. */
export function firstInState(
  view: View,
  state: ContributionState,
  limit: number,
): { readonly contribution: number; readonly receivedOn: Day }[] {
  const asked = listInput.parse({ state, sort: 'newest', order: 'ascending', limit })
  return pageOf(view, listingOf(view, asked), { limit }).ids.map((contribution) => {
    const { received_on: receivedOn } = contributionWithId(view, contribution)
    return { contribution, receivedOn }
  })
}

export const list = query({
  name: 'contributions.list',
  summary: 'Lists contributions, newest first, by fund, party, source, form, days, state or search',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/contributions' },
  input: listInput,
  output: z.object({
    contributions: z.array(contributionOut),
    /** What the filter finds, by fund; null when there are too many to add up at once. */
    totals: totalsOut,
    ...pageOut,
  }),
  run: (view, input) => {
    const listing = listingOf(view, input)
    const { ids, next, previous } = pageOf(view, listing, input)
    return {
      contributions: ids.map((id) => shown(view, contributionWithId(view, id))),
      totals: totalsShown(view, listing),
      next,
      previous,
    }
  },
})

const refundsOf = prepare((p: { contribution: number }) =>
  build
    .selectFrom('contribution_refund')
    .selectAll()
    .where('contribution_id', '=', p.contribution as never)
    .orderBy('id'),
)
const identificationsOf = prepare((p: { contribution: number }) =>
  build
    .selectFrom('contribution_identification')
    .selectAll()
    .where('contribution_id', '=', p.contribution as never)
    .orderBy('id'),
)

const deedOut = z.object({
  entry: z.number(),
  day: dayOut,
  sequence: z.number(),
  reversed_by: z.number().nullable(),
})

/** An act that hangs on another row, by its entry. */
function deed(view: View, { entry_id: id }: { readonly entry_id: Contribution['entry_id'] }) {
  const entry = entryById(view, id)
  return {
    entry: id,
    day: entry.effective_on,
    sequence: entry.event_seq,
    reversed_by: findReversal(view, id)?.id ?? null,
    note: textFor(view, entry.note_detail_id),
  }
}

export const show = query({
  name: 'contributions.show',
  summary: 'Shows a contribution and what became of it',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/contributions/{contribution}' },
  input: z.strictObject({ contribution: idField }),
  output: contributionOut.extend({
    /** The event that recorded it. */
    sequence: z.number(),
    identifications: z.array(deedOut.extend({ source: z.enum(knownSources), party: partyOut })),
    refunds: z.array(deedOut.extend({ amount: amountOut, reason: z.string().nullable() })),
    /** All receipts given for it, the oldest first; the void ones keep their numbers. */
    receipts: z.array(
      z.object({
        receipt: z.string(),
        issued_on: dayOut,
        sequence: z.number(),
        statutory_number: z.string().nullable(),
        /** The reversal that made it void. */
        voided_by: z.number().nullable(),
      }),
    ),
  }),
  run: (view, input) => {
    const found = contributionWithId(view, input.contribution)
    const { currency } = fundById(view, found.fund_id)
    const of = { contribution: found.id }
    return {
      ...shown(view, found),
      sequence: found.event_seq,
      identifications: rows(view, identificationsOf, of).map((row) => {
        const { note: _, ...done } = deed(view, row)
        return { ...done, source: row.source, party: partyShown(view, row.party_id) }
      }),
      refunds: rows(view, refundsOf, of).map((row) => {
        const { note: reason, ...done } = deed(view, row)
        return { ...done, amount: amountText(row.amount_minor, currency), reason }
      }),
      receipts: receiptsFor(view, found.id).map((receipt) => ({
        receipt: receipt.number,
        issued_on: receipt.issued_on,
        sequence: receipt.event_seq,
        statutory_number: receipt.statutory_number,
        voided_by: voidedBy(view, receipt)?.id ?? null,
      })),
    }
  },
})
