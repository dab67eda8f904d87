/** A receipt of a contribution as a PDF: half a sheet, A5 across. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { a5, ink, mm, sealSide, type as sizes } from '../../../templates/statements/layout.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import type { ReceiptDocument } from '../receipt.ts'
import { dayInText } from '../wording.ts'
import type { Faces } from './font.ts'
import { type SignSeal, sealPdf } from './seal.ts'
import {
  artifact,
  attach,
  closeSheet,
  linesOf,
  openSheet,
  paragraph,
  rule,
  type Sheet,
  tagged,
  turnPage,
  widthOf,
  write,
} from './sheet.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the receipt's data. */
export const RECEIPT_ATTACHMENT = 'receipt.json'

const width = a5.right - a5.left
const labelWidth = 84
const lineHeight = 12
/** Fields stand left of the seal. */
const fieldWidth = width - sealSide - mm(8)

/**
 * Renders a receipt. Without a statutory number it says that it is no tax receipt (domain A8); with one it
 * prints the number. The same receipt and fonts give the same bytes on every host.
 */
export async function renderReceiptPdf(
  receipt: ReceiptDocument,
  { faces, sign }: { faces: Faces; sign?: SignSeal },
): Promise<RenderedPdf> {
  const { language } = receipt
  const words = messages[language].receipt
  const at = new Date(receipt.at)
  const title = `${words.title} ${receipt.number}`
  const sheet = openSheet({ faces, language, title, at, size: a5.size })
  turnPage(sheet)
  let y = drawHead(sheet, receipt, words)
  y = drawVoid(sheet, receipt, words, y)
  for (const field of fieldsOf(receipt, words)) y = drawField(sheet, field, y)
  drawFoot(sheet, receipt, words)
  attach(sheet, {
    name: RECEIPT_ATTACHMENT,
    description: 'The receipt as data (RFC 8785 canonical JSON)',
    text: canonicalJson(receipt),
    at,
  })
  const bytes = closeSheet(sheet)
  const sealed = sign === undefined ? bytes : await sealPdf(bytes, receipt.number, sign)
  return { bytes: sealed, missing: [...sheet.missing] }
}

type Words = Messages['receipt']

function drawHead(sheet: Sheet, receipt: ReceiptDocument, words: Words): number {
  const room = width - 150
  const organisation = linesOf(sheet, receipt.organisation.name, {
    size: sizes.organisation,
    width: room,
    most: 2,
    bold: true,
  })
  let y: number = a5.top
  tagged(sheet, sheet.root, 'P', () => {
    for (const line of organisation) {
      y += 12.5
      const place = { x: a5.left, y: y - 3, size: sizes.organisation }
      write(sheet, line, { ...place, bold: true, color: ink.accent })
    }
  })
  y += 22
  tagged(sheet, sheet.root, 'H1', () => {
    write(sheet, words.title, { x: a5.left, y: y - 3, size: sizes.title - 2, bold: true })
  })
  const right = { x: a5.right - 145, width: 145, align: 'right' } as const
  const number = words.number({ number: receipt.number })
  paragraph(sheet, number, { ...right, y: a5.top + 9.5, size: 10, bold: true })
  const day = dayInText(receipt.day, receipt.language)
  paragraph(sheet, day, { ...right, y: a5.top + 23, size: sizes.table, color: ink.soft })
  y += 7
  rule(sheet, { from: a5.left, to: a5.right, y, weight: 1.4, color: ink.accent })
  return y + 10
}

/** A void receipt keeps its place in the numbers and says across its width that it counts for nothing. */
function drawVoid(sheet: Sheet, receipt: ReceiptDocument, words: Words, y: number): number {
  const { voided } = receipt
  if (voided === null) return y
  const height = 24
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(1.2)
      .rect(a5.left + 0.6, y, width - 1.2, height)
      .stroke(ink.accent)
  })
  const day = dayInText(voided.day, receipt.language)
  const text = voided.reason === '' ? words.void_on({ day }) : words.void_reason({ ...voided, day })
  const reason = linesOf(sheet, text, { size: sizes.body, width: width - 110, most: 1 })
  const at = { y: y + 16.5, color: ink.accent }
  paragraph(sheet, words.void, { ...at, x: a5.left + 10, size: 14, bold: true })
  const x = a5.left + 24 + widthOf(sheet, words.void, 14, true)
  paragraph(sheet, reason[0] as string, { ...at, x, size: sizes.body })
  return y + height + 8
}

interface Field {
  readonly label: string
  readonly value: string
  readonly strong?: boolean
  readonly most?: number
}

function fieldsOf(receipt: ReceiptDocument, words: Words): Field[] {
  const { language, currency } = receipt
  const amount = minor(receipt.amount_minor)
  const figure = `${currency} ${groupedAmount(amount, currency)}`
  const bracket = language === 'en' ? [' (', ')'] : ['（', '）']
  return [
    { label: words.received_from, value: receipt.payer, strong: true, most: 2 },
    ...(receipt.in_kind === null
      ? []
      : [{ label: words.in_kind, value: receipt.in_kind, most: 2 }]),
    {
      label: words.amount,
      value: receipt.in_kind === null ? figure : words.valued({ amount: figure }),
      strong: true,
    },
    { label: words.in_words, value: amountInWords(amount, currency, language), most: 2 },
    {
      label: words.fund,
      value: receipt.fund.name + bracket[0] + receipt.fund.code + bracket[1],
    },
    ...(receipt.purpose === '' ? [] : [{ label: words.purpose, value: receipt.purpose, most: 2 }]),
    { label: words.method, value: messages[language].method[receipt.method] },
  ]
}

function drawField(sheet: Sheet, { label, value, strong = false, most = 1 }: Field, y: number) {
  const lines = linesOf(sheet, value, {
    size: strong ? 10 : sizes.body,
    width: fieldWidth - labelWidth,
    most,
    bold: strong,
  })
  paragraph(sheet, label, { x: a5.left, y: y + 10, size: sizes.body, color: ink.soft })
  tagged(sheet, sheet.root, 'P', () => {
    lines.forEach((line, place) => {
      const at = { x: a5.left + labelWidth, y: y + 10 + place * lineHeight }
      write(sheet, line, { ...at, size: strong ? 10 : sizes.body, bold: strong })
    })
  })
  const end = y + lines.length * lineHeight + 4
  const line = { from: a5.left + labelWidth, to: a5.left + fieldWidth, y: end }
  rule(sheet, { ...line, weight: 0.3, color: ink.hair })
  return end + 2
}

function drawFoot(sheet: Sheet, receipt: ReceiptDocument, words: Words): void {
  const notes = notesOf(sheet, receipt, words)
  const y = a5.bottom - 12 - notes.reduce((sum, { height }) => sum + height, 0)
  const below = { x: a5.left, y, size: sizes.body, color: ink.soft }
  paragraph(sheet, words.received_by, below)
  const name = linesOf(sheet, receipt.received_by, { size: sizes.body, width: 110, most: 1 })
  paragraph(sheet, name[0] as string, { ...below, x: a5.left + labelWidth, color: ink.text })
  paragraph(sheet, words.signature, { ...below, x: a5.left + 210 })
  const from = a5.left + 216 + widthOf(sheet, words.signature, sizes.body)
  rule(sheet, { from, to: a5.left + fieldWidth, y: y + 2.5, weight: 0.5 })
  let baseline = y + 7
  for (const { line, height, ...style } of notes) {
    baseline += height
    paragraph(sheet, line, { x: a5.left, y: baseline, ...style })
  }
  drawSealPlace(sheet, receipt, words)
}

interface Note {
  readonly line: string
  readonly height: number
  readonly size: number
  readonly color: string
}

/** What the receipt is to the tax office, in full size; what the font lacks and the chain, small. */
function notesOf(sheet: Sheet, receipt: ReceiptDocument, words: Words): Note[] {
  const number = receipt.statutory_number
  const status = number === null ? words.not_statutory : words.statutory({ number })
  const characters = [...sheet.missing]
    .map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
  const chain = `${words.chain_head} ${receipt.known.chain_head.slice(0, 16)}`
  const small = [...(characters === '' ? [] : [words.missing({ characters })]), chain]
  const lines = (text: string, size: number) =>
    linesOf(sheet, text, { size, width: fieldWidth, most: 2 })
  return [
    ...lines(status, sizes.body).map((line) => {
      return { line, height: 11, size: sizes.body, color: ink.text }
    }),
    ...small
      .flatMap((text) => lines(text, sizes.small))
      .map((line) => ({ line, height: 8.6, size: sizes.small, color: ink.soft })),
  ]
}

/** As on a statement: name and day above a clear square; no seal is ever drawn. */
function drawSealPlace(sheet: Sheet, receipt: ReceiptDocument, words: Words): void {
  const x = a5.right - sealSide
  const top = a5.bottom - sealSide - 26
  const at = { x, width: sealSide, size: sizes.body } as const
  const name = linesOf(sheet, receipt.organisation.name, { ...at, most: 1 })
  paragraph(sheet, name[0] as string, { ...at, y: top + 8.5, align: 'right' })
  paragraph(sheet, dayInText(receipt.day, receipt.language), { ...at, y: top + 19.5 })
  paragraph(sheet, words.seal, { ...at, y: top + 19.5, align: 'right', color: ink.soft })
  artifact(sheet, () => {
    const arm = 8
    const [left, right] = [x, x + sealSide]
    const [upper, lower] = [top + 26, top + 26 + sealSide]
    sheet.doc.lineWidth(0.5)
    for (const [cornerX, inward] of [
      [left, arm],
      [right, -arm],
    ] as const) {
      sheet.doc
        .moveTo(cornerX + inward, upper)
        .lineTo(cornerX, upper)
        .lineTo(cornerX, upper + arm)
      sheet.doc
        .moveTo(cornerX + inward, lower)
        .lineTo(cornerX, lower)
        .lineTo(cornerX, lower - arm)
    }
    sheet.doc.stroke(ink.hair)
  })
}
