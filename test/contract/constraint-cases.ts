/** What the database itself refuses, and the parts of SQLite that the house leans on. */
import assert from 'node:assert/strict'
import type { Store } from '../../src/store/store.ts'
import type { StoreCase } from './store-contract.ts'

const family = `
  create table parent (id integer primary key) strict;
  create table child (id integer primary key, parent_id integer not null references parent) strict;
  create table late (id integer primary key,
    parent_id integer not null references parent deferrable initially deferred) strict;`

const bornLate = 'insert into late values (1, 1)'

function counts(store: Store): number[] {
  return ['parent', 'child', 'late'].map((table) =>
    Number(store.all(`select count(*) as count from ${table}`, [])[0]?.count),
  )
}

/** True too when the table itself was undone: an object undoes the whole turn. */
function isEmpty(store: Store, table: string): boolean {
  const made = store.all('select 1 from sqlite_schema where name = ?', [table]).length > 0
  return !made || store.all(`select 1 from ${table}`, []).length === 0
}

function words(store: Store, sql: string): string {
  return store
    .all(sql, [])
    .map((row) => Object.values(row).join(':'))
    .join(' ')
}

export const constraintCases: readonly StoreCase[] = [
  {
    name: '[S20] a CHECK refuses, and inside a transaction undoes its statement alone',
    run(store) {
      store.script('create table sum (amount_minor integer check (amount_minor > 0)) strict')
      store.transaction((): undefined => {
        store.run('insert into sum values (1)', [])
        assert.throws(
          () => store.run('insert into sum values (5), (0)', []),
          /CHECK constraint failed/,
        )
      })
      assert.equal(words(store, 'select * from sum'), '1')
    },
  },
  {
    name: '[S21] a trigger refuses in its own words',
    run(store) {
      store.script(`create table month (name text) strict;
        create trigger shut before insert on month when new.name = 'March'
        begin select raise(abort, 'a closed period takes no entry'); end;`)
      store.run('insert into month values (?)', ['April'])
      assert.throws(
        () => store.run('insert into month values (?)', ['March']),
        /a closed period takes no entry/,
      )
      assert.equal(words(store, 'select * from month'), 'April')
    },
  },
  {
    name: '[S22] INSERT OR REPLACE does not slip past a never-removed trigger',
    run(store) {
      store.script(`create table fact (id integer primary key, said text unique) strict;
        create trigger never before delete on fact begin select raise(abort, 'never removed'); end;
        insert into fact values (1, 'one');`)
      for (const row of ["(1, 'two')", "(2, 'one')"]) {
        const replace = () => store.run(`insert or replace into fact values ${row}`, [])
        assert.throws(replace, /never removed/)
      }
      assert.equal(words(store, 'select * from fact'), '1:one')
    },
  },
  {
    name: '[S23] an immediate foreign key refuses at once',
    run(store) {
      store.script(family)
      assert.throws(
        () => store.run('insert into child values (1, 1)', []),
        /FOREIGN KEY constraint failed/,
      )
      assert.deepEqual(counts(store), [0, 0, 0])
    },
  },
  {
    name: '[S24] a deferred foreign key may be made good before the commit',
    run(store) {
      store.script(family)
      store.transaction((): undefined => {
        store.transaction((): undefined => store.run(bornLate, []) as undefined)
        store.run('insert into parent values (1)', [])
      })
      assert.deepEqual(counts(store), [1, 0, 1])
    },
  },
  {
    name: '[S25] a deferred foreign key left broken is refused at the commit; nothing is kept',
    failsAtCommit: /FOREIGN KEY constraint failed/,
    run(store) {
      store.script(family)
      store.transaction((): undefined => store.run(bornLate, []) as undefined)
    },
    after: (store) => assert.ok(isEmpty(store, 'late')),
  },
  {
    name: '[S25] also when a nested transaction broke it',
    failsAtCommit: /FOREIGN KEY constraint failed/,
    run(store) {
      store.script(family)
      store.transaction((): undefined => {
        store.run('insert into parent values (2)', [])
        store.transaction((): undefined => store.run(bornLate, []) as undefined)
      })
    },
    after: (store) => assert.ok(isEmpty(store, 'parent') && isEmpty(store, 'late')),
  },
  {
    name: '[S26] a deferred foreign key broken in a nested transaction that was undone does no harm',
    run(store) {
      store.script(family)
      store.transaction((): undefined => {
        const broken = () =>
          store.transaction((): undefined => {
            store.run(bornLate, [])
            throw new Error('undone')
          })
        assert.throws(broken, /undone/)
        store.run('insert into parent values (7)', [])
      })
      assert.deepEqual(counts(store), [1, 0, 0])
    },
  },
  {
    name: '[S27] UNIQUE and a partial unique index refuse the second, not what the index leaves out',
    run(store) {
      store.script(`create table act (id integer primary key, code text unique, undoes integer) strict;
        create unique index undone_once on act (undoes) where undoes is not null;
        insert into act values (1, 'a', null), (2, 'b', null), (3, 'c', 1);`)
      assert.throws(
        () => store.run("insert into act values (4, 'a', null)", []),
        /UNIQUE constraint failed: act.code/,
      )
      assert.throws(
        () => store.run("insert into act values (4, 'd', 1)", []),
        /UNIQUE constraint failed: act.undoes/,
      )
      store.run("insert into act values (4, 'd', null)", [])
    },
  },
  {
    name: '[S28] an upsert answers the row it made or changed, and `run` finishes it unread',
    run(store) {
      store.script('create table sum (id integer primary key, amount integer not null) strict')
      const upsert = `insert into sum values (?, ?)
        on conflict (id) do update set amount = amount + excluded.amount returning id, amount`
      assert.deepEqual({ ...store.all(upsert, [1, 5])[0] }, { id: 1, amount: 5 })
      assert.deepEqual({ ...store.all(upsert, [1, 7])[0] }, { id: 1, amount: 12 })
      store.run(upsert, [1, 8])
      assert.equal(words(store, 'select amount from sum'), '20')
    },
  },
  {
    name: '[S29] FTS5 trigrams find three Chinese characters within a name',
    run(store) {
      store.script(`create virtual table named using fts5 (name, tokenize = 'trigram');
        insert into named values ('互助关爱基金'), ('互助基金'), ('教育关爱金');`)
      const find = 'select name from named where named match ?'
      assert.deepEqual(
        store.all(find, ['"关爱基"']).map((row) => row.name),
        ['互助关爱基金'],
      )
      assert.equal(store.all(find, ['"关爱"']).length, 0)
      assert.equal(store.all("select name from named where name like '%关爱%'", []).length, 2)
    },
  },
  {
    name: '[S30] WITHOUT ROWID tables keep their key order and refuse a NULL in the key',
    run(store) {
      store.script(`create table balance (fund integer, day text, sum integer,
        primary key (fund, day)) strict, without rowid;
        insert into balance values (2, '2025-01-02', 3), (1, '2025-01-01', 1), (2, '2025-01-01', 2);`)
      assert.equal(words(store, 'select sum from balance'), '1 2 3')
      assert.throws(
        () => store.run('insert into balance values (1, null, 1)', []),
        /NOT NULL constraint failed: balance.day/,
      )
    },
  },
  {
    name: '[S31] window functions give running sums',
    run(store) {
      store.script('create table moved (id integer primary key, sum integer) strict')
      store.run('insert into moved values (1, 5), (2, -2), (3, 4)', [])
      const running = 'select sum(sum) over (order by id) as running from moved order by id'
      assert.equal(words(store, running), '5 3 7')
    },
  },
]
