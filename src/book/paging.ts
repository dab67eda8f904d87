/**
 * Pages of a list, in both directions, by keys and not by counts: a page costs its own rows wherever it
 * lies. Conditions that no index serves are asked of a bounded number of rows; when those are used up, the
 * page ends early and its cursor goes on from there, so that no filter can hold up the book.
 */
import { z } from 'zod'
import type { Table } from '../../db/schema.ts'
import type { Reader, SqlValue } from '../store/store.ts'
import { inputInvalid } from './refusals.ts'

/** Rows that one page looks at, at most: some 10 ms. */
const rowsLookedAt = 20_000

/** A condition on the table, which is called `t`; values stand as `+?`, which keeps plans stable. */
export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

export interface Listing {
  readonly table: Table
  /** The column of whole numbers that tells rows apart; `id` unless given. */
  readonly id?: string
  /** The column of days or amounts that rows are in the order of, before their number. */
  readonly key: string | null
  readonly descending: boolean
  /** What an index serves, together with the order. */
  readonly seek: readonly Condition[]
  /** What is asked of each row. */
  readonly also: readonly Condition[]
  /** The part of the table that the caller reaches; null or none for all of it. */
  readonly within?: Condition | null
  /** Where one index cannot find all rows in their order: conditions that part them, walked side by side. */
  readonly lanes?: readonly Condition[] | null
  /** Rows that one page looks at, at most; 20,000 unless given. */
  readonly look?: number
}

export interface Page {
  /** Numbers of rows in the order of the list. */
  readonly ids: readonly number[]
  readonly next: string | null
  readonly previous: string | null
}

interface Place {
  readonly id: number
  readonly key: SqlValue
}

/** A cursor of a page: from `next` or `previous` of an earlier answer. */
export const pageCursorField = z
  .string()
  .max(60)
  .optional()
  .meta({ examples: ['n1000'] })

/** What every page of a list tells beside its rows. */
export const pageOut = {
  /** Gives the page after this one; null on the last one. */
  next: z.string().nullable(),
  /** Gives the page before this one; null on the first one. */
  previous: z.string().nullable(),
}

/** One page of a list. Refuses `input.invalid` for a cursor of another list. */
export function pageOf(
  reader: Reader,
  listing: Listing,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Page {
  const start = cursor === undefined ? null : placeOf(cursor, listing)
  const backwards = cursor?.startsWith('p') ?? false
  const descending = listing.descending !== backwards
  const also = listing.within ? [listing.within, ...listing.also] : listing.also
  const walk = { ...listing, also, descending, start }
  const lanes = listing.lanes ?? [null]
  const found = lanes.map((lane) => laneOf(reader, walk, lane, limit))
  const order = (a: Place, b: Place) => (descending ? -1 : 1) * compare(a, b)
  const [frontier] = found.flatMap(({ end }) => end ?? []).sort(order)
  const rows = found
    .flatMap((lane) => lane.rows)
    .filter((row) => !frontier || order(row, frontier) <= 0)
    .sort(order)
  const shown = rows.slice(0, limit)
  const beyond = rows.length > limit ? shown.at(-1)! : (frontier ?? null)
  const onward = beyond && cursorOf(backwards ? 'p' : 'n', beyond, listing)
  const first = shown[0] ?? (start && stepBack(start, descending))
  const back = first && start && cursorOf(backwards ? 'n' : 'p', first, listing)
  const ids = shown.map(({ id }) => id)
  if (backwards) return { ids: ids.reverse(), next: back, previous: onward }
  return { ids, next: onward, previous: back }
}

interface Walk extends Listing {
  readonly start: Place | null
}

function laneOf(
  reader: Reader,
  walk: Walk,
  lane: Condition | null,
  limit: number,
): { rows: Place[]; end: Place | null } {
  const { sql, values } = windowOf(walk, lane)
  const [id, key] = columnsOf(walk)
  const look = Math.ceil((walk.look ?? rowsLookedAt) / (walk.lanes?.length || 1))
  const picked = `select ${id} as "id", ${key} as "key"`
  if (walk.also.length === 0) {
    const all = reader.all(`${picked} ${sql} limit +?`, [...values, limit + 1])
    return { rows: all as unknown as Place[], end: null }
  }
  const also = walk.also.map((condition) => condition.sql).join(' and ')
  const rows = reader.all(
    `${picked} from (select * ${sql} limit ${look}) as t where ${also} limit +?`,
    [...values, ...walk.also.flatMap((condition) => condition.values), limit + 1],
  ) as unknown as Place[]
  if (rows.length > limit) return { rows, end: null }
  const last = reader.first(`${picked} ${sql} limit 1 offset ${look - 1}`, values)
  return { rows, end: (last as Place | undefined) ?? null }
}

/** Where the rows are looked for, from the place on, in their order. */
function windowOf(walk: Walk, lane: Condition | null): Condition {
  const [id, key] = columnsOf(walk)
  const conditions = [...walk.seek]
  if (lane !== null) conditions.push(lane)
  const { start, descending } = walk
  const sign = descending ? '<' : '>'
  if (start && walk.key === null) {
    conditions.push({ sql: `${id} ${sign} +?`, values: [start.id] })
  } else if (start) {
    conditions.push({ sql: `(${key}, ${id}) ${sign} (+?, +?)`, values: [start.key, start.id] })
  }
  const where =
    conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`
  const way = descending ? 'desc' : 'asc'
  const order = walk.key === null ? `${id} ${way}` : `${key} ${way}, ${id} ${way}`
  return {
    sql: `from "${walk.table}" as t ${where} order by ${order}`,
    values: conditions.flatMap(({ values }) => values),
  }
}

function columnsOf({ id = 'id', key }: Listing): readonly [string, string] {
  return [`t."${id}"`, `t."${key ?? id}"`]
}

function compare(a: Place, b: Place): number {
  if (a.key !== b.key) return a.key! < b.key! ? -1 : 1
  return a.id - b.id
}

/** The place right before another: the walk back from an empty page begins with the other itself. */
function stepBack(start: Place, descending: boolean): Place {
  const id = start.id + (descending ? -1 : 1)
  return { id, key: start.key === start.id ? id : start.key }
}

function cursorOf(way: 'n' | 'p', { id, key }: Place, listing: Listing): string {
  return listing.key === null ? `${way}${id}` : `${way}${id}.${key}`
}

function placeOf(cursor: string, listing: Listing): Place {
  const parts = /^[np](\d{1,16})(?:\.(\d{4}-\d\d-\d\d|-?\d{1,16}))?$/.exec(cursor)
  const [, number, key] = parts ?? []
  if (number === undefined || (key === undefined) !== (listing.key === null)) {
    const problem = 'it is no cursor of this list; leave it out to begin'
    throw inputInvalid({ issues: [{ field: 'cursor', problem }] })
  }
  const id = Number(number)
  if (key === undefined) return { id, key: id }
  return { id, key: /^-?\d+$/.test(key) ? Number(key) : key }
}

/** Rows that a total is made of, at most. */
const rowsTotalled = 5_000

export interface FundTotal {
  readonly fundId: number
  readonly count: number
  readonly sum: number
}

/**
 * How many rows of a list there are and what their amounts add up to, by fund; null when there are too
 * many to say so at once.
 */
export function totalsOf(reader: Reader, listing: Listing): FundTotal[] | null {
  // Over all funds no index serves what is sought.
  const open = listing.lanes !== undefined && listing.lanes !== null
  const reached = listing.within ? [listing.within] : []
  const [seek, also] = open
    ? [reached, [...listing.seek, ...listing.also]]
    : [listing.seek, [...reached, ...listing.also]]
  const { sql, values } = windowOf({ ...listing, seek, key: null, start: null }, null)
  const unordered = sql.slice(0, sql.indexOf(' order by '))
  const asked = also.map((condition) => condition.sql).join(' and ') || 'true'
  const looked = `(select * ${unordered} limit ${rowsLookedAt}) as t`
  const matching = `select t.fund_id, t.amount_minor from ${looked} where ${asked} limit ${rowsTotalled + 1}`
  const found = reader.all(
    `select fund_id as "fundId", count(*) as "count", total(amount_minor) as "sum"
     from (${matching}) group by fund_id`,
    [...values, ...also.flatMap((condition) => condition.values)],
  ) as unknown as FundTotal[]
  const counted = found.reduce((count, row) => count + row.count, 0)
  if (counted > rowsTotalled || found.some(({ sum }) => !Number.isSafeInteger(sum))) return null
  if (also.length === 0) return found
  const more = reader.first(
    `select 1 as "more" ${unordered} limit 1 offset ${rowsLookedAt}`,
    values,
  )
  return more ? null : found
}
