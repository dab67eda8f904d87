/** What only size shows: marks of balances, long registers, a book of 40,000 entries that verifies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventSeq } from '../../src/kit/ids.ts'
import { balances } from '../../src/ledger/balances.ts'
import { postingsPerMark } from '../../src/ledger/post.ts'
import { type GrownBook, growBook } from '../bench/grow-book.ts'
import { dayBalancesTie, sameAmounts } from './laws/checks.ts'
import {
  faultOfChain,
  naiveBalances,
  place,
  type RawAccount,
  type RawPosting,
} from './laws/naive.ts'
import { drawFrom, probeBalances, probeRegister } from './laws/probes.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-'))
const entries = 40_000

describe(`a book of ${entries} entries`, () => {
  let grown: GrownBook
  let raw: { postings: RawPosting[]; accounts: RawAccount[]; lastSeq: number }
  const all = <T>(sql: string) => grown.book.store.all(sql, []) as unknown as T[]

  beforeAll(() => {
    const size = { entries, accounts: 90, funds: 4, days: 120, seed: 7 }
    grown = growBook(join(folder, 'grown.db'), size)
    raw = {
      postings: all('select * from posting order by id'),
      accounts: all('select * from account order by id'),
      lastSeq: all<{ seq: number }>('select max(seq) as seq from event')[0]!.seq,
    }
  })
  afterAll(() => {
    grown.book.store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has what it was asked for, some of it backdated and some reversed', () => {
    expect(all('select count(*) as count from entry')).toEqual([{ count: entries }])
    expect(all('select count(*) as count from account')).toEqual([{ count: 90 }])
    expect(grown.backdated).toBeGreaterThan(entries / 100)
    expect(grown.reversals).toBeGreaterThan(entries / 500)
  })

  it('[L2] keeps balances that equal the postings re-added', () => {
    const kept = new Map(
      all<{ fund_id: number; account_id: number; balance_minor: number }>(
        'select * from balance',
      ).map((row) => [place(row.fund_id, row.account_id), row.balance_minor]),
    )
    sameAmounts('L2', kept, naiveBalances(raw.postings, { day: null, seq: null }))
  })

  it('[L2] marks balances after every round number of postings', () => {
    const marks = all<{ posting_id: number; fund_id: number; account_id: number }>(
      'select * from balance_mark',
    ) as { posting_id: number; fund_id: number; account_id: number; balance_minor: number }[]
    const ids = [...new Set(marks.map(({ posting_id }) => posting_id))]
    expect(ids).toEqual([postingsPerMark, 2 * postingsPerMark])
    for (const id of ids) {
      const kept = new Map(
        marks
          .filter(({ posting_id }) => posting_id === id)
          .map((row) => [place(row.fund_id, row.account_id), row.balance_minor]),
      )
      const known = raw.postings.filter((posting) => posting.id <= id)
      sameAmounts('L2', kept, naiveBalances(known, { day: null, seq: null }), `mark ${id}`)
    }
  })

  it('[L3] [L7] keeps day balances that equal the postings re-added, within their floors', () => {
    dayBalancesTie(raw, grown.book.store)
  })

  it('[L6] has a chain that verifies', () => {
    expect(faultOfChain(grown.book.store)).toBeUndefined()
  })

  it('[L11] answers on both axes before, on and after its marks', () => {
    const draw = drawFrom(11)
    for (let probe = 0; probe < 40; probe += 1) probeBalances(grown.book.store, raw, draw)
    const events = [...new Set(raw.postings.map(({ event_seq }) => event_seq))]
    for (const seq of events) {
      const found = new Map<string, number>()
      for (const row of balances(grown.book.store, { asOf: null, knownAt: seq as EventSeq })) {
        found.set(place(row.fundId, row.accountId), row.balanceMinor)
      }
      sameAmounts('L11', found, naiveBalances(raw.postings, { day: null, seq }), `known at ${seq}`)
    }
  })

  it('[L12] pages a register of thousands of rows', () => {
    const draw = drawFrom(12)
    for (const limit of [997, 1_000, 64]) probeRegister(grown.book.store, raw, draw, limit)
  })
})
