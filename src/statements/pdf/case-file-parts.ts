/** What the sections of a case file are made of: rows of its form, and lists under a heading. */

import type { Messages } from '../../../templates/messages/messages.ts'
import { officeGrid, officeSheet } from '../../../templates/statements/paper-layout.ts'
import type { CaseFile } from '../papers/case-file.ts'
import { writeHeading, writeTable, writeText } from './flow.ts'
import { type Align, columnsBetween, type GridColumn, type GridRow } from './grid.ts'
import { pairRow, textRow } from './office-rows.ts'
import type { Writing } from './paper-frame.ts'

const style = officeGrid
/** What a heading keeps with it: the heading of its table and a row. */
export const kept = 2 * style.least

/** A case file on its way to paper. */
export interface Drawing {
  readonly writing: Writing
  readonly file: CaseFile
  readonly t: Messages
  readonly words: Messages['case_papers']['file']
  readonly frame: Messages['case_papers']['frame']
}

/** Label, value, label, value. */
export const formColumns = columnsBetween(officeSheet, [
  [16, 'center'],
  [34, 'left'],
  [16, 'center'],
  [34, 'left'],
])

/** A row of the form: a label and a value, twice, or once across it. */
export function pairs({ writing }: Drawing, texts: readonly string[], whole = false): GridRow {
  return pairRow(writing.sheet, formColumns, texts, whole ? { spans: [1, 3] } : {})
}

/** Columns across the page, as wide in proportion as their shares say. */
export function columnsOf(shares: readonly (readonly [number, Align])[]): GridColumn[] {
  return columnsBetween(officeSheet, shares)
}

/** A section with a table, or with a sentence where there is nothing to list. */
export function drawList(
  { writing }: Drawing,
  {
    title,
    columns,
    heads,
    rows,
    none,
  }: {
    readonly title: string
    readonly columns: readonly GridColumn[]
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
    readonly none: string
  },
): void {
  writeHeading(writing, title, kept)
  if (rows.length === 0) {
    writeText(writing, none, { size: 9, line: 14, soft: true })
    return
  }
  writeTable(writing, {
    columns,
    style,
    heading: textRow(writing.sheet, columns, heads, true),
    rows: rows.map((texts) => textRow(writing.sheet, columns, texts)),
  })
}
