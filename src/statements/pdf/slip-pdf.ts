/** Slips of a batch as a PDF, three to a sheet with lines to cut along: signed for cash and goods, told for transfers. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { ink, mm, type as sizes } from '../../../templates/statements/layout.ts'
import {
  officeGrid,
  slipHeight,
  slipSheet,
  slipsOnSheet,
} from '../../../templates/statements/paper-layout.ts'
import { minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import { verifyCode } from '../papers/paper.ts'
import type { Slip, Slips } from '../papers/slips.ts'
import { dayInText } from '../wording.ts'
import { columnsBetween, drawGridRow, type GridRow } from './grid.ts'
import { pairRow } from './office-rows.ts'
import {
  drawSigners,
  moneyInText,
  nextPage,
  type PaperOptions,
  renderPaper,
  type Writing,
} from './paper-frame.ts'
import { artifact, lineOf, linesOf, open, paragraph, rule, widthOf, write } from './sheet.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the data of the slips. */
export const SLIPS_ATTACHMENT = 'slips.json'

const { left, right } = slipSheet
const width = right - left
const inset = mm(6)
const fingerSide = mm(22)
const grid = { ...officeGrid, size: 8.8, line: 11.4, pad: 2.6, least: 18 }

/** Renders slips. The same slips and fonts give the same bytes on every host. */
export function renderSlipsPdf(slips: Slips, options: PaperOptions): Promise<RenderedPdf> {
  const words = messages[slips.frame.language].case_papers
  return renderPaper(slips, options, {
    title: words.slip[`title_${slips.form}`],
    edges: slipSheet,
    attachment: SLIPS_ATTACHMENT,
    pages: Math.max(1, Math.ceil(slips.slips.length / slipsOnSheet)),
    draw: (writing) => {
      slips.slips.forEach((slip, place) => {
        if (place > 0 && place % slipsOnSheet === 0) nextPage(writing)
        const top = (place % slipsOnSheet) * slipHeight
        if (top > 0) drawCut(writing, words.slip.cut, top)
        drawSlip({ writing, slips, words: words.slip, frame: words.frame }, slip, top + inset)
      })
    },
  })
}

interface Drawing {
  readonly writing: Writing
  readonly slips: Slips
  readonly words: Messages['case_papers']['slip']
  readonly frame: Messages['case_papers']['frame']
}

function drawCut({ sheet }: Writing, text: string, y: number): void {
  const size = sizes.tiny
  const half = widthOf(sheet, text, size) / 2 + 6
  const centre = (left + right) / 2
  artifact(sheet, () => {
    write(sheet, text, { x: left, width, align: 'center', y: y + 2, size, color: ink.soft })
    sheet.doc.lineWidth(0.5).dash(3, { space: 3 })
    sheet.doc
      .moveTo(0, y)
      .lineTo(centre - half, y)
      .moveTo(centre + half, y)
    sheet.doc.lineTo(left + right, y).stroke(ink.soft)
    sheet.doc.undash()
  })
}

function drawSlip(drawing: Drawing, slip: Slip, top: number): void {
  const { writing, slips } = drawing
  drawSlipHead(drawing, slip, top)
  const y = drawFields(drawing, slip, top + 27)
  if (slips.form === 'bank') drawTold(drawing, y + 6)
  else drawHand(drawing, y + 6)
  drawSlipFoot(writing, slips, top - inset + slipHeight - mm(5))
}

function drawSlipHead({ writing, slips }: Drawing, slip: Slip, top: number): void {
  const { sheet, title } = writing
  const { organisation, number } = slips.frame
  const side = (width - 190) / 2
  const name = linesOf(sheet, organisation.name, {
    size: 8.4,
    width: side,
    most: 2,
    bold: true,
  })
  name.forEach((line, place) => {
    const at = { x: left, y: top + 10 + place * 10.5, size: 8.4, bold: true, color: ink.accent }
    paragraph(sheet, line, at)
  })
  const shown = lineOf(sheet, title, { size: 14, width: 190, bold: true })
  const middle = { x: left + side, width: 190, align: 'center' } as const
  paragraph(sheet, shown, { ...middle, y: top + 16, size: 14, bold: true })
  const own = `${number}-${slip.serial}`
  const at = { x: right - side, width: side, align: 'right' } as const
  const size = Math.min(9, (9 * side) / widthOf(sheet, own, 9, true))
  paragraph(sheet, own, { ...at, y: top + 10, size, bold: true })
}

/** Who is paid, how much, under what; in figures and in words. */
function drawFields({ writing, slips, words, frame }: Drawing, slip: Slip, top: number): number {
  const { sheet } = writing
  const { language } = slips.frame
  const columns = columnsBetween(slipSheet, [
    [15, 'center'],
    [37, 'left'],
    [14, 'center'],
    [34, 'left'],
  ])
  const amount = moneyInText(slips.frame, slip.amount_minor, slips.currency)
  const inWords = amountInWords(minor(slip.amount_minor), slips.currency, language)
  const label = slips.form === 'goods' ? words.value : words.amount
  const sum = `${amount}　${frame.in_words}${frame.colon}${inWords}`
  // A slip keeps to its third of the sheet: what is longer stands whole in the attached data.
  const pair = (texts: readonly string[], most = 1, spans?: readonly number[]) =>
    pairRow(sheet, columns, texts, { style: grid, most, ...(spans ? { spans } : {}) })
  const rows: GridRow[] = [
    pair([words.name, slip.name, words.identity, slip.identity ?? ''], 3),
    pair([words.unit, slip.unit, words.case, slip.case]),
    pair([
      words.programme,
      `${slips.fund.name} · ${slip.category}`,
      words.pay_on,
      dayInText(slips.pay_on, language),
    ]),
    pair([label, sum], 2, [1, 3]),
  ]
  const more = [
    [words.beneficiary, slip.beneficiary],
    [words.goods, slip.goods],
    [words.account, slip.account],
  ].filter((one): one is [string, string] => one[1] !== null)
  const [only] = more
  if (more.length > 1) rows.push(pair(more.slice(0, 2).flat()))
  else if (only) rows.push(pair(only, 1, [1, 3]))
  const table = open(sheet, sheet.root, 'Table')
  let y = top
  for (const row of rows) y = drawGridRow(sheet, table, { columns, row, y, style: grid })
  table.end()
  return y
}

/** Of a transfer the slip tells; nothing on it is signed. */
function drawTold({ writing, words }: Drawing, top: number): void {
  const { sheet } = writing
  const lines = linesOf(sheet, words.told_bank, { size: 9, width, most: 4 })
  lines.forEach((line, place) => {
    paragraph(sheet, line, { x: left, y: top + 10 + place * 13, size: 9 })
  })
}

/** Two lines to sign on, what an agent fills in, and room for a fingerprint. */
function drawHand({ writing, slips, words, frame }: Drawing, top: number): void {
  const { sheet } = writing
  const room = width - fingerSide - 16
  const said = slips.form === 'goods' ? words.received_goods : words.received
  paragraph(sheet, said, { x: left, y: top + 9, size: 9, bold: true })
  const signers = [words.payee, words.paid_by]
  const y = drawSigners(writing, signers, { y: top + 4, width: room })
  drawAgent({ writing, slips, words, frame }, y + 4, room)
  const x = right - fingerSide
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(0.5)
      .rect(x, top + 2, fingerSide, fingerSide)
      .stroke(ink.soft)
  })
  const centre = { x, width: fingerSide, align: 'center', color: ink.soft } as const
  paragraph(sheet, words.fingerprint, { ...centre, y: top + fingerSide + 11, size: 8 })
  const note = lineOf(sheet, words.fingerprint_note, { size: sizes.tiny, width: fingerSide })
  paragraph(sheet, note, { ...centre, y: top + fingerSide + 19, size: sizes.tiny })
}

/** What an agent brings, each with a box to tick, and what is filled in of them. */
function drawAgent({ writing, words, frame }: Drawing, top: number, room: number): void {
  const { sheet } = writing
  const size = 8.2
  paragraph(sheet, words.agent, { x: left, y: top + 9, size, color: ink.soft })
  let x = left + widthOf(sheet, words.agent, size) + 16
  for (const text of [words.agent_authority, words.agent_cards]) {
    const box = x
    artifact(sheet, () => {
      sheet.doc
        .lineWidth(0.5)
        .rect(box, top + 2.4, 7, 7)
        .stroke(ink.text)
    })
    paragraph(sheet, text, { x: x + 11, y: top + 9, size })
    x += 11 + widthOf(sheet, text, size) + 16
  }
  const blanks = [words.agent_name, words.agent_relation, words.agent_identity]
  const shares = [0.28, 0.32, 0.4]
  let from = left
  blanks.forEach((label, place) => {
    const end = from + room * shares[place]! - 10
    const text = label + frame.colon.trimEnd()
    paragraph(sheet, text, { x: from, y: top + 28, size })
    rule(sheet, { from: from + widthOf(sheet, text, size) + 4, to: end, y: top + 30 })
    from = end + 10
  })
}

function drawSlipFoot(writing: Writing, slips: Slips, y: number): void {
  const { sheet, digest } = writing
  const { number, version, at_local, operator, language } = slips.frame
  const words = messages[language].case_papers.frame
  const made = words.made({ number, version, at: at_local, operator })
  const text = `${words[`mark_${slips.frame.mark}`]} · ${made} · ${words.code({ code: verifyCode(digest) })}`
  artifact(sheet, () => {
    const shown = lineOf(sheet, text, { size: sizes.tiny, width })
    write(sheet, shown, { x: left, y, size: sizes.tiny, color: ink.soft })
  })
}
