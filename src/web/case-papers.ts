/** Papers of cases as files: each is made from the book as it is known now, and drawn where it holds up no posting. */
import { z } from 'zod'
import { ask, type Book } from '../book/book.ts'
import { query } from '../book/registry.ts'
import { rosterWorkbook } from '../exchange/roster-workbook.ts'
import { caseFilePaper } from '../statements/papers/case-file-made.ts'
import { minutesPaper } from '../statements/papers/minutes-made.ts'
import { noticePaper } from '../statements/papers/notice-made.ts'
import type { Roster } from '../statements/papers/roster.ts'
import { rosterPaper, slipsPaper } from '../statements/papers/roster-made.ts'
import { rosterSheet } from '../statements/papers/roster-sheet.ts'
import {
  caseFileDownload,
  minutesDownload,
  noticeDownload,
  rosterDownload,
  slipsDownload,
} from './case-downloads.ts'
import type { Download } from './downloads.ts'
import type { Offer } from './offer.ts'
import { drawnPaper, paperAsked, paperFile, paperHeaders, paperOf } from './paper-files.ts'
import { type Downloadable, download, fileOf } from './statements.ts'
import { turns } from './turns.ts'

const findNotice = paperOf(noticeDownload, (view, { notice, language }) => {
  const document = noticePaper(view, notice, language)
  return { job: { paper: 'notice', document }, name: `${document.frame.number}-${language}` }
})

const findMinutes = paperOf(minutesDownload, (view, { sitting, language }) => {
  const document = minutesPaper(view, sitting, language)
  return { job: { paper: 'minutes', document }, name: `${document.frame.number}-${language}` }
})

const findSlips = paperOf(slipsDownload, (view, { batch, language }) => {
  const document = slipsPaper(view, batch, language)
  return { job: { paper: 'slips', document }, name: `${batch}-slips-${language}` }
})

const findCaseFile = paperOf(caseFileDownload, (view, asked) => {
  const document = caseFilePaper(view, asked.case, asked.language)
  const name = `${document.frame.number}-${asked.language}`
  return { job: { paper: 'case_file', document }, name }
})

const findRoster = query({
  ...rosterDownload,
  output: z.custom<{ readonly roster: Roster; readonly format: 'pdf' | 'xlsx' }>(),
  run: (view, { batch, format, language }) => ({
    roster: rosterPaper(view, batch, language),
    format,
  }),
})

/** The papers of cases, for the interface and for pages, made in one queue. */
export function casePapersOf(book: Book, offer: Offer): Downloadable[] {
  const inTurn = turns()
  const paper = (described: Download, find: ReturnType<typeof paperOf>) =>
    paperFile({ book, offer, inTurn }, described, find)
  return [
    paper(noticeDownload, findNotice),
    paper(minutesDownload, findMinutes),
    fileOf(rosterDownload, async (visit) => {
      const found = () => ask(book, findRoster, paperAsked(visit), visit.caller)
      const { roster, format } = await inTurn(found)
      const name = `${roster.frame.number}-roster-${roster.frame.language}`
      if (format === 'pdf') {
        return drawnPaper(offer, { job: { paper: 'roster', document: roster }, name })
      }
      const body = await inTurn(() => rosterWorkbook(rosterSheet(roster)))
      const file = { type: rosterDownload.media.xlsx, body, missing: [] }
      return download(file, { name: `${name}.xlsx`, headers: paperHeaders })
    }),
    paper(slipsDownload, findSlips),
    paper(caseFileDownload, findCaseFile),
  ]
}
