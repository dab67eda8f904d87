/** The roster of a batch as a PDF: A4 across, with subtotals of pages, a total in words, and places to sign. */

import assert from 'node:assert/strict'
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { ink, sealSide, type as sizes } from '../../../templates/statements/layout.ts'
import { rosterSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import type { Roster } from '../papers/roster.ts'
import { currencyInText, dayInText } from '../wording.ts'
import { drawGridRow, type GridRow, gridCell, gridHeight } from './grid.ts'
import { paginate, type TablePage } from './paginate.ts'
import {
  drawLetterhead,
  drawSealPlace,
  drawSigners,
  drawTitle,
  drawWarning,
  missingTold,
  nextPage,
  type PaperOptions,
  renderPaper,
  sealPlaceHeight,
  type Writing,
} from './paper-frame.ts'
import { type RosterTable, rosterTable } from './roster-columns.ts'
import {
  artifact,
  lineOf,
  linesOf,
  open,
  paragraph,
  type Sheet,
  type Tag,
  widthOf,
  write,
} from './sheet.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the roster's data. */
export const ROSTER_ATTACHMENT = 'roster.json'

const { left, right, top, bottom } = rosterSheet
const sumHeight = 17
const blankHeight = 13
const runningHead = 20
const tailGap = 6
/** Words and signatures stand left of the seal. */
const tailWidth = right - left - sealSide - 22

/**
 * Renders a roster. Each page adds up and carries forward; the total, in figures and in words, the signatures and the
 * place of the seal never leave the last lines. Asserts that the total is the sum of the lines.
 */
export function renderRosterPdf(roster: Roster, options: PaperOptions): Promise<RenderedPdf> {
  const sum = roster.lines.reduce((total, line) => total + line.amount_minor, 0)
  assert.equal(sum, roster.total_minor, 'the total of a roster is the sum of its lines')
  const words = messages[roster.frame.language].case_papers
  return renderPaper(roster, options, {
    title: words.roster[`title_${roster.form}`],
    edges: rosterSheet,
    attachment: ROSTER_ATTACHMENT,
    draw: (writing) => drawRoster(writing, roster, words),
  })
}

type Words = Messages['case_papers']

interface Printing {
  readonly writing: Writing
  readonly roster: Roster
  readonly words: Words
  readonly table: RosterTable
  readonly tag: Tag
  readonly pages: readonly TablePage[]
}

function drawRoster(writing: Writing, roster: Roster, words: Words): void {
  const { sheet } = writing
  const table = rosterTable(sheet, roster, words.roster)
  const begins = drawHead(writing, roster, words)
  const ends = sumHeight + wordsRow(sheet, table, roster, words).height + blankHeight
  const tail = ends + tailGap + sealPlaceHeight
  const pages = paginate({
    heights: table.rows.map(({ height }) => height),
    // The first page brings nothing forward.
    first: bottom - begins + sumHeight,
    other: bottom - top - runningHead,
    heading: table.heading.height,
    brought: sumHeight,
    carried: 2 * sumHeight,
    tail: { single: tail, many: tail + sumHeight },
  })
  const tag = open(sheet, sheet.root, 'Table')
  const printing = { writing, roster, words, table, tag, pages }
  writing.y = begins
  pages.forEach((page, place) => {
    if (place > 0) {
      nextPage(writing)
      drawRunningHead(writing, roster)
    }
    if (page.to > page.from) drawPage(printing, place)
  })
  tag.end()
  drawTail(printing)
}

function drawHead(writing: Writing, roster: Roster, words: Words): number {
  const { sheet, paper } = writing
  const { language } = paper.frame
  let y = drawTitle(writing, drawLetterhead(writing) - 4, 17) + 6
  if (roster.dropped) y = drawWarning(writing, words.roster.dropped, y)
  else if (roster.released === null) y = drawWarning(writing, words.roster.draft, y)
  const { released } = roster
  const facts = [
    words.frame.number({ number: roster.frame.number }),
    [words.roster.fund, `${roster.fund.name} (${roster.fund.code})`],
    [words.roster.list, roster.name],
    [words.roster.pay_on, dayInText(roster.pay_on, language)],
    ...(released === null
      ? []
      : [[words.roster.released_on, dayInText(released.on, language)] as const]),
    ...(released === null || released.entry === null
      ? []
      : [[words.roster.entry, String(released.entry)] as const]),
  ].map((fact) => (typeof fact === 'string' ? fact : fact.join(words.frame.colon)))
  const unit = words.frame.amounts_in({ currency: currencyInText(roster.currency, language) })
  const unitWidth = widthOf(sheet, unit, sizes.body)
  const text = linesOf(sheet, facts.join('　　'), {
    size: sizes.body,
    width: right - left - unitWidth - 20,
    most: 3,
  })
  text.forEach((line, place) => {
    paragraph(sheet, line, { x: left, y: y + 9 + place * 11.5, size: sizes.body })
  })
  y += text.length * 11.5 + 5
  paragraph(sheet, unit, { x: right - unitWidth, y: y - 7.5, size: sizes.body, color: ink.soft })
  return y
}

function drawRunningHead(writing: Writing, roster: Roster): void {
  const { sheet, title, paper } = writing
  const text = `${title}  ${roster.frame.number}`
  const wide = widthOf(sheet, text, sizes.table)
  const name = lineOf(sheet, paper.frame.organisation.name, {
    size: sizes.table,
    width: right - left - wide - 20,
  })
  artifact(
    sheet,
    () => {
      const at = { y: top + 9, size: sizes.table, color: ink.soft }
      write(sheet, name, { ...at, x: left })
      write(sheet, text, { ...at, x: right - wide })
    },
    'Pagination',
  )
  writing.y = top + runningHead
}

/** One page of the table: what was brought forward, its lines, and its subtotal with what is carried forward. */
function drawPage(printing: Printing, place: number): void {
  const { table, pages, words } = printing
  const { from, to } = pages[place] as TablePage
  draw(printing, table.heading)
  if (from > 0) draw(printing, sumRow(printing, words.roster.brought_forward, 0, from))
  for (const row of table.rows.slice(from, to)) draw(printing, row)
  const last = place === pages.length - 1
  if (last) draw(printing, blankRow(printing))
  if (!last || from > 0) draw(printing, sumRow(printing, words.roster.page_subtotal, from, to))
  if (!last) draw(printing, sumRow(printing, words.roster.carried_forward, 0, to))
  else {
    draw(printing, { ...sumRow(printing, words.frame.total, 0, to, true), wash: true })
    draw(printing, wordsRow(printing.writing.sheet, table, printing.roster, words))
  }
}

function draw({ writing, table, tag }: Printing, row: GridRow): void {
  const { columns, style } = table
  writing.y = drawGridRow(writing.sheet, tag, { columns, row, y: writing.y, style })
}

/** A sum of the lines from one up to another, with how many they are. */
function sumRow(
  { writing, roster, table, words }: Printing,
  label: string,
  from: number,
  to: number,
  bold = false,
): GridRow {
  const { columns, style, amountAt } = table
  const sum = roster.lines.slice(from, to).reduce((total, line) => total + line.amount_minor, 0)
  const figure = groupedAmount(minor(sum), roster.currency)
  const many = words.roster.people({ count: to - from })
  const place = { column: columns[amountAt]!, style, bold }
  return {
    spans: [amountAt, 1, columns.length - amountAt - 1],
    cells: [
      { lines: [`${label}　${many}`], align: 'left', bold },
      gridCell(writing.sheet, figure, place),
      { lines: [] },
    ],
    height: sumHeight,
  }
}

/** 以下空白: says that no line can be added under the last one. */
function blankRow({ table, words }: Printing): GridRow {
  const lines = [`—— ${words.frame.end_of_list} ——`]
  return {
    spans: [table.columns.length],
    cells: [{ lines, align: 'center', soft: true, size: 7 }],
    height: blankHeight,
  }
}

function wordsRow(sheet: Sheet, table: RosterTable, roster: Roster, words: Words): GridRow {
  const { columns, style } = table
  const { language } = roster.frame
  const text = amountInWords(minor(roster.total_minor), roster.currency, language)
  const column = { x: left, width: right - left, align: 'left' } as const
  const label = words.frame.total_in_words + words.frame.colon
  const cells = [gridCell(sheet, label + text, { column, style, bold: true, align: 'left' })]
  return { spans: [columns.length], cells, height: gridHeight(cells, { ...style, least: 20 }) }
}

/** Notes and signatures at the left, the place of the seal at the right. */
function drawTail({ writing, roster, words }: Printing): void {
  const { sheet } = writing
  const { language } = roster.frame
  const start = writing.y + tailGap
  const note = roster.form === 'bank' ? words.roster.bank_note : words.roster.cash_note
  const size = sizes.body
  const lines = [
    ...linesOf(sheet, note, { size, width: tailWidth, most: 3 }),
    ...(roster.released === null
      ? []
      : linesOf(sheet, words.roster.release_digest({ digest: roster.released.digest }), {
          size: sizes.small,
          width: tailWidth,
          most: 1,
        })),
    ...linesOf(sheet, missingTold(writing), { size: sizes.small, width: tailWidth, most: 2 }),
  ].filter((line) => line !== '')
  lines.forEach((line, place) => {
    const small = place > 0 && line !== lines[0]
    paragraph(sheet, line, {
      x: left,
      y: start + 9 + place * 11,
      size: small && !note.includes(line) ? sizes.small : size,
      color: ink.soft,
    })
  })
  const signers = [
    words.roster.prepared,
    words.roster.reviewed,
    words.roster.approved,
    words.roster.cashier,
  ]
  drawSigners(writing, signers, {
    y: start + lines.length * 11 + 14,
    width: tailWidth,
    columns: 2,
  })
  // What is not to be paid on is not sealed.
  if (roster.dropped || roster.released === null) return
  const day = roster.released.on
  const name = roster.frame.organisation.name
  drawSealPlace(writing, { name, day: dayInText(day, language), y: start })
}
