/** Downloads: issued statements, previews and receipts as files. Drawing them holds up no posting. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { ask, type Book } from '../book/book.ts'
import { type Caller, query } from '../book/registry.ts'
import { requireMay } from '../book/scope.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { hex, sha256Hex } from '../kit/digest.ts'
import { fundWithCode } from '../ledger/funds.ts'
import type { IssuedStatement } from '../statements/commands.ts'
import { documentOf, issueWithNumber, previewDocument } from '../statements/document.ts'
import type { ReceiptDocument } from '../statements/receipt.ts'
import { receiptDocument } from '../statements/receipt-document.ts'
import { namesNotAllowed } from '../statements/refusals.ts'
import { renderStatementCsv, statementJson } from '../statements/render-data.ts'
import { renderStatementHtml } from '../statements/render-html.ts'
import type { Signer } from '../statements/signer.ts'
import type { StatementDocument, StatementLanguage } from '../statements/statement.ts'
import { guarded, placesIn, queryOf, withPlaces } from './api.ts'
import {
  type Download,
  downloadPath,
  fieldsInName,
  previewDownload,
  receiptDownload,
  type StatementFormat,
  statementDownload,
} from './downloads.ts'
import type { Offer } from './offer.ts'
import { nothingPolicy, paperPolicy } from './secure-headers.ts'
import { type Turns, turns } from './turns.ts'

/** A file that can be downloaded: what it is, and how it is made for whoever asks. */
export interface Downloadable {
  readonly download: Download
  file(asked: { readonly c: Context; readonly caller: Caller }): Response | Promise<Response>
}

/** Issued statements, previews and receipts: for the interface and for pages, drawn in one queue. */
export function filesOf(book: Book, offer: Offer): Downloadable[] {
  const inTurn = turns()
  return [
    fileOf(statementDownload, (visit) => issuedFile(book, offer, visit, inTurn)),
    fileOf(previewDownload, (visit) => previewFile(book, offer, visit, inTurn)),
    fileOf(receiptDownload, (visit) => receiptFile(book, offer, visit)),
  ]
}

/** Somebody who asks for a file, with what they said of it. */
export interface FileVisit {
  readonly c: Context
  readonly caller: Caller
  readonly given: Record<string, unknown>
}

/** A file as it is made for whoever asks, if they may have it at all. */
export function fileOf(
  download: Download,
  make: (visit: FileVisit) => Response | Promise<Response>,
): Downloadable {
  const places = placesIn(download.route.path)
  return {
    download,
    file: ({ c, caller }) => {
      requireMay(caller, download)
      const inName = fieldsInName(download, c.req.param('file')!)
      const inPathOf = (name: string) => inName[name] ?? c.req.param(name)
      return make({ c, caller, given: withPlaces(queryOf(c.req.raw.url), places, inPathOf) })
    },
  }
}

/** Mounts files on the interface, before the routes whose last part takes any name. */
export function mountDownloads(
  app: Hono,
  book: Book,
  offer: Offer,
  files: readonly Downloadable[],
): void {
  for (const { download, file } of files) {
    app.get(downloadPath(download), guarded(book, offer, download.route.path, file))
  }
}

const findIssued = query({
  ...statementDownload,
  output: z.custom<{ asked: z.output<typeof statementDownload.input>; issued: IssuedStatement }>(),
  run: (view, asked) => {
    if (asked.edition === 'named' && !view.caller.readsNames) throw namesNotAllowed({})
    return { asked, issued: issueWithNumber(view, asked.statement) }
  },
})

async function issuedFile(book: Book, offer: Offer, visit: FileVisit, inTurn: Turns) {
  const { c, caller, given } = visit
  const { asked, issued } = ask(book, findIssued, given, caller)
  const { statement, format, edition } = asked
  const etag = `"${hex(issued.digest)}"`
  const headers = keptBy(etag, edition === 'named')
  if (isKnown(c, etag)) return new Response(null, { status: 304, headers })
  const signer = await offer.signer()
  const language = asked.language ?? (issued.language as StatementLanguage)
  const { file } = await inTurn(async () => {
    const document = await documentOf(book.store, signer, statement, edition)
    // The seal is made by the key that signed the document, also after another came into force.
    const hand = signer.withKey(document.proof!.key.kid!) ?? signer
    return { file: drawn(offer, { document, language, format, hand }) }
  })
  const name = `${[statement, language, ...(edition === 'named' ? ['named'] : [])].join('-')}`
  return download(await file, { name: `${name}.${format}`, headers })
}

const findPreview = query({
  ...previewDownload,
  output: z.custom<{
    asked: z.output<typeof previewDownload.input>
    document: StatementDocument
  }>(),
  run: (view, asked) => {
    const { from, to, edition } = asked
    const fund = fundWithCode(view, asked.fund)
    return { asked, document: previewDocument(view, { fund, from, to, edition }) }
  },
})

async function previewFile(book: Book, offer: Offer, { caller, given }: FileVisit, inTurn: Turns) {
  const { asked, file } = await inTurn(() => {
    const { asked, document } = ask(book, findPreview, given, caller)
    const { format, language = 'en' } = asked
    return { asked, file: drawn(offer, { document, language, format, hand: null }) }
  })
  const { fund, from, to, format, language = 'en' } = asked
  const headers = { 'cache-control': 'no-store' }
  const name = `preview-${fund}-${from}-${to}-${language}.${format}`
  return download(await file, { name, headers })
}

const findReceipt = query({
  ...receiptDownload,
  output: z.custom<ReceiptDocument>(),
  run: (view, { receipt, language = 'en' }) => receiptDocument(view, receipt, language),
})

/** Two readers may get two names, so the tag covers the whole document. */
async function receiptFile(book: Book, offer: Offer, { c, caller, given }: FileVisit) {
  const document = ask(book, findReceipt, given, caller)
  const etag = `"${sha256Hex(canonicalJson(document))}"`
  const headers = keptBy(etag, caller.readsNames)
  if (isKnown(c, etag)) return new Response(null, { status: 304, headers })
  const { sign } = await offer.signer()
  const { bytes, missing } = await offer.renderPdf({ paper: 'receipt', document }, sign)
  const file = { type: receiptDownload.media.pdf, body: bytes, missing }
  const name = `${document.number}-${document.language}.pdf`
  return download(file, { name, headers })
}

interface Drawing {
  readonly document: StatementDocument
  readonly language: StatementLanguage
  readonly format: StatementFormat
  readonly hand: Signer | null
}

/** A file that was drawn. */
export interface File {
  readonly type: string
  readonly body: Uint8Array
  /** Characters that the font lacks. */
  readonly missing: readonly string[]
}

/** A text is done when this returns, a PDF when it has been drawn elsewhere. */
async function drawn(offer: Offer, { document, language, format, hand }: Drawing): Promise<File> {
  const type = statementDownload.media[format]
  if (format === 'pdf') {
    const job = { paper: 'statement', document, language } as const
    const { bytes, missing } = await offer.renderPdf(job, hand?.sign ?? null)
    return { type, body: bytes, missing }
  }
  const render = { html: renderStatementHtml, csv: renderStatementCsv, json: statementJson }[format]
  // As bytes at once: a text waits for a slow reader as its parts, and the host copies it to send it.
  return { type, body: new TextEncoder().encode(render(document, language)), missing: [] }
}

/** The sender has this statement already (RFC 9110 section 13.1.2). */
function isKnown(c: Context, etag: string): boolean {
  const known = c.req.header('if-none-match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/**
 * An issued statement never changes, but may be asked for again; only its reader may keep it, and nobody one
 * with names: a browser shows what it keeps to whoever goes back in it, also after signing out.
 */
function keptBy(etag: string, named: boolean): Record<string, string> {
  return { etag, 'cache-control': named ? 'no-store' : 'private, no-cache' }
}

/** A page opens in the browser; everything else is saved (RFC 6266). The name is ASCII. */
export function download(
  { type, body, missing }: File,
  { name, headers }: { readonly name: string; readonly headers: Record<string, string> },
): Response {
  const manner = type.startsWith('text/html') ? 'inline' : 'attachment'
  const all: Record<string, string> = {
    ...headers,
    'content-type': type,
    'content-disposition': `${manner}; filename="${name}"`,
    'content-security-policy': type.startsWith('text/html') ? paperPolicy : nothingPolicy,
  }
  if (missing.length > 0)
    all['care-ledger-missing-characters'] = missing.slice(0, 100).map(codePoint).join(' ')
  return new Response(body as BodyInit, { headers: all })
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
