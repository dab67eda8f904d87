/** Migrations, inserts and prepared queries on a store that holds a book. */
import assert from 'node:assert/strict'
import { type Migration, migrations } from '../../db/migrations.ts'
import type { Row } from '../../db/schema.ts'
import type { EventSeq, FundId, UnitId } from '../../src/kit/ids.ts'
import { migrate, requireCurrent, schemaVersion } from '../../src/store/migrate.ts'
import { build, each, first, insert, prepare, rows, write } from '../../src/store/prepare.ts'
import type { Store, Writer } from '../../src/store/store.ts'
import type { StoreCase } from './store-contract.ts'

const next: Migration = {
  version: migrations.length + 1,
  name: 'next',
  sql: 'create table added (id integer primary key) strict; insert into added values (1);',
}

const broken: Migration = {
  ...next,
  sql: 'create table added (id integer primary key) strict; insert into added values (1), (1);',
}

function schemaOf(store: Store): string {
  return JSON.stringify(store.all('select name, sql from sqlite_schema order by name', []))
}

function code(expected: string) {
  return (error: unknown) => {
    assert.equal((error as { code?: string }).code, expected)
    return true
  }
}

function writerOn(store: Store, told: unknown[] = []): Writer {
  return { ...store, witness: (table, values) => told.push([table, ...values]) }
}

const event: Row<'event'> = {
  seq: 1 as EventSeq,
  at: 1_735_689_600_000,
  actor: 'user 1',
  command: 'funds.open',
  subject: 'fund 1',
  rows_digest: new Uint8Array(32),
  hash: new Uint8Array(32).fill(7),
}

/** A unit that one of the funds belongs to. */
const north = 1 as UnitId

function fund(id: number, unit: UnitId | null): Row<'fund'> {
  return {
    id: id as FundId,
    code: `F${id}`,
    name: '互助关爱基金',
    restriction: 'purpose',
    purpose: 'hardship',
    currency: 'CNY',
    unit_id: unit,
    event_seq: 1 as EventSeq,
  }
}

function withFunds(store: Store): Writer {
  const writer = writerOn(store)
  migrate(store)
  store.transaction((): undefined => {
    insert(writer, 'unit', { id: north, code: 'north', event_seq: 1 as EventSeq })
    insert(writer, 'fund', fund(1, null))
    insert(writer, 'fund', fund(2, north))
    insert(writer, 'fund', fund(3, null))
    insert(writer, 'event', event)
  })
  return writer
}

const migrationCases: readonly StoreCase[] = [
  {
    name: '[S40] migrations make a book of an empty database, once',
    run(store) {
      assert.equal(schemaVersion(store), 0)
      assert.throws(() => requireCurrent(store), code('book.not_a_book'))
      migrate(store)
      requireCurrent(store)
      const made = schemaOf(store)
      migrate(store)
      assert.equal(schemaOf(store), made)
      assert.equal(schemaVersion(store), migrations.length)
    },
  },
  {
    name: '[S41] a book is brought on to a newer schema; an older release then refuses it',
    run(store) {
      migrate(store)
      migrate(store, [...migrations, next])
      assert.equal(schemaVersion(store), next.version)
      assert.equal(store.all('select id from added', []).length, 1)
      const made = schemaOf(store)
      assert.throws(() => migrate(store), code('book.too_new'))
      assert.throws(() => requireCurrent(store), code('book.too_new'))
      assert.equal(schemaOf(store), made)
    },
  },
  {
    name: '[S42] a migration that fails leaves the book as it was',
    run(store) {
      migrate(store)
      const made = schemaOf(store)
      assert.throws(() => migrate(store, [...migrations, broken]), /UNIQUE constraint failed/)
      assert.equal(schemaOf(store), made)
      requireCurrent(store)
    },
  },
  {
    name: '[S43] a database that is not a book is refused and left alone',
    run(store) {
      store.script('create table recipes (id integer primary key) strict')
      assert.throws(() => migrate(store), code('book.not_a_book'))
      assert.throws(() => requireCurrent(store), code('book.not_a_book'))
      assert.throws(() => migrate(store), /holds the tables recipes/)
      assert.ok(!schemaOf(store).includes('migration'))
    },
  },
  {
    name: '[S44] a migration other than the released one is refused',
    run(store) {
      migrate(store)
      store.run("update migration set digest = 'ab' where version = 1", [])
      assert.throws(() => migrate(store), code('book.schema_altered'))
      assert.throws(() => requireCurrent(store), code('book.schema_altered'))
    },
  },
  {
    name: '[S44] a migration missing from the record is refused',
    run(store) {
      migrate(store, [...migrations, next])
      store.run('delete from migration where version = 1', [])
      assert.throws(() => migrate(store, [...migrations, next]), code('book.schema_altered'))
    },
  },
]

const ofCode = prepare((p: { code: string }) =>
  build
    .selectFrom('fund')
    .select(['id', 'name'])
    .where((where) =>
      where.or([
        where('code', '=', p.code),
        where('name', '=', p.code),
        where('purpose', '=', p.code),
      ]),
    )
    .orderBy('id'),
)

const page = prepare((p: { after: FundId; count: number }) =>
  build
    .selectFrom('fund')
    .select('id')
    .where('id', '>', p.after)
    .where('currency', '=', 'CNY')
    .orderBy('id')
    .limit(p.count),
)

const ofUnit = prepare((p: { unit: UnitId | null }) =>
  build.selectFrom('fund').select('id').where('unit_id', 'is', p.unit).orderBy('id'),
)

const openMonth = prepare((p: { month: Row<'period'>['month'] }) =>
  build
    .insertInto('period')
    .values({ month: p.month, state: 'open' })
    .onConflict((conflict) => conflict.column('month').doUpdateSet({ state: 'closed' })),
)

const queryCases: readonly StoreCase[] = [
  {
    name: '[S50] insert writes a row and tells the witness its values in column order',
    run(store) {
      const told: unknown[] = []
      migrate(store)
      store.transaction((): undefined => {
        insert(writerOn(store, told), 'fund', fund(1, null))
        insert(writerOn(store, told), 'event', event)
      })
      const values = [1, 'F1', '互助关爱基金', 'purpose', 'hardship', 'CNY', null, 1]
      assert.deepEqual(told, [['fund', ...values]])
      assert.deepEqual(Object.values(store.all('select * from fund', [])[0]!), values)
    },
  },
  {
    name: '[S51] insert refuses a row that lacks a column rather than write NULL',
    run(store) {
      migrate(store)
      const { unit_id: _, ...rest } = fund(1, null)
      assert.throws(
        () => insert(writerOn(store), 'fund', rest as Row<'fund'>),
        /No value is given for unit/,
      )
    },
  },
  {
    name: '[S52] a parameter may stand in several places of a prepared query',
    run(store) {
      withFunds(store)
      assert.deepEqual({ ...first(store, ofCode, { code: 'F2' }) }, { id: 2, name: '互助关爱基金' })
      assert.equal(rows(store, ofCode, { code: '互助关爱基金' }).length, 3)
      assert.equal(first(store, ofCode, { code: 'hardship' })?.id, 1)
      assert.equal(first(store, ofCode, { code: 'South' }), undefined)
    },
  },
  {
    name: '[S53] a limit may be a parameter, and constants keep their places among parameters',
    run(store) {
      withFunds(store)
      const ids = (after: number, count: number) =>
        rows(store, page, { after: after as FundId, count }).map((row) => Number(row.id))
      assert.deepEqual(ids(0, 2), [1, 2])
      assert.deepEqual(ids(2, 2), [3])
      assert.deepEqual(ids(1, 0), [])
      assert.equal([...each(store, page, { after: 0 as FundId, count: 9 })].length, 3)
    },
  },
  {
    name: '[S54] null is a value like another; a missing one is refused',
    run(store) {
      withFunds(store)
      const ids = (unit: UnitId | null) =>
        rows(store, ofUnit, { unit }).map((row) => Number(row.id))
      assert.deepEqual(ids(null), [1, 3])
      assert.deepEqual(ids(north), [2])
      assert.throws(() => rows(store, ofUnit, {} as { unit: null }), /No value is given for unit/)
    },
  },
  {
    name: '[S55] a prepared statement writes',
    run(store) {
      const writer = withFunds(store)
      const month = '2025-01' as Row<'period'>['month']
      write(writer, openMonth, { month })
      write(writer, openMonth, { month })
      assert.deepEqual(Object.values(store.all('select * from period', [])[0]!), [month, 'closed'])
    },
  },
]

export const bookCases: readonly StoreCase[] = [...migrationCases, ...queryCases]
