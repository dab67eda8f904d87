/** What a file of results says, whatever its form. */
import type { BankResultRow } from '../../hardship/batches/results.ts'
import { refusal } from '../../kit/refusal.ts'

/** A row with its place in the file, from 1; of a table the headings are row 1. */
export interface BankResult extends BankResultRow {
  readonly row: number
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
