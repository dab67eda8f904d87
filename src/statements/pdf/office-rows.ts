/** Rows of the forms of an office: texts in columns under a heading, and labels beside what is filled in. */

import { type GridStyle, officeGrid } from '../../../templates/statements/paper-layout.ts'
import {
  type GridCell,
  type GridColumn,
  type GridRow,
  gridCell,
  gridHeight,
  spanned,
} from './grid.ts'
import type { Sheet } from './sheet.ts'

/** A text of 4,000 characters takes some 90 lines. */
const mostLines = 120

/** A row of texts in columns; a heading is bold, centred and washed. */
export function textRow(
  sheet: Sheet,
  columns: readonly GridColumn[],
  texts: readonly string[],
  heading = false,
): GridRow {
  const style = officeGrid
  const look = heading ? ({ bold: true, align: 'center' } as const) : {}
  const cells = texts.map((text, at) =>
    gridCell(sheet, text, { column: columns[at]!, style, most: mostLines, ...look }),
  )
  const row = { cells, height: gridHeight(cells, style) }
  return heading ? { ...row, kind: 'TH', wash: true } : row
}

export interface PairLook {
  /** Where a value takes several columns. */
  readonly spans?: readonly number[]
  readonly style?: GridStyle
  /** Lines of a value at most. */
  readonly most?: number
}

/** Labels in bold, each beside its value. */
export function pairRow(
  sheet: Sheet,
  columns: readonly GridColumn[],
  texts: readonly string[],
  { spans, style = officeGrid, most = mostLines }: PairLook = {},
): GridRow {
  const places = spanned(columns, spans)
  const cells = texts.map((text, at): GridCell => {
    const label = { bold: true, align: 'center' } as const
    const place = { column: places[at]!, style, most }
    return gridCell(sheet, text, at % 2 === 0 ? { ...place, ...label } : place)
  })
  const row = { cells, height: gridHeight(cells, style) }
  return spans === undefined ? row : { ...row, spans }
}

/** A text across all columns, as of a total. */
export function wholeRow(
  sheet: Sheet,
  columns: readonly GridColumn[],
  text: string,
  wash = false,
): GridRow {
  const style = officeGrid
  const [column] = spanned(columns, [columns.length]) as [GridColumn]
  const look = { style, bold: wash, align: 'left', most: mostLines } as const
  const cells = [gridCell(sheet, text, { column, ...look })]
  return { spans: [columns.length], cells, height: gridHeight(cells, style), wash }
}
