/** Draws any paper as a PDF: the one function behind each host's `renderPdf`. */
import type { Faces } from './pdf/font.ts'
import { renderReceiptPdf } from './pdf/receipt-pdf.ts'
import type { SignSeal } from './pdf/seal.ts'
import { type RenderedPdf, renderStatementPdf } from './pdf/statement-pdf.ts'
import type { ReceiptDocument } from './receipt.ts'
import type { StatementDocument, StatementLanguage } from './statement.ts'

export type { RenderedPdf }

/** A paper to draw, as plain data that can be handed to another thread or Worker. */
export type RenderJob =
  | {
      readonly paper: 'statement'
      readonly document: StatementDocument
      readonly language: StatementLanguage
    }
  | { readonly paper: 'receipt'; readonly document: ReceiptDocument }

/** Draws a paper with parsed fonts, and seals it with `sign` unless that is null. */
export function drawPaper(
  job: RenderJob,
  faces: Faces,
  sign: SignSeal | null,
): Promise<RenderedPdf> {
  const seal = sign === null ? {} : { sign }
  if (job.paper === 'receipt') return renderReceiptPdf(job.document, { faces, ...seal })
  return renderStatementPdf(job.document, { language: job.language, faces, ...seal })
}
