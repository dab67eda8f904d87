import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate, requireCurrent } from '../../src/store/migrate.ts'
import type { OpenOptions } from '../../src/store/sqlite-connection.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-files-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

/** Opens a file as the server does, or to read only, and closes it again. */
function open(name: string, options: OpenOptions = { mustExist: true }): void {
  const store = openSqlite(at(name), options)
  try {
    if (options.readOnly) requireCurrent(store)
    else migrate(store)
  } finally {
    store.close()
  }
}

function refusalOf(act: () => void): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]

beforeAll(() => {
  open('book.db', {})
  const whole = readFileSync(at('book.db'))
  copyFileSync(at('book.db'), at('truncated.db'))
  truncateSync(at('truncated.db'), whole.length >> 1)
  writeFileSync(at('header.db'), whole.subarray(0, 60))
  writeFileSync(at('empty.db'), '')
  const noise = Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 97 + 13) % 251))
  writeFileSync(at('noise.db'), noise)
  writeFileSync(at('picture.db'), Buffer.concat([Buffer.from(pngHead), noise]))
  const scribbled = Buffer.from(whole)
  scribbled.fill(0xa5, 100, 4096)
  writeFileSync(at('scribbled.db'), scribbled)
  mkdirSync(at('folder.db'))
  const other = new Sqlite(at('recipes.db'))
  other.exec('create table recipes (id integer primary key)')
  other.close()
  copyFileSync(at('book.db'), at('newer.db'))
  const newer = openSqlite(at('newer.db'))
  const added = { version: migrations.length + 1, name: 'added', sql: 'select 1' }
  migrate(newer, [...migrations, added])
  newer.close()
  copyFileSync(at('book.db'), at('older.db'))
  const older = openSqlite(at('older.db'))
  older.run('delete from migration where version = ?', [migrations.length])
  older.close()
})

const write: OpenOptions = { mustExist: true }
const read: OpenOptions = { readOnly: true }
const make: OpenOptions = {}

const refused: readonly (readonly [string, string, string, OpenOptions, RegExp])[] = [
  ['a truncated book', 'store.damaged', 'truncated.db', write, /truncated.db is damaged/],
  ['a truncated book', 'store.damaged', 'truncated.db', read, /truncated.db is damaged/],
  ['half a header', 'store.damaged', 'header.db', write, /header.db is damaged/],
  ['a book scribbled over', 'store.damaged', 'scribbled.db', write, /scribbled.db is damaged/],
  ['an empty file', 'store.empty_file', 'empty.db', write, /empty.db is empty/],
  ['an empty file', 'store.empty_file', 'empty.db', read, /empty.db is empty/],
  ['random bytes', 'store.not_a_database', 'noise.db', write, /noise.db is not a SQLite database/],
  ['a picture', 'store.not_a_database', 'picture.db', write, /picture.db is not a SQLite/],
  ['a picture', 'store.not_a_database', 'picture.db', read, /picture.db is not a SQLite/],
  ['a picture', 'store.not_a_database', 'picture.db', make, /picture.db is not a SQLite/],
  [
    'a folder',
    'store.cannot_open',
    'folder.db',
    write,
    /folder.db cannot be opened: it is a folder/,
  ],
  ['no file', 'store.no_such_file', 'none.db', write, /There is no file .*none.db/],
  ['no file', 'store.no_such_file', 'none.db', read, /There is no file .*none.db/],
  ['no folder', 'store.cannot_open', 'no/where.db', make, /its folder does not exist/],
  ['a file as folder', 'store.cannot_open', 'book.db/x.db', make, /its folder does not exist/],
  ['a database of recipes', 'book.not_a_book', 'recipes.db', write, /holds the tables recipes/],
  ['a book of a newer release', 'book.too_new', 'newer.db', write, /knows schemas up to \d/],
  ['a book of a newer release', 'book.too_new', 'newer.db', read, /knows schemas up to \d/],
]

describe('a file that is no book is refused in a sentence', () => {
  it.each(refused)('%s: %s (%s, %j)', (_what, code, name, options, sentence) => {
    const refusal = refusalOf(() => open(name, options))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(sentence)
    expect(refusal.message).toMatch(/^[A-Z].*\.$/)
    expect(refusal.remedy).toMatch(/^[A-Z].*\.$/)
    expect([422, 503]).toContain(refusal.status)
  })

  it('a book whose schema is older is refused for reading', () => {
    const refusal = refusalOf(() => open('older.db', read))
    expect(refusal.code).toBe(migrations.length === 1 ? 'book.not_a_book' : 'book.too_old')
  })

  it('no attempt leaves a file behind or changes one', () => {
    expect(refusalOf(() => open('none.db', write)).code).toBe('store.no_such_file')
    expect(() => readFileSync(at('none.db'))).toThrow(/ENOENT/)
    expect(readFileSync(at('picture.db')).subarray(0, 12)).toEqual(Buffer.from(pngHead))
    expect(readFileSync(at('empty.db')).length).toBe(0)
  })

  it('a healthy book still opens', () => {
    open('book.db', write)
    open('book.db', read)
  })
})

describe('a book that may not be written', () => {
  /** Root may write anywhere, so there the test steps down for a moment. */
  function asOrdinaryUser(act: () => void): void {
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      act()
    } finally {
      if (root) process.seteuid?.(0)
    }
  }

  it('is refused at once when opened to write', () => {
    copyFileSync(at('book.db'), at('sealed.db'))
    chmodSync(at('sealed.db'), 0o444)
    chmodSync(folder, 0o777)
    asOrdinaryUser(() => {
      const refusal = refusalOf(() => open('sealed.db', write))
      expect(refusal.code).toBe('store.read_only')
      expect(refusal.message).toMatch(/sealed.db may only be read/)
      expect(refusal.status).toBe(503)
    })
  })

  it('is refused in a folder that may not be written', () => {
    mkdirSync(at('sealed'))
    copyFileSync(at('book.db'), at('sealed/book.db'))
    chmodSync(at('sealed'), 0o555)
    asOrdinaryUser(() => {
      const refusal = refusalOf(() => open('sealed/book.db', write))
      expect(['store.read_only', 'store.cannot_open']).toContain(refusal.code)
    })
    chmodSync(at('sealed'), 0o755)
  })

  it('refuses a write through a store opened to read', () => {
    const store = openSqlite(at('book.db'), read)
    const writing = () => store.run("insert into period values ('2025-01', 'open')", [])
    expect(refusalOf(writing).code).toBe('store.read_only')
    store.close()
  })
})
