/** What the lists of contributions, payouts and other acts on a fund have in common. */
import { z } from 'zod'
import type { Table } from '../../db/schema.ts'
import { codeField, dayField, limitField } from '../book/fields.ts'
import {
  type Condition,
  type FundTotal,
  type Listing,
  pageCursorField,
  totalsOf,
} from '../book/paging.ts'
import type { View } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { FundId, PartyId } from '../kit/ids.ts'
import { amountText, minor } from '../kit/money.ts'
import { fundById, fundsReached, fundWithCode, listFunds } from '../ledger/funds.ts'
import { togetherWith } from '../people/merges.ts'
import { partyRef, partyWithRef } from '../people/parties.ts'
import { partiesNamed } from '../people/search.ts'
import { nameFor } from '../people/shown.ts'
import type { SqlValue } from '../store/store.ts'

/** What is typed into a search: a number, a reference, or a part of a name. */
export const searchField = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .meta({ examples: ['P-000001'] })

/** The fields that every list of acts takes. */
export const listFields = {
  fund: codeField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  cursor: pageCursorField,
  limit: limitField,
}

/** And those of a list that can be in more than one order. */
export const sortFields = {
  sort: z.enum(['day', 'amount', 'newest']).default('day'),
  order: z.enum(['descending', 'ascending']).default('descending'),
}

export const partyOut = z.object({ party: z.string(), name: z.string() })

/** A party with its name as the caller may read it. */
export function partyShown(view: View, partyId: PartyId): z.output<typeof partyOut> {
  return { party: partyRef(partyId), name: nameFor(view, view.caller, partyId) }
}

export const totalsOut = z
  .array(
    z.object({ fund: z.string(), currency: z.string(), count: z.number(), amount: z.string() }),
  )
  .nullable()

/** A condition on the rows of a list; `sql` calls the table `t` and has `+?` for each value. */
export function where(sql: string, ...values: readonly SqlValue[]): Condition {
  return { sql, values }
}

/** True of a row whose entry was reversed; `of` is the row's name in the query. */
export function reversedSql(of: string): string {
  return `exists (select 1 from entry as r where r.reverses = ${of}.entry_id)`
}

/** True of a receipt whose identification was reversed after it was given; `of` is its name in the query. */
export function voidReceiptSql(of: string): string {
  return `exists (
    select 1 from contribution_identification as i join entry as r on r.reverses = i.entry_id
    where i.contribution_id = ${of}.contribution_id
      and i.event_seq < ${of}.event_seq and r.event_seq > ${of}.event_seq)`
}

export interface Asked {
  readonly fund?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly sort: 'day' | 'amount' | 'newest'
  readonly order: 'descending' | 'ascending'
}

/**
 * A list of acts of a fund. `narrow` are conditions that leave few rows and that an index serves; without
 * any, rows are found in the order asked for, fund by fund. Refuses `fund.unknown`.
 */
export function actsOf(
  view: View,
  { table, day }: { readonly table: Table; readonly day: string },
  asked: Asked,
  { narrow, also }: { readonly narrow: readonly Condition[]; readonly also: readonly Condition[] },
): Listing {
  const key = asked.sort === 'day' ? day : asked.sort === 'amount' ? 'amount_minor' : null
  const fund = asked.fund === undefined ? null : fundWithCode(view, asked.fund)
  const free = narrow.length === 0 && key !== null
  // Where another index serves, the plus keeps SQLite from this one.
  const plain = free ? 't' : '+t'
  const ofFund = fund ? [where(`${plain}.fund_id = +?`, fund.id)] : []
  const days = [
    ...(asked.from === undefined ? [] : [where(`${plain}."${day}" >= +?`, asked.from)]),
    ...(asked.to === undefined ? [] : [where(`${plain}."${day}" <= +?`, asked.to)]),
  ]
  const byDay = free && key === day
  return {
    table,
    key,
    descending: asked.order === 'descending',
    seek: [...narrow, ...(free ? ofFund : []), ...(byDay ? days : [])],
    also: [...(free ? [] : ofFund), ...(byDay ? [] : days), ...also],
    within: fund ? null : fundsReached(view, 't.fund_id in @'),
    lanes: free && !fund ? listFunds(view).map(({ id }) => where('t.fund_id = +?', id)) : null,
  }
}

/** The totals of a list by fund, or null when there are too many rows to say so at once. */
export function totalsShown(view: View, listing: Listing): z.output<typeof totalsOut> {
  return (
    totalsOf(view, listing)?.map(({ fundId, count, sum }: FundTotal) => {
      const { code, currency } = fundById(view, fundId as FundId)
      return { fund: code, currency, count, amount: amountText(minor(sum), currency) }
    }) ?? null
  )
}

/** What a search means: the number of a row, parties, or the reference of something else. */
export type Meant =
  | { readonly row: number }
  | { readonly parties: readonly PartyId[] }
  | { readonly reference: string }

/**
 * What was typed into a search. Refuses `party.unknown` for a reference that is none; names are searched
 * as far as the caller may read them.
 */
export function meantBy(view: View, text: string): Meant {
  if (/^\d{1,15}$/.test(text)) return { row: Number(text) }
  if (/^P-\d+$/i.test(text))
    return { parties: togetherWith(view, partyWithRef(view, text.toUpperCase()).id) }
  if (/^R-.*\d$/i.test(text)) return { reference: text.toUpperCase() }
  return { parties: partiesNamed(view, view.caller, text).flatMap((id) => togetherWith(view, id)) }
}
