/** The file of a case as a PDF: the form of the application with all opinions (申请审批表), and what followed from it. */

import { messages } from '../../../templates/messages/messages.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import { type CaseField, type CaseFile, caseFields } from '../papers/case-file.ts'
import { verifyCode } from '../papers/paper.ts'
import { dayInText } from '../wording.ts'
import { drawDeclaration, drawOpinion } from './case-file-opinions.ts'
import { columnsOf, type Drawing, drawList, formColumns, kept, pairs } from './case-file-parts.ts'
import { writeHeading, writeNotes, writeTable } from './flow.ts'
import type { GridRow } from './grid.ts'
import {
  drawLetterhead,
  drawTitle,
  missingTold,
  moneyInText,
  type PaperOptions,
  renderPaper,
} from './paper-frame.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the data of the file. */
export const CASE_FILE_ATTACHMENT = 'case.json'

const style = officeGrid
/** These take a whole row of the form. */
const wide: readonly CaseField[] = ['address', 'account', 'received_before']

/** Renders the file of a case. The same file and fonts give the same bytes on every host. */
export function renderCaseFilePdf(file: CaseFile, options: PaperOptions): Promise<RenderedPdf> {
  const t = messages[file.frame.language]
  return renderPaper(file, options, {
    title: t.case_papers.file.title,
    edges: officeSheet,
    attachment: CASE_FILE_ATTACHMENT,
    draw: (writing) => {
      const { file: words, frame } = t.case_papers
      const drawing = { writing, file, t, words, frame }
      writing.y = drawTitle(writing, drawLetterhead(writing) + 2, 18) + 8
      drawRequest(drawing)
      drawApplicant(drawing)
      drawMembers(drawing)
      drawCause(drawing)
      drawDocuments(drawing)
      drawDeclaration(drawing)
      writeHeading(writing, words.section_opinions, 80)
      for (const opinion of file.opinions) drawOpinion(drawing, opinion)
      drawActs(drawing)
      drawEntries(drawing)
      writing.y += 4
      writeNotes(writing, [missingTold(writing)])
    },
  })
}

function drawRequest(drawing: Drawing): void {
  const { writing, file, words, frame } = drawing
  const day = dayInText(file.applied_on, file.frame.language)
  const kind = file.emergency ? words.kind_emergency : words.kind_usual
  writeTable(writing, {
    columns: formColumns,
    style,
    rows: [
      pairs(drawing, [frame.number_label, file.frame.number, words.state, file.state]),
      pairs(drawing, [words.programme, file.programme, words.fund, file.fund.name]),
      pairs(drawing, [
        words.applied_on,
        day,
        words.applied_by,
        words[`applied_by_${file.applied_by}`],
      ]),
      pairs(drawing, [words.kind, kind, words.certified, file.certified ? words.yes : words.no]),
    ],
  })
}

function drawApplicant(drawing: Drawing): void {
  const { writing, file, t, words } = drawing
  writeHeading(writing, words.section_applicant, kept)
  const values = new Map(file.fields.map(({ field, value }) => [field, value]))
  const rows: GridRow[] = []
  const waiting: string[] = []
  const label = (field: CaseField) => [t.case_papers.case_field[field], values.get(field) ?? '']
  for (const field of caseFields) {
    if (wide.includes(field)) {
      if (waiting.length > 0) rows.push(pairs(drawing, [...waiting.splice(0), '', '']))
      rows.push(pairs(drawing, label(field), true))
      continue
    }
    waiting.push(...label(field))
    if (waiting.length === 4) rows.push(pairs(drawing, waiting.splice(0)))
  }
  writeTable(writing, { columns: formColumns, style, rows })
}

function drawMembers(drawing: Drawing): void {
  const { file, words } = drawing
  drawList(drawing, {
    title: words.section_household,
    columns: columnsOf([
      [22, 'left'],
      [17, 'center'],
      [8, 'center'],
      [21, 'left'],
      [17, 'left'],
      [15, 'right'],
    ]),
    heads: [
      words.member_name,
      words.member_relation,
      words.member_age,
      words.member_occupation,
      words.member_health,
      words.member_income,
    ],
    rows: file.members.map(({ name, relation, age, occupation, health, income }) => [
      name,
      relation,
      age,
      occupation,
      health,
      income,
    ]),
    none: words.members_none,
  })
}

function amountTold({ file, frame }: Drawing, amount: number, instalments: number): string {
  const figure = moneyInText(file.frame, amount, file.currency)
  const times = instalments === 1 ? figure : frame.times({ amount: figure, count: instalments })
  const total = minor(amount * instalments)
  const inWords = amountInWords(total, file.currency, file.frame.language)
  return `${times}　${frame.in_words}${frame.colon}${inWords}`
}

function drawCause(drawing: Drawing): void {
  const { writing, file, words } = drawing
  writeHeading(writing, words.section_cause, kept)
  const grade = file.grade === null ? '' : words[`grade_${file.grade}`]
  writeTable(writing, {
    columns: formColumns,
    style,
    rows: [
      pairs(drawing, [words.cause, file.cause, words.grade, grade]),
      pairs(drawing, [words.cause_text, file.cause_text], true),
      pairs(drawing, [words.asked, amountTold(drawing, file.amount_minor, file.instalments)], true),
      pairs(drawing, [words.payee, `${file.payee} (${file.form})`], true),
    ],
  })
}

function drawDocuments(drawing: Drawing): void {
  const { file, words } = drawing
  drawList(drawing, {
    title: words.section_documents,
    columns: columnsOf([
      [20, 'left'],
      [36, 'left'],
      [18, 'right'],
      [26, 'center'],
    ]),
    heads: [words.document, words.document_name, words.verified, words.digest],
    rows: file.documents.map(({ kind, name, verified_minor, digest }) => [
      kind,
      name,
      verified_minor === null ? '' : groupedAmount(minor(verified_minor), file.currency),
      verifyCode(digest),
    ]),
    none: words.documents_none,
  })
}

function drawActs(drawing: Drawing): void {
  const { file, words } = drawing
  drawList(drawing, {
    title: words.section_acts,
    columns: columnsOf([
      [17, 'center'],
      [21, 'left'],
      [18, 'left'],
      [34, 'left'],
      [10, 'center'],
    ]),
    heads: [words.act_on, words.act, words.act_by, words.act_reason, words.event],
    rows: file.acts.map(({ on, act, by, reason, sequence }) => [
      dayInText(on, file.frame.language),
      act,
      by,
      reason,
      String(sequence),
    ]),
    none: '',
  })
}

function drawEntries(drawing: Drawing): void {
  const { writing, file, words } = drawing
  drawList(drawing, {
    title: words.section_entries,
    columns: columnsOf([
      [12, 'center'],
      [12, 'center'],
      [20, 'center'],
      [36, 'left'],
      [20, 'right'],
    ]),
    heads: [words.entry_serial, words.entry, words.entry_on, words.entry_kind, words.entry_amount],
    rows: file.entries.map(({ serial, entry, on, kind, amount_minor }) => [
      String(serial),
      String(entry),
      dayInText(on, file.frame.language),
      kind,
      groupedAmount(minor(amount_minor), file.currency),
    ]),
    none: words.entries_none,
  })
  const { award } = file
  if (award === null) return
  writing.y += 4
  const notes = [words.award_digest({ digest: award.digest })]
  if (award.minutes_digest !== null) {
    notes.push(words.minutes_digest({ digest: award.minutes_digest }))
  }
  writeNotes(writing, notes)
}
