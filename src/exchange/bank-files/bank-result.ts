/** What a file of results says, whatever its form. */
import type { Day } from '../../kit/day.ts'
import { refusal } from '../../kit/refusal.ts'

export interface BankResult {
  /** Its place in the file, from 1; of a table the headings are row 1. */
  readonly row: number
  readonly endToEndId: string
  readonly outcome: 'paid' | 'rejected'
  readonly on: Day
  /** Decimal text as the file has it; null where it does not say. */
  readonly amount: string | null
  /** ISO 4217; null where the file does not say. */
  readonly currency: string | null
  /** Why it was not paid, as the bank says it. */
  readonly cause: string | null
}

export interface BankResultProblem {
  readonly row: number
  readonly sentence: string
  readonly text: string
}

export interface BankResults {
  readonly rows: readonly BankResult[]
  /** Rows that cannot be read; the others are read all the same. */
  readonly problems: readonly BankResultProblem[]
  /** Lines that are still under way: the bank tells them later. */
  readonly pending: number
}

export const resultsUnreadable = refusal<{ fault: string }>(
  'bank_results.unreadable',
  422,
  ({ fault }) => `The file of results cannot be read: ${fault}.`,
  'Save it as a workbook (.xlsx), as CSV or as the bank’s XML (pain.002), and send it again.',
)
