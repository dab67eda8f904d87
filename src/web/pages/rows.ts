/** Questions with several rows of answers: how they are typed, read, shown and told again. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { FieldRowView, RowColumnView } from '../../../templates/parts/rows-field.tsx'
import type { Asked, Option, Values } from './fields.ts'
import { Ambiguous, readAmount, readDay, readNumber } from './reading.ts'

/** What each row is asked. */
export interface ColumnSpec {
  readonly name: string
  readonly label: (t: Messages) => string
  /** An amount is read as people write it and given as text; its currency is another column's. */
  readonly kind: 'text' | 'number' | 'amount' | 'day' | 'select'
  readonly options?: (asked: Asked) => readonly Option[]
  /** Whether an option fits the row with a head. */
  readonly fits?: (head: string, option: string) => boolean
  readonly optional?: boolean
}

export interface RowsSpec {
  readonly columns: readonly ColumnSpec[]
  /** Rows that are always there, by what they are about; without them rows are added and left out. */
  readonly heads?: (asked: Asked) => readonly Option[]
  /** How many empty rows stand at the end. */
  readonly blank?: number
}

type Rows = RowsSpec & { readonly name: string }

/** The name that the controls of a column share. */
export function cellName(field: string, { name }: Pick<ColumnSpec, 'name'>): string {
  return `${field}_${name}`
}

/** What a form begins with: rows of texts by the names of columns. */
export function rowsValues(
  field: string,
  columns: readonly ColumnSpec[],
  rows: readonly Readonly<Record<string, string | number | null | undefined>>[],
): Values {
  return Object.fromEntries(
    columns.map((column) => [
      cellName(field, column),
      rows.map((row) => String(row[column.name] ?? '')).join('\n'),
    ]),
  )
}

/** The rows as typed, each a text for each column; those without any text are left out unless they have heads. */
function typedRows(field: Rows, asked: Asked): string[][] {
  const columns = field.columns.map((column) =>
    (asked.values[cellName(field.name, column)] ?? '').split('\n'),
  )
  const count = field.heads?.(asked).length ?? Math.max(...columns.map(({ length }) => length))
  const rows = Array.from({ length: count }, (_, row) =>
    columns.map((column) => (column[row] ?? '').trim()),
  )
  return field.heads ? rows : rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/** Reads the rows: each an object by the names of columns, an empty cell left out. */
export function readRows(
  field: Rows,
  asked: Asked,
):
  | { readonly value: readonly Readonly<Record<string, unknown>>[] }
  | { readonly sentence: string } {
  const value: Record<string, unknown>[] = []
  for (const [row, cells] of typedRows(field, asked).entries()) {
    const read: Record<string, unknown> = {}
    for (const [at, column] of field.columns.entries()) {
      const found = readCell(column, cells[at]!, asked)
      if (found.sentence !== undefined) {
        return { sentence: rowProblem(field, { row, column, sentence: found.sentence }, asked) }
      }
      if (found.value !== undefined) read[column.name] = found.value
    }
    value.push(read)
  }
  return { value }
}

interface Cell {
  readonly value?: unknown
  readonly sentence?: string
}

function readCell({ kind, optional }: ColumnSpec, given: string, { t, visit }: Asked): Cell {
  if (given === '') return optional ? {} : { sentence: t.forms.missing }
  if (kind === 'number') return { value: readNumber(given) }
  if (kind === 'day') return { value: readDay(given) }
  if (kind !== 'amount') return { value: given }
  try {
    return { value: readAmount(given, visit.language) }
  } catch (error) {
    if (!(error instanceof Ambiguous)) throw error
    return { sentence: t.forms.amount_grouping({ given }) }
  }
}

/** What is wrong in a cell, with the place of it. */
function rowProblem(
  field: Rows,
  wrong: { readonly row: number; readonly column: ColumnSpec; readonly sentence: string },
  asked: Asked,
): string {
  const { t } = asked
  const { row, column, sentence } = wrong
  const head = field.heads?.(asked)[row]?.label
  const label = column.label(t)
  return head === undefined
    ? t.forms.row_wrong({ row: row + 1, column: label, sentence })
    : `${head} · ${label} · ${sentence}`
}

const usualBlank = 2

/** The rows as their page shows them, with empty ones at the end where they can be added. */
export function rowViews(
  field: Rows,
  asked: Asked,
): {
  readonly columns: readonly RowColumnView[]
  readonly rows: readonly FieldRowView[]
  readonly grows: boolean
} {
  const columns = field.columns.map((column): RowColumnView => {
    const { kind, options, optional } = column
    return {
      name: cellName(field.name, column),
      label: column.label(asked.t),
      kind: kind === 'number' || kind === 'amount' ? 'figure' : kind,
      options: options?.(asked),
      optional,
    }
  })
  const heads = field.heads?.(asked)
  const blank = heads ? 0 : (field.blank ?? usualBlank)
  const typed = [...typedRows(field, asked), ...Array.from({ length: blank }, () => [])]
  const rows = typed.map((cells: readonly string[], row) => {
    const head = heads?.[row]
    return {
      head: head?.label,
      cells: field.columns.map(({ fits }, at) => ({
        value: cells[at] ?? '',
        options:
          head && fits
            ? columns[at]!.options?.filter(({ value }) => fits(head.value, value))
            : undefined,
      })),
    }
  })
  return { columns, rows, grows: heads === undefined }
}

/** The rows in words, a line each. */
export function tellRows(field: Rows, asked: Asked): string[] {
  const heads = field.heads?.(asked)
  return typedRows(field, asked).map((cells, row) => {
    const told = field.columns.flatMap(({ options }, at) => {
      const option = options?.(asked).find(({ value }) => value === cells[at])
      return cells[at] === '' ? [] : [option?.label ?? cells[at]!]
    })
    return [...(heads ? [heads[row]!.label] : []), ...told].join(' · ')
  })
}
