/** All that a book holds, as one text: two dumps are equal when nothing was written between them. */
import { columns, type Table } from '../../db/schema.ts'
import type { Reader } from '../../src/store/store.ts'

const tables = Object.keys(columns) as Table[]

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}

/** One line a table, its rows in their own order. */
export function dump(reader: Reader): string {
  return tables
    .map((table) => {
      const rows = reader.all(`select * from "${table}"`, []).map((row) => {
        const values: unknown[] = Object.values(row)
        return values.map((value) => plain(value))
      })
      return `${table} ${JSON.stringify(rows)}`
    })
    .join('\n')
}
