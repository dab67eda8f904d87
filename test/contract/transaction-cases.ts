/** All or nothing, one inside another, and walks over rows. */
import assert from 'node:assert/strict'
import type { Store } from '../../src/store/store.ts'
import type { StoreCase } from './store-contract.ts'

const note = 'insert into noted (id) values (?)'

function noted(store: Store): unknown[] {
  return store.all('select id from noted order by id', []).map((row) => row.id)
}

function withNotes(store: Store, count = 0): void {
  store.script('create table noted (id integer primary key) strict')
  for (let id = 1; id <= count; id += 1) store.run(note, [id])
}

function failAfter(store: Store, id: number): void {
  store.transaction((): undefined => {
    store.run(note, [id])
    throw new Error(`failed after ${id}`)
  })
}

export const transactionCases: readonly StoreCase[] = [
  {
    name: '[S10] a transaction answers what its body answers, and keeps what it wrote',
    run(store) {
      withNotes(store)
      const answer = store.transaction(() => {
        store.run(note, [1])
        return 'done'
      })
      assert.equal(answer, 'done')
      assert.deepEqual(noted(store), [1])
    },
  },
  {
    name: '[S11] an exception rolls everything back and passes on',
    run(store) {
      withNotes(store)
      assert.throws(() => failAfter(store, 1), /failed after 1/)
      assert.deepEqual(noted(store), [])
      store.transaction((): undefined => store.run(note, [2]) as undefined)
      assert.deepEqual(noted(store), [2])
    },
  },
  {
    name: '[S12] a nested transaction that fails undoes itself alone; the outer one goes on and commits',
    run(store) {
      withNotes(store)
      store.transaction((): undefined => {
        store.run(note, [1])
        assert.throws(() => failAfter(store, 2), /failed after 2/)
        store.run(note, [3])
        store.transaction((): undefined => {
          store.run(note, [4])
          assert.throws(() => failAfter(store, 5), /failed after 5/)
        })
      })
      assert.deepEqual(noted(store), [1, 3, 4])
    },
  },
  {
    name: '[S13] an outer transaction that fails undoes the nested ones that succeeded',
    run(store) {
      withNotes(store)
      const outer = () =>
        store.transaction((): undefined => {
          store.transaction((): undefined => store.run(note, [1]) as undefined)
          failAfter(store, 2)
        })
      assert.throws(outer, /failed after 2/)
      assert.deepEqual(noted(store), [])
    },
  },
  {
    name: '[S14] a body that answers a promise is refused and rolled back, nested or not',
    run(store) {
      withNotes(store)
      const waiting = (id: number) => () => {
        store.run(note, [id])
        return Promise.resolve(id) as unknown as undefined
      }
      assert.throws(() => store.transaction(waiting(1)), /A transaction may not wait/)
      store.transaction((): undefined => {
        store.run(note, [2])
        assert.throws(() => store.transaction(waiting(3)), /A transaction may not wait/)
      })
      assert.deepEqual(noted(store), [2])
    },
  },
  {
    name: '[S15] changes to the schema roll back like rows',
    run(store) {
      const making = () =>
        store.transaction((): undefined => {
          withNotes(store, 1)
          throw new Error('no')
        })
      assert.throws(making, /no/)
      assert.deepEqual(store.all("select name from sqlite_schema where name = 'noted'", []), [])
    },
  },
  {
    name: '[S16] a walk is lazy, may be left early, and leaves nothing open',
    run(store) {
      withNotes(store, 50)
      const seen: unknown[] = []
      for (const row of store.each('select id from noted order by id', [])) {
        seen.push(row.id)
        if (seen.length === 3) break
      }
      assert.deepEqual(seen, [1, 2, 3])
      store.each('select id from noted', [])
      store.transaction((): undefined => store.run(note, [51]) as undefined)
      assert.equal(noted(store).length, 51)
    },
  },
  {
    name: '[S17] while a walk is open one may read and walk, not write',
    run(store) {
      withNotes(store, 3)
      const pairs: string[] = []
      for (const outer of store.each('select id from noted order by id', [])) {
        for (const inner of store.each('select id from noted order by id', [])) {
          const [row] = store.all('select count(*) as count from noted', [])
          pairs.push(`${outer.id}${inner.id}${row?.count}`)
        }
        assert.throws(() => store.run(note, [9]), /A walk over rows is still open/)
        assert.throws(() => failAfter(store, 9), /A walk over rows is still open/)
      }
      assert.equal(pairs.join(' '), '113 123 133 213 223 233 313 323 333')
      assert.deepEqual(noted(store), [1, 2, 3])
    },
  },
  {
    name: '[S18] a snapshot reads, refuses to write and to wait, and may be taken inside a transaction',
    run(store) {
      withNotes(store, 2)
      assert.deepEqual(
        store.snapshot(() => store.snapshot(() => noted(store))),
        [1, 2],
      )
      assert.throws(() => store.snapshot(() => store.run(note, [3])), /A snapshot only reads/)
      assert.throws(() => store.snapshot(() => failAfter(store, 3)), /A snapshot only reads/)
      assert.throws(() => store.snapshot(() => Promise.resolve()), /may not wait/)
      store.transaction((): undefined => {
        store.run(note, [4])
        assert.deepEqual(
          store.snapshot(() => noted(store)),
          [1, 2, 4],
        )
        store.run(note, [5])
      })
      assert.deepEqual(noted(store), [1, 2, 4, 5])
    },
  },
]
