/** The papers of pairing, for the interface and for pages. */
import type { Book } from '../book/book.ts'
import { contactCard } from '../statements/papers/contact-card-made.ts'
import { coverageBoard } from '../statements/papers/coverage-board-made.ts'
import { helpBooklet } from '../statements/papers/help-booklet-made.ts'
import type { Offer } from './offer.ts'
import { boardDownload, bookletDownload, cardDownload } from './pairing-downloads.ts'
import { paperFile, paperOf } from './paper-files.ts'
import type { Downloadable } from './statements.ts'
import { turns } from './turns.ts'

const findBoard = paperOf(boardDownload, (view, { unit, language }) => {
  const document = coverageBoard(view, unit, language)
  return { job: { paper: 'coverage', document }, name: `${document.frame.number}-${language}` }
})

const findCard = paperOf(cardDownload, (view, { language, ...asked }) => {
  const document = contactCard(view, asked, language)
  const name = `${document.frame.number}-card-${asked.side}-${language}`
  return { job: { paper: 'contact_card', document }, name }
})

const findBooklet = paperOf(bookletDownload, (view, { hardship_file, language }) => {
  const document = helpBooklet(view, hardship_file, language)
  const name = `${document.frame.number}-booklet-${language}`
  return { job: { paper: 'help_booklet', document }, name }
})

/** The board, contact cards and help booklets, made in one queue. */
export function pairingPapersOf(book: Book, offer: Offer): Downloadable[] {
  const queue = { book, offer, inTurn: turns() }
  return [
    paperFile(queue, boardDownload, findBoard),
    paperFile(queue, cardDownload, findCard),
    paperFile(queue, bookletDownload, findBooklet),
  ]
}
