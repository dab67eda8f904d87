/**
 * A variance statement as a PDF (履约差异表): each commitment with what came of it, sums by kind, and where both sides sign
 * or say that they do not. The figures are those that were frozen.
 */
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { mm } from '../../../templates/statements/layout.ts'
import { bankGrid, rosterSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import type { AgreementSide } from '../../pairing/agreements/rows.ts'
import type { LinePrinted, TotalPrinted, VariancePaper } from '../papers/agreement-paper.ts'
import { dayInText } from '../wording.ts'
import { groupedNumber } from './agreement-pdf.ts'
import { drawBothSides } from './both-sides.ts'
import { writeHeading, writeNotes, writeTable } from './flow.ts'
import { type Align, columnsBetween } from './grid.ts'
import { pairRow, textRow } from './office-rows.ts'
import {
  drawLetterhead,
  drawTitle,
  drawWarning,
  missingTold,
  type PaperOptions,
  renderPaper,
  type Writing,
} from './paper-frame.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries its data. */
export const VARIANCE_ATTACHMENT = 'variance.json'

const style = bankGrid
const keep = 2 * style.least

/** Renders a variance statement. */
export function renderVariancePdf(
  variance: VariancePaper,
  options: PaperOptions,
): Promise<RenderedPdf> {
  const words = messages[variance.frame.language].agreement_papers
  return renderPaper(variance, options, {
    title: words.variance,
    edges: rosterSheet,
    attachment: VARIANCE_ATTACHMENT,
    draw: (writing) => drawVariance({ writing, variance, words }),
  })
}

interface Drawing {
  readonly writing: Writing
  readonly variance: VariancePaper
  readonly words: Messages['agreement_papers']
}

function drawVariance(drawing: Drawing): void {
  const { writing, variance, words } = drawing
  const { case_papers } = messages[variance.frame.language]
  let y = drawTitle(writing, drawLetterhead(writing) + 2, 17) + 6
  if (variance.superseded) y = drawWarning(writing, words.superseded, y)
  writing.y = y
  drawFacts(drawing)
  writeHeading(writing, words.lines, keep)
  drawLines(drawing)
  writeHeading(writing, words.totals, keep)
  drawTotals(drawing)
  writing.y += 3
  writeNotes(writing, [
    words.equation,
    `${words.frozen}${case_papers.frame.colon}${variance.frozen}`,
    missingTold(writing),
  ])
  writeHeading(writing, words.answers, mm(75))
  drawAnswers(drawing)
}

function drawFacts({ writing, variance, words }: Drawing): void {
  const { language } = variance.frame
  const columns = columnsBetween(rosterSheet, [
    [13, 'center'],
    [37, 'left'],
    [13, 'center'],
    [37, 'left'],
  ])
  const day = (text: string) => dayInText(text, language)
  const version = words.version({ version: variance.agreement_version })
  const holds = words.days({ from: day(variance.from_on), until: day(variance.until_on) })
  const pair = (texts: readonly string[]) => pairRow(writing.sheet, columns, texts)
  const { sides } = variance
  writeTable(writing, {
    columns,
    style,
    rows: [
      pair([words.helper, sides.helper, words.helped, sides.helped]),
      pair([words.agreement_of, `${variance.agreement} · ${version}`, words.holds, holds]),
      pair([
        words.as_of,
        day(variance.as_of),
        messages[language].agreements.currency,
        variance.currency,
      ]),
    ],
  })
}

/** An amount in the agreement's currency, or a number. */
function told({ currency }: VariancePaper, { in_money }: Pick<LinePrinted, 'in_money'>) {
  return (measure: number) =>
    in_money ? groupedAmount(minor(measure), currency) : groupedNumber(measure)
}

/** How a commitment stands, with the days by which it was late or early. */
function outcomeOf({ variance, words }: Drawing, { outcome, days_late }: LinePrinted): string {
  const { outcomes } = messages[variance.frame.language].agreements
  if (days_late === null || days_late === 0) return outcomes[outcome]
  const days =
    days_late > 0 ? words.days_late({ days: days_late }) : words.days_early({ days: -days_late })
  return `${outcomes[outcome]}${variance.frame.language === 'en' ? ', ' : '，'}${days}`
}

/** A side in a narrow column. */
function sideWord({ frame }: VariancePaper, side: AgreementSide): string {
  const { helper, party } = messages[frame.language].agreements
  return side === 'helper' ? helper : party
}

function drawLines(drawing: Drawing): void {
  const { writing, variance, words } = drawing
  const figure: readonly [number, Align] = [9, 'right']
  const columns = columnsBetween(rosterSheet, [
    [5, 'center'],
    [8, 'center'],
    [8, 'center'],
    [20, 'left'],
    [10, 'center'],
    ...[figure, figure, figure, figure, figure],
    [14, 'left'],
  ])
  const heads = [
    ...[words.number, words.side, words.kind, words.what, words.due_on],
    ...[words.promised, words.on_time, words.late, words.open, words.released, words.outcome],
  ]
  const kinds = messages[variance.frame.language].agreements.promise_kinds
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, heads, true),
    rows: variance.lines.map((line) => {
      const figures = told(variance, line)
      return textRow(writing.sheet, columns, [
        String(line.number),
        sideWord(variance, line.side),
        kinds[line.kind],
        line.text,
        line.due_on,
        ...[line.promised, line.on_time, line.late, line.open, line.released].map(figures),
        outcomeOf(drawing, line),
      ])
    }),
  })
}

/** Which part of what was promised was kept, to a tenth of a hundredth, never rounded up. */
function shareKept({ promised, on_time, late }: TotalPrinted): string {
  const tenths = Math.floor(((on_time + late) * 1000) / promised)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function drawTotals({ writing, variance, words }: Drawing): void {
  const figure: readonly [number, Align] = [10, 'right']
  const columns = columnsBetween(rosterSheet, [
    [14, 'center'],
    [12, 'center'],
    ...[figure, figure, figure, figure, figure, figure, figure],
    [14, 'center'],
  ])
  const heads = [
    ...[words.side, words.kind, words.promised, words.on_time, words.late, words.open],
    ...[words.overdue, words.released, words.beyond, words.outcome],
  ]
  const kinds = messages[variance.frame.language].agreements.promise_kinds
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, heads, true),
    rows: variance.totals.map((total) => {
      const { promised, on_time, late, open, overdue, released, beyond } = total
      return textRow(writing.sheet, columns, [
        sideWord(variance, total.side),
        kinds[total.kind],
        ...[promised, on_time, late, open, overdue, released, beyond].map(told(variance, total)),
        words.share({ share: shareKept(total) }),
      ])
    }),
  })
}

function drawAnswers({ writing, variance, words }: Drawing): void {
  const of = (side: AgreementSide) => variance.answers.find((one) => one.side === side)
  const answer = (side: AgreementSide) => {
    const said = of(side)
    return said === undefined ? words.answer_blank : words[`answer_${said.answer}`]
  }
  drawBothSides(writing, variance.sides, {
    signed: variance.answers,
    asked: [
      { label: words.answer, told: answer },
      { label: words.note, told: (side) => of(side)?.note ?? '', least: mm(12) },
    ],
  })
}
