/**
 * What a bank answers to a payment order, line by line: a table (回盘文件) or an ISO 20022 status report
 * (pain.002). Whether a line is known, and whether its amount is right, is looked at by whoever takes it.
 */
import { Decimal } from 'decimal.js'
import { type Day, day } from '../../kit/day.ts'
import { Refusal, refusal } from '../../kit/refusal.ts'
import { tableTexts } from '../table-texts.ts'
import { fileTooLarge, shown } from '../text.ts'
import {
  type BankResult,
  type BankResultProblem,
  type BankResults,
  resultsUnreadable,
} from './bank-result.ts'
import { statusReport } from './pain-002.ts'

/** A batch has 5,000 lines at most; a bank may put several in one file. */
const mostRows = 20_000
const mostBytes = 16 * 1024 * 1024
const mostColumns = 64

export const resultColumnsMissing = refusal<{ columns: readonly string[] }>(
  'bank_results.columns_missing',
  422,
  ({ columns }) => `The first row does not name these columns: ${columns.join(', ')}.`,
  'Give the columns Reference and Result (流水号, 处理结果); Amount, Date and Reason are read where they are.',
)

const headings = {
  reference: [
    'reference',
    'end-to-end id',
    'endtoendid',
    'end_to_end_id',
    '流水号',
    '业务编号',
    '明细编号',
    '流水號',
    '業務編號',
  ],
  result: [
    'result',
    'status',
    'outcome',
    '处理结果',
    '交易结果',
    '状态',
    '处理状态',
    '交易状态',
    '結果',
    '處理結果',
    '狀態',
  ],
  amount: ['amount', '金额', '交易金额', '金額', '交易金額'],
  date: ['date', 'value date', 'day', '日期', '交易日期', '处理日期', '處理日期'],
  reason: [
    'reason',
    'cause',
    '原因',
    '失败原因',
    '退汇原因',
    '失敗原因',
    '退匯原因',
    '备注',
    '備註',
  ],
  currency: ['currency', '币种', '幣別'],
} as const
type Column = keyof typeof headings

const paidWords = [
  'paid',
  'success',
  'successful',
  'succeeded',
  'ok',
  '成功',
  '交易成功',
  '处理成功',
  '處理成功',
  '已付',
  '已入账',
  '已入帳',
  'acsc',
  'accc',
]
const rejectedWords = [
  'rejected',
  'failed',
  'failure',
  'returned',
  '失败',
  '失敗',
  '交易失败',
  '交易失敗',
  '处理失败',
  '處理失敗',
  '退回',
  '退票',
  '退汇',
  '退匯',
  'rjct',
]
const pendingWords = [
  'pending',
  'processing',
  '处理中',
  '處理中',
  '已受理',
  'acsp',
  'actc',
  'accp',
  'pdng',
]

const cellUnclear = refusal<{ column: string; given: string }>(
  'bank_results.cell_unclear',
  422,
  ({ column, given }) => `The ${column} "${shown(given)}" is not one that is known.`,
  'Correct the cell; a result is paid, rejected or pending.',
)

/** Full-width letters and digits are read as the plain ones; spaces around do not count. */
function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>()
  for (const [place, heading] of row.entries()) {
    const name = plain(heading).toLowerCase()
    for (const column of Object.keys(headings) as Column[]) {
      if ((headings[column] as readonly string[]).includes(name) && !found.has(column)) {
        found.set(column, place)
      }
    }
  }
  const missing = (['reference', 'result'] as const).filter((column) => !found.has(column))
  if (missing.length > 0) throw resultColumnsMissing({ columns: missing })
  return found
}

function outcomeOf(given: string): BankResult['outcome'] | 'pending' {
  const word = given.toLowerCase()
  if (paidWords.includes(word)) return 'paid'
  if (rejectedWords.includes(word)) return 'rejected'
  if (pendingWords.includes(word)) return 'pending'
  throw cellUnclear({ column: 'result', given })
}

/** `2026-03-05`, `2026/3/5`, `20260305`, `2026年3月5日`. */
function dayOf(given: string): Day {
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(given)
  if (!parts) throw cellUnclear({ column: 'date', given })
  const [, year, month, date] = parts
  return day(`${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`)
}

/** Digits with the commas of thousands and the sign of a currency left out; what it comes to is looked at later. */
function amountOf(given: string): string {
  const text = given.replace(/[,，\s¥￥$€£]/g, '')
  if (!/^\d{1,15}(?:\.\d{1,4})?$/.test(text)) throw cellUnclear({ column: 'amount', given })
  return text
}

/** A number of a sheet as it would be written; a residue of binary fractions far below a cent is left out. */
function numberText(digits: string): string {
  if (!/^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?$/.test(digits)) return digits
  return new Decimal(digits).toSignificantDigits(15).toFixed()
}

async function fromTable(bytes: Uint8Array, today: Day): Promise<BankResults> {
  const limits = {
    fileBytes: mostBytes,
    unpackedBytes: 4 * mostBytes,
    rows: mostRows + 1,
    columns: mostColumns,
  }
  const table = await tableTexts(bytes, { limits, numberText, unreadable: resultsUnreadable })
  if (table.rows.length > mostRows + 1) {
    throw resultsUnreadable({ fault: `it has more than ${mostRows} rows` })
  }
  const columns = columnsOf(table.rows[0] ?? [])
  const rows: BankResult[] = []
  const problems: BankResultProblem[] = []
  let pending = 0
  for (const [place, cells] of table.rows.entries()) {
    if (place === 0 || cells.every((cell) => cell.trim() === '')) continue
    const row = place + 1
    const cell = (column: Column) => plain(cells[columns.get(column) ?? -1] ?? '')
    try {
      const outcome = outcomeOf(cell('result'))
      if (cell('reference') === '') throw cellUnclear({ column: 'reference', given: '' })
      if (outcome === 'pending') {
        pending += 1
        continue
      }
      rows.push({
        row,
        endToEndId: cell('reference'),
        outcome,
        on: cell('date') === '' ? today : dayOf(cell('date')),
        amount: cell('amount') === '' ? null : amountOf(cell('amount')),
        currency: cell('currency') === '' ? null : cell('currency').toUpperCase(),
        cause: cell('reason') === '' ? null : cell('reason').slice(0, 500),
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push({ row, sentence: error.message, text: shown(cell('reference')) })
    }
  }
  return { rows, problems, pending }
}

/**
 * Reads a file of results, told by its first bytes. `today` stands where a table names no day. Refuses
 * `bank_results.unreadable`, `bank_results.columns_missing`, `file.too_large`, `file.not_utf8`, `xlsx.too_large`,
 * `xlsx.unreadable`.
 */
export async function readBankResults(bytes: Uint8Array, today: Day): Promise<BankResults> {
  if (bytes.length > mostBytes) {
    throw fileTooLarge({ what: 'file of results', bytes: bytes.length, limit: mostBytes })
  }
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 100))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return start.startsWith('<') ? statusReport(bytes, mostRows) : fromTable(bytes, today)
}
