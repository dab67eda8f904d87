/** Where both sides of an agreement sign, side by side: name and seal, hand, day. */
import { messages } from '../../../templates/messages/messages.ts'
import { mm } from '../../../templates/statements/layout.ts'
import { officeGrid } from '../../../templates/statements/paper-layout.ts'
import { type AgreementSide, agreementSides } from '../../pairing/agreements/rows.ts'
import type { Sides, SignedPrinted } from '../papers/agreement-paper.ts'
import { dayInText } from '../wording.ts'
import { writeTable } from './flow.ts'
import { columnsBetween, type GridRow, spanned } from './grid.ts'
import { pairRow, textRow } from './office-rows.ts'
import { makeRoom, type Writing } from './paper-frame.ts'

/** Room for a seal beside the name, and for a hand. */
const sealHeight = mm(22)
const handHeight = mm(11)

/** What stands under the names before the hands: the same question to each side. */
export interface AskedOfBoth {
  readonly label: string
  /** What a side said; a blank to fill in by hand where it said nothing yet. */
  readonly told: (side: AgreementSide) => string
  readonly least?: number
}

/** Draws the table in which both sides sign; what the book has of it is printed. It stands on one page. */
export function drawBothSides(
  writing: Writing,
  sides: Sides,
  {
    signed,
    asked = [],
  }: { readonly signed: readonly SignedPrinted[]; readonly asked?: readonly AskedOfBoth[] },
): void {
  const { language } = writing.paper.frame
  const words = messages[language].agreement_papers
  const frame = messages[language].case_papers.frame
  const columns = columnsBetween(writing.edges, [
    [14, 'center'],
    [36, 'left'],
    [14, 'center'],
    [36, 'left'],
  ])
  const of = (side: AgreementSide) => signed.find((one) => one.side === side)
  const row = (label: string, told: (side: AgreementSide) => string, least = 0): GridRow => {
    const texts = agreementSides.flatMap((side) => [label, told(side)])
    const made = pairRow(writing.sheet, columns, texts)
    return { ...made, height: Math.max(made.height, least) }
  }
  const dayOf = (side: AgreementSide) => {
    const on = of(side)?.on
    if (on !== undefined) return dayInText(on, language)
    // Chinese leaves room between year, month and day; the label says enough elsewhere.
    return language === 'en' ? '' : frame.date_blank
  }
  const spans = [2, 2]
  const names = agreementSides.map((side) => words[side])
  const heads = { ...textRow(writing.sheet, spanned(columns, spans), names, true), spans }
  const rows = [
    heads,
    row(words.name, (side) => sides[side], sealHeight),
    ...asked.map(({ label, told, least }) => row(label, told, least)),
    row(words.signer, (side) => of(side)?.signer ?? '', handHeight),
    row(words.date, dayOf),
  ]
  makeRoom(
    writing,
    rows.reduce((sum, { height }) => sum + height, 0),
  )
  writeTable(writing, { columns, rows, style: officeGrid })
}
