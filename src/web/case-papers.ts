/** Papers of cases as files: each is made from the book as it is known now, and drawn where it holds up no posting. */
import { z } from 'zod'
import { ask, type Book } from '../book/book.ts'
import { query, type View } from '../book/registry.ts'
import { rosterWorkbook } from '../exchange/roster-workbook.ts'
import type { CasePaper } from '../statements/draw.ts'
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
import type { Offer } from './offer.ts'
import { languageOf } from './pages/language.ts'
import { type Downloadable, download, type FileVisit, fileOf } from './statements.ts'
import { turns } from './turns.ts'

/** What a paper is drawn from, and the name of its file. */
interface Made {
  readonly job: CasePaper
  readonly name: string
}

/** A question whose answer is a paper that leaves the book only as a file. */
function paperOf<I extends z.ZodType>(
  described: {
    readonly name: string
    readonly summary: string
    readonly may: typeof noticeDownload.may
    readonly reach: 'units'
    readonly route: { readonly method: 'GET'; readonly path: string }
    readonly input: I
  },
  made: (view: View, asked: z.output<I>) => Made,
) {
  return query({ ...described, output: z.custom<Made>(), run: made })
}

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
  const drawn = async ({ job, name }: Made) => {
    const { sign } = await offer.signer()
    const { bytes, missing } = await offer.renderPdf(job, sign)
    const file = { type: noticeDownload.media.pdf, body: bytes, missing }
    return download(file, { name: `${name}.pdf`, headers })
  }
  const paper = (find: ReturnType<typeof paperOf>) => async (visit: FileVisit) => {
    const made = await inTurn(() => ask(book, find, asked(visit), visit.caller))
    return drawn(made)
  }
  return [
    fileOf(noticeDownload, paper(findNotice)),
    fileOf(minutesDownload, paper(findMinutes)),
    fileOf(rosterDownload, async (visit) => {
      const found = () => ask(book, findRoster, asked(visit), visit.caller)
      const { roster, format } = await inTurn(found)
      const name = `${roster.frame.number}-roster-${roster.frame.language}`
      if (format === 'pdf') return drawn({ job: { paper: 'roster', document: roster }, name })
      const body = await inTurn(() => rosterWorkbook(rosterSheet(roster)))
      const file = { type: rosterDownload.media.xlsx, body, missing: [] }
      return download(file, { name: `${name}.xlsx`, headers })
    }),
    fileOf(slipsDownload, paper(findSlips)),
    fileOf(caseFileDownload, paper(findCaseFile)),
  ]
}

/** What is asked for, in the language of whoever asks unless they say another. */
function asked({ c, given }: FileVisit): Record<string, unknown> {
  return { language: languageOf(c), ...given }
}

/** They hold names, and say when they were made: nobody keeps them. */
const headers = { 'cache-control': 'no-store' }
