/** Tables as offices rule them: every cell in a frame, texts in the middle of their rows, amounts to the right. */

import { ink } from '../../../templates/statements/layout.ts'
import type { GridStyle } from '../../../templates/statements/paper-layout.ts'
import { artifact, linesOf, open, type Sheet, type Tag, tagged, widthOf, write } from './sheet.ts'

export type Align = 'left' | 'center' | 'right'

export interface GridColumn {
  readonly x: number
  readonly width: number
  readonly align: Align
}

export interface GridCell {
  readonly lines: readonly string[]
  /** Smaller than the table's own where a figure is too long for its column. */
  readonly size?: number
  readonly bold?: boolean
  readonly soft?: boolean
  readonly align?: Align
}

/** A row on its way to paper. Several columns may be one cell: `spans` says how many, 1 where it is left out. */
export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly spans?: readonly number[]
  readonly height: number
  readonly kind?: 'TD' | 'TH'
  readonly wash?: boolean
}

/** Places columns side by side between two edges, as wide in proportion as `shares` say. */
export function columnsBetween(
  { left, right }: { readonly left: number; readonly right: number },
  shares: readonly (readonly [share: number, align: Align])[],
): GridColumn[] {
  const all = shares.reduce((sum, [share]) => sum + share, 0)
  let x = left
  return shares.map(([share, align]) => {
    const width = ((right - left) * share) / all
    const column = { x, width, align }
    x += width
    return column
  })
}

/** The columns that a row with spans has. */
export function spanned(columns: readonly GridColumn[], spans?: readonly number[]): GridColumn[] {
  if (spans === undefined) return [...columns]
  let at = 0
  return spans.map((count) => {
    const [first, ...more] = columns.slice(at, at + count) as [GridColumn, ...GridColumn[]]
    at += count
    return { ...first, width: more.reduce((sum, { width }) => sum + width, first.width) }
  })
}

/** A text broken to its column, at most `most` lines. A figure is never cut: where it is too long it is written smaller. */
export function gridCell(
  sheet: Sheet,
  text: string,
  { column, style, most = 8, ...given }: CellPlace,
): GridCell {
  const width = column.width - 2 * style.side
  const bold = given.bold === true
  const look = { align: column.align, ...given }
  if (look.align === 'right') {
    const wide = widthOf(sheet, text, style.size, bold)
    return { lines: [text], size: Math.min(style.size, (style.size * width) / wide), ...look }
  }
  if (text === '') return { lines: [], ...look }
  return { lines: linesOf(sheet, text, { size: style.size, width, most, bold }), ...look }
}

export interface CellPlace extends Omit<GridCell, 'lines' | 'size'> {
  readonly column: GridColumn
  readonly style: GridStyle
  readonly most?: number
}

/** What a row of these cells takes of the page. */
export function gridHeight(cells: readonly GridCell[], { line, pad, least }: GridStyle): number {
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  return Math.max(least, most * line + 2 * pad)
}

/** Where the last row of a page ended, so that the line between two rows is drawn once. */
const lowerEdges = new WeakMap<object, number>()

/** Draws one row with its upper edge at `y`, with the frames of its cells, and gives its lower edge. */
export function drawGridRow(
  sheet: Sheet,
  table: Tag,
  { columns, row, y, style }: RowPlace,
): number {
  const places = spanned(columns, row.spans)
  const joined = Math.abs((lowerEdges.get(sheet.doc.page) ?? -1) - y) < 0.01
  frame(sheet, places, { y, height: row.height, wash: row.wash === true, joined })
  lowerEdges.set(sheet.doc.page, y + row.height)
  const line = open(sheet, table, 'TR')
  const kind = row.kind ?? 'TD'
  places.forEach((column, place) => {
    const cell = row.cells[place] ?? { lines: [] }
    const options = kind === 'TH' ? ({ scope: 'Column' } as const) : {}
    tagged(
      sheet,
      line,
      kind,
      () => drawCell(sheet, { column, cell, y, height: row.height, style }),
      options,
    )
  })
  line.end()
  return y + row.height
}

export interface RowPlace {
  readonly columns: readonly GridColumn[]
  readonly row: GridRow
  readonly y: number
  readonly style: GridStyle
}

function drawCell(
  sheet: Sheet,
  { column, cell, y, height, style }: Omit<RowPlace, 'columns' | 'row'> & CellBox,
): void {
  const { lines, size = style.size, bold = false, soft = false } = cell
  const align = cell.align ?? column.align
  const free = height - lines.length * style.line
  let baseline = y + free / 2 + style.line / 2 + style.size * 0.36
  for (const text of lines) {
    const width = column.width - 2 * style.side
    const place = { x: column.x + style.side, y: baseline, width, align, size, bold }
    write(sheet, text, soft ? { ...place, color: ink.soft } : place)
    baseline += style.line
  }
}

interface CellBox {
  readonly column: GridColumn
  readonly cell: GridCell
  readonly height: number
}

function frame(
  sheet: Sheet,
  columns: readonly GridColumn[],
  { y, height, wash, joined }: { y: number; height: number; wash: boolean; joined: boolean },
): void {
  const [first] = columns as [GridColumn]
  const last = columns.at(-1) as GridColumn
  const right = last.x + last.width
  artifact(sheet, () => {
    const { doc } = sheet
    if (wash) {
      doc.rect(first.x, y, right - first.x, height).fill(ink.wash)
      sheet.color = ink.wash
    }
    doc.lineWidth(0.5)
    if (!joined || wash) doc.moveTo(first.x, y).lineTo(right, y)
    doc.moveTo(first.x, y + height).lineTo(right, y + height)
    for (const x of [...columns.map((column) => column.x), right]) {
      doc.moveTo(x, y).lineTo(x, y + height)
    }
    doc.stroke(ink.rule)
  })
}
