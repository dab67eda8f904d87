/**
 * Workbooks (ISO/IEC 29500) of plain tables: texts in cells that a spreadsheet leaves as they are, so that no
 * number of a card loses a digit and no cell is run as a formula.
 */
import { type Part, packedArchive } from './zip.ts'

/** An amount as a decimal text, exactly; with a formula of ours that comes to it, such as a sum. */
export interface FigureCell {
  readonly figure: string
  readonly formula?: string
  /** Shown with as many digits as it has, where it has not two decimals. */
  readonly plain?: boolean
}

/** A text, which stays a text whatever it begins with, or a figure. */
export type Cell = string | FigureCell

/** A row that is more than its texts. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly bold?: boolean
  /** How deep it lies in groups that can be folded away. */
  readonly level?: number
}

export interface Sheet {
  readonly name: string
  readonly rows: Iterable<readonly string[] | Row>
  /** The width of each column in characters. */
  readonly widths: readonly number[]
  /** Which row is the head; the first one where it is not said. */
  readonly head?: number
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * Style 1 is text (format 49), style 2 the same in bold; 3 and 4 are figures with separators and two decimals
 * (format 4), 5 and 6 figures as they are; the second of each is bold.
 */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

/** A workbook; the head of each sheet, with what stands above it, stays in sight. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const each = (text: (sheet: Sheet, number: number) => string) =>
    sheets.map((sheet, place) => text(sheet, place + 1)).join('')
  const parts: Part[] = [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${sheetType}.worksheet+xml"/>`)}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', styles),
    ...sheets.map((sheet, place) => part(`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet))),
  ]
  return new Uint8Array(packedArchive(parts))
}

function part(name: string, xml: string): Part {
  return { name, content: new TextEncoder().encode(declaration + xml) }
}

function sheetXml({ rows, widths, head = 1 }: Sheet): string {
  const columns = widths.map(
    (width, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" style="1" customWidth="1"/>`,
  )
  const written: string[] = []
  let deepest = 0
  for (const row of rows) {
    const number = written.length + 1
    const plain: Row = 'cells' in row ? row : { cells: row, bold: number === head }
    deepest = Math.max(deepest, plain.level ?? 0)
    written.push(rowXml(plain, number))
  }
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  const folded =
    deepest === 0 ? '' : `<sheetFormatPr defaultRowHeight="15" outlineLevelRow="${deepest}"/>`
  return `<worksheet xmlns="${main}">${view}${folded}<cols>${columns.join('')}</cols><sheetData>${written.join('')}</sheetData></worksheet>`
}

function rowXml({ cells, bold = false, level = 0 }: Row, row: number): string {
  const xml = cells.map((cell, place) => cellXml(cell, `${columnName(place)}${row}`, bold))
  const outline = level === 0 ? '' : ` outlineLevel="${level}"`
  return `<row r="${row}"${outline}>${xml.join('')}</row>`
}

function cellXml(cell: Cell, at: string, bold: boolean): string {
  if (cell === '') return ''
  if (typeof cell === 'string') {
    const style = bold ? 2 : 1
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`
  const style = (cell.plain ? 5 : 3) + (bold ? 1 : 0)
  return `<c r="${at}" s="${style}">${formula}<v>${cell.figure}</v></c>`
}

/** A, B … Z, AA … */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML cannot hold, such as control characters, is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
}
