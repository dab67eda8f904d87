/**
 * The database around the rows: its schema must be the one that the migrations make, so that a dropped
 * trigger or a loosened rule is found, and SQLite's own checks must hold.
 */
import { migrations } from '../../db/migrations.ts'
import { sha256Hex } from '../kit/digest.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts, skipped } from './report.ts'

/** What a schema consists of, to be compared: objects by type and name, settings by name. */
export interface SchemaDescription {
  readonly objects: ReadonlyMap<string, string>
  readonly settings: ReadonlyMap<string, string>
}

const settingNames = ['user_version', 'application_id', 'encoding', 'auto_vacuum'] as const

/** Describes a database, to be compared with one that the migrations have just made. */
export function describeSchema(reader: Reader): SchemaDescription {
  const objects = new Map<string, string>()
  for (const row of reader.all('select type, name, tbl_name, sql from sqlite_schema', [])) {
    // As JSON, in which a text and the same bytes as a blob differ.
    objects.set(`${row.type} ${row.name}`, JSON.stringify(Object.values(row)))
  }
  const settings = new Map<string, string>()
  for (const name of settingNames) {
    const [row] = reader.all(`pragma ${name}`, [])
    settings.set(name, String(row && Object.values(row)[0]))
  }
  return { objects, settings }
}

/** Compares the schema with a fresh one, and the migrations on record with those released. */
export function checkSchema(reader: Reader, fresh: SchemaDescription | null): Check {
  if (fresh === null) return skipped('schema', 'the host gave no fresh schema to compare with')
  const check = collector('schema')
  check.attempt(() => {
    const found = describeSchema(reader)
    compare(check, 'schema.object', fresh.objects, found.objects)
    compare(check, 'schema.setting', fresh.settings, found.settings)
  })
  check.attempt(() => compareMigrations(reader, check))
  return check.done(
    `${counts(fresh.objects.size, 'table, index and trigger', 'tables, indexes and triggers')}: as the migrations make them`,
  )
}

function compare(
  check: Collector,
  code: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): void {
  for (const [name, text] of expected) {
    const there = found.get(name)
    if (there === text) continue
    if (there === undefined) check.found(`${code}_missing`, `the ${name} is missing.`)
    else check.found(`${code}_changed`, `the ${name} is not as the migrations make it: ${there}`)
  }
  for (const name of found.keys()) {
    if (!expected.has(name)) check.found(`${code}_added`, `the ${name} is none of ours.`)
  }
}

function compareMigrations(reader: Reader, check: Collector): void {
  const found = reader.all('select version, name, digest from migration order by version', [])
  const released = migrations.map(({ version, name, sql }) => ({
    version,
    name,
    digest: sha256Hex(sql),
  }))
  for (let place = 0; place < Math.max(found.length, released.length); place++) {
    const [there, due] = [JSON.stringify(found[place]), JSON.stringify(released[place])]
    if (there === due) continue
    const sentence = `it is ${there ?? 'missing'}; the released one is ${due ?? 'none'}.`
    check.found('migration.changed', sentence, { table: 'migration', row: String(place + 1) })
  }
}

/**
 * SQLite's own checks: pages, indexes, column types, foreign keys; and CHECKs where the connection may
 * write, for SQLite does not read them on one that may not (sqlite3AddCheckConstraint).
 */
export function checkDatabase(reader: Reader, allowed: boolean): Check {
  if (!allowed) return skipped('database', 'the host does not offer the checks of SQLite itself')
  const check = collector('database')
  check.attempt(() => {
    for (const row of reader.all('pragma integrity_check(100)', [])) {
      const line = String(Object.values(row)[0])
      if (line === 'ok') continue
      const table = /\bin ([a-z_]+)(?:\.[a-z_]+)?$/.exec(line)?.[1]
      check.found('database.integrity', `${line}.`, table === undefined ? {} : { table })
    }
  })
  check.attempt(() => {
    for (const row of reader.all('pragma foreign_key_check', [])) {
      check.found('database.foreign_key', `it names a row of ${row.parent} that is not there.`, {
        table: String(row.table),
        row: String(row.rowid),
      })
    }
  })
  return check.done(
    'SQLite finds its pages, indexes, column types, rules and foreign keys in order',
  )
}
