/** A list of cases as people keep it in a spreadsheet: read into rows of texts, by headings of three languages. */
import { stringify } from 'csv-stringify/sync'
import { refusal } from '../kit/refusal.ts'
import { tableTexts } from './table-texts.ts'
import { fileTooLarge, shown } from './text.ts'

export const listColumns = ['party', 'amount', 'cause', 'cause_text', 'grade', 'payee'] as const
export type ListColumn = (typeof listColumns)[number]

type Language = 'en' | 'zh-Hans' | 'zh-Hant'

/** What each column is called; a file is read by any of these, and written with the first of its language. */
const headings: Readonly<Record<ListColumn, Readonly<Record<Language, readonly string[]>>>> = {
  party: {
    en: ['Person', 'Name', 'Reference', 'Beneficiary'],
    'zh-Hans': ['帮扶对象', '姓名', '人员编号', '慰问对象', '受助人'],
    'zh-Hant': ['扶助對象', '姓名', '人員編號', '慰問對象', '受助人'],
  },
  amount: {
    en: ['Amount'],
    'zh-Hans': ['金额', '金额（元）', '金额(元)', '补助金额', '慰问金额', '发放金额'],
    'zh-Hant': ['金額', '金額（元）', '金額(元)', '補助金額', '慰問金額', '發放金額'],
  },
  cause: {
    en: ['Cause'],
    'zh-Hans': ['困难原因', '困难类型', '致困原因', '帮扶类别'],
    'zh-Hant': ['困難原因', '困難類型', '致困原因', '扶助類別'],
  },
  cause_text: {
    en: ['In a few words', 'Remarks'],
    'zh-Hans': ['简要说明', '主要困难', '备注'],
    'zh-Hant': ['簡要說明', '主要困難', '備註'],
  },
  grade: { en: ['Grade'], 'zh-Hans': ['困难程度'], 'zh-Hant': ['困難程度'] },
  payee: { en: ['Paid to', 'Payee'], 'zh-Hans': ['收款人'], 'zh-Hant': ['收款人'] },
}

/** A row of the file; the headings are row 1. */
export type ListRow = { readonly row: number } & Readonly<Partial<Record<ListColumn, string>>>

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

const columnByHeading = new Map(
  listColumns.flatMap((column) =>
    Object.values(headings[column])
      .flat()
      .map((heading) => [folded(heading), column] as const),
  ),
)

/**
 * Reads a list. Refuses `file.too_large`, `file.not_utf8`, `xlsx.too_large`, `xlsx.unreadable`, and those of its own:
 * `case_list.unreadable`, `case_list.column_missing`, `case_list.column_twice`, `case_list.empty`, `case_list.too_long`.
 */
export async function readCaseList(bytes: Uint8Array, mostRows: number): Promise<ListRow[]> {
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
  const places = placesOf(head)
  const read = rest.flatMap((cells, at): ListRow[] => {
    const found = [...places].flatMap(([column, place]) => {
      const text = (cells[place] ?? '').trim()
      return text === '' ? [] : [[column, text] as const]
    })
    return found.length === 0 ? [] : [{ row: at + 2, ...Object.fromEntries(found) }]
  })
  if (read.length === 0) throw listEmpty({})
  return read
}

function placesOf(head: readonly string[]): Map<ListColumn, number> {
  const places = new Map<ListColumn, number>()
  for (const [place, heading] of head.entries()) {
    const column = columnByHeading.get(folded(heading))
    if (column === undefined) continue
    if (places.has(column)) throw listColumnTwice({ heading: shown(heading) })
    places.set(column, place)
  }
  for (const needed of ['party', 'amount'] as const) {
    if (!places.has(needed)) throw listColumnMissing({ heading: headings[needed].en[0]! })
  }
  return places
}

/** An empty file with the headings of a language, as CSV that spreadsheets read. */
export function emptyCaseList(language: Language): Uint8Array<ArrayBuffer> {
  const head = listColumns.map((column) => headings[column][language][0]!)
  return new TextEncoder().encode(`\uFEFF${stringify([head], { record_delimiter: 'windows' })}`)
}
