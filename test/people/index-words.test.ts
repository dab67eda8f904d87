import { afterAll, describe, expect, it } from 'vitest'
import { register } from '../../src/people/commands.ts'
import { forgetPartyWords, indexAllParties } from '../../src/people/index-words.ts'
import { giveNumber, partiesWithNumber } from '../../src/people/numbers.ts'
import { partyByRef } from '../../src/people/parties.ts'
import { list } from '../../src/people/queries.ts'
import { vaultBook } from '../vault/vault-for-tests.ts'

const t = vaultBook()
afterAll(() => t.close())

const names = Array.from({ length: 150 }, (_, n) => `隗${String.fromCodePoint(0x6c5f + n)}璟`)
const found = (q: string) => t.asks(list, { q, limit: 1000 }).parties.map(({ name }) => name)
const rows = () => t.book.store.all('select rowid as id, words from party_words order by rowid', [])
const keys = () => t.book.store.all('select * from party_key order by key, party_id', [])

describe('the index of words', () => {
  it('finds those that wait beside those taken in, in the order of their references', () => {
    for (const name of names) t.does(register, { kind: 'person', name })
    expect(found('隗')).toEqual(names)
    expect(found('kui').length + found('wei').length).toBeGreaterThanOrEqual(names.length)
    const waiting = t.book.store.first('select count(*) as n from party_words_new', [])!.n
    expect(waiting).toBeGreaterThan(0)
    expect(rows().length).toBeGreaterThan(0)
  })

  it('holds numbers, also of who was taken in before', () => {
    t.act((act) => giveNumber(act, partyByRef(act, 'P-000010'), 'E-4711'))
    t.act((act) => giveNumber(act, partyByRef(act, 'P-000150'), 'E 4712'))
    expect([found('e4711'), found('E4712')].map((one) => one.length)).toEqual([1, 1])
    expect(partiesWithNumber(t.book.store, 'e/4711')).toEqual([10])
  })

  it('made anew from the names is the same', () => {
    const before = { rows: rows(), keys: keys(), found: names.slice(0, 20).map(found) }
    const indexed = t.act((act) => indexAllParties(act))
    expect(indexed).toBe(153)
    expect(rows().slice(0, before.rows.length)).toEqual(before.rows)
    expect(keys()).toEqual(before.keys)
    expect(names.slice(0, 20).map(found)).toEqual(before.found)
    expect(t.book.store.all('select * from party_words_new', [])).toEqual([])
  })

  it('holds nothing any more of who was forgotten, in none of its pages', () => {
    const name = '龘靐齉'
    const ref = t.does(register, { kind: 'person', name }).output.party
    const { id } = partyByRef(t.book.store, ref)
    t.act((act) => indexAllParties(act))
    expect(found('龘')).toEqual([name])
    t.act((act) => forgetPartyWords(act, id))
    expect([found('龘'), found('齉'), found('dbn')]).toEqual([[], [], []])
    const left = ['party_words_data', 'party_words_content', 'party_words_new', 'party_key']
    for (const table of left) {
      for (const row of t.book.store.all(`select * from ${table}`, [])) {
        const bytes = Object.values(row).map((value) => Buffer.from(String(value)).toString())
        const blobs = Object.values(row).filter((value) => value instanceof Uint8Array)
        const text = [...bytes, ...blobs.map((blob) => Buffer.from(blob as Uint8Array).toString())]
        expect([table, text.some((one) => /龘|靐|齉/.test(one))]).toEqual([table, false])
      }
    }
  })
})
