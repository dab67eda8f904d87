/** The board of pairing as a PDF: how each unit stands, and what wants attention, the most urgent first. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { formatShare } from '../../../templates/parts/format.ts'
import { bankGrid, rosterSheet } from '../../../templates/statements/paper-layout.ts'
import type { BoardRow, BoardUnit, CoverageBoard, PrintedGap } from '../papers/coverage-board.ts'
import { dayInText } from '../wording.ts'
import { writeHeading, writeNotes, writeTable, writeText } from './flow.ts'
import { columnsBetween } from './grid.ts'
import { textRow } from './office-rows.ts'
import {
  drawLetterhead,
  drawSigners,
  drawTitle,
  makeRoom,
  missingTold,
  type PaperOptions,
  renderPaper,
  type Writing,
} from './paper-frame.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the data of the board. */
export const COVERAGE_ATTACHMENT = 'coverage.json'

const style = bankGrid
const { left, right } = rosterSheet
const soft = { size: 9, line: 14, soft: true }
const keep = 2 * style.least

const kinds: readonly PrintedGap[] = [
  'no_helper',
  'no_visit',
  'alarm',
  'leaving',
  'overloaded',
  'review',
  'proposal',
  'unmet',
]

interface Drawing {
  readonly writing: Writing
  readonly board: CoverageBoard
  readonly t: Messages
  readonly words: Messages['pairing_papers']['board']
}

/** Renders the board. The same board and fonts give the same bytes on every host. */
export function renderCoverageBoardPdf(
  board: CoverageBoard,
  options: PaperOptions,
): Promise<RenderedPdf> {
  const t = messages[board.frame.language]
  const words = t.pairing_papers.board
  return renderPaper(board, options, {
    title: words.title,
    edges: rosterSheet,
    attachment: COVERAGE_ATTACHMENT,
    draw: (writing) => {
      const drawing = { writing, board, t, words }
      writing.y = drawTitle(writing, drawLetterhead(writing) - 2, 17) + 4
      drawFacts(drawing)
      drawUnits(drawing)
      drawRows(drawing)
      drawEnd(drawing)
    },
  })
}

function drawFacts({ writing, board, t, words }: Drawing): void {
  const { colon } = t.case_papers.frame
  const { files, covered } = board.totals
  const facts = [
    [words.unit, board.unit ?? words.whole],
    [words.as_of, dayInText(board.as_of, board.frame.language)],
    [words.files, String(files)],
    [words.covered, `${covered}${files === 0 ? '' : ` (${shareOf(board, board.totals)})`}`],
  ]
  writeText(writing, facts.map((fact) => fact.join(colon)).join('　　'), { size: 9.4, line: 15 })
}

function shareOf(
  { frame }: CoverageBoard,
  { files, covered }: Pick<BoardUnit, 'files' | 'covered'>,
): string {
  return files === 0 ? '' : formatShare(frame.language, covered / files)
}

function drawUnits({ writing, board, t, words }: Drawing): void {
  writeHeading(writing, words.by_unit, keep)
  if (board.units.length === 0) {
    writeText(writing, words.by_unit_none, soft)
    return
  }
  const columns = columnsBetween(rosterSheet, [
    [30, 'left'],
    [11, 'center'],
    [11, 'center'],
    [9, 'center'],
    ...kinds.map(() => [11, 'center'] as const),
  ])
  const row = (name: string, figures: Omit<BoardUnit, 'name'>, heading = false) => {
    const counts = kinds.map((kind) => String(figures.gaps[kind] || ''))
    const all = [name, String(figures.files), String(figures.covered), shareOf(board, figures)]
    return textRow(writing.sheet, columns, [...all, ...counts], heading)
  }
  const short = t.coverage.short
  writeTable(writing, {
    columns,
    style,
    heading: textRow(
      writing.sheet,
      columns,
      [words.unit, words.files, words.covered, words.share, ...kinds.map((kind) => short[kind])],
      true,
    ),
    rows: [
      ...board.units.map((unit) => row(unit.name ?? words.rest, unit)),
      row(words.total, board.totals, true),
    ],
  })
}

function drawRows({ writing, board, t, words }: Drawing): void {
  writeHeading(writing, words.rows, keep)
  if (board.rows.length === 0) {
    writeText(writing, words.rows_none, soft)
    return
  }
  const columns = columnsBetween(rosterSheet, [
    [16, 'left'],
    [15, 'center'],
    [22, 'left'],
    [22, 'left'],
    [24, 'left'],
    [22, 'center'],
    [20, 'center'],
  ])
  const { language } = board.frame
  const heads = [words.what, words.number, words.helped, words.helper, words.unit, words.due]
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, [...heads, words.stands], true),
    rows: board.rows.map((row) =>
      textRow(writing.sheet, columns, [
        t.coverage.short[row.kind],
        row.reference,
        row.helped ?? '',
        row.helper ?? '',
        row.unit ?? words.whole,
        row.due_on === null ? '' : dayInText(row.due_on, language),
        standsOf(row, t, words),
      ]),
    ),
  })
  if (board.left_out > 0) writeNotes(writing, [words.left_out({ count: board.left_out })])
}

/** How late it is, and how many rest on it. */
function standsOf({ kind, late, count, most }: BoardRow, t: Messages, words: Drawing['words']) {
  const told = [
    late !== null && late > 0 ? words.days_late({ count: late }) : '',
    kind === 'no_helper' && count ? t.coverage.proposed({ count }) : '',
    count !== null && most !== null ? t.coverage.load({ count, most }) : '',
  ]
  return told.filter((text) => text !== '').join(' ')
}

function drawEnd({ writing, words }: Drawing): void {
  makeRoom(writing, 60)
  writeNotes(writing, [missingTold(writing)])
  const signers = [words.sign_prepared, words.sign_reviewed]
  writing.y = drawSigners(writing, signers, {
    y: writing.y + 8,
    width: right - left,
    columns: 2,
  })
}
