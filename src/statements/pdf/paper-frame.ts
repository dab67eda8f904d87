/** What stands around every paper of a case: its mark, its foot, the data inside it, the seal over the file. */

import { messages } from '../../../templates/messages/messages.ts'
import { ink, mm, sealSide, type as sizes } from '../../../templates/statements/layout.ts'
import type { Edges } from '../../../templates/statements/paper-layout.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { type Paper, type PaperFrame, paperDigest, verifyCode } from '../papers/paper.ts'
import type { Faces } from './font.ts'
import { type SignSeal, sealPdf } from './seal.ts'
import {
  artifact,
  attach,
  closeSheet,
  lineOf,
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

export interface PaperOptions {
  readonly faces: Faces
  /** Signs the whole-file seal; without it the file carries none. */
  readonly sign?: SignSeal
}

/** A paper on its way: its sheet, the edges it keeps, the page it is on. */
export interface Writing {
  readonly sheet: Sheet
  readonly paper: Paper
  readonly edges: Edges
  readonly title: string
  readonly digest: string
  /** Of how many pages; 0 while they are counted. */
  readonly pages: number
  page: number
  y: number
}

/**
 * Draws a paper whose pages are counted first: it is drawn once for their number and once for good. The same paper and
 * fonts give the same bytes on every host. `draw` begins on the first page and turns pages by `nextPage`.
 */
export async function renderPaper(
  paper: Paper,
  { faces, sign }: PaperOptions,
  {
    title,
    edges,
    attachment,
    draw,
    pages,
  }: {
    readonly title: string
    readonly edges: Edges
    /** The name of the data inside the file. */
    readonly attachment: string
    readonly draw: (writing: Writing) => void
    /** Where the number of pages is known beforehand. */
    readonly pages?: number
  },
): Promise<RenderedPdf> {
  const { frame } = paper
  const at = new Date(frame.at)
  const digest = paperDigest(paper)
  const drawn = (of: number): Writing => {
    const sheet = openSheet({
      faces,
      language: frame.language,
      title: `${title} ${frame.number}`,
      at,
      size: edges.size,
    })
    const writing = { sheet, paper, edges, title, digest, pages: of, page: 0, y: 0 }
    nextPage(writing)
    draw(writing)
    return writing
  }
  const { sheet } = drawn(pages ?? drawn(0).page)
  attach(sheet, {
    name: attachment,
    description: 'The paper as data (RFC 8785 canonical JSON)',
    text: canonicalJson(paper),
    at,
  })
  const bytes = closeSheet(sheet)
  const sealed = sign === undefined ? bytes : await sealPdf(bytes, frame.number, sign)
  return { bytes: sealed, missing: [...sheet.missing] }
}

/** Begins the next page, with its foot, and puts the pen at its upper edge. */
export function nextPage(writing: Writing): void {
  turnPage(writing.sheet)
  writing.page += 1
  writing.y = writing.edges.top
  drawFoot(writing)
}

/** Turns the page where less than `height` is left of it. Whether it did. */
export function makeRoom(writing: Writing, height: number): boolean {
  if (writing.y + height <= writing.edges.bottom) return false
  nextPage(writing)
  return true
}

function drawFoot({ sheet, paper, edges, digest, page, pages }: Writing): void {
  const { frame } = paper
  const words = messages[frame.language].case_papers.frame
  const { left, right, foot } = edges
  if (foot === null) return
  const soft = { x: left, size: sizes.tiny, color: ink.soft, width: right - left }
  const { number, version, at_local, operator } = frame
  const made = words.made({ number, version, at: at_local, operator })
  const data = words.data({ digest, code: verifyCode(digest) })
  rule(sheet, { from: left, to: right, y: foot - 8.5, weight: 0.3, color: ink.hair })
  artifact(
    sheet,
    () => {
      write(sheet, lineOf(sheet, made, { size: sizes.tiny, width: right - left - 90 }), {
        ...soft,
        y: foot,
      })
      write(sheet, data, { ...soft, y: foot + 7.5 })
      write(sheet, words.page({ page, pages }), {
        ...soft,
        y: foot,
        size: sizes.small,
        align: 'right',
      })
    },
    'Pagination',
  )
}

/** Whose paper it is at the upper left, and its mark in a frame at the upper right. Gives the y below both. */
export function drawLetterhead({ sheet, paper, edges }: Writing): number {
  const { frame } = paper
  const words = messages[frame.language].case_papers.frame
  const { left, right, top } = edges
  const mark = words[`mark_${frame.mark}`]
  const size = 9
  const markWidth = widthOf(sheet, mark, size, true) + 14
  const name = linesOf(sheet, frame.organisation.name, {
    size: sizes.organisation,
    width: right - left - markWidth - 20,
    most: 2,
    bold: true,
  })
  tagged(sheet, sheet.root, 'P', () => {
    name.forEach((line, place) => {
      const y = top + 10 + place * 12
      write(sheet, line, { x: left, y, size: sizes.organisation, bold: true, color: ink.accent })
    })
  })
  const color = frame.mark === 'internal' ? ink.accent : ink.soft
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(0.9)
      .rect(right - markWidth, top, markWidth - 0.5, 16)
      .stroke(color)
  })
  const place = { x: right - markWidth, width: markWidth, align: 'center' } as const
  paragraph(sheet, mark, { ...place, y: top + 11.4, size, bold: true, color })
  return top + Math.max(18, name.length * 12 + 4)
}

/** A title in the middle of the page, in as many lines as it needs up to three. Gives the y below it. */
export function drawTitle({ sheet, edges, title }: Writing, y: number, size: number): number {
  const { left, right } = edges
  const width = right - left
  const lines = linesOf(sheet, title, { size, width, most: 3, bold: true })
  tagged(sheet, sheet.root, 'H1', () => {
    lines.forEach((line, place) => {
      const at = y + size + place * size * 1.35
      write(sheet, line, { x: left, width, align: 'center', y: at, size, bold: true })
    })
  })
  return y + size + (lines.length - 1) * size * 1.35 + size * 0.5
}

/** What a paper says that nothing is done on it: a draft, something dropped or void. Gives the y below it. */
export function drawWarning({ sheet, edges }: Writing, text: string, y: number): number {
  const { left, right } = edges
  const height = 20
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(1.1)
      .rect(left + 0.6, y, right - left - 1.2, height)
      .stroke(ink.accent)
  })
  const width = right - left - 20
  const line = lineOf(sheet, text, { size: 10, width, bold: true })
  const place = { x: left + 10, width, align: 'center', size: 10, bold: true } as const
  paragraph(sheet, line, { ...place, y: y + 13.6, color: ink.accent })
  return y + height + 6
}

/** The name and the day stand this high above the square that stays clear. */
export const sealHead = 28
export const sealPlaceHeight = sealHead + sealSide

/**
 * Who issues and on which day, above a square of 46 mm in which nothing is printed, marked at its corners. A seal is only
 * ever pressed by hand: none is drawn.
 */
export function drawSealPlace(
  { sheet, paper, edges }: Writing,
  { name, day, y }: { readonly name: string; readonly day: string; readonly y: number },
): void {
  const words = messages[paper.frame.language].case_papers.frame
  const x = edges.right - sealSide
  const at = { x, width: sealSide, size: sizes.body + 0.6 } as const
  const wide = widthOf(sheet, name, at.size)
  const size = Math.max(sizes.small, Math.min(at.size, (at.size * sealSide) / wide))
  const shown = lineOf(sheet, name, { size, width: sealSide + 0.1 })
  paragraph(sheet, shown, { ...at, size, y: y + 9, align: 'right' })
  paragraph(sheet, day, { ...at, y: y + 21 })
  paragraph(sheet, words.seal, { ...at, y: y + 21, align: 'right', color: ink.soft })
  artifact(sheet, () => drawCorners(sheet, x, y + sealHead))
}

function drawCorners({ doc }: Sheet, x: number, y: number): void {
  const arm = 8
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

/** Lines to sign on, two columns of them where there are many. Gives the y below. */
export function drawSigners(
  writing: Writing,
  signers: readonly string[],
  { y, width, columns = 1 }: { y: number; width: number; columns?: number },
): number {
  const { sheet, edges, paper } = writing
  const words = messages[paper.frame.language].case_papers.frame
  const size = sizes.body + 0.6
  const step = mm(10)
  const each = width / columns
  signers.forEach((signer, place) => {
    const x = edges.left + (place % columns) * each
    const baseline = y + step * (Math.floor(place / columns) + 1) - 4
    const label = `${signer}${words.colon}`
    const date = words.date_blank
    const dateWidth = paper.frame.language === 'en' ? 74 : widthOf(sheet, date, size)
    const last = place % columns === columns - 1
    const end = x + each - (last ? 0 : 14)
    paragraph(sheet, label, { x, y: baseline, size, color: ink.text })
    const from = x + widthOf(sheet, label, size) + 4
    rule(sheet, { from, to: end - dateWidth - 8, y: baseline + 2.5, weight: 0.5 })
    paragraph(sheet, date, { x: end - dateWidth, y: baseline, size, color: ink.soft })
    if (paper.frame.language === 'en') {
      const begin = end - dateWidth + widthOf(sheet, date, size) + 3
      rule(sheet, { from: begin, to: end, y: baseline + 2.5, weight: 0.5 })
    }
  })
  return y + step * Math.ceil(signers.length / columns)
}

/** An amount with its currency as a text says it: `CNY 1,200.00`; ¥1,200.00 in Chinese, tight to the figures. */
export function moneyInText(frame: PaperFrame, amount: number, currency: string): string {
  const figures = groupedAmount(minor(amount), currency)
  return currency === 'CNY' && frame.language !== 'en' ? `¥${figures}` : `${currency} ${figures}`
}

/** Characters that no font could draw, so far, as code points; empty where all could be drawn. */
export function missingTold({ sheet, paper }: Writing): string {
  if (sheet.missing.size === 0) return ''
  const characters = [...sheet.missing]
    .map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
  return messages[paper.frame.language].case_papers.frame.missing({ characters })
}
