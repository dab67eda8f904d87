/**
 * A file of people as rows of texts: a workbook or CSV, in any of the encodings in which spreadsheets of the
 * field are saved. What a row says is read elsewhere; here is what makes a whole file unfit.
 */
import { refusal } from '../kit/refusal.ts'
import { type ColumnKey, columnOf, type ResultKey, sheetColumns } from './people-columns.ts'
import { digitsLost, type RowCells } from './people-rows.ts'
import { tableTexts } from './table-texts.ts'
import { fileTooLarge, shown } from './text.ts'

/** A county has as many in one file; more are sent in parts. */
export const mostPeople = 100_000
const mostColumns = 64

/** What a host has room for while it reads. */
export interface SheetLimits {
  readonly fileBytes: number
  readonly unpackedBytes: number
}

export interface SheetRow {
  /** Its place in the file; the headings are row 1. */
  readonly row: number
  readonly cells: RowCells
  /** The reference that an earlier result wrote into it: it was done then. */
  readonly done: string | null
}

export interface PeopleSheet {
  readonly format: 'csv' | 'xlsx'
  /** The headings as they stand, and of each row all cells as texts: what a result gives back. */
  readonly headings: readonly string[]
  readonly texts: readonly (readonly string[])[]
  /** Where each column stands that is read. */
  readonly columns: readonly (readonly [ColumnKey, number])[]
  /** Where the outcome and the faults of an earlier result stand. */
  readonly results: Readonly<Partial<Record<ResultKey, number>>>
}

export const peopleNameMissing = refusal<{ heading: string }>(
  'people.name_column_missing',
  422,
  ({ heading }) => `No column is called "${heading}" in the first row of the first sheet.`,
  'Download the template and keep its headings; they may stand in any order and language.',
)

export const peopleHeadingTwice = refusal<{ heading: string; first: number; second: number }>(
  'people.heading_twice',
  422,
  ({ heading, first, second }) =>
    `Columns ${first} and ${second} are both called "${heading}", so it is not known which one counts.`,
  'Remove one of them, or change its heading.',
)

export const peopleNoRows = refusal<Record<never, never>>(
  'people.no_rows',
  422,
  () => 'The file has no row below its headings.',
  'Fill in a row for each person or body.',
)

export const peopleTooMany = refusal<{ most: number }>(
  'people.too_many',
  413,
  ({ most }) => `The file has more than ${most} rows.`,
  'Split it, and import the parts one after the other.',
)

export const peopleUnreadable = refusal<{ fault: string }>(
  'people.unreadable',
  422,
  ({ fault }) => `The file cannot be read: ${fault}.`,
  'Save it as a workbook (.xlsx) or as CSV, and send it again.',
)

/**
 * Reads a file of people. Refuses `file.too_large`, `file.not_utf8`, `xlsx.too_large`, `xlsx.unreadable`,
 * `people.unreadable`, `people.name_column_missing`, `people.heading_twice`, `people.no_rows`,
 * `people.too_many`.
 */
export async function readPeople(bytes: Uint8Array, limits: SheetLimits): Promise<PeopleSheet> {
  if (bytes.length > limits.fileBytes) {
    throw fileTooLarge({ what: 'file of people', bytes: bytes.length, limit: limits.fileBytes })
  }
  const { format, rows: texts } = await tableTexts(bytes, {
    limits: { ...limits, rows: mostPeople + 1, columns: mostColumns },
    numberText,
    unreadable: peopleUnreadable,
  })
  if (texts.length > mostPeople + 1) throw peopleTooMany({ most: mostPeople })
  const [headings = [], ...rest] = texts
  const sheet: PeopleSheet = {
    format,
    headings,
    texts: rest,
    ...columnsOf(headings),
  }
  if (!rest.some((_, place) => sheetRow(sheet, place))) throw peopleNoRows({})
  return sheet
}

function columnsOf(headings: readonly string[]) {
  const places = new Map<ColumnKey | ResultKey, number>()
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading)
    if (column === undefined) continue
    const first = places.get(column)
    if (first !== undefined) {
      throw peopleHeadingTwice({ heading: shown(heading), first: first + 1, second: place + 1 })
    }
    places.set(column, place)
  }
  if (!places.has('name')) throw peopleNameMissing({ heading: sheetColumns.name.heading.en })
  const { outcome, fault, ...columns } = Object.fromEntries(places) as Partial<
    Record<ColumnKey | ResultKey, number>
  >
  const results = {
    ...(outcome === undefined ? {} : { outcome }),
    ...(fault === undefined ? {} : { fault }),
  }
  return { columns: Object.entries(columns) as [ColumnKey, number][], results }
}

const doneBefore = /\bP-\d{6,15}\b/

/** One row of a sheet, by its place below the headings; null for an empty one. */
export function sheetRow({ texts, columns, results }: PeopleSheet, place: number): SheetRow | null {
  const row = texts[place]!
  const cells: Partial<Record<ColumnKey, string>> = {}
  for (const [key, column] of columns) {
    const text = unquoted(row[column] ?? '').trim()
    if (text !== '') cells[key] = text
  }
  if (Object.keys(cells).length === 0) return null
  const earlier = results.outcome === undefined ? '' : (row[results.outcome] ?? '')
  return { row: place + 2, cells, done: doneBefore.exec(earlier)?.[0] ?? null }
}

/** What a result put before a cell so that no spreadsheet runs it is taken off again. */
function unquoted(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
}

/** Digits beyond the fifteenth are gone when a spreadsheet takes a text for a number. */
const faithfulDigits = 15

function numberText(digits: string): string {
  return /^\d+$/.test(digits) && digits.length <= faithfulDigits ? digits : digitsLost
}

/** Rows taken in one act: some 50 ms, in which others wait. */
const rowsInChunk = 200

/** What an import makes of a row of the sheet; null for one that it leaves out. */
export interface ChunkRow extends Omit<SheetRow, 'done'> {
  readonly done?: string
}

/**
 * The rows of a sheet in the parts in which they are taken, always the same for the same file: those of one
 * household in one part, else in their order.
 */
export function* chunksOf(
  sheet: PeopleSheet,
  rowAt: (place: number) => SheetRow | null,
): Generator<ChunkRow[]> {
  const households = new Map<string, number[]>()
  const { length } = sheet.texts
  for (let place = 0; place < length; place += 1) {
    const label = rowAt(place)?.cells.household
    if (label === undefined) continue
    const places = households.get(label)
    if (places) places.push(place)
    else households.set(label, [place])
  }
  let chunk: ChunkRow[] = []
  for (let place = 0; place < length; place += 1) {
    const row = rowAt(place)
    if (row === null) continue
    const together = households.get(row.cells.household ?? '') ?? [place]
    if (together[0] !== place) continue
    if (chunk.length > 0 && chunk.length + together.length > rowsInChunk) {
      yield chunk
      chunk = []
    }
    for (const one of together) chunk.push(chunkRow(rowAt(one)!))
  }
  if (chunk.length > 0) yield chunk
}

function chunkRow({ row, cells, done }: SheetRow): ChunkRow {
  return done === null ? { row, cells } : { row, cells, done }
}
