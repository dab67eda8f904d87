/**
 * Reader of grants published to the 360Giving Data Standard (standard.threesixtygiving.org,
 * "Fields"), as a workbook or as CSV with the same headers in the first row.
 *
 * Headers read: Identifier, Title, Currency, Amount Awarded, Award Date, and the recipient's name
 * as Recipient Org:Name or, for a grant to a person, Recipient Ind:Name. Spaces around a colon,
 * letter case and a `:0` between do not matter. Other columns are left alone.
 */
import { parse } from 'csv-parse/sync'
import { Decimal } from 'decimal.js'
import { type Day, day } from '../kit/day.ts'
import { amountUnreadable, type Minor, parseAmount } from '../kit/money.ts'
import { Refusal, refusal } from '../kit/refusal.ts'
import { decodeText, shown } from './text.ts'
import { type Cell, MAX_XLSX_BYTES, MAX_XLSX_COLUMNS, MAX_XLSX_ROWS, readXlsxRows } from './xlsx.ts'

export interface Grant {
  /** The row of the sheet, or of the CSV file; the headers are row 1. */
  readonly row: number
  readonly identifier: string
  readonly title: string
  readonly recipient_name: string
  readonly recipient_kind: 'organisation' | 'individual'
  readonly awarded_on: Day
  readonly currency: string
  /** Above zero. */
  readonly amount_minor: Minor
}

export interface GrantProblem {
  readonly row: number
  /** Lasting; that of the refusal of an amount, a day or a currency where it is one. */
  readonly code: string
  readonly sentence: string
  readonly text: string
}

/** An amount whose cell holds digits that no spreadsheet shows. */
export interface RoundedAmount {
  readonly row: number
  readonly given: string
  readonly read_as: string
}

export interface Grants {
  readonly grants: readonly Grant[]
  readonly problems: readonly GrantProblem[]
  readonly rounded: readonly RoundedAmount[]
}

export const grantColumnsMissing = refusal(
  'grants.columns_missing',
  422,
  (v: { columns: readonly string[] }) =>
    `The first row does not name these columns: ${v.columns.join(', ')}.`,
  'Give the headers of the 360Giving standard in the first row of the first sheet.',
)

export const grantsCsvUnreadable = refusal(
  'grants.csv_unreadable',
  422,
  (v: { fault: string }) => `The CSV file cannot be read: ${v.fault}.`,
  'Save it as comma-separated UTF-8 with quotation marks around cells that hold commas.',
)

/** What a name on a form may hold; a title of a grant is a sentence. */
const MAX_TEXT_CHARS = 500

/**
 * A double holds 15 decimal digits faithfully and a spreadsheet shows no more (Excel
 * specifications).
 */
const SHEET_DIGITS = 15

/**
 * The most that leaving out further digits may change: a tenth of the smallest minor unit there is.
 */
const LARGEST_RESIDUE = '0.00001'

const REQUIRED = ['identifier', 'title', 'currency', 'amount awarded', 'award date'] as const
const ORGANISATION = 'recipient org:name'
const INDIVIDUAL = 'recipient ind:name'

type Column = (typeof REQUIRED)[number] | typeof ORGANISATION | typeof INDIVIDUAL

/**
 * Reads grants from the bytes of a workbook (told by its first two bytes, `PK`) or a CSV file. A
 * row that cannot be read is a problem with its row; empty rows are passed over. A number in a
 * sheet is read from the digits the file holds; a residue beyond the 15 that a spreadsheet shows is
 * left out if it is far below a minor unit, so 41133.770000000004 is 41133.77 (listed in
 * `rounded`). What then has more decimals than its currency is a problem. Amounts in CSV are taken
 * strictly. Refuses `file.too_large`, `file.not_utf8`, `xlsx.too_large`, `xlsx.unreadable`,
 * `grants.csv_unreadable`, `grants.columns_missing`.
 */
export async function readGrants(bytes: Uint8Array): Promise<Grants> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isArchive ? await readXlsxRows(bytes) : csvRows(bytes)
  const columns = columnsOf(rows[0] ?? [])
  const grants: Grant[] = []
  const problems: GrantProblem[] = []
  const rounded: RoundedAmount[] = []
  const seen = new Map<string, number>()
  for (const [place, cells] of rows.entries()) {
    if (place === 0 || cells.every((cell) => cell === null || cell === '')) continue
    const row = place + 1
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? null
    try {
      const amount = amountTextOf(cell('amount awarded'))
      const grant = { row, ...grantOf(cell, amount.read) }
      requireOnce(seen, grant)
      grants.push(grant)
      if (amount.read !== amount.given) {
        rounded.push({ row, given: amount.given, read_as: amount.read })
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const text = shown(textOf(cell('identifier')))
      problems.push({ row, code: error.code, sentence: error.message, text })
    }
  }
  return { grants, problems, rounded }
}

const cellMissing = refusal(
  'grants.cell_missing',
  422,
  (v: { column: string }) => `The row has no ${v.column}.`,
  'Fill the cell in.',
)

const cellUnfit = refusal(
  'grants.cell_unfit',
  422,
  (v: { column: string }) =>
    `The ${v.column} is longer than ${MAX_TEXT_CHARS} characters or holds a control character.`,
  'Shorten or retype the text.',
)

const identifierTwice = refusal(
  'grants.identifier_twice',
  422,
  (v: { identifier: string; row: number }) =>
    `The identifier ${shown(v.identifier)} stands already in row ${v.row}.`,
  'Remove the second row, or give it its own identifier; a grant is taken once.',
)

const dateWithTime = refusal(
  'grants.date_with_time',
  422,
  (v: { given: string }) => `The award date ${shown(v.given)} carries a time of day.`,
  'Give the day alone, as YYYY-MM-DD.',
)

function grantOf(cell: (column: Column) => Cell, amount: string): Omit<Grant, 'row'> {
  const currency = textIn(cell, 'currency')
  const individual = textOf(cell(INDIVIDUAL)) !== ''
  return {
    identifier: textIn(cell, 'identifier'),
    title: textIn(cell, 'title'),
    recipient_name: textIn(cell, individual ? INDIVIDUAL : ORGANISATION),
    recipient_kind: individual ? 'individual' : 'organisation',
    awarded_on: dayIn(cell),
    currency,
    amount_minor: parseAmount(amount, currency),
  }
}

function requireOnce(seen: Map<string, number>, { identifier, row }: Grant): void {
  const earlier = seen.get(identifier)
  if (earlier !== undefined) throw identifierTwice({ identifier, row: earlier })
  seen.set(identifier, row)
}

function textIn(cell: (column: Column) => Cell, column: Column): string {
  const text = textOf(cell(column))
  if (text === '') throw cellMissing({ column })
  if (text.length > MAX_TEXT_CHARS || /\p{Cc}/u.test(text)) throw cellUnfit({ column })
  return text
}

function dayIn(cell: (column: Column) => Cell): Day {
  const given = cell('award date')
  const text = given instanceof Date ? given.toISOString() : textIn(cell, 'award date')
  const timed = /^(.{10})T(.*)$/.exec(text)
  if (!timed) return day(text)
  if (!/^00:00:00(?:\.0+)?(?:Z|\+00:00)?$/.test(timed[2] ?? '')) throw dateWithTime({ given: text })
  return day(timed[1] ?? '')
}

/** The amount as text: the digits of a number cell to 15 places, or what a text cell says. */
function amountTextOf(cell: Cell): { given: string; read: string } {
  if (cell === null || cell === '') throw cellMissing({ column: 'amount awarded' })
  if (typeof cell === 'string') return { given: cell, read: cell }
  if (typeof cell !== 'object' || cell instanceof Date) {
    throw amountUnreadable({ given: textOf(cell), fault: 'the cell is no number' })
  }
  const given = cell.number
  // Only a short number may reach Decimal: a huge exponent would write a huge text.
  if (!/^-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,2})?$/.test(given)) {
    throw amountUnreadable({ given, fault: 'the cell is no number' })
  }
  const exact = new Decimal(given)
  const sheetNumber = exact.toSignificantDigits(SHEET_DIGITS)
  const residue = sheetNumber.minus(exact).abs()
  const read = residue.lessThan(LARGEST_RESIDUE) ? sheetNumber : exact
  return { given: exact.toFixed(), read: read.toFixed() }
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'object' ? cell.number : String(cell).trim()
}

function columnsOf(headers: readonly Cell[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  for (const [place, header] of headers.entries()) {
    const name = textOf(header)
      .toLowerCase()
      .replace(/\s*:\s*(?:0\s*:\s*)?/g, ':')
    if (!columns.has(name)) columns.set(name, place)
  }
  const missing: string[] = REQUIRED.filter((name) => !columns.has(name))
  if (!columns.has(ORGANISATION) && !columns.has(INDIVIDUAL)) missing.push(ORGANISATION)
  if (missing.length > 0) throw grantColumnsMissing({ columns: missing })
  return columns
}

function csvRows(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes, { what: 'CSV file', limit: MAX_XLSX_BYTES })
  let rows: string[][]
  try {
    // One record beyond the limit is read, so that a file that is too long is told apart.
    rows = parse(text, { relax_column_count_less: true, to: MAX_XLSX_ROWS + 1 })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw grantsCsvUnreadable({ fault: shown(error.message) })
  }
  if (rows.length > MAX_XLSX_ROWS) {
    throw grantsCsvUnreadable({ fault: `it has more than ${MAX_XLSX_ROWS} rows` })
  }
  if ((rows[0]?.length ?? 0) > MAX_XLSX_COLUMNS) {
    throw grantsCsvUnreadable({ fault: `it has more than ${MAX_XLSX_COLUMNS} columns` })
  }
  return rows
}
