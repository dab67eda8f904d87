/** A contact card as a PDF (联系卡): one card of a fifth of a sheet, to be cut out and handed over. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { ink, mm } from '../../../templates/statements/layout.ts'
import { type GridStyle, officeSheet } from '../../../templates/statements/paper-layout.ts'
import type { ContactCard } from '../papers/contact-card.ts'
import { dayInText } from '../wording.ts'
import { writeNotes, writeTable } from './flow.ts'
import { columnsBetween, type GridRow } from './grid.ts'
import { pairRow } from './office-rows.ts'
import { missingTold, type PaperOptions, renderPaper, type Writing } from './paper-frame.ts'
import { artifact, linesOf, paragraph, tagged, write } from './sheet.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the data of the card. */
export const CONTACT_CARD_ATTACHMENT = 'card.json'

const width = mm(120)
/** Within the frame along which it is cut. */
const inset = mm(4)
const cardGrid: GridStyle = { size: 10.5, line: 15, pad: 4, least: 24, side: 6 }
/** A card that is carried about says no more of what is wanted. */
const mostLines = 6

/** Renders a card. The same card and fonts give the same bytes on every host. */
export function renderContactCardPdf(
  card: ContactCard,
  options: PaperOptions,
): Promise<RenderedPdf> {
  const words = messages[card.frame.language].pairing_papers.card
  return renderPaper(card, options, {
    title: words[`title_${card.side}`],
    edges: officeSheet,
    attachment: CONTACT_CARD_ATTACHMENT,
    draw: (writing) => drawCard(writing, card, words),
  })
}

type Words = Messages['pairing_papers']['card']

function drawCard(writing: Writing, card: ContactCard, words: Words): void {
  const { sheet, edges } = writing
  const frame = { left: edges.left, right: edges.left + width, top: edges.top }
  writing.y = drawHead(writing, card, frame.top + inset)
  const within = { left: frame.left + inset, right: frame.right - inset }
  const columns = columnsBetween(within, [
    [26, 'center'],
    [74, 'left'],
  ])
  const row = (label: string, value: string): GridRow =>
    pairRow(sheet, columns, [label, value], { style: cardGrid, most: mostLines })
  const other = card.side === 'helper' ? words.owner_helped : words.owner_helper
  writeTable(writing, {
    columns,
    style: cardGrid,
    rows: [
      row(words[`owner_${card.side}`], card.owner.name),
      row(other, card.other.name),
      row(words.phone, card.other.phone ?? words.none),
      row(words.address, card.other.address ?? words.none),
      row(words.kind, card.kind[card.frame.language]),
      ...(card.wants === null ? [] : [row(words.wants, card.wants)]),
      row(words.since, dayInText(card.from_on, card.frame.language)),
      row(words.unit, card.unit),
    ],
  })
  const note = linesOf(sheet, words.note, { size: 8, width: within.right - within.left, most: 4 })
  tagged(sheet, sheet.root, 'P', () => {
    note.forEach((line, place) => {
      const y = writing.y + 14 + place * 11
      write(sheet, line, { x: within.left, y, size: 8, color: ink.soft })
    })
  })
  writing.y += 14 + note.length * 11 + inset - 8
  const height = writing.y - frame.top
  artifact(sheet, () => {
    const { doc } = sheet
    doc
      .lineWidth(0.6)
      .dash(4, { space: 3 })
      .rect(frame.left, frame.top, width, height)
      .stroke(ink.soft)
    doc.undash()
  })
  writing.y += 6
  writeNotes(writing, [words.cut, missingTold(writing)])
}

/** Whose organisation it is, what the card is, and its number. */
function drawHead({ sheet, title }: Writing, { frame }: ContactCard, y: number): number {
  const x = officeSheet.left + inset
  const wide = width - 2 * inset
  const [name] = linesOf(sheet, frame.organisation.name, { size: 8.5, width: wide * 0.7, most: 1 })
  paragraph(sheet, name!, { x, y: y + 9, size: 8.5, color: ink.accent })
  paragraph(sheet, frame.number, {
    x,
    width: wide,
    align: 'right',
    y: y + 9,
    size: 8.5,
    color: ink.soft,
  })
  tagged(sheet, sheet.root, 'H1', () => {
    write(sheet, title, { x, width: wide, align: 'center', y: y + 30, size: 14, bold: true })
  })
  return y + 40
}
