/** Lists as people keep them in a spreadsheet: read into rows of texts, by headings of three languages. */
import { stringify } from 'csv-stringify/sync'
import { refusal } from '../kit/refusal.ts'
import { tableTexts } from './table-texts.ts'
import { fileTooLarge, shown } from './text.ts'

type Language = 'en' | 'zh-Hans' | 'zh-Hant'

/** What a list is made of. */
export interface ListColumns<C extends string> {
  /** What each column is called; a file is read by any of these, and written with the first of its language. */
  readonly headings: Readonly<Record<C, Readonly<Record<Language, readonly string[]>>>>
  /** The columns without which it is no such list. */
  readonly needed: readonly C[]
}

/** A row of the file; the headings are row 1. */
export type ListedRow<C extends string> = { readonly row: number } & Readonly<
  Partial<Record<C, string>>
>

export const listColumnMissing = refusal<{ heading: string }>(
  'case_list.column_missing',
  422,
  ({ heading }) => `No column is called "${heading}" in the first row of the first sheet.`,
  'Take the empty file with the headings, or give the columns these names.',
)

export const listColumnTwice = refusal<{ heading: string }>(
  'case_list.column_twice',
  422,
  ({ heading }) =>
    `Two columns mean the same as "${heading}", so it is not known which one counts.`,
  'Remove one of them.',
)

export const listEmpty = refusal<Record<never, never>>(
  'case_list.empty',
  422,
  () => 'The file has no row below its headings.',
  'Fill in a row for each person.',
)

export const listTooLong = refusal<{ most: number }>(
  'case_list.too_long',
  413,
  ({ most }) => `The file has more than ${most} rows.`,
  'Split it, and bring in the parts one after the other.',
)

export const listUnreadable = refusal<{ fault: string }>(
  'case_list.unreadable',
  422,
  ({ fault }) => `The file cannot be read: ${fault}.`,
  'Save it as a workbook (.xlsx) or as CSV, and send it again.',
)

const mostColumns = 64

/** Room for 5,000 rows of names and remarks, many times over. */
const limits = { fileBytes: 8_388_608, unpackedBytes: 33_554_432, columns: mostColumns }

/** Such a file in bytes, at most. */
export const mostListBytes = limits.fileBytes

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * Reads a list. Refuses `file.too_large`, `file.not_utf8`, `xlsx.too_large`, `xlsx.unreadable`, and those of its own:
 * `case_list.unreadable`, `case_list.column_missing`, `case_list.column_twice`, `case_list.empty`, `case_list.too_long`.
 */
export async function readList<C extends string>(
  bytes: Uint8Array,
  columns: ListColumns<C>,
  mostRows: number,
): Promise<ListedRow<C>[]> {
  if (bytes.length > limits.fileBytes) {
    throw fileTooLarge({ what: 'list', bytes: bytes.length, limit: limits.fileBytes })
  }
  const { rows } = await tableTexts(bytes, {
    limits: { ...limits, rows: mostRows + 2 },
    numberText: (digits) => digits,
    unreadable: listUnreadable,
  })
  if (rows.length > mostRows + 1) throw listTooLong({ most: mostRows })
  const [head = [], ...rest] = rows
  const places = placesOf(head, columns)
  const read = rest.flatMap((cells, at): ListedRow<C>[] => {
    const found = [...places].flatMap(([column, place]) => {
      const text = (cells[place] ?? '').trim()
      return text === '' ? [] : [[column, text] as const]
    })
    if (found.length === 0) return []
    return [{ row: at + 2, ...Object.fromEntries(found) } as ListedRow<C>]
  })
  if (read.length === 0) throw listEmpty({})
  return read
}

function placesOf<C extends string>(
  head: readonly string[],
  { headings, needed }: ListColumns<C>,
): Map<C, number> {
  const byHeading = new Map(
    namesOf(headings).flatMap((column) =>
      Object.values(headings[column])
        .flat()
        .map((heading) => [folded(heading), column] as const),
    ),
  )
  const places = new Map<C, number>()
  for (const [place, heading] of head.entries()) {
    const column = byHeading.get(folded(heading))
    if (column === undefined) continue
    if (places.has(column)) throw listColumnTwice({ heading: shown(heading) })
    places.set(column, place)
  }
  for (const column of needed) {
    if (!places.has(column)) throw listColumnMissing({ heading: headings[column].en[0]! })
  }
  return places
}

function namesOf<C extends string>(headings: Readonly<Record<C, unknown>>): C[] {
  return Object.keys(headings) as C[]
}

/** An empty file with the headings of a language, as CSV that spreadsheets read. */
export function emptyList<C extends string>(
  { headings }: ListColumns<C>,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const head = namesOf(headings).map((column) => headings[column][language][0]!)
  return new TextEncoder().encode(`\uFEFF${stringify([head], { record_delimiter: 'windows' })}`)
}
