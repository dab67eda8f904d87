/** A public notice as a PDF to put up on a board (公示), within the margins of GB/T 9704-2012. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { ink, sealSide, type as sizes } from '../../../templates/statements/layout.ts'
import { noticeGrid, noticeSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import type { NoticeSheet } from '../papers/notice-sheet.ts'
import { withDocumentNumbers } from '../papers/paper.ts'
import { currencyInText, dayInText } from '../wording.ts'
import { writeTable, writeText } from './flow.ts'
import {
  columnsBetween,
  type GridCell,
  type GridColumn,
  type GridRow,
  gridCell,
  gridHeight,
} from './grid.ts'
import {
  drawLetterhead,
  drawSealPlace,
  drawTitle,
  drawWarning,
  makeRoom,
  missingTold,
  moneyInText,
  type PaperOptions,
  renderPaper,
  sealPlaceHeight,
  type Writing,
} from './paper-frame.ts'
import { linesOf, paragraph } from './sheet.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the notice's data. */
export const NOTICE_ATTACHMENT = 'notice.json'

/** Stands where nothing is told, as elsewhere in the house. */
const hidden = '***'
const bodySize = 12
const bodyLine = 19
const { left, right } = noticeSheet

/** Renders a notice. The same notice and fonts give the same bytes on every host. */
export function renderNoticePdf(notice: NoticeSheet, options: PaperOptions): Promise<RenderedPdf> {
  const words = messages[notice.frame.language].case_papers
  return renderPaper(notice, options, {
    title: notice.title,
    edges: noticeSheet,
    attachment: NOTICE_ATTACHMENT,
    draw: (writing) => drawNotice(writing, notice, words),
  })
}

type Words = Messages['case_papers']

function drawNotice(writing: Writing, notice: NoticeSheet, words: Words): void {
  const { language } = notice.frame
  const chinese = language !== 'en'
  let y = drawLetterhead(writing) + 22
  if (notice.ended?.outcome === 'void') {
    y = drawWarning(writing, words.notice.void({ day: dayInText(notice.ended.on, language) }), y)
  }
  writing.y = drawTitle(writing, y, 20) + 14
  const plain = { size: bodySize, line: bodyLine }
  const look = chinese ? { ...plain, indent: 2 * bodySize } : plain
  const total = totalOf(notice)
  writeText(writing, words.notice.addressed, plain)
  const body = words.notice.body({
    basis: notice.basis === null ? null : withDocumentNumbers(notice.basis),
    people: notice.lines.length,
    total: total === null ? null : moneyInText(notice.frame, total, notice.currency),
  })
  writeText(writing, body, look)
  const told = words.notice.period({
    from: dayInText(notice.first_on, language),
    to: dayInText(notice.last_on, language),
    days: notice.days,
    working: notice.counted_in === 'working_days',
  })
  writeText(writing, told, { ...look, bold: true })
  writeText(writing, words.notice.object, look)
  writeContact(writing, notice, words)
  writing.y += 8
  drawList(writing, notice, words)
  drawEnd(writing, notice, words)
}

function writeContact(writing: Writing, notice: NoticeSheet, words: Words): void {
  const indent = notice.frame.language === 'en' ? 0 : 2 * bodySize
  const look = { size: bodySize, line: bodyLine, indent }
  writeText(writing, words.notice.contact, look)
  for (const part of ['person', 'phone', 'mailbox', 'address'] as const) {
    const value = notice.contact[part]
    if (value === null || value === '') continue
    const text = words.notice[`contact_${part}`] + words.frame.colon + value
    writeText(writing, text, { ...look, most: 3 })
  }
}

function drawList(writing: Writing, notice: NoticeSheet, words: Words): void {
  const { sheet } = writing
  const { language } = notice.frame
  const style = noticeGrid
  const columns = columnsBetween(noticeSheet, [
    [38, 'center'],
    [84, 'center'],
    [112, 'left'],
    [88, 'center'],
    [120, 'right'],
  ])
  const row = (texts: readonly string[], bold = false): GridRow => {
    const cells = texts.map((text, at) => {
      const align = bold ? ({ align: 'center' } as const) : {}
      return gridCell(sheet, text, { column: columns[at]!, style, bold, ...align })
    })
    return { cells, height: gridHeight(cells, style) }
  }
  const figure = (amount: number) => groupedAmount(minor(amount), notice.currency)
  const currency = currencyInText(notice.currency, language)
  const { serial, name, branch, category, amount } = words.notice
  const heading = row([serial, name, branch, category, amount({ currency })], true)
  const amountOf = ({ amount_minor, instalments }: NoticeSheet['lines'][number]) => {
    if (amount_minor === null) return hidden
    if (instalments === 1) return figure(amount_minor)
    return words.frame.times({ amount: figure(amount_minor / instalments), count: instalments })
  }
  const total = totalOf(notice)
  const sum = total === null ? null : sumCells(writing, columns, { notice, total, words })
  writeTable(writing, {
    columns,
    style,
    heading: { ...heading, kind: 'TH', wash: true },
    rows: [
      ...notice.lines.map((line) =>
        row([
          String(line.serial),
          line.name ?? hidden,
          line.branch ?? hidden,
          line.category ?? hidden,
          amountOf(line),
        ]),
      ),
      ...(sum === null
        ? []
        : [{ spans: [4, 1], cells: sum, height: gridHeight(sum, style), wash: true }]),
    ],
    keep: sealPlaceHeight + 16,
  })
}

function sumCells(
  { sheet }: Writing,
  columns: readonly GridColumn[],
  { notice, total, words }: { notice: NoticeSheet; total: number; words: Words },
): GridCell[] {
  const style = noticeGrid
  const { currency, frame } = notice
  const label = `${words.frame.total}　${amountInWords(minor(total), currency, frame.language)}`
  const wide = { x: left, width: columns[4]!.x - left, align: 'left' } as const
  const figure = groupedAmount(minor(total), currency)
  return [
    gridCell(sheet, label, { column: wide, style, bold: true }),
    gridCell(sheet, figure, { column: columns[4]!, style, bold: true }),
  ]
}

/** What all lines come to; null where the policy on masks leaves amounts out. */
function totalOf({ lines }: NoticeSheet): number | null {
  return lines.reduce<number | null>(
    (sum, { amount_minor }) => (sum === null || amount_minor === null ? null : sum + amount_minor),
    0,
  )
}

/** Issuer, day and the square of the seal together, at the right, with the small print beside them. */
function drawEnd(writing: Writing, notice: NoticeSheet, words: Words): void {
  const { sheet } = writing
  const { language } = notice.frame
  makeRoom(writing, sealPlaceHeight + 16)
  const y = writing.y + 14
  // What was taken down as void is not sealed.
  if (notice.ended?.outcome !== 'void') {
    const day = dayInText(notice.put_up_on, language)
    drawSealPlace(writing, { name: notice.issuer, day, y })
  }
  const small = { size: sizes.small, width: right - left - sealSide - 20 }
  const { ended } = notice
  const notes = [
    words.notice.list_digest({ digest: notice.list_digest }),
    ended?.outcome === 'ran' ? words.notice.ran({ day: dayInText(ended.on, language) }) : '',
    missingTold(writing),
  ]
    .filter((text) => text !== '')
    .flatMap((text) => linesOf(sheet, text, { ...small, most: 3 }))
  notes.forEach((line, place) => {
    const at = y + sealPlaceHeight - (notes.length - 1 - place) * 9
    paragraph(sheet, line, { x: left, y: at, size: sizes.small, color: ink.soft })
  })
  writing.y = y + sealPlaceHeight
}
