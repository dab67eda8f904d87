import { describe, expect, it } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { columns, type Table, witnessed } from '../../db/schema.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate, schemaVersion } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/store.ts'
import { fillSampleBook, put } from './sample-book.ts'

const tables = Object.keys(columns) as Table[]

function book(): Store {
  const store = openSqlite(':memory:')
  migrate(store)
  return store
}

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    )
  })

  it.each(migrations.map(({ version }) => version))('apply from every prefix: %i', (version) => {
    const store = openSqlite(':memory:')
    migrate(store, migrations.slice(0, version))
    expect(schemaVersion(store)).toBe(version)
    migrate(store)
    const schema = 'select type, name, sql from sqlite_schema order by name'
    expect(store.all(schema, [])).toEqual(book().all(schema, []))
    expect(store.all('pragma integrity_check', [])).toEqual([{ integrity_check: 'ok' }])
  })

  it('say above each table what one row is, and whether it is witnessed', () => {
    const text = migrations.map(({ sql }) => sql).join('\n')
    const said = [...text.matchAll(/((?:^--.*\n)*)^CREATE TABLE (\w+)/gm)]
    expect(said.map(([, , table]) => table).sort()).toEqual([...tables].sort())
    for (const [, comment, table] of said) {
      expect(comment, table).toMatch(/One row/)
      expect(/WITNESSED\. One row/.test(comment!), table).toBe(
        (witnessed as readonly string[]).includes(table!),
      )
    }
  })
})

describe('the migrated schema is the typed one', () => {
  const store = book()

  it('has the tables of the typed schema and no other, each STRICT', () => {
    const found = store.all(
      // Those of an index of words are its own.
      `select name, strict from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
      [],
    )
    const names = found.map((row) => row.name).filter((name) => name !== 'migration')
    expect(names.sort()).toEqual([...tables].sort())
    expect(found.filter((row) => row.strict !== 1)).toEqual([])
  })

  it.each(tables)('%s has its columns, in order', (table) => {
    const found = store.all(`pragma table_info("${table}")`, []).map((row) => ({
      name: row.name,
      sql: row.type,
      nullable: row.notnull === 0 && row.pk === 0,
    }))
    const typed = Object.entries(columns[table]).map(([name, { sql, nullable }]) => ({
      name,
      sql,
      nullable,
    }))
    expect(found).toEqual(typed)
  })

  it.each(witnessed)('%s names the event that covers it', (table) => {
    const triggers = store.all(
      `select name from sqlite_schema where type = 'trigger' and tbl_name = ?`,
      [table],
    )
    expect(triggers.map(({ name }) => name)).toContain(`${table}_of_next_event`)
    expect(Object.keys(columns[table]).at(-1)).toBe('event_seq')
  })
})

describe('what is witnessed only grows', () => {
  const store = book()
  fillSampleBook(store)

  it.each(['event', ...witnessed] as const)(
    '[rule 1] %s rows are never altered or removed',
    (table) => {
      const before = store.all(`select * from "${table}"`, [])
      expect(before.length).toBeGreaterThan(0)
      const first = Object.keys(columns[table])[0]!
      expect(() => store.run(`update "${table}" set "${first}" = "${first}"`, [])).toThrow(
        `${table} rows are never altered`,
      )
      expect(() => store.run(`delete from "${table}"`, [])).toThrow(
        `${table} rows are never removed`,
      )
      expect(() => put(store, table, {}, 'insert or replace')).toThrow()
      expect(store.all(`select * from "${table}"`, [])).toEqual(before)
    },
  )
})
