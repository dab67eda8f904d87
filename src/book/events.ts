/**
 * The chain of events. Each event covers the rows it wrote and the event before it (design section 7).
 *
 * Format, fixed for ever: a row is the JSON array of its table's name and its columns' values in schema
 * order, bytes as hex; the rows of an event stand one a line, tables in the order of `witnessed`, rows
 * in the order written; the event is the RFC 8785 form of `{actor, at, command, rows, seq, subject}`
 * with `rows` the SHA-256 of those lines; its hash is SHA-256 of previous hash in hex, newline, event.
 */
import { columns, type Witnessed, witnessed } from '../../db/schema.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { hex, sha256, sha256Hex, sha256OfParts } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { build, first, insert, prepare } from '../store/prepare.ts'
import type { Reader, SqlValue, Writer } from '../store/store.ts'
import { growTree } from './tree.ts'

/** The hash before the first event. */
export const genesis = new Uint8Array(32)

export interface EventFields {
  readonly seq: EventSeq
  readonly at: number
  readonly actor: string
  readonly command: string
  readonly subject: string
}

const order = new Map<Witnessed, number>(witnessed.map((table, position) => [table, position]))

/** Begins what stands in the place of a key that was erased; no sender's key begins so. */
export const erasedKey = 'erased:'

/** Tables whose rows hold bytes; those of the others are written as they stand. */
const withBytes = new Set<Witnessed>(
  witnessed.filter((table) => Object.values(columns[table]).some(({ sql }) => sql === 'BLOB')),
)

/** A row as the chain digests it. A sender's key stands as its digest, so that it can be erased. */
export function rowText(table: Witnessed, values: readonly SqlValue[]): string {
  if (!withBytes.has(table)) return `["${table}",${JSON.stringify(values).slice(1)}`
  const plain: unknown[] = [table]
  for (const value of values) plain.push(value instanceof Uint8Array ? hex(value) : value)
  if (table === 'request') {
    const key = String(values[0])
    plain[1] = key.startsWith(erasedKey) ? key.slice(erasedKey.length) : sha256Hex(key)
  }
  return JSON.stringify(plain)
}

/**
 * Rows of a table are put together as bytes once there are so many: an import writes some hundred
 * thousand in one event, and as many texts kept to its end took a tenth of its time as garbage.
 */
const rowsTogether = 1_000

interface TableRows {
  /** Lines put together, each part without a last line's end. */
  readonly together: Buffer[]
  lines: string[]
}

/** Collects the rows of one event. */
export class RowLog {
  /** False once anything was written, also what is not collected here. */
  empty = true
  readonly #tables: TableRows[] = []

  add(table: Witnessed, values: readonly SqlValue[]): void {
    const position = order.get(table)!
    this.#tables[position] ??= { together: [], lines: [] }
    const rows = this.#tables[position]
    if (rows.lines.length === rowsTogether) {
      rows.together.push(Buffer.from(rows.lines.join('\n')))
      rows.lines = []
    }
    rows.lines.push(rowText(table, values))
  }

  /** All rows, one a line, in the chain's order. */
  text(): string {
    const parts: string[] = []
    for (const table of this.#tables) {
      if (!table) continue
      for (const part of table.together) parts.push(part.toString())
      parts.push(table.lines.length === 1 ? table.lines[0]! : table.lines.join('\n'))
    }
    return parts.join('\n')
  }

  /** The SHA-256 of `text`. */
  digest(): Uint8Array {
    for (const table of this.#tables) {
      if (table && table.together.length > 0) return sha256OfParts(this.#parts())
    }
    return sha256(this.text())
  }

  /** What `text` is made of, for what is too long to be one text. */
  *#parts(): Generator<string | Buffer> {
    let between = ''
    for (const table of this.#tables) {
      for (const part of table ? [...table.together, table.lines.join('\n')] : []) {
        yield between
        between = '\n'
        yield part
      }
    }
  }
}

/** The canonical text of an event. */
export function eventText(fields: EventFields, rowsDigest: Uint8Array): string {
  const { actor, at, command, seq, subject } = fields
  // RFC 8785 of this one shape, written out: its keys stand in order, its numbers are whole.
  const who = `{"actor":${canonicalJson(actor)},"at":${at},"command":${canonicalJson(command)}`
  return `${who},"rows":"${hex(rowsDigest)}","seq":${seq},"subject":${canonicalJson(subject)}}`
}

/** The hash that an event takes in the chain after `previous`. */
export function eventHash(previous: Uint8Array, text: string): Uint8Array {
  return sha256(`${hex(previous)}\n${text}`)
}

export interface ChainHead {
  readonly seq: EventSeq
  readonly hash: Uint8Array
}

const newest = prepare<Record<never, never>, ChainHead>(() =>
  build.selectFrom('event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)

const hashAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select(['seq', 'hash']).where('seq', '=', p.seq),
)

/** The newest event's number and hash; 0 and the genesis hash in an empty book. */
export function chainHead(reader: Reader): ChainHead {
  return first(reader, newest, {}) ?? { seq: 0 as EventSeq, hash: genesis }
}

/** The chain's head as it was right after event `seq`. */
export function chainHeadAt(reader: Reader, seq: EventSeq): ChainHead | undefined {
  return seq === 0 ? { seq, hash: genesis } : first(reader, hashAt, { seq })
}

/** Appends an event after `head`. */
export function appendEvent(
  writer: Writer,
  head: ChainHead,
  fields: EventFields,
  rows: RowLog,
): ChainHead {
  const digest = rows.digest()
  const hash = eventHash(head.hash, eventText(fields, digest))
  insert(writer, 'event', { ...fields, rows_digest: digest, hash })
  growTree(writer, fields.seq)
  return { seq: fields.seq, hash }
}
