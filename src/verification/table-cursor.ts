/** Walks the rows of a witnessed table in the order in which they were written. */
import { columns, type Witnessed } from '../../db/schema.ts'
import type { Reader, SqlRow } from '../store/store.ts'
import type { Collector } from './report.ts'

/** Rows read at once: enough that a statement's own cost is lost in them, few enough to hold. */
const pageRows = 1_000

export interface TableCursor {
  readonly table: Witnessed
  readonly key: string
  /** The next row in order, or undefined at the end. */
  head: SqlRow | undefined
  /** The event of that row; past the end, infinity. */
  headEvent: number
  /** Rows gone by so far, those out of place among them. */
  passed: number
  advance(): void
}

/** The column that gives a table's rows their order. */
export function keyOf(table: Witnessed): string {
  if (table === 'request') return 'event_seq'
  return table === 'token_revocation' ? 'token_id' : 'id'
}

/**
 * A cursor that expects row numbers without a gap and events in order. A row that names an event out of
 * its place is reported and passed over, so that one wrong number does not spoil all that follows.
 */
export function tableCursor(reader: Reader, table: Witnessed, check: Collector): TableCursor {
  const key = keyOf(table)
  const numbered = key === 'id'
  const source = pages(reader, table, key, check)
  let page: SqlRow[] = []
  let place = 0
  let lastEvent = 0
  let lastKey = 0

  function at(offset: number): SqlRow | undefined {
    while (place + offset >= page.length) {
      const next = source()
      if (next === undefined) return undefined
      page = place < page.length ? [...page.slice(place), ...next] : next
      place = 0
    }
    return page[place + offset]
  }

  function pass(): void {
    const row = page[place]!
    if (numbered) {
      const id = Number(row[key])
      if (id !== lastKey + 1) {
        const gap =
          id === lastKey + 2 ? `row ${lastKey + 1} is` : `rows ${lastKey + 1} to ${id - 1} are`
        check.found('rows.missing', `${gap} missing; rows are never removed.`, {
          table,
          row: String(lastKey + 1),
        })
      }
      lastKey = id
    }
    place += 1
    cursor.passed += 1
  }

  /** Of a row and its follower in the wrong order, is it the row that stands wrong? */
  function standsWrong(event: number, next: number): boolean {
    if (next < lastEvent) return false
    const third = at(2)
    return third === undefined || Number(third.event_seq) < event
  }

  function settle(): void {
    for (let row = at(0); row !== undefined; row = at(0)) {
      const event = Number(row.event_seq)
      const follower = at(1)
      const next = follower === undefined ? Number.POSITIVE_INFINITY : Number(follower.event_seq)
      if (event >= lastEvent && (event <= next || !standsWrong(event, next))) {
        cursor.head = row
        cursor.headEvent = event
        lastEvent = event
        return
      }
      check.found(
        'row.out_of_place',
        `it names event ${event}, but the row before it belongs to event ${lastEvent}${follower ? ` and the one after it to event ${next}` : ''}.`,
        { table, row: String(row[key]), event },
      )
      pass()
    }
    cursor.head = undefined
    cursor.headEvent = Number.POSITIVE_INFINITY
  }

  const cursor: TableCursor = {
    table,
    key,
    head: undefined,
    headEvent: Number.POSITIVE_INFINITY,
    passed: 0,
    advance: () => {
      pass()
      settle()
    },
  }
  settle()
  return cursor
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
