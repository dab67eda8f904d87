/** What the printed board of pairing says, as one plain value. */
import type { Paper } from './paper.ts'

/** What wants attention, as the book calls it. */
export type PrintedGap =
  | 'no_helper'
  | 'no_visit'
  | 'alarm'
  | 'leaving'
  | 'overloaded'
  | 'review'
  | 'proposal'
  | 'unmet'

export interface BoardUnit {
  /** Null for what lies in none of the units below. */
  readonly name: string | null
  readonly files: number
  readonly covered: number
  readonly gaps: Readonly<Record<PrintedGap, number>>
}

export interface BoardRow {
  readonly kind: PrintedGap
  readonly reference: string
  readonly helped: string | null
  readonly helper: string | null
  readonly unit: string | null
  readonly due_on: string | null
  readonly late: number | null
  readonly count: number | null
  readonly most: number | null
}

export interface CoverageBoard extends Paper {
  readonly format: 'care-ledger/coverage@1'
  /** Of which unit with all below it; of everything for null. */
  readonly unit: string | null
  readonly as_of: string
  readonly totals: Omit<BoardUnit, 'name'>
  /** They add up to the totals. */
  readonly units: readonly BoardUnit[]
  /** The most urgent first. */
  readonly rows: readonly BoardRow[]
  /** How many more there are than are printed. */
  readonly left_out: number
}
