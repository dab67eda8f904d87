/**
 * The first sheet of an XLSX workbook (ISO/IEC 29500) as rows of cells.
 *
 * read-excel-file parses the XML. It inflates large parts in a worker, which workerd has not,
 * trusts the sizes the archive claims, and fills any gap between row numbers; so the archive is
 * first unpacked here with limits, looked over, and handed on without compression.
 */
import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
import { refusal } from '../kit/refusal.ts'
import { fileTooLarge } from './text.ts'
import { storedArchive, type ZipEntry, zipEntries } from './zip.ts'

/** A roster of 20,000 rows is some 3 MB as a workbook. */
export const MAX_XLSX_BYTES = 16 * 1024 * 1024
/**
 * Half of what a Durable Object has for everything, and ten times what such a roster unpacks to.
 */
export const MAX_XLSX_UNPACKED_BYTES = 64 * 1024 * 1024
/** As many as one import takes, and one row of headers. */
export const MAX_XLSX_ROWS = 20_001
/** The 360Giving standard has some 150 columns. */
export const MAX_XLSX_COLUMNS = 256

/**
 * workerd counts its output buffer, which grows by this much at a time, and not the bytes in it.
 */
const INFLATE_STEP = 64 * 1024

export const xlsxUnreadable = refusal(
  'xlsx.unreadable',
  422,
  (v: { fault: string }) => `The workbook cannot be read: ${v.fault}.`,
  'Open it in a spreadsheet program and save it as .xlsx again, without a password.',
)

export const xlsxTooLarge = refusal(
  'xlsx.too_large',
  413,
  (v: { of: string; limit: number }) => `The workbook has more than ${v.limit} ${v.of}.`,
  'Split the sheet, or remove what lies outside the table.',
)

/** A number as its cell writes it, so that no digit is lost in a float. */
export interface NumberCell {
  readonly number: string
}

/** A date cell is an instant at midnight UTC of its day. */
export type Cell = string | NumberCell | boolean | Date | null

/** How large a workbook may be, packed and unpacked, and its sheets. */
export interface XlsxLimits {
  readonly fileBytes: number
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
}

const limitsOfRosters: XlsxLimits = {
  fileBytes: MAX_XLSX_BYTES,
  unpackedBytes: MAX_XLSX_UNPACKED_BYTES,
  rows: MAX_XLSX_ROWS,
  columns: MAX_XLSX_COLUMNS,
}

/**
 * The rows of the first sheet; empty cells are null. Refuses `file.too_large`, `xlsx.too_large` and
 * `xlsx.unreadable`.
 */
export async function readXlsxRows(bytes: Uint8Array, limits = limitsOfRosters): Promise<Cell[][]> {
  if (bytes.length > limits.fileBytes) {
    throw fileTooLarge({ what: 'workbook', bytes: bytes.length, limit: limits.fileBytes })
  }
  const parts = unpacked(bytes, limits)
  for (const part of parts) requireSmallSheet(part, limits)
  try {
    const rows = await readSheet<NumberCell>(storedArchive(parts), {
      parseNumber: (number) => ({ number }),
    })
    // The library's types name the constructor of Date where a Date comes out.
    return rows as unknown as Cell[][]
  } catch (error) {
    throw xlsxUnreadable({ fault: error instanceof Error ? error.message : 'it is no workbook' })
  }
}

interface Part {
  readonly name: string
  readonly content: Uint8Array
}

function unpacked(bytes: Uint8Array, { unpackedBytes }: XlsxLimits): Part[] {
  const entries = zipEntries(bytes)
  if (typeof entries === 'string') throw xlsxUnreadable({ fault: entries })
  let left = unpackedBytes
  return entries
    .filter(({ name }) => /\.(?:xml|rels)$/.test(name))
    .map((entry) => {
      if (entry.size > left) throw xlsxTooLarge({ of: 'bytes', limit: unpackedBytes })
      left -= entry.size
      return { name: entry.name, content: inflated(entry) }
    })
}

function inflated({ method, packed, size, name }: ZipEntry): Uint8Array {
  const fault = `its part ${JSON.stringify(name.slice(0, 80))} is damaged`
  let content = packed
  if (method === 8) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: size + INFLATE_STEP })
    } catch {
      throw xlsxUnreadable({ fault })
    }
  }
  if (content.length !== size) throw xlsxUnreadable({ fault })
  return content
}

/** Refuses a sheet with a cell far outside any table: every row above it would be filled in. */
function requireSmallSheet({ content }: Part, limits: XlsxLimits): void {
  const xml = new TextDecoder().decode(content)
  if (!xml.includes('sheetData')) return
  for (const [, address = ''] of xml.matchAll(/(?<=[\s"'/])r\s*=\s*["']([^"']*)["']/g)) {
    const found = /^([A-Z]{0,3})([0-9]{1,7})$/.exec(address)
    if (!found) throw xlsxUnreadable({ fault: 'a cell has no proper address' })
    const [, letters = '', row = ''] = found
    const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
    if (Number(row) > limits.rows) throw xlsxTooLarge({ of: 'rows', limit: limits.rows })
    if (column > limits.columns) throw xlsxTooLarge({ of: 'columns', limit: limits.columns })
  }
  let rows = 0
  let cells = 0
  for (const [, tag] of xml.matchAll(/<(?:[\w.-]+:)?(row|c)(?=[\s/>])/g)) {
    cells = tag === 'c' ? cells + 1 : 0
    rows += tag === 'row' ? 1 : 0
    if (rows > limits.rows) throw xlsxTooLarge({ of: 'rows', limit: limits.rows })
    if (cells > limits.columns) throw xlsxTooLarge({ of: 'columns', limit: limits.columns })
  }
}
