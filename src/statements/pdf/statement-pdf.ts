/** A statement as a PDF: laid out for A4 paper, tagged, with its own data attached. */

import {
  a4,
  ink,
  paymentColumns,
  row,
  type as sizes,
} from '../../../templates/statements/layout.ts'
import { statementJson } from '../render-data.ts'
import type { StatementDocument, StatementLanguage } from '../statement.ts'
import { type PaymentRow, type StatementView, statementView } from '../view.ts'
import type { Faces } from './font.ts'
import { paginate, type TablePage } from './paginate.ts'
import { type SignSeal, sealPdf } from './seal.ts'
import {
  artifact,
  attach,
  closeSheet,
  lineOf,
  open,
  openSheet,
  rule,
  type Sheet,
  type Tag,
  turnPage,
  widthOf,
  write,
} from './sheet.ts'
import { drawHead, drawHeading, ruleDouble } from './statement-head.ts'
import { drawTail, endRows, measureTail, type Tail } from './statement-tail.ts'
import {
  type Cell,
  type Column,
  cellOf,
  columnsFrom,
  drawRow,
  heightOf,
  ruleAcross,
} from './table.ts'

export interface PdfOptions {
  readonly language: StatementLanguage
  readonly faces: Faces
  /** Signs the whole-file seal; without it the file carries none, as a preview does. */
  readonly sign?: SignSeal
}

export interface RenderedPdf {
  readonly bytes: Uint8Array
  /** Characters that the font lacks; each stands in the PDF as its code point. */
  readonly missing: readonly string[]
}

/** The name under which the PDF carries the statement's data. */
export const STATEMENT_ATTACHMENT = 'statement.json'

/**
 * Renders a statement. The same document, language and fonts give the same bytes on every host. Asserts
 * that the statement ties.
 */
export async function renderStatementPdf(
  document: StatementDocument,
  { language, faces, sign }: PdfOptions,
): Promise<RenderedPdf> {
  const view = statementView(document, language)
  const at = moment(document)
  const { title } = view.words
  const sheet = openSheet({
    faces,
    language,
    title: view.number === null ? `${title} (${view.words.preview})` : `${title} ${view.number}`,
    at,
    size: a4.size,
  })
  turnPage(sheet)
  drawPayments(sheet, view, drawHead(sheet, view))
  attach(sheet, {
    name: STATEMENT_ATTACHMENT,
    description: 'The statement as data (RFC 8785 canonical JSON), with its proof',
    text: statementJson(document),
    at,
  })
  const bytes = closeSheet(sheet)
  const sealed = sign === undefined ? bytes : await sealPdf(bytes, view.number, sign)
  return { bytes: sealed, missing: [...sheet.missing] }
}

/** The moment of issue; a preview takes the end of its period, so that it too is the same each time. */
function moment({ statement }: StatementDocument): Date {
  return new Date(statement.issue?.issued_at ?? `${statement.period.to}T00:00:00Z`)
}

interface Row {
  readonly cells: readonly Cell[]
  readonly height: number
  readonly payment: PaymentRow | null
}

interface Payments {
  readonly view: StatementView
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly pages: readonly TablePage[]
  readonly tail: Tail
  readonly table: Tag
}

type SixColumns = readonly [Column, Column, Column, Column, Column, Column]

const runningHead = 26

function drawPayments(sheet: Sheet, view: StatementView, top: number): void {
  const columns = columnsFrom(a4.left, Object.values(paymentColumns))
  const rows = rowsOf(sheet, view, columns)
  const tail = measureTail(sheet, view)
  const pages = paginate({
    heights: rows.map(({ height }) => height),
    first: a4.bottom - top - row.height,
    other: a4.bottom - a4.top - runningHead,
    heading: row.height,
    brought: row.height,
    carried: 2 * row.height,
    tail: { single: endRows.single + tail.height, many: endRows.many + tail.height },
  })
  const begins = pages.findIndex(({ from, to }) => to > from)
  if (begins === 0) {
    drawHeading(sheet, sheet.root, view.words.payments_heading, { x: a4.left, y: top })
  }
  const payments = { view, columns, rows, pages, tail, table: open(sheet, sheet.root, 'Table') }
  drawFooter(sheet, view, { page: 1, pages: pages.length })
  pages.forEach((page, place) => {
    if (place > 0) {
      turnPage(sheet)
      drawRunningHead(sheet, view)
      drawFooter(sheet, view, { page: place + 1, pages: pages.length })
    }
    if (page.to > page.from) {
      drawPage(sheet, payments, place, place === 0 ? top + row.height : a4.top + runningHead)
    }
  })
}

function rowsOf(sheet: Sheet, view: StatementView, columns: readonly Column[]): Row[] {
  const [serial, day, payee, category, amount, balance] = columns as unknown as SixColumns
  if (view.payments.length === 0) {
    const text = cellOf(sheet, view.words.no_payments, { ...payee, width: 240 })
    return [{ cells: [{ lines: [] }, { lines: [] }, text], height: row.height, payment: null }]
  }
  return view.payments.map((payment) => {
    const cells: Cell[] = [
      cellOf(sheet, payment.serial, serial),
      cellOf(sheet, payment.day, day),
      cellOf(sheet, payment.payee, payee, { most: 3 }),
      { ...cellOf(sheet, payment.category, category, { most: 2 }) },
      cellOf(sheet, payment.amount, amount),
      cellOf(sheet, payment.balance, balance),
    ]
    // Notes may run from the payee's column into the category's, whose own text stands above them.
    if (payment.notes.length > 0) {
      const lines = Math.max(cells[2]!.lines.length, cells[3]!.lines.length)
      const width = payee.width + category.width - 8
      const notes = payment.notes.map((note) => lineOf(sheet, note, { size: sizes.small, width }))
      const padded = [...cells[2]!.lines, ...new Array(lines - cells[2]!.lines.length).fill('')]
      cells[2] = { lines: padded, notes }
    }
    return { cells, height: heightOf(cells), payment }
  })
}

/** One page of the table: heading, what was brought forward, rows, and what is carried or the total. */
function drawPage(sheet: Sheet, payments: Payments, place: number, top: number): void {
  const { view, columns, rows, pages, table } = payments
  const { words, figure } = view
  const { from, to } = pages[place] as TablePage
  let y = drawTableHeading(sheet, payments, top)
  const sumTo = (end: number) =>
    rows.slice(0, end).reduce((sum, { payment }) => sum + (payment?.amount_minor ?? 0), 0)
  const amountRow = (label: string, amount: string, balance = '', bold = false) => {
    const texts = ['', '', label, '', amount, balance]
    const cells = texts.map((text, at) => cellOf(sheet, text, columns[at]!, { bold }))
    // A label may run into the category's column, which is empty.
    const wide = { ...columns[2]!, width: columns[2]!.width + columns[3]!.width }
    cells[2] = cellOf(sheet, label, wide, { bold })
    y += drawRow(sheet, table, { columns, cells, y }, { bold })
  }
  if (from > 0) {
    amountRow(words.brought_forward, figure(sumTo(from)), figure(view.start_minor - sumTo(from)))
  } else amountRow(words.start, '', view.start)
  ruleAcross(sheet, columns, y, { weight: 0.3, color: ink.hair })
  for (const { cells, height } of rows.slice(from, to)) {
    drawRow(sheet, table, { columns, cells, y })
    y += height
    ruleAcross(sheet, columns, y, { weight: 0.3, color: ink.hair })
  }
  const last = place === pages.length - 1
  if (last) y = drawEndOfList(sheet, view, y)
  ruleAcross(sheet, columns, y)
  if (!last || from > 0) {
    amountRow(words.page_subtotal, figure(sumTo(to) - sumTo(from)))
    ruleAcross(sheet, columns, y, { weight: 0.4 })
  }
  if (last) {
    amountRow(words.payments_total, view.payments_total, view.closing, true)
    table.end()
    ruleDouble(sheet, columns, y)
    drawTail(sheet, view, payments.tail, y)
  } else {
    amountRow(words.carried_forward, figure(sumTo(to)), figure(view.start_minor - sumTo(to)))
    ruleAcross(sheet, columns, y)
  }
}

function drawTableHeading(sheet: Sheet, { view, columns, table }: Payments, y: number): number {
  const { words } = view
  const labels = [words.serial, words.day, words.payee, words.category, words.amount, words.balance]
  const cells = labels.map((label, place) => cellOf(sheet, label, columns[place]!, { bold: true }))
  artifact(sheet, () => {
    sheet.doc.rect(a4.left, y, a4.right - a4.left, row.height).fill(ink.wash)
    sheet.color = ink.wash
  })
  ruleAcross(sheet, columns, y)
  drawRow(sheet, table, { columns, cells, y }, { kind: 'TH', bold: true })
  ruleAcross(sheet, columns, y + row.height, { weight: 0.4 })
  return y + row.height
}

/** 以下空白: says that no row can be added under the last one. */
function drawEndOfList(sheet: Sheet, view: StatementView, y: number): number {
  artifact(sheet, () => {
    const text = view.words.end_of_list
    const place = { x: a4.left, width: a4.right - a4.left, align: 'center' } as const
    const baseline = y + row.height / 2 + 2.4
    write(sheet, text, { ...place, y: baseline, size: sizes.small, color: ink.soft })
    const half = widthOf(sheet, text, sizes.small) / 2 + 8
    const centre = (a4.left + a4.right) / 2
    const line = y + row.height / 2
    sheet.doc
      .lineWidth(0.3)
      .moveTo(a4.left + 4, line)
      .lineTo(centre - half, line)
      .moveTo(centre + half, line)
      .lineTo(a4.right - 4, line)
      .stroke(ink.hair)
  })
  return y + row.height
}

function drawRunningHead(sheet: Sheet, view: StatementView): void {
  const number = view.number ?? `${view.words.preview}: ${view.words.preview_note}`
  const right = `${view.words.title} ${number}`
  const rightWidth = widthOf(sheet, right, sizes.table)
  const room = a4.right - a4.left - rightWidth - 20
  const left = lineOf(sheet, view.organisation, { size: sizes.table, width: room })
  artifact(
    sheet,
    () => {
      const at = { y: a4.top + 8, size: sizes.table, color: ink.soft }
      write(sheet, left, { ...at, x: a4.left })
      write(sheet, right, { ...at, x: a4.right - rightWidth })
    },
    'Pagination',
  )
  rule(sheet, { from: a4.left, to: a4.right, y: a4.top + 14, weight: 0.8, color: ink.accent })
}

function drawFooter(
  sheet: Sheet,
  view: StatementView,
  { page, pages }: { page: number; pages: number },
): void {
  const width = a4.right - a4.left
  const at = { x: a4.left, y: a4.footer, size: sizes.small, color: ink.soft, width }
  artifact(
    sheet,
    () => {
      write(sheet, `${view.words.chain_head} ${view.chain_head.slice(0, 16)}`, at)
      write(sheet, view.words.page({ page, pages }), { ...at, align: 'right' })
    },
    'Pagination',
  )
}
