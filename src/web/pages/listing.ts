/** Lists on pages: their filters and their order live in the address, so that a view can be sent on. */
import type { z } from 'zod'
import type { ToldView } from '../../../templates/pages/form.tsx'
import type { ListView } from '../../../templates/pages/list-view.ts'
import type { Query } from '../../book/registry.ts'
import { requireMay } from '../../book/scope.ts'
import { Refusal } from '../../kit/refusal.ts'
import { fundNames } from './fund-link.ts'
import { told } from './refused.ts'
import type { Visit } from './visit.ts'

/** Rows on a page of a list: a screen or two, and an A4 page when printed. */
export const rowsOnPage = 50

export interface Listed<T> {
  /** What was found; null when a filter was refused. */
  readonly found: T | null
  readonly told: ToldView | null
  /** What stands in the address, by the names of the filters. */
  readonly values: Readonly<Record<string, string>>
  /** Whether any filter is set. */
  readonly filtered: boolean
  /** The list without a filter. */
  readonly action: string
  /** The same list with other values; an empty one is left out. */
  href(changes: Readonly<Record<string, string | null>>): string
}

/**
 * Asks a list with the filters that stand in the address. What a filter refuses is told on the page, which
 * keeps what was typed. Refuses `access.not_allowed`.
 */
export function listed<I extends z.ZodType, O extends z.ZodType>(
  visit: Visit,
  query: Query<I, O>,
  names: readonly string[],
  fixed: Readonly<Record<string, unknown>> = {},
): Listed<z.output<O>> {
  requireMay(visit.caller, query)
  const { pathname } = new URL(visit.c.req.url)
  const values = Object.fromEntries(names.map((name) => [name, visit.param(name).trim()]))
  const given = Object.entries(values).filter(([, value]) => value !== '')
  const cursor = visit.param('cursor')
  const all = { limit: rowsOnPage, ...fixed, ...(cursor === '' ? {} : { cursor }) }
  const input = {
    ...Object.fromEntries(given),
    ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  }
  const shared = {
    values,
    filtered: given.length > 0,
    action: pathname,
    href: (changes: Readonly<Record<string, string | null>>) => {
      const next = Object.entries({ ...values, ...changes }).filter(([, value]) => value)
      const search = new URLSearchParams(next as [string, string][]).toString()
      return search === '' ? pathname : `${pathname}?${search}`
    },
  }
  try {
    return { ...shared, found: visit.ask(query, input as z.input<I>), told: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...shared, found: null, told: told(error, visit.t, fundNames(visit)) }
  }
}

/** How a list is sorted by one of its columns, and where it is sorted by it. */
export function sortOf(list: Listed<unknown>, column: string, standard: string) {
  const sorted = (list.values.sort || standard) === column
  const ascending = list.values.order === 'ascending'
  const order = sorted && !ascending ? 'ascending' : null
  const now = ascending ? ('ascending' as const) : ('descending' as const)
  return { href: list.href({ sort: column, order }), now: sorted ? now : undefined }
}

/** What every template of a list is told beside its rows. */
export function listView<Row>(
  list: Listed<{ readonly next: string | null; readonly previous: string | null }>,
  rows: readonly Row[],
): ListView<Row> {
  const { values, filtered, action, told: refused, found, href } = list
  const page = (cursor: string | null | undefined) => (cursor ? href({ cursor }) : undefined)
  const [newer, older] = [page(found?.previous), page(found?.next)]
  return { rows, values, filtered, action, told: refused, newer, older }
}
