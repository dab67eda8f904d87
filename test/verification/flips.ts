/** One flipped bit: where, and the file with it. */
import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** Numbers from 0 up to, not including, 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A copy of bytes with one bit turned. */
export function flipped(bytes: Uint8Array, place: number, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[place] = changed[place]! ^ (1 << bit)
  return changed
}

export function flipFile(from: string, to: string, place: number, bit: number): void {
  writeFileSync(to, flipped(readFileSync(from), place, bit))
}

/** All that a database says: its schema, its settings, every column of every row, by rowid where it has one. */
export function logicalDump(path: string): string {
  const database = new Sqlite(path, { readonly: true })
  try {
    const settings = ['user_version', 'application_id', 'encoding', 'auto_vacuum', 'page_size'].map(
      (name) => database.pragma(name),
    )
    const objects = database.prepare('select type, name, tbl_name, sql from sqlite_schema').all()
    const tables = (objects as { type: string; name: string }[])
      .filter(({ type }) => type === 'table')
      .map(({ name }) => database.prepare(`select * from "${name}" not indexed`).raw().all())
    return JSON.stringify([settings, objects, tables], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  } finally {
    database.close()
  }
}
