/** A list as a file for a spreadsheet, sent page by page so that a long one holds up nobody. */
import { stringify } from 'csv-stringify/sync'
import type { LinkView } from '../../../templates/parts/content.ts'
import { neutralise } from '../../kit/csv.ts'
import { pageHeaders } from './headers.ts'
import type { Visit } from './visit.ts'

type Row = readonly (string | number | null)[]

/** Rows that are asked for at once. */
export const rowsInFile = 1_000

const encoder = new TextEncoder()

/** Spreadsheets need it to read Chinese. */
const byteOrderMark = '\uFEFF'

function lines(rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? '' : neutralise(String(cell)))),
  )
  return stringify(cells, { record_delimiter: 'windows' })
}

/** Whether the reader asked for a list as a file: `as=csv`. */
export function asksForFile(visit: Visit): boolean {
  return visit.param('as') === 'csv'
}

/** The way to the same list as a file, with its filters. */
export function fileLink({ t, c }: Visit, filters: Readonly<Record<string, string>>): LinkView {
  const given = Object.entries(filters).filter(([, value]) => value !== '')
  const search = new URLSearchParams([...given, ['as', 'csv']]).toString()
  return { href: `${new URL(c.req.url).pathname}?${search}`, label: t.lists.as_csv }
}

/** CSV (RFC 4180) with a head; `pages` is asked for the next rows when the reader has taken the last. */
export function csvFile(name: string, head: Row, pages: Iterator<readonly Row[]>): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + lines([head]))),
    pull: (file) => {
      const { value, done } = pages.next()
      if (done) file.close()
      else file.enqueue(encoder.encode(lines(value)))
    },
  })
  return new Response(body, {
    headers: {
      ...pageHeaders,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.csv"`,
    },
  })
}
