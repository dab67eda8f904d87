/**
 * Payment orders as a table, for banks that take one (代发): which columns, under which heads, in which encoding, is
 * said with the account from which a fund pays.
 */
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type { BankColumn, BankLayout } from '../../funds/paying-accounts.ts'
import { neutralise } from '../../kit/csv.ts'
import { amountText } from '../../kit/money.ts'
import { refusal } from '../../kit/refusal.ts'
import type { OrderLine, PaymentOrder } from './order.ts'

export const notInEncoding = refusal<{ line: number; encoding: string; column: string }>(
  'bank_file.not_in_encoding',
  422,
  ({ line, encoding, column }) =>
    `Line ${line} has a character in "${column}" that ${encoding} does not have.`,
  'Choose UTF-8 or GB 18030 for this account, or have the bank pay this line by hand.',
)

type Columns = {
  readonly [C in BankColumn]: (line: OrderLine, order: PaymentOrder, place: number) => string
}

const columns: Columns = {
  serial: (_line, _order, place) => String(place + 1),
  reference: ({ endToEndId }) => endToEndId,
  name: ({ name }) => name,
  account: ({ account }) => account.number,
  bank: ({ bank }) => bank ?? '',
  identity_number: ({ identityNumber }) => identityNumber ?? '',
  amount: ({ amountMinor }, { currency }) => amountText(amountMinor, currency),
  currency: (_line, { currency }) => currency,
  text: (_line, { text }) => text,
}

/** Columns that hold what somebody wrote, which a spreadsheet might run as a formula. */
const written: readonly BankColumn[] = ['name', 'bank', 'text']

/**
 * The file as bytes. Refuses `bank_file.not_in_encoding` for a character that the encoding lacks: a name with a question
 * mark in it would be paid to nobody.
 */
export function bankCsv(order: PaymentOrder, layout: BankLayout): Uint8Array<ArrayBuffer> {
  const rows = order.lines.map((line, place) =>
    layout.columns.map(({ field }) => {
      const cell = columns[field](line, order, place)
      const { encoding } = layout
      if (encoding !== 'utf-8' && iconv.decode(iconv.encode(cell, encoding), encoding) !== cell) {
        throw notInEncoding({ line: place + 1, encoding, column: field })
      }
      return written.includes(field) ? neutralise(cell) : cell
    }),
  )
  const head = layout.head ? [layout.columns.map((column) => column.head)] : []
  const text = stringify([...head, ...rows], {
    record_delimiter: 'windows',
    delimiter: layout.separator,
  })
  // Spreadsheets need the mark to read Chinese in UTF-8.
  return new Uint8Array(
    iconv.encode(text, layout.encoding, { addBOM: layout.encoding === 'utf-8' }),
  )
}
