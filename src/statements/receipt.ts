/** What a receipt of a contribution says, as one plain value, from which its PDF is drawn. */

import type { StatementLanguage } from './statement.ts'

export const contributionMethods = [
  'bank_transfer',
  'cash',
  'card',
  'mobile_payment',
  'payroll',
  'in_kind',
  'other',
] as const
/** How a contribution reached the fund. */
export type ContributionMethod = (typeof contributionMethods)[number]

export interface ReceiptDocument {
  readonly format: 'care-ledger/receipt@1'
  readonly organisation: { readonly name: string; readonly book: string }
  /** Fixed width, continuous, never used twice; a void receipt keeps its number (domain A8). */
  readonly number: string
  /** The day the contribution was received, YYYY-MM-DD. */
  readonly day: string
  /** The payer's name as the receipt shows it: in full for the payer, masked for others. */
  readonly payer: string
  /** Minor units; for a contribution in kind, its supported value. */
  readonly amount_minor: number
  readonly currency: string
  readonly fund: { readonly code: string; readonly name: string }
  /** The purpose that the payer named; empty when none. */
  readonly purpose: string
  readonly method: ContributionMethod
  /** What was given in kind; null for money. The amount is its supported value. */
  readonly in_kind: string | null
  /** Who took the contribution in. */
  readonly received_by: string
  /** Number of the statutory donation receipt, where one was issued. */
  readonly statutory_number: string | null
  /** Set when the receipt was declared void. */
  readonly voided: { readonly day: string; readonly reason: string } | null
  readonly language: StatementLanguage
  /** What the book knew when the receipt was printed. */
  readonly known: { readonly sequence: number; readonly chain_head: string }
  /** The instant of recording, which stands as the PDF's own date. */
  readonly at: string
}
