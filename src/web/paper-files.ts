/** Papers as files: each is made from the book as it is known now, and drawn where it holds up no posting. */
import { z } from 'zod'
import { ask, type Book } from '../book/book.ts'
import { query, type View } from '../book/registry.ts'
import type { RenderJob } from '../statements/draw.ts'
import type { Download } from './downloads.ts'
import type { Offer } from './offer.ts'
import { languageOf } from './pages/language.ts'
import { type Downloadable, download, type FileVisit, fileOf } from './statements.ts'
import type { Turns } from './turns.ts'

/** What a paper is drawn from, and the name of its file. */
export interface Made {
  readonly job: RenderJob
  readonly name: string
}

/** A question whose answer is a paper that leaves the book only as a file. */
export function paperOf<I extends z.ZodType>(
  described: Omit<Download, 'input' | 'media' | 'route'> & {
    readonly route: { readonly method: 'GET'; readonly path: string }
    readonly input: I
  },
  made: (view: View, asked: z.output<I>) => Made,
) {
  return query({ ...described, output: z.custom<Made>(), run: made })
}

/** What is asked for, in the language of whoever asks unless they say another. */
export function paperAsked({ c, given }: FileVisit): Record<string, unknown> {
  return { language: languageOf(c), ...given }
}

/** They hold names, and say when they were made: nobody keeps them. */
export const paperHeaders = { 'cache-control': 'no-store' }

/** A paper as it was drawn and sealed. */
export async function drawnPaper(offer: Offer, { job, name }: Made): Promise<Response> {
  const { sign } = await offer.signer()
  const { bytes, missing } = await offer.renderPdf(job, sign)
  const file = { type: 'application/pdf', body: bytes, missing }
  return download(file, { name: `${name}.pdf`, headers: paperHeaders })
}

/** A paper for the interface and for pages, made in a queue that others share. */
export function paperFile(
  { book, offer, inTurn }: { readonly book: Book; readonly offer: Offer; readonly inTurn: Turns },
  described: Download,
  find: ReturnType<typeof paperOf>,
): Downloadable {
  return fileOf(described, async (visit) => {
    const made = await inTurn(() => ask(book, find, paperAsked(visit), visit.caller))
    return drawnPaper(offer, made)
  })
}
