/** What is signed on a case file: the applicant's word, and the opinion of each level. */

import { ink } from '../../../templates/statements/layout.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import type { FileOpinion } from '../papers/case-file.ts'
import { dayInText } from '../wording.ts'
import { columnsOf, type Drawing } from './case-file-parts.ts'
import { writeTable } from './flow.ts'
import { gridHeight } from './grid.ts'
import { pairRow, textRow, wholeRow } from './office-rows.ts'
import { makeRoom } from './paper-frame.ts'
import { paragraph, rule, widthOf } from './sheet.ts'

const style = officeGrid
const { right } = officeSheet

/** What the applicant signs, in a frame of its own. */
export function drawDeclaration(drawing: Drawing): void {
  const { writing, words } = drawing
  makeRoom(writing, 34)
  writing.y += 8
  const columns = columnsOf([[100, 'left']])
  const row = { ...wholeRow(writing.sheet, columns, words.applicant_signs), height: 26 }
  const y = writing.y + 13 + 3.2
  writeTable(writing, { columns, style, rows: [row] })
  drawDate(drawing, y)
}

/** A day to fill in by hand, at the right edge. */
function drawDate({ writing, frame, file }: Drawing, y: number): void {
  const { sheet } = writing
  const size = style.size
  const english = file.frame.language === 'en'
  const wide = widthOf(sheet, frame.date_blank, size) + (english ? 62 : 0)
  const x = right - wide - 8
  paragraph(sheet, frame.date_blank, { x, y, size, color: ink.soft })
  if (english) rule(sheet, { from: right - 66, to: right - 8, y: y + 2.5 })
}

/** An opinion: whose, what it says, and a line at its foot to sign and date, where no day is known yet. */
export function drawOpinion(drawing: Drawing, { kind, text, on, by }: FileOpinion): void {
  const { writing, words, file } = drawing
  const { sheet } = writing
  const columns = columnsOf([
    [16, 'center'],
    [84, 'left'],
  ])
  const row = pairRow(sheet, columns, [words[`opinion_${kind}`], text.join('\n')])
  const lines = text.flatMap((line) => textRow(sheet, columns, ['', line]).cells[1]!.lines)
  const cells = [row.cells[0]!, { ...row.cells[1]!, lines: [...lines, '', ''] }]
  const height = Math.max(64, gridHeight(cells, style))
  const page = writing.edges.bottom - writing.edges.top
  writeTable(writing, { columns, style, rows: [{ cells, height: Math.min(height, page) }] })
  const y = writing.y - 8
  const size = style.size
  const x = columns[1]!.x + 8
  const signed = by === null ? words.sign : `${words.sign} ${by}`
  paragraph(sheet, signed, { x, y, size, color: ink.soft })
  if (on === null) drawDate(drawing, y)
  else {
    const day = dayInText(on, file.frame.language)
    paragraph(sheet, day, { x, width: right - 8 - x, align: 'right', y, size })
  }
}
