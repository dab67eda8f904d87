/** Agreements and variance statements as papers, for the interface and for pages. */
import type { Book } from '../book/book.ts'
import { agreementPaper, variancePaper } from '../statements/papers/agreement-made.ts'
import { agreementDownload, varianceDownload } from './agreement-downloads.ts'
import type { Offer } from './offer.ts'
import { paperFile, paperOf } from './paper-files.ts'
import type { Downloadable } from './statements.ts'
import { turns } from './turns.ts'

const findAgreement = paperOf(agreementDownload, (view, { agreement, language }) => {
  const document = agreementPaper(view, agreement, language)
  return { job: { paper: 'agreement', document }, name: `${document.frame.number}-${language}` }
})

const findVariance = paperOf(varianceDownload, (view, { statement, language }) => {
  const document = variancePaper(view, statement, language)
  return { job: { paper: 'variance', document }, name: `${document.frame.number}-${language}` }
})

/** Agreements and the statements about them, made in one queue. */
export function agreementPapersOf(book: Book, offer: Offer): Downloadable[] {
  const queue = { book, offer, inTurn: turns() }
  return [
    paperFile(queue, agreementDownload, findAgreement),
    paperFile(queue, varianceDownload, findVariance),
  ]
}
