/** Which rows of a long table stand on which page, so that the total never stands alone. */

import assert from 'node:assert/strict'

export interface TableMeasures {
  /** The height of each row, in points. */
  readonly heights: readonly number[]
  /** Room under what else the first page holds. */
  readonly first: number
  /** Room on every other page. */
  readonly other: number
  /** The table's heading, on every page that shows rows. */
  readonly heading: number
  /** The row under it that says where the balance starts, or brings amounts forward. */
  readonly brought: number
  /** The rows that end a page: its subtotal and the amounts carried forward. */
  readonly carried: number
  /** Everything that must follow the last row on the same page; a table of many pages adds a subtotal. */
  readonly tail: { readonly single: number; readonly many: number }
}

/** Rows from `from` up to, not including, `to`. A page without rows holds no part of the table. */
export interface TablePage {
  readonly from: number
  readonly to: number
}

/** The last page shows at least this many rows above the total, where there are so many. */
const ROWS_KEPT = 2

/**
 * Spreads rows over pages. The tail follows the last row on its page, with at least two rows above it
 * where there are two. Asserts that the tail and the tallest rows fit an empty page.
 */
export function paginate(measures: TableMeasures): TablePage[] {
  const { heights, first, other, heading, brought, carried, tail } = measures
  const pages: TablePage[] = []
  let from = 0
  for (;;) {
    const started = from > 0
    const room = (pages.length === 0 ? first : other) - heading - brought
    const rest = heights.slice(from).reduce((sum, height) => sum + height, 0)
    if (rest + (started ? tail.many : tail.single) <= room) {
      pages.push({ from, to: heights.length })
      return pages
    }
    let to = from
    for (let used = 0; to < heights.length; to++) {
      used += heights[to] as number
      if (used > room - carried) break
    }
    if (to > heights.length - ROWS_KEPT) to = Math.max(from, heights.length - ROWS_KEPT)
    // A heading with one row under it at the foot of the first page looks lost.
    if (pages.length === 0 && to - from < ROWS_KEPT) to = from
    assert(pages.length === 0 || to > from, 'the end of a table fits on an empty page')
    pages.push({ from, to })
    from = to
  }
}
