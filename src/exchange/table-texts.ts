/** The first sheet of a workbook, or CSV in any of the encodings in which spreadsheets are saved, as rows of texts. */
import { parse } from 'csv-parse/sync'
import type { Refusal } from '../kit/refusal.ts'
import { decodeText, fileNotUtf8, shown } from './text.ts'
import { type Cell, readXlsxRows, type XlsxLimits } from './xlsx.ts'

/** What a table is read for. */
export interface TableReading {
  /** One row more than the limit may come, so that a file that is too long is told apart. */
  readonly limits: XlsxLimits
  /** A number of a sheet as the digits that the file holds; what is read of it. */
  readonly numberText: (digits: string) => string
  /** The refusal of a file that is no table. */
  readonly unreadable: (why: { readonly fault: string }) => Refusal
}

export interface Table {
  readonly format: 'csv' | 'xlsx'
  readonly rows: string[][]
}

/**
 * Reads a table. Refuses `file.too_large`, `file.not_utf8`, `xlsx.too_large`, `xlsx.unreadable`, and what `unreadable`
 * makes for text that is no CSV.
 */
export async function tableTexts(bytes: Uint8Array, reading: TableReading): Promise<Table> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) return { format: 'csv', rows: csvTexts(bytes, reading) }
  const rows = await readXlsxRows(bytes, reading.limits)
  return { format: 'xlsx', rows: rows.map((cells) => cells.map((cell) => textOf(cell, reading))) }
}

function textOf(cell: Cell, { numberText }: TableReading): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'object' ? numberText(cell.number) : String(cell)
}

function csvTexts(bytes: Uint8Array, { limits, unreadable }: TableReading): string[][] {
  const text = decoded(bytes, limits.fileBytes)
  if (text.includes('\0')) throw unreadable({ fault: 'it is neither a workbook nor text' })
  try {
    return parse(text, {
      relax_column_count: true,
      to: limits.rows + 1,
      delimiter: delimiterOf(text),
      max_record_size: 65_536,
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw unreadable({ fault: shown(error.message) })
  }
}

/** Spreadsheets write what their country separates lists with. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const counts = [',', ';', '\t', '|'].map((sign) => [head.split(sign).length, sign] as const)
  return counts.toSorted(([a], [b]) => b - a)[0]![1]
}

/**
 * UTF-8, UTF-16 with its mark, or else GB 18030, in which Chinese spreadsheets save CSV; where the host
 * cannot read that, it is refused as no UTF-8.
 */
function decoded(bytes: Uint8Array, limit: number): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return decodeText(bytes, { what: 'CSV file', limit })
  } catch (error) {
    if ((error as { code?: string }).code !== fileNotUtf8.code) throw error
    return gb18030(bytes) ?? raise(error)
  }
}

function gb18030(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function raise(error: unknown): never {
  throw error
}
