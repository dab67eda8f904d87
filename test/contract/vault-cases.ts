/** Sealing on both runtimes: the same bytes from the same keys, so that a book may move between hosts. */
import assert from 'node:assert/strict'
import { z } from 'zod'
import { setUp } from '../../src/access/organisation.ts'
import { type Book, perform } from '../../src/book/book.ts'
import { type Act, type AnyPageCommand, pageCommand, throughout } from '../../src/book/registry.ts'
import { hex } from '../../src/kit/digest.ts'
import type { PartyId } from '../../src/kit/ids.ts'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { register } from '../../src/people/commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import * as erasures from '../../src/privacy/erasure-commands.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/store.ts'
import { partiesWithValue } from '../../src/vault/blind-index.ts'
import { openBytes, sealBytes } from '../../src/vault/cipher.ts'
import { destroyKey, fieldState, openField, sealField } from '../../src/vault/fields.ts'
import { openSecret, sealSecret } from '../../src/vault/secrets.ts'
import { checkDetails } from '../../src/verification/details.ts'
import type { StoreCase } from './store-contract.ts'

const masterKeys = masterKeysOf([new Uint8Array(32).fill(7)])

function bookOn(store: Store): Book {
  let drawn = 0
  return {
    store,
    surroundings: {
      now: () => 1_774_915_200_000,
      random: (bytes) => Uint8Array.from({ length: bytes }, () => (drawn = (drawn + 1) % 251)),
      masterKeys,
    },
  }
}

const caller = { actor: 'test', grants: throughout('owner'), readsNames: true }

/** One act; what it draws does not depend on what was drawn before it. */
function acting({ store }: Book, what: (act: Act) => void): void {
  const book = bookOn(store)
  const command = pageCommand({
    name: 'tests.act',
    summary: 'Does what a test asks for',
    may: ['owner'],
    reach: 'organisation',
    input: z.strictObject({}),
    output: z.object({}),
    subject: () => 'test',
    run: (act) => {
      what(act)
      return {}
    },
  })
  const { seq } = book.store.all('select count(*) as seq from event', [])[0]!
  perform(book, { command, input: {}, key: `contract-key-${1000 + Number(seq)}`, caller })
}

function withPerson(store: Store): Book {
  const book = bookOn(store)
  migrate(store)
  const organisation = {
    book: 'relief',
    name: 'Relief',
    time_zone: 'Asia/Shanghai',
    currency: 'CNY',
    chart: 'general',
  }
  perform(book, { command: setUp, input: organisation, key: 'contract-key-0001', caller })
  const person = { kind: 'person', name: 'Zhang Wei' }
  perform(book, { command: register, input: person, key: 'contract-key-0002', caller })
  return book
}

const person = 1 as PartyId
const phone = { number: '+8613800138000', extension: null }

export const vaultCases: readonly StoreCase[] = [
  {
    name: '[S60] AES-256-GCM gives the bytes of the test vectors, and opens nothing else',
    run() {
      // McGrew and Viega, The Galois/Counter Mode of Operation, test cases 13, 14 and 16.
      const zero = { key: new Uint8Array(32), nonce: new Uint8Array(12) }
      const sealed = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, place: string) =>
        hex(sealBytes(key, { nonce, plain, place }).ciphertext)
      assert.equal(
        sealed(zero.key, zero.nonce, new Uint8Array(), ''),
        '530f8afbc74536b9a963b4f1c4cb738b',
      )
      assert.equal(
        sealed(zero.key, zero.nonce, new Uint8Array(16), ''),
        'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
      )
      const one = sealBytes(zero.key, { nonce: zero.nonce, plain: Buffer.from('one'), place: 'a' })
      assert.equal(Buffer.from(openBytes(zero.key, one, 'a')!).toString(), 'one')
      assert.equal(openBytes(zero.key, one, 'b'), undefined)
      assert.equal(openBytes(new Uint8Array(32).fill(1), one, 'a'), undefined)
      assert.equal(
        openBytes(zero.key, { ...one, ciphertext: one.ciphertext.subarray(1) }, 'a'),
        undefined,
      )
      assert.equal(openBytes(zero.key, { ...one, ciphertext: new Uint8Array(3) }, 'a'), undefined)
    },
  },
  {
    name: '[S61] a sealed field has the same bytes on each host, opens, is found, and ends with its key',
    run(store) {
      const book = withPerson(store)
      acting(book, (act) => {
        sealField(act, person, 'phone', phone)
        assert.equal(openSecret(act, 'a purpose', sealSecret(act, 'a purpose', 'kept')), 'kept')
      })
      const [body] = store.all('select nonce, ciphertext from sealed_body', [])
      const [index] = store.all('select mac from blind_index', [])
      const first = (bytes: unknown) => hex(bytes as Uint8Array).slice(0, 16)
      assert.deepEqual(
        [first(body!.ciphertext), first(index!.mac)],
        ['cfefdce61c924e71', 'bdb2ffc973d87c10'],
      )
      acting(book, (act) => {
        assert.deepEqual(openField(act, person, 'phone'), phone)
        assert.deepEqual(partiesWithValue(act, 'phone', phone), [person])
      })
      assert.equal(checkDetails(store, masterKeys).state, 'passed')
      acting(book, (act) => assert.ok(destroyKey(act, person)))
      acting(book, (act) => {
        assert.equal(openField(act, person, 'phone'), undefined)
        assert.equal(fieldState(act, person, 'phone'), 'erased')
        assert.deepEqual(partiesWithValue(act, 'phone', phone), [])
      })
      assert.equal(checkDetails(store).state, 'passed')
      assert.equal(store.all('select * from person_key', []).length, 0)
    },
  },
  {
    name: '[S62] a person is erased on each host: texts, keys and words go, digests stay and verify',
    run(store) {
      const book = withPerson(store)
      const does = (command: AnyPageCommand, input: object, actor: string) => {
        const { seq } = store.all('select count(*) as seq from event', [])[0]!
        const key = `contract-key-${2000 + Number(seq)}`
        return perform(book, { command, input, key, caller: { ...caller, actor } }).output
      }
      const party = 'P-000001'
      does(seal, { party, field: 'phone', value: '13800138000' }, 'test')
      does(erasures.request, { party, ground: 'asked_for' }, 'user:1')
      const { texts } = does(erasures.confirm, { request: 1 }, 'user:2') as { texts: number }
      assert.equal(texts, 1)
      assert.equal(checkDetails(store).state, 'passed')
      for (const table of [
        'sealed_body',
        'person_key',
        'blind_index',
        'party_words_new',
        'party_key',
      ]) {
        assert.equal(store.all(`select * from ${table}`, []).length, 0, table)
      }
      const name =
        'select * from detail_body as b join party as p on p.name_detail_id = b.detail_id'
      assert.equal(store.all(name, []).length, 0)
      const key = store.all("select key from request where command = 'parties.register'", [])
      assert.match(String(key[0]!.key), /^erased:[0-9a-f]{64}$/)
      const again = () => does(seal, { party, field: 'phone', value: '13800138001' }, 'test')
      assert.throws(again, { code: 'party.erased' })
    },
  },
]
