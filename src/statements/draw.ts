/** Draws any paper as a PDF: the one function behind each host's `renderPdf`. */
import type { RenderedPdf, RenderJob } from '../app.ts'
import type { Faces } from './pdf/font.ts'
import { renderReceiptPdf } from './pdf/receipt-pdf.ts'
import type { SignSeal } from './pdf/seal.ts'
import { renderStatementPdf } from './pdf/statement-pdf.ts'

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
