/**
 * What was looked up in this turn of the event loop: outside a transaction a look-up takes and gives back
 * SQLite's locks, 15 µs of the 110 that a posting over HTTP took. A command ends what is known
 * (`forgetTurn`), since it may have revoked a token or ended a session.
 */
import type { Reader } from '../store/store.ts'

const known = new WeakMap<Reader, Map<string, unknown>>()

/** What `find` answers, asked once for all that ask by the same key in this turn; an error is not kept. */
export function inTurn<T>(reader: Reader, key: string, find: () => T): T {
  let ofTurn = known.get(reader)
  if (ofTurn?.has(key)) return ofTurn.get(key) as T
  const found = find()
  if (!ofTurn) {
    ofTurn = new Map()
    known.set(reader, ofTurn)
    setImmediate(forgetTurn, reader)
  }
  ofTurn.set(key, found)
  return found
}

/** Ends what is known of a book. */
export function forgetTurn(reader: Reader): void {
  known.delete(reader)
}
