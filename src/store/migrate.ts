/** Brings a database to the newest schema, or says why it cannot. */
import { type Migration, migrations } from '../../db/migrations.ts'
import { sha256Hex } from '../kit/digest.ts'
import { refusal } from '../kit/refusal.ts'
import type { Reader, Store } from './store.ts'

export const notABook = refusal<{ found: string }>(
  'book.not_a_book',
  422,
  ({ found }) => `This file is not a Care Ledger book: ${found}.`,
  'Give the path of a book made by Care Ledger, or restore one from a backup.',
)

export const bookTooNew = refusal<{ found: number; known: number }>(
  'book.too_new',
  422,
  ({ found, known }) =>
    `This book has schema ${found}; this release of Care Ledger knows schemas up to ${known}.`,
  'Install the newer release of Care Ledger that wrote it.',
)

export const bookTooOld = refusal<{ found: number; known: number }>(
  'book.too_old',
  422,
  ({ found, known }) =>
    `This book has schema ${found}; this release of Care Ledger reads ${known}.`,
  'Make a backup, then open it once with `care-ledger serve`, which brings it up to date.',
)

export const schemaAltered = refusal<{ version: number }>(
  'book.schema_altered',
  422,
  ({ version }) => `Migration ${version} of this book is not the one that was released.`,
  'The book was changed by other hands; restore it from a backup.',
)

const table = `create table migration (
  version integer primary key,
  name text not null,
  digest text not null
) strict`

/** Tables that workerd and its local simulator keep in every object. */
const ofHost = /^(_cf_|__miniflare_)/

/** The schema version of a database: 0 when it is empty. Refuses what is not a book. */
export function schemaVersion(reader: Reader): number {
  const tables = reader.all("select name from sqlite_schema where type = 'table'", [])
  const names = tables.map((row) => String(row.name)).filter((name) => !ofHost.test(name))
  if (names.length === 0) return 0
  if (!names.includes('migration') || !names.includes('event')) {
    throw notABook({ found: `it holds the tables ${names.slice(0, 5).join(', ')}` })
  }
  const [row] = reader.all('select coalesce(max(version), 0) as version from migration', [])
  return Number(row?.version)
}

/** Refuses a database whose schema is not exactly this release's. */
export function requireCurrent(reader: Reader): void {
  const found = schemaVersion(reader)
  const known = migrations.length
  if (found === 0) throw notABook({ found: 'it is empty' })
  if (found > known) throw bookTooNew({ found, known })
  if (found < known) throw bookTooOld({ found, known })
  requireReleased(reader, migrations)
}

/**
 * Applies the migrations that are missing, all in one transaction. Released ones are frozen: a digest of
 * each is kept and compared.
 */
export function migrate(store: Store, list: readonly Migration[] = migrations): void {
  if (missing(store, list).length === 0) return
  store.transaction((): undefined => {
    // Asked again, now that no other process can write: one of them may have been faster.
    const now = missing(store, list)
    if (now.length === list.length) store.script(table)
    for (const { version, name, sql } of now) {
      store.script(sql)
      store.run('insert into migration (version, name, digest) values (?, ?, ?)', [
        version,
        name,
        sha256Hex(sql),
      ])
    }
  })
}

function missing(reader: Reader, list: readonly Migration[]): readonly Migration[] {
  const found = schemaVersion(reader)
  if (found > list.length) throw bookTooNew({ found, known: list.length })
  if (found > 0) requireReleased(reader, list)
  return list.slice(found)
}

/** Every applied migration, and no other, must be on record with the digest of the released one. */
function requireReleased(reader: Reader, list: readonly Migration[]): void {
  const found = reader.all('select version, digest from migration order by version', [])
  for (const [index, row] of found.entries()) {
    const released = list[index]
    const same =
      released && released.version === row.version && sha256Hex(released.sql) === row.digest
    if (!same) throw schemaAltered({ version: index + 1 })
  }
}
