/** Draws any paper as a PDF: the one function behind each host's `renderPdf`. */
import type { AgreementPaper, VariancePaper } from './papers/agreement-paper.ts'
import type { CaseFile } from './papers/case-file.ts'
import type { ContactCard } from './papers/contact-card.ts'
import type { CoverageBoard } from './papers/coverage-board.ts'
import type { HelpBooklet } from './papers/help-booklet.ts'
import type { Minutes } from './papers/minutes.ts'
import type { NoticeSheet } from './papers/notice-sheet.ts'
import type { Roster } from './papers/roster.ts'
import type { Slips } from './papers/slips.ts'
import { renderAgreementPdf } from './pdf/agreement-pdf.ts'
import { renderCaseFilePdf } from './pdf/case-file-pdf.ts'
import { renderContactCardPdf } from './pdf/contact-card-pdf.ts'
import { renderCoverageBoardPdf } from './pdf/coverage-board-pdf.ts'
import type { Faces } from './pdf/font.ts'
import { renderHelpBookletPdf } from './pdf/help-booklet-pdf.ts'
import { renderMinutesPdf } from './pdf/minutes-pdf.ts'
import { renderNoticePdf } from './pdf/notice-pdf.ts'
import { renderReceiptPdf } from './pdf/receipt-pdf.ts'
import { renderRosterPdf } from './pdf/roster-pdf.ts'
import type { SignSeal } from './pdf/seal.ts'
import { renderSlipsPdf } from './pdf/slip-pdf.ts'
import { type RenderedPdf, renderStatementPdf } from './pdf/statement-pdf.ts'
import { renderVariancePdf } from './pdf/variance-pdf.ts'
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
  | PairingPaper

/** A paper of a case. */
export type CasePaper =
  | { readonly paper: 'notice'; readonly document: NoticeSheet }
  | { readonly paper: 'minutes'; readonly document: Minutes }
  | { readonly paper: 'roster'; readonly document: Roster }
  | { readonly paper: 'slips'; readonly document: Slips }
  | { readonly paper: 'case_file'; readonly document: CaseFile }

/** A paper of pairing. */
export type PairingPaper =
  | { readonly paper: 'coverage'; readonly document: CoverageBoard }
  | { readonly paper: 'contact_card'; readonly document: ContactCard }
  | { readonly paper: 'help_booklet'; readonly document: HelpBooklet }
  | { readonly paper: 'agreement'; readonly document: AgreementPaper }
  | { readonly paper: 'variance'; readonly document: VariancePaper }

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
    case 'coverage':
      return renderCoverageBoardPdf(job.document, options)
    case 'contact_card':
      return renderContactCardPdf(job.document, options)
    case 'help_booklet':
      return renderHelpBookletPdf(job.document, options)
    case 'agreement':
      return renderAgreementPdf(job.document, options)
    case 'variance':
      return renderVariancePdf(job.document, options)
    default:
      return renderCaseFilePdf(job.document, options)
  }
}
