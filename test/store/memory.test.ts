import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import type { Store } from '../../src/store/store.ts'

const byCode = 'select * from "fund" where "code" = ?'

let folder: string
let store: Store
let other: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'care-ledger-memory-'))
  store = openSqlite(join(folder, 'a.db'))
  store.script(`create table fund (code text primary key, name text) strict;
    create table posting (id integer primary key) strict;
    insert into fund values ('care', 'Care')`)
  other = openSqlite(join(folder, 'a.db'))
})

afterEach(() => {
  other.close()
  store.close()
  rmSync(folder, { recursive: true })
})

function nameOf(reader: Store, code = 'care'): unknown {
  return reader.steady(byCode, [code])?.name
}

function inTransaction<T>(work: () => T): T {
  return store.transaction(() => work() as never)
}

describe('what a connection remembers of tables that seldom change', () => {
  it('is the same row again while nothing has changed', () => {
    const first = inTransaction(() => store.steady(byCode, ['care']))
    expect(inTransaction(() => store.steady(byCode, ['care']))).toBe(first)
    expect(Object.isFrozen(first)).toBe(true)
  })

  it('is kept while rows of other tables are written', () => {
    const first = inTransaction(() => store.steady(byCode, ['care']))
    inTransaction(() => store.run('insert into posting values (1)', []))
    expect(inTransaction(() => store.steady(byCode, ['care']))).toBe(first)
  })

  it('ends when another connection commits', () => {
    expect(inTransaction(() => nameOf(store))).toBe('Care')
    other.run(`update fund set name = 'Relief'`, [])
    expect(inTransaction(() => nameOf(store))).toBe('Relief')
  })

  it('ends when this connection writes to the table, also for a row that was not there', () => {
    inTransaction(() => {
      expect(nameOf(store, 'new')).toBeUndefined()
      store.run(`insert into "fund" values ('new', 'New')`, [])
      expect(nameOf(store, 'new')).toBe('New')
      store.run(`update fund set name = 'Newer' where code = 'new'`, [])
      expect(nameOf(store, 'new')).toBe('Newer')
      store.run(`delete from fund where code = 'new'`, [])
      expect(nameOf(store, 'new')).toBeUndefined()
    })
  })

  it.each([
    [`insert or replace into fund values ('care', 'Replaced')`],
    [`replace into fund values ('care', 'Replaced')`],
    [`with n as (select 'Replaced' as name) update fund set name = (select name from n)`],
  ])('ends when the text of a statement does not tell what it writes to: %s', (sql) => {
    inTransaction(() => {
      expect(nameOf(store)).toBe('Care')
      store.run(sql, [])
      expect(nameOf(store)).toBe('Replaced')
    })
  })

  it('ends with a transaction or a savepoint that is rolled back', () => {
    const fail = (): never => {
      store.run(`update fund set name = 'Undone'`, [])
      expect(nameOf(store)).toBe('Undone')
      throw new Error('undo')
    }
    expect(() => inTransaction(fail)).toThrow('undo')
    expect(inTransaction(() => nameOf(store))).toBe('Care')
    inTransaction(() => {
      expect(() => inTransaction(fail)).toThrow('undo')
      expect(nameOf(store)).toBe('Care')
    })
  })

  it('is not asked outside a transaction', () => {
    const first = store.steady(byCode, ['care'])
    expect(store.steady(byCode, ['care'])).not.toBe(first)
  })

  it('tells rows apart by all their values', () => {
    const sql = 'select ? as "a", ? as "b", (select count(*) from "fund") as "c"'
    inTransaction(() => {
      expect(store.steady(sql, ['x', 'y'])).toMatchObject({ a: 'x', b: 'y' })
      expect(store.steady(sql, ['y', 'x'])).toMatchObject({ a: 'y', b: 'x' })
      expect(store.steady(sql, ['x\n', 'y'])).toMatchObject({ a: 'x\n', b: 'y' })
      expect(store.steady(sql, ['x', '\ny'])).toMatchObject({ a: 'x', b: '\ny' })
    })
  })
})
