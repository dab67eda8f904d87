/** What all papers of cases have in common: each is one plain value from which its PDF is drawn (handbook F2). */
import { canonicalJson } from '../../kit/canonical.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { StatementLanguage } from '../statement.ts'

/** Whether a paper stays within the organisation or goes up on a board. */
export type PaperMark = 'internal' | 'public'

/** What a paper says of itself, whatever it is about. */
export interface PaperFrame {
  readonly organisation: { readonly name: string; readonly book: string }
  /** The number of what it is about: of a batch, or such as `N-000012`, `S-000003`, `C-000007`. */
  readonly number: string
  /** Its version: how far the book was known when it was made, as the sequence number of the newest event. */
  readonly version: number
  readonly chain_head: string
  /** When it was made: an instant (ISO 8601, UTC), and the same as a clock on the wall says it. */
  readonly at: string
  readonly at_local: string
  /** Who made it, as the audit trail names them: `user:3`. */
  readonly operator: string
  readonly mark: PaperMark
  readonly language: StatementLanguage
}

/** Any paper of a case: its frame, and a name for its form. */
export interface Paper {
  readonly format: string
  readonly frame: PaperFrame
}

/** SHA-256 (hex) of the paper's data, which the PDF carries: the canonical JSON of the whole value. */
export function paperDigest(paper: Paper): string {
  return sha256Hex(canonicalJson(paper))
}

/** What two people compare on the telephone: the first 16 characters of the digest in groups of four. */
export function verifyCode(digest: string): string {
  return digest
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * The number of a document of an authority as GB/T 9704-2012 (7.2.5) writes it, wherever it stands in a text: the year in
 * six-cornered brackets, no 第 and no zeros before the number: `民发[2024]第05号` becomes `民发〔2024〕5号`.
 */
export function withDocumentNumbers(text: string): string {
  return text.replace(
    /[[(（【［〔]((?:19|20)\d{2})[\])）】］〕]\s*第?\s*0*([1-9]\d*)\s*(号|號)/g,
    '〔$1〕$2$3',
  )
}
