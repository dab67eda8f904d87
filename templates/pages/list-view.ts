/** What templates of lists are told beside the rows. */
import type { LinkView } from '../parts/content.ts'
import type { ToldView } from './form.tsx'

export interface SortView {
  readonly href: string
  readonly now?: 'ascending' | 'descending' | undefined
}

export interface ListView<Row> {
  readonly rows: readonly Row[]
  /** The filters as they stand in the address. */
  readonly values: Readonly<Record<string, string>>
  readonly filtered: boolean
  /** The address of the list without a filter. */
  readonly action: string
  /** What a filter refused. */
  readonly told: ToldView | null
  readonly newer: string | undefined
  readonly older: string | undefined
  readonly exports?: readonly LinkView[] | undefined
}

/** Whether a list offers its filters: in one that has no rows at all there is nothing to look for. */
export function isSearchable({ rows, filtered }: ListView<unknown>): boolean {
  return filtered || rows.length > 0
}
