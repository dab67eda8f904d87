/** What goes into a store comes out of it. */
import assert from 'node:assert/strict'
import type { SqlValue, Store } from '../../src/store/store.ts'
import type { StoreCase } from './store-contract.ts'

const table = `create table kept (
  id integer primary key, whole integer, words text, bytes blob, part real) strict`

function keep(store: Store, column: string, value: SqlValue): SqlValue {
  store.script(table)
  store.run(`insert into kept (id, ${column}) values (1, ?)`, [value])
  return store.all(`select ${column} as value from kept`, [])[0]!.value!
}

const exact: readonly (readonly [string, string, SqlValue])[] = [
  ['an empty text', 'words', ''],
  ['a Latin text with quotes and a line break', 'words', `Mary O'Brien\n"x"; drop table kept --`],
  ['a Chinese text', 'words', '互助关爱基金'],
  ['a name of Extension B and an emoji, beyond the basic plane', 'words', '𠮷野家 👩‍👧'],
  ['zero', 'whole', 0],
  ['a negative integer', 'whole', -42],
  ['an integer beyond 32 bits', 'whole', 4_294_967_297],
  ['2^53 - 1', 'whole', Number.MAX_SAFE_INTEGER],
  ['-(2^53 - 1)', 'whole', Number.MIN_SAFE_INTEGER],
  ['a real', 'part', 0.1],
]

const refused: readonly (readonly [string, string, SqlValue])[] = [
  ['a word in an INTEGER column', 'whole', 'ten'],
  ['a fraction in an INTEGER column', 'whole', 1.5],
  ['bytes in a TEXT column', 'words', new Uint8Array([1])],
  ['text in a BLOB column', 'bytes', 'abc'],
]

export const valueCases: readonly StoreCase[] = [
  ...exact.map(([what, column, value]) => ({
    name: `[S1] ${what} comes back as it went in`,
    run: (store: Store) => assert.equal(keep(store, column, value), value),
  })),
  {
    name: '[S2] NULL comes back as null in every kind of column',
    run(store) {
      store.script(table)
      store.run('insert into kept values (1, ?, ?, ?, ?)', [null, null, null, null])
      assert.deepEqual(
        { ...store.all('select * from kept', [])[0] },
        {
          id: 1,
          whole: null,
          words: null,
          bytes: null,
          part: null,
        },
      )
    },
  },
  ...[[], [0], [0, 255, 1, 128], Array.from({ length: 70_000 }, (_, index) => index % 256)].map(
    (bytes) => ({
      name: `[S3] ${bytes.length} bytes come back as a Uint8Array`,
      run(store: Store) {
        const kept = keep(store, 'bytes', Uint8Array.from(bytes))
        assert.ok(kept instanceof Uint8Array)
        assert.deepEqual(Array.from(kept), bytes)
      },
    }),
  ),
  {
    name: '[S3] a view into a longer buffer keeps only what it shows',
    run(store) {
      const kept = keep(store, 'bytes', new Uint8Array([9, 1, 2, 9]).subarray(1, 3))
      assert.deepEqual(Array.from(kept as Uint8Array), [1, 2])
    },
  },
  {
    name: '[S3] a walk gives bytes as Uint8Array too',
    run(store) {
      keep(store, 'bytes', Uint8Array.of(7))
      for (const row of store.each('select bytes from kept', [])) {
        assert.ok(row.bytes instanceof Uint8Array)
      }
    },
  },
  ...refused.map(([what, column, value]) => ({
    name: `[S4] ${what} is refused`,
    run: (store: Store) =>
      assert.throws(() => keep(store, column, value), /cannot store \w+ value in \w+ column kept/),
  })),
  {
    name: '[S5] a parameter is a REAL until a column or a cast makes it an integer',
    run(store) {
      const [row] = store.all(
        'select typeof(?) as bare, 7 / ? as split, 7 / cast(? as integer) as whole',
        [1, 2, 2],
      )
      assert.deepEqual({ ...row }, { bare: 'real', split: 3.5, whole: 3 })
    },
  },
  {
    name: '[S6] a hundred parameters bind in their order',
    run(store) {
      const values = Array.from({ length: 100 }, (_, index) => index)
      const marks = values.map(() => '(?)').join(', ')
      store.script(table)
      store.run(`insert into kept (id) values ${marks}`, values)
      assert.deepEqual(
        store.all('select id from kept order by id', []).map((row) => row.id),
        values,
      )
    },
  },
  {
    name: '[S7] too few and too many values are refused',
    run(store) {
      store.script(table)
      assert.throws(() => store.run('insert into kept (id, whole) values (?, ?)', [1]))
      assert.throws(() => store.run('insert into kept (id) values (?)', [1, 2]))
      assert.deepEqual(store.all('select * from kept', []), [])
    },
  },
  {
    name: '[S8] a query without rows gives an empty list',
    run(store) {
      store.script(table)
      assert.deepEqual(store.all('select * from kept where id = ?', [3]), [])
      assert.deepEqual([...store.each('select * from kept', [])], [])
    },
  },
]
