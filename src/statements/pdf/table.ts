/** Rows of cells on a sheet, tagged as a table. */

import {
  type ColumnMeasure,
  ink,
  row,
  type as sizes,
} from '../../../templates/statements/layout.ts'
import { linesOf, open, rule, type Sheet, type Tag, tagged, widthOf, write } from './sheet.ts'

export interface Column extends ColumnMeasure {
  readonly x: number
}

/** Cells keep this far from their column's edges, save at the outer edges of the table. */
export const cellPadding = 4

/** Places columns side by side from `left`. */
export function columnsFrom(left: number, measures: readonly ColumnMeasure[]): Column[] {
  let x = left
  return measures.map((measure) => {
    const column = { ...measure, x }
    x += measure.width
    return column
  })
}

export interface Cell {
  readonly lines: readonly string[]
  /** The size of the lines where it is not the table's own. */
  readonly size?: number
  /** Smaller lines under them. */
  readonly notes?: readonly string[]
}

/**
 * A cell of a text broken to its column, at most `most` lines. A figure is never cut: where it is too
 * long for its column it is written smaller.
 */
export function cellOf(
  sheet: Sheet,
  text: string,
  column: Column,
  { most = 1, bold = false }: { most?: number; bold?: boolean } = {},
): Cell {
  const width = column.width - 2 * cellPadding
  if (column.align === 'right') {
    const wide = widthOf(sheet, text, sizes.table, bold)
    return { lines: [text], size: Math.min(sizes.table, (sizes.table * width) / wide) }
  }
  return { lines: linesOf(sheet, text, { size: sizes.table, width, most, bold }) }
}

/** What a row of these cells takes of the page, in points. */
export function heightOf(cells: readonly Cell[]): number {
  const heights = cells.map(
    ({ lines, notes = [] }) =>
      row.height + Math.max(0, lines.length - 1) * row.line + notes.length * row.note,
  )
  return Math.max(row.height, ...heights)
}

export interface RowStyle {
  readonly kind?: 'TD' | 'TH'
  readonly bold?: boolean
  readonly color?: string
}

/** Draws one row with its top edge at `y` and gives its height. */
export function drawRow(
  sheet: Sheet,
  table: Tag,
  { columns, cells, y }: { columns: readonly Column[]; cells: readonly Cell[]; y: number },
  { kind = 'TD', bold = false, color = ink.text }: RowStyle = {},
): number {
  const line = open(sheet, table, 'TR')
  columns.forEach((column, place) => {
    const cell = cells[place] ?? { lines: [] }
    const options = kind === 'TH' ? ({ scope: 'Column' } as const) : {}
    tagged(sheet, line, kind, () => drawCell(sheet, column, cell, { y, bold, color }), options)
  })
  line.end()
  return heightOf(cells)
}

function drawCell(
  sheet: Sheet,
  column: Column,
  { lines, notes = [], size = sizes.table }: Cell,
  { y, bold, color }: { y: number; bold: boolean; color: string },
): void {
  const place = {
    x: column.x + cellPadding,
    width: column.width - 2 * cellPadding,
    align: column.align,
  }
  let baseline = y + row.height / 2 + sizes.table * 0.365
  for (const text of lines) {
    write(sheet, text, { ...place, y: baseline, size, bold, color })
    baseline += row.line
  }
  baseline += row.note - row.line
  for (const note of notes) {
    write(sheet, note, { ...place, y: baseline, size: sizes.small, color: ink.soft })
    baseline += row.note
  }
}

/** The rule above and below a heading row, or above a total. */
export function ruleAcross(
  sheet: Sheet,
  columns: readonly Column[],
  y: number,
  { weight = 0.6, color = ink.rule }: { weight?: number; color?: string } = {},
): void {
  const first = columns[0] as Column
  const last = columns.at(-1) as Column
  rule(sheet, { from: first.x, to: last.x + last.width, y, weight, color })
}
