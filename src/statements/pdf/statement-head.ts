/** The first page of a statement above its payments: letterhead, facts, the summary, what changed. */

import { a4, ink, qrSide, row, type as sizes } from '../../../templates/statements/layout.ts'
import type { LabelledLines, StatementView } from '../view.ts'
import {
  artifact,
  linesOf,
  open,
  paragraph,
  qrCode,
  rule,
  type Sheet,
  type Tag,
  tagged,
  widthOf,
  write,
} from './sheet.ts'
import { type Column, cellOf, columnsFrom, drawRow, ruleAcross } from './table.ts'

const width = a4.right - a4.left
const gap = 16
const numberWidth = 130
const previewWidth = 196

/** Draws the head on the current page and gives the y where the payments may begin. */
export function drawHead(sheet: Sheet, view: StatementView): number {
  let y = drawLetterhead(sheet, view)
  y = drawFacts(sheet, view, y + 7)
  y = drawSummary(sheet, view, y + 7)
  if (view.changes !== null) y = drawLines(sheet, view.changes, y + 10)
  if (view.corrections !== null) y = drawLines(sheet, view.corrections, y + 10)
  return y + 10
}

function drawLetterhead(sheet: Sheet, view: StatementView): number {
  const { root } = sheet
  const reserved = view.verify_text === null ? previewWidth : numberWidth + qrSide + gap
  const room = width - reserved - gap
  let y: number = a4.top
  const organisation = linesOf(sheet, view.organisation, {
    size: sizes.organisation,
    width: room,
    most: 2,
    bold: true,
  })
  tagged(sheet, root, 'P', () => {
    for (const line of organisation) {
      y += 12.5
      const place = { x: a4.left, y: y - 3, size: sizes.organisation }
      write(sheet, line, { ...place, bold: true, color: ink.accent })
    }
  })
  y += 24
  tagged(sheet, root, 'H1', () => {
    write(sheet, view.words.title, { x: a4.left, y: y - 3, size: sizes.title, bold: true })
  })
  y += 14
  tagged(sheet, root, 'P', () => {
    write(sheet, view.edition, { x: a4.left, y, size: sizes.table, color: ink.soft })
  })
  drawNumber(sheet, view)
  y = Math.max(y + 8, a4.top + qrSide + 7)
  rule(sheet, { from: a4.left, to: a4.right, y, weight: 1.4, color: ink.accent })
  return y
}

function drawNumber(sheet: Sheet, view: StatementView): void {
  if (view.verify_text === null) {
    drawPreviewMark(sheet, view)
    return
  }
  const qrX = a4.right - qrSide
  const x = qrX - gap - numberWidth
  const right = { x, width: numberWidth, align: 'right' } as const
  const number = view.words.number({ number: view.number as string })
  paragraph(sheet, number, { ...right, y: a4.top + 9.5, size: 10, bold: true })
  const small = { ...right, size: sizes.table, color: ink.soft }
  paragraph(sheet, view.issued as string, { ...small, y: a4.top + 23 })
  paragraph(sheet, view.amounts_in, { ...small, y: a4.top + 35 })
  const alt = view.words.qr({ number: view.number as string })
  qrCode(sheet, sheet.root, { text: view.verify_text, alt, x: qrX, y: a4.top, side: qrSide })
}

/** A preview says so where the number would stand, in a frame that no one can take for a seal. */
function drawPreviewMark(sheet: Sheet, view: StatementView): void {
  const small = { size: sizes.small, width: previewWidth - 12, most: 2 }
  const note = linesOf(sheet, view.words.preview_note, small)
  const box = { width: previewWidth, height: 32 + note.length * 8 }
  const x = a4.right - box.width
  artifact(sheet, () => {
    const inside = { width: box.width - 1.4, height: box.height - 1.4 }
    sheet.doc.lineWidth(1.4).rect(x + 0.7, a4.top + 0.7, inside.width, inside.height)
    sheet.doc.stroke(ink.accent)
  })
  const centre = { x, width: box.width, align: 'center', color: ink.accent } as const
  paragraph(sheet, view.words.preview, { ...centre, y: a4.top + 20, size: 15, bold: true })
  note.forEach((line, place) => {
    paragraph(sheet, line, { ...centre, y: a4.top + 32 + place * 8, size: sizes.small })
  })
}

const factLine = 11.5

/** Label and value, two to a line; what needs the whole width comes last. */
function drawFacts(sheet: Sheet, view: StatementView, top: number): number {
  const half = (width - gap) / 2
  let y = top
  const narrow = view.facts.filter(({ wide }) => wide !== true)
  for (let place = 0; place < narrow.length; place += 2) {
    const pair = narrow.slice(place, place + 2)
    const heights = pair.map((fact, side) =>
      drawFact(sheet, fact, { x: a4.left + side * (half + gap), y, width: half }),
    )
    y += Math.max(...heights)
  }
  for (const fact of view.facts) {
    if (fact.wide === true) y += drawFact(sheet, fact, { x: a4.left, y, width })
  }
  return y
}

function drawFact(
  sheet: Sheet,
  { label, value }: { label: string; value: string },
  place: { x: number; y: number; width: number },
): number {
  const indent = Math.max(64, widthOf(sheet, label, sizes.body) + 8)
  const lines = linesOf(sheet, value, { size: sizes.body, width: place.width - indent, most: 3 })
  const at = { y: place.y + 9, size: sizes.body }
  paragraph(sheet, label, { ...at, x: place.x, color: ink.soft })
  tagged(sheet, sheet.root, 'P', () => {
    lines.forEach((line, count) => {
      write(sheet, line, { ...at, x: place.x + indent, y: at.y + count * factLine })
    })
  })
  return lines.length * factLine
}

/** Contributions by source on the left, the position of the fund on the right. */
function drawSummary(sheet: Sheet, view: StatementView, top: number): number {
  const left = { x: a4.left, width: width * 0.49 }
  const right = { x: a4.left + left.width + gap, width: width - left.width - gap }
  drawHeading(sheet, sheet.root, view.words.contributions, { x: left.x, y: top })
  const leftEnd = drawContributions(sheet, view, { ...left, y: top + row.height })
  drawHeading(sheet, sheet.root, view.words.position, { x: right.x, y: top })
  const rightEnd = drawPosition(sheet, view, { ...right, y: top + row.height })
  return Math.max(leftEnd, rightEnd)
}

/** A heading of a part of the statement, in the line of height `row.height` that begins at `y`. */
export function drawHeading(
  sheet: Sheet,
  parent: Tag,
  text: string,
  { x, y }: { x: number; y: number },
): void {
  tagged(sheet, parent, 'H2', () => {
    write(sheet, text, { x, y: y + 9.5, size: sizes.heading, bold: true })
  })
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

function drawContributions(sheet: Sheet, view: StatementView, place: Place): number {
  const { words } = view
  const columns = columnsFrom(place.x, [
    { width: place.width - 112, align: 'left' },
    { width: 38, align: 'right' },
    { width: 74, align: 'right' },
  ])
  const cells = (texts: string[], bold = false) =>
    texts.map((text, at) => cellOf(sheet, text, columns[at]!, { bold, most: 2 }))
  const table = open(sheet, sheet.root, 'Table')
  let { y } = place
  ruleAcross(sheet, columns, y)
  const heading = cells([words.source, words.count, words.amount])
  y += drawRow(sheet, table, { columns, cells: heading, y }, { kind: 'TH', color: ink.soft })
  ruleAcross(sheet, columns, y, { weight: 0.4 })
  for (const { source, count, amount } of view.contributions) {
    y += drawRow(sheet, table, { columns, cells: cells([source, count, amount]), y })
    ruleAcross(sheet, columns, y, { weight: 0.3, color: ink.hair })
  }
  ruleAcross(sheet, columns, y)
  const { count, amount } = view.contributions_total
  const total = cells([words.total, count, amount], true)
  y += drawRow(sheet, table, { columns, cells: total, y }, { bold: true })
  ruleDouble(sheet, columns, y)
  table.end()
  return y
}

function drawPosition(sheet: Sheet, view: StatementView, place: Place): number {
  const columns = columnsFrom(place.x, [
    { width: place.width - 84, align: 'left' },
    { width: 84, align: 'right' },
  ])
  const table = open(sheet, sheet.root, 'Table')
  let { y } = place
  ruleAcross(sheet, columns, y)
  view.position.forEach(({ label, amount, strong: bold }, at) => {
    if (bold) ruleAcross(sheet, columns, y, { weight: 0.4 })
    const cells = [label, amount].map((text, column) =>
      cellOf(sheet, text, columns[column]!, { bold, most: 2 }),
    )
    y += drawRow(sheet, table, { columns, cells, y }, { bold })
    const last = at === view.position.length - 1
    if (!bold && !last) ruleAcross(sheet, columns, y, { weight: 0.3, color: ink.hair })
    if (bold && !last) ruleAcross(sheet, columns, y, { weight: 0.4 })
  })
  ruleDouble(sheet, columns, y)
  table.end()
  return y
}

/** The double rule that closes a sum, as on paper. */
export function ruleDouble(sheet: Sheet, columns: readonly Column[], y: number): void {
  ruleAcross(sheet, columns, y)
  ruleAcross(sheet, columns, y + 1.8)
}

/** A heading with lines of text under it. */
function drawLines(sheet: Sheet, { heading, lines }: LabelledLines, top: number): number {
  drawHeading(sheet, sheet.root, heading, { x: a4.left, y: top })
  let y = top + row.height
  for (const text of lines) {
    const broken = linesOf(sheet, text, { size: sizes.body, width, most: 3 })
    tagged(sheet, sheet.root, 'P', () => {
      for (const line of broken) {
        write(sheet, line, { x: a4.left, y: y + 9, size: sizes.body })
        y += factLine
      }
    })
  }
  return y
}
