/** Draws any paper as a PDF: the one function behind each host's `renderPdf`. */
import type { CaseFile } from './papers/case-file.ts'
import type { Minutes } from './papers/minutes.ts'
import type { NoticeSheet } from './papers/notice-sheet.ts'
import type { Roster } from './papers/roster.ts'
import type { Slips } from './papers/slips.ts'
import { renderCaseFilePdf } from './pdf/case-file-pdf.ts'
import type { Faces } from './pdf/font.ts'
import { renderMinutesPdf } from './pdf/minutes-pdf.ts'
import { renderNoticePdf } from './pdf/notice-pdf.ts'
import { renderReceiptPdf } from './pdf/receipt-pdf.ts'
import { renderRosterPdf } from './pdf/roster-pdf.ts'
import type { SignSeal } from './pdf/seal.ts'
import { renderSlipsPdf } from './pdf/slip-pdf.ts'
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
  | CasePaper

/** A paper of a case. */
export type CasePaper =
  | { readonly paper: 'notice'; readonly document: NoticeSheet }
  | { readonly paper: 'minutes'; readonly document: Minutes }
  | { readonly paper: 'roster'; readonly document: Roster }
  | { readonly paper: 'slips'; readonly document: Slips }
  | { readonly paper: 'case_file'; readonly document: CaseFile }

/** Draws a paper with parsed fonts, and seals it with `sign` unless that is null. */
export function drawPaper(
  job: RenderJob,
  faces: Faces,
  sign: SignSeal | null,
): Promise<RenderedPdf> {
  const seal = sign === null ? {} : { sign }
  const options = { faces, ...seal }
  switch (job.paper) {
    case 'statement':
      return renderStatementPdf(job.document, { language: job.language, ...options })
    case 'receipt':
      return renderReceiptPdf(job.document, options)
    case 'notice':
      return renderNoticePdf(job.document, options)
    case 'minutes':
      return renderMinutesPdf(job.document, options)
    case 'roster':
      return renderRosterPdf(job.document, options)
    case 'slips':
      return renderSlipsPdf(job.document, options)
    default:
      return renderCaseFilePdf(job.document, options)
  }
}
