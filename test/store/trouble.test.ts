import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/kit/refusal.ts'
import { openSqlite, storeOn } from '../../src/store/better-sqlite3.ts'
import { refusalOfCode } from '../../src/store/refusals.ts'
import type { Store } from '../../src/store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-trouble-'))
afterAll(() => rmSync(folder, { recursive: true }))

const noted = 'create table noted (id integer primary key, body text) strict'
const note = 'insert into noted (body) values (?)'
const page = 'x'.repeat(3000)

const full = expect.objectContaining({
  code: 'store.disk_full',
  status: 507,
  message: expect.stringMatching(
    /^There is no room left for the database .*; nothing was recorded\.$/,
  ),
})

function caught(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

function count(store: Store): unknown {
  return store.all('select count(*) as count from noted', [])[0]?.count
}

function sound(store: Store): unknown {
  return store.all('pragma integrity_check', [])[0]?.integrity_check
}

function fill(store: Store, rows: number): void {
  store.transaction((): undefined => {
    for (let row = 0; row < rows; row += 1) store.run(note, [page])
  })
}

describe('a database that may grow no further', () => {
  it('refuses with store.disk_full, keeps nothing of the transaction, and takes writes again', () => {
    const connection = new Sqlite(join(folder, 'limited.db'))
    connection.pragma('journal_mode = WAL')
    const store = storeOn(connection)
    store.script(noted)
    fill(store, 3)
    connection.pragma('max_page_count = 20')
    expect(caught(() => fill(store, 100))).toEqual(full)
    expect([count(store), sound(store), connection.inTransaction]).toEqual([3, 'ok', false])
    connection.pragma('max_page_count = 1000')
    fill(store, 100)
    expect([count(store), sound(store)]).toEqual([103, 'ok'])
    store.close()
  })

  it('refuses with one cause all that shared a transaction with the write that filled it', () => {
    const connection = new Sqlite(join(folder, 'shared-commit.db'))
    const store = storeOn(connection)
    store.script(noted)
    connection.pragma('max_page_count = 20')
    const sharing = () =>
      store.transaction((): undefined => {
        fill(store, 2)
        const cause = caught(() => fill(store, 100))
        expect(cause).toEqual(full)
        expect(caught(() => fill(store, 1))).toBe(cause)
      })
    expect(caught(sharing)).toEqual(full)
    expect([count(store), sound(store)]).toEqual([0, 'ok'])
    connection.pragma('max_page_count = 1000')
    fill(store, 3)
    expect([count(store), sound(store)]).toEqual([3, 'ok'])
    store.close()
  })
})

describe('a disk without room', () => {
  const mounted = join(folder, 'small')
  mkdirSync(mounted)
  const mountRefused = caught(() =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mounted], { stdio: 'ignore' }),
  )
  afterAll(() => {
    if (!mountRefused) execFileSync('umount', [mounted])
  })

  it.skipIf(mountRefused)(
    'refuses, keeps what was committed, and takes writes when room is made',
    () => {
      const store = openSqlite(join(mounted, 'book.db'))
      store.script(noted)
      fill(store, 10)
      const ballast = join(mounted, 'ballast')
      caught(() => writeFileSync(ballast, Buffer.alloc(2_000_000)))
      expect(caught(() => fill(store, 500))).toEqual(full)
      expect([count(store), sound(store)]).toEqual([10, 'ok'])
      rmSync(ballast)
      fill(store, 20)
      expect([count(store), sound(store)]).toEqual([30, 'ok'])
      store.close()
      const again = openSqlite(join(mounted, 'book.db'), { mustExist: true })
      expect([count(again), sound(again)]).toEqual([30, 'ok'])
      again.close()
    },
  )
})

describe('a transaction that SQLite undid while its body still ran', () => {
  it('refuses all that the body tries afterwards, with the first cause, and keeps nothing', () => {
    const store = openSqlite(join(folder, 'undone.db'))
    store.script(`create table one (id integer primary key) strict; ${noted}`)
    store.run('insert into one values (1)', [])
    const afterwards: unknown[] = []
    const outcome = caught(() =>
      store.transaction((): undefined => {
        store.run(note, ['before'])
        const cause = caught(() => store.run('insert or rollback into one values (1)', []))
        const rest = [
          () => store.run(note, ['after']),
          () => store.all('select 1', []),
          () => [...store.each('select 1', [])],
          () => store.script("insert into noted values (9, 'script')"),
          () => fill(store, 1),
        ]
        for (const act of rest) afterwards.push(caught(act) === cause)
      }),
    )
    expect(afterwards).toEqual([true, true, true, true, true])
    expect(String(outcome)).toMatch(/UNIQUE constraint failed: one.id/)
    expect(count(store)).toBe(0)
    fill(store, 1)
    expect(count(store)).toBe(1)
    store.close()
  })
})

describe('two connections to one book', () => {
  it('a second writer is refused with store.busy, and its book is none the worse', () => {
    const path = join(folder, 'shared.db')
    const first = openSqlite(path)
    first.script(noted)
    const connection = new Sqlite(path, { timeout: 20 })
    const second = storeOn(connection)
    first.transaction((): undefined => {
      first.run(note, ['mine'])
      const refusal = caught(() => fill(second, 1)) as Refusal
      expect([refusal.code, refusal.status]).toEqual(['store.busy', 503])
      expect(count(second)).toBe(0)
    })
    fill(second, 1)
    expect(count(first)).toBe(2)
    first.close()
    second.close()
  })

  it('a book may be opened while another writes to it', () => {
    const path = join(folder, 'shared.db')
    const first = openSqlite(path)
    first.transaction((): undefined => {
      first.run(note, ['mine'])
      openSqlite(path).close()
    })
    first.close()
  })

  it('a snapshot sees one state, whatever another commits meanwhile', () => {
    const path = join(folder, 'shared.db')
    const [reader, writer] = [openSqlite(path, { readOnly: true }), openSqlite(path)]
    reader.snapshot(() => {
      const before = count(reader)
      fill(writer, 5)
      expect(count(reader)).toBe(before)
    })
    expect(count(reader)).toBe(count(writer))
    reader.close()
    writer.close()
  })
})

describe('result codes', () => {
  it.each([
    ['SQLITE_FULL', 'store.disk_full', 507],
    ['SQLITE_IOERR', 'store.io_error', 503],
    ['SQLITE_IOERR_WRITE', 'store.io_error', 503],
    ['SQLITE_BUSY_SNAPSHOT', 'store.busy', 503],
    ['SQLITE_PROTOCOL', 'store.busy', 503],
    ['SQLITE_READONLY_DBMOVED', 'store.read_only', 503],
    ['SQLITE_CORRUPT_INDEX', 'store.damaged', 503],
    ['SQLITE_NOTADB', 'store.not_a_database', 422],
    ['SQLITE_CANTOPEN_ISDIR', 'store.cannot_open', 422],
    ['SQLITE_PERM', 'store.cannot_open', 422],
  ])('%s is %s', (code, named, status) => {
    const refusal = refusalOfCode(code, '/books/a.db')
    expect([refusal?.code, refusal?.status]).toEqual([named, status])
    expect(refusal?.message).toContain('/books/a.db')
  })

  it.each(['SQLITE_CONSTRAINT_CHECK', 'SQLITE_ERROR', 'SQLITE_MISUSE', 'SQLITE_FULLER'])(
    '%s stays an error: it tells of a defect',
    (code) => expect(refusalOfCode(code, '/books/a.db')).toBeUndefined(),
  )
})
