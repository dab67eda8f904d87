/** The help booklet of a household as a PDF (帮扶手册): who lives there, who helps since when, what was given, the visits. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { mm } from '../../../templates/statements/layout.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import type { BookletHelp, BookletLine, HelpBooklet } from '../papers/help-booklet.ts'
import { dayInText } from '../wording.ts'
import { writeHeading, writeNotes, writeTable, writeText } from './flow.ts'
import { type Align, columnsBetween, type GridRow } from './grid.ts'
import { pairRow, textRow } from './office-rows.ts'
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

/** The name under which the PDF carries the data of the booklet. */
export const HELP_BOOKLET_ATTACHMENT = 'booklet.json'

const style = officeGrid
const { left, right } = officeSheet
const soft = { size: 9, line: 14, soft: true }
const keep = 2 * style.least
/** Rows to be filled in by hand, each high enough to write and sign in. */
const rowsByHand = 4
const handHeight = mm(14)

interface Drawing {
  readonly writing: Writing
  readonly booklet: HelpBooklet
  readonly t: Messages
  readonly words: Messages['pairing_papers']['booklet']
}

/** Renders a booklet. The same booklet and fonts give the same bytes on every host. */
export function renderHelpBookletPdf(
  booklet: HelpBooklet,
  options: PaperOptions,
): Promise<RenderedPdf> {
  const t = messages[booklet.frame.language]
  const words = t.pairing_papers.booklet
  return renderPaper(booklet, options, {
    title: words.title,
    edges: officeSheet,
    attachment: HELP_BOOKLET_ATTACHMENT,
    draw: (writing) => {
      const drawing = { writing, booklet, t, words }
      writing.y = drawTitle(writing, drawLetterhead(writing) + 2, 18) + 8
      drawHousehold(drawing)
      drawMembers(drawing)
      drawLines(drawing)
      drawHelp(drawing)
      drawVisits(drawing)
      drawResults(drawing)
    },
  })
}

function drawHousehold({ writing, booklet, t, words }: Drawing): void {
  const columns = columnsBetween(officeSheet, [
    [16, 'center'],
    [34, 'left'],
    [16, 'center'],
    [34, 'left'],
  ])
  const { file, number_label } = { ...t.case_papers.frame, file: t.case_papers.file }
  const grade = booklet.grade as 'special' | 'considerable' | 'general' | null
  const income = worthOf(booklet, booklet.income_year, booklet.currency)
  const pair = (texts: readonly string[], whole = false) =>
    pairRow(writing.sheet, columns, texts, whole ? { spans: [1, 3] } : {})
  writeTable(writing, {
    columns,
    style,
    rows: [
      pair([number_label, booklet.frame.number, words.household, booklet.household]),
      pair([words.head, booklet.head, words.unit, booklet.unit]),
      pair([words.people, String(booklet.people), words.income, income]),
      pair([
        ...[words.grade, grade === null ? '' : file[`grade_${grade}`]],
        ...[words.certified, booklet.certified ? words.yes : words.no],
      ]),
      pair([words.situation, booklet.situation], true),
    ],
  })
}

/** An amount as a text says it, grouped; empty where there is none. */
function worthOf({ frame }: HelpBooklet, amount: string | null, currency: string | null): string {
  if (amount === null || currency === null) return ''
  const grouped = amount.replace(/\B(?=(\d{3})+(?=\.|$))/g, ',')
  return currency === 'CNY' && frame.language !== 'en' ? `¥${grouped}` : `${currency} ${grouped}`
}

/** A section with a table, or with a sentence where there is nothing to list. */
function drawList(
  { writing }: Drawing,
  list: {
    readonly title: string
    readonly lead?: string
    readonly shares: readonly (readonly [number, Align])[]
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
    readonly none: string
  },
): void {
  writeHeading(writing, list.title, keep)
  if (list.lead) writeText(writing, list.lead, { size: 8.4, line: 12, soft: true })
  if (list.rows.length === 0) {
    writeText(writing, list.none, soft)
    return
  }
  const columns = columnsBetween(officeSheet, list.shares)
  writing.y += 2
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, list.heads, true),
    rows: list.rows.map((texts) => textRow(writing.sheet, columns, texts)),
  })
}

function drawMembers(drawing: Drawing): void {
  const { booklet, t, words } = drawing
  const relations: Readonly<Record<string, string>> = t.words.relation
  drawList(drawing, {
    title: words.members,
    none: words.members_none,
    shares: [
      [24, 'left'],
      [20, 'center'],
      [9, 'center'],
      [22, 'left'],
      [25, 'left'],
    ],
    heads: [words.name, words.relation, words.age, words.health, words.occupation],
    rows: booklet.members.map(({ name, relation, age, health, occupation }) => [
      name,
      relations[relation] ?? relation,
      age === null ? '' : String(age),
      health,
      occupation,
    ]),
  })
}

function drawLines(drawing: Drawing): void {
  const { booklet, words } = drawing
  const { language } = booklet.frame
  drawList(drawing, {
    title: words.lines,
    lead: words.lines_lead,
    none: words.lines_none,
    shares: [
      [23, 'left'],
      [18, 'left'],
      [17, 'center'],
      [17, 'center'],
      [25, 'left'],
    ],
    heads: [words.name, words.kind, words.from, words.to, words.end],
    rows: booklet.lines.map((line) => [
      line.helper,
      line.kind[language],
      dayOrNothing(line.from_on, drawing),
      dayOrNothing(line.to_on, drawing),
      endOf(line, drawing),
    ]),
  })
}

function dayOrNothing(day: string | null, { booklet }: Drawing): string {
  return day === null ? '' : dayInText(day, booklet.frame.language)
}

function endOf({ state, reason }: BookletLine, { t, words }: Drawing): string {
  if (state === 'handed_over') return words.handed_over
  const reasons: Readonly<Record<string, string>> = t.pairs.reasons
  return reason === null ? '' : (reasons[reason] ?? reason)
}

function drawHelp(drawing: Drawing): void {
  const { booklet, words } = drawing
  drawList(drawing, {
    title: words.help,
    none: words.help_none,
    shares: [
      [17, 'center'],
      [18, 'left'],
      [30, 'left'],
      [15, 'right'],
      [20, 'left'],
    ],
    heads: [words.on, words.kind, words.what, words.amount, words.by],
    rows: booklet.help.map((one) => [
      dayOrNothing(one.on, drawing),
      one.kind[booklet.frame.language],
      whatOf(one, drawing),
      worthOf(booklet, one.amount, one.currency),
      one.by,
    ]),
  })
}

function whatOf({ form, text, private: isPrivate }: BookletHelp, { t, words }: Drawing): string {
  const told = isPrivate ? `${words.forms[form]} (${words.private})` : words.forms[form]
  return text === '' ? told : `${told}${t.case_papers.frame.colon}${text}`
}

function drawVisits(drawing: Drawing): void {
  const { writing, booklet, t, words } = drawing
  const visitWords: Readonly<Record<string, string>> = t.visits.kinds
  const mets: Readonly<Record<string, string>> = t.visits.mets
  drawList(drawing, {
    title: words.visits,
    none: words.visits_none,
    shares: [
      [17, 'center'],
      [18, 'left'],
      [20, 'left'],
      [30, 'left'],
      [15, 'center'],
    ],
    heads: [words.on, words.contact, words.by, words.found, words.says_so],
    rows: booklet.visits.map(({ on, kind, by, met, found, confirmed }) => [
      dayOrNothing(on, drawing),
      visitWords[kind] ?? kind,
      by,
      [mets[met] ?? met, found].filter((text) => text !== '').join(t.case_papers.frame.colon),
      confirmed === null ? words.not_asked : confirmed ? words.agreed : words.not_agreed,
    ]),
  })
  if (booklet.left_out > 0) writeNotes(writing, [words.left_out({ count: booklet.left_out })])
}

/** A table to fill in by hand, and the signatures, together. */
function drawResults({ writing, words }: Drawing): void {
  const columns = columnsBetween(officeSheet, [
    [18, 'center'],
    [54, 'left'],
    [28, 'left'],
  ])
  const blank: GridRow = { cells: columns.map(() => ({ lines: [] })), height: handHeight }
  writeHeading(writing, words.results, (rowsByHand + 1) * handHeight + 70)
  writeText(writing, words.results_lead, { size: 8.4, line: 12, soft: true })
  writing.y += 2
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, [words.on, words.result, words.signature], true),
    rows: Array.from({ length: rowsByHand }, () => blank),
  })
  makeRoom(writing, 60)
  writeNotes(writing, [missingTold(writing)])
  const signers = [words.sign_household, words.sign_helper, words.sign_unit]
  writing.y = drawSigners(writing, signers, { y: writing.y + 8, width: right - left, columns: 2 })
}
