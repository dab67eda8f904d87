/** An agreement between two bodies as a PDF (结对共建协议书): its terms, what each side promises, where both sign. */
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { agreementSides } from '../../pairing/agreements/rows.ts'
import type { AgreementPaper, PromisePrinted } from '../papers/agreement-paper.ts'
import { dayInText } from '../wording.ts'
import { drawBothSides } from './both-sides.ts'
import { writeHeading, writeNotes, writeTable, writeText } from './flow.ts'
import { columnsBetween } from './grid.ts'
import { pairRow, textRow } from './office-rows.ts'
import {
  drawLetterhead,
  drawTitle,
  drawWarning,
  missingTold,
  moneyInText,
  type PaperOptions,
  renderPaper,
  type Writing,
} from './paper-frame.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries its data. */
export const AGREEMENT_ATTACHMENT = 'agreement.json'

const style = officeGrid
const plain = { size: 9.6, line: 15 }
const keep = 2 * style.least

/** Renders an agreement; while a side has not signed it says that it binds nobody. */
export function renderAgreementPdf(
  agreement: AgreementPaper,
  options: PaperOptions,
): Promise<RenderedPdf> {
  const words = messages[agreement.frame.language].agreement_papers
  return renderPaper(agreement, options, {
    title: words.agreement,
    edges: officeSheet,
    attachment: AGREEMENT_ATTACHMENT,
    draw: (writing) => drawAgreement({ writing, agreement, words }),
  })
}

interface Drawing {
  readonly writing: Writing
  readonly agreement: AgreementPaper
  readonly words: Messages['agreement_papers']
}

function drawAgreement(drawing: Drawing): void {
  const { writing, agreement, words } = drawing
  let y = drawTitle(writing, drawLetterhead(writing) + 2, 18) + 6
  const warning = warningOf(drawing)
  if (warning !== null) y = drawWarning(writing, warning, y)
  writing.y = y
  drawFacts(drawing)
  writeHeading(writing, words.text, 3 * plain.line)
  for (const paragraph of agreement.text.split('\n').filter((line) => line.trim() !== '')) {
    const indent = agreement.frame.language === 'en' ? 0 : 2 * plain.size
    writeText(writing, paragraph, { ...plain, indent })
  }
  writeHeading(writing, words.promises, keep)
  if (agreement.promises.length === 0) writeText(writing, words.no_promises, plain)
  else drawPromises(drawing)
  writing.y += 14
  drawBothSides(writing, agreement.sides, { signed: agreement.signed })
  writing.y += 4
  writeNotes(writing, [missingTold(writing)])
}

/** That an agreement has ended, or binds nobody yet; null where it holds. */
function warningOf({ agreement, words }: Drawing): string | null {
  const { ended_on, signed, frame } = agreement
  if (ended_on !== null) return words.ended({ day: dayInText(ended_on, frame.language) })
  return signed.length < agreementSides.length ? words.draft : null
}

function drawFacts({ writing, agreement, words }: Drawing): void {
  const { language } = agreement.frame
  const columns = columnsBetween(officeSheet, [
    [17, 'center'],
    [33, 'left'],
    [17, 'center'],
    [33, 'left'],
  ])
  const day = (text: string) => dayInText(text, language)
  const holds = words.days({ from: day(agreement.from_on), until: day(agreement.until_on) })
  const version = words.version({ version: agreement.agreement_version })
  const pair = (texts: readonly string[], spans?: readonly number[]) =>
    pairRow(writing.sheet, columns, texts, spans === undefined ? {} : { spans })
  const { sides, kinds, frame } = agreement
  writeTable(writing, {
    columns,
    style,
    rows: [
      pair([words.helper, sides.helper, words.helped, sides.helped]),
      pair([words.agreement_of, `${frame.number} · ${version}`, words.holds, holds]),
      pair([words.kinds, kinds.join(language === 'en' ? ', ' : '、')], [1, 3]),
    ],
  })
}

function drawPromises({ writing, agreement, words }: Drawing): void {
  const columns = columnsBetween(officeSheet, [
    [6, 'center'],
    [22, 'left'],
    [14, 'center'],
    [26, 'left'],
    [18, 'right'],
    [14, 'center'],
  ])
  const heads = [words.number, words.side, words.kind, words.what, words.measure, words.due_on]
  const kinds = messages[agreement.frame.language].agreements.promise_kinds
  const measure = ({ in_money, promised }: PromisePrinted) =>
    in_money ? moneyInText(agreement.frame, promised, agreement.currency) : groupedNumber(promised)
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, heads, true),
    rows: agreement.promises.map((one) =>
      textRow(writing.sheet, columns, [
        String(one.number),
        agreement.sides[one.side],
        kinds[one.kind],
        one.text,
        measure(one),
        one.due_on,
      ]),
    ),
  })
}

/** A whole number with its thousands apart, as amounts have them. */
export function groupedNumber(count: number): string {
  return groupedAmount(minor(count), 'JPY')
}
