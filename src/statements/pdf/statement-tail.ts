/** The end of a statement: what follows the last payment and must stay with the total. */

import { a4, ink, mm, row, sealSide, type as sizes } from '../../../templates/statements/layout.ts'
import type { StatementView } from '../view.ts'
import { artifact, linesOf, paragraph, rule, type Sheet, tagged, write } from './sheet.ts'

/** Words and signatures on the left, the place of the seal on the right. */
const left = { x: a4.left, width: a4.right - a4.left - sealSide - mm(10) }
const labelWidth = 58
const dateX = left.x + left.width - 94

const wordLine = 11
const smallLine = 8.4
const signatureLine = 22
/** The name, and the day with （盖章）, above the square of the seal. */
const sealText = 26
const topGap = 7

/** Everything under the total, measured before it is drawn so that it is never torn from it. */
export interface Tail {
  readonly words: readonly string[]
  /** Serial numbers, and characters that the font lacks. */
  readonly notes: readonly string[]
  readonly verification: readonly string[]
  /** From the total's lower edge to the end, in points. */
  readonly height: number
}

/** Breaks the texts of the tail to their lines; the table's rows must be broken by then. */
export function measureTail(sheet: Sheet, view: StatementView): Tail {
  const { words } = view
  const small = { size: sizes.small, most: 3, width: left.width }
  const inWords = linesOf(sheet, view.payments_in_words, {
    size: sizes.body,
    most: 4,
    width: left.width - labelWidth,
    bold: true,
  })
  const missing = [...sheet.missing].map(codePoint).join(' ')
  const notes = [
    ...linesOf(sheet, view.serials, small),
    ...(view.contributions_listed === null ? [] : linesOf(sheet, view.contributions_listed, small)),
    ...(missing === '' ? [] : linesOf(sheet, words.missing({ characters: missing }), small)),
  ]
  const verification =
    view.number === null
      ? []
      : [
          ...linesOf(sheet, words.verify, small),
          `${words.digest} ${view.digest}`,
          `${words.chain_head} ${view.chain_head}`,
        ]
  const lines = (notes.length + verification.length) * smallLine
  const signatures = view.signers.length * signatureLine
  const leftHeight = inWords.length * wordLine + lines + signatures + 18
  const seal = view.number === null ? 0 : sealSide
  const height = topGap + Math.max(leftHeight, sealText + seal)
  return { words: inWords, notes, verification, height }
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Draws the tail from `y`, the lower edge of the total. */
export function drawTail(sheet: Sheet, view: StatementView, tail: Tail, total: number): void {
  const top = total + topGap
  let y = drawWords(sheet, view, tail, top)
  y = drawSmall(sheet, tail.notes, y + 3)
  y = drawSignatures(sheet, view, y + 5)
  drawSmall(sheet, tail.verification, y + 8)
  drawSealPlace(sheet, view, top)
}

function drawWords(sheet: Sheet, view: StatementView, { words }: Tail, top: number): number {
  const at = { size: sizes.body, y: top + 8.5 }
  paragraph(sheet, view.words.in_words, { ...at, x: left.x, color: ink.soft })
  tagged(sheet, sheet.root, 'P', () => {
    words.forEach((line, place) => {
      const y = at.y + place * wordLine
      write(sheet, line, { ...at, x: left.x + labelWidth, y, bold: true })
    })
  })
  return top + words.length * wordLine
}

function drawSmall(sheet: Sheet, lines: readonly string[], top: number): number {
  lines.forEach((line, place) => {
    const y = top + 7 + place * smallLine
    paragraph(sheet, line, { x: left.x, y, size: sizes.small, color: ink.soft })
  })
  return top + lines.length * smallLine
}

function drawSignatures(sheet: Sheet, view: StatementView, top: number): number {
  let y = top
  for (const signer of view.signers) {
    y += signatureLine
    const at = { y, size: sizes.body, color: ink.soft }
    paragraph(sheet, signer, { ...at, x: left.x })
    paragraph(sheet, view.words.signed_on, { ...at, x: dateX })
    const line = { y: y + 2.5, weight: 0.5 }
    rule(sheet, { ...line, from: left.x + labelWidth, to: dateX - 10 })
    rule(sheet, { ...line, from: dateX + 26, to: left.x + left.width })
  }
  return y
}

/**
 * Name and day stand above a square in which nothing is printed, marked at its corners; a preview has
 * none. A seal is only ever pressed by hand: none is drawn.
 */
function drawSealPlace(sheet: Sheet, view: StatementView, top: number): void {
  const x = a4.right - sealSide
  const name = linesOf(sheet, view.organisation, { size: sizes.body, width: sealSide, most: 1 })
  const seal = view.number === null ? view.words.seal_not : view.words.seal
  const at = { x, width: sealSide, size: sizes.body } as const
  paragraph(sheet, name[0] as string, { ...at, y: top + 8.5, align: 'right' })
  if (view.issued_on !== null) paragraph(sheet, view.issued_on, { ...at, y: top + 19.5 })
  paragraph(sheet, seal, { ...at, y: top + 19.5, align: 'right', color: ink.soft })
  if (view.number !== null) artifact(sheet, () => drawCorners(sheet, { x, y: top + sealText }))
}

function drawCorners(sheet: Sheet, { x, y }: { x: number; y: number }): void {
  const arm = 8
  const { doc } = sheet
  doc.lineWidth(0.5)
  for (const [cornerX, cornerY, right, down] of [
    [x, y, 1, 1],
    [x + sealSide, y, -1, 1],
    [x, y + sealSide, 1, -1],
    [x + sealSide, y + sealSide, -1, -1],
  ] as const) {
    doc
      .moveTo(cornerX + right * arm, cornerY)
      .lineTo(cornerX, cornerY)
      .lineTo(cornerX, cornerY + down * arm)
  }
  doc.stroke(ink.hair)
}

/** What the table itself adds after its last row: the blank line, the subtotal, the total. */
export const endRows = { single: 2 * row.height, many: 3 * row.height } as const
