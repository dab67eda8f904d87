/**
 * A roster as a workbook (ISO/IEC 29500): texts that stay texts, amounts that add up, a subtotal for each group of lines
 * that can be folded away, and a total. What people wrote is never run: it stands in cells of text.
 */
import { type Cell, type Row, workbookOf } from './workbook.ts'

/** A table in groups, as `src/statements` makes it. */
export interface GroupedTable {
  readonly name: string
  readonly above: readonly (readonly string[])[]
  readonly heads: readonly string[]
  /** Decimal texts stand in the column of amounts. */
  readonly groups: readonly (readonly (readonly string[])[])[]
  readonly amountAt: number
  readonly decimals: number
  readonly subtotal: string
  readonly total: string
  readonly below: readonly (readonly string[])[]
}

const leastWidth = 8
/** Room for a total of some hundred millions. */
const widthOfSums = 16
const mostWidth = 40

/** The workbook of a table. Its subtotals and its total are formulas of ours, with what they come to beside them. */
export function rosterWorkbook(table: GroupedTable): Uint8Array<ArrayBuffer> {
  const { name, above, heads, groups, amountAt, below } = table
  const rows: Row[] = above.map((cells, at) => ({ cells, bold: at === 0 }))
  rows.push({ cells: heads, bold: true })
  const head = rows.length
  const first = head + 1
  const column = columnName(amountAt)
  const plain = table.decimals !== 2
  const figure = (text: string): Cell => ({ figure: text, plain })
  for (const group of groups) {
    const from = rows.length + 1
    for (const texts of group) {
      rows.push({ cells: (texts as Cell[]).with(amountAt, figure(texts[amountAt]!)), level: 1 })
    }
    const sum = sumText(group, table)
    const formula = `SUBTOTAL(9,${column}${from}:${column}${rows.length})`
    rows.push(sumRow(table, table.subtotal, { figure: sum, formula, plain }))
  }
  const formula = `SUBTOTAL(9,${column}${first}:${column}${Math.max(first, rows.length)})`
  const all = sumText(groups.flat(), table)
  rows.push(sumRow(table, table.total, { figure: all, formula, plain }))
  rows.push(...below.map((cells) => ({ cells })))
  return workbookOf([{ name, rows, widths: widthsOf(table), head }])
}

function sumRow({ heads, amountAt }: GroupedTable, label: string, sum: Cell): Row {
  const cells: Cell[] = heads.map((_, at) => (at === 0 ? label : ''))
  return { cells: cells.with(amountAt, sum), bold: true }
}

/** Sums decimal texts exactly: as whole numbers of their smallest part. */
function sumText(
  lines: readonly (readonly string[])[],
  { amountAt, decimals }: GroupedTable,
): string {
  const sum = lines.reduce((total, texts) => total + BigInt(texts[amountAt]!.replace('.', '')), 0n)
  if (decimals === 0) return String(sum)
  const digits = String(sum).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** As wide as the longest text of a column, within bounds; a Chinese character counts as two. */
function widthsOf({ heads, groups, amountAt, subtotal, total, below }: GroupedTable): number[] {
  const wide = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 2)
  const labels = [subtotal, total, ...below.map(([label = '']) => label)]
  const lines = groups.flat()
  return heads.map((head, at) => {
    const texts = [head, ...(at === 0 ? labels : []), ...lines.map((line) => line[at]!)]
    const least = at === amountAt ? widthOfSums : leastWidth
    return texts.reduce((most, text) => Math.min(mostWidth, Math.max(most, wide(text))), least)
  })
}

/** A, B … Z: a roster has no more columns. */
function columnName(place: number): string {
  return String.fromCharCode(65 + place)
}
