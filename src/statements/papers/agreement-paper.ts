/** What an agreement between two bodies says on paper, and a statement of what came of it, each as one plain value. */

import type { Line, Total } from '../../pairing/agreements/counting.ts'
import type { AgreementSide, PromiseKind } from '../../pairing/agreements/rows.ts'
import type { Paper } from './paper.ts'

/** The two bodies by name. */
export type Sides = Readonly<Record<AgreementSide, string>>

export interface PromisePrinted {
  readonly number: number
  readonly side: AgreementSide
  readonly kind: PromiseKind
  /** In minor units where it is money, else a number. */
  readonly promised: number
  readonly in_money: boolean
  readonly due_on: string
  readonly text: string
}

/** How a side signed, as the book has it. */
export interface SignedPrinted {
  readonly side: AgreementSide
  readonly signer: string
  readonly on: string
}

export interface AgreementPaper extends Paper {
  readonly format: 'care-ledger/agreement@1'
  readonly agreement_version: number
  readonly sides: Sides
  readonly kinds: readonly string[]
  readonly from_on: string
  readonly until_on: string
  readonly text: string
  readonly currency: string
  readonly promises: readonly PromisePrinted[]
  readonly signed: readonly SignedPrinted[]
  /** When it ended before its day; null while it has not. */
  readonly ended_on: string | null
}

/** A line of a statement: as it was frozen, with the words of the commitment. */
export interface LinePrinted
  extends Omit<Line, 'deliveries' | 'commitment' | 'due_on' | 'kept_on'> {
  readonly number: number
  readonly in_money: boolean
  readonly due_on: string
  readonly kept_on: string | null
  readonly text: string
}

export interface TotalPrinted extends Total {
  readonly in_money: boolean
}

export interface AnswerPrinted extends SignedPrinted {
  readonly answer: 'signed' | 'refused'
  readonly note: string
}

export interface VariancePaper extends Paper {
  readonly format: 'care-ledger/printed-variance@1'
  readonly agreement: string
  readonly agreement_version: number
  readonly sides: Sides
  readonly from_on: string
  readonly until_on: string
  readonly as_of: string
  readonly currency: string
  readonly lines: readonly LinePrinted[]
  readonly totals: readonly TotalPrinted[]
  readonly answers: readonly AnswerPrinted[]
  /** SHA-256 (hex) of the statement as it was frozen. */
  readonly frozen: string
  /** Whether a newer statement has taken its place. */
  readonly superseded: boolean
}
