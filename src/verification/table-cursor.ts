/** Walks the rows of a witnessed table in the order in which they were written. */
import { columns, type Witnessed } from '../../db/schema.ts'
import type { Reader, SqlRow } from '../store/store.ts'
import type { Collector } from './report.ts'

/** Rows read at once: enough that a statement's own cost is lost in them, few enough to hold. */
const pageRows = 1_000

export interface TableCursor {
  readonly table: Witnessed
  /** The column that gives the rows their order. */
  readonly key: string
  /** The next row in order, or undefined at the end. */
  head: SqlRow | undefined
  /** The event of that row; past the end, infinity. */
  headEvent: number
  /** Rows gone by so far, those out of place among them. */
  passed: number
  readonly check: Collector
  readonly source: () => SqlRow[] | undefined
  page: SqlRow[]
  place: number
  lastEvent: number
  lastKey: number
}

/**
 * A cursor that expects row numbers without a gap and events in order. A row that names an event out of
 * its place is reported and passed over, so that one wrong number does not spoil all that follows.
 */
export function tableCursor(reader: Reader, table: Witnessed, check: Collector): TableCursor {
  const key = keyOf(table)
  const cursor: TableCursor = {
    table,
    key,
    head: undefined,
    headEvent: Number.POSITIVE_INFINITY,
    passed: 0,
    check,
    source: pages(reader, table, key, check),
    page: [],
    place: 0,
    lastEvent: 0,
    lastKey: 0,
  }
  settle(cursor)
  return cursor
}

/** Goes on to the next row in order. */
export function advance(cursor: TableCursor): void {
  pass(cursor)
  settle(cursor)
}

function keyOf(table: Witnessed): string {
  if (table === 'request') return 'event_seq'
  return table === 'token_revocation' ? 'token_id' : 'id'
}

function ahead(cursor: TableCursor, offset: number): SqlRow | undefined {
  while (cursor.place + offset >= cursor.page.length) {
    const next = cursor.source()
    if (next === undefined) return undefined
    const { page, place } = cursor
    cursor.page = place < page.length ? [...page.slice(place), ...next] : next
    cursor.place = 0
  }
  return cursor.page[cursor.place + offset]
}

function pass(cursor: TableCursor): void {
  const { table, key, lastKey } = cursor
  if (key === 'id') {
    const id = Number(cursor.page[cursor.place]![key])
    if (id !== lastKey + 1) {
      const gap =
        id === lastKey + 2 ? `row ${lastKey + 1} is` : `rows ${lastKey + 1} to ${id - 1} are`
      const where = { table, row: String(lastKey + 1) }
      cursor.check.found('rows.missing', `${gap} missing; rows are never removed.`, where)
    }
    cursor.lastKey = id
  }
  cursor.place += 1
  cursor.passed += 1
}

function settle(cursor: TableCursor): void {
  for (let row = ahead(cursor, 0); row !== undefined; row = ahead(cursor, 0)) {
    const event = Number(row.event_seq)
    const follower = ahead(cursor, 1)
    const next = follower === undefined ? Number.POSITIVE_INFINITY : Number(follower.event_seq)
    const { lastEvent } = cursor
    if (event >= lastEvent && (event <= next || !standsWrong(cursor, event, next))) {
      cursor.head = row
      cursor.headEvent = event
      cursor.lastEvent = event
      return
    }
    const after = follower ? ` and the one after it to event ${next}` : ''
    cursor.check.found(
      'row.out_of_place',
      `it names event ${event}, but the row before it belongs to event ${lastEvent}${after}.`,
      { table: cursor.table, row: String(row[cursor.key]), event },
    )
    pass(cursor)
  }
  cursor.head = undefined
  cursor.headEvent = Number.POSITIVE_INFINITY
}

/** Of a row and its follower in the wrong order, is it the row that stands wrong? */
function standsWrong(cursor: TableCursor, event: number, next: number): boolean {
  if (next < cursor.lastEvent) return false
  const third = ahead(cursor, 2)
  return third === undefined || Number(third.event_seq) < event
}

/** Answers one page after another, undefined at the end. */
function pages(
  reader: Reader,
  table: Witnessed,
  key: string,
  check: Collector,
): () => SqlRow[] | undefined {
  const names = Object.keys(columns[table]).map((name) => `"${name}"`)
  const select = `select ${names.join(', ')} from "${table}"`
  if (table === 'token_revocation') {
    // Tokens end in any order, so these few are put into that of their events.
    let read = false
    return () => {
      if (read) return undefined
      read = true
      return reader.all(`${select} order by event_seq, token_id`, [])
    }
  }
  let after = Number.MIN_SAFE_INTEGER
  let ended = false
  return () => {
    if (ended) return undefined
    const found = reader.all(`${select} where "${key}" > ? order by "${key}" limit ${pageRows}`, [
      after,
    ])
    const last = found.at(-1)
    ended = found.length < pageRows
    if (last === undefined) return undefined
    if (!(Number(last[key]) > after)) {
      check.found('table.disordered', `its rows after ${after} do not stand in order.`, { table })
      ended = true
      return undefined
    }
    after = Number(last[key])
    return found
  }
}
