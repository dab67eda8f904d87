/**
 * The walk over the whole chain: every event with all rows that it covers, each hash recomputed, and the
 * kept blocks of the Merkle tree with them. What other checks replay, they are told here, in one pass.
 */
import { type Row, type Witnessed, witnessed } from '../../db/schema.ts'
import { eventHash, eventText, genesis, rowText } from '../book/events.ts'
import type { Checkpoint } from '../book/tree.ts'
import { hex, sameBytes, sha256 } from '../kit/digest.ts'
import type { Reader, SqlRow, SqlValue } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'
import { advance, type TableCursor, tableCursor } from './table-cursor.ts'
import { treeReplay } from './tree-check.ts'

const pageEvents = 1_000

type Event = Row<'event'>

/** Told of every event and row in the order of the chain. */
export interface Listener {
  row?(table: Witnessed, row: SqlRow, event: Event): void
  /** After the rows of an event. */
  event?(event: Event): void
}

export interface Walk {
  readonly listeners: readonly Listener[]
  /** Heads of the tree that were signed or kept elsewhere. */
  readonly checkpoints: readonly Checkpoint[]
  /** Told now and then how many events of how many are done. */
  readonly onProgress: (done: number, total: number) => void
}

/** Walks the chain and answers its two checks: events with their rows, and the Merkle tree. */
export function walkChain(reader: Reader, walk: Walk): Check[] {
  const check = collector('chain')
  const tree = treeReplay(reader)
  let events = 0
  let rows = 0
  let last = 0
  check.attempt(() => {
    const cursors = witnessed.map((table) => tableCursor(reader, table, check))
    let previous: Uint8Array = genesis
    const total = Number(reader.all('select max(seq) as seq from event', [])[0]?.seq ?? 0)
    for (const event of eachEvent(reader, check)) {
      requireNumber(check, event, last)
      last = event.seq
      const text = rowsOf(cursors, event, walk.listeners)
      previous = checkEvent(check, event, text, previous)
      tree.leaf(event.hash)
      for (const listener of walk.listeners) listener.event?.(event)
      events += 1
      if (events % pageEvents === 0) walk.onProgress(events, total)
    }
    for (const cursor of cursors) {
      reportStrays(check, cursor)
      rows += cursor.passed
    }
    walk.onProgress(events, total)
  })
  const counted = `${counts(events, 'event')} with ${counts(rows, 'row')}: every hash is that of its rows and of what came before`
  return [check.done(counted), tree.finish(walk.checkpoints)]
}

function* eachEvent(reader: Reader, check: Collector): Generator<Event> {
  const sql = `select seq, at, actor, command, subject, rows_digest, hash from event
    where seq > ? order by seq limit ${pageEvents}`
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = reader.all(sql, [after]) as unknown as Event[]
    const last = page.at(-1)
    if (last === undefined) return
    if (!(last.seq > after)) {
      check.found('table.disordered', `its rows after ${after} do not stand in order.`, {
        table: 'event',
      })
      return
    }
    yield* page
    after = last.seq
  }
}

function requireNumber(check: Collector, { seq }: Event, before: number): void {
  if (seq === before + 1) return
  check.found('event.gap', `it follows event ${before}; events are numbered without a gap.`, {
    table: 'event',
    row: String(seq),
    event: seq,
  })
}

interface EventRows {
  readonly text: string
  /** The first rows by table and key, for the sentence of a finding. */
  readonly names: readonly string[]
}

const namesKept = 12

function rowsOf(
  cursors: readonly TableCursor[],
  event: Event,
  listeners: readonly Listener[],
): EventRows {
  const lines: string[] = []
  const names: string[] = []
  for (const cursor of cursors) {
    while (cursor.headEvent === event.seq) {
      const row = cursor.head!
      lines.push(rowText(cursor.table, Object.values(row) as SqlValue[]))
      if (names.length < namesKept) names.push(`${cursor.table} ${row[cursor.key]}`)
      for (const listener of listeners) listener.row?.(cursor.table, row, event)
      advance(cursor)
    }
  }
  return { text: lines.join('\n'), names }
}

/**
 * Checks one event and answers the hash that the next one follows: its own as it stands, or, where that
 * is wrong, what it should be, so that one wrong hash is one finding.
 */
function checkEvent(
  check: Collector,
  event: Event,
  rows: EventRows,
  previous: Uint8Array,
): Uint8Array {
  const where = { table: 'event', row: String(event.seq), event: event.seq }
  const what = `event ${event.seq} (${event.command} on ${event.subject})`
  const digest = sha256(rows.text)
  const same = sameBytes(digest, event.rows_digest)
  const asStored = eventHash(previous, eventText(event, event.rows_digest))
  if (sameBytes(asStored, event.hash)) {
    if (same) return event.hash
    const named = rows.names.length === 0 ? 'it has none' : rows.names.join(', ')
    check.found(
      'event.rows_changed',
      `the rows of ${what} are not those that it covers: ${named}. One of them was changed, added or removed.`,
      where,
    )
    return event.hash
  }
  const asRead = eventHash(previous, eventText(event, digest))
  if (sameBytes(asRead, event.hash)) {
    check.found(
      'event.rows_digest',
      `rows_digest of ${what} is ${hex(event.rows_digest)}; its rows give ${hex(digest)}.`,
      where,
    )
    return event.hash
  }
  if (same) {
    check.found(
      'event.hash',
      `hash of ${what} is ${hex(event.hash)}; its fields after event ${event.seq - 1} give ${hex(asStored)}.`,
      where,
    )
    return asStored
  }
  check.found('event.changed', `${what}: neither its hash nor its rows are as recorded.`, where)
  return event.hash
}

function reportStrays(check: Collector, cursor: TableCursor): void {
  while (cursor.head !== undefined) {
    check.found('row.without_event', `it names event ${cursor.headEvent}, which the book lacks.`, {
      table: cursor.table,
      row: String(cursor.head[cursor.key]),
      event: cursor.headEvent,
    })
    advance(cursor)
  }
}
