/** The minutes of a sitting as a PDF (会议纪要): who was there, who stood aside, each vote with its counts and amounts. */

import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { mm } from '../../../templates/statements/layout.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import type { Attendance, Minutes, MinutesBallot } from '../papers/minutes.ts'
import { dayInText } from '../wording.ts'
import { writeHeading, writeNotes, writeTable, writeText } from './flow.ts'
import { type Align, columnsBetween, type GridColumn } from './grid.ts'
import { pairRow, textRow, wholeRow } from './office-rows.ts'
import {
  drawLetterhead,
  drawSigners,
  drawTitle,
  drawWarning,
  makeRoom,
  missingTold,
  moneyInText,
  type PaperOptions,
  renderPaper,
  type Writing,
} from './paper-frame.ts'
import type { RenderedPdf } from './statement-pdf.ts'

/** The name under which the PDF carries the data of the minutes. */
export const MINUTES_ATTACHMENT = 'minutes.json'

const style = officeGrid
const { left, right } = officeSheet
const plain = { size: 9.4, line: 14.5 }
/** What a heading keeps with it: the heading of its table and a row. */
const keep = 2 * style.least

/** Renders minutes; while the sitting is open they say that they are not final. */
export function renderMinutesPdf(minutes: Minutes, options: PaperOptions): Promise<RenderedPdf> {
  const words = messages[minutes.frame.language].case_papers
  return renderPaper(minutes, options, {
    title: words.minutes.title,
    edges: officeSheet,
    attachment: MINUTES_ATTACHMENT,
    draw: (writing) => drawMinutes({ writing, minutes, words: words.minutes, frame: words.frame }),
  })
}

interface Drawing {
  readonly writing: Writing
  readonly minutes: Minutes
  readonly words: Messages['case_papers']['minutes']
  readonly frame: Messages['case_papers']['frame']
}

function drawMinutes(drawing: Drawing): void {
  const { writing, minutes, words } = drawing
  let y = drawTitle(writing, drawLetterhead(writing) + 2, 18) + 6
  if (minutes.digest === null) y = drawWarning(writing, words.draft, y)
  writing.y = y
  drawFacts(drawing)
  drawAttendance(drawing)
  drawRecusals(drawing)
  writeHeading(writing, words.ballots, keep)
  if (minutes.ballots.length === 0) writeText(writing, words.ballots_none, plain)
  for (const ballot of minutes.ballots) drawBallot(drawing, ballot)
  drawEnd(drawing)
}

function drawFacts({ writing, minutes, words, frame }: Drawing): void {
  const columns = columnsBetween(officeSheet, [
    [16, 'center'],
    [34, 'left'],
    [16, 'center'],
    [34, 'left'],
  ])
  const { attendance, quorum } = minutes
  const voting = attendance.filter(({ part }) => part !== 'supervisor')
  const present = voting.filter(({ presence }) => presence === 'present')
  const counted = (of: readonly Attendance[]) => words.count({ count: of.length })
  const told = quorum.met ? words.quorum_met : words.quorum_not_met
  const pair = (texts: readonly string[], spans?: readonly number[]) =>
    pairRow(writing.sheet, columns, texts, spans === undefined ? {} : { spans })
  const held = dayInText(minutes.held_on, minutes.frame.language)
  writeTable(writing, {
    columns,
    style,
    rows: [
      pair([words.committee, minutes.committee, frame.number_label, minutes.frame.number]),
      pair([words.held_on, held, words.place, minutes.place]),
      pair([words.due, counted(voting), words.present, counted(present)]),
      pair([words.quorum, told({ needed: quorum.needed })], [1, 3]),
    ],
  })
}

function drawAttendance({ writing, minutes, words, frame }: Drawing): void {
  writeHeading(writing, words.attendance, keep)
  const columns = evenColumns([
    [34, 'left'],
    [26, 'center'],
    [16, 'center'],
    [24, 'left'],
  ])
  writeTable(writing, {
    columns,
    style,
    heading: textRow(
      writing.sheet,
      columns,
      [words.name, words.part, words.presence, frame.signature],
      true,
    ),
    rows: minutes.attendance.map(({ name, part, presence }) =>
      textRow(writing.sheet, columns, [name, words[`part_${part}`], words[`is_${presence}`], '']),
    ),
  })
}

function evenColumns(shares: readonly (readonly [number, Align])[]): GridColumn[] {
  return columnsBetween(officeSheet, shares)
}

function drawRecusals({ writing, minutes, words }: Drawing): void {
  writeHeading(writing, words.recusals, keep)
  if (minutes.recusals.length === 0) {
    writeText(writing, words.recusals_none, plain)
    return
  }
  const columns = evenColumns([
    [28, 'left'],
    [18, 'center'],
    [20, 'center'],
    [34, 'left'],
  ])
  writeTable(writing, {
    columns,
    style,
    heading: textRow(
      writing.sheet,
      columns,
      [words.name, words.case, words.ground, words.reason],
      true,
    ),
    rows: minutes.recusals.map((one) =>
      textRow(writing.sheet, columns, [
        one.name,
        one.case,
        words[`ground_${one.ground}`],
        one.reason,
      ]),
    ),
  })
}

function drawBallot({ writing, minutes, words, frame }: Drawing, ballot: MinutesBallot): void {
  const { number, proposal, members, present, in_favour, against, abstained } = ballot
  makeRoom(writing, 4 * plain.line + keep)
  const title = words.ballot({ number, proposal: words[`propose_${proposal}`] })
  writeText(writing, title, { ...plain, bold: true })
  const votes = words.votes({ members, present, in_favour, against, abstained })
  const outcome = ballot.carried ? words.carried : words.not_carried
  const space = minutes.frame.language === 'en' ? ' ' : ''
  writeText(writing, votes + space + outcome, plain)
  if (ballot.conditions !== '') {
    writeText(writing, words.conditions({ text: ballot.conditions }), plain)
  }
  if (ballot.reason !== '') {
    writeText(writing, words.reason + frame.colon + ballot.reason, plain)
  }
  writing.y += 3
  const columns = evenColumns([
    [16, 'center'],
    [34, 'left'],
    [22, 'center'],
    [28, 'right'],
  ])
  const amountOf = (one: MinutesBallot['cases'][number]) => {
    const amount = groupedAmount(minor(one.amount_minor), one.currency)
    return one.instalments === 1 ? amount : frame.times({ amount, count: one.instalments })
  }
  writeTable(writing, {
    columns,
    style,
    heading: textRow(
      writing.sheet,
      columns,
      [words.case, words.applicant, words.category, words.amount],
      true,
    ),
    rows: [
      ...ballot.cases.map((one) =>
        textRow(writing.sheet, columns, [one.case, one.name, one.category, amountOf(one)]),
      ),
      ...totalsOf(ballot).map(([currency, total]) => {
        const inWords = amountInWords(minor(total), currency, minutes.frame.language)
        const text = `${frame.total}　${moneyInText(minutes.frame, total, currency)}　${inWords}`
        return wholeRow(writing.sheet, columns, text, true)
      }),
    ],
  })
  writing.y += 8
}

/** What a vote comes to in each currency: all instalments of all its cases. */
function totalsOf({ cases }: MinutesBallot): (readonly [currency: string, total: number])[] {
  const totals = new Map<string, number>()
  for (const { currency, amount_minor, instalments } of cases) {
    totals.set(currency, (totals.get(currency) ?? 0) + amount_minor * instalments)
  }
  return [...totals]
}

/** The digest and the signatures, together. */
function drawEnd({ writing, minutes, words, frame }: Drawing): void {
  const signers = [words.sign_chair, words.sign_recorder, words.sign_members, words.sign_supervisor]
  makeRoom(writing, 2 * mm(10) + 40)
  const digest = minutes.digest ?? frame.none
  writeNotes(writing, [`${words.digest}${frame.colon}${digest}`, missingTold(writing)])
  writing.y = drawSigners(writing, signers, { y: writing.y + 8, width: right - left, columns: 2 })
}
