/** Texts and tables that run down a paper and on to its next page. */

import { ink } from '../../../templates/statements/layout.ts'
import type { GridStyle } from '../../../templates/statements/paper-layout.ts'
import { drawGridRow, type GridColumn, type GridRow } from './grid.ts'
import { makeRoom, nextPage, type Writing } from './paper-frame.ts'
import { linesOf, open, tagged, write } from './sheet.ts'

export interface TextLook {
  readonly size: number
  readonly line: number
  /** The first line begins so far in; two characters in a Chinese text. */
  readonly indent?: number
  readonly bold?: boolean
  readonly soft?: boolean
  readonly most?: number
}

const mostLines = 200

/** A text broken to the width of the page, its first line indented. */
export function brokenText(
  { sheet, edges }: Writing,
  text: string,
  { size, indent = 0, bold = false, most = mostLines }: TextLook,
): string[] {
  const width = edges.right - edges.left
  if (indent === 0) return linesOf(sheet, text, { size, width, most, bold })
  const [whole = ''] = linesOf(sheet, text, { size, width: Number.MAX_VALUE, most: 1, bold })
  const [first = ''] = linesOf(sheet, whole, { size, width: width - indent, most: mostLines, bold })
  const rest = whole.slice(first.length).trimStart()
  return rest === '' ? [first] : [first, ...linesOf(sheet, rest, { size, width, most, bold })]
}

/** Writes a paragraph, on to the next page where it must. */
export function writeText(writing: Writing, text: string, look: TextLook): void {
  const { sheet, edges } = writing
  const lines = brokenText(writing, text, look)
  const { size, line, indent = 0, bold = false, soft = false } = look
  let from = 0
  while (from < lines.length) {
    makeRoom(writing, line)
    const fit = Math.max(1, Math.floor((edges.bottom - writing.y) / line))
    const here = lines.slice(from, from + fit)
    const { y } = writing
    tagged(sheet, sheet.root, 'P', () => {
      here.forEach((text, place) => {
        const x = edges.left + (from + place === 0 ? indent : 0)
        const at = { x, y: y + line * (place + 1) - line * 0.28, size, bold }
        write(sheet, text, soft ? { ...at, color: ink.soft } : at)
      })
    })
    writing.y += here.length * line
    from += here.length
  }
}

/** A heading that does not stand alone at the foot of a page: `keep` is what must follow it there. */
export function writeHeading(writing: Writing, text: string, keep: number): void {
  makeRoom(writing, 24 + keep)
  const { sheet, edges, y } = writing
  const [line] = linesOf(sheet, text, { size: 10.5, width: edges.right - edges.left, most: 1 })
  tagged(sheet, sheet.root, 'H2', () => {
    write(sheet, line!, { x: edges.left, y: y + 17, size: 10.5, bold: true, color: ink.accent })
  })
  writing.y += 23
}

export interface FlowTable {
  readonly columns: readonly GridColumn[]
  /** Repeated on every page that shows rows. */
  readonly heading?: GridRow
  readonly rows: readonly GridRow[]
  readonly style: GridStyle
  /** What must stand under the last row, on its page and with the two rows before it. */
  readonly keep?: number
}

/** A total and two rows above it. */
const rowsKept = 3

/** Draws a table, with its heading anew on each page; a row that is taller than a page is cut into several. */
export function writeTable(
  writing: Writing,
  { columns, heading, rows, style, keep = 0 }: FlowTable,
): void {
  const { sheet, edges } = writing
  const table = open(sheet, sheet.root, 'Table')
  const head = heading?.height ?? 0
  const drawn = (row: GridRow) => {
    writing.y = drawGridRow(sheet, table, { columns, row, y: writing.y, style })
  }
  makeRoom(writing, head + (rows[0]?.height ?? 0))
  if (heading) drawn(heading)
  const page = edges.bottom - edges.top - head
  const heightFrom = (from: number) => rows.slice(from).reduce((sum, row) => sum + row.height, keep)
  // The last rows go with what follows them, where all of it fits one page.
  const end = Math.max(0, rows.length - rowsKept)
  rows.forEach((row, place) => {
    const parts = row.height <= page ? [row] : cutRow(row, page, style)
    for (const part of parts) {
      const rest = place === end && keep > 0 ? heightFrom(place) : 0
      const needed = rest <= page ? Math.max(part.height, rest) : part.height
      if (writing.y + needed > edges.bottom) {
        nextPage(writing)
        if (heading) drawn(heading)
      }
      drawn(part)
    }
  })
  table.end()
}

/** A row as several, each no taller than `most`. */
function cutRow(row: GridRow, most: number, { line, pad }: GridStyle): GridRow[] {
  const fit = Math.floor((most - 2 * pad) / line)
  const count = Math.max(...row.cells.map(({ lines }) => lines.length))
  return Array.from({ length: Math.ceil(count / fit) }, (_, part) => {
    const cells = row.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(part * fit, (part + 1) * fit),
    }))
    const lines = Math.max(...cells.map((cell) => cell.lines.length))
    return { ...row, cells, height: lines * line + 2 * pad }
  })
}

/** Small lines under a table or at the end. */
export function writeNotes(writing: Writing, notes: readonly string[]): void {
  for (const note of notes.filter((text) => text !== '')) {
    writeText(writing, note, { size: 6.8, line: 9, soft: true, most: 4 })
  }
}
